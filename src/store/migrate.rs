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

#[cfg(test)]
mod tests {
    use super::super::memory::{Faults, Memory};
    use super::super::{BookId, State};
    use super::*;
    use crate::book::Profile;

    const NOW: &str = "2026-11-21T09:00:00+08:00";

    fn stored() -> (Memory, BookId, Book) {
        let (memory, id) = (Memory::new(), BookId::new("me").unwrap());
        let mut book = Book::default();
        let change = book.set_profile(Profile { name: "王小明".to_owned(), ..Profile::default() });
        Store::open(memory.clone(), id.clone(), NOW).0.save(&book, &change, NOW).unwrap();
        (memory, id, book)
    }

    #[test]
    fn an_older_schema_is_written_anew_after_it_was_kept_and_then_refused_by_its_own_version() {
        let (memory, id, book) = stored();
        let (store, opened) = Store::open_as(memory.clone(), id.clone(), NOW, 2);
        assert_eq!((opened.state, opened.book == book), (State::Saved, true));
        assert_eq!(store.current.schema, 2);
        let kept = store.recoveries();
        assert_eq!((kept.len(), kept[0].reason), (1, Reason::Migration));
        assert_eq!(store.recoveries.get(&1).unwrap().schema, 1);
        assert_eq!(store.recovered(1).unwrap(), book, "what was kept is of the older schema");
        assert_eq!(Store::open(memory, id, NOW).1.state, State::NewerSchema);
    }

    #[test]
    fn what_was_kept_before_a_migration_can_be_restored_after_it() {
        let (memory, id, book) = stored();
        let (mut store, opened) = Store::open_as(memory.clone(), id.clone(), NOW, 2);
        let mut later = opened.book;
        let change = later.set_profile(Profile { name: "改了名".to_owned(), ..Profile::default() });
        store.save(&later, &change, NOW).unwrap();
        assert_eq!(store.restore(1, NOW).unwrap(), book);
        assert_eq!((store.state(), store.current.schema), (State::Saved, 2));
        let (_, opened) = Store::open_as(memory, id, NOW, 2);
        assert_eq!((opened.state, opened.book), (State::Saved, book));
    }

    #[test]
    fn a_migration_without_space_leaves_the_older_schema_and_opens_the_book() {
        let (memory, id, book) = stored();
        let before = memory.texts();
        memory.fail(Faults { quota: Some(memory.units()), ..Faults::default() });
        let (store, opened) = Store::open_as(memory.clone(), id.clone(), NOW, 2);
        assert_eq!((opened.state, opened.book == book), (State::Full, true));
        assert!(store.pending.all && memory.texts() == before);
        assert_eq!(Store::open(memory, id, NOW).1.book, book);
    }
}
