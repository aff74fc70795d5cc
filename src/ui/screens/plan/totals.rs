//! Earned and projected, side by side: two columns, and never a sum of both.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::plan::{PlanView, PlannedYear};
use crate::rules::rulebook::Figure;
use crate::rules::suggestion::{Outlook, Prefer};
use crate::rules::{Hours, Verdict};
use crate::ui::atoms::{imported_chips, rich};
use crate::ui::session::lang;

pub fn totals(view: &PlanView) -> AnyView {
    let lang = lang();
    let previous = view.previous.as_ref().map(|year| card(lang, year, "prev-"));
    view! { {previous} {card(lang, &view.chosen, "")} }.into_any()
}

fn card(lang: Lang, year: &PlannedYear, prefix: &'static str) -> AnyView {
    let (earned, projected) = (&year.earned, &year.projected);
    let rule = &earned.rule;
    let sentence = match (year.outlook(Prefer::Public), projected.verdict) {
        (Outlook::Closed, _) => lang.plan_closed().to_owned(),
        (Outlook::Open(_), _) => lang.plan_not_enough(&projected.needs.sum().to_string()),
        (Outlook::Enough, Verdict::MetWithCaution) => lang.plan_enough_caution().to_owned(),
        (Outlook::Enough, Verdict::Provisional) => lang.plan_enough_provisional().to_owned(),
        (Outlook::Enough, _) => lang.plan_enough().to_owned(),
    };
    let row = |id: &str,
               name: &'static str,
               now: Hours,
               then: Hours,
               required: Option<&Figure<Hours>>,
               missing: Option<Hours>| {
        let figure = |column: &str, name: &'static str, hours: Hours| {
            let id = format!("{prefix}{column}-{id}");
            let value = hours.to_string();
            view! { <td class="figure" data-label=name data-testid=id data-value=value.clone()>{value}</td> }
        };
        let plain = |hours: Option<Hours>| hours.map_or("–".to_owned(), |hours| hours.to_string());
        view! {
            <tr>
                <th scope="row">{name}</th>
                {figure("earned", lang.plan_now(), now)}
                {figure("projected", lang.plan_then(), then)}
                <td class="figure soft" data-label=lang.plan_required()>
                    {plain(required.map(|figure| figure.value))} " "
                    {imported_chips(required.map_or(&[], |figure| &figure.sources))}
                </td>
                <td class="figure" data-label=lang.plan_missing_then()>{plain(missing)}</td>
            </tr>
        }
        .into_any()
    };
    let (professional, public) = (rule.base.professional.as_ref(), rule.base.public_minimum.as_ref());
    // The line below names the last day without room for whose it is.
    let deadline = &rule.public_deadline;
    let deadline = deadline.sources.iter().any(|source| source.citation().is_some()).then(|| {
        let day = lang.day(deadline.value, earned.today);
        view! { <p class="soft">{lang.rule_public_deadline()} " " {day} " " {imported_chips(&deadline.sources)}</p> }
    });
    let (now, then, needs) = (earned.counted, projected.counted, projected.needs);
    view! {
        <section class="card">
            <h2>{lang.year_option(rule.year.get())} " · " {lang.plan_totals()}</h2>
            <p
                class="plan-answer"
                data-testid=format!("{prefix}projected-verdict")
                data-value=projected.verdict.code()
            >
                {rich(&sentence)}
            </p>
            <table class="plan-totals stacks">
                <thead>
                    <tr>
                        <td></td>
                        <th class="figure" scope="col">{lang.plan_now()}</th>
                        <th class="figure" scope="col">{lang.plan_then()}</th>
                        <th class="figure" scope="col">{lang.plan_required()}</th>
                        <th class="figure" scope="col">{lang.plan_missing_then()}</th>
                    </tr>
                </thead>
                <tbody>
                    {row(
                        "professional",
                        lang.fact_professional(),
                        now.professional,
                        then.professional,
                        professional,
                        professional.map(|_| needs.professional),
                    )}
                    {row("public", lang.fact_public(), now.public, then.public, public, public.map(|_| needs.public))}
                    {row(
                        "total",
                        lang.fact_total(),
                        earned.total,
                        projected.total,
                        Some(&rule.base.total),
                        Some(needs.sum()),
                    )}
                </tbody>
            </table>
            {deadline}
            <p class="soft">{lang.plan_apart()}</p>
        </section>
    }
    .into_any()
}
