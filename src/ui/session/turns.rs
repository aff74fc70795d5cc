//! Whose turn it is to write: what touches the stored book runs under the browser's lock for it,
//! one tab after the other. `docs/storage.md` tells why nothing is lost while an act waits.

use std::time::Duration;

use crate::ui::view::prelude::*;

use super::Session;
use crate::store::BookId;
use crate::ui::lock::{self, Held};

/// How long a turn is waited for: a tab that is frozen may hold the lock for ever.
const PATIENCE: Duration = Duration::from_millis(4000);
/// How often it is looked, while a turn has come, whether the last tab's work has come too.
const LOOK: Duration = Duration::from_millis(5);
/// How long a turn is kept after its last act: the next one runs at once, and other tabs hear of
/// the last before they have their turn.
const LINGER: Duration = Duration::from_millis(30);

type Act = Box<dyn FnOnce()>;

/// The lock, and who waits for it.
#[derive(Clone, Copy)]
pub struct Turns {
    held: StoredValue<Option<Held>, LocalStorage>,
    waiting: StoredValue<Vec<Act>, LocalStorage>,
    /// A lock whose name tells the newest revision that this tab knows, for whoever has the next
    /// turn; kept as long as the page, or until a newer one is told.
    told: StoredValue<Option<(String, Option<Held>)>, LocalStorage>,
    /// Counts the acts, so that a turn ends only after the last one.
    acts: StoredValue<u32>,
    /// Something waits for its turn.
    pub is_waiting: RwSignal<bool>,
}

impl Turns {
    pub(super) fn new() -> Turns {
        Turns {
            held: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
            told: StoredValue::new_local(None),
            acts: StoredValue::new(0),
            is_waiting: RwSignal::new(false),
        }
    }

    fn is_held(self) -> bool {
        self.held.with_value(Option::is_some)
    }

    pub(super) fn give_back(self) {
        self.held.set_value(None);
    }

    fn linger(self) {
        let number = self.acts.try_update_value(|acts| {
            *acts += 1;
            *acts
        });
        // Timers of a tab that nobody sees come late; it would keep the others waiting.
        if document().hidden() {
            return self.give_back();
        }
        set_timeout(
            move || {
                if self.acts.try_get_value() == number {
                    self.give_back();
                }
            },
            LINGER,
        );
    }
}

impl Session {
    /// Runs an act on the stored book when it is this tab's turn: at once when it is already, or
    /// where there are no locks.
    pub(super) fn in_turn(self, act: impl FnOnce() + 'static) {
        let turns = self.turns;
        if turns.is_held() {
            act();
            self.tell_revision();
            return turns.linger();
        }
        let is_first = turns.waiting.with_value(Vec::is_empty);
        turns.waiting.update_value(|waiting| waiting.push(Box::new(act)));
        if !is_first {
            return;
        }
        turns.is_waiting.set(true);
        let name = self.book_id.with_untracked(BookId::prefix);
        let granted = move |held: Held| {
            leptos::task::spawn_local(async move {
                let newest = newest_told(&lock::held_names().await, &self.revisions());
                self.begin_turn(held, newest, PATIENCE.as_millis() / LOOK.as_millis());
            });
        };
        if lock::request(&name, granted) {
            set_timeout(move || self.run_waiting(), PATIENCE);
        } else {
            self.run_waiting();
        }
    }

    /// Begins the turn as soon as this tab sees what the last one wrote: the lock may come before.
    fn begin_turn(self, held: Held, newest: u64, looks: u128) {
        let turns = self.turns;
        // Done meanwhile without it: given back at once.
        if turns.waiting.try_with_value(|waiting| !waiting.is_empty()) != Some(true) {
            return;
        }
        if looks > 0 && self.with_store(|store| store.revision_in_sight()) < newest {
            return set_timeout(move || self.begin_turn(held, newest, looks - 1), LOOK);
        }
        turns.held.set_value(Some(held));
        self.run_waiting();
        turns.linger();
    }

    /// Runs what waits; what it asks for in turn runs with it.
    fn run_waiting(self) {
        let turns = self.turns;
        while let Some(acts) = turns.waiting.try_update_value(std::mem::take).filter(|acts| !acts.is_empty())
        {
            acts.into_iter().for_each(|act| act());
        }
        self.tell_revision();
        if turns.is_waiting.get_untracked() {
            turns.is_waiting.set(false);
        }
    }

    /// What the names of the locks begin with that tell revisions of the open book.
    fn revisions(self) -> String {
        self.book_id.with_untracked(BookId::prefix) + "revision/"
    }

    /// Tells the other tabs which revision they must have seen before they write.
    pub(super) fn tell_revision(self) {
        let told = self.turns.told;
        let name = format!("{}{}", self.revisions(), self.with_store(|store| store.revision()));
        if told.with_value(|told| told.as_ref().is_some_and(|(last, _)| *last == name)) {
            return;
        }
        // The one before is given back once this one is held.
        let last = told.try_update_value(|told| told.replace((name.clone(), None)));
        let wanted = name.clone();
        lock::request_shared(&name, move |held| {
            drop(last);
            told.update_value(|told| match told {
                Some((name, lock)) if *name == wanted => *lock = Some(held),
                _ => {}
            });
        });
    }

    /// Runs what waits without its turn, as when the page is about to end: the checked revision
    /// protects the other tabs then, and a turn that never comes protects nobody.
    pub(super) fn do_not_wait(self) {
        self.run_waiting();
    }

    /// A page that is left, or put into the background from where a phone may end it, writes what
    /// waits; and it asks before it takes what could not be written along.
    pub(super) fn watch_leaving(self) {
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().hidden() {
                self.do_not_wait();
            }
        });
        let left = window_event_listener(leptos::ev::pagehide, move |_| self.do_not_wait());
        let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
            self.do_not_wait();
            if !self.book_id.with_untracked(BookId::is_demo)
                && self.with_store(|store| store.pending().holds_work())
            {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            left.remove();
            leaving.remove();
        });
    }
}

/// The newest revision that the names of locks tell.
fn newest_told(names: &[String], prefix: &str) -> u64 {
    names.iter().filter_map(|name| name.strip_prefix(prefix)?.parse().ok()).max().unwrap_or(0)
}
