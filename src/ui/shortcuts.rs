//! Keys without a modifier, and the list of them that `?` opens.

use crate::ui::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::atoms::Dialog;
use super::focus::{focus, is_writing_in};
use super::route::{Place, go};
use super::session::{Session, lang};
use crate::i18n::Lang;

#[derive(Clone, Copy)]
enum Act {
    Add,
    Import,
    Search,
    Undo,
    List,
}

const ACTS: [(&str, Act); 5] =
    [("n", Act::Add), ("i", Act::Import), ("/", Act::Search), ("u", Act::Undo), ("?", Act::List)];

impl Act {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Act::Add => lang.shortcut_add(),
            Act::Import => lang.shortcut_import(),
            Act::Search => lang.shortcut_search(),
            Act::Undo => lang.shortcut_undo(),
            Act::List => lang.shortcut_list(),
        }
    }

    fn carry_out(self, session: Session) {
        match self {
            Act::Add => session.new_entry(),
            Act::Import => session.open_import(),
            Act::Search => {
                go(Place::Records);
                // Once the screen is drawn.
                set_timeout(|| focus("records-search"), std::time::Duration::from_millis(50));
            }
            Act::Undo => {
                // Only what the notice offers: nothing is undone that is not in sight.
                if session.notice.with_untracked(|notice| notice.as_ref().is_some_and(|it| it.can_undo)) {
                    session.undo();
                }
            }
            Act::List => session.shortcuts_open.set(true),
        }
    }
}

/// Hears the keys for as long as the page lives. They rest in fields and under open sheets.
pub fn listen(session: Session) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing());
        let is_elsewhere = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok())
            .is_some_and(|element| is_writing_in(&element));
        if !is_plain || is_elsewhere || has_open_sheet() || !untrack(|| session.uses_shortcuts()) {
            return;
        }
        let key = event.key();
        let place =
            key.parse::<usize>().ok().and_then(|number| Place::ALL.get(number.checked_sub(1)?).copied());
        if let Some(place) = place {
            go(place);
        } else if let Some((_, act)) = ACTS.iter().find(|(letter, _)| *letter == key) {
            event.prevent_default();
            act.carry_out(session);
        }
    });
    on_cleanup(move || listener.remove());
}

fn has_open_sheet() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|found| found.is_some())
}

/// The list of the keys, and the switch for who has no use for them.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let session = Session::get();
    let open = session.shortcuts_open;
    view! {
        <Dialog
            open=Signal::derive(move || open.get())
            on_close=move || open.set(false)
            class="card-dialog"
            label=Signal::derive(move || lang().shortcuts_title().to_owned())
        >
            {move || list(session)}
        </Dialog>
    }
}

fn list(session: Session) -> AnyView {
    let lang = lang();
    let row = |key: String, text: &'static str| view! { <div><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div> };
    let places = Place::ALL
        .into_iter()
        .zip(1..)
        .map(|(place, number)| row(number.to_string(), super::shell::place_name(lang, place).0));
    let acts = ACTS.into_iter().map(|(key, act)| row(key.to_owned(), act.name(lang)));
    view! {
        <dl class="keys" data-testid="shortcuts">
            {places.collect_view()}
            {acts.collect_view()}
            {row("Esc".to_owned(), lang.shortcut_close())}
        </dl>
        <p class="soft">{lang.shortcuts_note()}</p>
        <label class="check">
            <input
                type="checkbox"
                data-testid="shortcuts-on"
                prop:checked=session.uses_shortcuts()
                on:change=move |event| session.use_shortcuts(event_target_checked(&event))
            />
            <span>{lang.shortcuts_on()}</span>
        </label>
    }
    .into_any()
}
