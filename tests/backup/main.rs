//! Backups: what is written is what is read, in a form that is documented, and restoring adds
//! without taking away.

mod any_book;
mod errors;
mod restoring;
// Shared with the tests of the store, which use more of it.
#[allow(dead_code)]
#[path = "../store/sample.rs"]
mod sample;
mod schema;

use proptest::prelude::*;
use xueshi::book::Book;
use xueshi::exchange::backup::{About, Backup, book_as_json, read_backup};

const MADE: &str = "2026-11-21T09:30";

fn written(book: &Book) -> String {
    book_as_json(book, About { made: MADE, demo: false })
}

fn backup(book: &Book) -> Backup {
    read_backup(&written(book)).unwrap()
}

#[test]
fn a_backup_is_read_back_with_what_it_says_of_itself() {
    let book = sample::book(100);
    assert_eq!(backup(&book), Backup { book: book.clone(), made: MADE.into(), demo: false });
    let demo = read_backup(&book_as_json(&book, About { made: MADE, demo: true })).unwrap();
    assert_eq!((demo.demo, demo.book), (true, book));
    let marked = format!("\u{FEFF}{}", written(&Book::default()));
    assert_eq!(read_backup(&marked).unwrap().book, Book::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_book_comes_back(book in any_book::books()) {
        prop_assert_eq!(backup(&book).book, book);
    }
}
