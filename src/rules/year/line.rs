//! One entry under the conditions of the rules, in their order.

use super::{Line, Reason, Uncounted, View};
use crate::order::filled;
use crate::rules::clause::Clause;
use crate::rules::conversion::{ConversionRule, Offer};
use crate::rules::entry::{Entry, Outcome, Route, Status, Subject};
use crate::rules::hours::Hours;
use crate::rules::rulebook::Rule;
use crate::rules::source::Source;
use crate::sorted::SortedMap;

impl Rule {
    /// Whether the completion date lies in the year, or in its window for public study.
    pub fn accepts_date(&self, entry: &Entry) -> bool {
        self.year.contains(entry.end) || self.accepts_in_window(entry)
    }

    /// Whether the entry is public study finished in the part of the window after the year.
    pub fn accepts_in_window(&self, entry: &Entry) -> bool {
        self.base.public_window.as_ref().is_some_and(|window| {
            entry.subject == Subject::Public
                && window.routes.contains(&entry.route)
                && entry.end > self.year.last_day()
                && entry.end <= window.last_day_for(self.year)
        })
    }
}

/// What is left under the year's ceilings while entries are taken in order of completion.
pub(super) struct Room<'a> {
    pub(super) bases: Option<Hours>,
    conversions: SortedMap<&'a str, Hours>,
}

impl<'a> Room<'a> {
    pub(super) fn new(rule: &Rule, conversions: &'a [ConversionRule]) -> Room<'a> {
        Room {
            bases: rule.base.base_ceiling.as_ref().map(|ceiling| ceiling.value),
            conversions: filled(
                conversions.iter().filter_map(|rule| Some((rule.name.as_str(), rule.cap_per_year?))),
            ),
        }
    }

    /// What each rule that has a figure can still give.
    pub(super) fn offers(&self, conversions: &[ConversionRule]) -> Vec<Offer> {
        let offer = |rule: &ConversionRule| {
            Some(Offer {
                each: rule.hours_per_unit.filter(|each| !each.is_zero())?,
                left: self.conversions.get(rule.name.as_str()).copied(),
                subject: rule.subject,
                rule: rule.name.clone(),
            })
        };
        conversions.iter().filter_map(offer).collect()
    }
}

/// One entry under the conditions of the rules, in their order.
pub(super) fn line(rule: &Rule, entry: &Entry, view: View, room: &mut Room) -> Line {
    let exam_failed = [Clause::T4.into()];
    let public = entry.subject == Subject::Public;
    let outcome = match (view, entry.status) {
        (View::WithPlan, Status::Planned) => Outcome::Passed,
        _ => entry.outcome,
    };
    let (base, all) = (&rule.base, entry.hours);
    // Why hours may not count, how many then do not, and what says so.
    let refusal: Option<(Reason, Hours, [&[Source]; 2])> = if !rule.accepts_date(entry) {
        let window = base.public_window.as_ref().map_or(&[] as &[Source], |window| &window.sources);
        Some((Reason::OutsideWindow, all, [&base.total.sources, window]))
    } else if public && entry.route.is_base() && outcome != Outcome::Passed {
        Some((Reason::ExamNotPassed, all, [&base.exam, &[]]))
    } else if entry.route == Route::Courseware && outcome == Outcome::Failed {
        Some((Reason::ExamNotPassed, all, [&exam_failed, &base.courseware]))
    } else if public && entry.route == Route::OtherPlatform && entry.end >= rule.platforms_lapse_on.value {
        Some((Reason::PlatformLapsedOrUnlisted, all, [&rule.platforms_lapse_on.sources, &[]]))
    } else if public && entry.route.is_base() {
        let over = room.bases.as_mut().map_or(Hours::ZERO, |left| take(left, all));
        let ceiling = base.base_ceiling.as_ref().map_or(&[] as &[Source], |figure| &figure.sources);
        Some((Reason::OverOnlineCeiling, over, [ceiling, &[]]))
    } else if entry.route == Route::Conversion {
        let cap = entry.conversion.as_ref().and_then(|used| room.conversions.get_mut(used.rule.as_str()));
        let over = cap.map_or(Hours::ZERO, |left| take(left, all));
        Some((Reason::ConversionCap, over, [&base.conversion, &[]]))
    } else {
        None
    };
    let uncounted = refusal
        .filter(|(_, hours, _)| !hours.is_zero())
        .map(|(reason, hours, sources)| Uncounted { reason, hours, sources: sources.concat() });
    Line {
        entry: entry.id,
        subject: entry.subject,
        route: entry.route,
        end: entry.end,
        raw: entry.hours,
        counted: entry.hours - uncounted.as_ref().map_or(Hours::ZERO, |uncounted| uncounted.hours),
        uncounted,
    }
}

/// Takes what it can from what is left; returns what did not fit.
fn take(left: &mut Hours, hours: Hours) -> Hours {
    let over = hours - *left;
    *left = *left - hours;
    over
}
