//! What the page holds between a person's acts, and the verbs that screens call. Each verb
//! changes the book, has it saved and says what happened.

mod acts;
mod appearance;
mod books;
mod conversions;
mod entry_form;
mod folder;
mod form;
mod hand_out;
mod import_desk;
mod keeping;
mod notices;
mod opening;
mod planning;
mod records_view;
mod recovery;
mod restore_desk;
mod saving;
mod templates;
mod turns;

use std::time::Duration;

use crate::ui::view::prelude::*;
use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};

use super::clock;
use crate::book::{Book, Draft, History};
use crate::i18n::Lang;
use crate::rules::{Date, EntryId, Rulebook, Source, Year};
use crate::store::web::WebStorage;
use crate::store::{BookId, Listed, Recovery, Settings, State, Store};

pub use crate::store::State as SaveState;
pub use conversions::{RuleForm, RuleTarget};
pub use entry_form::{EntryForm, Target};
pub use folder::{FolderDesk, FolderState};
pub use hand_out::{Export, HandOut, HandOutDesk};
pub use import_desk::{Decision, ImportDesk, Reading};
pub use records_view::RecordsView;
pub use restore_desk::{Chosen, RestoreDesk};
pub use saving::Absence;
pub use turns::Turns;

/// Handles to everything that lasts; cheap to copy into event handlers.
#[derive(Clone, Copy)]
pub struct Session {
    pub rulebook: OpenRulebook,
    pub language: RwSignal<Lang>,
    pub settings: RwSignal<Settings>,
    pub today: RwSignal<Date>,
    /// The year that the overview shows.
    pub year: RwSignal<Year>,
    pub book: RwSignal<Book>,
    pub book_id: RwSignal<BookId>,
    /// The persons whose books lie in this browser.
    pub books: RwSignal<Vec<Listed>>,
    /// The book is not open yet: what is in [`Session::book`] is not what is stored.
    pub is_opening: RwSignal<bool>,
    pub save_state: RwSignal<State>,
    /// The time of day of the last save in this visit.
    pub saved_at: RwSignal<Option<String>>,
    /// When something could not be read: the newest recovery point that is whole.
    pub recovery_offer: RwSignal<Option<Recovery>>,
    /// Records that should be there and are not.
    pub absence: RwSignal<Option<Absence>>,
    /// Whether the browser has promised not to clear the storage by itself; `None`: not known.
    pub is_protected: RwSignal<Option<bool>>,
    pub notice: RwSignal<Option<Notice>>,
    /// The last file made, where the system has a sheet to share it.
    pub to_share: RwSignal<Option<web_sys::File>>,
    /// Whether something was typed at this place since it was opened or since the last save.
    pub typing: RwSignal<bool>,
    pub open_clause: RwSignal<Option<Source>>,
    pub shortcuts_open: RwSignal<bool>,
    pub explain_open: RwSignal<bool>,
    pub explain_previous_open: RwSignal<bool>,
    pub form: EntryForm,
    /// What the book held of the entry when its form was opened, which may differ from what the
    /// form began with: a plan is carried out in a form that says so already.
    form_stored: StoredValue<Draft>,
    pub rule_form: RuleForm,
    pub records: RecordsView,
    pub import: ImportDesk,
    pub restoring: RestoreDesk,
    pub backups: FolderDesk,
    pub handing: HandOutDesk,
    pub turns: Turns,
    store: StoredValue<Store<WebStorage>, LocalStorage>,
    history: StoredValue<History>,
}

/// The rulebook as the open book reads it: it follows the book's imported notices.
#[derive(Clone, Copy)]
pub struct OpenRulebook(Memo<Rulebook>);

impl OpenRulebook {
    fn of(book: RwSignal<Book>) -> OpenRulebook {
        let notices = Memo::new(move |_| book.with(|book| book.notices().to_vec()));
        OpenRulebook(Memo::new(move |_| notices.with(|notices| Rulebook::shipped().with_notices(notices))))
    }

    pub fn with_value<T>(self, use_it: impl FnOnce(&Rulebook) -> T) -> T {
        self.0.with(use_it)
    }
}

