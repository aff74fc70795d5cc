//! The answer in one or two sentences.

use crate::ui::view::prelude::*;

use super::Which;
use crate::i18n::Lang;
use crate::report::YearView;
use crate::rules::Verdict;
use crate::rules::steps::StepKind;
use crate::ui::atoms::rich;
use crate::ui::session::lang;

pub fn headline(view: &YearView, which: Which) -> AnyView {
    let lang = lang();
    let assessment = &view.assessment;
    let rule = &assessment.rule;
    let missing = assessment.needs.sum();
    let verdict = assessment.verdict;
    let chip = if missing.is_zero() {
        lang.verdict(verdict).to_owned()
    } else {
        lang.chip_missing(lang.verdict(verdict), &missing.to_string())
    };
    let lines =
        sentences(view, lang).into_iter().map(|line| view! { <span>{rich(&line)}</span> }).collect_view();
    let today = lang.day(assessment.today, rule.year.first_day());
    let planned = (!assessment.planned.is_zero())
        .then(|| view! { <p class="soft">{lang.chip_projected(&assessment.planned.to_string())}</p> });
    let headline = match which {
        Which::Chosen => view! { <h1 class="headline">{lines}</h1> }.into_any(),
        Which::Previous => view! { <h2 class="headline">{lines}</h2> }.into_any(),
    };
    view! {
        <p class="row">
            <b class="which-year">{lang.year_option(rule.year.get())}</b>
            <span
                class=format!("verdict verdict-{}", verdict.code())
                data-testid=which.id("verdict")
                data-value=verdict.code()
            >
                {chip}
            </span>
        </p>
        {headline}
        <p class="soft">{lang.context_line(lang.city(rule.city), rule.year.get(), &today)}</p>
        {planned}
    }
    .into_any()
}

/// What, how much, by when.
fn sentences(view: &YearView, lang: Lang) -> Vec<String> {
    let assessment = &view.assessment;
    let rule = &assessment.rule;
    let (today, needs) = (assessment.today, assessment.needs);
    let mut lines = Vec::new();
    match assessment.verdict {
        Verdict::Met | Verdict::MetWithCaution => {
            let (total, required) = (assessment.total.to_string(), rule.base.total.value.to_string());
            lines.push(lang.headline_met(rule.year.get(), &total, &required));
            if !assessment.transfer.is_zero() {
                lines.push(lang.headline_met_surplus(&assessment.transfer.to_string()));
            }
        }
        Verdict::Provisional => {
            lines.push(lang.headline_provisional(rule.year.get()));
            lines.push(match needs.sum().is_zero() {
                true => lang.headline_provisional_enough().into(),
                false => lang.headline_provisional_need(&needs.sum().to_string()),
            });
        }
        Verdict::Closed => {
            let last = &rule.professional_deadline.value;
            if !needs.professional.is_zero() {
                let day = lang.day(*last, today);
                lines.push(lang.headline_closed_professional(&needs.professional.to_string(), &day));
            }
            let rest = needs.public + needs.any;
            if !rest.is_zero() && today > rule.public_deadline.value {
                let day = lang.day(rule.public_deadline.value, today);
                lines.push(lang.headline_closed_rest(&rest.to_string(), &day));
            }
            lines.push(lang.closed_hint().into());
        }
        Verdict::Short => {
            for step in &view.steps {
                let (day, hours) = (lang.day(step.last_day, today), step.hours.to_string());
                lines.push(match step.kind {
                    StepKind::Professional => lang.headline_professional(&day, &hours),
                    StepKind::Public => lang.headline_public(&day, &hours),
                    StepKind::Any => lang.headline_any(&day, &hours),
                });
            }
        }
    }
    lines
}
