//! The stamp route: the offices in order, what each stamps, on which clause, and its telephone.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::cycle::{CycleView, OpenKind};
use crate::report::stamps::StampView;
use crate::rules::Clause;
use crate::rules::rulebook::Telephone;
use crate::rules::stamp_route::{Office, StampStep};
use crate::ui::atoms::clause_chips;
use crate::ui::session::lang;

pub fn stamps(view: &StampView) -> AnyView {
    let lang = lang();
    let applicant = &view.applicant;
    let steps = view.steps.iter().map(|step| step_card(lang, step)).collect_view();
    let other_year = view.steps.iter().find_map(|step| step.from_other_year).map(|found| {
        let text = lang.stamps_other_year(found.get(), view.year.get());
        view! { <p class="hint" data-testid="stamps-other-year" data-value=found.to_string()>{text}</p> }
    });
    view! {
        <section class="card">
            <header class="card-head">
                <h2>{lang.stamps_title()}</h2>
                <a href="#/data">{lang.stamps_change()}</a>
            </header>
            <p>
                {lang.stamps_for(lang.city(applicant.city), lang.unit_level(applicant.unit_level), view.year.get())}
                <br />
                <span class="soft">
                    {lang.stamps_titles(
                        lang.title_level(applicant.title_held),
                        lang.title_level(applicant.title_sought),
                    )}
                </span>
            </p>
            {other_year}
            <ol class="route">{steps}</ol>
        </section>
    }
    .into_any()
}

fn step_card(lang: Lang, step: &StampStep) -> AnyView {
    let notes = [
        (step.office == Office::IndustryDepartment, lang.stamps_supervising()),
        (step.sources.iter().any(|source| *source == Clause::Hb13), lang.stamps_base()),
        (step.office == Office::AskLocalHrss, lang.stamps_ask()),
    ];
    let notes = notes
        .into_iter()
        .filter(|(applies, _)| *applies)
        .map(|(_, text)| view! { <p class="soft">{text}</p> })
        .collect_view();
    let year = step
        .from_other_year
        .filter(|_| step.office != Office::AskLocalHrss)
        .map(|year| view! { <span class="tag tag-warn">{lang.stamps_step_year(year.get())}</span> });
    let telephones = step.telephones.iter().map(|known| telephone(lang, known)).collect_view();
    view! {
        <li data-testid="stamp-step" data-value=step.office.code()>
            <p class="route-office"><b>{lang.office(step.office)}</b> " " {year}</p>
            <p>{lang.stamped(step.stamps)} " " {clause_chips(&step.sources, 4)}</p>
            {notes}
            {telephones}
        </li>
    }
    .into_any()
}

fn telephone(lang: Lang, known: &Telephone) -> AnyView {
    let whose = match lang {
        Lang::Zh => known.zh.clone(),
        Lang::En => known.en.clone(),
    };
    view! {
        <p class="route-telephone">
            <span class="soft">{lang.telephone()}</span> " "
            <a href=format!("tel:{}", known.number) data-testid="stamp-telephone" data-value=known.number.clone()>
                {known.number.clone()}
            </a>
            " " <span class="soft">{whose}</span> " " {clause_chips(std::slice::from_ref(&known.source), 1)}
        </p>
    }
    .into_any()
}

/// Beside the title check: the offices in one line each, and how many stamps are missing.
pub fn stamps_in_short(cycle: &CycleView, view: &StampView) -> AnyView {
    let lang = lang();
    let missing = cycle.checklist.iter().find(|point| point.kind == OpenKind::NotVerified);
    let missing = missing.map_or(0, |point| point.count());
    let has_entries = cycle.check.years.iter().any(|year| !year.lines.is_empty());
    let count = has_entries.then(|| {
        let text = match missing {
            0 => lang.stamps_all_there().to_owned(),
            some => lang.stamps_missing(&lang.entries(some)),
        };
        view! { <p class="soft" data-testid="stamps-missing" data-value=missing.to_string()>{text}</p> }
    });
    let steps = view
        .steps
        .iter()
        .map(|step| {
            view! {
                <li>
                    <b>{lang.office(step.office)}</b> " "
                    <span class="soft">{lang.stamped(step.stamps)}</span> " " {clause_chips(&step.sources, 2)}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card">
            <header class="card-head">
                <h2>{lang.stamps_title()}</h2>
                <a href="#/pack">{lang.stamps_open()}</a>
            </header>
            {count}
            <ol class="route route-short">{steps}</ol>
        </section>
    }
    .into_any()
}
