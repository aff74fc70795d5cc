//! A button that has a file made, and what came of it.

use crate::ui::view::prelude::*;

use crate::ui::session::{Export, HandOut, Session, lang};

/// The button of one format; `scope` says what the file is about when it is pressed.
pub fn export_button(export: Export, label: &'static str, scope: impl Fn() -> String + 'static) -> AnyView {
    let session = Session::get();
    view! {
        <button
            type="button"
            data-testid=format!("export-{}", export.code())
            on:click=move |_| session.hand_out(export, &scope())
        >
            {label}
        </button>
    }
    .into_any()
}

/// What became of the last file.
pub fn export_status() -> AnyView {
    let session = Session::get();
    let lang = lang();
    // A file that was saved on another screen is no news here.
    session.stop_handing_out();
    let said = move || {
        match session.handing.state.get() {
        HandOut::Nothing => ().into_any(),
        HandOut::Busy(_) => view! {
            <progress aria-label=lang.export_busy()></progress>
            <span>{lang.export_busy()}</span>
            <button type="button" class="quiet" data-testid="export-cancel" on:click=move |_| {
                session.later(move || session.stop_handing_out());
            }>
                {lang.export_cancel()}
            </button>
        }
        .into_any(),
        HandOut::Saved(_, name) => {
            view! { <span data-testid="export-saved" data-value=name.clone()>{lang.export_saved(&name)}</span> }
                .into_any()
        }
        HandOut::Refused(why) => {
            view! { <span class="error" data-testid="export-refused">{lang.export_refused(why)}</span> }.into_any()
        }
    }
    };
    view! { <div class="row" role="status" data-testid="export-status">{said}</div> }.into_any()
}
