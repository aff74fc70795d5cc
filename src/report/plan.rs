//! The plan of a year: what is earned beside what it would come to, and what each planned entry
//! would change. Never mixed: earned figures come from the earned view alone.

use std::sync::Arc;

use super::timeline::{Timeline, timeline};
use super::year::{ledger, previous_year_still_open};
use crate::book::Book;
use crate::order::sort_by_key;
use crate::rules::steps::{Step, steps};
use crate::rules::suggestion::{Outlook, Prefer, suggest, surplus};
use crate::rules::year::Reason;
use crate::rules::{
    Assessment, ConversionRule, Date, Entry, Hours, Ledger, Outcome, Rule, Rulebook, Status, View, Year,
};

/// Everything that the plan screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanView {
    pub chosen: PlannedYear,
    /// The year before, while its public window is open.
    pub previous: Option<PlannedYear>,
    /// The planned entries of both, in order of completion.
    pub rows: Vec<PlannedRow>,
    pub timeline: Timeline,
}

/// One year, as it is and as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedYear {
    pub earned: Assessment,
    /// As if every planned entry were completed as planned.
    pub projected: Assessment,
    /// What the earned hours still lack, with its pace.
    pub steps: Vec<Step>,
    /// Whether surplus professional hours could stand in for what the plan still lacks.
    pub surplus: Option<bool>,
    /// Hours studied that only wait for their exam: to sit it is less than to study anew.
    pub exam_pending: Hours,
}

/// A planned entry and what it would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRow {
    pub entry: Arc<Entry>,
    pub effect: Effect,
    /// Its day has passed.
    pub is_overdue: bool,
}

/// What one entry adds to what is earned and planned before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    pub counted: Hours,
    /// Why less than all of it counts.
    pub reason: Option<Reason>,
    pub missing_before: Hours,
    pub missing_after: Hours,
}

impl PlannedYear {
    /// What the plan still lacks.
    pub fn outlook(&self, prefer: Prefer) -> Outlook {
        suggest(&self.projected, prefer)
    }
}

impl PlanView {
    /// The years of the screen, the one that closes first before the other.
    pub fn years(&self) -> impl Iterator<Item = &PlannedYear> {
        self.previous.iter().chain([&self.chosen])
    }
}

/// The plan of a year as of `today`, in the person's city of that year.
pub fn plan_view(book: &Book, rulebook: &Rulebook, year: Year, today: Date) -> PlanView {
    let ledger = ledger(book);
    let rule_of = |year| rulebook.rule(year, book.profile().city_in(year));
    let previous = previous_year_still_open(book, rulebook, year, today);
    let mut rows = Vec::new();
    let mut one = |year| {
        rows.extend(planned_rows(book, &ledger, &rule_of(year), today));
        planned_year(&ledger, rule_of(year), today)
    };
    let (previous, chosen) = (previous.map(&mut one), one(year));
    // A stable sort: within a day the order in which the rules take them stays.
    sort_by_key(&mut rows, |row: &PlannedRow| (row.entry.end, row.entry.year));
    let planned: Vec<&Entry> = rows.iter().map(|row| row.entry.as_ref()).collect();
    let previous_rule = previous.as_ref().map(|year| &year.earned.rule);
    let timeline = timeline(&chosen.earned.rule, previous_rule, today, &planned);
    PlanView { chosen, previous, rows, timeline }
}

fn planned_year(ledger: &Ledger, rule: Rule, today: Date) -> PlannedYear {
    let earned = ledger.assess(rule.clone(), today, View::Earned);
    let projected = ledger.assess(rule, today, View::WithPlan);
    let pending = ledger.entries(earned.rule.year).filter(|entry| {
        let line = earned.lines.iter().find(|line| line.entry == entry.id);
        let uncounted = line.and_then(|line| line.uncounted.as_ref());
        entry.outcome == Outcome::NotAssessed
            && uncounted.is_some_and(|uncounted| uncounted.reason == Reason::ExamNotPassed)
    });
    let exam_pending = pending.map(|entry| entry.hours).sum();
    PlannedYear { steps: steps(&earned), surplus: surplus(&projected), exam_pending, earned, projected }
}

/// The year's planned entries in order of completion, each with what it adds to those before it.
fn planned_rows(book: &Book, ledger: &Ledger, rule: &Rule, today: Date) -> Vec<PlannedRow> {
    let (planned, mut taken): (Vec<&Entry>, Vec<&Entry>) =
        ledger.entries(rule.year).partition(|entry| entry.status == Status::Planned);
    let mut before = assess(&taken, book.conversions(), rule, today);
    let mut rows = Vec::new();
    for entry in planned {
        taken.push(entry);
        let after = assess(&taken, book.conversions(), rule, today);
        let line = after.lines.iter().find(|line| line.entry == entry.id);
        let reason = line.and_then(|line| line.uncounted.as_ref()).map(|uncounted| uncounted.reason);
        let effect = Effect {
            counted: after.total - before.total,
            reason,
            missing_before: before.needs.sum(),
            missing_after: after.needs.sum(),
        };
        let Some(entry) = book.entry(entry.id).cloned() else { continue };
        rows.push(PlannedRow { is_overdue: entry.end < today, entry, effect });
        before = after;
    }
    rows
}

