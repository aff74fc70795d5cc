//! The stamp route: which office stamps what, in which order. Where no notice in hand decides,
//! the answer is to ask, never a guess.

use super::clause::Clause;
use super::date::Year;
use super::entry::coded;
use super::person::{City, TitleLevel, UnitLevel};
use super::rulebook::{Overlay, Rulebook, Telephone};
use super::source::{Source, cite};

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StampTable {
    /// Why the industry department comes first.
    pub first: Vec<Source>,
    pub rows: Vec<StampRow>,
}

impl StampTable {
    /// Whether it sends everyone to the same offices as another, whatever it rests on.
    pub fn sends_to_the_same(&self, other: &StampTable) -> bool {
        let same = |(a, b): (&StampRow, &StampRow)| {
            (a.unit_level, &a.who, &a.offices) == (b.unit_level, &b.who, &b.offices)
        };
        self.rows.len() == other.rows.len() && self.rows.iter().zip(&other.rows).all(same)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampRow {
    pub unit_level: UnitLevel,
    pub who: Who,
    pub offices: Vec<Office>,
    pub sources: Vec<Source>,
    /// What else, for these people, the industry department's stamp rests on.
    pub first: Vec<Source>,
}

/// Whom a row speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Applies for one of these titles in the year asked for.
    Applies(Vec<TitleLevel>),
    /// Holds one of these titles.
    Holds(Vec<TitleLevel>),
    Anyone,
}

impl StampRow {
    pub fn new<S: Clone + Into<Source>>(
        unit_level: UnitLevel,
        who: Who,
        offices: &[Office],
        sources: &[S],
    ) -> StampRow {
        StampRow { unit_level, who, offices: offices.to_vec(), sources: cite(sources), first: vec![] }
    }

    pub fn with_first(self, first: &[Clause]) -> StampRow {
        StampRow { first: cite(first), ..self }
    }

    fn fits(&self, person: &Applicant) -> bool {
        self.unit_level == person.unit_level
            && match &self.who {
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
    pub sources: Vec<Source>,
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
    let step = |office, stamps, sources: &[Source]| StampStep {
        office,
        stamps,
        sources: sources.to_vec(),
        from_other_year,
        telephones: telephones(rulebook, year, person, overlay, office),
    };
    let unsettled = cite(UNSETTLED);
    let first = overlay.map_or(&unsettled, |overlay| &overlay.stamps.first);
    let first = [&first[..], row.map_or(&[], |row| &row.first)].concat();
    let mut steps = vec![step(Office::IndustryDepartment, Stamped::Professional, &first)];
    if let Some(row) = row {
        let offices = row.offices.iter();
        steps.extend(offices.map(|&office| step(office, Stamped::PublicAndTotal, &row.sources)));
    }
    if row.is_none() || from_other_year.is_some() {
        steps.push(step(Office::AskLocalHrss, Stamped::PublicAndTotal, &unsettled));
    }
    steps
}

/// The notices print the city HRSS's telephones; they help whoever must ask, too. The year's own
/// are better than those of the notice that the route is taken from.
fn telephones(
    rulebook: &Rulebook,
    year: Year,
    person: &Applicant,
    route_from: Option<&Overlay>,
    office: Office,
) -> Vec<Telephone> {
    let of_the_year = rulebook.overlay(year, person.city).filter(|overlay| !overlay.telephones.is_empty());
    match office {
        Office::CityHrss | Office::AskLocalHrss => {
            of_the_year.or(route_from).map_or_else(Vec::new, |overlay| overlay.telephones.clone())
        }
        Office::IndustryDepartment | Office::CountyHrss => vec![],
    }
}
