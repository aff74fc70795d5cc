//! The form of one entry.

use crate::ui::view::prelude::*;

use super::Session;
use super::form::Form;
use crate::book::{Draft, FieldError};
use crate::report::conversion::{Converted, converted};
use crate::rules::attribution::earlier_year;
use crate::rules::{Entry, EntryId, Year};

/// What the form will save to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    New,
    Existing(EntryId),
}

pub type EntryForm = Form<Target, Draft, FieldError>;

impl Session {
    /// Shows the form of an entry, of which the book holds `stored`.
    pub(super) fn show_form(self, target: Target, draft: Draft, stored: Draft) {
        if self.form.show(target, draft) {
            self.form_stored.set_value(stored);
        }
    }

    pub fn new_entry(self) {
        self.show_form(Target::New, Session::fresh_draft(), Draft::default());
    }

    /// What the form of a new entry begins with.
    pub(super) fn fresh_draft() -> Draft {
        Draft {
            subject: "professional".into(),
            route: "class".into(),
            outcome: "none".into(),
            status: "completed".into(),
            filing: "unknown".into(),
            ..Draft::default()
        }
    }

    /// The form, filled in as far as a line could be read.
    pub fn new_entry_from(self, draft: Draft) {
        self.form.close_for_good();
        self.show_form(Target::New, draft, Draft::default());
    }

    pub fn edit_entry(self, id: EntryId) {
        let draft = self.book.with_untracked(|book| book.entry(id).map(|entry| Draft::from_entry(entry)));
        if let Some(draft) = draft {
            self.show_form(Target::Existing(id), draft.clone(), draft);
        }
    }

    /// A new entry that begins as a copy.
    pub fn duplicate_entry(self, id: EntryId) {
        let draft = self.book.with_untracked(|book| book.entry(id).map(|entry| Draft::from_entry(entry)));
        if let Some(draft) = draft {
            // A copy carries another certificate than the original.
            let copy = Draft { certificate: String::new(), status: "completed".into(), ..draft };
            self.form.close_for_good();
            self.show_form(Target::New, copy, Draft::default());
        }
    }

    /// Checks the draft and saves it, or shows what is wrong with it.
    pub fn save_form(self) {
        let draft = self.form.draft.get_untracked();
        match draft.check(self.today.get_untracked()) {
            Err(errors) => self.form.errors.set(errors),
            Ok(checked) => {
                let id = match self.form.target.get_untracked() {
                    Target::New => self.new_id(),
                    Target::Existing(id) => id,
                };
                let entry = checked.with_id(id);
                let other = self.changed_meanwhile(&entry);
                self.later(move || {
                    self.form.close_for_good();
                    match other {
                        Some(other) => self.put_beside(entry, other),
                        None => self.put_entry(entry),
                    }
                });
            }
        }
    }

    /// How the draft, a conversion, comes to its hours.
    pub fn converted(self) -> Option<Converted> {
        let id = match self.form.target.get() {
            Target::New => None,
            Target::Existing(id) => Some(id),
        };
        self.form.draft.with(|draft| self.book.with(|book| converted(book, draft, id)))
    }

    /// Fills in the hours, and the subject where the rule names one, once rule and quantity are
    /// known. The person can still set both otherwise.
    pub fn compute_converted(self) {
        let Some(found) = untrack(|| self.converted()) else { return };
        self.form.draft.update(|draft| {
            if let Some(hours) = found.hours {
                draft.hours = hours.to_string();
            }
            if let Some(subject) = found.rule.subject {
                draft.subject = subject.code().into();
            }
        });
    }

    /// What another tab made of the entry since the form was opened, as a copy, when it differs.
    fn changed_meanwhile(self, entry: &Entry) -> Option<Entry> {
        let theirs = self.book.with_untracked(|book| book.entry(entry.id).cloned())?;
        let is_other = self.form_stored.with_value(|stored| *stored != Draft::from_entry(&theirs));
        (is_other && *theirs != *entry).then(|| Entry { id: self.new_id(), ..(*theirs).clone() })
    }

    /// The earlier year that the draft could count for, when its year was left open.
    pub fn proposed_year(self) -> Option<Year> {
        let draft = self.form.draft.get();
        if !draft.year.is_empty() {
            return None;
        }
        let today = self.today.get();
        let id = match self.form.target.get() {
            Target::New => EntryId(0),
            Target::Existing(id) => id,
        };
        let entry = draft.check(today).ok()?.with_id(id);
        self.book.with(|book| {
            self.rulebook.with_value(|rulebook| {
                let ledger = crate::report::year::ledger(book);
                let rule_of = |year| rulebook.rule(year, book.profile().city_in(year));
                earlier_year(&entry, &ledger, rule_of, today)
            })
        })
    }
}
