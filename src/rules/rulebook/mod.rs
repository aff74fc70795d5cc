//! The rulebook: one entry per span of years, one overlay per city's notice. Data, not code: a
//! new year's notice is one new file here, and no `match` on a year or a city stands elsewhere.

mod cycle_lengths;
mod huaibei_2025;
mod imported;
mod luan_2026;
mod of_year;
mod year_2025;
mod year_2026;
mod years_2001_2015;
mod years_2016_2024;

pub use imported::{is_presumed, lacking};

use super::clause::{Clause, Confidence};
use super::date::{Date, Year, day};
use super::entry::Route;
use super::hours::Hours;
use super::notice::Notice;
use super::person::{City, TitleLevel};
use super::source::{Source, cite};
use super::stamp_route::StampTable;

/// A value with what it rests on. The first source decides the confidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    pub value: T,
    pub sources: Vec<Source>,
}

impl<T> Figure<T> {
    pub fn new<S: Clone + Into<Source>>(value: T, sources: &[S]) -> Figure<T> {
        assert!(!sources.is_empty(), "no figure without a source ships");
        Figure { value, sources: cite(sources) }
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
    pub exam: Vec<Source>,
    /// Whose courseware is accepted.
    pub courseware: Vec<Source>,
    /// The routes to public hours that the year's notice names; `None`: it names none.
    pub named_public_routes: Option<Figure<Vec<Route>>>,
    /// On what conversion rests.
    pub conversion: Vec<Source>,
    /// The seven forms.
    pub forms: Vec<Source>,
    /// Why a professional-subject training should be filed; empty: not known for the year.
    pub filing: Vec<Source>,
}

/// Public study may be finished until a day of the next year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicWindow {
    /// Month and day, so many years after the attribution year.
    pub last_day: (u32, u32),
    /// 1, or 0 where a notice ends the study with the year itself.
    pub years_later: u16,
    /// The routes to which the extension applies.
    pub routes: Vec<Route>,
    /// False: no notice in hand states it; entries that need it carry a warning.
    pub known: bool,
    pub sources: Vec<Source>,
}

/// What one city's notice for one year adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlay {
    pub city: City,
    pub year: Year,
    /// The clause that documents the surplus transfer for this city and year.
    pub transfer: Option<Vec<Source>>,
    pub minutes_per_hour: Option<Figure<u32>>,
    /// Why entries should be registered promptly.
    pub prompt_registration: Vec<Source>,
    /// Why hours below the requirement get no stamp.
    pub no_stamp_below: Vec<Source>,
    /// Who stamps, in which order.
    pub stamps: StampTable,
    pub telephones: Vec<Telephone>,
}

/// A telephone as the notice prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    pub number: String,
    pub zh: String,
    pub en: String,
    pub source: Source,
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
    pub each_subject: Vec<Source>,
    /// Which clauses carry the average and the ban on cramming.
    pub average: Vec<Source>,
}

/// All that is known, over all years and cities: what ships, with a person's notices beside it.
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
    /// Imported by the person; they fill what no official notice states.
    pub notices: Vec<Notice>,
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
    pub prompt_registration: Vec<Source>,
    pub no_stamp_below: Vec<Source>,
    pub platforms_lapse_on: Figure<Date>,
}

/// Whether surplus professional hours may count as public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// The year asks for public hours of their own (or knows no parts at all).
    None,
    /// Computed, but no notice in hand states it for this city and year.
    Undocumented(Vec<Source>),
    Documented(Vec<Source>),
}

impl Transfer {
    pub fn sources(&self) -> &[Source] {
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
                each_subject: cite(&[Clause::S6]),
                average: cite(&[Clause::Hb18, Clause::Ah7]),
            },
            cycle_lengths: cycle_lengths::known(),
            notices: vec![],
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

    /// The overlay that says who stamps in a city in this year, or else the newest one that does.
    pub fn nearest_overlay(&self, year: Year, city: City) -> Option<&Overlay> {
        let tells = |overlay: &&Overlay| overlay.city == city && !overlay.stamps.rows.is_empty();
        self.overlay(year, city)
            .filter(tells)
            .or_else(|| self.overlays.iter().filter(tells).max_by_key(|overlay| overlay.year))
    }
}

impl PublicWindow {
    pub fn last_day_for(&self, year: Year) -> Date {
        let (month, last) = self.last_day;
        let of = i32::from(year.get() + self.years_later);
        // A notice may end its year's study on 29 February; other years know no such day.
        Date::from_ymd_opt(of, month, last).unwrap_or_else(|| day(of as u16, month, 28))
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
