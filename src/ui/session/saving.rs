//! Writing what changed, and living beside other tabs.

use std::time::Duration;

use crate::ui::view::prelude::*;

use super::{Notice, Session};
use crate::book::Change;
use crate::store::web::WebStorage;
use crate::store::{BookId, Reason, SaveError, Store, TabClash};
use crate::ui::clock;

/// How often a save is tried again after another tab was faster.
const TRIES: usize = 5;
/// How long another tab's save may take to be seen whole.
const IN_DOUBT: Duration = Duration::from_millis(150);

/// Records that should be there and are not: not to be taken for an empty book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// What was stored is gone while the page is open.
    Cleared,
    /// The list names the book, and nothing is stored of it.
    ListedButEmpty,
}

impl Session {
    /// Has a change written when it is this tab's turn; the state in sight says how it went. A
    /// failed change stays in memory and goes out with the next save.
    pub(super) fn save(self, change: &Change) {
        if change.is_empty() {
            return;
        }
        self.with_store(|store| store.note(change));
        self.in_turn(move || self.write());
    }

    /// Writes what is pending.
    fn write(self) {
        if self.with_store(|store| store.is_stale()) && !self.take_over_other_tabs_work() {
            return;
        }
        let now = clock::now();
        self.keep_a_point_for_the_day(&now);
        for _ in 0..TRIES {
            let nothing = Change::default();
            let outcome =
                self.with_store(|store| self.book.with_untracked(|book| store.save(book, &nothing, &now)));
            match outcome {
                Err(SaveError::Stale { .. }) => {
                    if !self.take_over_other_tabs_work() {
                        break;
                    }
                }
                Ok(_) => {
                    self.saved_at.set(Some(clock::time_of_day()));
                    self.absence.set(None);
                    self.typing.set(false);
                    self.list_this_book();
                    self.ask_to_be_kept();
                    self.folder_is_due();
                    break;
                }
                Err(_) => break,
            }
        }
        self.show_state();
    }

    /// Tries again to write what could not be written.
    pub fn save_again(self) {
        self.later(move || self.in_turn(move || self.write()));
    }

    /// Whether nothing is only in memory, once it was tried again.
    pub(super) fn is_all_saved(self) -> bool {
        let is_pending = || self.with_store(|store| store.pending().holds_work());
        self.do_not_wait();
        if is_pending() {
            self.in_turn(move || self.write());
            self.do_not_wait();
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

    /// Reads what another tab wrote and lays this tab's unsaved changes over it. False when there
    /// is nothing to write over: what was stored is gone, and writing it anew is for the person to
    /// ask, or it is in doubt and looked at once more.
    pub(super) fn take_over_other_tabs_work(self) -> bool {
        // Looking twice in the same instant would settle nothing.
        !self.with_store(|store| store.is_in_doubt()) && self.read_afresh()
    }

    fn read_afresh(self) -> bool {
        let now = clock::now();
        let taken = self.book.with_untracked(|ours| {
            self.with_store(|store| store.take_over(ours, &now, &mut || self.new_id()))
        });
        if self.book.with_untracked(|book| *book != taken.opened.book) {
            self.book.set(taken.opened.book);
        }
        self.recovery_offer.set(taken.opened.recovery_offer);
        if !taken.clashes.is_empty() {
            // What the other tab made of it is in the storage still.
            let _ = self.with_store(|store| store.mark(Reason::Tabs, &now));
            self.say(self.tell(&taken.clashes), false);
        }
        let has_vanished = self.with_store(|store| store.has_vanished());
        if has_vanished {
            self.absence.set(Some(Absence::Cleared));
            // Nobody must wait for a revision that will never come.
            self.tell_revision();
        }
        self.show_state();
        let is_in_doubt = self.with_store(|store| store.is_in_doubt());
        if is_in_doubt {
            self.look_again();
        }
        !has_vanished && !is_in_doubt
    }

    /// What did not fit together when it was read is read again in a moment, in turn: most likely
    /// another tab's save was seen by half.
    pub(super) fn look_again(self) {
        let look = move || {
            // It may be another person's book by now.
            if self.with_store(|store| store.is_in_doubt()) && self.read_afresh() {
                self.after_others();
            }
        };
        set_timeout(move || self.in_turn(look), IN_DOUBT);
    }

    /// Another tab's work was taken over; something of this tab's may have to be written over it.
    fn after_others(self) {
        self.review_again();
        if self.with_store(|store| store.pending().holds_work()) {
            self.in_turn(move || self.write());
        }
    }

    fn tell(self, clashes: &[TabClash]) -> String {
        let lang = self.language.get_untracked();
        let sentence = |clash: &TabClash| match clash {
            TabClash::Both { ours, .. } => lang.clash_both(&ours.title),
            TabClash::Stays(entry) => lang.clash_stays(&entry.title),
            TabClash::Person => lang.clash_person().to_owned(),
        };
        clashes.iter().map(sentence).collect::<Vec<_>>().join(lang.pick("", " "))
    }

    /// Another tab's change appears live.
    pub(super) fn watch_other_tabs(self) {
        let listener = window_event_listener(leptos::ev::storage, move |event: web_sys::StorageEvent| {
            let prefix = self.book_id.with_untracked(BookId::prefix);
            if event.key().is_none_or(|key| key.starts_with(&prefix)) {
                self.hear_other_tabs();
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Takes over what another tab has saved, if one has.
    pub(super) fn hear_other_tabs(self) {
        if self.with_store(|store| store.is_stale()) && self.take_over_other_tabs_work() {
            self.after_others();
        }
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
            let before = self.standing();
            let change = self.book.try_update(|book| book.make(change)).unwrap_or_default();
            self.save(&change);
            self.say_with_standing(self.language.get_untracked().undone().into(), before, false);
        });
    }
}
