//! A book at first sight: what an answer needs, and nothing written. Most books are whole, and a
//! page that only reads them can be small; all else waits for [`Store::complete`].

use super::envelope::SCHEMA;
use super::head::Head;
use super::keys::name_of;
use super::open::Opened;
use super::{BookId, KeyValue, Store};
use crate::book::Book;
use crate::order::filled;

impl<K: KeyValue> Store<K> {
    /// Reads a book that is whole, or that was never saved. `None` when anything is out of the
    /// ordinary, be it another tab's save seen by half. Either way [`Store::complete`] comes before
    /// the first save.
    pub fn at_first_sight(kv: K, book: BookId) -> (Store<K>, Option<Book>) {
        let mut store = Store::unread(kv, book, SCHEMA, 1);
        let seen = store.see();
        (store, seen)
    }

    fn see(&mut self) -> Option<Book> {
        let mut heads = [None, None];
        for (slot, head) in heads.iter_mut().enumerate() {
            let key = self.book.head(slot);
            let text = self.kv.get(&key).ok()?;
            *head = match &text {
                Some(text) => Some(Head::read(text, name_of(&key), self.schema).ok()?),
                None => None,
            };
            self.slots[slot] = text;
        }
        let (newest, older) = match heads {
            [Some(even), Some(odd)] if even.revision > odd.revision => (even, odd),
            [Some(even), Some(odd)] => (odd, even),
            [None, None] => {
                let prefix = self.book.prefix();
                let is_new = !self.kv.keys().ok()?.iter().any(|key| key.starts_with(&prefix));
                self.unsettled = is_new.then(Vec::new);
                return is_new.then(Book::default);
            }
            // Both slots hold a head from the first save on.
            _ => return None,
        };
        // The clock is asked for what is damaged only, and then all is read once more.
        let loaded = self.load(&newest, "").ok()?;
        if !loaded.is_whole() || newest.incomplete {
            return None;
        }
        let (book, places, doubles) = loaded.into_book();
        if doubles {
            return None;
        }
        (self.current, self.previous) = (newest, older);
        self.unsettled = Some(places);
        Some(book)
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
