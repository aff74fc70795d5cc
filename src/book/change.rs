//! What a verb did to a book, complete enough to be undone.

use std::sync::Arc;

use super::{Profile, Template};
use crate::rules::{ConversionRule, Entry, EntryId, Notice};

/// Before and after of everything that a verb touched. Empty when nothing changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    pub entries: Vec<EntryChange>,
    pub profile: Option<(Profile, Profile)>,
    pub conversions: Option<(Vec<ConversionRule>, Vec<ConversionRule>)>,
    pub notices: Option<(Vec<Notice>, Vec<Notice>)>,
    pub templates: Option<(Vec<Template>, Vec<Template>)>,
}

/// One entry before and after: added, edited or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryChange {
    pub before: Option<Arc<Entry>>,
    pub after: Option<Arc<Entry>>,
}

impl EntryChange {
    pub fn id(&self) -> Option<EntryId> {
        self.after.as_ref().or(self.before.as_ref()).map(|entry| entry.id)
    }
}

impl Change {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
            && self.profile.is_none()
            && self.conversions.is_none()
            && self.notices.is_none()
            && self.templates.is_none()
    }

    /// The change that undoes this one.
    pub fn inverse(&self) -> Change {
        Change {
            entries: self
                .entries
                .iter()
                .rev()
                .map(|change| EntryChange { before: change.after.clone(), after: change.before.clone() })
                .collect(),
            profile: self.profile.clone().map(|(before, after)| (after, before)),
            conversions: self.conversions.clone().map(|(before, after)| (after, before)),
            notices: self.notices.clone().map(|(before, after)| (after, before)),
            templates: self.templates.clone().map(|(before, after)| (after, before)),
        }
    }
}
