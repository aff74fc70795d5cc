//! Opening a book: reading all of it, putting aside what cannot be read, and never writing
//! anything before it is certain that no later version of the app was here.

use std::collections::VecDeque;

use super::envelope::{Defect, SCHEMA};
use super::head::{Head, PartRef, TRAIL_MAX};
use super::keys::{PartKey, name_of};
use super::layout::Layout;
use super::part::{self, Loaded};
use super::quarantine::Quarantined;
use super::recovery::Recovery;
use super::state::{SaveError, State};
use super::{BookId, KeyValue, Pending, Store};
use crate::book::Book;
use crate::order::{filled, sort_by_key};
use crate::sorted::SortedMap;

/// What was found in the storage.
#[derive(Clone, Debug)]
pub struct Opened {
    pub book: Book,
    pub state: State,
    /// What could not be read this time; each now lies under a quarantine key, space permitting.
    pub quarantine: Vec<Quarantined>,
    /// How many entries are missing from the book, as far as is known.
    pub missing: u64,
    /// A head was lost and the book was put together from the newest whole version of each part:
    /// the last change may be half there, and something deleted lately may be back.
    pub salvaged: bool,
    /// When something is missing: the newest recovery point that is whole.
    pub recovery_offer: Option<Recovery>,
}

/// How often a book is read again that other tabs change meanwhile.
const READINGS_MAX: usize = 8;

/// A save on which so many others were built is seen by every tab.
const SETTLED_AFTER: usize = TRAIL_MAX / 2;

/// The texts of both head slots.
pub(super) type Slots = [Option<String>; 2];

/// Everything read, before anything is written.
pub(super) struct Finding {
    slots: Slots,
    heads: [Option<Head>; 2],
    parts: Vec<PartKey>,
    pub recoveries: SortedMap<u32, Head>,
    damaged: Vec<Quarantined>,
}

/// A finding put together to a book.
struct Reading {
    slots: Slots,
    recoveries: SortedMap<u32, Head>,
    head: Head,
    previous: Head,
    loaded: Loaded,
    damaged: Vec<Quarantined>,
    lost: bool,
    salvaged: bool,
}

impl Reading {
    /// Nothing is missing, and nothing contradicts anything else.
    fn is_whole(&self) -> bool {
        !self.lost && self.damaged.is_empty() && self.loaded.is_whole()
    }
}

impl<K: KeyValue> Store<K> {
    /// Opens a book; one that was never saved is empty. `now` is an ISO timestamp.
    pub fn open(kv: K, book: BookId, now: &str) -> (Store<K>, Opened) {
        Store::open_as(kv, book, now, SCHEMA)
    }

    /// Opens a book on which other tabs may be at work, and whose storage shows their work only
    /// between two events of this tab, as browsers' does. What does not fit together may then be a
    /// save seen by half: it is in doubt until a later reading finds it unchanged.
    pub fn open_beside_others(kv: K, book: BookId, now: &str) -> (Store<K>, Opened) {
        let mut store = Store::unread(kv, book, SCHEMA, 1);
        let opened = store.reload(now);
        (store, opened)
    }

    /// As an app would that knows schemas up to `schema`.
    pub(super) fn open_as(kv: K, book: BookId, now: &str, schema: u32) -> (Store<K>, Opened) {
        let mut store = Store::unread(kv, book, schema, READINGS_MAX);
        let opened = store.reload(now);
        (store, opened)
    }

    /// A book of which nothing was read yet: [`Store::complete`] opens it.
    pub fn unopened(kv: K, book: BookId) -> Store<K> {
        Store::unread(kv, book, SCHEMA, 1)
    }

    pub(super) fn unread(kv: K, book: BookId, schema: u32, readings_max: usize) -> Store<K> {
        Store {
            kv,
            book,
            schema,
            readings_max,
            closed: None,
            doubt: None,
            slots: [None, None],
            current: Head::default(),
            previous: Head::default(),
            layout: Layout::default(),
            unsettled: None,
            pending: Pending::default(),
            recent: VecDeque::new(),
            own: VecDeque::new(),
            recoveries: SortedMap::new(),
            held: None,
            unmoved: Vec::new(),
            wounded: false,
            trouble: None,
            units_written: 0,
        }
    }

