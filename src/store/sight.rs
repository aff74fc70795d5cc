//! A book at first sight: what an answer needs, and nothing written. Most books are whole, and a
//! page that only reads them can be small; all else waits for [`Store::complete`].

use super::envelope::SCHEMA;
use super::head::Head;
use super::keys::name_of;
use super::open::Opened;
use super::part::Loaded;
use super::{BookId, KeyValue, Store};
use crate::book::Book;
use crate::order::filled;

/// A book that is being read, some parts at a time, so that a long one does not hold the page up.
#[derive(Debug)]
pub struct Sight<K> {
    store: Store<K>,
    /// The newest head, the one before, and how many of its parts are read. `None` when anything
    /// is out of the ordinary, be it another tab's save seen by half.
    reading: Option<(Head, Head, usize)>,
    loaded: Loaded,
}

impl<K: KeyValue> Sight<K> {
    /// Begins with the heads.
    pub fn of(kv: K, book: BookId) -> Sight<K> {
        let mut store = Store::unread(kv, book, SCHEMA, 1);
        let reading = store.see_heads().map(|(newest, older)| (newest, older, 0));
        Sight { store, reading, loaded: Loaded::default() }
    }

    /// How many parts are yet to be read.
    pub fn left(&self) -> usize {
        self.reading.as_ref().map_or(0, |(head, _, done)| head.parts.len() - done)
    }

    /// Reads so many more parts, each of up to [`super::layout::PART_MAX`] entries. Whether there
    /// is more to read.
    pub fn read(&mut self, parts: usize) -> bool {
        let Some((head, _, done)) = &mut self.reading else { return false };
        let end = (*done + parts).min(head.parts.len());
        // The clock is asked for what is damaged only, and then all is read once more.
        let outcome = self.store.load_parts(&head.parts[*done..end], &mut self.loaded, "");
        *done = end;
        let is_all = end == head.parts.len();
        if outcome.is_err() || !self.loaded.is_whole() {
            self.reading = None;
            return false;
        }
        !is_all
    }

    /// The book, when all of it was read, is whole and is still what is stored, or was never saved.
    /// Either way [`Store::complete`] comes before the first save.
    pub fn finish(self) -> (Store<K>, Option<Book>) {
        let Sight { mut store, reading, loaded } = self;
        let Some((newest, older, done)) = reading else { return (store, None) };
        if done < newest.parts.len() || store.see_slots().as_ref() != Some(&store.slots) {
            return (store, None);
        }
        let (book, places, doubles) = loaded.into_book();
        if doubles {
            return (store, None);
        }
        (store.current, store.previous) = (newest, older);
        store.unsettled = Some(places);
        (store, Some(book))
    }
}

impl<K: KeyValue> Store<K> {
    fn see_slots(&self) -> Option<[Option<String>; 2]> {
        Some([self.kv.get(&self.book.head(0)).ok()?, self.kv.get(&self.book.head(1)).ok()?])
    }

    /// The newest head and the one before.
    fn see_heads(&mut self) -> Option<(Head, Head)> {
        self.slots = self.see_slots()?;
        let mut heads = [None, None];
        for (slot, head) in heads.iter_mut().enumerate() {
            if let Some(text) = &self.slots[slot] {
                *head = Some(Head::read(text, name_of(&self.book.head(slot)), self.schema).ok()?);
            }
        }
        let (newest, older) = match heads {
            [Some(even), Some(odd)] if even.revision > odd.revision => (even, odd),
            [Some(even), Some(odd)] => (odd, even),
            [None, None] => {
                let prefix = self.book.prefix();
                let is_new = !self.kv.keys().ok()?.iter().any(|key| key.starts_with(&prefix));
                return is_new.then(Default::default);
            }
            // Both slots hold a head from the first save on.
            _ => return None,
        };
        (!newest.incomplete).then_some((newest, older))
    }

    /// Opens in full what was seen at first: looks after what lies beside the book, and reads all
    /// of it once more when that is not as it was, or was not whole. `book` is what was seen, `now`
    /// an ISO timestamp. `None`: the book is as it was seen.
    pub fn complete(&mut self, book: &Book, now: &str) -> Option<Opened> {
        let Some(places) = self.unsettled.take() else { return Some(self.reload(now)) };
        match self.find(now) {
            Ok(finding) if finding.is_as_seen(&self.slots) => {
                for (part, ids) in places {
                    self.layout.apply(filled([(part, ids)]));
                }
                self.recoveries = finding.recoveries;
                self.sweep();
                self.migrate(book, now);
                None
            }
            _ => Some(self.reload(now)),
        }
    }
}
