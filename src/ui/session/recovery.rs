//! Recovery points: kept before what changes much, offered when something could not be read.

use crate::ui::view::prelude::*;

use super::Session;
use crate::book::{Book, History};
use crate::store::{Reason, Recovery};
use crate::ui::clock;

impl Session {
    /// Keeps the stored book as it is before an act that changes much. When that finds no room the
    /// act goes on: it can be undone, and records come before recovery points.
    pub(super) fn keep_a_point(self, before: Reason) {
        self.in_turn(move || self.mark(before));
    }

    fn mark(self, before: Reason) {
        if self.with_store(|store| store.is_stale()) {
            self.take_over_other_tabs_work();
        }
        let now = clock::now();
        let _ = self.with_store(|store| store.mark(before, &now));
    }

    /// Keeps one before the first change of a day.
    pub(super) fn keep_a_point_for_the_day(self, now: &str) {
        let day = |time: &str| time.get(..10).map(str::to_owned);
        let saved_on = self.with_store(|store| day(store.saved_at()));
        if saved_on.is_some() && saved_on != day(now) {
            self.mark(Reason::Day);
        }
    }

    /// The points of the open book, newest first.
    pub fn recovery_points(self) -> Vec<Recovery> {
        self.with_store(|store| store.recoveries())
    }

    /// Puts the book back to a recovery point; the book as it was becomes one itself.
    pub fn restore(self, number: u32) {
        self.later(move || self.in_turn(move || self.switch_to(number)));
    }

    fn switch_to(self, number: u32) {
        if self.with_store(|store| store.is_stale()) {
            self.take_over_other_tabs_work();
        }
        let now = clock::now();
        let lang = self.language.get_untracked();
        match self.with_store(|store| store.restore(number, &now)) {
            Ok(book) => {
                self.history.set_value(History::default());
                self.book.set(book);
                self.recovery_offer.set(None);
                self.absence.set(None);
                self.saved_at.set(Some(clock::time_of_day()));
                self.say(lang.restored().into(), false);
            }
            Err(_) => self.tell_not_whole(),
        }
        self.show_state();
    }

    pub fn tell_not_whole(self) {
        self.say(self.language.get_untracked().not_restored().into(), false);
    }

    /// A recovery point as a book, to be looked at or taken away.
    pub fn recovered(self, number: u32) -> Option<Book> {
        self.with_store(|store| store.recovered(number)).ok()
    }

    /// The person goes on without what could not be read; its text stays where it was put.
    pub fn accept_loss(self) {
        self.later(move || {
            self.in_turn(move || {
                let now = clock::now();
                let _ = self.with_store(|store| store.settle(&now));
                self.recovery_offer.set(None);
                self.show_state();
            });
        });
    }

    /// There is an index entry, and no book: the person knows, and begins anew.
    pub fn begin_anew(self) {
        self.later(move || self.absence.set(None));
    }
}
