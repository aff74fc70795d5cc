//! The browser's own modal dialog: it traps the focus, closes on Escape and gives the focus back.

use crate::ui::view::prelude::*;
use leptos::html;

use crate::ui::session::lang;

#[component]
pub fn Dialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_close: Callback<()>,
    class: &'static str,
    /// Its heading, and its name for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    children: Children,
) -> impl IntoView {
    let element: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let (open, Some(dialog)) = (open.get(), element.get()) else { return };
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    // The browser tells of the closing a little later: by then it may have been opened again.
    let closed = move || {
        if element.get_untracked().is_some_and(|dialog| !dialog.open()) {
            on_close.run(());
        }
    };
    view! {
        <dialog node_ref=element class=class aria-label=label on:close=move |_| closed()>
            <Show when=move || open.get()>
                <header class="dialog-head">
                    <h2>{label}</h2>
                    <button type="button" class="quiet" data-testid="dialog-close" on:click=move |_| on_close.run(())>
                        {lang().close()}
                    </button>
                </header>
                {children()}
            </Show>
        </dialog>
    }
}
