//! Recovery points: heads that are kept. They share all unchanged parts with the book, so each
//! costs its head and the parts that have changed since; and they give way when space runs out.

use super::envelope::unseal;
use super::head::Head;
use super::keys::{PartKey, name_of};
use super::state::SaveError;
use super::{KeyValue, Store};
use crate::book::Book;
use crate::rules::entry::coded;

/// How many are kept; the oldest goes first.
pub const RECOVERIES_MAX: usize = 20;

coded! {
    /// Before what a recovery point was kept.
    Reason {
        Import = "import",
        Restore = "restore",
        Migration = "migration",
        DeleteMany = "delete-many",
        Day = "day",
        /// Before this tab's change took the place of another tab's.
        Tabs = "tabs",
        Other = "other",
    }
}

/// A recovery point, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    pub number: u32,
    pub reason: Reason,
    /// When it was kept, by the caller's clock.
    pub kept_at: String,
    /// The revision that was kept, and when that was saved.
    pub revision: u64,
    pub saved_at: String,
    pub entries: u64,
}

impl<K: KeyValue> Store<K> {
    /// Keeps the stored revision as a recovery point. `None` when nothing was ever stored.
    pub fn mark(&mut self, reason: Reason, now: &str) -> Result<Option<u32>, SaveError> {
        self.ensure_open()?;
        self.ensure_unchanged()?;
        if self.current.parts.is_empty() {
            return Ok(None);
        }
        self.reread_recoveries();
        let number = self.recoveries.keys().next_back().map_or(1, |last| last.saturating_add(1));
        let kept = Some((reason.code().to_owned(), now.to_owned()));
        let head = Head { kept, trail: Vec::new(), ..self.current.clone() };
        let key = self.book.recovery(number);
        let text = head.seal(name_of(&key)).text;
        if let Err(why) = self.put(&key, &text) {
            let _ = self.kv.remove(&key);
            return Err(why);
        }
        self.recoveries.insert(number, head);
        while self.recoveries.len() > RECOVERIES_MAX && self.drop_oldest_recovery() {}
        Ok(Some(number))
    }

    /// All recovery points, newest first.
    pub fn recoveries(&self) -> Vec<Recovery> {
        self.recoveries.iter().rev().map(|(&number, head)| listed(number, head)).collect()
    }

    /// The book as a recovery point has it; nothing is changed.
    pub fn recovered(&self, number: u32) -> Result<Book, SaveError> {
        let head = self.recoveries.get(&number).ok_or(SaveError::NotWhole)?;
        let loaded = self.load(head, "")?;
        if loaded.is_whole() { Ok(loaded.into_book().0) } else { Err(SaveError::NotWhole) }
    }

    /// Makes the book what it was at a recovery point, after keeping what it is now. Parts of an
    /// older schema stay as they are: each tells its own.
    pub fn restore(&mut self, number: u32, now: &str) -> Result<Book, SaveError> {
        self.ensure_open()?;
        if self.pending.holds_work() {
            return Err(SaveError::Unsaved);
        }
        self.units_written = 0;
        let head = self.recoveries.get(&number).cloned().ok_or(SaveError::NotWhole)?;
        let book = self.recovered(number)?;
        // The point itself may give way to the one kept now, its parts may not.
        self.held = Some(head.clone());
        let result = self.switch_to(head, now);
        self.held = None;
        self.trouble = result.as_ref().err().cloned();
        result?;
        self.pending = Default::default();
        self.recent.clear();
        self.reload(now);
        Ok(book)
    }

    fn switch_to(&mut self, head: Head, now: &str) -> Result<(), SaveError> {
        self.mark(Reason::Restore, now)?;
        self.fill_slots(now)?;
        self.commit(Head { incomplete: false, missing: 0, ..self.next_head(head.parts, now) })
    }

