//! The verbs of the plan: take a suggestion, move in time, carry out.

use crate::ui::view::prelude::*;

use super::{Session, Target};
use crate::book::Draft;
use crate::rules::suggestion::Item;
use crate::rules::{Entry, EntryId, Status, Year};
use crate::ui::focus::focus;

impl Session {
    /// An empty form for something still to come.
    pub fn new_planned(self, year: Year) {
        let fresh =
            Draft { status: Status::Planned.code().into(), year: year.to_string(), ..Session::fresh_draft() };
        self.show_form(Target::New, fresh, Draft::default());
    }

    /// Plans the items, in one act.
    pub fn plan_items(self, items: Vec<Item>) {
        let lang = self.language.get_untracked();
        let entries: Vec<Entry> =
            items.iter().map(|item| item.as_planned(self.new_id(), lang.item(item))).collect();
        let count = entries.len();
        self.later(move || {
            self.act(|book| book.put(entries), |lang, _| lang.plan_taken(&lang.entries(count)));
        });
    }

    /// Moves a planned entry in time; the focus stays on the button `again`.
    pub fn move_entry(self, id: EntryId, days: i64, again: String) {
        let entry = self.book.with_untracked(|book| book.entry(id).and_then(|entry| entry.moved_by(days)));
        let Some(entry) = entry else { return };
        let (title, end) = (entry.title.clone(), entry.end);
        self.later(move || {
            let today = self.today.get_untracked();
            self.act(|book| book.put([entry]), |lang, _| lang.plan_moved(&title, &lang.day(end, today)));
            request_animation_frame(move || focus(&again));
        });
    }

    /// The form of a planned entry as a completed one: the person gives the result and saves.
    pub fn complete_entry(self, id: EntryId) {
        let today = self.today.get_untracked();
        let draft = self.book.with_untracked(|book| {
            let entry = book.entry(id)?;
            let start = entry.start.map(|start| start.min(today));
            let done = Entry {
                status: Status::Completed,
                start,
                end: entry.end.min(today),
                ..entry.as_ref().clone()
            };
            Some((Draft::from_entry(&done), Draft::from_entry(entry)))
        });
        if let Some((draft, stored)) = draft {
            self.show_form(Target::Existing(id), draft, stored);
            request_animation_frame(|| focus("f-assessment"));
        }
    }
}
