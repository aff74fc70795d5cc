//! The table by year, with a subtotal each; on a phone every row is a card.

use crate::ui::view::prelude::*;

use super::{FIRST, STEP};
use crate::book::Book;
use crate::i18n::Lang;
use crate::report::records::{Filter, YearRows};
use crate::rules::{Entry, Status};
use crate::ui::focus::focus;
use crate::ui::session::{Session, lang};

/// Marks what the focus goes to when more rows were asked for.
const FIRST_NEW: &str = "records-first-new";

pub fn table(session: Session, years: &[YearRows], limit: RwSignal<usize>) -> AnyView {
    let lang = lang();
    let is_filtered = !session.records.filter.with(Filter::is_empty);
    let clear = is_filtered.then(|| {
        view! {
            <button type="button" data-testid="records-clear" on:click=move |_| session.clear_filters()>
                {lang.clear_filters()}
            </button>
        }
    });
    if years.is_empty() {
        let text = if is_filtered { lang.records_none_found() } else { lang.records_none() };
        return view! { <div class="found padded soft"><span role="status">{text}</span> {clear}</div> }
            .into_any();
    }
    let most = limit.get();
    let mut left = most;
    let mut bodies = Vec::new();
    for year in years {
        if left == 0 {
            break;
        }
        let shown = year.rows.len().min(left);
        let before = most - left;
        left -= shown;
        // Its place among the year's rows.
        let first_new = (most > FIRST).then(|| (most - STEP).checked_sub(before)).flatten();
        bodies.push(body(lang, year, shown, first_new));
    }
    let count: usize = years.iter().map(|year| year.rows.len()).sum();
    let more = count.saturating_sub(most).min(STEP);
    let more = (more > 0).then(|| {
        view! {
            <p class="padded">
                <button
                    type="button"
                    data-testid="records-more"
                    on:click=move |_| session.later(move || {
                        limit.update(|limit| *limit += STEP);
                        request_animation_frame(|| focus(FIRST_NEW));
                    })
                >
                    {lang.show_more(more)}
                </button>
            </p>
        }
    });
    view! {
        <div class="found padded soft">
            <span role="status" data-testid="records-count" data-value=count.to_string()>
                {match is_filtered {
                    true => lang.records_found(count, session.book.with(Book::len)),
                    false => lang.entries(count),
                }}
            </span>
            {clear}
        </div>
        <table class="records">
            <thead>
                <tr>
                    <th>{lang.field(crate::book::Field::End)}</th>
                    <th>{lang.field(crate::book::Field::Title)}</th>
                    <th>{lang.field(crate::book::Field::Subject)}</th>
                    <th>{lang.field(crate::book::Field::Route)}</th>
                    <th class="figure">{lang.field(crate::book::Field::Hours)}</th>
                    <th>{lang.field(crate::book::Field::Status)}</th>
                    <th><span class="visually-hidden">{lang.column_actions()}</span></th>
                </tr>
            </thead>
            {bodies}
        </table>
        {more}
    }
    .into_any()
}

fn body(lang: Lang, year: &YearRows, shown: usize, first_new: Option<usize>) -> AnyView {
    let rows = year.rows[..shown].iter().enumerate();
    let rows = rows.map(|(nth, entry)| row(lang, entry, first_new == Some(nth))).collect_view();
    let mut sums = lang.year_subtotal(&year.professional.to_string(), &year.public.to_string());
    if !year.planned.is_zero() {
        sums += &lang.year_subtotal_planned(&year.planned.to_string());
    }
    view! {
        <tbody>
            <tr class="year-head">
                <th colspan="7" scope="rowgroup">
                    <b>{lang.year_option(year.year.get())}</b> " " <span class="soft">{sums}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(lang: Lang, entry: &Entry, is_first_new: bool) -> AnyView {
    let session = Session::get();
    let id = entry.id;
    let planned = entry.status == Status::Planned;
    let from = entry.start.filter(|start| *start != entry.end);
    let from = from.map(|start| view! { <span class="soft">{start.to_string()} " –"</span> " " });
    let title = &entry.title;
    let about = [entry.organiser.as_str(), entry.certificate.as_str()];
    let about = about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <tr
            class:planned=planned
            data-testid="record-row"
            data-year=entry.year.to_string()
            data-hours=entry.hours.to_string()
            data-value=entry.status.code()
        >
            <td class="dates">{from} {entry.end.to_string()}</td>
            <td class="title">
                <button
                    type="button"
                    class="link"
                    id=is_first_new.then_some(FIRST_NEW)
                    on:click=move |_| session.edit_entry(id)
                >
                    {title.clone()}
                </button>
                <small class="soft">{about}</small>
            </td>
            <td>{lang.subject_short(entry.subject)}</td>
            <td>{lang.route(entry.route)}</td>
            <td class="figure hours">{entry.hours.to_string()}</td>
            <td><span class="tag">{lang.status(entry.status)}</span></td>
            <td class="actions">
                <button
                    type="button"
                    data-testid="record-edit"
                    aria-label=lang.edit_of(title)
                    on:click=move |_| session.edit_entry(id)
                >
                    {lang.edit()}
                </button>
                <button
                    type="button"
                    data-testid="record-duplicate"
                    aria-label=lang.duplicate_of(title)
                    on:click=move |_| session.duplicate_entry(id)
                >
                    {lang.duplicate()}
                </button>
                <button
                    type="button"
                    data-testid="record-delete"
                    aria-label=lang.delete_of(title)
                    on:click=move |_| session.delete_entries(vec![id])
                >
                    {lang.delete()}
                </button>
            </td>
        </tr>
    }
    .into_any()
}
