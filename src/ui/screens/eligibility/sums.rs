//! The sums, the average and the concentration, with the arithmetic written out.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::cycle::CycleView;
use crate::rules::{Clause, Hours, Source};
use crate::ui::atoms::clause_chips;
use crate::ui::session::lang;

pub fn sums(view: &CycleView) -> AnyView {
    let lang = lang();
    let check = &view.check;
    let years = check.years.len();
    let totals = check.years.iter().map(|year| year.total);
    let professional = check.years.iter().filter(|year| year.rule.base.professional.is_some());
    let professional_row = (!check.required_professional.is_zero()).then(|| {
        row(
            lang,
            "cycle-sum-professional",
            lang.fact_professional(),
            plus(professional.map(|year| year.counted.professional)),
            check.professional,
            check.required_professional,
        )
    });
    let average = check.average_total();
    let asked = Hours::from_hundredths(check.required_total.hundredths() / years.max(1) as u64);
    let divided = format!("{} ÷ {years} = ", check.sum_total());
    let is_exact = average.hundredths() * years as u64 == check.sum_total().hundredths();
    let rounded = (!is_exact).then(|| view! { <small class="soft">{lang.sums_rounded()}</small> });
    let mut sources: Vec<Source> = Vec::new();
    for year in &check.years {
        for source in year.rule.base.total.sources.iter().take(1) {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
    }
    view! {
        <section class="card">
            <header class="card-head"><h2>{lang.sums_title()}</h2> <span>{clause_chips(&sources, 3)}</span></header>
            <dl class="sums">
                {row(lang, "cycle-sum-total", lang.total(), plus(totals), check.sum_total(), check.required_total)}
                {professional_row}
                <div>
                    <dt>{lang.sums_average()}</dt>
                    <dd>
                        {divided}
                        <b data-testid="cycle-average-total" data-value=average.to_string()>{average.to_string()}</b>
                        <span class="soft">" · " {lang.sums_average_required(&asked.to_string())}</span> " " {rounded}
                    </dd>
                </div>
                {concentration(lang, view)}
            </dl>
        </section>
    }
    .into_any()
}

/// `95 + 30 + 110`.
fn plus(hours: impl Iterator<Item = Hours>) -> String {
    let mut text = String::new();
    for hours in hours {
        if !text.is_empty() {
            text.push_str(" + ");
        }
        text.push_str(&hours.to_string());
    }
    text
}

fn row(
    lang: Lang,
    id: &'static str,
    name: &'static str,
    arithmetic: String,
    have: Hours,
    required: Hours,
) -> AnyView {
    let (sign, class, text) = if have >= required {
        ("≥", "tag tag-met", format!("✓ {}", lang.sums_enough()))
    } else {
        ("<", "tag tag-error", lang.sums_missing(&(required - have).to_string()))
    };
    view! {
        <div>
            <dt>{name}</dt>
            <dd>
                {arithmetic} " = " <b data-testid=id data-value=have.to_string()>{have.to_string()}</b>
                {format!(" {sign} {required} ")} <span class=class>{text}</span>
            </dd>
        </div>
    }
    .into_any()
}

fn concentration(lang: Lang, view: &CycleView) -> AnyView {
    let check = &view.check;
    let share = check.concentration;
    let (part, whole) = (share.part.to_string(), share.whole.to_string());
    let percent = share.hundredths();
    let several = check.years.len() > 1;
    let (largest, required) = (check.largest_year.to_string(), check.required_total.to_string());
    let ban = if check.largest_year < check.required_total {
        lang.concentration_apart(&largest, &required)
    } else {
        lang.concentration_within(&largest, &required)
    };
    let lines = several.then(|| {
        view! {
            <small class="soft">{lang.concentration_how()}</small>
            <small class="soft">{ban} " " {clause_chips(&[Clause::Hb18, Clause::Ah7], 2)}</small>
            <small class="soft">
                {lang.concentration_line(view.line.value)} " " {clause_chips(&view.line.sources, 1)}
            </small>
        }
    });
    view! {
        <div>
            <dt>{lang.concentration()}</dt>
            <dd>
                <span data-testid="cycle-concentration" data-value=view.concentration()>
                    {lang.concentration_text(&part, &whole, percent)}
                </span>
                {lines}
            </dd>
        </div>
    }
    .into_any()
}
