//! A cycle that does not hold: what could still be earned, by when, and what would come of it.
//! Doing it all at the end may itself look like cramming; the person should know before starting.

use super::cycle::{CycleCheck, CycleVerdict, check};
use super::date::{Date, Year};
use super::entry::{Entry, EntryId, Filing, Form, Outcome, Route, Status, Subject};
use super::hours::Hours;
use super::rulebook::{Rule, Rulebook};
use super::source::Source;
use super::steps::{StepKind, steps};
use super::year::{Assessment, Ledger};

/// What a cycle lacks and what is left to fill it with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// What the average lacks or, where no average is accepted, what the years lack one by one.
    pub professional: Hours,
    /// Besides, of either kind.
    pub any: Hours,
    /// The years that still take hours, in order.
    pub open: Vec<OpenYear>,
    /// The fewest hours that end the shortage. Without tasks nothing can be done any more.
    pub plan: Plan,
    /// Every year met by itself: more hours, but beyond the reach of the ban on cramming. Given
    /// where it can still be done and the fewest hours would leave a doubt.
    pub instead: Option<Plan>,
}

/// Hours to earn, and the verdict once they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Year by year.
    pub tasks: Vec<Task>,
    pub prospect: CycleVerdict,
}

/// So many hours of one kind, for one year, by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub year: Year,
    pub kind: StepKind,
    pub hours: Hours,
    pub last_day: Date,
    /// Why by that day.
    pub sources: Vec<Source>,
}

/// A year of the cycle that still takes hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenYear {
    pub year: Year,
    /// `None`: over.
    pub professional_until: Option<Date>,
    pub public_until: Date,
}

/// `None` when the cycle is neither short nor crammed, or crammed beyond help.
pub fn remedy(
    found: &CycleCheck,
    ledger: &Ledger,
    rulebook: &Rulebook,
    rule_of: impl Fn(Year) -> Rule,
    today: Date,
) -> Option<Remedy> {
    let played = |tasks: Vec<Task>| {
        let added: Vec<Entry> = tasks.iter().zip(0..).map(|(task, nth)| study(nth, task, today)).collect();
        let prospect = check(found.cycle, &ledger.with(&added), rulebook, &rule_of, today).verdict;
        Plan { tasks, prospect }
    };
    let by_average = found.average_is_accepted(rulebook);
    let (professional, any) = if by_average { found.average_lacks() } else { lacks_year_by_year(found) };
    let each_year = || met_year_by_year(found).map(&played);
    let (plan, instead) = match found.verdict {
        CycleVerdict::Short => {
            let fewest = if by_average { spread(&found.years, professional, any, today) } else { None };
            match fewest.map(&played) {
                Some(plan) if plan.prospect >= CycleVerdict::MetOnAverageCaution => {
                    let instead = each_year().filter(|other| other.prospect < plan.prospect);
                    (plan, instead)
                }
                Some(plan) => (plan, None),
                None => {
                    let none = Plan { tasks: vec![], prospect: CycleVerdict::Short };
                    (each_year().unwrap_or(none), None)
                }
            }
        }
        CycleVerdict::Crammed => (each_year()?, None),
        _ => return None,
    };
    let open = found.years.iter().filter_map(|year| open_year(year, today)).collect();
    Some(Remedy { professional, any, open, plan, instead })
}

fn lacks_year_by_year(found: &CycleCheck) -> (Hours, Hours) {
    let needs = || found.years.iter().map(|year| year.needs);
    (needs().map(|needs| needs.professional).sum(), needs().map(|needs| needs.public + needs.any).sum())
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

/// The steps of every year that is not met; `None` when one of them is over.
fn met_year_by_year(found: &CycleCheck) -> Option<Vec<Task>> {
    let mut tasks = Vec::new();
    for year in &found.years {
        let mut earned = Hours::ZERO;
        for step in steps(year) {
            earned += step.hours;
            tasks.push(Task {
                year: year.rule.year,
                kind: step.kind,
                hours: step.hours,
                last_day: step.last_day,
                sources: step.sources,
            });
        }
        if earned < year.needs.sum() {
            return None;
        }
    }
    Some(tasks)
}

/// Lays what the average lacks over the open years: what a year lacks itself goes there, the rest
/// to the last year that takes it. `None` when no year takes it.
fn spread(years: &[Assessment], mut professional: Hours, mut any: Hours, today: Date) -> Option<Vec<Task>> {
    let takes_professional = |year: &Assessment| today <= year.rule.professional_deadline.value;
    let takes_public = |year: &Assessment| today <= year.rule.public_deadline.value;
    let last_professional = years.iter().rposition(takes_professional);
    let last_public = years.iter().rposition(takes_public);
    let mut tasks = Vec::new();
    for (nth, year) in years.iter().enumerate() {
        let rule = &year.rule;
        let mut take =
            |lack: &mut Hours, own: Hours, is_last: bool, kind: StepKind, figure: (Date, &[Source])| {
                let hours = if is_last { *lack } else { own.min(*lack) };
                *lack = *lack - hours;
                if !hours.is_zero() {
                    let (last_day, sources) = figure;
                    tasks.push(Task { year: rule.year, kind, hours, last_day, sources: sources.to_vec() });
                }
            };
        if takes_professional(year) {
            let due = &rule.professional_deadline;
            let (own, last) = (year.needs.professional, last_professional == Some(nth));
            take(&mut professional, own, last, StepKind::Professional, (due.value, &due.sources));
        }
        if takes_public(year) {
            let due = &rule.public_deadline;
            let own = year.needs.public + year.needs.any;
            // Once a year is over, only public hours are left to earn for it.
            let kind = if takes_professional(year) { StepKind::Any } else { StepKind::Public };
            take(&mut any, own, last_public == Some(nth), kind, (due.value, &due.sources));
        }
    }
    (professional.is_zero() && any.is_zero()).then_some(tasks)
}

/// Study as every year takes it: courseware, finished today or, in a year to come, on its first day.
fn study(nth: u64, task: &Task, today: Date) -> Entry {
    Entry {
        id: EntryId(u64::MAX - nth),
        year: task.year,
        title: String::new(),
        subject: match task.kind {
            StepKind::Professional => Subject::Professional,
            StepKind::Public | StepKind::Any => Subject::Public,
        },
        form: Form::Online,
        route: Route::Courseware,
        organiser: String::new(),
        start: None,
        end: today.max(task.year.first_day()),
        hours: task.hours,
        outcome: Outcome::Passed,
        certificate: String::new(),
        status: Status::Completed,
        filing: Filing::Unknown,
        conversion: None,
        evidence: String::new(),
        remarks: String::new(),
    }
}
