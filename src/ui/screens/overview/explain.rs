//! Where the figures come from: the table by kind, and on request the waterfall, everything that
//! does not count with its reason, and the clauses.

use crate::ui::view::prelude::*;

use super::Which;
use crate::i18n::Lang;
use crate::report::YearView;
use crate::report::year::{Group, RouteKind, UncountedRow};
use crate::rules::Hours;
use crate::ui::atoms::{clause_chips, imported_chips};
use crate::ui::rest::{Arrival, Ask};
use crate::ui::session::{Session, lang};

pub fn explain(view: &YearView, which: Which) -> AnyView {
    let lang = lang();
    let session = Session::get();
    let arrival = Arrival::get();
    let open = match which {
        Which::Chosen => session.explain_open,
        Which::Previous => session.explain_previous_open,
    };
    let details = StoredValue::new(view.clone());
    view! {
        <section class="card">
            <header class="card-head">
                <h2>{lang.figures_title()}</h2>
                <button
                    type="button"
                    class="link"
                    data-testid=which.id("explain-open")
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { lang.explain_hide() } else { lang.explain() }}
                </button>
            </header>
            {groups(lang, view)}
            <Show when=move || open.get()>
                {arrival.draw(|rest| details.with_value(|view| (rest.calculation)(view, which)))}
            </Show>
        </section>
    }
    .into_any()
}

