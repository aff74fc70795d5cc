//! Several persons in one browser, each with a book of their own, and the demo person beside
//! them: never listed, never mixed with anyone's.

use crate::ui::view::prelude::*;

use super::Session;
use super::opening::{FIRST_BOOK, absence};
use crate::book::History;
use crate::store::web::WebStorage;
use crate::store::{BookId, Registry, Settings, Store, erase_demo};
use crate::ui::{clock, demo};

impl Session {
    pub fn is_demo(self) -> bool {
        self.book_id.with(BookId::is_demo)
    }

    /// Opens another person's book, unless something of this one is only in memory.
    pub fn open_book(self, id: BookId) {
        if self.may_leave() {
            self.take_up(id);
        }
    }

    /// What could not be saved would be gone with the book: then the person stays, and is told.
    fn may_leave(self) -> bool {
        if self.is_demo() || self.is_all_saved() {
            return true;
        }
        self.say(self.language.get_untracked().save_before_leaving().into(), false);
        // The choice on the screen goes back to the book that is open.
        self.books.update(|_| ());
        false
    }

    fn take_up(self, id: BookId) {
        self.change_setting(Settings::ACTIVE_BOOK, id.as_str());
        self.later(move || {
            self.turns.give_back();
            let (store, opened) = Store::open_beside_others(WebStorage::connect(), id.clone(), &clock::now());
            self.absence.set(self.books.with_untracked(|books| absence(&store, books)));
            self.store.set_value(store);
            self.restoring.clear();
            self.history.set_value(History::default());
            self.form.close_for_good();
            self.rule_form.close_for_good();
            self.records.clear();
            self.import.clear();
            self.import.close();
            self.notice.set(None);
            self.saved_at.set(None);
            self.recovery_offer.set(opened.recovery_offer);
            self.book.set(opened.book);
            self.show_state();
            self.book_id.set(id);
            self.look_for_folder();
            if self.with_store(|store| store.is_in_doubt()) {
                self.look_again();
            }
        });
    }

    /// Starts an empty book for another person.
    pub fn add_book(self) {
        let Some(id) = BookId::new(&format!("p{}", clock::random_id())) else { return };
        self.open_book(id);
    }

    /// The demo person's book, filled at each visit anew.
    pub fn enter_demo(self) {
        if !self.may_leave() {
            return;
        }
        let kv = WebStorage::connect();
        let _ = erase_demo(&kv);
        self.book_id.with_untracked(|id| self.change_setting(Settings::BOOK_BEFORE_DEMO, id.as_str()));
        self.take_up(BookId::demo());
        self.later(move || {
            let (profile, entries) = demo::person(self.today.get_untracked(), &mut || self.new_id());
            let mut changes = vec![];
            self.book.update(|book| {
                changes.push(book.set_profile(profile));
                changes.push(book.put(entries));
            });
            changes.iter().for_each(|change| self.save(change));
        });
    }

    /// Leaves the demo and takes its data away.
    pub fn leave_demo(self) {
        self.do_not_wait();
        let kv = WebStorage::connect();
        let _ = erase_demo(&kv);
        let before = self.settings.with_untracked(|settings| {
            settings.get(Settings::BOOK_BEFORE_DEMO).and_then(BookId::new).filter(|id| !id.is_demo())
        });
        let first = || self.books.with_untracked(|books| books.first().map(|listed| listed.id.clone()));
        if let Some(id) = before.or_else(first).or_else(|| BookId::new(FIRST_BOOK)) {
            self.take_up(id);
        }
    }

    /// Writes this book's name into the list of books, unless it is the demo's.
    pub(super) fn list_this_book(self) {
        let id = self.book_id.get_untracked();
        if id.is_demo() {
            return;
        }
        let name = self.book.with_untracked(|book| book.profile().name.clone());
        let known = self
            .books
            .with_untracked(|books| books.iter().any(|listed| listed.id == id && listed.name == name));
        if known {
            return;
        }
        let (kv, now) = (WebStorage::connect(), clock::now());
        let Ok(mut registry) = Registry::open(&kv, &now) else { return };
        // The list only names the books: what cannot be written here is found by its book's head.
        let _ = registry.put(&kv, &id, &name, &now);
        self.books.set(registry.books);
    }
}