/// What just happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub can_undo: bool,
}

/// The language of the page right now, for views: a change of it draws the page anew. Acts run
/// outside any view and ask their session.
pub fn lang() -> Lang {
    Session::get().language.get_untracked()
}

/// One task for all acts.
fn later(act: Box<dyn FnOnce()>) {
    leptos::task::spawn_local(async move { act() });
}

impl Session {
    /// Reads the settings, and which book was open last: [`Session::look_through`] opens it.
    pub fn start() -> Session {
        let today = clock::today();
        let opening = opening::last();
        let language = opening.settings.get(Settings::LANGUAGE).and_then(Lang::from_code).unwrap_or(Lang::Zh);
        let book = RwSignal::new(Book::default());
        let store = Store::unopened(WebStorage::connect(), opening.id.clone());
        let session = Session {
            rulebook: OpenRulebook::of(book),
            language: RwSignal::new(language),
            settings: RwSignal::new(opening.settings),
            today: RwSignal::new(today),
            year: RwSignal::new(Year::of(today).unwrap_or(Year::FIRST)),
            book,
            book_id: RwSignal::new(opening.id),
            books: RwSignal::new(opening.books),
            is_opening: RwSignal::new(true),
            save_state: RwSignal::new(store.state()),
            saved_at: RwSignal::new(None),
            recovery_offer: RwSignal::new(None),
            absence: RwSignal::new(None),
            is_protected: RwSignal::new(None),
            notice: RwSignal::new(None),
            to_share: RwSignal::new(None),
            typing: RwSignal::new(false),
            open_clause: RwSignal::new(None),
            shortcuts_open: RwSignal::new(false),
            explain_open: RwSignal::new(false),
            explain_previous_open: RwSignal::new(false),
            form: EntryForm::new(Target::New),
            form_stored: StoredValue::new(Draft::default()),
            rule_form: RuleForm::new(RuleTarget::default()),
            records: RecordsView::new(),
            import: ImportDesk::new(),
            restoring: RestoreDesk::new(),
            backups: FolderDesk::new(),
            handing: HandOutDesk::new(),
            turns: Turns::new(),
            store: StoredValue::new_local(store),
            history: StoredValue::new(History::default()),
        };
        session.watch_clock();
        session
    }

    /// What goes on beside a person's acts, from when acts can be carried out.
    pub fn attend(self) {
        // Listened to first: what another tab saves meanwhile is heard or found.
        self.watch_other_tabs();
        self.complete_opening();
        self.watch_leaving();
        self.look_whether_protected();
        self.look_for_folder();
    }

    /// The session of this page.
    pub fn get() -> Session {
        expect_context()
    }

    pub fn new_id(self) -> EntryId {
        EntryId(clock::random_id())
    }

    /// Runs an act once the current event is over, because an element must not be removed while
    /// its own handler runs.
    pub fn later(self, act: impl FnOnce() + 'static) {
        later(Box::new(act));
    }

    /// A page left open overnight learns that it is another day.
    fn watch_clock(self) {
        let look = move || {
            let today = clock::today();
            if self.today.get_untracked() != today {
                self.today.set(today);
            }
        };
        let listener = window_event_listener(leptos::ev::focus, move |_| look());
        let each_minute = set_interval_with_handle(look, Duration::from_secs(60)).ok();
        on_cleanup(move || {
            listener.remove();
            each_minute.inspect(IntervalHandle::clear);
        });
    }

    /// Whether something typed would be gone with the page.
    pub fn has_unsaved_typing(self) -> bool {
        let only_in_memory = matches!(self.save_state.get(), State::Unsaved | State::Full | State::Blocked);
        let is_typed = self.typing.get() || self.form.is_touched() || self.rule_form.is_touched();
        is_typed || only_in_memory || self.turns.is_waiting.get()
    }

    /// Going to another place, as with the browser's way back, closes what lies over this one.
    /// What was typed there stays.
    pub fn close_sheets(self) {
        self.form.close();
        self.rule_form.close();
        self.import.close();
        self.open_clause.set(None);
        self.shortcuts_open.set(false);
    }
}
