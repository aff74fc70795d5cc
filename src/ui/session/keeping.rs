//! How safe the records are beyond this page: whether the browser has promised to keep them, and
//! how old the last backup is.

use crate::ui::view::prelude::*;
use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};

use super::Session;
use crate::rules::date::{days_until, parse_date};
use crate::store::BookId;
use crate::ui::clock;
use crate::ui::member::member;

/// The last backup of the open book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastBackup {
    pub days: i64,
    /// Saves since.
    pub changes: u64,
}

impl Session {
    /// Looks whether the storage is protected; asks for nothing.
    pub(super) fn look_whether_protected(self) {
        self.call_storage_manager("persisted");
    }

    /// Asks the browser to protect the storage, after a person's own save and never before.
    pub(super) fn ask_to_be_kept(self) {
        if self.is_protected.get_untracked() == Some(false) && !self.book_id.with_untracked(BookId::is_demo) {
            // Asked once in a visit.
            self.is_protected.set(None);
            self.call_storage_manager("persist");
        }
    }

    fn call_storage_manager(self, name: &str) {
        let navigator: JsValue = window().navigator().into();
        let call = || {
            let manager = member(&navigator, "storage")?;
            let function: Function = member(&manager, name)?.dyn_into().ok()?;
            function.call0(&manager).ok()
        };
        let Some(answer) = call() else { return };
        leptos::task::spawn_local(async move {
            let answer = wasm_bindgen_futures::JsFuture::from(Promise::resolve(&answer)).await;
            if let Ok(answer) = answer {
                self.is_protected.set(answer.as_bool());
            }
        });
    }

    /// The book was taken away in a file or as a text.
    pub fn note_backup(self) {
        if self.book_id.with_untracked(BookId::is_demo) {
            return;
        }
        let revision = self.with_store(|store| store.revision());
        self.change_setting(&self.backup_setting(), &format!("{}|{revision}", clock::today()));
    }

    pub fn last_backup(self) -> Option<LastBackup> {
        self.save_state.track();
        self.saved_at.track();
        let name = self.book_id.with(|_| self.backup_setting());
        let noted = self.settings.with(|settings| settings.get(&name).map(str::to_owned))?;
        let (day, revision) = noted.split_once('|')?;
        let days = -days_until(self.today.get(), parse_date(day).ok()?);
        let now = self.with_store(|store| store.revision());
        Some(LastBackup { days, changes: now.saturating_sub(revision.parse().ok()?) })
    }

    fn backup_setting(self) -> String {
        format!("backup/{}", self.book_id.with_untracked(|id| id.as_str().to_owned()))
    }
}
