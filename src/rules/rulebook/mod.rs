//! The rulebook: one entry per span of years, one overlay per city's notice. Data, not code: a
//! new year's notice is one new file here, and no `match` on a year or a city stands elsewhere.

mod cycle_lengths;
mod huaibei_2025;
mod luan_2026;
mod year_2025;
mod year_2026;
mod years_2001_2015;
mod years_2016_2024;

use super::clause::{Clause, Confidence};
use super::date::{Date, Year, day};
use super::entry::Route;
use super::hours::Hours;
use super::person::{City, TitleLevel};
use super::stamp_route::StampTable;

/// A value with what it rests on. The first source decides the confidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    pub value: T,
    pub sources: Vec<Clause>,
}

impl<T> Figure<T> {
    pub fn new(value: T, sources: &[Clause]) -> Figure<T> {
        assert!(!sources.is_empty(), "no figure without a source ships");
        Figure { value, sources: sources.to_vec() }
    }

    pub fn confidence(&self) -> Confidence {
        self.sources[0].confidence()
    }
}

/// What a span of years asks, before any city's notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRule {
    pub from: Year,
    pub to: Year,
    /// Hours required in all.
    pub total: Figure<Hours>,
    /// Hours that must be professional; `None`: the year knows no such part.
    pub professional: Option<Figure<Hours>>,
    /// Hours that must be public in their own right; then no transfer is known.
    pub public_minimum: Option<Figure<Hours>>,
    /// Length of an hour in minutes; `None`: not known.
    pub minutes_per_hour: Option<Figure<u32>>,
    /// How long public study may run into the next year; `None`: it does not.
    pub public_window: Option<PublicWindow>,
    /// The most public hours that count from the four bases together; `None`: no ceiling known.
    pub base_ceiling: Option<Figure<Hours>>,
    /// Why a base's public course needs a passed exam.
    pub exam: Vec<Clause>,
    /// Whose courseware is accepted.
    pub courseware: Vec<Clause>,
    /// The routes to public hours that the year's notice names; `None`: it names none.
    pub named_public_routes: Option<Figure<Vec<Route>>>,
    /// On what conversion rests.
    pub conversion: Vec<Clause>,
    /// The seven forms.
    pub forms: Vec<Clause>,
    /// Why a professional-subject training should be filed; empty: not known for the year.
    pub filing: Vec<Clause>,
}

/// Public study may be finished until a day of the next year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicWindow {
    /// Month and day, in the year after the attribution year.
    pub last_day: (u32, u32),
    /// The routes to which the extension applies.
    pub routes: Vec<Route>,
    /// False: no notice in hand states it; entries that need it carry a warning.
    pub known: bool,
    pub sources: Vec<Clause>,
}

/// What one city's notice for one year adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub city: City,
    pub year: Year,
    /// The clause that documents the surplus transfer for this city and year.
    pub transfer: Option<Vec<Clause>>,
    pub minutes_per_hour: Option<Figure<u32>>,
    /// Why entries should be registered promptly.
    pub prompt_registration: Vec<Clause>,
    /// Why hours below the requirement get no stamp.
    pub no_stamp_below: Vec<Clause>,
    /// Who stamps, in which order.
    pub stamps: StampTable,
    pub telephones: Vec<Telephone>,
}

/// A telephone as the notice prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    pub number: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub source: Clause,
}

/// The transition in which a title application may rest on the average.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    pub first_application_year: Figure<Year>,
    pub last_application_year: Figure<Year>,
    /// Above this share (in percent) of the cycle's hours in one year the tool warns, for cycles
    /// of three or more years.
    pub concentration_line_percent: Figure<u32>,
    /// The same for a cycle of two years.
    pub concentration_line_two_years_percent: Figure<u32>,
    /// Why one year's hours at or above the cycle's professional requirement draw a warning.
    pub each_subject: Vec<Clause>,
    /// Which clauses carry the average and the ban on cramming.
    pub average: Vec<Clause>,
}

/// All that is known, over all years and cities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rulebook {
    /// In order, without gaps.
    pub years: Vec<YearRule>,
    pub overlays: Vec<Overlay>,
    /// From this day on, public courses on unlisted platforms do not count.
    pub platforms_lapse_on: Figure<Date>,
    pub transition: Transition,
    /// How long an appointment cycle is, by hearsay: offered, never preset.
    pub cycle_lengths: Vec<CycleLength>,
}

/// So many years up to the application year, as a reprint has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleLength {
    /// `None`: for whatever title.
    pub title_sought: Option<TitleLevel>,
    pub with_master: bool,
    pub years: Figure<u16>,
}

/// What one year asks in one city: the year's rule with the city's overlay laid over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub year: Year,
    pub city: City,
    /// The year's notice is not published: arithmetic, but no verdict.
    pub provisional: bool,
    pub base: YearRule,
    /// The day by which professional hours are due.
    pub professional_deadline: Figure<Date>,
    /// The last day of public study.
    pub public_deadline: Figure<Date>,
    pub minutes_per_hour: Option<Figure<u32>>,
    pub transfer: Transfer,
    pub prompt_registration: Vec<Clause>,
    pub no_stamp_below: Vec<Clause>,
    pub platforms_lapse_on: Figure<Date>,
}

/// Whether surplus professional hours may count as public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// The year asks for public hours of their own (or knows no parts at all).
    None,
    /// Computed, but no notice in hand states it for this city and year.
    Undocumented(Vec<Clause>),
    Documented(Vec<Clause>),
}

