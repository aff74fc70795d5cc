//! What no notice in hand settles: said beside the verdict.

use crate::ui::view::prelude::*;

use crate::report::cycle::CycleView;
use crate::ui::atoms::clause_chips;
use crate::ui::session::lang;

pub fn unsettled(view: &CycleView) -> AnyView {
    let lang = lang();
    let rows = view
        .unsettled
        .iter()
        .map(|row| {
            view! {
                <li data-testid="unsettled-row" data-value=row.what.code()>
                    {lang.unsettled(row.what)} " " {clause_chips(&row.sources, 3)}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card">
            <header class="card-head"><h2>{lang.unsettled_title()}</h2></header>
            <ul class="plain unsettled">{rows}</ul>
        </section>
    }
    .into_any()
}
