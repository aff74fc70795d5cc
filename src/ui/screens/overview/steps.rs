//! What to do: one card per step, the earliest last day first.

use crate::ui::view::prelude::*;

use super::Which;
use crate::report::YearView;
use crate::rules::steps::{OpenRoute, Step};
use crate::ui::atoms::clause_chips;
use crate::ui::session::lang;

pub fn steps(view: &YearView, which: Which) -> AnyView {
    if view.steps.is_empty() {
        return ().into_any();
    }
    let today = view.assessment.today;
    let cards = view.steps.iter().map(|step| card(step, which, today)).collect_view();
    view! { <ol class="steps">{cards}</ol> }.into_any()
}

fn card(step: &Step, which: Which, today: crate::rules::Date) -> AnyView {
    let lang = lang();
    let value = format!("{}:{}:{}", step.kind.code(), step.hours, step.last_day);
    let when = match step.days_left {
        0 => lang.step_today(&step.hours.to_string()),
        days => lang.step_days_left(&lang.days(days), &step.pace_per_week.to_string()),
    };
    let routes = step.routes.iter().map(|route| open_route(route, today)).collect_view();
    view! {
        <li class="step" data-testid=which.id("step-row") data-value=value>
            <p class="step-amount">
                <b class="number">{step.hours.to_string()}</b>
                {lang.step_kind(step.kind)}
            </p>
            <p class="soft">{lang.until_day(&lang.day(step.last_day, today))} " · " {when}</p>
            <ul>{routes}</ul>
            <p class="chips">{clause_chips(&step.sources, 4)}</p>
        </li>
    }
    .into_any()
}

fn open_route(route: &OpenRoute, today: crate::rules::Date) -> AnyView {
    let lang = lang();
    let until = route
        .until
        .map(|day| view! { <span class="soft">" · " {lang.until_day(&lang.day(day, today))}</span> });
    view! { <li>{lang.way(route.way)} {until} " " {clause_chips(&route.sources, 2)}</li> }.into_any()
}
