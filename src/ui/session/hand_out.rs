//! Files in foreign formats, made by the worker and handed to the person.

use crate::ui::view::prelude::*;

use super::Session;
use crate::exchange::Refusal;
use crate::formats::message::{Note, answer, ask};
use crate::formats::wish::Wish;
use crate::ui::clock;
use crate::ui::export::{book_text, save_bytes};
use crate::ui::foreign::Foreign;

/// A format that the worker writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    Csv,
    Workbook,
    Calendar,
}

impl Export {
    /// The ending of its files.
    pub const fn code(self) -> &'static str {
        match self {
            Export::Csv => "csv",
            Export::Workbook => "xlsx",
            Export::Calendar => "ics",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Export::Csv => ask::CSV,
            Export::Workbook => ask::WORKBOOK,
            Export::Calendar => ask::CALENDAR,
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Export::Csv => "text/csv;charset=utf-8",
            Export::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Export::Calendar => "text/calendar;charset=utf-8",
        }
    }
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOut {
    Nothing,
    Busy(Export),
    /// Handed over under this name.
    Saved(Export, String),
    Refused(Refusal),
}

#[derive(Clone, Copy)]
pub struct HandOutDesk {
    pub state: RwSignal<HandOut>,
    writer: StoredValue<Option<Foreign>, LocalStorage>,
}

impl HandOutDesk {
    pub(super) fn new() -> HandOutDesk {
        HandOutDesk { state: RwSignal::new(HandOut::Nothing), writer: StoredValue::new_local(None) }
    }
}

impl Session {
    /// The open book with what is wanted of it, as the worker takes it. Follows the book.
    pub fn wish(self, scope: &str) -> String {
        let wish = Wish { lang: self.language.get(), scope: scope.to_owned(), now: clock::now() };
        self.book.track();
        wish.with_book(&book_text(self))
    }

    /// Has a file made of the open book, and hands it over. A second one stops the first.
    pub fn hand_out(self, export: Export, scope: &str) {
        let text = untrack(|| self.wish(scope));
        let demo = if self.is_demo() { "示例-" } else { "" };
        let name = format!("xueshi-{demo}{}.{}", clock::today(), export.code());
        let desk = self.handing;
        desk.state.set(HandOut::Busy(export));
        let hear = move |note: Note| {
            if note.word == answer::PROGRESS {
                return;
            }
            desk.state.set(if note.word == answer::FILE {
                save_bytes(self, &name, export.kind(), &note.bytes);
                HandOut::Saved(export, name.clone())
            } else {
                HandOut::Refused(Refusal::from_text(&note.text).unwrap_or(Refusal::Stopped))
            });
            // Not while its own answer is being heard.
            self.later(move || desk.writer.set_value(None));
        };
        match Foreign::start(Note::new(export.word(), text), hear) {
            Ok(writer) => desk.writer.set_value(Some(writer)),
            Err(refused) => desk.state.set(HandOut::Refused(refused)),
        }
    }

    /// Lets go of a file that is being made.
    pub fn stop_handing_out(self) {
        self.handing.writer.set_value(None);
        self.handing.state.set(HandOut::Nothing);
    }
}