impl Transfer {
    pub fn sources(&self) -> &[Clause] {
        match self {
            Transfer::None => &[],
            Transfer::Undocumented(sources) | Transfer::Documented(sources) => sources,
        }
    }
}

impl Rulebook {
    /// What ships: the two notices in hand and what reprints say of earlier years.
    pub fn shipped() -> Rulebook {
        Rulebook {
            years: vec![
                years_2001_2015::rule(),
                years_2016_2024::rule(),
                year_2025::rule(),
                year_2026::rule(),
            ],
            overlays: vec![huaibei_2025::overlay(), luan_2026::overlay()],
            platforms_lapse_on: Figure::new(day(2025, 6, 1), &[Clause::Hb5, Clause::Hb9, Clause::Hb10]),
            transition: Transition {
                first_application_year: Figure::new(Year::known(2025), &[Clause::Hb18]),
                last_application_year: Figure::new(
                    Year::known(2030),
                    &[Clause::T11, Clause::Hb8, Clause::Ah4],
                ),
                concentration_line_percent: Figure::new(50, &[Clause::T12]),
                concentration_line_two_years_percent: Figure::new(75, &[Clause::T12]),
                each_subject: vec![Clause::S6],
                average: vec![Clause::Hb18, Clause::Ah7],
            },
            cycle_lengths: cycle_lengths::known(),
        }
    }

    /// The newest year whose notice is published.
    pub fn newest_year(&self) -> Year {
        self.years.last().expect("a rulebook has years").to
    }

    /// The overlay of a city for just this year.
    pub fn overlay(&self, year: Year, city: City) -> Option<&Overlay> {
        self.overlays.iter().find(|overlay| overlay.city == city && overlay.year == year)
    }

    /// The overlay of a city for this year, or else the city's newest one.
    pub fn nearest_overlay(&self, year: Year, city: City) -> Option<&Overlay> {
        self.overlay(year, city).or_else(|| {
            self.overlays.iter().filter(|overlay| overlay.city == city).max_by_key(|overlay| overlay.year)
        })
    }

    /// What a year asks in a city. Years after the newest notice take its figures, provisionally.
    pub fn rule(&self, year: Year, city: City) -> Rule {
        let newest = self.years.last().expect("a rulebook has years");
        let provisional = year > newest.to;
        let mut base =
            self.years.iter().find(|rule| rule.from <= year && year <= rule.to).unwrap_or(newest).clone();
        if provisional {
            base.rest_on_presumption();
        }
        let overlay = self.overlay(year, city);
        let transfer = if base.public_minimum.is_some() || base.professional.is_none() {
            Transfer::None
        } else if let Some(sources) = overlay.and_then(|overlay| overlay.transfer.clone()) {
            Transfer::Documented(sources)
        } else {
            Transfer::Undocumented(vec![Clause::T2, Clause::Hb16])
        };
        let professional_deadline = Figure::new(year.last_day(), &[Clause::T1]);
        let public_deadline = match &base.public_window {
            Some(window) => Figure::new(window.last_day_for(year), &window.sources),
            None => Figure::new(year.last_day(), &base.total.sources),
        };
        Rule {
            year,
            city,
            provisional,
            professional_deadline,
            public_deadline,
            minutes_per_hour: overlay
                .and_then(|overlay| overlay.minutes_per_hour.clone())
                .or_else(|| base.minutes_per_hour.clone()),
            transfer,
            prompt_registration: overlay.map_or_else(Vec::new, |overlay| overlay.prompt_registration.clone()),
            no_stamp_below: overlay.map_or_else(Vec::new, |overlay| overlay.no_stamp_below.clone()),
            platforms_lapse_on: self.platforms_lapse_on.clone(),
            base,
        }
    }
}

impl YearRule {
    /// For a year without a notice: every figure rests on the tool's presumption first.
    fn rest_on_presumption(&mut self) {
        let presume = |sources: &mut Vec<Clause>| sources.insert(0, Clause::T7);
        presume(&mut self.total.sources);
        self.professional.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.public_minimum.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.minutes_per_hour.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.base_ceiling.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.named_public_routes.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.public_window.iter_mut().for_each(|window| presume(&mut window.sources));
    }
}

impl PublicWindow {
    pub fn last_day_for(&self, year: Year) -> Date {
        let (month, last) = self.last_day;
        day(year.get() + 1, month, last)
    }
}

impl Rule {
    pub fn required_professional(&self) -> Hours {
        self.base.professional.as_ref().map_or(Hours::ZERO, |figure| figure.value)
    }

    pub fn public_minimum(&self) -> Hours {
        self.base.public_minimum.as_ref().map_or(Hours::ZERO, |figure| figure.value)
    }

    /// What the total asks beyond the professional part.
    pub fn rest(&self) -> Hours {
        self.base.total.value - self.required_professional()
    }

    /// Whole hours that a duration suggests (T-14); `None` where the hour's length is not known.
    pub fn hours_from_minutes(&self, minutes: u32) -> Option<Hours> {
        self.minutes_per_hour.as_ref().map(|length| Hours::whole(u64::from(minutes / length.value)))
    }
}

/// Every route by which study (not a conversion) can run into the next year.
fn study_routes() -> Vec<Route> {
    Route::ALL.into_iter().filter(|&route| route != Route::Conversion).collect()
}

/// Online study as the notices name it: the bases and courseware.
fn online_routes() -> Vec<Route> {
    Route::ALL.into_iter().filter(|&route| route.is_base() || route == Route::Courseware).collect()
}

/// The three ways of HB-7 and AH-3: conversion, online, both.
fn conversion_and_online() -> Vec<Route> {
    let mut routes = online_routes();
    routes.push(Route::Conversion);
    routes
}
