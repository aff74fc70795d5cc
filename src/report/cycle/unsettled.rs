//! What no notice in hand settles about this cycle: said beside the verdict, never decided here.

use crate::rules::cycle::{CycleCheck, CycleVerdict};
use crate::rules::entry::coded;
use crate::rules::source::{Source, cite, distinct};
use crate::rules::{Clause, Confidence, Route, Rulebook};

coded! {
    /// A question that the window, not this tool, answers.
    Unsettled {
        /// Which years make up the cycle.
        CycleLength = "cycle-length",
        /// From how much on a year's hours are crammed.
        CrammingLine = "cramming-line",
        /// Whether the transition includes its last year.
        LastYear = "last-year",
        /// Whether the average holds for applications before the transition.
        BeforeTransition = "before-transition",
        /// Figures of the cycle that are known from reprints only.
        ReprintedYears = "reprinted-years",
        /// Whether surplus professional hours stand in for public ones, and at which rate.
        Transfer = "transfer",
        /// Who counts as new, for the conversion of achievements.
        Conversion = "conversion",
        /// Years worked in part.
        PartialYear = "partial-year",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsettledRow {
    pub what: Unsettled,
    pub sources: Vec<Source>,
}

pub fn unsettled(check: &CycleCheck, rulebook: &Rulebook) -> Vec<UnsettledRow> {
    let transition = &rulebook.transition;
    let application = check.cycle.application;
    let last = &transition.last_application_year;
    let first = &transition.first_application_year;
    let uses_average = matches!(
        check.verdict,
        CycleVerdict::MetOnAverage | CycleVerdict::MetOnAverageCaution | CycleVerdict::Crammed
    ) || (check.verdict == CycleVerdict::Short && check.average_is_accepted(rulebook));
    let mut lengths = Vec::new();
    for length in &rulebook.cycle_lengths {
        lengths.extend_from_slice(&length.years.sources);
    }
    let mut reprints = Vec::new();
    let mut transfers = Vec::new();
    let mut conversion = Vec::new();
    for year in &check.years {
        let total = &year.rule.base.total.sources;
        if total.first().is_some_and(|clause| clause.confidence() == Confidence::Secondary) {
            reprints.extend_from_slice(total);
        }
        if !year.transfer.is_zero() {
            transfers.extend_from_slice(year.rule.transfer.sources());
        }
        if year.lines.iter().any(|line| line.route == Route::Conversion) {
            conversion.extend_from_slice(&year.rule.base.conversion);
        }
    }
    let rows = [
        (Unsettled::CycleLength, true, lengths),
        (Unsettled::CrammingLine, uses_average, check.concentration_line(rulebook).sources.clone()),
        (Unsettled::LastYear, uses_average && application == last.value, last.sources.clone()),
        (Unsettled::BeforeTransition, application < first.value, first.sources.clone()),
        (Unsettled::ReprintedYears, !reprints.is_empty(), reprints),
        (Unsettled::Transfer, !transfers.is_empty(), transfers),
        (Unsettled::Conversion, !conversion.is_empty(), conversion),
        (Unsettled::PartialYear, true, cite(&[Clause::T8])),
    ];
    let rows = rows.into_iter().filter(|(_, applies, _)| *applies);
    rows.map(|(what, _, sources)| UnsettledRow { what, sources: distinct(sources) }).collect()
}
