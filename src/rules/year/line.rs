//! One entry under the conditions of the rules, in their order.

use std::sync::Arc;

use super::card::Card;
use super::{Line, Reason, Uncounted, View};
use crate::rules::clause::Clause;
use crate::rules::conversion::{ConversionRule, Offer};
use crate::rules::entry::{Outcome, Route, Status, Subject};
use crate::rules::hours::Hours;
use crate::rules::rulebook::Rule;
use crate::rules::source::Source;

impl Rule {
    /// Whether the completion date lies in the year, or in its window for public study.
    fn accepts_date(&self, card: &Card) -> bool {
        self.year.contains(card.end) || self.accepts_in_window(card)
    }

    /// Whether the entry is public study finished in the part of the window after the year.
    pub(in crate::rules) fn accepts_in_window(&self, card: &Card) -> bool {
        self.base.public_window.as_ref().is_some_and(|window| {
            card.subject == Subject::Public
                && window.routes.contains(&card.route)
                && card.end > self.year.last_day()
                && card.end <= window.last_day_for(self.year)
        })
    }
}

/// What is left under the year's ceilings, and what was cited, while entries are taken in order of
/// completion.
pub(super) struct Room {
    pub(super) bases: Option<Hours>,
    /// For each conversion rule in turn.
    conversions: Vec<Option<Hours>>,
    /// What says so, for each refusal that occurred: lines share it.
    sources: [Option<Arc<[Source]>>; Refusal::COUNT],
}

impl Room {
    pub(super) fn new(rule: &Rule, conversions: &[ConversionRule]) -> Room {
        Room {
            bases: rule.base.base_ceiling.as_ref().map(|ceiling| ceiling.value),
            conversions: conversions.iter().map(|rule| rule.cap_per_year).collect(),
            sources: Default::default(),
        }
    }

    /// What each rule that has a figure can still give.
    pub(super) fn offers(&self, conversions: &[ConversionRule]) -> Vec<Offer> {
        let offer = |(rule, &left): (&ConversionRule, &Option<Hours>)| {
            Some(Offer {
                each: rule.hours_per_unit.filter(|each| !each.is_zero())?,
                left,
                subject: rule.subject,
                rule: rule.name.clone(),
            })
        };
        conversions.iter().zip(&self.conversions).filter_map(offer).collect()
    }
}

/// Why hours may not count. Finer than the reason that is told: each rests on sources of its own.
#[derive(Clone, Copy)]
enum Refusal {
    OutsideWindow,
    ExamNotPassed,
    CoursewareFailed,
    PlatformLapsed,
    OverCeiling,
    OverCap,
}

impl Refusal {
    const COUNT: usize = Refusal::OverCap as usize + 1;

    const fn reason(self) -> Reason {
        match self {
            Refusal::OutsideWindow => Reason::OutsideWindow,
            Refusal::ExamNotPassed | Refusal::CoursewareFailed => Reason::ExamNotPassed,
            Refusal::PlatformLapsed => Reason::PlatformLapsedOrUnlisted,
            Refusal::OverCeiling => Reason::OverOnlineCeiling,
            Refusal::OverCap => Reason::ConversionCap,
        }
    }

    fn sources(self, rule: &Rule) -> Arc<[Source]> {
        let base = &rule.base;
        let window = || base.public_window.as_ref().map_or(&[] as &[Source], |window| &window.sources);
        let ceiling = || base.base_ceiling.as_ref().map_or(&[] as &[Source], |figure| &figure.sources);
        match self {
            Refusal::OutsideWindow => [&base.total.sources, window()].concat().into(),
            Refusal::ExamNotPassed => base.exam.as_slice().into(),
            Refusal::CoursewareFailed => [&[Clause::T4.into()], &*base.courseware].concat().into(),
            Refusal::PlatformLapsed => rule.platforms_lapse_on.sources.as_slice().into(),
            Refusal::OverCeiling => ceiling().into(),
            Refusal::OverCap => base.conversion.as_slice().into(),
        }
    }
}

/// One entry under the conditions of the rules, in their order.
pub(super) fn line(rule: &Rule, card: &Card, view: View, room: &mut Room) -> Line {
    let public = card.subject == Subject::Public;
    let outcome = match (view, card.status) {
        (View::WithPlan, Status::Planned) => Outcome::Passed,
        _ => card.outcome,
    };
    let all = card.hours;
    // Why hours may not count, and how many then do not.
    let refused = if !rule.accepts_date(card) {
        Some((Refusal::OutsideWindow, all))
    } else if public && card.route.is_base() && outcome != Outcome::Passed {
        Some((Refusal::ExamNotPassed, all))
    } else if card.route == Route::Courseware && outcome == Outcome::Failed {
        Some((Refusal::CoursewareFailed, all))
    } else if public && card.route == Route::OtherPlatform && card.end >= rule.platforms_lapse_on.value {
        Some((Refusal::PlatformLapsed, all))
    } else if public && card.route.is_base() {
        Some((Refusal::OverCeiling, take(room.bases.as_mut(), all)))
    } else if card.route == Route::Conversion {
        let cap = room.conversions.get_mut(card.conversion as usize).and_then(Option::as_mut);
        Some((Refusal::OverCap, take(cap, all)))
    } else {
        None
    };
    let uncounted = refused.filter(|(_, hours)| !hours.is_zero()).map(|(refusal, hours)| {
        let sources = room.sources[refusal as usize].get_or_insert_with(|| refusal.sources(rule));
        Uncounted { reason: refusal.reason(), hours, sources: sources.clone() }
    });
    Line {
        entry: card.id,
        subject: card.subject,
        route: card.route,
        end: card.end,
        raw: all,
        counted: all - uncounted.as_ref().map_or(Hours::ZERO, |uncounted| uncounted.hours),
        uncounted,
    }
}

/// Takes what it can from what is left; returns what did not fit. Everything fits where there is no
/// ceiling.
fn take(left: Option<&mut Hours>, hours: Hours) -> Hours {
    left.map_or(Hours::ZERO, |left| {
        let over = hours - *left;
        *left = *left - hours;
        over
    })
}
