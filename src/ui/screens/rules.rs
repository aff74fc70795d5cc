//! The rulebook by year and city: every figure with its clause and confidence, and all clauses.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::rulebook::{Item, ItemValue, items};
use crate::rules::clause::{CLAUSES, ClauseInfo};
use crate::rules::{City, Confidence, Year};
use crate::ui::atoms::{choices, clause_chips, options};
use crate::ui::session::{Session, lang};

#[component]
pub fn Rules() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let year = RwSignal::new(session.year.get_untracked());
    let city = RwSignal::new(
        session.book.with_untracked(|book| book.profile().city_in(session.year.get_untracked())),
    );
    let newest = session.rulebook.with_value(|rulebook| rulebook.newest_year());
    let imported = session.book.with_untracked(|book| book.notices().last().map(|notice| notice.year));
    let last = newest.next().unwrap_or(newest).max(imported.unwrap_or(newest));
    let years = (Year::FIRST.get()..=last.get())
        .rev()
        .map(|year| (year.to_string(), lang.year_option(year)))
        .collect();
    let figures = move || {
        let rule = session.rulebook.with_value(|rulebook| rulebook.rule(year.get(), city.get()));
        let presumed = rule.provisional.then(|| view! { <p class="hint">{lang.not_published()}</p> });
        let rows = items(&rule).iter().map(|item| figure_row(lang, item)).collect_view();
        view! {
            {presumed}
            <table class="figures">
                <thead>
                    <tr>
                        <th>{lang.figure()}</th>
                        <th>{lang.figure_value()}</th>
                        <th>{lang.column_basis()}</th>
                        <th>{lang.figure_confidence()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    let clauses = |official: bool| {
        CLAUSES
            .iter()
            .filter(|info| (info.document.confidence() == Confidence::Official) == official)
            .map(|info| clause_row(lang, info))
            .collect_view()
    };
    view! {
        <header class="bar"><h1>{lang.rules_title()}</h1></header>
        <p class="soft">{lang.rules_intro()}</p>
        <section class="card">
            <div class="row">
                <label class="field">
                    <span>{lang.year_label()}</span>
                    <select data-testid="rules-year" on:change=move |event| {
                        if let Some(chosen) = Year::parse(&event_target_value(&event)) {
                            year.set(chosen);
                        }
                    }>{options(years, &year.get_untracked().to_string())}</select>
                </label>
                <label class="field">
                    <span>{lang.rules_city()}</span>
                    <select data-testid="rules-city" on:change=move |event| {
                        if let Some(chosen) = City::from_code(&event_target_value(&event)) {
                            city.set(chosen);
                        }
                    }>
                        {options(
                            choices(City::ALL, City::code, |city| lang.city(city)),
                            city.get_untracked().code(),
                        )}
                    </select>
                </label>
            </div>
            {figures}
            <p class="soft">{lang.confidence_legend()}</p>
        </section>
        <super::notices::Notices />
        <super::conversion::Conversions />
        <section class="card">
            <h2>{lang.clause_official_text()}</h2>
            <ul class="plain clauses">{clauses(true)}</ul>
        </section>
        <section class="card">
            <h2>{lang.clause_other_text()}</h2>
            <ul class="plain clauses">{clauses(false)}</ul>
        </section>
    }
}

fn figure_row(lang: Lang, item: &Item) -> AnyView {
    let confidence = item.confidence();
    let (tag, name) = match confidence {
        Some(confidence) => (confidence.code(), lang.confidence(confidence)),
        None => ("none", "–"),
    };
    let value = match &item.value {
        ItemValue::Hours(hours) => lang.hours_value(&hours.to_string()),
        ItemValue::Minutes(minutes) => lang.minutes_value(*minutes),
        ItemValue::Day(day) => day.to_string(),
        ItemValue::NotKnown => lang.not_known().to_owned(),
        ItemValue::NoneStated => lang.none_stated().to_owned(),
        ItemValue::Words => lang.rule_words(item.kind).to_owned(),
    };
    let places = item.sources.iter().filter_map(|source| source.citation());
    let places = places
        .map(|place| view! { <small class="soft cited" data-testid="figure-place">{place.place()}</small> })
        .collect_view();
    view! {
        <tr data-testid="rule-figure" data-value=item.kind.code()>
            <th scope="row">{lang.rule_item(item.kind)}</th>
            <td>{value}</td>
            <td class="chips">
                {clause_chips(&item.sources, 4)} {places}
            </td>
            <td><span class=format!("tag tag-{tag}")>{name}</span></td>
        </tr>
    }
    .into_any()
}

fn clause_row(lang: Lang, info: &ClauseInfo) -> AnyView {
    let place = format!("{} {}", info.document.number(), lang.pick(info.section, info.section_en));
    view! {
        <li data-testid="clause-row" data-value=info.clause.code()>
            {clause_chips(&[info.clause], 1)} " " {lang.pick(info.zh, info.en)} " " <span class="soft">{place}</span>
        </li>
    }
    .into_any()
}
