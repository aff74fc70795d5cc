//! A title application as the screen shows it: year by year, the sums, what is in doubt, what is
//! still open, what could still be done.

mod checklist;
mod unsettled;

use super::bars::{Bar, per_mille, room, total_bar};
use super::year::{UncountedRow, uncounted_rows};
use crate::book::{Book, Profile};
use crate::rules::cycle::{Cycle, CycleCaution, CycleCheck, CycleVerdict, check};
use crate::rules::remedy::{Remedy, remedy};
use crate::rules::rulebook::{CycleLength, Figure};
use crate::rules::{Date, Hours, Ledger, Rulebook, Source, TitleLevel, Verdict, Year};

pub use checklist::{OpenKind, OpenPoint, OpenYearPoints, checklist as open_points};
pub use unsettled::{Unsettled, UnsettledRow};

/// Everything the screen needs of a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleView {
    pub check: CycleCheck,
    /// One per year, in the order of `check.years`.
    pub rows: Vec<YearRow>,
    /// The tool's line for the concentration, in percent.
    pub line: Figure<u32>,
    /// The transition's last year, when the application is later: no average is accepted.
    pub average_is_over: Option<Year>,
    pub cautions: Vec<CautionRow>,
    pub checklist: Vec<OpenPoint>,
    pub remedy: Option<Remedy>,
    pub unsettled: Vec<UnsettledRow>,
}

/// What a row of the matrix shows besides its assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// On a scale that all years share.
    pub bar: Bar,
    /// Where on that scale the required total lies.
    pub mark: u64,
    pub uncounted: Vec<UncountedRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CautionRow {
    pub caution: CycleCaution,
    /// The years it is about; none: the cycle as a whole.
    pub years: Vec<Year>,
    pub sources: Vec<Source>,
}

impl CycleView {
    /// The concentration, 0 to 1 with at most two decimals, as tests and files have it.
    pub fn concentration(&self) -> String {
        Hours::from_hundredths(self.check.concentration.hundredths()).to_string()
    }

    /// The years that are not met by themselves.
    pub fn years_not_met(&self) -> Vec<Year> {
        let years = self.check.years.iter().filter(|year| !year.verdict.is_met());
        years.map(|year| year.rule.year).collect()
    }
}

/// The cycle that a profile asks about; `None` while a year is missing or it ends before it begins.
pub fn cycle_of(profile: &Profile) -> Option<Cycle> {
    let (from, to, application) = (profile.cycle_from?, profile.cycle_to?, profile.application_year?);
    (from <= to).then_some(Cycle { from, to, application })
}

/// The view of the profile's cycle as of `today`, each year in the person's city of that year.
pub fn cycle_view(book: &Book, ledger: &Ledger, rulebook: &Rulebook, today: Date) -> Option<CycleView> {
    let cycle = cycle_of(book.profile())?;
    let rule_of = |year| rulebook.rule(year, book.profile().city_in(year));
    let check = check(cycle, ledger, rulebook, rule_of, today);
    let scale = check.years.iter().map(room).max().unwrap_or_default();
    let rows = check
        .years
        .iter()
        .map(|year| YearRow {
            bar: total_bar(year, scale),
            mark: per_mille(year.rule.base.total.value, scale),
            uncounted: uncounted_rows(book, year),
        })
        .collect();
    let last = rulebook.transition.last_application_year.value;
    Some(CycleView {
        rows,
        average_is_over: (cycle.application > last).then_some(last),
        line: check.concentration_line(rulebook).clone(),
        cautions: cautions(&check, rulebook),
        checklist: checklist::checklist(book, ledger, rulebook, &check),
        remedy: remedy(&check, ledger, rulebook, rule_of, today),
        unsettled: unsettled::unsettled(&check, rulebook),
        check,
    })
}

fn cautions(check: &CycleCheck, rulebook: &Rulebook) -> Vec<CautionRow> {
    let row =
        |caution, years| CautionRow { caution, years, sources: check.caution_sources(caution, rulebook) };
    // Met year by year, the doubt lies with the years that need the transfer.
    if check.verdict == CycleVerdict::MetEveryYearCaution {
        let doubtful = check.years.iter().filter(|year| year.verdict == Verdict::MetWithCaution);
        return vec![row(CycleCaution::TransferUndocumented, doubtful.map(|y| y.rule.year).collect())];
    }
    check.cautions.iter().map(|&caution| row(caution, vec![])).collect()
}

/// A span that a reprint suggests; offered, never preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub from: Year,
    pub to: Year,
    pub length: CycleLength,
}

/// The spans that reprints give for a title, ending with the application year.
pub fn suggestions(rulebook: &Rulebook, title_sought: TitleLevel, application: Year) -> Vec<Suggestion> {
    let fitting = rulebook
        .cycle_lengths
        .iter()
        .filter(|length| length.title_sought.is_none_or(|title| title == title_sought));
    fitting
        .filter_map(|length| {
            let from = Year::new((application.get() + 1).checked_sub(length.years.value)?)?;
            Some(Suggestion { from, to: application, length: length.clone() })
        })
        .collect()
}
