//! How much a week and a month, for each thing that is still missing.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::plan::PlanView;
use crate::rules::Date;
use crate::rules::steps::{Step, pace_per_month};
use crate::ui::atoms::clause_chips;
use crate::ui::session::lang;

pub fn pace(view: &PlanView) -> AnyView {
    let lang = lang();
    let rows: Vec<AnyView> = view
        .years()
        .flat_map(|year| year.steps.iter().map(|step| row(lang, step, year.earned.today)))
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="card">
            <h2>{lang.plan_pace()}</h2>
            <table class="figures">
                <thead>
                    <tr>
                        <th>{lang.plan_what()}</th>
                        <th>{lang.plan_when()}</th>
                        <th class="figure">{lang.plan_pace_week()}</th>
                        <th class="figure">{lang.plan_pace_month()}</th>
                        <th>{lang.column_basis()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(lang: Lang, step: &Step, today: Date) -> AnyView {
    let month = pace_per_month(step.hours, step.days_left);
    let value = format!("{}:{}:{month}", step.kind.code(), step.pace_per_week);
    let by = lang.plan_pace_by(&lang.day(step.last_day, today), &lang.days(step.days_left));
    view! {
        <tr data-testid="pace-row" data-value=value>
            <th scope="row">{step.hours.to_string()} " " {lang.step_kind(step.kind)}</th>
            <td>{by}</td>
            <td class="figure">{lang.plan_pace_week()} " " <b>{step.pace_per_week.to_string()}</b></td>
            <td class="figure">{lang.plan_pace_month()} " " <b>{month.to_string()}</b></td>
            <td class="chips">{clause_chips(&step.sources, 2)}</td>
        </tr>
    }
    .into_any()
}
