//! The review: one line per row of the file, with what is wrong, what is there already, and what
//! to do about it.

use crate::ui::view::prelude::*;

use crate::exchange::{Import, Row, RowVerdict, Twin};
use crate::i18n::Lang;
use crate::ui::atoms::options;
use crate::ui::session::{Decision, Session, lang};

/// Rows drawn at once.
const PAGE: usize = 200;

pub fn review(session: Session, import: &Import) -> AnyView {
    let lang = lang();
    let findings = import
        .findings
        .iter()
        .map(|finding| {
            let class = if finding.stops_the_import() { "error" } else { "hint" };
            view! { <p class=class role="alert" data-testid="import-finding">{lang.finding(finding)}</p> }
        })
        .collect_view();
    if import.rows.is_empty() {
        return findings.into_any();
    }
    let count =
        |wanted: fn(&RowVerdict) -> bool| import.rows.iter().filter(|row| wanted(&row.verdict)).count();
    let summary = lang.import_summary(
        count(|verdict| matches!(verdict, RowVerdict::New)),
        count(|verdict| matches!(verdict, RowVerdict::Same(_))),
        count(|verdict| matches!(verdict, RowVerdict::Conflict { .. })),
        count(|verdict| matches!(verdict, RowVerdict::Error)),
    );
    let rows = StoredValue::new(import.rows.clone());
    let limit = RwSignal::new(PAGE);
    let only_trouble = RwSignal::new(false);
    let list = move || {
        rows.with_value(|rows| {
            rows.iter()
                .enumerate()
                .filter(|(_, row)| {
                    let trouble = matches!(row.verdict, RowVerdict::Error | RowVerdict::Conflict { .. });
                    trouble || !only_trouble.get()
                })
                .take(limit.get())
                .map(|(index, row)| line(session, lang, index, row))
                .collect_view()
        })
    };
    let total = import.rows.len();
    view! {
        {findings}
        <p role="status" class="import-summary"><b>{summary}</b></p>
        <label class="row">
            <input type="checkbox" on:change=move |event| only_trouble.set(event_target_checked(&event)) />
            {lang.filter_rows()}
        </label>
        <ul class="import-rows">{list}</ul>
        <Show when=move || limit.get() < total>
            <button type="button" on:click=move |_| limit.update(|limit| *limit += PAGE)>
                {lang.show_more(PAGE.min(total))}
            </button>
        </Show>
    }
    .into_any()
}

fn line(session: Session, lang: Lang, index: usize, row: &Row) -> AnyView {
    let verdict = match &row.verdict {
        RowVerdict::New => lang.verdict_new(),
        RowVerdict::Same(_) => lang.verdict_same(),
        RowVerdict::Conflict { .. } => lang.verdict_conflict(),
        RowVerdict::Error => lang.verdict_error(),
    };
    let column = row.errors.iter().find_map(|error| error.column).map(|column| column.name());
    let errors = row
        .errors
        .iter()
        .map(|error| view! { <p class="error">{lang.row_problem(error)}</p> })
        .collect_view();
    let draft = &row.draft;
    let facts = [&draft.year, &draft.end, &draft.hours].map(|text| text.as_str()).join(" · ");
    let about = about_twin(lang, &row.verdict).map(|text| view! { <p class="soft">{text}</p> });
    view! {
        <li
            class=format!("import-row row-{}", row.verdict.code())
            data-testid="import-row"
            data-value=row.verdict.code()
            data-line=row.line.to_string()
            data-column=column
        >
            <span class="soft">{lang.import_line(row.line)}</span>
            <span class=format!("tag tag-{}", row.verdict.code())>{verdict}</span>
            <span class="import-title">{draft.title.clone()}</span>
            <span class="soft">{facts}</span>
            <div class="import-notes">
                {errors} {about} {choose(session, lang, index, row)} {propose(session, lang, index)}
            </div>
        </li>
    }
    .into_any()
}

fn about_twin(lang: Lang, verdict: &RowVerdict) -> Option<String> {
    match verdict {
        RowVerdict::Same(Twin::Entry(_)) => Some(lang.same_as_book().to_owned()),
        RowVerdict::Same(Twin::Line(line)) => Some(lang.same_as_line(*line)),
        RowVerdict::Conflict { twin, differs } => {
            let names: Vec<String> = differs.iter().map(|column| lang.field(*column).to_owned()).collect();
            let fields = lang.list(&names);
            Some(match twin {
                Twin::Entry(_) => lang.conflict_with_book(&fields),
                Twin::Line(line) => lang.conflict_with_line(*line, &fields),
            })
        }
        RowVerdict::New | RowVerdict::Error => None,
    }
}

/// A conflict is for the person to decide.
fn choose(session: Session, lang: Lang, index: usize, row: &Row) -> Option<AnyView> {
    let RowVerdict::Conflict { twin, .. } = &row.verdict else { return None };
    let mut list = vec![
        (Decision::Skip.code().to_owned(), lang.decision_skip().to_owned()),
        (Decision::Add.code().to_owned(), lang.decision_add().to_owned()),
    ];
    if matches!(twin, Twin::Entry(_)) {
        list.push((Decision::Replace.code().to_owned(), lang.decision_replace().to_owned()));
    }
    Some(
        view! {
            <select aria-label=lang.decision_label(row.line) data-testid="import-decision" on:change=move |event| {
                if let Some(decision) = Decision::from_code(&event_target_value(&event)) {
                    session.import.decisions.update(|decisions| {
                        decisions.insert(index, decision);
                    });
                }
            }>
                {options(list, Decision::default_for(&row.verdict).code())}
            </select>
        }
        .into_any(),
    )
}

/// The earlier year, for a row whose year the file left open.
fn propose(session: Session, lang: Lang, index: usize) -> Option<AnyView> {
    let year = session.import.proposals.with_untracked(|proposals| proposals.get(&index).copied())?;
    Some(
        view! {
            <label class="row hint" data-testid="import-proposal" data-value=year.to_string()>
                <input type="checkbox" on:change=move |event| {
                    let take = event_target_checked(&event);
                    session.import.taken.update(|taken| {
                        if take { taken.insert(index, year) } else { taken.remove(&index) };
                    });
                } />
                {lang.propose_year(year.get())} " " {lang.take_year(year.get())}
            </label>
        }
        .into_any(),
    )
}
