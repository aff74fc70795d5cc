//! Living beside other tabs: reading what they saved and laying what is pending here over it,
//! so that neither side's work is lost, not even where both changed the same thing.

use std::collections::VecDeque;
use std::sync::Arc;

use super::state::SaveError;
use super::{KeyValue, Opened, Pending, Store};
use crate::book::{Book, Profile};
use crate::rules::{Entry, EntryId};

/// What was made of another tab's book and this tab's pending changes.
#[derive(Clone, Debug)]
pub struct TakenOver {
    /// Its book is the one to go on with: theirs, with ours laid over it.
    pub opened: Opened,
    /// Where both tabs had changed the same.
    pub clashes: Vec<TabClash>,
}

/// Both tabs changed the same, in different ways. Nothing of either is dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TabClash {
    /// Changed in both: this tab's stays, the other's stands beside it as a copy.
    Both { ours: Arc<Entry>, copy: EntryId },
    /// Deleted in one, changed in the other: it stays.
    Stays(Arc<Entry>),
    /// The profile, the conversion rules, imported notices or templates: this tab's stay. The other's are in the storage still,
    /// for a recovery point to keep.
    Person,
}

impl<K: KeyValue> Store<K> {
    /// After [`SaveError::Stale`]: reads the book afresh and carries over what is pending. `ours`
    /// is this tab's book; it stays as it is when nothing can be read, while it is in doubt what is
    /// stored ([`Store::is_in_doubt`]), and when all that was stored is gone: then everything is
    /// pending, and the next save writes it anew.
    pub fn take_over(&mut self, ours: &Book, now: &str, new_id: &mut dyn FnMut() -> EntryId) -> TakenOver {
        let mut opened = self.reload(now);
        if self.closed.is_some() || self.is_in_doubt() {
            opened.book = ours.clone();
            return TakenOver { opened, clashes: Vec::new() };
        }
        let is_nothing_there = self.slots == [None, None] && self.current.parts.is_empty() && !self.wounded;
        if is_nothing_there && *ours != Book::default() {
            for entry in ours.entries() {
                self.pending.entries.insert(entry.id, None);
            }
            self.pending.profile = Some(Profile::default());
            self.pending.conversions = Some(Vec::new());
            self.pending.notices = Some(Vec::new());
            self.pending.templates = Some(Vec::new());
            self.trouble = Some(SaveError::Vanished);
            opened.state = self.state();
            opened.book = ours.clone();
            return TakenOver { opened, clashes: Vec::new() };
        }
        let clashes = self.pending.carry(ours, &mut opened.book, &self.own, new_id);
        opened.state = self.state();
        TakenOver { opened, clashes }
    }

    /// All that was stored is gone, and this tab has not written it anew.
    pub fn has_vanished(&self) -> bool {
        self.trouble == Some(SaveError::Vanished)
    }
}

impl Pending {
    /// Lays what is pending over another tab's book, which becomes what it is measured by.
    fn carry(
        &mut self,
        ours: &Book,
        onto: &mut Book,
        own: &VecDeque<(EntryId, Arc<Entry>)>,
        new_id: &mut dyn FnMut() -> EntryId,
    ) -> Vec<TabClash> {
        let mut clashes = Vec::new();
        for (id, base) in std::mem::take(&mut self.entries) {
            let (mine, theirs) = (ours.entry(id).cloned(), onto.entry(id).cloned());
            if mine == theirs {
                continue;
            }
            let is_ours = theirs.as_ref().is_some_and(|it| own.contains(&(id, it.clone())));
            let is_clash = theirs != base && !is_ours;
            match (&mine, &theirs) {
                (None, Some(theirs)) if is_clash => {
                    clashes.push(TabClash::Stays(theirs.clone()));
                    continue;
                }
                (Some(mine), Some(theirs)) if is_clash => {
                    let copy = new_id();
                    onto.put([Entry { id: copy, ..(**theirs).clone() }]);
                    self.entries.insert(copy, None);
                    clashes.push(TabClash::Both { ours: mine.clone(), copy });
                }
                (Some(mine), None) if is_clash => clashes.push(TabClash::Stays(mine.clone())),
                _ => {}
            }
            match mine {
                Some(mine) => drop(onto.put([(*mine).clone()])),
                None => drop(onto.remove(&[id])),
            }
            self.entries.insert(id, theirs);
        }
        let mut person_clashes = false;
        if let Some(base) = self.profile.take().filter(|_| ours.profile() != onto.profile()) {
            person_clashes |= base != *onto.profile();
            self.profile = Some(onto.profile().clone());
            onto.set_profile(ours.profile().clone());
        }
        if let Some(base) = self.conversions.take().filter(|_| ours.conversions() != onto.conversions()) {
            person_clashes |= base != onto.conversions();
            self.conversions = Some(onto.conversions().to_vec());
            onto.set_conversions(ours.conversions().to_vec());
        }
        if let Some(base) = self.notices.take().filter(|_| ours.notices() != onto.notices()) {
            person_clashes |= base != onto.notices();
            self.notices = Some(onto.notices().to_vec());
            onto.set_notices(ours.notices().to_vec());
        }
        if let Some(base) = self.templates.take().filter(|_| ours.templates() != onto.templates()) {
            person_clashes |= base != onto.templates();
            self.templates = Some(onto.templates().to_vec());
            onto.set_templates(ours.templates().to_vec());
        }
        clashes.extend(person_clashes.then_some(TabClash::Person));
        clashes
    }
}
