//! Opening a book: reading all of it, putting aside what cannot be read, and never writing
//! anything before it is certain that no later version of the app was here.

use super::envelope::{Defect, SCHEMA};
use super::head::{Head, PartRef};
use super::keys::{PartKey, name_of};
use super::layout::Layout;
use super::quarantine::Quarantined;
use super::recovery::Recovery;
use super::state::{SaveError, State};
use super::{BookId, KeyValue, Pending, Store, part};
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

/// Everything read, before anything is written.
struct Finding {
    heads: [Option<Head>; 2],
    parts: Vec<PartKey>,
    damaged: Vec<Quarantined>,
}

impl<K: KeyValue> Store<K> {
    /// Opens a book; one that was never saved is empty. `now` is an ISO timestamp.
    pub fn open(kv: K, book: BookId, now: &str) -> (Store<K>, Opened) {
        Store::open_as(kv, book, now, SCHEMA)
    }

    /// As an app would that knows schemas up to `schema`.
    pub(super) fn open_as(kv: K, book: BookId, now: &str, schema: u32) -> (Store<K>, Opened) {
        let mut store = Store {
            kv,
            book,
            schema,
            closed: None,
            slots: [None, None],
            current: Head::default(),
            previous: Head::default(),
            layout: Layout::default(),
            pending: Pending::default(),
            recent: Pending::default(),
            recoveries: SortedMap::new(),
            held: None,
            unmoved: Vec::new(),
            wounded: false,
            trouble: None,
            units_written: 0,
        };
        let opened = store.reload(now);
        (store, opened)
    }

    /// Reads the book afresh. What is pending stays pending; [`Store::take_over`] lays it over
    /// what was read.
    pub fn reload(&mut self, now: &str) -> Opened {
        (self.closed, self.trouble) = (None, None);
        self.read(now).unwrap_or_else(|why| {
            self.closed = Some(why);
            Opened {
                book: Book::default(),
                state: self.state(),
                quarantine: Vec::new(),
                missing: 0,
                salvaged: false,
                recovery_offer: None,
            }
        })
    }

    fn read(&mut self, now: &str) -> Result<Opened, SaveError> {
        let mut finding = self.look(now)?;
        let lost = self.head_is_lost(&finding);
        let [even, odd] = finding.heads.clone();
        let (newest, older) = match (even, odd) {
            (Some(even), Some(odd)) if even.revision > odd.revision => (Some(even), Some(odd)),
            (even, odd) => match odd {
                Some(odd) => (Some(odd), even),
                None => (even, None),
            },
        };
        let mut head = newest.unwrap_or_default();
        if self.current.sum != 0 && !head.descends_from(self.current.sum) {
            // Without locks another tab can write its head over ours in the same instant.
            self.pending.regain(std::mem::take(&mut self.recent));
        }
        let salvaged = lost && self.salvage(&mut head, &mut finding, now)?;

        let loaded = self.load(&head, now)?;
        if loaded.damaged.iter().any(|found| found.reason == Defect::Newer) {
            return Err(SaveError::NewerSchema);
        }
        head.incomplete |= lost || !loaded.is_whole();
        head.missing += loaded.missing;
        head.parts = loaded.good.clone();
        finding.damaged.extend(loaded.damaged.iter().cloned());
        let (book, places, doubles) = loaded.into_book();

        self.layout = Layout::default();
        for (part, ids) in places {
            self.layout.apply(filled([(part, ids)]));
        }
        self.pending.all |= doubles;
        self.previous = older.unwrap_or_default();
        self.current = head;
        self.wounded = !finding.damaged.is_empty();
        // From here on, something may be written.
        self.put_aside(&mut finding.damaged);
        self.sweep();
        self.migrate(&book, now);
        let incomplete = self.current.incomplete;
        Ok(Opened {
            state: self.state(),
            quarantine: finding.damaged,
            missing: self.current.missing,
            salvaged,
            recovery_offer: if incomplete { self.newest_whole_recovery() } else { None },
            book,
        })
    }

    fn look(&mut self, now: &str) -> Result<Finding, SaveError> {
        let keys = self.kv.keys()?;
        let mut damaged = Vec::new();
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
            self.slots[slot] = text;
        }
        self.recoveries = SortedMap::new();
        for key in &keys {
            let Some(number) = self.book.parse_recovery(key) else { continue };
            let text = self.kv.get(key)?.unwrap_or_default();
            match Head::read(&text, name_of(key), self.schema) {
                Ok(head) => drop(self.recoveries.insert(number, head)),
                // A later version's recovery point keeps its parts from being swept.
                Err(Defect::Newer) => {}
                Err(reason) => damaged.push(Quarantined::found(key.clone(), reason, text, now)),
            }
        }
        let parts = keys.iter().filter_map(|key| self.book.parse_part(key)).collect();
        Ok(Finding { heads, parts, damaged })
    }

    /// Both slots hold a head from the first save on; before it, there are no parts either.
    fn head_is_lost(&self, finding: &Finding) -> bool {
        let heads = finding.heads.iter().flatten().count();
        let anything = !finding.parts.is_empty()
            || !self.recoveries.is_empty()
            || finding.heads.iter().flatten().any(|head| !head.parts.is_empty())
            || !finding.damaged.is_empty();
        heads < 2 && anything
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
        let kept = self.recoveries.values().map(|kept| kept.revision);
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
