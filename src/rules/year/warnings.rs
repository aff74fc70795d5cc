//! What counts but should be looked at.

use super::card::Card;
use super::{Line, Needs, Warning, WarningCode};
use crate::rules::clause::Clause;
use crate::rules::entry::{Filing, Outcome, Route, Status, Subject};
use crate::rules::hours::Hours;
use crate::rules::rulebook::{Rule, Transfer};
use crate::rules::source::{Source, cite};

/// Warnings, one per code, each with the entries it is about.
#[derive(Default)]
pub(super) struct Warnings {
    pub(super) list: Vec<Warning>,
}

impl Warnings {
    pub(super) fn add<S: Clone + Into<Source>>(&mut self, code: WarningCode, card: &Card, sources: &[S]) {
        match self.list.iter_mut().find(|warning| warning.code == code) {
            Some(warning) => warning.entries.push(card.id),
            None => {
                self.list.push(Warning { code, entries: vec![card.id], sources: cite(sources) });
            }
        }
    }

    /// What is worth a look about an entry that counts.
    pub(super) fn look_at(&mut self, rule: &Rule, card: &Card) {
        let public = card.subject == Subject::Public;
        let conversion = card.route == Route::Conversion;
        if let Some(window) = rule.base.public_window.as_ref().filter(|window| !window.known)
            && rule.accepts_in_window(card)
        {
            self.add(WarningCode::WindowUnknown, card, &window.sources);
        }
        if let Some(named) = &rule.base.named_public_routes
            && public
            && card.route == Route::Class
            && !named.value.contains(&card.route)
        {
            self.add(WarningCode::PublicRouteUnnamed, card, &named.sources);
        }
        if card.outcome == Outcome::Failed && card.status.is_earned() {
            self.add(WarningCode::FailedButCounted, card, &[Clause::T4]);
        }
        if !public && card.route == Route::OtherPlatform {
            self.add(WarningCode::OtherPlatformProfessional, card, &[Clause::Hb4, Clause::Ah8]);
        }
        if !public && !conversion && card.filing != Filing::Yes && !rule.base.filing.is_empty() {
            self.add(WarningCode::FilingNotNoted, card, &rule.base.filing);
        }
        if card.status == Status::Completed && !rule.prompt_registration.is_empty() {
            self.add(WarningCode::NotYetRegistered, card, &rule.prompt_registration);
        }
    }

    /// What is worth a look about the year as a whole.
    pub(super) fn of_the_year(&mut self, rule: &Rule, needs: Needs, transfer: Hours, lines: &[Line]) {
        let mut add = |code, sources: &[Source]| {
            self.list.push(Warning { code, entries: vec![], sources: sources.to_vec() });
        };
        if let (Transfer::Undocumented(sources), false) = (&rule.transfer, transfer.is_zero()) {
            add(WarningCode::TransferUndocumented, sources);
        }
        if !needs.sum().is_zero() && !lines.is_empty() && !rule.no_stamp_below.is_empty() {
            add(WarningCode::NoStampBelow, &rule.no_stamp_below);
        }
    }
}
