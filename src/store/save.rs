//! Saving: changed parts under new keys, each read back; then one head, read back; then, and
//! only then, removing what nothing refers to any more.

use super::envelope::Sealed;
use super::head::{Head, PERSON, PartRef, TRAIL_MAX};
use super::keys::name_of;
use super::layout::Plan;
use super::port::{PortError, units};
use super::recovery::RECOVERIES_MAX;
use super::state::SaveError;
use super::{KeyValue, Store, part};
use crate::book::{Book, Change};
use crate::order::sort_by;

/// How many versions are remembered: what is saved one by one has two in each save.
const OWN_MAX: usize = 8 * TRAIL_MAX;

/// A save that happened: everything was read back and found equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub revision: u64,
    /// Keys and texts written, in UTF-16 units.
    pub units_written: usize,
}

impl<K: KeyValue> Store<K> {
    /// Learns of a change before its turn to be saved has come.
    pub fn note(&mut self, change: &Change) {
        self.pending.touch(change);
    }

    /// Saves what a verb changed, and whatever is still pending. `book` is the book after the
    /// change; `now` is an ISO timestamp. On an error nothing in the storage has changed, and
    /// the change is pending.
    pub fn save(&mut self, book: &Book, change: &Change, now: &str) -> Result<Saved, SaveError> {
        self.pending.touch(change);
        self.units_written = 0;
        let result = self.write(book, now);
        self.trouble = result.as_ref().err().cloned();
        result.map(|()| Saved { revision: self.current.revision, units_written: self.units_written })
    }

    /// Whether another tab has saved since this book was opened or saved here.
    pub fn is_stale(&self) -> bool {
        matches!(self.ensure_unchanged(), Err(SaveError::Stale { .. }))
    }

    /// The newest revision that the storage shows to this tab right now; 0 where no head is whole.
    pub fn revision_in_sight(&self) -> u64 {
        let revision = |slot: usize| {
            let key = self.book.head(slot);
            let text = self.kv.get(&key).ok().flatten()?;
            Head::read(&text, name_of(&key), self.schema).ok().map(|head| head.revision)
        };
        revision(0).max(revision(1)).unwrap_or(0)
    }

    /// The person has seen what is missing and goes on without it. The quarantine keeps its
    /// texts; only the state becomes `saved` again, with the next save that this prepares.
    pub fn settle(&mut self, now: &str) -> Result<(), SaveError> {
        self.ensure_open()?;
        self.fill_slots(now)?;
        let head = Head { incomplete: false, missing: 0, ..self.next_head(self.current.parts.clone(), now) };
        self.commit(head)?;
        self.wounded = false;
        Ok(())
    }

    fn write(&mut self, book: &Book, now: &str) -> Result<(), SaveError> {
        self.ensure_open()?;
        let plan = self.layout.plan(book, &self.pending);
        let person = self.pending.person() || self.pending.all;
        if plan.is_empty() && !person {
            return self.ensure_unchanged();
        }
        self.ensure_unchanged()?;
        self.fill_slots(now)?;
        let mut written = Vec::new();
        let result = self.write_parts(book, &plan, person, &mut written);
        let result = result.and_then(|parts| self.commit(self.next_head(parts, now)));
        if let Err(why) = result {
            self.take_back(&written);
            return Err(why);
        }
        self.layout.apply(plan);
        for (&id, replaced) in &self.pending.entries {
            let written = book.entry(id).cloned();
            self.own.extend([replaced.clone(), written].into_iter().flatten().map(|version| (id, version)));
        }
        self.own.drain(..self.own.len().saturating_sub(OWN_MAX));
        self.recent.push_back((self.current.sum, std::mem::take(&mut self.pending)));
        if self.recent.len() > TRAIL_MAX {
            self.recent.pop_front();
        }
        Ok(())
    }

    /// Writes the parts of a plan; the result is what the new head refers to.
    fn write_parts(
        &mut self,
        book: &Book,
        plan: &Plan,
        person: bool,
        written: &mut Vec<String>,
    ) -> Result<Vec<PartRef>, SaveError> {
        let revision = self.current.revision + 1;
        let mut parts = if self.pending.all { Vec::new() } else { self.current.parts.clone() };
        let no_ids = Vec::new();
        let person = person.then_some((&PERSON, &no_ids));
        for (&number, ids) in person.into_iter().chain(plan.iter()) {
            parts.retain(|part| part.key.number != number);
            if ids.is_empty() && number != PERSON {
                continue;
            }
            let (part, text) = part::write(&self.book, number, revision, self.schema, book, ids);
            let key = self.book.part(part.key);
            written.push(key.clone());
            self.put(&key, &text)?;
            parts.push(part);
        }
        sort_by(&mut parts, Ord::cmp);
        Ok(parts)
    }

