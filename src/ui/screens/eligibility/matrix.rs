//! Year by year: required, counted, transferred, uncounted, met. On a phone a row is a card.

use crate::ui::view::prelude::*;

use super::super::overview::uncounted_row;
use crate::i18n::Lang;
use crate::report::bars::SegmentKind;
use crate::report::cycle::{CycleView, YearRow};
use crate::rules::{Assessment, Hours, Verdict};
use crate::ui::atoms::imported_chips;
use crate::ui::session::lang;

pub fn matrix(view: &CycleView) -> AnyView {
    let lang = lang();
    let check = &view.check;
    let rows = check.years.iter().zip(&view.rows).map(|(year, row)| year_row(lang, year, row)).collect_view();
    let none = check.years.iter().all(|year| year.lines.is_empty());
    let empty = none.then(|| view! { <p class="hint">{lang.cycle_no_entries()}</p> });
    let transfer: Hours = check.years.iter().map(|year| year.transfer).sum();
    let uncounted: Hours = check.years.iter().map(|year| year.uncounted).sum();
    let required = required(check.required_total, Some(check.required_professional)).into_any();
    let sums = [check.sum.professional, check.sum.public, transfer, check.sum_total(), uncounted];
    view! {
        <section class="card">
            <header class="card-head">
                <h2>{lang.matrix_title()}</h2>
                <span class="soft matrix-legend">{lang.matrix_legend()}</span>
            </header>
            {empty}
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col">{lang.matrix_year()}</th>
                        <th scope="col" class="figure">{lang.matrix_required()}</th>
                        <th scope="col" class="figure">{lang.fact_professional()}</th>
                        <th scope="col" class="figure">{lang.fact_public()}</th>
                        <th scope="col" class="figure">{lang.bar_transfer()}</th>
                        <th scope="col" class="figure">{lang.total()}</th>
                        <th scope="col" class="figure">{lang.fact_uncounted()}</th>
                        <th scope="col">{lang.matrix_verdict()}</th>
                        <td class="matrix-bar"></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{lang.total()}</th>
                        {cells(lang, required, sums)}
                        <td class="matrix-verdict"></td>
                        <td class="matrix-bar"></td>
                    </tr>
                </tfoot>
            </table>
            {uncounted_entries(lang, view, uncounted)}
        </section>
    }
    .into_any()
}

/// `90 · 60`; a year before 2016 has no professional part.
fn required(total: Hours, professional: Option<Hours>) -> String {
    match professional {
        Some(professional) if !professional.is_zero() => format!("{total} · {professional}"),
        _ => total.to_string(),
    }
}

fn cells(
    lang: Lang,
    required: AnyView,
    [professional, public, transfer, total, uncounted]: [Hours; 5],
) -> AnyView {
    let cell = |class: &'static str, label: &'static str, hours: Hours, is_quiet: bool| {
        let text = if is_quiet && hours.is_zero() { "–".to_owned() } else { hours.to_string() };
        view! { <td class=class data-label=label>{text}</td> }
    };
    view! {
        <td class="figure soft" data-label=lang.matrix_required()>{required}</td>
        {cell("figure", lang.fact_professional(), professional, false)}
        {cell("figure", lang.fact_public(), public, false)}
        {cell("figure", lang.bar_transfer(), transfer, true)}
        {cell("figure strong", lang.total(), total, false)}
        {cell("figure", lang.fact_uncounted(), uncounted, true)}
    }
    .into_any()
}

fn year_row(lang: Lang, year: &Assessment, row: &YearRow) -> AnyView {
    let base = &year.rule.base;
    let required = required(base.total.value, base.professional.as_ref().map(|figure| figure.value));
    let required = view! { {required} " " {imported_chips(&base.requirement_sources())} }.into_any();
    let counted = year.counted;
    let hours = [counted.professional, counted.public, year.transfer, year.total, year.uncounted];
    let missing = year.needs.sum().to_string();
    let (tag, text) = match year.verdict {
        Verdict::Met => ("tag tag-met", format!("✓ {}", lang.year_met())),
        Verdict::MetWithCaution => ("tag tag-warn", lang.year_met_ask().to_owned()),
        Verdict::Short => ("tag tag-error", lang.year_short(&missing)),
        Verdict::Closed => ("tag tag-error", lang.year_closed(&missing)),
        Verdict::Provisional => ("tag tag-warn", lang.year_provisional().to_owned()),
    };
    view! {
        <tr
            data-testid="cycle-year-row"
            data-year=year.rule.year.to_string()
            data-value=year.verdict.code()
            data-total=year.total.to_string()
            data-transfer=year.transfer.to_string()
            data-uncounted=year.uncounted.to_string()
        >
            <th scope="row">{year.rule.year.to_string()}</th>
            {cells(lang, required, hours)}
            <td class="matrix-verdict"><span class=tag>{text}</span></td>
            <td class="matrix-bar" aria-hidden="true">{bar(row)}</td>
        </tr>
    }
    .into_any()
}

/// The year's stack on the common scale; the figures beside it say the same.
fn bar(row: &YearRow) -> AnyView {
    let width = |part: u64| format!("{}.{}%", part / 10, part % 10);
    let segments = row
        .bar
        .segments
        .iter()
        .map(|part| {
            let class = match part.kind {
                SegmentKind::Professional => "seg seg-pro",
                SegmentKind::Public => "seg seg-pub",
                SegmentKind::Transfer => "seg seg-transfer",
                SegmentKind::Gap => "seg seg-gap",
            };
            view! { <span class=class style:width=width(part.per_mille)></span> }
        })
        .collect_view();
    view! {
        <div class="lane">
            <div class="stack">{segments}</div>
            <i class="mark" style:left=width(row.mark)></i>
        </div>
    }
    .into_any()
}

/// The reason for every hour that does not count.
fn uncounted_entries(lang: Lang, view: &CycleView, hours: Hours) -> AnyView {
    if hours.is_zero() {
        return ().into_any();
    }
    let rows = view
        .rows
        .iter()
        .flat_map(|row| &row.uncounted)
        .map(|row| uncounted_row(lang, row, "uncounted-row".to_owned()))
        .collect_view();
    view! {
        <details class="matrix-uncounted">
            <summary data-testid="cycle-uncounted-open">{lang.uncounted_by_year(&hours.to_string())}</summary>
            <ul class="plain">{rows}</ul>
        </details>
    }
    .into_any()
}
