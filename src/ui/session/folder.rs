//! Backups into a folder: the open book as a file of the day, written soon after each change. What
//! fails is shown and tried again with the next change.

use std::time::Duration;

use crate::ui::view::prelude::*;

use super::{SaveState, Session};
use crate::exchange::backup::shelf::{file_name, outdated};
use crate::store::BookId;
use crate::ui::folder::{self, Failure, Folder};
use crate::ui::{clock, export};

/// How long changes are gathered before the file is written anew.
const GATHER: Duration = Duration::from_secs(5);

/// How it stands with the folder of the open book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderState {
    /// The browser has no such folders.
    Absent,
    None,
    /// The time of day of the last file, in this visit.
    Active {
        name: String,
        written: Option<String>,
    },
    /// The browser wants to be asked again.
    Paused {
        name: String,
    },
    /// By the name that the browser gave it.
    Failed {
        name: String,
        why: String,
    },
}

impl FolderState {
    /// The stable code, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            FolderState::Absent => "absent",
            FolderState::None => "none",
            FolderState::Active { .. } => "active",
            FolderState::Paused { .. } => "paused",
            FolderState::Failed { .. } => "failed",
        }
    }
}

#[derive(Clone, Copy)]
pub struct FolderDesk {
    pub state: RwSignal<FolderState>,
    folder: StoredValue<Option<Folder>, LocalStorage>,
    /// A file is about to be written.
    is_due: StoredValue<bool>,
}

impl FolderDesk {
    pub(super) fn new() -> FolderDesk {
        FolderDesk {
            state: RwSignal::new(FolderState::Absent),
            folder: StoredValue::new_local(None),
            is_due: StoredValue::new(false),
        }
    }
}

impl Session {
    /// Looks up the folder of the book that was opened; its permission may have lapsed.
    pub(super) fn look_for_folder(self) {
        let desk = self.backups;
        desk.folder.set_value(None);
        if !folder::is_possible() || self.book_id.with_untracked(BookId::is_demo) {
            return desk.state.set(FolderState::Absent);
        }
        desk.state.set(FolderState::None);
        let id = self.book_id.get_untracked();
        leptos::task::spawn_local(async move {
            // A browser that keeps nothing lets the folder be chosen anew at each visit.
            let Ok(Some(folder)) = folder::kept(id.as_str()).await else { return };
            let permitted = folder.is_permitted().await;
            if self.book_id.get_untracked() == id {
                self.take_folder(folder, permitted);
            }
        });
    }

    /// The person chooses a folder.
    pub fn choose_folder(self) {
        let id = self.book_id.get_untracked();
        leptos::task::spawn_local(async move {
            // Choosing none is no failure.
            let Ok(folder) = folder::choose().await else { return };
            if self.book_id.get_untracked() == id {
                let _ = folder::keep(id.as_str(), Some(&folder)).await;
                self.take_folder(folder, true);
            }
        });
    }

    /// The person lets the page write into it again.
    pub fn continue_with_folder(self) {
        let Some(folder) = self.backups.folder.get_value() else { return };
        leptos::task::spawn_local(async move {
            let permitted = folder.ask().await;
            self.take_folder(folder, permitted);
        });
    }

    /// No more files; those that are there stay.
    pub fn leave_folder(self) {
        let id = self.book_id.get_untracked();
        self.backups.folder.set_value(None);
        self.later(move || self.backups.state.set(FolderState::None));
        leptos::task::spawn_local(async move {
            let _ = folder::keep(id.as_str(), None).await;
        });
    }

    fn take_folder(self, folder: Folder, permitted: bool) {
        let name = folder.name();
        self.backups.folder.set_value(Some(folder));
        if permitted {
            self.backups.state.set(FolderState::Active { name, written: None });
            self.write_into_folder();
        } else {
            self.backups.state.set(FolderState::Paused { name });
        }
    }

    /// After a change: the day's file is written anew in a moment.
    pub(super) fn folder_is_due(self) {
        let desk = self.backups;
        if desk.folder.with_value(Option::is_none) || desk.is_due.get_value() {
            return;
        }
        desk.is_due.set_value(true);
        set_timeout(
            move || {
                desk.is_due.set_value(false);
                self.write_into_folder();
            },
            GATHER,
        );
    }

    fn write_into_folder(self) {
        let Some(folder) = self.backups.folder.get_value() else { return };
        // What is in doubt, partly put aside or not there must not take the place of a whole file.
        let is_whole = self.with_store(|store| store.state() == SaveState::Saved && store.revision() > 0);
        if !is_whole {
            return;
        }
        let (id, text) = (self.book_id.get_untracked(), export::book_text(self));
        leptos::task::spawn_local(async move {
            let name = folder.name();
            let state = match written(&folder, id.as_str(), &text).await {
                Ok(()) => FolderState::Active { name, written: Some(clock::time_of_day()) },
                Err(_) if !folder.is_permitted().await => FolderState::Paused { name },
                Err(why) => FolderState::Failed { name, why: name_of(&why) },
            };
            if self.book_id.get_untracked() == id && self.backups.folder.with_value(Option::is_some) {
                if matches!(state, FolderState::Active { .. }) {
                    self.note_backup();
                }
                self.backups.state.set(state);
            }
        });
    }
}

/// The file first; older ones go only when it is there.
async fn written(folder: &Folder, book: &str, text: &str) -> Result<(), Failure> {
    folder.write(&file_name(book, clock::today()), text).await?;
    let names = folder.names().await?;
    for name in outdated(&names, book) {
        folder.remove(name).await?;
    }
    Ok(())
}

fn name_of(why: &Failure) -> String {
    crate::ui::member::member(why, "name").and_then(|name| name.as_string()).unwrap_or_default()
}
