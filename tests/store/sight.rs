//! The first sight of a book: right or nothing, and never a write.

use std::collections::BTreeMap;

use xueshi::book::Book;
use xueshi::store::memory::Memory;
use xueshi::store::{Sight, State, Store};

use crate::damage::{lived_in, spoil};
use crate::sample::{NOW, Seeded, edit, entry, me, open};

fn see(memory: &Memory) -> (Store<Memory>, Option<Book>) {
    let mut sight = Sight::of(memory.clone(), me());
    while sight.read(1) {}
    sight.finish()
}

#[test]
fn a_whole_book_is_seen_at_once_and_goes_on_as_if_opened() {
    let (texts, book) = lived_in();
    let memory = Memory::from_texts(texts.clone());
    let (mut store, seen) = see(&memory);
    assert_eq!(seen.as_ref(), Some(&book));
    assert_eq!(memory.texts(), texts, "looking writes nothing");
    assert!(store.complete(&book, NOW).is_none(), "nothing more is to be told");
    assert_eq!(store.state(), State::Saved);
    assert_eq!(store.recoveries().len(), 2, "both recovery points are known");

    // One entry changed is one part and a head, as after any other opening.
    let mut later = book.clone();
    let change = edit(&mut later, 3, "看过之后");
    let saved = store.save(&later, &change, NOW).unwrap();
    let (mut opened, _) = open(&Memory::from_texts(texts));
    let as_usual = opened.save(&later, &change, NOW).unwrap();
    assert_eq!(saved, as_usual);
    assert_eq!(open(&memory).1.book, later);
}

#[test]
fn a_new_book_is_seen_to_be_empty() {
    let memory = Memory::from_texts(BTreeMap::new());
    let (mut store, seen) = see(&memory);
    assert_eq!(seen, Some(Book::default()));
    assert!(store.complete(&Book::default(), NOW).is_none());
    let mut book = Book::default();
    let change = book.put(vec![entry(0)]);
    store.save(&book, &change, NOW).unwrap();
    assert_eq!(open(&memory).1.book, book);
}

#[test]
fn what_another_tab_saves_before_the_opening_is_complete_is_taken_over() {
    let (texts, book) = lived_in();
    let memory = Memory::from_texts(texts);
    let (mut store, _) = see(&memory);
    let mut theirs = book.clone();
    let change = edit(&mut theirs, 5, "另一个标签页");
    open(&memory).0.save(&theirs, &change, NOW).unwrap();
    let opened = store.complete(&book, NOW).expect("the book is not as it was seen");
    assert_eq!(opened.book, theirs);
}

#[test]
fn what_another_tab_saves_while_a_long_book_is_read_is_not_mixed_with_it() {
    let (texts, book) = lived_in();
    let memory = Memory::from_texts(texts);
    let mut sight = Sight::of(memory.clone(), me());
    let parts = sight.left();
    assert!(sight.read(1), "the book has more than one part");
    assert_eq!(sight.left(), parts - 1);
    let mut theirs = book.clone();
    let change = edit(&mut theirs, 5, "另一个标签页");
    open(&memory).0.save(&theirs, &change, NOW).unwrap();
    while sight.read(1) {}
    let (mut store, seen) = sight.finish();
    assert_eq!(seen, None);
    let opened = store.complete(&Book::default(), NOW).expect("it was not seen");
    assert_eq!(opened.book, theirs);
}

#[test]
fn a_book_that_was_not_read_to_its_end_is_not_seen() {
    let (texts, _) = lived_in();
    let mut sight = Sight::of(Memory::from_texts(texts), me());
    assert!(sight.read(1));
    assert_eq!(sight.finish().1, None);
}

#[test]
fn damage_is_never_taken_for_a_whole_book_and_completing_tells_all_that_opening_tells() {
    let (texts, book) = lived_in();
    let keys: Vec<_> = texts.keys().cloned().collect();
    let (mut refused, mut seen_whole) = (0, 0);
    for case in 0..400 {
        let mut seeded = Seeded::new(case);
        let mut spoilt = texts.clone();
        let key = &keys[seeded.below(keys.len())];
        match seeded.below(8) {
            0 => drop(spoilt.remove(key)),
            _ => drop(spoilt.insert(key.clone(), spoil(&texts[key], &mut seeded))),
        }
        let memory = Memory::from_texts(spoilt.clone());
        let (mut store, seen) = see(&memory);
        assert_eq!(memory.texts(), spoilt, "case {case}: looking writes nothing");
        match &seen {
            // Then the damage is not in what the book is made of.
            Some(seen) => assert_eq!(*seen, book, "case {case}: {key}"),
            None => refused += 1,
        }
        let (opened, usual) = open(&Memory::from_texts(spoilt));
        let seen = seen.unwrap_or_default();
        match store.complete(&seen, NOW) {
            // A tab that looked once leaves in doubt what `open` looks at again.
            Some(_) if store.is_in_doubt() => {
                let taken = store.take_over(&seen, NOW, &mut || panic!("no copy is made"));
                assert_eq!(taken.opened.book, usual.book, "case {case}: {key}");
                assert_eq!(taken.opened.missing, usual.missing, "case {case}: {key}");
            }
            Some(told) => assert_eq!(told.book, usual.book, "case {case}: {key}"),
            None => {
                seen_whole += 1;
                assert_eq!(usual.book, seen, "case {case}: {key}");
            }
        }
        assert_eq!(store.state(), opened.state(), "case {case}: {key}");
    }
    assert!(refused > 50 && seen_whole > 50, "both happen: {refused} refused, {seen_whole} seen whole");
}
