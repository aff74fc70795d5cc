//! A cycle that is short: what could still be earned, by when, and what would come of it. Doing
//! it all at the end may itself look like cramming; the person should know before starting.

use super::cycle::{CycleCheck, CycleVerdict, check};
use super::date::{Date, Year};
use super::entry::{Entry, EntryId, Filing, Form, Outcome, Route, Status, Subject};
use super::hours::Hours;
use super::rulebook::{Rule, Rulebook};
use super::year::{Assessment, Ledger};

/// What the average of a short cycle lacks and what is left to fill it with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    pub professional: Hours,
    /// Besides, of either kind.
    pub any: Hours,
    /// The years that still take hours, in order.
    pub open: Vec<OpenYear>,
    /// The verdict were all of it earned now and counted for the last year that takes it; `Short`
    /// when it cannot be reached in this way.
    pub prospect: CycleVerdict,
}

/// A year of the cycle that still takes hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenYear {
    pub year: Year,
    /// `None`: over.
    pub professional_until: Option<Date>,
    pub public_until: Date,
}

/// `None` unless the cycle is short.
pub fn remedy(
    found: &CycleCheck,
    ledger: &Ledger,
    rulebook: &Rulebook,
    rule_of: impl Fn(Year) -> Rule,
    today: Date,
) -> Option<Remedy> {
    if found.verdict != CycleVerdict::Short {
        return None;
    }
    let professional = found.required_professional - found.professional;
    let any = found.required_total - found.sum_total() - professional;
    let open: Vec<OpenYear> = found.years.iter().filter_map(|year| open_year(year, today)).collect();
    let last =
        |takes: fn(&OpenYear) -> bool| open.iter().rev().find(|&year| takes(year)).map(|year| year.year);
    let earned = [
        (Subject::Professional, professional, last(|year| year.professional_until.is_some())),
        (Subject::Public, any, last(|_| true)),
    ];
    let lacking = || earned.iter().filter(|(_, hours, _)| !hours.is_zero());
    let added: Vec<Entry> = lacking()
        .zip(0..)
        .filter_map(|(&(subject, hours, year), nth)| Some(study(nth, subject, hours, year?, today)))
        .collect();
    let prospect = check(found.cycle, &ledger.with(&added), rulebook, rule_of, today).verdict;
    Some(Remedy { professional, any, open, prospect })
}

fn open_year(year: &Assessment, today: Date) -> Option<OpenYear> {
    let rule = &year.rule;
    let (professional, public) = (rule.professional_deadline.value, rule.public_deadline.value);
    (today <= public).then_some(OpenYear {
        year: rule.year,
        professional_until: (today <= professional).then_some(professional),
        public_until: public,
    })
}

/// Study as every year takes it: courseware, finished today or, in a year to come, on its first day.
fn study(nth: u64, subject: Subject, hours: Hours, year: Year, today: Date) -> Entry {
    Entry {
        id: EntryId(u64::MAX - nth),
        year,
        title: String::new(),
        subject,
        form: Form::Online,
        route: Route::Courseware,
        organiser: String::new(),
        start: None,
        end: today.max(year.first_day()),
        hours,
        outcome: Outcome::Passed,
        certificate: String::new(),
        status: Status::Completed,
        filing: Filing::Unknown,
        conversion: None,
        evidence: String::new(),
        remarks: String::new(),
    }
}
