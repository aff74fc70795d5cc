//! A backup that is about to be restored: read, looked at beside the book, and decided upon.

use std::sync::Arc;

use crate::ui::view::prelude::*;

use super::Session;
use super::import_desk::decode_gb18030;
use crate::exchange::backup::{Backup, BackupError, Mode, read_backup};
use crate::exchange::text::{self, TextError};
use crate::store::BookId;

/// What lies on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    Nothing,
    Busy,
    /// The browser could not read the file.
    Unreadable,
    NoText(TextError),
    Refused(BackupError),
    /// A backup of the demo person, for someone's own book.
    Demo,
    Sound(Arc<Backup>),
}

#[derive(Clone, Copy)]
pub struct RestoreDesk {
    pub text: RwSignal<String>,
    pub chosen: RwSignal<Chosen>,
    pub mode: RwSignal<Mode>,
}

impl RestoreDesk {
    pub(super) fn new() -> RestoreDesk {
        RestoreDesk {
            text: RwSignal::new(String::new()),
            chosen: RwSignal::new(Chosen::Nothing),
            mode: RwSignal::new(Mode::Keep),
        }
    }

    pub fn clear(self) {
        self.text.set(String::new());
        self.chosen.set(Chosen::Nothing);
        self.mode.set(Mode::Keep);
    }
}

impl Session {
    pub fn choose_backup_text(self, pasted: String) {
        let chosen = match text::pasted(&pasted) {
            Ok(plain) if plain.trim().is_empty() => Chosen::Nothing,
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
