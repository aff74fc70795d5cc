//! The verbs on the book: each can be undone.

use crate::ui::view::prelude::*;

use super::Session;
use crate::book::{Book, Change, Profile};
use crate::exchange::backup::{Backup, Mode, merged};
use crate::i18n::Lang;
use crate::report::year::ledger;
use crate::rules::{Entry, EntryId, Verdict, View, Year};
use crate::store::Reason;

impl Session {
    /// Carries out a verb, remembers how to undo it, saves it and says so.
    pub(super) fn act(
        self,
        verb: impl FnOnce(&mut Book) -> Change,
        says: impl FnOnce(Lang, &Change) -> String,
    ) {
        let before = self.standing();
        let change = self.book.try_update(verb).unwrap_or_default();
        if change.is_empty() {
            return;
        }
        self.save(&change);
        let text = says(self.language.get_untracked(), &change);
        self.history.update_value(|history| history.remember(change));
        self.say_with_standing(text, before, true);
    }

    /// The verdict of the year that the overview shows.
    pub(super) fn standing(self) -> (Year, Verdict) {
        let (year, today) = (self.year.get_untracked(), self.today.get_untracked());
        let verdict = self.book.with_untracked(|book| {
            let rule = untrack(|| {
                self.rulebook.with_value(|rulebook| rulebook.rule(year, book.profile().city_in(year)))
            });
            ledger(book).assess(rule, today, View::Earned).verdict
        });
        (year, verdict)
    }

    /// Says what happened, and where the year stands if that changed with it.
    pub(super) fn say_with_standing(self, happened: String, before: (Year, Verdict), can_undo: bool) {
        let now = self.standing();
        let lang = self.language.get_untracked();
        let text = if now == before {
            happened
        } else {
            lang.now_stands(&happened, now.0.get(), lang.verdict(now.1))
        };
        self.say(text, can_undo);
    }

    /// Adds an entry beside what another tab made of it meanwhile.
    pub fn put_beside(self, entry: Entry, other: Entry) {
        let title = entry.title.clone();
        self.act(|book| book.put([entry, other]), |lang, _| lang.clash_both(&title));
    }

    /// Adds an entry or replaces the one with its id.
    pub fn put_entry(self, entry: Entry) {
        let title = entry.title.clone();
        self.act(
            |book| book.put([entry]),
            |lang, change| {
                let is_new = change.entries.first().is_some_and(|change| change.before.is_none());
                if is_new { lang.added(&title) } else { lang.changed(&title) }
            },
        );
    }

    pub fn delete_entries(self, ids: Vec<EntryId>) {
        self.later(move || {
            if ids.len() > 1 {
                self.keep_a_point(Reason::DeleteMany);
            }
            self.act(
                |book| book.remove(&ids),
                |lang, change| match &change.entries[..] {
                    [one] => lang.deleted(one.before.as_ref().map_or("", |entry| &entry.title)),
                    many => lang.deleted_many(&lang.entries(many.len())),
                },
            );
        });
    }

    pub fn import_entries(self, entries: Vec<Entry>) {
        let count = entries.len();
        self.keep_a_point(Reason::Import);
        self.act(|book| book.put(entries), |lang, _| lang.imported(&lang.entries(count)));
    }

    /// Restores a backup as the person chose.
    pub fn restore_backup(self, backup: &Backup, mode: Mode) {
        let next = self.book.with_untracked(|book| merged(book, backup, mode));
        self.keep_a_point(Reason::Restore);
        self.act(
            |book| book.turn_into(&next),
            |lang, change| lang.backup_restored(&lang.entries(change.entries.len())),
        );
    }

    /// Empties the book.
    pub fn delete_all(self) {
        self.later(move || {
            self.keep_a_point(Reason::DeleteMany);
            self.act(|book| book.turn_into(&Book::default()), |lang, _| lang.deleted_all().into());
        });
    }

    pub fn set_profile(self, profile: Profile) {
        self.act(|book| book.set_profile(profile), |lang, _| lang.profile_saved().into());
        self.list_this_book();
    }

    /// Changes a part of the profile.
    pub fn change_profile(self, change: impl FnOnce(&mut Profile) + 'static) {
        let mut profile = self.book.with_untracked(|book| book.profile().clone());
        self.later(move || {
            change(&mut profile);
            self.set_profile(profile);
        });
    }
}