    pub(super) fn newest_whole_recovery(&self) -> Option<Recovery> {
        let whole = |head: &Head| self.load(head, "").is_ok_and(|loaded| loaded.is_whole());
        self.recoveries.iter().rev().find(|(_, head)| whole(head)).map(|(&number, head)| listed(number, head))
    }

    /// Frees some space: strays first, then the oldest recovery point (none while entries are
    /// missing that it may hold), last what only the previous revision needs.
    pub(super) fn make_room(&mut self) -> bool {
        if self.sweep() {
            return true;
        }
        if !self.current.incomplete && self.drop_oldest_recovery() {
            return true;
        }
        self.previous.parts = self.current.parts.clone();
        self.sweep()
    }

    fn drop_oldest_recovery(&mut self) -> bool {
        let Some((&number, _)) = self.recoveries.iter().next() else { return false };
        let Some(head) = self.recoveries.remove(&number) else { return false };
        if self.kv.remove(&self.book.recovery(number)).is_err() {
            return false;
        }
        self.drop_superseded(&head);
        true
    }

    /// Removes the parts of a head that is gone, as far as nothing else refers to them.
    pub(super) fn drop_superseded(&mut self, gone: &Head) {
        let mut unused = gone.parts.iter().map(|part| part.key).filter(|&key| !self.is_used(key)).peekable();
        if unused.peek().is_none() {
            return;
        }
        let unused: Vec<_> = unused.collect();
        // Another tab may have kept a recovery point since.
        if !self.reread_recoveries() {
            return;
        }
        for key in unused.into_iter().filter(|&key| !self.is_used(key)) {
            let _ = self.kv.remove(&self.book.part(key));
        }
    }

    /// Removes the parts that nothing refers to, as a save leaves them that was cut short. Never
    /// one that cannot be read, and none as new as the book: another tab, or one that has not yet
    /// seen the newest head, may be about to commit it. Tells whether any was removed.
    pub(super) fn sweep(&mut self) -> bool {
        if self.wounded || self.current.incomplete || !self.reread_recoveries() {
            return false;
        }
        let mut removed = false;
        for key in self.kv.keys().unwrap_or_default() {
            let Some(part) = self.book.parse_part(&key) else { continue };
            if self.is_used(part) || part.revision > self.previous.revision {
                continue;
            }
            let text = self.kv.get(&key).ok().flatten().unwrap_or_default();
            let whole = unseal(&text, name_of(&key), self.schema).is_ok_and(|found| found.sum == part.sum);
            removed |= whole && self.kv.remove(&key).is_ok();
        }
        removed
    }

    fn is_used(&self, key: PartKey) -> bool {
        self.current.refers_to(key)
            || self.previous.refers_to(key)
            || self.held.as_ref().is_some_and(|held| held.refers_to(key))
            || self.recoveries.values().any(|kept| kept.refers_to(key))
    }

    /// Learns of recovery points that another tab has kept or dropped; one number always means
    /// the same point. False when not all could be read.
    fn reread_recoveries(&mut self) -> bool {
        let Ok(keys) = self.kv.keys() else { return false };
        let stored: Vec<u32> = keys.iter().filter_map(|key| self.book.parse_recovery(key)).collect();
        self.recoveries.retain(|number, _| stored.contains(number));
        let mut all = true;
        for number in stored {
            if self.recoveries.contains_key(&number) {
                continue;
            }
            let key = self.book.recovery(number);
            let text = self.kv.get(&key).ok().flatten().unwrap_or_default();
            match Head::read(&text, name_of(&key), self.schema) {
                Ok(head) => drop(self.recoveries.insert(number, head)),
                Err(_) => all = false,
            }
        }
        all
    }
}

fn listed(number: u32, head: &Head) -> Recovery {
    let (reason, kept_at) = head.kept.clone().unwrap_or_default();
    Recovery {
        number,
        reason: Reason::from_code(&reason).unwrap_or(Reason::Other),
        kept_at,
        revision: head.revision,
        saved_at: head.saved.clone(),
        entries: head.count(),
    }
}
