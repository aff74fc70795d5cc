//! The square code on the cover, made by the worker while the papers are looked at.

use crate::ui::view::prelude::*;

use crate::formats::message::{Note, ask, square_from_text};
use crate::report::pack::Code;
use crate::ui::foreign::Foreign;
use crate::ui::session::Session;

/// Follows the book and the scope. Papers without the code are whole papers: where the worker
/// cannot start, the cover goes without.
pub fn keep_coded(scope: RwSignal<String>, is_wanted: Signal<bool>) -> RwSignal<Option<Code>> {
    let session = Session::get();
    let code = RwSignal::new(None);
    let maker: StoredValue<Option<Foreign>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        code.set(None);
        if !is_wanted.get() {
            return maker.set_value(None);
        }
        let wish = session.wish(&scope.get());
        session.today.track();
        let hear = move |note: Note| {
            code.set(square_from_text(&note.text));
            // Not while its own answer is being heard; the screen may be gone by then.
            session.later(move || {
                let _ = maker.try_update_value(|maker| *maker = None);
            });
        };
        maker.set_value(Foreign::start(Note::new(ask::CODE, wish), hear).ok());
    });
    code
}
