//! The square code on the cover, made by the worker while the papers are looked at.

use std::time::Duration;

use crate::ui::view::prelude::*;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

use crate::formats::message::{Note, ask, square_from_text};
use crate::report::pack::Code;
use crate::ui::foreign::Foreign;
use crate::ui::session::Session;

/// Papers wait no longer for their code: on a slow network they are printed without.
const PATIENCE: Duration = Duration::from_secs(8);

/// The code as far as it is, so that papers are never shown with another scope's.
#[derive(Clone, Copy)]
pub struct Coded {
    scope: RwSignal<String>,
    is_wanted: Signal<bool>,
    /// The scope that is done, and its code, where one could be made.
    done: RwSignal<Option<(String, Option<Code>)>>,
}

impl Coded {
    /// The code of the chosen scope.
    pub fn code(self) -> Option<Code> {
        let (scope, code) = self.done.get()?;
        code.filter(|_| scope == self.scope.get())
    }

    /// Nothing more will come that changes the papers.
    pub fn is_settled(self) -> bool {
        let is_done =
            || self.done.with(|done| done.as_ref().is_some_and(|(scope, _)| *scope == self.scope.get()));
        !self.is_wanted.get() || is_done()
    }
}

/// Follows the book and the scope. Papers without the code are whole papers: where the worker
/// cannot start, or takes too long, the cover goes without.
pub fn keep_coded(scope: RwSignal<String>, is_wanted: Signal<bool>) -> Coded {
    let session = Session::get();
    let done = RwSignal::new(None);
    let maker: StoredValue<Option<Foreign>, LocalStorage> = StoredValue::new_local(None);
    let patience: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
    Effect::new(move |_| {
        done.set(None);
        maker.set_value(None);
        if let Some(running) = patience.get_value() {
            running.clear();
        }
        if !is_wanted.get() {
            return;
        }
        let chosen = scope.get();
        let wish = session.wish(&chosen);
        session.today.track();
        // The screen may be gone when an answer or the end of patience comes.
        let settle = move |code: Option<Code>| {
            done.set(Some((chosen.clone(), code)));
            session.later(move || {
                let _ = maker.try_update_value(|maker| *maker = None);
            });
        };
        let give_up = settle.clone();
        let late = set_timeout_with_handle(
            move || {
                if done.try_get_untracked().is_some_and(|told| told.is_none()) {
                    give_up(None);
                }
            },
            PATIENCE,
        );
        patience.set_value(late.ok());
        let hear = settle.clone();
        match Foreign::start(Note::new(ask::CODE, wish), move |note| hear(square_from_text(&note.text))) {
            Ok(started) => maker.set_value(Some(started)),
            Err(_) => settle(None),
        }
    });
    Coded { scope, is_wanted, done }
}
