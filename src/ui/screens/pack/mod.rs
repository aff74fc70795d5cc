//! The window pack: what to look at before printing, the way from office to office, and the
//! papers themselves. What is seen is what is printed.

mod code;
mod controls;
mod exports;
mod gaps;
mod layout;
mod sheet;
mod stamps;

use std::sync::Arc;

use crate::ui::view::prelude::*;

use crate::report::pack::sheets::Wanted;
use crate::report::pack::{Pack as PackModel, Scope, pack};
use crate::report::stamps::stamp_view;
use crate::ui::session::{Session, lang};
use layout::Laid;

pub use stamps::stamps_in_short;

/// What the screen holds while it is shown.
#[derive(Clone, Copy)]
struct Desk {
    /// The code of the chosen scope.
    scope: RwSignal<String>,
    wanted: RwSignal<Wanted>,
    /// Whether the cover carries the square code.
    with_code: RwSignal<bool>,
    coded: code::Coded,
    pack: Memo<Arc<PackModel>>,
    laid: RwSignal<Option<Arc<Laid>>>,
    /// How many sheets are drawn: a few at a time, so that the page stays usable.
    drawn: RwSignal<usize>,
}

impl Desk {
    fn is_ready(self) -> bool {
        let laid = self.laid.get();
        laid.is_some_and(|laid| {
            self.coded.is_settled()
                && laid.is_of(&self.pack.get(), self.wanted.get())
                && self.drawn.get() >= laid.sheets.len()
        })
    }
}

#[component]
pub fn Pack() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let scope = RwSignal::new(session.year.get_untracked().to_string());
    let (wanted, with_code) = (RwSignal::new(Wanted::ALL), RwSignal::new(true));
    let coded = code::keep_coded(scope, Signal::derive(move || wanted.get().cover && with_code.get()));
    let found = Memo::new(move |_| {
        let (today, year, demo) = (session.today.get(), session.year.get(), session.is_demo());
        session.book.with(|book| {
            // A cycle can be unset while it is looked at.
            let scope = scope.with(|code| Scope::from_code(code, book)).unwrap_or(Scope::Year(year));
            let pack = session.rulebook.with_value(|rulebook| pack(book, rulebook, scope, today, demo));
            Arc::new(PackModel { code: coded.code(), ..pack })
        })
    });
    let desk = Desk {
        scope,
        wanted,
        with_code,
        coded,
        pack: found,
        laid: RwSignal::new(None),
        drawn: RwSignal::new(0),
    };
    let route = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| session.rulebook.with_value(|rulebook| stamp_view(book, rulebook, today)))
    });
    let trial = layout::keep_laid_out(desk);
    view! {
        <div class="pack-screen">
            <header class="bar"><h1>{lang.pack_title()}</h1></header>
            <div class="pack-desk">
                {controls::controls(desk)}
                <div class="two even">
                    {move || stamps::stamps(&route.get())}
                    {move || gaps::gaps(&found.get())}
                </div>
            </div>
            {trial}
            {sheet::preview(desk)}
        </div>
    }
}
