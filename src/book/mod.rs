//! A person's data and its verbs. Every verb returns the [`Change`] it made, which the store
//! writes and which its inverse undoes.

mod change;
mod check;
pub mod conversion;
pub mod draft;
pub mod field;
mod history;
mod notices;
pub mod profile;
pub mod template;

use std::sync::Arc;

use crate::order::filled;
use crate::rules::{ConversionRule, Entry, EntryId, Notice};
use crate::sorted::SortedMap;

pub use change::{Change, EntryChange};
pub use check::{TEXT_MAX_CHARS, TITLE_MAX_CHARS};
pub use conversion::{Recomputed, RuleDraft, RuleError, RuleErrorKind, RuleField};
pub use draft::{CheckedEntry, Draft};
pub use field::{Field, FieldError, FieldErrorKind};
pub use history::History;
pub use profile::Profile;
pub use template::Template;

/// One person's book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    profile: Profile,
    conversions: Vec<ConversionRule>,
    notices: Vec<Notice>,
    templates: Vec<Template>,
    entries: SortedMap<EntryId, Arc<Entry>>,
}

impl Book {
    /// A book as the store read it.
    pub fn from_parts(
        profile: Profile,
        conversions: Vec<ConversionRule>,
        entries: impl IntoIterator<Item = Entry>,
    ) -> Book {
        let entries = filled(entries.into_iter().map(|entry| (entry.id, Arc::new(entry))));
        Book { profile, conversions, entries, ..Book::default() }
    }

    /// The same book with what else a person keeps in it.
    pub fn with(self, notices: Vec<Notice>, templates: Vec<Template>) -> Book {
        Book { notices, templates, ..self }
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    pub fn conversions(&self) -> &[ConversionRule] {
        &self.conversions
    }

    /// The notices that the person imported, by year.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    pub fn templates(&self) -> &[Template] {
        &self.templates
    }

    pub fn entry(&self, id: EntryId) -> Option<&Arc<Entry>> {
        self.entries.get(&id)
    }

    /// All entries, in the order of their ids (which means nothing).
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Arc<Entry>> {
        self.entries.values()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Adds entries, or replaces those that have the same id: one edit, or a whole import.
    pub fn put(&mut self, entries: impl IntoIterator<Item = Entry>) -> Change {
        let entries = entries
            .into_iter()
            .map(|entry| EntryChange {
                before: self.entries.get(&entry.id).cloned(),
                after: Some(Arc::new(entry)),
            })
            .filter(|change| change.before != change.after)
            .collect();
        self.make(Change { entries, ..Change::default() })
    }

    /// Removes entries; ids that are not there are passed over.
    pub fn remove(&mut self, ids: &[EntryId]) -> Change {
        let entries = ids
            .iter()
            .filter_map(|id| self.entries.get(id))
            .map(|entry| EntryChange { before: Some(entry.clone()), after: None })
            .collect();
        self.make(Change { entries, ..Change::default() })
    }

    pub fn set_profile(&mut self, profile: Profile) -> Change {
        let before = std::mem::replace(&mut self.profile, profile);
        let profile = (before != self.profile).then(|| (before, self.profile.clone()));
        Change { profile, ..Change::default() }
    }

    pub fn set_conversions(&mut self, conversions: Vec<ConversionRule>) -> Change {
        let before = std::mem::replace(&mut self.conversions, conversions);
        let conversions = (before != self.conversions).then(|| (before, self.conversions.clone()));
        Change { conversions, ..Change::default() }
    }

    pub fn set_notices(&mut self, notices: Vec<Notice>) -> Change {
        let before = std::mem::replace(&mut self.notices, notices);
        let notices = (before != self.notices).then(|| (before, self.notices.clone()));
        Change { notices, ..Change::default() }
    }

    pub fn set_templates(&mut self, templates: Vec<Template>) -> Change {
        let before = std::mem::replace(&mut self.templates, templates);
        let templates = (before != self.templates).then(|| (before, self.templates.clone()));
        Change { templates, ..Change::default() }
    }

    /// Becomes another book, as when a backup is restored.
    pub fn turn_into(&mut self, other: &Book) -> Change {
        let gone = self.entries.values().filter(|entry| !other.entries.contains_key(&entry.id));
        let gone: Vec<EntryId> = gone.map(|entry| entry.id).collect();
        let mut change = self.remove(&gone);
        change.entries.extend(self.put(other.entries.values().map(|entry| (**entry).clone())).entries);
        change.profile = self.set_profile(other.profile.clone()).profile;
        change.conversions = self.set_conversions(other.conversions.clone()).conversions;
        change.notices = self.set_notices(other.notices.clone()).notices;
        change.templates = self.set_templates(other.templates.clone()).templates;
        change
    }

    /// Carries out a change, such as the inverse of an earlier one.
    pub fn make(&mut self, change: Change) -> Change {
        match change.entries.as_slice() {
            [one] => self.make_one(one),
            many => self.make_many(many),
        }
        if let Some((_, after)) = &change.profile {
            self.profile = after.clone();
        }
        if let Some((_, after)) = &change.conversions {
            self.conversions = after.clone();
        }
        if let Some((_, after)) = &change.notices {
            self.notices = after.clone();
        }
        if let Some((_, after)) = &change.templates {
            self.templates = after.clone();
        }
        change
    }
    fn make_one(&mut self, change: &EntryChange) {
        match (&change.before, &change.after) {
            (_, Some(after)) => drop(self.entries.insert(after.id, after.clone())),
            (Some(before), None) => drop(self.entries.remove(&before.id)),
            (None, None) => {}
        }
    }

    /// All at once, so that an import of thousands sorts once. Of several changes to one entry the
    /// last is what remains.
    fn make_many(&mut self, changes: &[EntryChange]) {
        let after = changes.iter().filter_map(|change| Some((change.id()?, change.after.clone())));
        let after: SortedMap<EntryId, Option<Arc<Entry>>> = filled(after);
        self.entries.retain(|id, _| !after.contains_key(id));
        self.entries.extend(after.into_iter().filter_map(|(id, entry)| Some((id, entry?))));
    }
}
