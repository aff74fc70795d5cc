//! The store on the browser's own localStorage: what the native tests run on a stand-in.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use xueshi::book::{Book, Draft};
use xueshi::rules::{EntryId, date::day};
use xueshi::store::web::WebStorage;
use xueshi::store::{BookId, KeyValue, State, Store};

wasm_bindgen_test_configure!(run_in_browser);

const NOW: &str = "2026-11-21T10:42";

fn a_book_with(titles: &[&str]) -> (Book, xueshi::book::Change) {
    let mut book = Book::default();
    let entries = titles.iter().enumerate().map(|(index, title)| {
        let draft = Draft {
            title: (*title).into(),
            subject: "public".into(),
            end: "2026-03-05".into(),
            hours: "4.5".into(),
            ..Draft::default()
        };
        draft.check(day(2026, 11, 21)).expect("a sound draft").with_id(EntryId(index as u64 + 1))
    });
    let entries: Vec<_> = entries.collect();
    let change = book.put(entries);
    (book, change)
}

#[wasm_bindgen_test]
fn what_is_saved_is_read_again() {
    let id = BookId::new("browser-test").expect("a sound id");
    let (mut store, opened) = Store::open(WebStorage::connect(), id.clone(), NOW);
    assert!(opened.book.is_empty());
    let (book, change) = a_book_with(&["数字素养", "“引号”与😀"]);
    let saved = store.save(&book, &change, NOW).expect("room in the browser's storage");
    assert!(saved.units_written > 0);

    let (again, reopened) = Store::open(WebStorage::connect(), id, NOW);
    assert_eq!(reopened.book, book);
    assert_eq!(again.state(), State::Saved);
}

#[wasm_bindgen_test]
fn the_keys_of_other_apps_are_left_alone() {
    let storage = WebStorage::connect();
    storage.set("somebody-elses", "text").expect("room");
    let id = BookId::new("neighbour-test").expect("a sound id");
    let (mut store, _) = Store::open(WebStorage::connect(), id, NOW);
    let (book, change) = a_book_with(&["一条"]);
    store.save(&book, &change, NOW).expect("room");
    assert_eq!(storage.get("somebody-elses"), Ok(Some("text".into())));
}

#[wasm_bindgen_test]
fn a_full_storage_is_recognised_as_full() {
    let storage = WebStorage::connect();
    let much = "x".repeat(6_000_000);
    assert_eq!(storage.set("much-too-much", &much), Err(xueshi::store::PortError::Full));
}

#[wasm_bindgen_test]
fn a_text_is_measured_as_the_browser_counts_it() {
    let storage = WebStorage::connect();
    // One unit for each letter and each of the Chinese characters, two for the picture.
    storage.set("xueshi/measured", "ab学时😀").expect("room");
    assert_eq!(storage.length("xueshi/measured"), Ok(6));
    assert_eq!(storage.length("xueshi/not-there"), Ok(0));
    storage.remove("xueshi/measured").expect("removed");
}
