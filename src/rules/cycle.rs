//! A title application: does the appointment cycle hold, year by year or on average?

use super::clause::Clause;
use super::date::{Date, Year};
use super::entry::{Subject, coded};
use super::hours::Hours;
use super::rulebook::{Figure, Rule, Rulebook, Transfer};
use super::source::{Source, cite, distinct};
use super::year::{Assessment, Ledger, Line, Parts, Verdict, View};
use crate::sorted::SortedMap;

coded! {
    /// The answer for a cycle, in the order in which the conditions are tried.
    CycleVerdict {
        Provisional = "provisional",
        MetEveryYear = "met-every-year",
        MetEveryYearCaution = "met-every-year-caution",
        MetOnAverage = "met-on-average",
        MetOnAverageCaution = "met-on-average-caution",
        Crammed = "crammed",
        Short = "short",
    }
}

coded! {
    /// Why an average that suffices still deserves caution.
    CycleCaution {
        /// One year holds more than the tool's line of the cycle's hours.
        Concentrated = "concentrated",
        /// One year holds at least the professional hours of the whole cycle.
        OneYearHoldsTheProfessionalPart = "one-year-holds-the-professional-part",
        /// Fewer public hours than the years with a minimum of their own ask for.
        PublicMinimumMissed = "public-minimum-missed",
        /// The average needs a transfer that not every year documents.
        TransferUndocumented = "transfer-undocumented",
    }
}

/// The years looked at, both included, and the year of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    pub from: Year,
    pub to: Year,
    pub application: Year,
}

impl Cycle {
    pub fn years(&self) -> impl ExactSizeIterator<Item = Year> + use<> {
        (self.from.get()..self.to.get().max(self.from.get()) + 1)
            .map(|year| Year::new(year).expect("between two years lie years"))
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// A share of a whole, exact: `part / whole`; of nothing it is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    pub part: Hours,
    pub whole: Hours,
}

impl Share {
    /// Whether the share is above so many percent.
    pub fn exceeds_percent(self, percent: u32) -> bool {
        self.part.hundredths() * 100 > self.whole.hundredths() * u64::from(percent)
    }

    /// In hundredths, rounded half up: 0.25 is 25; never above 100, for the part lies in the whole.
    pub fn hundredths(self) -> u64 {
        let whole = self.whole.hundredths();
        if whole == 0 { 0 } else { (self.part.hundredths() * 200 + whole) / (whole * 2) }
    }
}

/// The check of a cycle, with every sum that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleCheck {
    pub cycle: Cycle,
    /// One per year, in order.
    pub years: Vec<Assessment>,
    pub verdict: CycleVerdict,
    /// Counted hours over all years.
    pub sum: Parts,
    pub required_total: Hours,
    /// Professional hours counted and required over the years that state a professional part.
    pub professional: Hours,
    pub required_professional: Hours,
    /// H of the rules: the largest total of one year, by attribution or by completion.
    pub largest_year: Hours,
    /// The same for professional hours alone, over the years that state a professional part.
    pub largest_professional_year: Hours,
    pub concentration: Share,
    pub cautions: Vec<CycleCaution>,
    /// What carries the verdict.
    pub sources: Vec<Source>,
}

impl CycleCheck {
    pub fn sum_total(&self) -> Hours {
        self.sum.total()
    }

    /// Σ total ÷ years, rounded down to hundredths, so that an average is never overstated.
    pub fn average_total(&self) -> Hours {
        Hours::from_hundredths(self.sum.total().hundredths() / self.years.len().max(1) as u64)
    }

    /// Whether the transition's average may stand in for years that are not met.
    pub fn average_is_accepted(&self, rulebook: &Rulebook) -> bool {
        self.years.len() > 1 && self.cycle.application <= rulebook.transition.last_application_year.value
    }

    /// What the average lacks: professional hours, and besides hours of either kind.
    pub fn average_lacks(&self) -> (Hours, Hours) {
        let professional = self.required_professional - self.professional;
        (professional, self.required_total - self.sum_total() - professional)
    }

    /// The tool's line for the concentration of a cycle of this length, in percent.
    pub fn concentration_line<'a>(&self, rulebook: &'a Rulebook) -> &'a Figure<u32> {
        let transition = &rulebook.transition;
        if self.years.len() == 2 {
            &transition.concentration_line_two_years_percent
        } else {
            &transition.concentration_line_percent
        }
    }
}

/// Checks a cycle. `rule_of` gives the rule of a year in the person's city of that year.
pub fn check(
    cycle: Cycle,
    ledger: &Ledger,
    rulebook: &Rulebook,
    rule_of: impl Fn(Year) -> Rule,
    today: Date,
) -> CycleCheck {
    let years: Vec<Assessment> =
        cycle.years().map(|year| ledger.assess(rule_of(year), today, View::Earned)).collect();
    let with_parts = || years.iter().filter(|year| year.rule.base.professional.is_some());
    let sum = Parts {
        professional: years.iter().map(|year| year.counted.professional).sum(),
        public: years.iter().map(|year| year.counted.public).sum(),
    };
    let mut check = CycleCheck {
        cycle,
        verdict: CycleVerdict::Provisional,
        sum,
        required_total: years.iter().map(|year| year.rule.base.total.value).sum(),
        professional: with_parts().map(|year| year.counted.professional).sum(),
        required_professional: with_parts().map(|year| year.rule.required_professional()).sum(),
        largest_year: largest_year(years.iter(), |_| true),
        largest_professional_year: largest_year(with_parts(), |line| line.subject == Subject::Professional),
        concentration: Share { part: Hours::ZERO, whole: sum.total() },
        cautions: vec![],
        sources: vec![],
        years,
    };
    check.concentration.part = check.largest_year;
    (check.verdict, check.sources) = check.decide(rulebook);
    if check.verdict == CycleVerdict::MetOnAverage {
        check.cautions = check.cautions(rulebook);
        if !check.cautions.is_empty() {
            check.verdict = CycleVerdict::MetOnAverageCaution;
        }
    }
    check
}

