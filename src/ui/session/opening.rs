//! Opening the book that was open last: first what the answer needs, a long book in several tasks
//! so that the page stays awake, then, with the second part, in full.

use std::time::Duration;

use crate::ui::view::prelude::*;

use super::Session;
use super::saving::Absence;
use crate::store::web::WebStorage;
use crate::store::{BookId, Listed, Registry, Settings, Sight, State, Store};
use crate::ui::clock;

/// How many parts one task reads: some twelve hundred entries.
const PARTS_AT_ONCE: usize = 20;

/// The id of the first person's book.
pub const FIRST_BOOK: &str = "main";

pub struct Opening {
    pub settings: Settings,
    pub books: Vec<Listed>,
    pub id: BookId,
}

/// Which book was open last, or the first one.
pub fn last() -> Opening {
    let kv = WebStorage::connect();
    let now = clock::now();
    let settings = Settings::open(&kv, &now).map(|(settings, _)| settings).unwrap_or_default();
    let books = Registry::open(&kv, &now).map(|registry| registry.books).unwrap_or_default();
    let active = settings.get(Settings::ACTIVE_BOOK).unwrap_or_default();
    let id = Some(active)
        .filter(|active| *active == BookId::demo().as_str())
        .map(|_| BookId::demo())
        .or_else(|| BookId::new(active))
        .filter(|id| id.is_demo() || books.iter().any(|listed| listed.id == *id))
        .or_else(|| books.first().map(|listed| listed.id.clone()))
        .or_else(|| BookId::new(FIRST_BOOK))
        .unwrap_or_else(BookId::demo);
    Opening { settings, books, id }
}

/// Whether the list names a book of which nothing is stored.
pub fn absence(store: &Store<WebStorage>, books: &[Listed]) -> Option<Absence> {
    let is_listed = books.iter().any(|listed| listed.id == *store.book_id());
    let is_empty = store.revision() == 0 && store.state() == State::Saved;
    (is_listed && is_empty).then_some(Absence::ListedButEmpty)
}

impl Session {
    /// Reads the book at first sight. `then` runs when it is in sight, or when it is known that it
    /// takes more to open it: before this returns, unless the book is long.
    pub fn look_through(self, then: Box<dyn FnOnce()>) {
        let sight = Sight::of(WebStorage::connect(), self.book_id.get_untracked());
        if sight.left() > PARTS_AT_ONCE {
            // The first look at the storage has taken its time already.
            set_timeout(move || self.read_on(sight, then), Duration::ZERO);
        } else {
            self.read_on(sight, then);
        }
    }

    fn read_on(self, mut sight: Sight<WebStorage>, then: Box<dyn FnOnce()>) {
        if sight.read(PARTS_AT_ONCE) {
            return set_timeout(move || self.read_on(sight, then), Duration::ZERO);
        }
        let (store, book) = sight.finish();
        let is_absent = self.books.with_untracked(|books| absence(&store, books).is_some());
        self.store.set_value(store);
        if let Some(book) = book.filter(|_| !is_absent) {
            self.book.set(book);
            self.show_state();
            self.is_opening.set(false);
        }
        then();
    }

    /// Opens in full what was seen at first.
    pub(super) fn complete_opening(self) {
        let now = clock::now();
        let opened = self.book.with_untracked(|book| self.with_store(|store| store.complete(book, &now)));
        self.absence.set(self.books.with_untracked(|books| self.with_store(|store| absence(store, books))));
        if let Some(opened) = opened {
            self.recovery_offer.set(opened.recovery_offer);
            self.book.set(opened.book);
        }
        self.show_state();
        self.is_opening.set(false);
        if self.with_store(|store| store.is_in_doubt()) {
            self.look_again();
        }
    }
}
