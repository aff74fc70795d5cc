//! Records: the table of entries, the form of one entry, and the review of an import.

mod converted;
mod entry_sheet;
mod field_views;
mod filters;
mod import_rows;
mod import_sheet;
mod quick;
mod table;
mod templates;

use crate::ui::view::prelude::*;

use crate::report::records::rows;
use crate::ui::session::{RecordsView, Session, lang};

pub use entry_sheet::EntrySheet;
pub use import_sheet::ImportSheet;

/// Rows drawn at first: so few that every act on the table is drawn anew within a blink. Whoever
/// asks for more gets them in larger steps.
const FIRST: usize = 50;
const STEP: usize = 200;

#[component]
pub fn Records() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let RecordsView { filter, sort } = session.records;
    let limit = RwSignal::new(FIRST);
    let found =
        Memo::new(move |_| session.book.with(|book| filter.with(|filter| rows(book, filter, sort.get()))));
    view! {
        <header class="bar">
            <h1>{lang.records_title()}</h1>
            <span class="spacer"></span>
            <button type="button" data-testid="import-open" on:click=move |_| session.open_import()>
                {lang.paste_from_sheet()}
            </button>
            <button type="button" class="primary" data-testid="record-add" on:click=move |_| session.new_entry()>
                {lang.add_entry()}
            </button>
        </header>
        <quick::QuickEntry />
        {templates::templates()}
        {filters::filters(session, limit)}
        <section class="card flush">
            {move || found.with(|years| table::table(session, years, limit))}
        </section>
    }
}
