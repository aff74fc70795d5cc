//! One year's assessment: raw → counted → transferred → total, with every step kept.

mod card;
mod ledger;
mod line;
mod warnings;

use std::sync::Arc;

use super::clause::Clause;
use super::conversion::Offer;
use super::date::{Date, Year};
use super::entry::{Entry, EntryId, Outcome, Route, Subject, coded};
use super::hours::Hours;
use super::rulebook::{Rule, Transfer};
use super::source::Source;
pub(super) use card::Card;
pub use ledger::Ledger;
use line::{Room, line};
use warnings::Warnings;

/// An amount split by subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub professional: Hours,
    pub public: Hours,
}

impl Parts {
    pub fn total(self) -> Hours {
        self.professional + self.public
    }

    fn add(&mut self, subject: Subject, hours: Hours) {
        match subject {
            Subject::Professional => self.professional += hours,
            Subject::Public => self.public += hours,
        }
    }
}

coded! {
    /// Why hours of an entry do not count.
    Reason {
        /// Finished outside the year and its extended window.
        OutsideWindow = "outside-window",
        /// A base's public course, or courseware, without a passed exam.
        ExamNotPassed = "exam-not-passed",
        /// A public course on a platform that is no longer, or never was, listed.
        PlatformLapsedOrUnlisted = "platform-lapsed-or-unlisted",
        /// Beyond what the four bases together may give.
        OverOnlineCeiling = "over-online-ceiling",
        /// Beyond the yearly cap of its conversion rule.
        ConversionCap = "conversion-cap",
    }
}

coded! {
    /// Something that counts but should be looked at.
    WarningCode {
        /// Public study of 2016–2024 finished in the next year: no text in hand gives the last day.
        WindowUnknown = "window-unknown",
        /// Public hours by a route that the notice does not name.
        PublicRouteUnnamed = "public-route-unnamed",
        /// Finished within a year that two or more other years claim entries of; names the entries
        /// that were moved.
        SpreadRegistration = "spread-registration",
        /// Assessed as failed, on a route whose exam no notice asks for.
        FailedButCounted = "failed-but-counted",
        /// Professional hours on a platform of unknown standing.
        OtherPlatformProfessional = "other-platform-professional",
        /// A professional training whose filing is not noted.
        FilingNotNoted = "filing-not-noted",
        /// Finished, but not yet written into the certificate book.
        NotYetRegistered = "not-yet-registered",
        /// A transfer is used that no notice in hand states for this city and year.
        TransferUndocumented = "transfer-undocumented",
        /// Below the requirement: no verification stamp.
        NoStampBelow = "no-stamp-below",
    }
}

coded! {
    /// The answer for one year.
    Verdict {
        Met = "met",
        MetWithCaution = "met-with-caution",
        Short = "short",
        Closed = "closed",
        Provisional = "provisional",
    }
}

impl Verdict {
    pub const fn is_met(self) -> bool {
        matches!(self, Verdict::Met | Verdict::MetWithCaution)
    }
}

/// What one entry brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub entry: EntryId,
    pub subject: Subject,
    pub route: Route,
    pub end: Date,
    pub raw: Hours,
    pub counted: Hours,
    /// Present exactly when `counted` is below `raw`.
    pub uncounted: Option<Uncounted>,
}

/// The part of an entry that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncounted {
    pub reason: Reason,
    pub hours: Hours,
    /// The same list for all lines of the year that are refused alike.
    pub sources: Arc<[Source]>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub code: WarningCode,
    /// In order of completion; empty when the warning is about the year as a whole.
    pub entries: Vec<EntryId>,
    pub sources: Vec<Source>,
}

/// What is still missing. All zero exactly when the requirement is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    pub professional: Hours,
    /// Only where the year asks for public hours of their own.
    pub public: Hours,
    /// Of either kind; after 31 December only public ones are left to earn.
    pub any: Hours,
}

impl Needs {
    pub fn sum(self) -> Hours {
        self.professional + self.public + self.any
    }
}

