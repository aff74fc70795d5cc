//! The outlined chip that leads from a number to its clause, and the card that it opens.

use crate::ui::view::prelude::*;

use super::Dialog;
use crate::i18n::Lang;
use crate::rules::Source;
use crate::rules::source::{cite, distinct};
use crate::ui::session::{Session, lang};

/// Chips for what a figure rests on. At most `most` are shown.
pub fn clause_chips<S: Clone + Into<Source>>(sources: &[S], most: usize) -> AnyView {
    chips(cite(&sources[..most.min(sources.len())]))
}

/// Beside a figure that a person imported: who handed it out. Nothing beside any other, of which the
/// clauses are told where it is explained.
pub fn imported_chips(sources: &[Source]) -> AnyView {
    chips(distinct(sources.iter().filter(|source| source.citation().is_some()).cloned()))
}

/// Compiled once, whatever the figure rests on.
fn chips(sources: Vec<Source>) -> AnyView {
    sources.into_iter().map(chip).collect_view().into_any()
}

/// A clause's id; for an imported notice its publisher, so that no figure stands without it.
fn chip(source: Source) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let confidence = source.confidence();
    let label = format!("{} · {}", lang.source(&source), lang.confidence(confidence));
    let (kind, text) = match source.citation() {
        Some(place) => (" chip-name", place.publisher.clone()),
        None => ("", source.code()),
    };
    let class = format!("chip chip-{}{kind}", confidence.code());
    view! {
        <button type="button" class=class aria-label=label on:click=move |_| {
            session.open_clause.set(Some(source.clone()));
        }>
            {text}
        </button>
    }
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
                open.get().map(|source| lang().source(&source)).unwrap_or_default()
            })
        >
            {move || open.get().map(|source| card(lang(), &source))}
            <p>
                <a href="#/rules" on:click=move |_| open.set(None)>
                    {lang().open_in_rules()}
                </a>
            </p>
        </Dialog>
    }
}

fn card(lang: Lang, source: &Source) -> AnyView {
    let confidence = source.confidence();
    let (text, place, document) = match (source, source.citation()) {
        (_, Some(place)) => {
            let handed_out = lang.notice_by(&place.publisher, &place.published.to_string());
            (lang.notice_not_official().to_owned(), place.place(), handed_out)
        }
        (Source::Clause(clause), _) => {
            let info = clause.info();
            let section = lang.pick(info.section, info.section_en);
            let place = format!("{} {}", info.document.number(), section);
            (lang.pick(info.zh, info.en).to_owned(), place, lang.document(info.document).to_owned())
        }
        (Source::Notice(_), None) => Default::default(),
    };
    view! {
        <p class="clause-text">{text}</p>
        <dl class="pairs">
            <dt>{lang.figure_confidence()}</dt>
            <dd>
                <span class=format!("tag tag-{}", confidence.code())>{lang.confidence(confidence)}</span>
            </dd>
            <dt>{lang.column_basis()}</dt>
            <dd data-testid="clause-place">{place}</dd>
            <dt></dt>
            <dd class="soft">{document}</dd>
        </dl>
    }
    .into_any()
}