    /// Reads the book afresh. What is pending stays pending; [`Store::take_over`] lays it over
    /// what was read.
    pub fn reload(&mut self, now: &str) -> Opened {
        (self.closed, self.trouble, self.unsettled) = (None, None, None);
        self.read(now).unwrap_or_else(|why| {
            self.closed = Some(why);
            self.nothing_but(Book::default())
        })
    }

    /// Something did not fit together, and it is not certain that this is more than another tab's
    /// save seen by half. Nothing was put aside, nothing can be saved; some time later, in turn,
    /// [`Store::take_over`] sees more.
    pub fn is_in_doubt(&self) -> bool {
        self.doubt.is_some()
    }

    fn nothing_but(&self, book: Book) -> Opened {
        Opened {
            book,
            state: self.state(),
            quarantine: Vec::new(),
            missing: 0,
            salvaged: false,
            recovery_offer: None,
        }
    }

    /// What is whole is taken at once. What is not counts as damaged only when two readings one
    /// after the other found the same heads; otherwise other tabs have just been writing.
    fn read(&mut self, now: &str) -> Result<Opened, SaveError> {
        let mut reading = self.look(now)?;
        for more in (0..self.readings_max).rev() {
            if reading.is_whole() || self.doubt.as_ref() == Some(&reading.slots) {
                self.doubt = None;
                return Ok(self.adopt(reading, now));
            }
            self.doubt = Some(reading.slots.clone());
            if more > 0 {
                reading = self.look(now)?;
            }
        }
        Ok(self.nothing_but(reading.loaded.into_book().0))
    }

    fn look(&self, now: &str) -> Result<Reading, SaveError> {
        let mut finding = self.find(now)?;
        let lost = finding.head_is_lost();
        let [even, odd] = finding.heads.clone();
        let (newest, older) = match (even, odd) {
            (Some(even), Some(odd)) if even.revision > odd.revision => (Some(even), Some(odd)),
            (even, odd) => match odd {
                Some(odd) => (Some(odd), even),
                None => (even, None),
            },
        };
        let mut head = newest.unwrap_or_default();
        let salvaged = lost && self.salvage(&mut head, &mut finding, now)?;
        let loaded = self.load(&head, now)?;
        if loaded.damaged.iter().any(|found| found.reason == Defect::Newer) {
            return Err(SaveError::NewerSchema);
        }
        let Finding { slots, recoveries, damaged, .. } = finding;
        let previous = older.unwrap_or_default();
        Ok(Reading { slots, recoveries, head, previous, loaded, damaged, lost, salvaged })
    }

    /// Goes on with what was read, and only now writes.
    fn adopt(&mut self, reading: Reading, now: &str) -> Opened {
        let Reading { slots, recoveries, mut head, previous, loaded, mut damaged, lost, salvaged } = reading;
        // Another tab that had not seen our heads can have written its own over them, and can do so
        // yet over those that are there, until many others were built on them.
        let is_there = |(sum, _): &(u64, Pending)| head.descends_from(*sum);
        let there = self.recent.iter().rposition(is_there).map_or(0, |last| last + 1);
        for (_, saved) in self.recent.split_off(there).into_iter().rev() {
            self.pending.regain(saved);
        }
        let is_settled =
            |(sum, _): &(u64, Pending)| head.trail.iter().skip(SETTLED_AFTER).any(|it| it == sum);
        let settled = self.recent.iter().rposition(is_settled).map_or(0, |last| last + 1);
        self.recent.drain(..settled);
        head.incomplete |= lost || !loaded.is_whole();
        head.missing += loaded.missing;
        head.parts = loaded.good.clone();
        damaged.extend(loaded.damaged.iter().cloned());
        let (book, places, doubles) = loaded.into_book();

        self.layout = Layout::default();
        for (part, ids) in places {
            self.layout.apply(filled([(part, ids)]));
        }
        self.pending.all |= doubles;
        (self.slots, self.recoveries) = (slots, recoveries);
        (self.current, self.previous) = (head, previous);
        self.wounded = !damaged.is_empty();
        // From here on, something may be written.
        self.put_aside(&mut damaged);
        self.sweep();
        self.migrate(&book, now);
        let incomplete = self.current.incomplete;
        Opened {
            state: self.state(),
            quarantine: damaged,
            missing: self.current.missing,
            salvaged,
            recovery_offer: if incomplete { self.newest_whole_recovery() } else { None },
            book,
        }
    }

