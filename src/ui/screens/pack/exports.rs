//! The same papers as files.

use crate::ui::view::prelude::*;

use super::Desk;
use crate::ui::atoms::{export_button, export_status};
use crate::ui::export::download_book;
use crate::ui::session::{Export, Session, lang};

pub fn exports(session: Session, desk: Desk) -> AnyView {
    let lang = lang();
    let scope = move || desk.scope.get_untracked();
    view! {
        {export_button(Export::Workbook, lang.pack_export_xlsx(), scope)}
        {export_button(Export::Csv, lang.pack_export_csv(), scope)}
        {export_button(Export::Calendar, lang.pack_export_ics(), scope)}
        <button type="button" data-testid="export-json" on:click=move |_| download_book(session)>
            {lang.pack_export_json()}
        </button>
        {export_status()}
    }
    .into_any()
}