    pub(super) fn next_head(&self, parts: Vec<PartRef>, now: &str) -> Head {
        Head {
            schema: self.schema,
            revision: self.current.revision + 1,
            saved: now.to_owned(),
            parts,
            incomplete: self.current.incomplete,
            missing: self.current.missing,
            trail: self.current.trail_on(),
            sum: 0,
            kept: None,
        }
    }

    /// The atomic switch: until the one write of the head, the old book is the book.
    pub(super) fn commit(&mut self, mut head: Head) -> Result<(), SaveError> {
        let slot = (head.revision & 1) as usize;
        let key = self.book.head(slot);
        let Sealed { text, sum } = head.seal(name_of(&key));
        head.sum = sum;
        self.ensure_unchanged()?;
        if let Err(why) = self.put(&key, &text) {
            let found = self.kv.get(&key)?;
            if found.as_ref() != Some(&text) {
                return Err(self.undo_head(slot, found, why));
            }
            // Only the reading back had failed: it is there, it stands.
        }
        self.slots[slot] = Some(text);
        let before = std::mem::replace(&mut self.current, head);
        let oldest = std::mem::replace(&mut self.previous, before);
        self.drop_superseded(&oldest);
        Ok(())
    }

    /// Puts the head before last back into its slot, where something else came to lie; the
    /// current one is untouched in the other slot. A whole head is another tab's: it stays.
    fn undo_head(&mut self, slot: usize, found: Option<String>, why: SaveError) -> SaveError {
        let key = self.book.head(slot);
        if found == self.slots[slot] {
            return why;
        }
        if let Some(Ok(head)) = found.map(|found| Head::read(&found, name_of(&key), self.schema)) {
            return SaveError::Stale { ours: self.current.revision, stored: head.revision };
        }
        let _ = match &self.slots[slot] {
            Some(old) => self.kv.set(&key, old),
            None => self.kv.remove(&key),
        };
        if let Ok(found) = self.kv.get(&key) {
            self.slots[slot] = found;
        }
        why
    }

    /// Sees to it that both slots hold a head, so that one found empty later is known to be
    /// lost. Before the first save they hold empty books.
    pub(super) fn fill_slots(&mut self, now: &str) -> Result<(), SaveError> {
        while let Some(mut found) = self.unmoved.last().cloned() {
            self.with_room(|kv| found.put_aside(kv))?;
            for slot in (0..2).filter(|&slot| self.book.head(slot) == found.origin) {
                self.slots[slot] = None;
            }
            self.unmoved.pop();
        }
        while let Some(empty) = (0..2).rev().find(|&slot| self.slots[slot].is_none()) {
            let mut head = self.next_head(self.current.parts.clone(), now);
            head.revision += u64::from((head.revision & 1) as usize != empty);
            head.saved = self.current.saved.clone();
            self.commit(head)?;
        }
        Ok(())
    }

    /// Writes and reads back, making room when there is none.
    pub(super) fn put(&mut self, key: &str, text: &str) -> Result<(), SaveError> {
        self.with_room(|kv| kv.set(key, text))?;
        self.units_written += units(key) + units(text);
        match self.kv.get(key)? {
            Some(found) if found == text => Ok(()),
            _ => Err(SaveError::Mismatch { key: key.to_owned() }),
        }
    }

    /// Tries again as long as room can be made, but not for ever: a storage may say that it
    /// removed something, and not do it.
    fn with_room(&mut self, mut act: impl FnMut(&K) -> Result<(), PortError>) -> Result<(), SaveError> {
        for _ in 0..2 * RECOVERIES_MAX {
            match act(&self.kv) {
                Err(PortError::Full) if self.make_room() => {}
                result => return result.map_err(SaveError::from),
            }
        }
        Err(SaveError::Full)
    }

    /// Removes the parts of a save that failed, unless another tab has saved meanwhile: its head
    /// might refer to the same ones. What stays is swept when the book is next opened.
    fn take_back(&self, written: &[String]) {
        if self.ensure_unchanged().is_ok() {
            for key in written {
                let _ = self.kv.remove(key);
            }
        }
    }

    pub(super) fn ensure_open(&self) -> Result<(), SaveError> {
        self.closed.clone().map_or(Ok(()), Err)
    }

    pub(super) fn ensure_unchanged(&self) -> Result<(), SaveError> {
        let mut stored = self.doubt.as_ref().map(|_| 0);
        for slot in 0..2 {
            let key = self.book.head(slot);
            let text = self.kv.get(&key)?;
            if text != self.slots[slot] {
                match text.map(|text| Head::read(&text, name_of(&key), self.schema)) {
                    Some(Err(super::Defect::Newer)) => return Err(SaveError::NewerSchema),
                    Some(Ok(head)) => stored = stored.max(Some(head.revision)),
                    _ => stored = stored.max(Some(0)),
                }
            }
        }
        stored.map_or(Ok(()), |stored| Err(SaveError::Stale { ours: self.current.revision, stored }))
    }
}
