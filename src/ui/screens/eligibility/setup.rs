//! Which title, which year, which years: chosen here, kept in the profile. What reprints say of a
//! cycle's length is offered, never preset.

use crate::ui::view::prelude::*;

use crate::book::Profile;
use crate::i18n::Lang;
use crate::report::cycle::{Suggestion, cycle_of, suggestions};
use crate::rules::{Source, TitleLevel, Year};
use crate::ui::atoms::{Options, choices, clause_chips, options};
use crate::ui::session::{Session, lang};

pub fn setup() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let now = Year::of(session.today.get_untracked()).unwrap_or(Year::FIRST).get();
    let years = move |from: u16| -> Options {
        let mut list = vec![(String::new(), lang.p_none().to_owned())];
        list.extend((from..=now + 10).rev().map(|year| (year.to_string(), year.to_string())));
        list
    };
    let select = |id: &'static str,
                  name: &'static str,
                  list: Options,
                  get: fn(&Profile) -> String,
                  set: fn(&mut Profile, &str)| {
        let value = move || session.book.with(|book| get(book.profile()));
        let chosen = session.book.with_untracked(|book| get(book.profile()));
        view! {
            <label class="field">
                <span>{name}</span>
                <select data-testid=id prop:value=value on:change=move |event| {
                    let code = event_target_value(&event);
                    session.change_profile(move |profile| set(profile, &code));
                }>{options(list, &chosen)}</select>
            </label>
        }
        .into_any()
    };
    let first = Year::FIRST.get();
    let asked = Memo::new(move |_| session.book.with(|book| Asked::of(book.profile())));
    let advice = move || {
        session.rulebook.with_value(|rulebook| {
            let asked = asked.get();
            let offered = asked
                .application
                .map(|year| suggestions(rulebook, asked.title_sought, year))
                .unwrap_or_default();
            advice(lang, &asked, offered)
        })
    };
    view! {
        <section class="card setup">
            <div class="setup-fields">
                {select(
                    "c-title-sought",
                    lang.cycle_title_sought(),
                    choices(TitleLevel::ALL, TitleLevel::code, |title| lang.title_level(title)),
                    |profile| profile.title_sought.code().into(),
                    |profile, code| {
                        profile.title_sought = TitleLevel::from_code(code).unwrap_or(profile.title_sought);
                    },
                )}
                {select(
                    "c-application-year",
                    lang.cycle_application(),
                    years(2016),
                    |profile| year_code(profile.application_year),
                    |profile, year| profile.application_year = Year::parse(year),
                )}
                {select(
                    "c-cycle-from",
                    lang.cycle_from(),
                    years(first),
                    |profile| year_code(profile.cycle_from),
                    |profile, year| profile.cycle_from = Year::parse(year),
                )}
                {select(
                    "c-cycle-to",
                    lang.cycle_to(),
                    years(first),
                    |profile| year_code(profile.cycle_to),
                    |profile, year| profile.cycle_to = Year::parse(year),
                )}
            </div>
            {advice}
        </section>
    }
    .into_any()
}

fn year_code(year: Option<Year>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// What the screen is asked about.
#[derive(Clone, Copy, PartialEq)]
struct Asked {
    title_sought: TitleLevel,
    application: Option<Year>,
    from: Option<Year>,
    to: Option<Year>,
    complete: bool,
}

impl Asked {
    fn of(profile: &Profile) -> Asked {
        Asked {
            title_sought: profile.title_sought,
            application: profile.application_year,
            from: profile.cycle_from,
            to: profile.cycle_to,
            complete: cycle_of(profile).is_some(),
        }
    }
}

/// What is still to choose, and the spans that other offices' notices would give.
fn advice(lang: Lang, asked: &Asked, offered: Vec<Suggestion>) -> AnyView {
    let backwards = asked.from.zip(asked.to).is_some_and(|(from, to)| from > to);
    let open = (!asked.complete).then(|| {
        let text = if backwards { lang.cycle_backwards() } else { lang.cycle_open_text() };
        view! {
            <div data-testid="cycle-open">
                <h2>{lang.cycle_open_title()}</h2>
                <p>{text}</p>
            </div>
        }
    });
    let chosen = asked.from.zip(asked.to);
    let mut lines: Vec<(Vec<Source>, Vec<AnyView>)> = Vec::new();
    for suggestion in offered {
        let sources = suggestion.length.years.sources.clone();
        if lines.last().is_none_or(|(known, _)| *known != sources) {
            lines.push((sources, vec![]));
        }
        let is_chosen = chosen == Some((suggestion.from, suggestion.to));
        if let Some((_, buttons)) = lines.last_mut() {
            buttons.push(button(lang, &suggestion, is_chosen));
        }
    }
    let lines = lines
        .into_iter()
        .map(|(sources, buttons)| {
            view! { <p class="row">{clause_chips(&sources, 1)} {buttons}</p> }
        })
        .collect::<Vec<_>>();
    let offered = (!lines.is_empty()).then(|| {
        view! {
            <details class="suggestions" open=!asked.complete>
                <summary>
                    {lang.suggestions_title()} " "
                    <span class="tag tag-secondary">{lang.confidence(crate::rules::Confidence::Secondary)}</span>
                </summary>
                {lines}
            </details>
        }
    });
    view! { {open} {offered} }.into_any()
}

fn button(lang: Lang, suggestion: &Suggestion, is_chosen: bool) -> AnyView {
    let session = Session::get();
    let (from, to) = (suggestion.from, suggestion.to);
    let (years, first, last) = (suggestion.length.years.value, from.to_string(), to.to_string());
    let value = format!("{first}-{last}");
    let text = if suggestion.length.with_master {
        lang.suggestion_master(years, &first, &last)
    } else {
        lang.suggestion(years, &first, &last)
    };
    view! {
        <button
            type="button"
            data-testid="cycle-suggestion"
            data-value=value
            aria-pressed=is_chosen.to_string()
            on:click=move |_| {
                session.change_profile(move |profile| {
                    profile.cycle_from = Some(from);
                    profile.cycle_to = Some(to);
                });
            }
        >
            {text}
        </button>
    }
    .into_any()
}