/// The assessment of one year in one city as of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub rule: Rule,
    pub today: Date,
    /// One per earned entry of the year, in order of completion.
    pub lines: Vec<Line>,
    pub raw: Parts,
    /// Before any transfer.
    pub counted: Parts,
    /// Public hours from the four bases, within their ceiling.
    pub from_bases: Hours,
    /// What the person's conversion rules can still give.
    pub offers: Vec<Offer>,
    /// Professional hours that stand in for public ones. They make no hours: the total stays.
    pub transfer: Hours,
    pub total: Hours,
    pub uncounted: Hours,
    /// The sum of planned entries: no part of any other figure.
    pub planned: Hours,
    pub needs: Needs,
    pub verdict: Verdict,
    pub warnings: Vec<Warning>,
}

impl Assessment {
    /// Whether the entry would still bring the year hours, an exam that is not yet sat being passed.
    pub fn has_room_for(&self, entry: &Entry) -> bool {
        let mut room = Room::new(&self.rule, &[]);
        room.bases = room.bases.map(|ceiling| ceiling - self.from_bases);
        let mut added = Card::of(entry, Card::NO_RULE);
        if !entry.status.is_earned() || entry.outcome == Outcome::NotAssessed {
            added.outcome = Outcome::Passed;
        }
        !line(&self.rule, &added, View::Earned, &mut room).counted.is_zero()
    }
}

/// Which entries an assessment takes as earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// What is earned today.
    Earned,
    /// As if every planned entry were completed as planned, with its exam passed.
    WithPlan,
}

impl Ledger<'_> {
    /// Assesses the rule's year.
    pub fn assess(&self, rule: Rule, today: Date, view: View) -> Assessment {
        let mut room = Room::new(&rule, self.conversions);
        let cards = self.cards(rule.year);
        let mut lines = Vec::with_capacity(cards.len());
        let (mut raw, mut counted) = (Parts::default(), Parts::default());
        let (mut from_bases, mut planned) = (Hours::ZERO, Hours::ZERO);
        let mut warnings = Warnings::default();
        for card in cards {
            if !card.status.is_earned() {
                planned += card.hours;
                if view == View::Earned {
                    continue;
                }
            }
            let line = line(&rule, card, view, &mut room);
            raw.add(card.subject, line.raw);
            counted.add(card.subject, line.counted);
            if card.subject == Subject::Public && card.route.is_base() {
                from_bases += line.counted;
            }
            if !line.counted.is_zero() {
                warnings.look_at(&rule, card);
            }
            // What stayed in its own year is not spread, whatever else that year finished.
            let completed = Year::of(card.end).filter(|&completed| completed != rule.year);
            if completed.is_some_and(|year| self.spread.contains_key(&year)) {
                warnings.add(WarningCode::SpreadRegistration, card, &[Clause::La5]);
            }
            lines.push(line);
        }
        let transfer = transfer(&rule, counted);
        let needs = needs(&rule, counted);
        let verdict = verdict(&rule, needs, transfer, today);
        warnings.of_the_year(&rule, needs, transfer, &lines);
        Assessment {
            today,
            raw,
            counted,
            from_bases,
            offers: room.offers(self.conversions),
            transfer,
            total: counted.total(),
            uncounted: raw.total() - counted.total(),
            planned,
            needs,
            verdict,
            warnings: warnings.list,
            lines,
            rule,
        }
    }
}

/// Surplus professional hours that stand in for public ones: never more than the surplus, never
/// more than the public part lacks.
fn transfer(rule: &Rule, counted: Parts) -> Hours {
    if rule.transfer == Transfer::None {
        return Hours::ZERO;
    }
    (counted.professional - rule.required_professional()).min(rule.rest() - counted.public)
}

fn needs(rule: &Rule, counted: Parts) -> Needs {
    let professional = rule.required_professional() - counted.professional;
    let public = rule.public_minimum() - counted.public;
    let any = rule.base.total.value - counted.total() - professional - public;
    Needs { professional, public, any }
}

fn verdict(rule: &Rule, needs: Needs, transfer: Hours, today: Date) -> Verdict {
    let documented = matches!(rule.transfer, Transfer::Documented(_));
    if rule.provisional {
        Verdict::Provisional
    } else if needs.sum().is_zero() && (transfer.is_zero() || documented) {
        Verdict::Met
    } else if needs.sum().is_zero() {
        Verdict::MetWithCaution
    } else if today > rule.public_deadline.value
        || (!needs.professional.is_zero() && today > rule.professional_deadline.value)
    {
        Verdict::Closed
    } else {
        Verdict::Short
    }
}