    pub(super) fn find(&self, now: &str) -> Result<Finding, SaveError> {
        let keys = self.kv.keys()?;
        let mut damaged = Vec::new();
        let mut slots = [None, None];
        let mut heads = [None, None];
        for (slot, head) in heads.iter_mut().enumerate() {
            let key = self.book.head(slot);
            let text = self.kv.get(&key)?;
            match text.as_ref().map(|text| Head::read(text, name_of(&key), self.schema)) {
                Some(Ok(found)) => *head = Some(found),
                Some(Err(Defect::Newer)) => return Err(SaveError::NewerSchema),
                Some(Err(reason)) => {
                    damaged.push(Quarantined::found(key, reason, text.clone().unwrap_or_default(), now));
                }
                None => {}
            }
            slots[slot] = text;
        }
        let mut recoveries = SortedMap::new();
        for key in &keys {
            let Some(number) = self.book.parse_recovery(key) else { continue };
            // Another tab may have dropped it since it was listed.
            let Some(text) = self.kv.get(key)? else { continue };
            match Head::read(&text, name_of(key), self.schema) {
                Ok(head) => drop(recoveries.insert(number, head)),
                // A later version's recovery point keeps its parts from being swept.
                Err(Defect::Newer) => {}
                Err(reason) => damaged.push(Quarantined::found(key.clone(), reason, text, now)),
            }
        }
        let parts = keys.iter().filter_map(|key| self.book.parse_part(key)).collect();
        Ok(Finding { slots, heads, parts, recoveries, damaged })
    }

    /// Lays the newest whole version of each part over a head: over the older one when the
    /// newer was lost, over none when both were. Tells whether that changed anything.
    fn salvage(&self, head: &mut Head, finding: &mut Finding, now: &str) -> Result<bool, SaveError> {
        let (base, known) = (head.revision, finding.heads.iter().any(Option::is_some));
        sort_by_key(&mut finding.parts, |part| std::cmp::Reverse(part.revision));
        let mut newest: SortedMap<u32, PartRef> =
            filled(head.parts.iter().map(|part| (part.key.number, *part)));
        let before = newest.clone();
        for &key in &finding.parts {
            let superseded = newest.get(&key.number).is_some_and(|part| part.key.revision >= key.revision);
            if superseded || (known && key.revision <= base) {
                continue;
            }
            let name = self.book.part(key);
            let Some(text) = self.kv.get(&name)? else { continue };
            match part::count(&text, &name, key, self.schema) {
                Ok(count) => drop(newest.insert(key.number, PartRef { key, count })),
                Err(Defect::Newer) => return Err(SaveError::NewerSchema),
                Err(reason) => finding.damaged.push(Quarantined::found(name, reason, text, now)),
            }
        }
        let kept = finding.recoveries.values().map(|kept| kept.revision);
        let reached = finding.parts.iter().map(|part| part.revision).chain(kept).max().unwrap_or(0);
        head.schema = if known { head.schema } else { self.schema };
        head.revision = base.max(reached);
        let changed = newest != before;
        head.parts = newest.into_values().collect();
        Ok(changed)
    }

    /// Moves damaged texts to the quarantine. What finds no room there stays where it is.
    pub(super) fn put_aside(&mut self, damaged: &mut [Quarantined]) {
        self.unmoved.clear();
        for found in damaged {
            let slot = (0..2).find(|&slot| self.book.head(slot) == found.origin);
            match (found.put_aside(&self.kv), slot) {
                (Ok(()), Some(slot)) => self.slots[slot] = None,
                (Err(_), Some(_)) => self.unmoved.push(found.clone()),
                _ => {}
            }
        }
    }
}

impl Finding {
    /// Nothing is damaged, and the heads are those that were seen.
    pub fn is_as_seen(&self, slots: &Slots) -> bool {
        self.damaged.is_empty() && self.slots == *slots && !self.head_is_lost()
    }

    /// Both slots hold a head from the first save on; before it, there are no parts either.
    fn head_is_lost(&self) -> bool {
        let heads = self.heads.iter().flatten().count();
        let anything = !self.parts.is_empty()
            || !self.recoveries.is_empty()
            || self.heads.iter().flatten().any(|head| !head.parts.is_empty())
            || !self.damaged.is_empty();
        heads < 2 && anything
    }
}
