//! What should be in order before the papers go to the window.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::cycle::{CycleView, OpenPoint};
use crate::ui::atoms::clause_chips;
use crate::ui::session::{Session, lang};

pub fn checklist(view: &CycleView) -> AnyView {
    let lang = lang();
    let body = if view.checklist.is_empty() {
        view! { <p class="soft" data-testid="checklist-none">{lang.checklist_none()}</p> }.into_any()
    } else {
        let points = view.checklist.iter().map(|point| open_point(lang, point)).collect_view();
        view! { <ul class="plain checklist">{points}</ul> }.into_any()
    };
    view! {
        <section class="card">
            <header class="card-head"><h2>{lang.checklist_title()}</h2></header>
            {body}
        </section>
    }
    .into_any()
}

fn open_point(lang: Lang, point: &OpenPoint) -> AnyView {
    let session = Session::get();
    let mut years = Vec::new();
    let mut entries = Vec::new();
    for year in &point.years {
        years.push(lang.checklist_year(&year.year.to_string(), year.entries.len()));
        for (id, title) in &year.entries {
            let (id, title, year) = (*id, title.clone(), year.year.to_string());
            entries.push(view! {
                <li>
                    {year} " · "
                    <button type="button" class="link" data-testid="checklist-entry" on:click=move |_| session.edit_entry(id)>
                        {title}
                    </button>
                </li>
            });
        }
    }
    view! {
        <li data-testid="checklist-row" data-value=point.kind.code() data-count=point.count().to_string()>
            <details>
                <summary>
                    <b>{lang.open_kind(point.kind)}</b> " " <span class="soft">{lang.list(&years)}</span>
                </summary>
                <ul class="checklist-entries">{entries}</ul>
            </details>
            <span class="checklist-chips">{clause_chips(&point.sources, 3)}</span>
        </li>
    }
    .into_any()
}