fn groups(lang: Lang, view: &YearView) -> AnyView {
    if view.groups.is_empty() {
        return view! { <p class="soft">{lang.no_entries_in_year()}</p> }.into_any();
    }
    let rows = view.groups.iter().map(|group| group_row(lang, group)).collect_view();
    view! {
        <table class="stacks">
            <thead>
                <tr>
                    <th>{lang.column_item()}</th>
                    <th class="figure">{lang.column_raw()}</th>
                    <th class="figure">{lang.column_counted()}</th>
                    <th>{lang.column_basis()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn group_row(lang: Lang, group: &Group) -> AnyView {
    let tag = if group.counted.is_zero() {
        Some(lang.not_counted())
    } else if group.counted < group.raw {
        Some(lang.partly_counted())
    } else {
        None
    };
    let tag = tag.map(|text| view! { " " <span class="tag tag-warn">{text}</span> });
    view! {
        <tr>
            <td>
                {lang.subject_short(group.subject)} " · " {lang.route_kind(group.way)} " "
                <span class="soft">{lang.entries(group.count)}</span> {tag}
            </td>
            <td class="figure" data-label=lang.column_raw()>{group.raw.to_string()}</td>
            <td class="figure" data-label=lang.column_counted()>{group.counted.to_string()}</td>
            <td class="chips" data-label=lang.column_basis()>{clause_chips(&group.sources, 2)}</td>
        </tr>
    }
    .into_any()
}

/// The calculation step by step, and what does not count.
pub fn calculation(view: &YearView, which: Which) -> AnyView {
    let lang = lang();
    let uncounted = if view.uncounted.is_empty() {
        view! { <p class="soft">{lang.uncounted_none()}</p> }.into_any()
    } else {
        let rows = view
            .uncounted
            .iter()
            .map(|row| uncounted_row(lang, row, which.id("uncounted-row")))
            .collect_view();
        view! { <ul class="plain">{rows}</ul> }.into_any()
    };
    let clauses = view
        .clauses
        .iter()
        .map(|source| {
            let says = match (source.clause(), source.citation()) {
                (Some(clause), _) => lang.pick(clause.info().zh, clause.info().en).to_owned(),
                (None, place) => place.map(|place| place.place()).unwrap_or_default(),
            };
            view! {
                <li data-testid=which.id("clause-row") data-value=source.code()>
                    {clause_chips(std::slice::from_ref(source), 1)} " " {says}
                </li>
            }
        })
        .collect_view();
    view! {
        <h3>{lang.waterfall_title()}</h3>
        {waterfall(lang, view)}
        <h3>{lang.uncounted_title()}</h3>
        {uncounted}
        <h3>{lang.clauses_title()}</h3>
        <ul class="plain clauses">{clauses}</ul>
        <p class="soft">{lang.partial_year()} " " {clause_chips(&[crate::rules::Clause::T8], 1)}</p>
    }
    .into_any()
}

/// Raw → counted → transferred → total → required → missing, by subject.
fn waterfall(lang: Lang, view: &YearView) -> AnyView {
    let assessment = &view.assessment;
    let rule = &assessment.rule;
    let (raw, counted, needs) = (assessment.raw, assessment.counted, assessment.needs);
    let columns = [lang.fact_professional(), lang.fact_public(), lang.total()];
    let row = |class: &'static str, name: AnyView, cells: [Option<Hours>; 3]| {
        let cells = cells.into_iter().zip(columns);
        let cells = cells
            .map(|(hours, column)| {
                view! { <td class="figure" data-label=column>{hours.map(|hours| hours.to_string())}</td> }
            })
            .collect_view();
        view! { <tr class=class><th scope="row">{name}</th>{cells}</tr> }
    };
    let transfer = (!assessment.transfer.is_zero())
        .then(|| row("", lang.waterfall_transfer().into_any(), [None, Some(assessment.transfer), None]));
    let professional = rule.base.professional.as_ref().map(|figure| figure.value);
    let public = rule.base.public_minimum.as_ref().map(|figure| figure.value);
    let asked = rule.base.requirement_sources();
    let required = view! { {lang.waterfall_required()} " " {imported_chips(&asked)} }.into_any();
    view! {
        <table class="waterfall stacks">
            <thead>
                <tr>
                    <td></td>
                    {columns.map(|column| view! { <th class="figure" scope="col">{column}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>
                {row("", lang.waterfall_raw().into_any(), [Some(raw.professional), Some(raw.public), Some(raw.total())])}
                {row(
                    "",
                    lang.waterfall_uncounted().into_any(),
                    [
                        Some(raw.professional - counted.professional),
                        Some(raw.public - counted.public),
                        Some(assessment.uncounted),
                    ],
                )}
                {row(
                    "sum",
                    lang.waterfall_counted().into_any(),
                    [Some(counted.professional), Some(counted.public), Some(assessment.total)],
                )}
                {transfer}
                {row("", required, [professional, public, Some(rule.base.total.value)])}
                {row(
                    "sum",
                    lang.waterfall_missing().into_any(),
                    [
                        professional.map(|_| needs.professional),
                        public.map(|_| needs.public),
                        Some(needs.sum()),
                    ],
                )}
            </tbody>
        </table>
        <p class="soft">
            {lang.arithmetic(
                &counted.professional.to_string(),
                &counted.public.to_string(),
                &assessment.total.to_string(),
            )}
        </p>
    }
    .into_any()
}

/// One entry that does not fully count: how much, why, how to mend it.
pub fn uncounted_row(lang: Lang, row: &UncountedRow, id: String) -> AnyView {
    let session = Session::get();
    let arrival = Arrival::get();
    let hours = if row.hours == row.raw {
        lang.uncounted_hours(&row.hours.to_string())
    } else {
        lang.uncounted_part(&row.hours.to_string(), &row.raw.to_string())
    };
    let entry = row.entry;
    view! {
        <li
            class="uncounted"
            data-testid=id
            data-value=row.reason.code()
            data-hours=row.hours.to_string()
        >
            <p>
                <b>{row.title.clone()}</b> " · " {row.end.to_string()} " · "
                {lang.subject_short(row.subject)} " · " <b>{hours}</b>
            </p>
            <p>{lang.reason(row.reason)} " " {clause_chips(&row.sources, 4)}</p>
            <p class="soft">
                {lang.remedy(row.reason)} " "
                <button
                    type="button"
                    class="link"
                    data-testid="uncounted-edit"
                    on:click=move |_| arrival.ask(session, Ask::EditEntry(entry))
                >
                    {lang.edit_entry()}
                </button>
            </p>
        </li>
    }
    .into_any()
}

impl Lang {
    const fn route_kind(self, kind: RouteKind) -> &'static str {
        match kind {
            RouteKind::Class => self.pick("培训活动", "classes and activities"),
            RouteKind::Bases => self.pick("线上基地", "online bases"),
            RouteKind::Courseware => self.pick("网络课件", "courseware"),
            RouteKind::Conversion => self.pick("折算认定", "conversion"),
            RouteKind::OtherPlatform => self.pick("其他平台", "another platform"),
        }
    }
}
