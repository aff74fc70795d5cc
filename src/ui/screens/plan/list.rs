//! The planned entries in order of their days: what each would change, and what can be done.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::plan::PlannedRow;
use crate::ui::session::{Session, lang};

const WEEK: i64 = 7;

pub fn list(rows: &[PlannedRow]) -> AnyView {
    let lang = lang();
    if rows.is_empty() {
        return view! { <p class="soft" data-testid="plan-none">{lang.plan_none()}</p> }.into_any();
    }
    let rows = rows.iter().enumerate().map(|(index, shown)| row(lang, index, shown)).collect_view();
    view! {
        <table class="records plan-rows">
            <thead>
                <tr>
                    <th>{lang.plan_number()}</th>
                    <th>{lang.plan_when()}</th>
                    <th>{lang.plan_what()}</th>
                    <th class="figure">{lang.field(crate::book::Field::Hours)}</th>
                    <th>{lang.plan_effect()}</th>
                    <th><span class="visually-hidden">{lang.column_actions()}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(lang: Lang, index: usize, row: &PlannedRow) -> AnyView {
    let session = Session::get();
    let (entry, effect) = (&row.entry, row.effect);
    let (id, title) = (entry.id, &entry.title);
    let overdue =
        row.is_overdue.then(|| view! { " " <span class="tag tag-warn">{lang.plan_overdue()}</span> });
    let reason = effect.reason.map(|reason| view! { <small class="soft">{lang.reason(reason)}</small> });
    let about = [
        lang.subject_short(entry.subject).to_owned(),
        lang.route(entry.route).to_owned(),
        lang.plan_for_year(entry.year.get()),
    ];
    let mover = |code: &'static str, days: i64, name: &'static str, label: String| {
        let element = format!("{code}-{}", id.0);
        let again = element.clone();
        view! {
            <button
                type="button"
                id=element
                data-testid=code
                aria-label=label
                on:click=move |_| session.move_entry(id, days, again.clone())
            >
                {name}
            </button>
        }
    };
    view! {
        <tr data-testid="plan-row" data-value=entry.end.to_string() data-hours=entry.hours.to_string()>
            <td><span class="plan-number">{(index + 1).to_string()}</span></td>
            <td class="dates">{entry.end.to_string()} {overdue}</td>
            <td class="title">
                <button type="button" class="link" on:click=move |_| session.edit_entry(id)>{title.clone()}</button>
                <small class="soft">{about.join(" · ")}</small>
            </td>
            <td class="figure hours">{entry.hours.to_string()}</td>
            <td
                class="effect"
                data-testid="plan-effect"
                data-value=effect.counted.to_string()
            >
                <span>{lang.plan_counts(&effect.counted.to_string())}</span>
                " · "
                <span>
                    {lang.plan_missing_change(&effect.missing_before.to_string(), &effect.missing_after.to_string())}
                </span>
                " "
                {reason}
            </td>
            <td class="actions">
                {mover("plan-earlier", -WEEK, lang.plan_earlier(), lang.plan_earlier_of(title))}
                {mover("plan-later", WEEK, lang.plan_later(), lang.plan_later_of(title))}
                <button
                    type="button"
                    data-testid="plan-complete"
                    aria-label=lang.plan_complete_of(title)
                    on:click=move |_| session.complete_entry(id)
                >
                    {lang.plan_complete()}
                </button>
                <button
                    type="button"
                    data-testid="plan-delete"
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
