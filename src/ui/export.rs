//! Handing a file to the person.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::exchange::backup::{About, book_as_json};
use crate::store::quarantined;
use crate::store::web::WebStorage;
use crate::ui::clock;
use crate::ui::session::Session;

/// The whole open book as readable JSON.
pub fn download_book(session: Session) {
    let text = session
        .book
        .with_untracked(|book| book_as_json(book, About { made: &clock::now(), demo: session.is_demo() }));
    save_text(&format!("xueshi-{}.json", clock::today()), "application/json", &text);
}

/// Everything that could not be read, as it was found.
pub fn download_quarantine(_session: Session) {
    let found = quarantined(&WebStorage::connect()).unwrap_or_default();
    let text: Vec<String> =
        found.into_iter().map(|item| format!("# {} · {}\n{}\n", item.origin, item.when, item.text)).collect();
    save_text(&format!("xueshi-unreadable-{}.txt", clock::today()), "text/plain", &text.join("\n"));
}

/// Offers a text as a download. Where downloads are dead the browser says so itself.
fn save_text(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a") {
        let link: web_sys::HtmlAnchorElement = link.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(&url);
}
