//! Whose turn it is to write: what touches the stored book runs under the browser's lock for it,
//! one tab after the other. `docs/storage.md` tells why nothing is lost while an act waits.

use std::time::Duration;

use crate::ui::view::prelude::*;

use super::Session;
use crate::store::BookId;
use crate::ui::lock::{self, Held};

/// How long a turn is waited for: a tab that is frozen may hold the lock for ever.
const PATIENCE: Duration = Duration::from_millis(1500);
/// How long a turn is kept after its last act: the next one runs at once, and other tabs hear of
/// the last before they have their turn.
const LINGER: Duration = Duration::from_millis(30);

type Act = Box<dyn FnOnce()>;

/// The lock, and who waits for it.
#[derive(Clone, Copy)]
pub struct Turns {
    held: StoredValue<Option<Held>, LocalStorage>,
    waiting: StoredValue<Vec<Act>, LocalStorage>,
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
            acts: StoredValue::new(0),
            is_waiting: RwSignal::new(false),
        }
    }

    fn is_held(self) -> bool {
        self.held.with_value(Option::is_some)
    }

    /// Runs what waits; what it asks for in turn runs with it.
    fn run_waiting(self) {
        while let Some(acts) = self.waiting.try_update_value(std::mem::take).filter(|acts| !acts.is_empty()) {
            acts.into_iter().for_each(|act| act());
        }
        if self.is_waiting.get_untracked() {
            self.is_waiting.set(false);
        }
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
            // Done meanwhile without it: given back at once.
            if turns.waiting.try_with_value(|waiting| !waiting.is_empty()) == Some(true) {
                turns.held.set_value(Some(held));
                turns.run_waiting();
                turns.linger();
            }
        };
        if lock::request(&name, granted) {
            set_timeout(move || turns.run_waiting(), PATIENCE);
        } else {
            turns.run_waiting();
        }
    }

    /// Runs what waits without its turn, as when the page is about to end: the checked revision
    /// protects the other tabs then, and a turn that never comes protects nobody.
    pub(super) fn do_not_wait(self) {
        self.turns.run_waiting();
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