fn assess(entries: &[&Entry], conversions: &[ConversionRule], rule: &Rule, today: Date) -> Assessment {
    Ledger::new(entries.iter().copied(), conversions).assess(rule.clone(), today, View::WithPlan)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::day;
    use crate::rules::suggestion::ItemKind;
    use crate::rules::{City, EntryId};

    fn today() -> Date {
        day(2026, 11, 21)
    }

    fn this_year() -> Year {
        Year::of(today()).unwrap()
    }

    fn view(book: &Book) -> PlanView {
        plan_view(book, &Rulebook::shipped(), this_year(), today())
    }

    /// The suggestion of an empty book, planned.
    fn planned_book() -> Book {
        let mut book = Book::default();
        let outlook = view(&book).chosen.outlook(Prefer::Public);
        let items = outlook.items().iter().zip(1..);
        let entries: Vec<Entry> =
            items.map(|(item, id)| item.as_planned(EntryId(id), format!("第 {id} 项"))).collect();
        book.put(entries);
        book
    }

    #[test]
    fn earned_and_projected_figures_stand_apart() {
        let view = view(&planned_book());
        let (earned, projected) = (&view.chosen.earned, &view.chosen.projected);
        assert_eq!((earned.total, earned.planned), (Hours::ZERO, Hours::whole(90)));
        assert_eq!(projected.counted.professional, Hours::whole(60));
        assert_eq!((projected.counted.public, projected.total), (Hours::whole(30), Hours::whole(90)));
        assert_eq!(view.chosen.outlook(Prefer::Public), Outlook::Enough);
        assert_eq!(view.chosen.steps.len(), 2, "the pace is that of what is really missing");
    }

    #[test]
    fn each_planned_entry_says_what_it_would_change() {
        let mut book = planned_book();
        let base = book.entry(EntryId(2)).unwrap().as_ref().clone();
        assert_eq!(base.hours, Hours::whole(30));
        // Ten more on a base, after the ceiling is reached.
        let over = Entry { id: EntryId(3), hours: Hours::whole(10), ..base };
        book.put([over]);
        let effects: Vec<Effect> = view(&book).rows.iter().map(|row| row.effect).collect();
        let effect = |counted, reason, before, after| Effect {
            counted: Hours::whole(counted),
            reason,
            missing_before: Hours::whole(before),
            missing_after: Hours::whole(after),
        };
        // On the same day and under the same title the shorter one is taken first.
        let over = Some(Reason::OverOnlineCeiling);
        assert_eq!(effects, [effect(60, None, 90, 30), effect(10, None, 30, 20), effect(20, over, 20, 0)]);
    }

    #[test]
    fn study_that_only_waits_for_its_exam_is_told_apart() {
        let mut book = planned_book();
        let base = book.entry(EntryId(2)).unwrap().as_ref().clone();
        let studied = |id, hours, outcome| Entry {
            id: EntryId(id),
            hours: Hours::whole(hours),
            end: today(),
            status: Status::Completed,
            outcome,
            ..base.clone()
        };
        book.put([
            studied(4, 12, Outcome::NotAssessed),
            studied(5, 7, Outcome::Failed),
            studied(6, 5, Outcome::Passed),
        ]);
        assert_eq!(view(&book).chosen.exam_pending, Hours::whole(12));
        assert_eq!(view(&Book::default()).chosen.exam_pending, Hours::ZERO);
    }

    #[test]
    fn the_line_runs_from_january_to_the_last_day_of_public_study() {
        let view = view(&planned_book());
        let line = &view.timeline;
        assert_eq!((line.first.day, line.last.day), (day(2026, 1, 1), day(2027, 5, 31)));
        assert_eq!((line.first.at, line.last.at), (0, 1000));
        assert_eq!(line.months.len(), 17);
        // 324 of 515 days; 364 of 515.
        assert_eq!(line.today.map(|mark| mark.at), Some(629));
        assert_eq!(line.professional_deadline.at, 706);
        assert_eq!((line.public_deadline.at, line.previous_deadline), (1000, None));
        let spans: Vec<_> = line.spans.iter().map(|span| (span.from, span.to, span.is_cut)).collect();
        assert_eq!(spans, [(706, 706, false), (1000, 1000, false)]);
    }

    #[test]
    fn an_entry_beyond_the_line_is_kept_at_its_end() {
        let mut book = planned_book();
        let entry = book.entry(EntryId(1)).unwrap().as_ref().clone();
        book.put([Entry { start: Some(day(2025, 11, 1)), end: day(2026, 3, 1), ..entry }]);
        let view = view(&book);
        let span = view.timeline.spans[0];
        assert_eq!((span.from, span.to, span.is_cut), (0, 114, true));
        assert!(view.rows[0].is_overdue);
    }

    #[test]
    fn the_year_before_stands_beside_while_its_window_is_open() {
        let mut book = Book::default();
        let mut profile = book.profile().clone();
        profile.city = City::ALL[0];
        book.set_profile(profile);
        let spring = day(2026, 3, 1);
        let view = plan_view(&book, &Rulebook::shipped(), this_year(), spring);
        let years: Vec<u16> = view.years().map(|year| year.earned.rule.year.get()).collect();
        assert_eq!(years, [2025, 2026]);
        assert_eq!(view.timeline.previous_deadline.map(|mark| mark.day), Some(day(2026, 5, 31)));
        // Without professional hours 2025 cannot be reached any more: no plan for it.
        assert_eq!(view.previous.as_ref().map(|year| year.outlook(Prefer::Public)), Some(Outlook::Closed));
        let kinds: Vec<ItemKind> =
            view.chosen.outlook(Prefer::Public).items().iter().map(|item| item.kind).collect();
        assert_eq!(kinds, [ItemKind::Professional, ItemKind::Bases]);
    }
}
