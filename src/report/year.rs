//! One year as the overview shows it: the assessment with everything that explains it.

use super::bars::{Bar, bars};
use crate::book::Book;
use crate::order::sort_by_key;
use crate::rules::source::{Source, distinct};
use crate::rules::steps::{Step, steps};
use crate::rules::year::{Reason, WarningCode};
use crate::rules::{Assessment, Date, EntryId, Hours, Ledger, Route, Rulebook, Subject, View, Year};

/// Everything a screen needs of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearView {
    pub assessment: Assessment,
    /// As if the plan were carried out.
    pub projected: Assessment,
    pub steps: Vec<Step>,
    /// `None` where the year knows no professional part.
    pub professional_bar: Option<Bar>,
    pub total_bar: Bar,
    pub groups: Vec<Group>,
    pub uncounted: Vec<UncountedRow>,
    pub warnings: Vec<WarningRow>,
    /// Everything that the figures of this year rest on, each once: imported notices, then clauses.
    pub clauses: Vec<Source>,
}

/// Entries of one subject and one kind of route: a row of "where the figures come from".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub subject: Subject,
    pub way: RouteKind,
    pub count: usize,
    pub raw: Hours,
    pub counted: Hours,
    pub sources: Vec<Source>,
}

/// Routes as the table groups them: the four bases are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RouteKind {
    Class,
    Bases,
    Courseware,
    Conversion,
    OtherPlatform,
}

impl RouteKind {
    pub const fn of(route: Route) -> RouteKind {
        match route {
            Route::Base(_) => RouteKind::Bases,
            Route::OtherPlatform => RouteKind::OtherPlatform,
            Route::Courseware => RouteKind::Courseware,
            Route::Class => RouteKind::Class,
            Route::Conversion => RouteKind::Conversion,
        }
    }
}

/// An entry, or a part of one, that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncountedRow {
    pub entry: EntryId,
    pub title: String,
    pub end: Date,
    pub subject: Subject,
    pub reason: Reason,
    pub hours: Hours,
    pub raw: Hours,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningRow {
    pub code: WarningCode,
    pub titles: Vec<String>,
    pub sources: Vec<Source>,
}

/// The book's entries as the rules read them.
pub fn ledger(book: &Book) -> Ledger<'_> {
    Ledger::new(book.entries().map(AsRef::as_ref), book.conversions())
}

/// The view of one year as of `today`, in the person's city of that year.
pub fn year_view(book: &Book, ledger: &Ledger, rulebook: &Rulebook, year: Year, today: Date) -> YearView {
    let rule = rulebook.rule(year, book.profile().city_in(year));
    let projected = ledger.assess(rule.clone(), today, View::WithPlan);
    let assessment = ledger.assess(rule, today, View::Earned);
    let (professional_bar, total_bar) = bars(&assessment);
    let title = |id| book.entry(id).map(|entry| entry.title.clone()).unwrap_or_default();
    let warnings = assessment
        .warnings
        .iter()
        .map(|warning| WarningRow {
            code: warning.code,
            titles: warning.entries.iter().map(|&id| title(id)).collect(),
            sources: warning.sources.clone(),
        })
        .collect();
    YearView {
        steps: steps(&assessment),
        professional_bar,
        total_bar,
        groups: groups(&assessment),
        uncounted: uncounted_rows(book, &assessment),
        warnings,
        clauses: clauses(&assessment),
        projected,
        assessment,
    }
}

/// What does not count, in order of completion.
pub fn uncounted_rows(book: &Book, assessment: &Assessment) -> Vec<UncountedRow> {
    let lines = assessment.lines.iter();
    lines
        .filter_map(|line| {
            let uncounted = line.uncounted.as_ref()?;
            Some(UncountedRow {
                entry: line.entry,
                title: book.entry(line.entry).map(|entry| entry.title.clone()).unwrap_or_default(),
                end: line.end,
                subject: line.subject,
                reason: uncounted.reason,
                hours: uncounted.hours,
                raw: line.raw,
                sources: uncounted.sources.to_vec(),
            })
        })
        .collect()
}

/// The year before, while public study for it is still open and the year itself is over.
pub fn previous_year_still_open(book: &Book, rulebook: &Rulebook, year: Year, today: Date) -> Option<Year> {
    let previous = year.previous()?;
    let deadline = rulebook.rule(previous, book.profile().city_in(previous)).public_deadline.value;
    (previous.last_day() < today && today <= deadline).then_some(previous)
}

/// The years a person can choose: all that have entries, the last five, and the next one.
pub fn years_to_choose(ledger: &Ledger, today: Date) -> Vec<Year> {
    let Some(current) = Year::of(today) else { return vec![] };
    let first = ledger.years().next().unwrap_or(current).min(current);
    let last = ledger.years().next_back().unwrap_or(current).max(current);
    let first = first.get().min(current.get().saturating_sub(4));
    let last = last.get().max(current.get() + 1);
    (first..=last).rev().filter_map(Year::new).collect()
}

fn groups(assessment: &Assessment) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in &assessment.lines {
        let way = RouteKind::of(line.route);
        let same = |group: &&mut Group| group.subject == line.subject && group.way == way;
        let Some(group) = groups.iter_mut().find(same) else {
            groups.push(Group {
                subject: line.subject,
                way,
                count: 1,
                raw: line.raw,
                counted: line.counted,
                sources: group_sources(assessment, line.subject, way),
            });
            continue;
        };
        group.count += 1;
        group.raw += line.raw;
        group.counted += line.counted;
    }
    sort_by_key(&mut groups, |group| (group.subject, group.way));
    groups
}

/// The clauses that let a group count, or that keep it from counting.
fn group_sources(assessment: &Assessment, subject: Subject, way: RouteKind) -> Vec<Source> {
    let rule = &assessment.rule;
    let base = &rule.base;
    match (subject, way) {
        (Subject::Professional, RouteKind::Conversion) => base.conversion.clone(),
        (Subject::Professional, _) => base.professional.as_ref().unwrap_or(&base.total).sources.clone(),
        (Subject::Public, RouteKind::Bases) => base.exam.clone(),
        (Subject::Public, RouteKind::Courseware) => base.courseware.clone(),
        (Subject::Public, RouteKind::Conversion) => base.conversion.clone(),
        (Subject::Public, RouteKind::OtherPlatform) => rule.platforms_lapse_on.sources.clone(),
        (Subject::Public, RouteKind::Class) => {
            base.named_public_routes.as_ref().map_or(&base.forms, |figure| &figure.sources).clone()
        }
    }
}

fn clauses(assessment: &Assessment) -> Vec<Source> {
    let rule = &assessment.rule;
    let base = &rule.base;
    let mut all = base.total.sources.clone();
    let mut add = |sources: &[Source]| all.extend_from_slice(sources);
    base.professional.iter().for_each(|figure| add(&figure.sources));
    base.public_minimum.iter().for_each(|figure| add(&figure.sources));
    base.base_ceiling.iter().for_each(|figure| add(&figure.sources));
    base.named_public_routes.iter().for_each(|figure| add(&figure.sources));
    add(&rule.professional_deadline.sources);
    add(&rule.public_deadline.sources);
    if !assessment.transfer.is_zero() {
        add(rule.transfer.sources());
    }
    assessment.lines.iter().filter_map(|line| line.uncounted.as_ref()).for_each(|u| add(&u.sources));
    assessment.warnings.iter().for_each(|warning| add(&warning.sources));
    let mut all = distinct(all);
    sort_by_key(&mut all, Source::clause);
    all
}
