//! The same papers as files.

use leptos::prelude::*;

use crate::ui::export::download_book;
use crate::ui::session::{Session, lang};

pub fn exports(session: Session) -> AnyView {
    let lang = lang();
    view! {
        <button type="button" data-testid="export-json" on:click=move |_| download_book(session)>
            {lang.pack_export_json()}
        </button>
    }
    .into_any()
}
