//! What counts but should be looked at.

use super::{Line, Needs, Warning, WarningCode};
use crate::rules::clause::Clause;
use crate::rules::entry::{Entry, Filing, Outcome, Route, Status, Subject};
use crate::rules::hours::Hours;
use crate::rules::rulebook::{Rule, Transfer};
use crate::rules::source::{Source, cite};

/// Warnings, one per code, each with the entries it is about.
#[derive(Default)]
pub(super) struct Warnings {
    pub(super) list: Vec<Warning>,
}

impl Warnings {
    pub(super) fn add<S: Clone + Into<Source>>(&mut self, code: WarningCode, entry: &Entry, sources: &[S]) {
        match self.list.iter_mut().find(|warning| warning.code == code) {
            Some(warning) => warning.entries.push(entry.id),
            None => {
                self.list.push(Warning { code, entries: vec![entry.id], sources: cite(sources) });
            }
        }
    }

    /// What is worth a look about an entry that counts.
    pub(super) fn look_at(&mut self, rule: &Rule, entry: &Entry) {
        let public = entry.subject == Subject::Public;
        let conversion = entry.route == Route::Conversion;
        if let Some(window) = rule.base.public_window.as_ref().filter(|window| !window.known)
            && rule.accepts_in_window(entry)
        {
            self.add(WarningCode::WindowUnknown, entry, &window.sources);
        }
        if let Some(named) = &rule.base.named_public_routes
            && public
            && entry.route == Route::Class
            && !named.value.contains(&entry.route)
        {
            self.add(WarningCode::PublicRouteUnnamed, entry, &named.sources);
        }
        if entry.outcome == Outcome::Failed && entry.status.is_earned() {
            self.add(WarningCode::FailedButCounted, entry, &[Clause::T4]);
        }
        if !public && entry.route == Route::OtherPlatform {
            self.add(WarningCode::OtherPlatformProfessional, entry, &[Clause::Hb4, Clause::Ah8]);
        }
        if !public && !conversion && entry.filing != Filing::Yes && !rule.base.filing.is_empty() {
            self.add(WarningCode::FilingNotNoted, entry, &rule.base.filing);
        }
        if entry.status == Status::Completed && !rule.prompt_registration.is_empty() {
            self.add(WarningCode::NotYetRegistered, entry, &rule.prompt_registration);
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
