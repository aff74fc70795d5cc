//! The profile: what the rules and the printed papers need of a person. No field for an identity
//! number exists.

use crate::ui::view::prelude::*;

use crate::book::Profile;
use crate::book::profile::Degree;
use crate::rules::date::parse_date;
use crate::rules::{City, TitleLevel, UnitLevel, Year};
use crate::ui::atoms::{Options, choices, options};
use crate::ui::session::{Session, lang};

pub fn person() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let edited = RwSignal::new(session.book.with_untracked(|book| book.profile().clone()));
    let since_text = RwSignal::new(since(&edited.get_untracked()));
    // Another act (undo, another tab) may change the profile while the form is open. Another
    // entry does not: what is being typed stays.
    let stored = Memo::new(move |_| session.book.with(|book| book.profile().clone()));
    Effect::new(move |_| {
        let profile = stored.get();
        since_text.set(since(&profile));
        edited.set(profile);
    });
    let since_error = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = since_text.get_untracked();
        let day = parse_date(&written).ok();
        since_error.set(day.is_none() && !written.trim().is_empty());
        if since_error.get_untracked() {
            return crate::ui::focus::focus("p-title-since");
        }
        let mut profile = edited.get_untracked();
        profile.title_held_since = day;
        session.set_profile(profile);
    };
    let now = Year::of(session.today.get_untracked()).unwrap_or(Year::FIRST).get();
    let years = move |from: u16, to: u16| -> Options {
        let mut list = vec![(String::new(), lang.p_none().to_owned())];
        list.extend((from..=to).rev().map(|year| (year.to_string(), year.to_string())));
        list
    };
    let text = |id: &'static str, name: &'static str, part: fn(&mut Profile) -> &mut String| {
        let value = move || edited.with(|profile| part(&mut profile.clone()).clone());
        view! {
            <label class="field">
                <span>{name}</span>
                <input type="text" data-testid=id autocomplete="off" prop:value=value on:input=move |event| {
                    let text = event_target_value(&event);
                    edited.update(|profile| *part(profile) = text);
                } />
            </label>
        }
        .into_any()
    };
    let select = |id: &'static str,
                  name: &'static str,
                  list: Options,
                  get: fn(&Profile) -> String,
                  set: fn(&mut Profile, &str)| {
        let chosen = edited.with_untracked(get);
        view! {
            <label class="field">
                <span>{name}</span>
                <select data-testid=id prop:value=move || edited.with(get) on:change=move |event| {
                    let code = event_target_value(&event);
                    edited.update(|profile| set(profile, &code));
                }>{options(list, &chosen)}</select>
            </label>
        }
        .into_any()
    };
    let titles = move || choices(TitleLevel::ALL, TitleLevel::code, |title| lang.title_level(title));
    let cities = move || choices(City::ALL, City::code, |city| lang.city(city));
    view! {
        <section class="card">
            <h2>{lang.person_title()}</h2>
            <p class="soft">{lang.person_lead()}</p>
            <form class="person-form" novalidate on:submit=submit>
                <div class="fields">
                    {text("p-name", lang.p_name(), |profile| &mut profile.name)}
                    {text("p-sex", lang.p_sex(), |profile| &mut profile.sex)}
                    {text("p-unit", lang.p_unit(), |profile| &mut profile.unit)}
                    {text("p-unit-kind", lang.p_unit_kind(), |profile| &mut profile.unit_kind)}
                    {select(
                        "p-city",
                        lang.p_city(),
                        cities(),
                        |profile| profile.city.code().into(),
                        |profile, code| profile.city = City::from_code(code).unwrap_or(profile.city),
                    )}
                    {text("p-county", lang.p_county(), |profile| &mut profile.county)}
                    {select(
                        "p-unit-level",
                        lang.p_unit_level(),
                        choices(UnitLevel::ALL, UnitLevel::code, |level| lang.unit_level(level)),
                        |profile| profile.unit_level.code().into(),
                        |profile, code| {
                            profile.unit_level = UnitLevel::from_code(code).unwrap_or(profile.unit_level);
                        },
                    )}
                    {select(
                        "p-title-held",
                        lang.p_title_held(),
                        titles(),
                        |profile| profile.title_held.code().into(),
                        |profile, code| {
                            profile.title_held = TitleLevel::from_code(code).unwrap_or(profile.title_held);
                        },
                    )}
                    <div class="field">
                        <label for="p-title-since">{lang.p_title_since()}</label>
                        <input
                            type="text"
                            id="p-title-since"
                            data-testid="p-title-since"
                            placeholder=lang.date_hint()
                            prop:value=move || since_text.get()
                            aria-invalid=move || since_error.get().to_string()
                            on:input=move |event| since_text.set(event_target_value(&event))
                        />
                        <Show when=move || since_error.get()>
                            <small class="error" data-testid="err-title-since">{lang.error_date()}</small>
                        </Show>
                    </div>
                    {select(
                        "p-title-sought",
                        lang.p_title_sought(),
                        titles(),
                        |profile| profile.title_sought.code().into(),
                        |profile, code| {
                            profile.title_sought = TitleLevel::from_code(code).unwrap_or(profile.title_sought);
                        },
                    )}
                    {select(
                        "p-application-year",
                        lang.p_application_year(),
                        years(2016, now + 10),
                        |profile| shown(profile.application_year),
                        |profile, year| profile.application_year = Year::parse(year),
                    )}
                    {select(
                        "p-cycle-from",
                        lang.p_cycle_from(),
                        years(Year::FIRST.get(), now + 10),
                        |profile| shown(profile.cycle_from),
                        |profile, year| profile.cycle_from = Year::parse(year),
                    )}
                    {select(
                        "p-cycle-to",
                        lang.p_cycle_to(),
                        years(Year::FIRST.get(), now + 10),
                        |profile| shown(profile.cycle_to),
                        |profile, year| profile.cycle_to = Year::parse(year),
                    )}
                    {select(
                        "p-degree",
                        lang.p_degree(),
                        choices(Degree::ALL, Degree::code, |degree| lang.degree(degree)),
                        |profile| profile.degree.code().into(),
                        |profile, code| profile.degree = Degree::from_code(code).unwrap_or(profile.degree),
                    )}
                    {text("p-certificate-book", lang.p_certificate_book(), |profile| {
                        &mut profile.certificate_book
                    })}
                </div>
                <details>
                    <summary>{lang.p_city_by_year()}</summary>
                    <div class="fields">{cities_by_year(edited, now)}</div>
                </details>
                <button type="submit" class="primary" data-testid="p-save">{lang.p_save()}</button>
            </form>
        </section>
    }
    .into_any()
}

fn since(profile: &Profile) -> String {
    profile.title_held_since.map(|day| day.to_string()).unwrap_or_default()
}

fn shown(year: Option<Year>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// A cycle may span a move: the years spent in another city.
fn cities_by_year(edited: RwSignal<Profile>, now: u16) -> AnyView {
    let lang = lang();
    (now.saturating_sub(9)..=now + 1)
        .rev()
        .filter_map(Year::new)
        .map(|year| {
            let mut list = choices(City::ALL, City::code, |city| lang.city(city));
            list.insert(0, (String::new(), lang.p_city_as_usual().to_owned()));
            let chosen = edited
                .with_untracked(|profile| profile.city_by_year.get(&year).map_or("", |city| city.code()));
            view! {
                <label class="field">
                    <span>{year.to_string()}</span>
                    <select data-testid=format!("p-city-{year}") on:change=move |event| {
                        let city = City::from_code(&event_target_value(&event));
                        edited.update(|profile| match city {
                            Some(city) => drop(profile.city_by_year.insert(year, city)),
                            None => drop(profile.city_by_year.remove(&year)),
                        });
                    }>{options(list, chosen)}</select>
                </label>
            }
        })
        .collect_view()
        .into_any()
}
