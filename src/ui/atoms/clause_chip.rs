//! The outlined chip that leads from a number to its clause, and the card that it opens.

use crate::ui::view::prelude::*;

use super::Dialog;
use crate::rules::Clause;
use crate::ui::session::{Session, lang};

/// Chips for the clauses that a figure rests on. At most `most` are shown.
pub fn clause_chips(sources: &[Clause], most: usize) -> AnyView {
    let session = Session::get();
    let lang = lang();
    sources
        .iter()
        .take(most)
        .map(|&clause| {
            let confidence = clause.confidence();
            view! {
                <button
                    type="button"
                    class=format!("chip chip-{}", confidence.code())
                    aria-label=format!("{} · {}", lang.clause_of(clause.code()), lang.confidence(confidence))
                    on:click=move |_| session.open_clause.set(Some(clause))
                >
                    {clause.code()}
                </button>
            }
        })
        .collect_view()
        .into_any()
}

/// What a clause says, where it stands, how far it can be trusted.
#[component]
pub fn ClauseCard() -> impl IntoView {
    let session = Session::get();
    let open = session.open_clause;
    view! {
        <Dialog
            open=Signal::derive(move || open.get().is_some())
            on_close=move || open.set(None)
            class="card-dialog"
            label=Signal::derive(move || {
                open.get().map(|clause| lang().clause_of(clause.code())).unwrap_or_default()
            })
        >
            {move || {
                let lang = lang();
                let clause = open.get()?;
                let info = clause.info();
                let section = lang.pick(info.section, info.section_en);
                Some(
                    view! {
                        <p class="clause-text">{lang.pick(info.zh, info.en)}</p>
                        <dl class="pairs">
                            <dt>{lang.figure_confidence()}</dt>
                            <dd>
                                <span class=format!("tag tag-{}", clause.confidence().code())>
                                    {lang.confidence(clause.confidence())}
                                </span>
                            </dd>
                            <dt>{lang.column_basis()}</dt>
                            <dd>{format!("{} {}", info.document.number(), section)}</dd>
                            <dt></dt>
                            <dd class="soft">{lang.document(info.document)}</dd>
                        </dl>
                        <p>
                            <a href="#/rules" on:click=move |_| open.set(None)>
                                {lang.open_in_rules()}
                            </a>
                        </p>
                    },
                )
            }}
        </Dialog>
    }
}
