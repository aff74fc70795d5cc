//! The window pack: what a person hands over for one year or for a whole cycle. Preview, print,
//! CSV and XLSX are all made from this one model, so that no two of them can differ.

mod foot;
mod gaps;
pub mod sheets;

use std::sync::Arc;

use super::cycle::{OpenKind, cycle_of, open_points};
use super::stamps::{StampView, stamp_view, stamp_view_in};
use super::year::{UncountedRow, ledger, uncounted_rows, years_to_choose};
use crate::book::{Book, Profile};
use crate::rules::cycle::{Cycle, CycleCheck, check};
use crate::rules::source::distinct;
use crate::rules::{Assessment, Date, Entry, Hours, Rule, Rulebook, Source, Year};

pub use foot::{Foot, Sum};
pub use gaps::{Gap, HeadField};

/// What is printed: one year, or every year of the person's cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Year(Year),
    Cycle(Cycle),
}

impl Scope {
    /// The code of a cycle among the years that can be chosen.
    pub const CYCLE: &str = "cycle";

    /// The year in digits, or [`Scope::CYCLE`].
    pub fn code(self) -> String {
        match self {
            Scope::Year(year) => year.to_string(),
            Scope::Cycle(_) => Scope::CYCLE.to_owned(),
        }
    }

    /// What a code stands for in a book; `None` for no year, or for a cycle that is not set.
    pub fn from_code(code: &str, book: &Book) -> Option<Scope> {
        match code {
            Scope::CYCLE => cycle_of(book.profile()).map(Scope::Cycle),
            year => Year::parse(year).map(Scope::Year),
        }
    }
}

/// What can be chosen: the cycle, when it is set, then the years, newest first.
pub fn scopes(book: &Book, today: Date) -> Vec<Scope> {
    let cycle = cycle_of(book.profile()).map(Scope::Cycle);
    let years = years_to_choose(&ledger(book), today).into_iter().map(Scope::Year);
    cycle.into_iter().chain(years).collect()
}

/// Everything that the papers say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    pub scope: Scope,
    /// The day on which it is made; everything is assessed as of this day.
    pub made: Date,
    /// The invented person's: watermarked, and never anybody's own.
    pub demo: bool,
    pub profile: Profile,
    /// In order; one for a year, all of them for a cycle.
    pub years: Vec<PackYear>,
    /// The sums over the years. For one year its verdict is not shown: the year's own is.
    pub check: CycleCheck,
    pub route: StampView,
    /// On what the requirements and the route rest, each clause once.
    pub basis: Vec<Source>,
    /// What is open about the entries: kind and number of entries.
    pub open: Vec<(OpenKind, usize)>,
    /// What to look at before printing. Never a reason not to print.
    pub gaps: Vec<Gap>,
    /// A square code for the cover, where one is wanted.
    pub code: Option<Code>,
}

/// A square code with what it says in words: nobody should have to scan it to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The dark squares as an SVG path, in units of one square.
    pub path: String,
    /// How many squares a side has, the quiet border included.
    pub side: u32,
    /// What it is, in one sentence.
    pub sentence: String,
    /// Its content, to be copied by hand.
    pub text: String,
}

/// One year's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackYear {
    pub assessment: Assessment,
    /// On what the year's requirements rest, each clause once.
    pub basis: Vec<Source>,
    /// What counts, at least in part, in order of completion.
    pub rows: Vec<PackRow>,
    pub foot: Foot,
    /// What does not count, or the part of it that does not, in order of completion.
    pub uncounted: Vec<PackUncounted>,
}

/// One line of the form. What its copy is marked with is `evidence_number`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRow {
    /// 序号, from 1 within the year.
    pub number: usize,
    /// 证明材料编号: `2026-03`, the year and `number`; the same whether the year is printed by
    /// itself or within a cycle.
    pub evidence_number: String,
    pub entry: Arc<Entry>,
    /// Below the entry's own hours where only a part of them counts.
    pub counted: Hours,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackUncounted {
    pub row: UncountedRow,
    pub entry: Arc<Entry>,
    /// The line of the form that holds the part which counts; `None`: nothing of it counts.
    pub evidence_number: Option<String>,
}

impl Pack {
    pub fn is_cycle(&self) -> bool {
        matches!(self.scope, Scope::Cycle(_))
    }

    /// How many copies go with the papers: one for each line of the forms.
    pub fn copies(&self) -> usize {
        self.years.iter().map(|year| year.rows.len()).sum()
    }
}

impl PackYear {
    pub fn year(&self) -> Year {
        self.assessment.rule.year
    }
}

/// The pack of a scope as of `today`, each year in the person's city of that year.
pub fn pack(book: &Book, rulebook: &Rulebook, scope: Scope, today: Date, demo: bool) -> Pack {
    let ledger = ledger(book);
    let cycle = match scope {
        Scope::Year(year) => Cycle { from: year, to: year, application: year },
        Scope::Cycle(cycle) => cycle,
    };
    let check =
        check(cycle, &ledger, rulebook, |year| rulebook.rule(year, book.profile().city_in(year)), today);
    let years: Vec<PackYear> = check.years.iter().map(|year| pack_year(book, year)).collect();
    let route = match scope {
        Scope::Year(year) => stamp_view_in(book, rulebook, year),
        Scope::Cycle(_) => stamp_view(book, rulebook, today),
    };
    let basis = years.iter().flat_map(|year| year.basis.clone());
    let basis = distinct(basis.chain(route.steps.iter().flat_map(|step| step.sources.clone())));
    // That the stamp is missing is what the papers are for.
    let points = open_points(book, &ledger, rulebook, &check);
    let points = points.iter().filter(|point| point.kind != OpenKind::NotVerified);
    Pack {
        scope,
        made: today,
        demo,
        profile: book.profile().clone(),
        gaps: gaps::gaps(book.profile(), scope, &years),
        years,
        route,
        basis,
        open: points.map(|point| (point.kind, point.count())).collect(),
        code: None,
        check,
    }
}

fn pack_year(book: &Book, assessment: &Assessment) -> PackYear {
    let year = assessment.rule.year;
    let counts = || assessment.lines.iter().filter(|line| !line.counted.is_zero());
    let digits = counts().count().to_string().len().max(2);
    let mut rows: Vec<PackRow> = Vec::new();
    for line in counts() {
        let Some(entry) = book.entry(line.entry) else { continue };
        let number = rows.len() + 1;
        rows.push(PackRow {
            number,
            evidence_number: format!("{year}-{number:0digits$}"),
            entry: entry.clone(),
            counted: line.counted,
        });
    }
    let uncounted = uncounted_rows(book, assessment).into_iter().filter_map(|row| {
        let entry = book.entry(row.entry)?.clone();
        let line = rows.iter().find(|line| line.entry.id == row.entry);
        Some(PackUncounted { evidence_number: line.map(|line| line.evidence_number.clone()), entry, row })
    });
    PackYear {
        uncounted: uncounted.collect(),
        foot: Foot::of(&rows, assessment),
        basis: basis(&assessment.rule),
        assessment: assessment.clone(),
        rows,
    }
}

/// What the year asks and until when, by its clauses.
fn basis(rule: &Rule) -> Vec<Source> {
    distinct(rule.base.requirement_sources().into_iter().chain(rule.public_deadline.sources.iter().cloned()))
}
