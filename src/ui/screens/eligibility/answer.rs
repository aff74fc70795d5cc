//! The answer in one sentence, with the clauses that carry it.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::cycle::{CautionRow, CycleView};
use crate::rules::Year;
use crate::rules::cycle::CycleVerdict;
use crate::ui::atoms::{clause_chips, rich};
use crate::ui::session::lang;

pub fn answer(view: &CycleView) -> AnyView {
    let lang = lang();
    let verdict = view.check.verdict;
    let cautions = view.cautions.iter().map(|row| caution(lang, row)).collect_view();
    let cautions = (!view.cautions.is_empty()).then(|| {
        view! {
            <h3>{lang.cautions_title()}</h3>
            <ul class="plain warnings">{cautions}</ul>
        }
    });
    view! {
        <section class="card answer">
            <p>
                <span
                    class=format!("verdict verdict-{}", tone(verdict))
                    data-testid="cycle-verdict"
                    data-value=verdict.code()
                >
                    {lang.cycle_verdict(verdict)}
                </span>
            </p>
            <h2 class="headline">{rich(&headline(lang, view))}</h2>
            <p class="soft">{explanation(lang, view)} " " {clause_chips(&view.check.sources, 6)}</p>
            {cautions}
        </section>
    }
    .into_any()
}

/// The colours of a year's verdict, taken over.
pub fn tone(verdict: CycleVerdict) -> &'static str {
    match verdict {
        CycleVerdict::MetEveryYear | CycleVerdict::MetOnAverage => "met",
        CycleVerdict::Short => "short",
        CycleVerdict::Provisional
        | CycleVerdict::MetEveryYearCaution
        | CycleVerdict::MetOnAverageCaution
        | CycleVerdict::Crammed => "provisional",
    }
}

fn headline(lang: Lang, view: &CycleView) -> String {
    let check = &view.check;
    let (from, to) = (check.cycle.from, check.cycle.to);
    let average = check.average_total().to_string();
    match check.verdict {
        CycleVerdict::MetEveryYear if from == to => lang.headline_every_year_one(&from.to_string()),
        CycleVerdict::MetEveryYear => lang.headline_every_year(&format!("{from}–{to}")),
        CycleVerdict::MetEveryYearCaution => lang.headline_every_year_caution().into(),
        CycleVerdict::MetOnAverage => lang.headline_average(check.years.len(), &average),
        CycleVerdict::MetOnAverageCaution => lang.headline_average_caution(check.years.len(), &average),
        CycleVerdict::Crammed => lang.headline_crammed().into(),
        CycleVerdict::Provisional if check.years.iter().any(|year| year.rule.provisional) => {
            lang.headline_cycle_provisional().into()
        }
        CycleVerdict::Provisional => lang.headline_cycle_too_early().into(),
        CycleVerdict::Short => {
            let Some(remedy) = &view.remedy else { return String::new() };
            let (professional, any) = (remedy.professional.to_string(), remedy.any.to_string());
            match (remedy.professional.is_zero(), remedy.any.is_zero()) {
                (false, false) => lang.headline_short_both(&professional, &any),
                (false, true) => lang.headline_short_professional(&professional),
                _ => lang.headline_short_any(&any),
            }
        }
    }
}

/// Why it is so, in the sentences before the clauses.
fn explanation(lang: Lang, view: &CycleView) -> String {
    let check = &view.check;
    let not_met = view.years_not_met();
    let not_met = if not_met.is_empty() { String::new() } else { lang.line_not_met(&years(lang, &not_met)) };
    let why = match check.verdict {
        CycleVerdict::MetEveryYear | CycleVerdict::MetEveryYearCaution => return String::new(),
        CycleVerdict::Provisional => return lang.line_provisional().into(),
        CycleVerdict::Crammed => lang.line_crammed().to_owned(),
        CycleVerdict::Short if check.years.len() == 1 => lang.line_no_average_one().to_owned(),
        CycleVerdict::Short if view.average_is_over.is_some() => {
            lang.line_no_average_late(&view.average_is_over.map(|y| y.to_string()).unwrap_or_default())
        }
        _ => lang.line_average().to_owned(),
    };
    format!("{not_met}{}{why}", lang.pick("", " "))
}

pub fn years(lang: Lang, years: &[Year]) -> String {
    lang.list(&years.iter().map(Year::to_string).collect::<Vec<_>>())
}

fn caution(lang: Lang, row: &CautionRow) -> AnyView {
    let about = (!row.years.is_empty())
        .then(|| view! { <span class="soft">{lang.caution_years(&years(lang, &row.years))}</span> });
    view! {
        <li data-testid="cycle-caution" data-value=row.caution.code()>
            <p>{lang.cycle_caution(row.caution)} " " {about} " " {clause_chips(&row.sources, 4)}</p>
        </li>
    }
    .into_any()
}
