//! The last days of each part, as a line and as text, and what should be checked.

use crate::ui::view::prelude::*;

use super::Which;
use crate::i18n::Lang;
use crate::report::YearView;
use crate::rules::Date;
use crate::rules::date::days_until;
use crate::ui::atoms::clause_chips;
use crate::ui::session::lang;

pub fn deadlines(view: &YearView, which: Which) -> AnyView {
    let lang = lang();
    let assessment = &view.assessment;
    let (rule, today) = (&assessment.rule, assessment.today);
    let professional = &rule.professional_deadline;
    let public = &rule.public_deadline;
    let warnings = view
        .warnings
        .iter()
        .map(|warning| {
            let count = warning.titles.len();
            let about = (count > 0).then(|| {
                let titles = warning.titles.clone();
                view! {
                    <details>
                        <summary>{lang.entries(count)}</summary>
                        <p class="soft">{lang.list(&titles)}</p>
                    </details>
                }
            });
            view! {
                <li data-testid=which.id("warning-row") data-value=warning.code.code()>
                    <p>{lang.warning(warning.code)} " " {clause_chips(&warning.sources, 3)}</p>
                    {about}
                </li>
            }
        })
        .collect_view();
    let warnings = (!view.warnings.is_empty()).then(|| {
        view! {
            <h3>{lang.warnings_title()}</h3>
            <ul class="plain warnings">{warnings}</ul>
        }
    });
    view! {
        <section class="card">
            <header class="card-head"><h2>{lang.deadlines_title()}</h2></header>
            {line(lang, rule.year.first_day(), today, professional.value, public.value)}
            <dl class="deadlines">
                <dt>{lang.deadline_professional()}</dt>
                <dd>
                    {day(which, "professional", professional.value, today)} " " {clause_chips(&professional.sources, 2)}
                </dd>
                <dt>{lang.deadline_public()}</dt>
                <dd>{day(which, "public", public.value, today)} " " {clause_chips(&public.sources, 2)}</dd>
            </dl>
            {warnings}
        </section>
    }
    .into_any()
}

fn day(which: Which, part: &str, last: Date, today: Date) -> AnyView {
    let lang = lang();
    let left = days_until(today, last);
    let words = match left {
        0 => lang.days_today().to_owned(),
        1.. => lang.days_left(&lang.days(left)),
        _ => lang.days_over(&lang.days(-left)),
    };
    view! {
        <b data-testid=which.id(&format!("deadline-{part}")) data-value=last.to_string()>
            {lang.day(last, today)}
        </b>
        " · "
        <span data-testid=which.id(&format!("days-left-{part}")) data-value=left.to_string()>{words}</span>
    }
    .into_any()
}

/// The year as a line with today and the two last days on it; the list below says the same.
fn line(lang: Lang, first: Date, today: Date, professional: Date, public: Date) -> AnyView {
    let whole = days_until(first, public).max(1);
    // In per mille of the line, kept a little inside so that no mark is cut off at the ends.
    let place = |day: Date| (days_until(first, day) * 1000 / whole).clamp(15, 985);
    let percent = |per_mille: i64| format!("{}.{}%", per_mille / 10, per_mille % 10);
    let mark = |class: &'static str, day: Date| view! { <circle class=class cx=percent(place(day)) cy="12" r="6" /> };
    view! {
        <svg class="time-line" width="100%" height="24" aria-hidden="true">
            <line class="time-rest" x1="0" x2="100%" y1="12" y2="12" />
            <line class="time-past" x1="0" x2=percent(place(today)) y1="12" y2="12" />
            {mark("mark-due", professional)}
            {mark("mark-due", public)}
            {mark("mark-today", today)}
        </svg>
        <p class="time-names soft" aria-hidden="true">
            <span>{lang.january()}</span>
            <span>{format!("{} {}", lang.today_mark(), lang.day(today, today))}</span>
            <span>{lang.day(public, public)}</span>
        </p>
    }
    .into_any()
}
