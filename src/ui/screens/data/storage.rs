//! Where everything is kept, how much room is left, and a copy to take away.

use leptos::prelude::*;

use crate::store::web::WebStorage;
use crate::store::{ENTRIES_MAX, UNITS_MAX, units_used};
use crate::ui::export::download_book;
use crate::ui::session::{Session, lang};

pub fn storage() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let used = move || {
        session.book.track();
        let used = units_used(&WebStorage::connect()).ok()?;
        Some(lang.storage_used(used, (used * 100).div_ceil(UNITS_MAX)))
    };
    let count = move || lang.storage_count(&lang.entries(session.book.with(|book| book.len())));
    view! {
        <section class="card">
            <h2>{lang.storage_title()}</h2>
            <p>{lang.storage_lead()}</p>
            <p class="soft">{count} " · " {used} " · " {lang.storage_capacity(ENTRIES_MAX)}</p>
            <button type="button" data-testid="data-download" on:click=move |_| download_book(session)>
                {lang.download_copy()}
            </button>
        </section>
    }
    .into_any()
}
