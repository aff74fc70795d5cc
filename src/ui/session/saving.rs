//! Opening the storage, writing what changed, and living beside other tabs.

use leptos::prelude::*;

use super::{Notice, Session};
use crate::book::{Book, Change};
use crate::store::web::WebStorage;
use crate::store::{BookId, Listed, Recovery, Registry, SaveError, Settings, Store};
use crate::ui::clock;

/// How often a save is tried again after another tab was faster.
const TRIES: usize = 5;

pub struct Opening {
    pub settings: Settings,
    pub books: Vec<Listed>,
    pub store: Store<WebStorage>,
    pub book: Book,
    pub recovery_offer: Option<Recovery>,
}

/// The book that was open last, or the first one.
pub fn open_last() -> Opening {
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
    let (store, opened) = Store::open(kv, id, &now);
    Opening { settings, books, store, book: opened.book, recovery_offer: opened.recovery_offer }
}

/// The id of the first person's book.
pub const FIRST_BOOK: &str = "main";

impl Session {
    /// Writes a change; the state in sight says how it went. A failed change stays in memory and
    /// goes out with the next save.
    pub(super) fn save(self, change: &Change) {
        if !change.is_empty() {
            self.write(change);
        }
    }

    fn write(self, change: &Change) {
        let now = clock::now();
        self.keep_a_point_for_the_day(&now);
        let mut outcome =
            self.with_store(|store| self.book.with_untracked(|book| store.save(book, change, &now)));
        for _ in 0..TRIES {
            let Err(SaveError::Stale { .. }) = outcome else { break };
            self.take_over_other_tabs_work();
            let nothing = Change::default();
            outcome =
                self.with_store(|store| self.book.with_untracked(|book| store.save(book, &nothing, &now)));
        }
        if outcome.is_ok() {
            self.saved_at.set(Some(clock::time_of_day()));
            self.list_this_book();
        }
        self.show_state();
    }

    /// Tries again to write what could not be written.
    pub fn save_again(self) {
        self.later(move || self.write(&Change::default()));
    }

    /// Whether nothing is only in memory, once it was tried again.
    pub(super) fn is_all_saved(self) -> bool {
        let is_pending = || self.with_store(|store| !store.pending().is_empty());
        if is_pending() {
            self.write(&Change::default());
        }
        !is_pending()
    }

    pub(super) fn show_state(self) {
        let state = self.with_store(|store| store.state());
        if self.save_state.get_untracked() != state {
            self.save_state.set(state);
        }
    }

    pub(super) fn with_store<T>(self, use_it: impl FnOnce(&mut Store<WebStorage>) -> T) -> T {
        self.store.try_update_value(use_it).expect("the store lives as long as the page")
    }

    /// Reads what another tab wrote and lays this tab's unsaved changes over it.
    fn take_over_other_tabs_work(self) {
        let now = clock::now();
        let (opened, pending) = self.with_store(|store| {
            let pending = store.pending().clone();
            (store.reload(&now), pending)
        });
        let mut book = opened.book;
        self.book.with_untracked(|ours| pending.carry(ours, &mut book));
        self.book.set(book);
    }

    /// Another tab's change appears live.
    pub(super) fn watch_other_tabs(self) {
        let listener = window_event_listener(leptos::ev::storage, move |event: web_sys::StorageEvent| {
            let prefix = self.book_id.with_untracked(BookId::prefix);
            if event.key().is_none_or(|key| key.starts_with(&prefix))
                && self.with_store(|store| store.is_stale())
            {
                self.take_over_other_tabs_work();
                self.show_state();
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Says that nothing can be undone any more, or what just happened.
    pub(super) fn say(self, text: String, can_undo: bool) {
        self.notice.set(Some(Notice { text, can_undo }));
    }

    /// Undoes the newest act.
    pub fn undo(self) {
        self.later(move || {
            let Some(change) = self.history.try_update_value(|history| history.undo()).flatten() else {
                return self.notice.set(None);
            };
            let change = self.book.try_update(|book| book.make(change)).unwrap_or_default();
            self.save(&change);
            self.say(self.language.get_untracked().undone().into(), false);
        });
    }
}