/// The largest sum within a single year of the lines chosen, by attribution or by completion,
/// whichever is larger.
fn largest_year<'a>(years: impl Iterator<Item = &'a Assessment>, chosen: impl Fn(&Line) -> bool) -> Hours {
    let mut by_attribution = Hours::ZERO;
    let mut by_completion: SortedMap<Option<Year>, Hours> = SortedMap::new();
    for year in years {
        let mut sum = Hours::ZERO;
        for line in year.lines.iter().filter(|line| chosen(line)) {
            sum += line.counted;
            *by_completion.get_or_insert_with(Year::of(line.end), Hours::default) += line.counted;
        }
        by_attribution = by_attribution.max(sum);
    }
    by_completion.into_values().fold(by_attribution, Hours::max)
}

impl CycleCheck {
    /// Where a caution comes from.
    pub fn caution_sources(&self, caution: CycleCaution, rulebook: &Rulebook) -> Vec<Source> {
        let years = || self.years.iter().map(|year| &year.rule);
        match caution {
            CycleCaution::Concentrated => self.concentration_line(rulebook).sources.clone(),
            CycleCaution::OneYearHoldsTheProfessionalPart => rulebook.transition.each_subject.clone(),
            CycleCaution::PublicMinimumMissed => {
                let minimums = years().filter_map(|rule| rule.base.public_minimum.as_ref());
                distinct(minimums.flat_map(|minimum| minimum.sources.iter().cloned()))
            }
            CycleCaution::TransferUndocumented => {
                let open = years().filter(|rule| matches!(rule.transfer, Transfer::Undocumented(_)));
                distinct(open.flat_map(|rule| rule.transfer.sources().iter().cloned()))
            }
        }
    }

    /// The verdict before cautions, and the clauses that carry it.
    fn decide(&self, rulebook: &Rulebook) -> (CycleVerdict, Vec<Source>) {
        let transition = &rulebook.transition;
        let first = &transition.first_application_year;
        let last = &transition.last_application_year;
        if self.years.iter().any(|year| year.verdict == Verdict::Provisional) {
            return (CycleVerdict::Provisional, cite(&[Clause::T7]));
        }
        if self.cycle.application < first.value {
            return (CycleVerdict::Provisional, first.sources.clone());
        }
        if self.years.iter().all(|year| year.verdict.is_met()) {
            let caution = self.years.iter().any(|year| year.verdict == Verdict::MetWithCaution);
            let sources = self.years.iter().flat_map(|year| year.rule.base.total.sources.clone());
            let verdict =
                if caution { CycleVerdict::MetEveryYearCaution } else { CycleVerdict::MetEveryYear };
            return (verdict, distinct(sources));
        }
        if self.cycle.application > last.value {
            return (CycleVerdict::Short, last.sources.clone());
        }
        let average = transition.average.clone();
        let reached =
            self.sum.total() >= self.required_total && self.professional >= self.required_professional;
        if self.years.len() == 1 || !reached {
            (CycleVerdict::Short, average)
        } else if self.largest_year >= self.required_total {
            (CycleVerdict::Crammed, distinct(average.into_iter().chain([Clause::La5.into()])))
        } else {
            (CycleVerdict::MetOnAverage, average)
        }
    }

    fn cautions(&self, rulebook: &Rulebook) -> Vec<CycleCaution> {
        let line = self.concentration_line(rulebook);
        let parts = || self.years.iter().filter(|year| year.rule.base.professional.is_some());
        let minimums: Hours = self.years.iter().map(|year| year.rule.public_minimum()).sum();
        let public_there: Hours = self
            .years
            .iter()
            .filter(|year| year.rule.base.public_minimum.is_some())
            .map(|year| year.counted.public)
            .sum();
        let rest: Hours = parts().map(|year| year.rule.rest()).sum();
        let public: Hours = parts().map(|year| year.counted.public).sum();
        let all_documented = parts().all(|year| matches!(year.rule.transfer, Transfer::Documented(_)));
        let found = [
            (CycleCaution::Concentrated, self.concentration.exceeds_percent(line.value)),
            (
                CycleCaution::OneYearHoldsTheProfessionalPart,
                !self.required_professional.is_zero()
                    && self.largest_professional_year >= self.required_professional,
            ),
            (CycleCaution::PublicMinimumMissed, public_there < minimums),
            (CycleCaution::TransferUndocumented, public < rest && !all_documented),
        ];
        found.into_iter().filter(|(_, holds)| *holds).map(|(caution, _)| caution).collect()
    }
}
