//! The way from office to office: which stamps a person's book needs, in order.

use crate::book::{Book, Profile};
use crate::rules::stamp_route::{Applicant, StampStep, stamp_route};
use crate::rules::{Date, Rulebook, Year};

/// The stamp route of a person, with what it was looked up for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampView {
    pub applicant: Applicant,
    /// The year asked for.
    pub year: Year,
    pub steps: Vec<StampStep>,
}

/// The route of the application year or, when none is set, of the current one.
pub fn stamp_view(book: &Book, rulebook: &Rulebook, today: Date) -> StampView {
    let year = book.profile().application_year.or(Year::of(today)).unwrap_or(Year::FIRST);
    stamp_view_in(book, rulebook, year)
}

/// The route by the notice for one year, as for that year's form.
pub fn stamp_view_in(book: &Book, rulebook: &Rulebook, year: Year) -> StampView {
    let applicant = applicant(book.profile(), year);
    StampView { applicant, year, steps: stamp_route(rulebook, year, &applicant) }
}

fn applicant(profile: &Profile, year: Year) -> Applicant {
    Applicant {
        city: profile.city_in(year),
        unit_level: profile.unit_level,
        title_held: profile.title_held,
        title_sought: profile.title_sought,
    }
}
