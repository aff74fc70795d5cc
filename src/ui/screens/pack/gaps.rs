//! What to look at before printing: said, never in the way.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::pack::{Gap, Pack};
use crate::ui::session::{Session, lang};

/// How many entries are named; the rest is counted.
const NAMED: usize = 8;

pub fn gaps(pack: &Pack) -> AnyView {
    let lang = lang();
    if pack.gaps.is_empty() {
        return view! {
            <section class="card">
                <h2>{lang.pack_gaps_title()}</h2>
                <p data-testid="pack-complete">{lang.pack_complete()}</p>
            </section>
        }
        .into_any();
    }
    let rows = pack.gaps.iter().map(|gap| row(lang, pack, gap)).collect_view();
    view! {
        <section class="card">
            <h2>{lang.pack_gaps_title()}</h2>
            <ul class="plain pack-gaps">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(lang: Lang, pack: &Pack, gap: &Gap) -> AnyView {
    let body = match gap {
        Gap::Head(fields) => {
            let names: Vec<String> = fields.iter().map(|&field| lang.head_field(field).to_owned()).collect();
            view! {
                {lang.gap_head(&lang.list(&names))} " "
                <a href="#/data">{lang.gap_head_mend()}</a>
            }
            .into_any()
        }
        Gap::NoRows => lang.gap_no_rows().into_any(),
        Gap::NotMet(years) => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            let text = lang.gap_not_met(&lang.list(&years));
            view! { {text} " " <a href="#/">{lang.gap_not_met_why()}</a> }.into_any()
        }
        Gap::NoEvidence(entries) => {
            let session = Session::get();
            let named = entries.iter().take(NAMED).filter_map(|&id| {
                let rows = pack.years.iter().flat_map(|year| &year.rows);
                let row = rows.into_iter().find(|row| row.entry.id == id)?;
                let text = format!("{} {}", row.evidence_number, row.entry.title);
                Some(view! {
                    <li>
                        <button type="button" class="link" on:click=move |_| session.edit_entry(id)>{text}</button>
                    </li>
                })
            });
            let more = entries.len().saturating_sub(NAMED);
            let more =
                (more > 0).then(|| view! { <li class="soft">{lang.gap_more(&lang.entries(more))}</li> });
            view! {
                <details>
                    <summary>{lang.gap_no_evidence(&lang.entries(entries.len()))}</summary>
                    <ul class="plain">{named.collect_view()} {more}</ul>
                </details>
            }
            .into_any()
        }
    };
    view! { <li data-testid="pack-gap" data-value=gap.code()>{body}</li> }.into_any()
}
