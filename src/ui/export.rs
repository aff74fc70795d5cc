//! Handing a file or a text to the person.

use crate::ui::view::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::book::Book;
use crate::exchange::backup::{About, book_as_json};
use crate::exchange::{notice, pack};
use crate::rules::Notice;
use crate::store::web::WebStorage;
use crate::store::{BookId, Quarantined, quarantined};
use crate::ui::clock;
use crate::ui::member::member;
use crate::ui::session::Session;
use crate::ui::share::for_sheet;

/// The whole open book as readable JSON.
pub fn book_text(session: Session) -> String {
    session.book.with_untracked(|book| text_of(session, book))
}

fn text_of(session: Session, book: &Book) -> String {
    let demo = session.book_id.with_untracked(BookId::is_demo);
    book_as_json(book, About { made: &clock::now(), demo })
}

pub fn download_book(session: Session) {
    let demo = if session.book_id.with_untracked(BookId::is_demo) { "demo-" } else { "" };
    let name = format!("xueshi-{demo}{}.json", clock::today());
    save_text(session, &name, "application/json", &book_text(session));
    session.note_backup();
}

/// The book as a recovery point has it.
pub fn download_recovered(session: Session, number: u32, kept_at: &str) {
    let Some(book) = session.recovered(number) else { return session.tell_not_whole() };
    let day = kept_at.get(..10).unwrap_or_default();
    save_text(session, &format!("xueshi-{day}-{number}.json"), "application/json", &text_of(session, &book));
}

/// Everything that could not be read, as it was found.
pub fn download_quarantine(session: Session) {
    let found = quarantined(&WebStorage::connect()).unwrap_or_default();
    let text: Vec<String> =
        found.into_iter().map(|item| format!("# {} · {}\n{}\n", item.origin, item.when, item.text)).collect();
    save_text(session, &format!("xueshi-unreadable-{}.txt", clock::today()), "text/plain", &text.join("\n"));
}

/// The conversion rules as a pack to hand on, published by the person's unit.
pub fn download_pack(session: Session) {
    let lang = session.language.get_untracked();
    let text = session.book.with_untracked(|book| {
        let unit = Some(book.profile().unit.as_str()).filter(|unit| !unit.is_empty());
        let publisher = unit.unwrap_or(lang.pack_own_publisher());
        pack::write(book.conversions(), lang.pack_own_title(), publisher, &clock::today().to_string())
    });
    save_text(session, &format!("xueshi-rules-{}.json", clock::today()), "application/json", &text);
}

/// An imported notice, as it can be handed on.
pub fn download_notice(session: Session, imported: &Notice) {
    let place = imported.city.map_or("province", |city| city.code());
    let name = format!("xueshi-notice-{}-{place}.json", imported.year);
    save_text(session, &name, "application/json", &notice::write(imported));
}

/// One text that could not be read, word for word.
pub fn download_unreadable(session: Session, item: &Quarantined) {
    save_text(session, "xueshi-unreadable.txt", "text/plain", &item.text);
}

/// Puts a text on the clipboard; `done` runs when it is there. Where the browser has no clipboard
/// the text stands on the screen to be copied by hand.
pub fn copy_text(text: &str, done: impl FnOnce() + 'static) {
    let navigator = window().navigator();
    if member(navigator.as_ref(), "clipboard").is_none() {
        return;
    }
    let written = navigator.clipboard().write_text(text);
    leptos::task::spawn_local(async move {
        if wasm_bindgen_futures::JsFuture::from(written).await.is_ok() {
            done();
        }
    });
}

/// Offers a text as a download.
fn save_text(session: Session, name: &str, kind: &str, text: &str) {
    save(session, name, kind, &JsValue::from_str(text));
}

/// Offers bytes as a download.
pub fn save_bytes(session: Session, name: &str, kind: &str, bytes: &[u8]) {
    save(session, name, kind, &js_sys::Uint8Array::from(bytes));
}

/// Where downloads are dead the browser says so itself. Where files can be shared this one is then
/// offered for it: the sheet opens from a press only, and a file takes its time to be made.
fn save(session: Session, name: &str, kind: &str, content: &JsValue) {
    let parts = js_sys::Array::of1(content);
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_buffer_source_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a") {
        let link: web_sys::HtmlAnchorElement = link.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
    session.to_share.set(for_sheet(&blob, name, kind));
}
