//! A backup that is about to be restored: read, looked at beside the book, and decided upon.

use std::sync::Arc;

use crate::ui::view::prelude::*;

use super::Session;
use super::import_desk::decode_gb18030;
use crate::exchange::Refusal;
use crate::exchange::backup::{Backup, BackupError, Mode, read_backup};
use crate::exchange::text::{self, TextError};
use crate::formats::message::{Note, answer, ask};
use crate::formats::pack_code::is_code;
use crate::store::BookId;
use crate::ui::foreign::Foreign;

/// What lies on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    Nothing,
    Busy,
    /// The browser could not read the file.
    Unreadable,
    NoText(TextError),
    Refused(BackupError),
    /// A pack's code that cannot be read.
    RefusedCode(Refusal),
    /// A pack's code that holds sums alone, in words.
    Totals(String),
    /// A backup of the demo person, for someone's own book.
    Demo,
    Sound(Arc<Backup>),
}

#[derive(Clone, Copy)]
pub struct RestoreDesk {
    pub text: RwSignal<String>,
    pub chosen: RwSignal<Chosen>,
    pub mode: RwSignal<Mode>,
    /// Reads a pack's code.
    reader: StoredValue<Option<Foreign>, LocalStorage>,
}

impl RestoreDesk {
    pub(super) fn new() -> RestoreDesk {
        RestoreDesk {
            text: RwSignal::new(String::new()),
            chosen: RwSignal::new(Chosen::Nothing),
            mode: RwSignal::new(Mode::Keep),
            reader: StoredValue::new_local(None),
        }
    }

    pub fn clear(self) {
        self.reader.set_value(None);
        self.text.set(String::new());
        self.chosen.set(Chosen::Nothing);
        self.mode.set(Mode::Keep);
    }
}

impl Session {
    pub fn choose_backup_text(self, pasted: String) {
        self.restoring.reader.set_value(None);
        let chosen = match text::pasted(&pasted) {
            Ok(plain) if plain.trim().is_empty() => Chosen::Nothing,
            Ok(plain) if is_code(plain) => self.read_code(plain),
            Ok(plain) => self.read_backup(plain),
            Err(why) => Chosen::NoText(why),
        };
        self.restoring.text.set(pasted);
        self.restoring.chosen.set(chosen);
    }

    pub fn choose_backup_file(self, bytes: &[u8]) {
        let chosen = match text::decode(bytes, decode_gb18030) {
            Ok(plain) => self.read_backup(&plain),
            Err(why) => Chosen::NoText(why),
        };
        self.restoring.text.set(String::new());
        self.restoring.chosen.set(chosen);
    }

    /// Has the code from a pack's cover read.
    fn read_code(self, plain: &str) -> Chosen {
        let desk = self.restoring;
        let hear = move |note: Note| {
            desk.chosen.set(match note.word.as_str() {
                answer::BACKUP => self.read_backup(&note.text),
                answer::TOTALS => Chosen::Totals(note.text),
                _ => Chosen::RefusedCode(Refusal::from_text(&note.text).unwrap_or(Refusal::Stopped)),
            });
            // Not while its own answer is being heard.
            self.later(move || desk.reader.set_value(None));
        };
        let request = format!("{plain}|{}", self.language.get_untracked().code());
        match Foreign::start(Note::new(ask::READ_CODE, request), hear) {
            Ok(reader) => {
                desk.reader.set_value(Some(reader));
                Chosen::Busy
            }
            Err(refused) => Chosen::RefusedCode(refused),
        }
    }

    fn read_backup(self, plain: &str) -> Chosen {
        match read_backup(plain) {
            Ok(backup) if backup.demo && !self.book_id.with_untracked(BookId::is_demo) => Chosen::Demo,
            Ok(backup) => Chosen::Sound(Arc::new(backup)),
            Err(why) => Chosen::Refused(why),
        }
    }

    pub fn confirm_restore(self) {
        let Chosen::Sound(backup) = self.restoring.chosen.get_untracked() else { return };
        let mode = self.restoring.mode.get_untracked();
        self.later(move || {
            self.restoring.clear();
            self.restore_backup(&backup, mode);
        });
    }
}
