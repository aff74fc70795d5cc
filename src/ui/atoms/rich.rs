//! Texts with an emphasised part.

use crate::ui::view::prelude::*;

/// Shows a text of `i18n`; what stands between two `*` is emphasised. Never given a person's
/// own words.
pub fn rich(text: &str) -> AnyView {
    text.split('*')
        .enumerate()
        .map(|(index, part)| {
            let part = part.to_owned();
            if index % 2 == 1 { view! { <b class="number">{part}</b> }.into_any() } else { part.into_any() }
        })
        .collect_view()
        .into_any()
}
