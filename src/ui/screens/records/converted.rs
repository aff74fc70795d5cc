//! Under a conversion's fields: the arithmetic, what the cap leaves, and where the figure is from.

use crate::ui::view::prelude::*;

use crate::report::conversion::Converted;
use crate::ui::session::{Session, lang};

pub fn converted() -> AnyView {
    let session = Session::get();
    let names = move || {
        session.book.with(|book| {
            let names: Vec<String> = book.conversions().iter().map(|rule| rule.name.clone()).collect();
            names.into_iter().map(|name| view! { <option value=name></option> }).collect_view()
        })
    };
    view! {
        <datalist id="conversion-rules">{names}</datalist>
        {move || session.converted().map(|found| arithmetic(&found))}
    }
    .into_any()
}

fn arithmetic(found: &Converted) -> AnyView {
    let lang = lang();
    let rule = &found.rule;
    let sum = match (found.quantity, found.hours, rule.hours_per_unit) {
        (Some(quantity), Some(hours), Some(each)) => lang.converted_sum(
            &quantity.to_string(),
            lang.unit(rule.unit),
            &each.to_string(),
            &hours.to_string(),
        ),
        (_, _, None) => lang.converted_blank().to_owned(),
        _ => lang.converted_no_quantity().to_owned(),
    };
    let cap = match (rule.cap_per_year, found.used, found.left()) {
        (Some(cap), Some(used), Some(left)) => {
            let text = lang.converted_cap(&cap.to_string(), &used.to_string(), &left.to_string());
            Some(view! { <p data-testid="converted-left" data-value=left.to_string()>{text}</p> })
        }
        _ => None,
    };
    let source = (!rule.source.is_empty())
        .then(|| view! { <p class="soft">{lang.converted_source(&rule.source)}</p> });
    let value = found.hours.map(|hours| hours.to_string());
    view! {
        <div class="hint wide">
            <p data-testid="converted-hours" data-value=value>{sum}</p>
            {cap}
            {source}
        </div>
    }
    .into_any()
}
