//! What could still be done: the fewest hours, by when, and whether that would itself look like
//! cramming.

use crate::ui::view::prelude::*;

use super::answer::{tone, years};
use crate::i18n::Lang;
use crate::report::cycle::CycleView;
use crate::rules::Date;
use crate::rules::cycle::CycleVerdict;
use crate::rules::remedy::{OpenYear, Plan, Task};
use crate::ui::atoms::{clause_chips, rich};
use crate::ui::session::lang;

pub fn remedy(view: &CycleView) -> AnyView {
    let lang = lang();
    let Some(remedy) = &view.remedy else {
        return match view.check.verdict {
            CycleVerdict::Crammed => card(lang, none(lang.remedy_none_crammed()), None),
            _ => ().into_any(),
        };
    };
    let today = view.check.years.first().map(|year| year.today).unwrap_or_default();
    let body = if remedy.plan.tasks.is_empty() {
        none(lang.remedy_none())
    } else {
        let instead =
            remedy.instead.as_ref().map(|other| plan(lang, other, lang.remedy_each_lead(), "instead", today));
        let lead = match view.check.verdict {
            CycleVerdict::Crammed => lang.remedy_each_lead(),
            _ => lang.remedy_lead(),
        };
        view! { {plan(lang, &remedy.plan, lead, "plan", today)} {instead} }.into_any()
    };
    let open: Vec<_> = remedy.open.iter().map(|open: &OpenYear| open.year).collect();
    let open = (!open.is_empty()).then(|| lang.remedy_open(&years(lang, &open)));
    card(lang, body, open)
}

fn none(text: &'static str) -> AnyView {
    view! { <p data-testid="cycle-remedy-none">{text}</p> }.into_any()
}

fn card(lang: Lang, body: AnyView, open: Option<String>) -> AnyView {
    view! {
        <section class="card">
            <header class="card-head"><h2>{lang.remedy_title()}</h2></header>
            {body}
            {open.map(|text| view! { <p class="soft">{text}</p> })}
        </section>
    }
    .into_any()
}

fn plan(lang: Lang, plan: &Plan, lead: &'static str, id: &str, today: Date) -> AnyView {
    let tasks = plan.tasks.iter().map(|task| task_row(lang, task, id, today)).collect_view();
    let (class, warning) = match plan.prospect {
        CycleVerdict::Crammed => ("hint", lang.remedy_crams()),
        CycleVerdict::MetOnAverageCaution => ("hint", lang.remedy_doubt()),
        _ => ("soft", lang.remedy_fine()),
    };
    view! {
        <h3>{lead}</h3>
        <ul class="tasks">{tasks}</ul>
        <p class="row">
            <span>{lang.remedy_prospect()}</span>
            <span
                class=format!("verdict verdict-{}", tone(plan.prospect))
                data-testid=format!("cycle-{id}-prospect")
                data-value=plan.prospect.code()
            >
                {lang.cycle_verdict(plan.prospect)}
            </span>
        </p>
        <p class=class>{warning}</p>
    }
    .into_any()
}

fn task_row(lang: Lang, task: &Task, id: &str, today: Date) -> AnyView {
    let text = lang.remedy_task(
        &task.year.to_string(),
        &task.hours.to_string(),
        lang.remedy_kind(task.kind),
        &lang.day(task.last_day, today),
    );
    let value = format!("{}:{}:{}:{}", task.year, task.kind.code(), task.hours, task.last_day);
    view! {
        <li data-testid=format!("cycle-{id}-task") data-value=value>
            {rich(&text)} " " {clause_chips(&task.sources, 3)}
        </li>
    }
    .into_any()
}
