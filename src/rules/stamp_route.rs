//! The stamp route: which office stamps what, in which order. Where no notice in hand decides,
//! the answer is to ask, never a guess.

use super::clause::Clause;
use super::date::Year;
use super::entry::coded;
use super::person::{City, TitleLevel, UnitLevel};
use super::rulebook::{Overlay, Rulebook, Telephone};

coded! {
    /// A place that stamps.
    Office {
        IndustryDepartment = "industry-department",
        CountyHrss = "county-hrss",
        CityHrss = "city-hrss",
        /// No notice in hand decides.
        AskLocalHrss = "ask-local-hrss",
    }
}

/// One city's table: the first row that fits gives the offices after the industry department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampTable {
    /// Why the industry department comes first.
    pub first: Vec<Clause>,
    pub rows: Vec<StampRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampRow {
    pub unit_level: UnitLevel,
    pub who: Who,
    pub offices: &'static [Office],
    pub sources: &'static [Clause],
    /// What else, for these people, the industry department's stamp rests on.
    pub first: &'static [Clause],
}

/// Whom a row speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Applies for one of these titles in the year asked for.
    Applies(&'static [TitleLevel]),
    /// Holds one of these titles.
    Holds(&'static [TitleLevel]),
    Anyone,
}

impl StampRow {
    pub const fn new(
        unit_level: UnitLevel,
        who: Who,
        offices: &'static [Office],
        sources: &'static [Clause],
    ) -> StampRow {
        StampRow { unit_level, who, offices, sources, first: &[] }
    }

    pub const fn with_first(self, first: &'static [Clause]) -> StampRow {
        StampRow { first, ..self }
    }

    fn fits(&self, person: &Applicant) -> bool {
        self.unit_level == person.unit_level
            && match self.who {
                Who::Applies(titles) => titles.contains(&person.title_sought),
                Who::Holds(titles) => titles.contains(&person.title_held),
                Who::Anyone => true,
            }
    }
}

/// What the route depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applicant {
    pub city: City,
    pub unit_level: UnitLevel,
    pub title_held: TitleLevel,
    /// The title applied for in the year asked for.
    pub title_sought: TitleLevel,
}

/// One office to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampStep {
    pub office: Office,
    pub stamps: Stamped,
    pub sources: Vec<Clause>,
    /// The year of the notice that the step is taken from, when it is not the year asked for.
    pub from_other_year: Option<Year>,
    /// As the notice prints them; for the city's HRSS only.
    pub telephones: Vec<Telephone>,
}

coded! {
    /// What an office stamps.
    Stamped {
        Professional = "professional",
        PublicAndTotal = "public-and-total",
    }
}

/// All that a notice says where no city's table decides: local HRSS and industry departments
/// verify offline.
const UNSETTLED: &[Clause] = &[Clause::Ah4];

/// The offices in order, the industry department first.
pub fn stamp_route(rulebook: &Rulebook, year: Year, person: &Applicant) -> Vec<StampStep> {
    let overlay = rulebook.nearest_overlay(year, person.city);
    let from_other_year = overlay.map(|overlay| overlay.year).filter(|&found| found != year);
    let row = overlay.and_then(|overlay| overlay.stamps.rows.iter().find(|row| row.fits(person)));
    let step = |office, stamps, sources: &[Clause], telephones| StampStep {
        office,
        stamps,
        sources: sources.to_vec(),
        from_other_year,
        telephones,
    };
    let first = overlay.map_or(UNSETTLED, |overlay| &overlay.stamps.first);
    let first = [first, row.map_or(&[], |row| row.first)].concat();
    let mut steps = vec![step(Office::IndustryDepartment, Stamped::Professional, &first, vec![])];
    for &office in row.map_or(&[] as &[Office], |row| row.offices) {
        let sources = row.map_or(&[] as &[Clause], |row| row.sources);
        steps.push(step(office, Stamped::PublicAndTotal, sources, telephones(overlay, office)));
    }
    if row.is_none() || from_other_year.is_some() {
        let known = telephones(overlay, Office::AskLocalHrss);
        steps.push(step(Office::AskLocalHrss, Stamped::PublicAndTotal, UNSETTLED, known));
    }
    steps
}

/// The notices print the city HRSS's telephones; they help whoever must ask, too.
fn telephones(overlay: Option<&Overlay>, office: Office) -> Vec<Telephone> {
    match office {
        Office::CityHrss | Office::AskLocalHrss => {
            overlay.map_or_else(Vec::new, |overlay| overlay.telephones.clone())
        }
        Office::IndustryDepartment | Office::CountyHrss => vec![],
    }
}
