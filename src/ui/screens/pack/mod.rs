//! The window pack: for now, the way from office to office.

mod stamps;

use crate::ui::view::prelude::*;

use crate::report::stamps::stamp_view;
use crate::ui::session::{Session, lang};

pub use stamps::stamps_in_short;

#[component]
pub fn Pack() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let found = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| session.rulebook.with_value(|rulebook| stamp_view(book, rulebook, today)))
    });
    view! {
        <header class="bar"><h1>{lang.pack_title()}</h1></header>
        {move || stamps::stamps(&found.get())}
    }
}
