//! A new version of the page: told when it is there, applied when the person says so, and not
//! while something typed is unsaved. `public/start.mjs` fetches it and changes over.

use crate::ui::view::prelude::*;
use leptos::ev::Custom;

use super::session::{Session, lang};

/// What start.mjs says on the document's root.
const STATE: &str = "data-update";
const TOLD: &str = "xueshi-update";
const ACCEPTED: &str = "xueshi-update-accepted";

/// A line above the content while an update waits.
pub fn update_line(session: Session) -> AnyView {
    let lang = lang();
    let state = RwSignal::new(told());
    let heard = window_event_listener(Custom::<web_sys::Event>::new(TOLD), move |_| state.set(told()));
    let typed = window_event_listener(leptos::ev::input, move |_| session.typing.set(true));
    on_cleanup(move || {
        heard.remove();
        typed.remove();
    });
    let line = move || {
        let text = if state.get()? == "elsewhere" { lang.update_elsewhere() } else { lang.update_ready() };
        let way = if session.has_unsaved_typing() {
            view! { <span class="soft">{lang.update_after_saving()}</span> }.into_any()
        } else {
            view! {
                <button type="button" data-testid="update-now" on:click=move |_| accept()>
                    {lang.update_now()}
                </button>
            }
            .into_any()
        };
        Some(view! {
            <div class="update-line" data-testid="update-line">
                <span>{text}</span>
                {way}
            </div>
        })
    };
    view! { <div role="status">{line}</div> }.into_any()
}

fn told() -> Option<String> {
    document().document_element()?.get_attribute(STATE)
}

fn accept() {
    if let Ok(event) = web_sys::Event::new(ACCEPTED) {
        let _ = window().dispatch_event(&event);
    }
}
