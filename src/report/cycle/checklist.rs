//! What should be in order before the papers go to the window: entries with something missing.

use crate::book::Book;
use crate::order::sort_by_key;
use crate::rules::cycle::CycleCheck;
use crate::rules::entry::coded;
use crate::rules::source::{Source, distinct};
use crate::rules::year::{Line, Reason, WarningCode};
use crate::rules::{Assessment, Clause, Entry, EntryId, Ledger, Outcome, Route, Rulebook, Status, Year};

coded! {
    /// What is open about an entry.
    OpenKind {
        NoCertificate = "no-certificate",
        NoAssessment = "no-assessment",
        FilingNotNoted = "filing-not-noted",
        NotRegistered = "not-registered",
        /// The stamp is missing.
        NotVerified = "not-verified",
    }
}

/// One kind of open point, with the entries concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPoint {
    pub kind: OpenKind,
    pub years: Vec<OpenYearPoints>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenYearPoints {
    pub year: Year,
    /// In order of completion.
    pub entries: Vec<(EntryId, String)>,
}

impl OpenPoint {
    pub fn count(&self) -> usize {
        self.years.iter().map(|year| year.entries.len()).sum()
    }
}

/// The open points, one per kind that occurs. An entry that brings no hours is passed over,
/// unless a missing result is what keeps it from counting.
pub fn checklist(book: &Book, ledger: &Ledger, rulebook: &Rulebook, check: &CycleCheck) -> Vec<OpenPoint> {
    let mut points: Vec<OpenPoint> = Vec::new();
    for year in &check.years {
        for line in &year.lines {
            let Some(entry) = ledger.entries(year.rule.year).find(|entry| entry.id == line.entry) else {
                continue;
            };
            for &kind in OpenKind::ALL {
                if is_open(kind, year, line, entry) {
                    note(&mut points, kind, year.rule.year, entry);
                }
            }
        }
    }
    sort_by_key(&mut points, |point| point.kind);
    for point in &mut points {
        point.sources = sources(point, book, rulebook, check);
    }
    points
}

fn is_open(kind: OpenKind, year: &Assessment, line: &Line, entry: &Entry) -> bool {
    let counts = !line.counted.is_zero();
    match kind {
        OpenKind::NoCertificate => counts && entry.certificate.trim().is_empty(),
        OpenKind::NoAssessment => {
            let keeps_from_counting =
                line.uncounted.as_ref().is_some_and(|uncounted| uncounted.reason == Reason::ExamNotPassed);
            entry.outcome == Outcome::NotAssessed
                && entry.route != Route::Conversion
                && (counts || keeps_from_counting)
        }
        OpenKind::FilingNotNoted => {
            let warned = year.warnings.iter().find(|warning| warning.code == WarningCode::FilingNotNoted);
            warned.is_some_and(|warning| warning.entries.contains(&entry.id))
        }
        OpenKind::NotRegistered => counts && entry.status == Status::Completed,
        OpenKind::NotVerified => counts && entry.status != Status::Verified,
    }
}

fn note(points: &mut Vec<OpenPoint>, kind: OpenKind, year: Year, entry: &Entry) {
    let nth = points.iter().position(|point| point.kind == kind).unwrap_or_else(|| {
        points.push(OpenPoint { kind, years: vec![], sources: vec![] });
        points.len() - 1
    });
    let years = &mut points[nth].years;
    if years.last().is_none_or(|last| last.year != year) {
        years.push(OpenYearPoints { year, entries: vec![] });
    }
    if let Some(last) = years.last_mut() {
        last.entries.push((entry.id, entry.title.clone()));
    }
}

/// Why it matters; a missing certificate number rests on no clause.
fn sources(point: &OpenPoint, book: &Book, rulebook: &Rulebook, check: &CycleCheck) -> Vec<Source> {
    let mut found = Vec::new();
    let concerned = |year: &&Assessment| point.years.iter().any(|open| open.year == year.rule.year);
    for Assessment { rule, .. } in check.years.iter().filter(concerned) {
        match point.kind {
            OpenKind::NoCertificate => {}
            OpenKind::NoAssessment => {
                found.extend_from_slice(&rule.base.exam);
                found.extend_from_slice(&rule.prompt_registration);
            }
            OpenKind::FilingNotNoted => found.extend_from_slice(&rule.base.filing),
            OpenKind::NotRegistered => found.extend_from_slice(&rule.prompt_registration),
            OpenKind::NotVerified => {
                let overlay = rulebook.overlay(rule.year, book.profile().city_in(rule.year));
                found.extend(overlay.iter().flat_map(|overlay| overlay.stamps.first.iter().cloned()));
                found.extend_from_slice(&rule.no_stamp_below);
            }
        }
    }
    if point.kind == OpenKind::NotVerified {
        found.push(Clause::Ah4.into());
    }
    distinct(found)
}
