//! Options of native `<select>` elements, whose values are the stable codes.

use crate::ui::view::prelude::*;

/// Values with their labels, in the order shown.
pub type Options = Vec<(String, String)>;

/// Pairs each value of a coded enum with its label.
pub fn choices<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Options {
    all.iter().map(|&value| (code(value).to_owned(), label(value).to_owned())).collect()
}

/// The `<option>` elements, with the chosen one marked.
pub fn options(options: Options, chosen: &str) -> AnyView {
    options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view()
        .into_any()
}
