//! From older schemas to this one: none exists yet.
//!
//! [`super::dto`] reads every schema there ever was into the same domain types, so a migration
//! is: keep the old head as a recovery point, then write every part anew. When it cannot be
//! written, the book is open all the same, and says `unsaved`.

use super::recovery::Reason;
use super::{KeyValue, Store};
use crate::book::{Book, Change};

impl<K: KeyValue> Store<K> {
    pub(super) fn migrate(&mut self, book: &Book, now: &str) {
        if self.current.schema >= self.schema || self.current.parts.is_empty() {
            return;
        }
        self.pending.all = true;
        match self.mark(Reason::Migration, now) {
            Ok(_) => drop(self.save(book, &Change::default(), now)),
            Err(why) => self.trouble = Some(why),
        }
    }
}
