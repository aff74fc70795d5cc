//! Which entry lies in which part. An entry stays in its part for life, so that saving one
//! entry rewrites one part.

use std::collections::{BTreeMap, BTreeSet};

use super::head::PERSON;
use crate::book::{Book, Change};
use crate::order::filled;
use crate::rules::EntryId;

/// The most entries in one part: about 14,000 UTF-16 units, written in a few milliseconds. A
/// smaller part makes a longer head, which every save writes too; at 10,000 entries the sum of
/// the two is least between 50 and 80.
pub const PART_MAX: usize = 64;

/// What was touched since it was last known to be stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    pub entries: BTreeSet<EntryId>,
    /// The profile or a conversion rule.
    pub person: bool,
    /// Everything: after a migration or the restoring of an older schema.
    pub all: bool,
}

impl Pending {
    pub fn is_empty(&self) -> bool {
        !self.holds_work() && !self.all
    }

    /// Whether a person's change is in it, and not only a rewriting of what is stored.
    pub fn holds_work(&self) -> bool {
        !self.entries.is_empty() || self.person
    }

    pub fn touch(&mut self, change: &Change) {
        self.entries.extend(change.entries.iter().filter_map(|change| change.id()));
        self.person |= change.profile.is_some() || change.conversions.is_some();
    }

    /// Carries what is pending from one book onto another, as when another tab has saved and
    /// its book was read afresh.
    pub fn carry(&self, from: &Book, onto: &mut Book) {
        if self.all {
            *onto = from.clone();
            return;
        }
        for &id in &self.entries {
            match from.entry(id) {
                Some(entry) => drop(onto.put([(**entry).clone()])),
                None => drop(onto.remove(&[id])),
            }
        }
        if self.person {
            onto.set_profile(from.profile().clone());
            onto.set_conversions(from.conversions().to_vec());
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Layout {
    parts: BTreeMap<u32, Vec<EntryId>>,
    home: BTreeMap<EntryId, u32>,
}

/// The parts that a save rewrites, with what they will hold; an empty one goes.
pub type Plan = BTreeMap<u32, Vec<EntryId>>;

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
            let (plan, total) = self.plan_for(book, &pending.entries);
            if total == book.len() {
                return plan;
            }
        }
        // The caller forgot to tell of a change, or wants it all: look at every entry.
        let known = self.home.keys().copied();
        self.plan_for(book, &filled(known.chain(book.entries().map(|entry| entry.id)))).0
    }

    /// The plan, and how many entries all parts hold after it.
    fn plan_for(&self, book: &Book, touched: &BTreeSet<EntryId>) -> (Plan, usize) {
        let mut plan = Plan::new();
        let mut fresh = Vec::new();
        let mut total = self.home.len();
        for &id in touched {
            match (self.home.get(&id), book.entry(id)) {
                (Some(&part), entry) => {
                    plan.entry(part).or_insert_with(|| self.still_there(part, book));
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
            let ids = plan.entry(part).or_insert_with(|| self.still_there(part, book));
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
                let last = |parts: &BTreeMap<u32, Vec<EntryId>>| parts.keys().next_back().copied();
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
