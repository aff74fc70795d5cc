//! The books that the page is measured with: `bench-books FOLDER COUNT…` writes one file for each
//! count of entries, `{key: text}` as the browser's storage holds them.

#[path = "../../engine/src/generator.rs"]
mod generator;

use generator::{conversions, entries};
use serde_json::{Map, Value};
use xueshi::book::{Book, Profile};
use xueshi::rules::{self, City};
use xueshi::store::memory::Memory;
use xueshi::store::{BookId, Store};

const SEED: u64 = 1;
const SAVED_AT: &str = "2026-11-21T09:00:00+08:00";
/// The id of the first person's book.
const BOOK: &str = "main";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (folder, counts) = words.split_first().expect("a folder, then the counts of entries");
    for count in counts {
        let texts = book(count.parse().expect("a count"));
        std::fs::write(format!("{folder}/book-{count}.json"), Value::from(texts).to_string())
            .expect("a folder to write in");
    }
}

/// A storage with one person's book of so many entries; without any, an empty storage.
fn book(count: usize) -> Map<String, Value> {
    let memory = Memory::new();
    let mut book = Book::default();
    let profile = Profile { name: "王小明".into(), city: City::Luan, ..Profile::default() };
    let mut change = book.put(entries(count, SEED));
    change.profile = book.set_profile(profile).profile;
    change.conversions = book.set_conversions(conversions()).conversions;
    if count > 0 {
        let id = BookId::new(BOOK).expect("a book's id");
        let (mut store, _) = Store::open(memory.clone(), id, SAVED_AT);
        store.save(&book, &change, SAVED_AT).expect("there is space");
    }
    memory.texts().into_iter().map(|(key, text)| (key, Value::from(text))).collect()
}
