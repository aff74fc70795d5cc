//! Which entry lies in which part. An entry stays in its part for life, so that saving one
//! entry rewrites one part.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::head::PERSON;
use crate::book::{Book, Change, Profile, Template};
use crate::rules::{ConversionRule, Entry, EntryId, Notice};
use crate::sorted::SortedMap;

/// The most entries in one part: about 14,000 UTF-16 units, written in a few milliseconds. A
/// smaller part makes a longer head, which every save writes too; at 10,000 entries the sum of
/// the two is least between 50 and 80.
pub const PART_MAX: usize = 64;

/// What was touched since it was last known to be stored, each with what it was then: by this
/// the change of another tab is told from ours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    pub entries: BTreeMap<EntryId, Option<Arc<Entry>>>,
    pub profile: Option<Profile>,
    pub conversions: Option<Vec<ConversionRule>>,
    pub notices: Option<Vec<Notice>>,
    pub templates: Option<Vec<Template>>,
    /// Every part is to be written anew, as after a migration.
    pub all: bool,
}

impl Pending {
    pub fn is_empty(&self) -> bool {
        !self.holds_work() && !self.all
    }

    /// Whether a person's change is in it, and not only a rewriting of what is stored.
    pub fn holds_work(&self) -> bool {
        !self.entries.is_empty() || self.person()
    }

    /// Whether the part with the profile and what else is the person's is concerned.
    pub fn person(&self) -> bool {
        self.profile.is_some()
            || self.conversions.is_some()
            || self.notices.is_some()
            || self.templates.is_some()
    }

    pub fn touch(&mut self, change: &Change) {
        for change in &change.entries {
            if let Some(id) = change.id() {
                self.entries.entry(id).or_insert_with(|| change.before.clone());
            }
        }
        if let (None, Some((before, _))) = (&self.profile, &change.profile) {
            self.profile = Some(before.clone());
        }
        if let (None, Some((before, _))) = (&self.conversions, &change.conversions) {
            self.conversions = Some(before.clone());
        }
        if let (None, Some((before, _))) = (&self.notices, &change.notices) {
            self.notices = Some(before.clone());
        }
        if let (None, Some((before, _))) = (&self.templates, &change.templates) {
            self.templates = Some(before.clone());
        }
    }

    /// Takes in what turned out not to be stored after all; what it began with goes further back.
    pub fn regain(&mut self, mut earlier: Pending) {
        self.entries.append(&mut earlier.entries);
        self.profile = earlier.profile.or(self.profile.take());
        self.conversions = earlier.conversions.or(self.conversions.take());
        self.notices = earlier.notices.or(self.notices.take());
        self.templates = earlier.templates.or(self.templates.take());
    }
}

#[derive(Clone, Debug, Default)]
pub struct Layout {
    parts: SortedMap<u32, Vec<EntryId>>,
    home: BTreeMap<EntryId, u32>,
}

/// The parts that a save rewrites, with what they will hold; an empty one goes.
pub type Plan = SortedMap<u32, Vec<EntryId>>;

impl Layout {
    /// What these parts hold after a save.
    pub fn apply(&mut self, plan: Plan) {
        for (part, ids) in plan {
            for id in self.parts.remove(&part).unwrap_or_default() {
                if self.home.get(&id) == Some(&part) {
                    self.home.remove(&id);
                }
            }
            for &id in &ids {
                self.home.insert(id, part);
            }
            if !ids.is_empty() {
                self.parts.insert(part, ids);
            }
        }
    }

    pub fn plan(&self, book: &Book, pending: &Pending) -> Plan {
        if !pending.all {
            let (plan, total) = self.plan_for(book, &mut pending.entries.keys().copied());
            if total == book.len() {
                return plan;
            }
        }
        // The caller forgot to tell of a change, or wants it all: look at every entry.
        let known = self.home.keys().copied();
        let added = book.entries().map(|entry| entry.id).filter(|id| !self.home.contains_key(id));
        self.plan_for(book, &mut known.chain(added)).0
    }

    /// The plan, and how many entries all parts hold after it.
    fn plan_for(&self, book: &Book, touched: &mut dyn Iterator<Item = EntryId>) -> (Plan, usize) {
        let mut plan = Plan::new();
        let mut fresh = Vec::new();
        let mut total = self.home.len();
        for id in touched {
            match (self.home.get(&id), book.entry(id)) {
                (Some(&part), entry) => {
                    plan.get_or_insert_with(part, || self.still_there(part, book));
                    total -= usize::from(entry.is_none());
                }
                (None, Some(_)) => fresh.push(id),
                (None, None) => {}
            }
        }
        total += fresh.len();
        let mut fresh = fresh.into_iter().peekable();
        while fresh.peek().is_some() {
            let part = self.roomy(&plan);
            let ids = plan.get_or_insert_with(part, || self.still_there(part, book));
            ids.extend(fresh.by_ref().take(PART_MAX.saturating_sub(ids.len())));
        }
        (plan, total)
    }

    fn still_there(&self, part: u32, book: &Book) -> Vec<EntryId> {
        let ids = self.parts.get(&part).map_or(&[][..], Vec::as_slice);
        ids.iter().copied().filter(|&id| book.entry(id).is_some()).collect()
    }

    /// A part with room: one that is rewritten anyway, else the newest, else a new one.
    fn roomy(&self, plan: &Plan) -> u32 {
        let has_room = |(_, ids): &(&u32, &Vec<EntryId>)| ids.len() < PART_MAX;
        let rewritten = plan.iter().find(has_room);
        let newest = || self.parts.iter().rev().filter(|(part, _)| !plan.contains_key(part)).find(has_room);
        match rewritten.or_else(newest) {
            Some((&part, _)) => part,
            None => {
                let last = |parts: &SortedMap<u32, Vec<EntryId>>| parts.keys().next_back().copied();
                last(&self.parts).max(last(plan)).unwrap_or(PERSON) + 1
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(range: std::ops::Range<u64>) -> Vec<EntryId> {
        range.map(EntryId).collect()
    }

    #[test]
    fn an_entry_leaves_its_part_only_when_it_is_removed() {
        let mut layout = Layout::default();
        layout.apply(Plan::from([(1, ids(0..64)), (2, ids(64..70))]));
        assert_eq!(layout.home.len(), 70);
        layout.apply(Plan::from([(1, ids(1..64)), (2, vec![])]));
        assert_eq!(layout.home.len(), 63);
        assert_eq!(layout.home.get(&EntryId(0)), None);
        assert_eq!(layout.parts.len(), 1);
    }

    #[test]
    fn new_entries_go_where_something_is_rewritten_anyway() {
        let mut layout = Layout::default();
        layout.apply(Plan::from([(1, ids(0..10)), (2, ids(10..70))]));
        assert_eq!(layout.roomy(&Plan::new()), 2);
        assert_eq!(layout.roomy(&Plan::from([(1, ids(0..10))])), 1);
        assert_eq!(layout.roomy(&Plan::from([(1, ids(0..64)), (2, ids(64..128))])), 3);
    }
}
