//! How much fits, and what a save costs. The figures stand in docs/storage.md.

use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{ENTRIES_MAX, State, UNITS_MAX, units_used};

use crate::sample::{NOW, book, edit, entry, open, whole};

#[test]
fn ten_thousand_entries_fit_twice_over_and_saving_one_rewrites_a_bounded_part() {
    let memory = Memory::new();
    memory.fail(Faults { quota: Some(UNITS_MAX), ..Faults::default() });
    let mut book = book(ENTRIES_MAX as u64);
    let (mut store, _) = open(&memory);
    store.save(&book, &whole(&book), NOW).unwrap();
    let used = units_used(&memory).unwrap();
    assert_eq!(used, memory.units());
    let texts = memory.texts();
    let head = texts.iter().filter(|(key, _)| key.contains("/head.")).map(|(_, text)| text.len()).max();
    println!("{used} units for {ENTRIES_MAX} entries: {} each; head {head:?}", used / ENTRIES_MAX);
    assert!(used < UNITS_MAX / 2, "{used}");

    let written = memory.units_written();
    let change = edit(&mut book, 5000, "改过");
    let saved = store.save(&book, &change, NOW).unwrap();
    println!("{} units to save one edit", saved.units_written);
    assert_eq!(saved.units_written, memory.units_written() - written, "as the storage counts");
    assert!(saved.units_written < 40_000, "{}", saved.units_written);
    let change = book.put([entry(20_000)]);
    let saved = store.save(&book, &change, NOW).unwrap();
    println!("{} units to save one new entry", saved.units_written);
    assert!(saved.units_written < 40_000, "{}", saved.units_written);

    // A save that rewrites every entry fits beside the old book.
    let all: Vec<_> = book
        .entries()
        .map(|entry| {
            let mut entry = (**entry).clone();
            entry.remarks = "全部改过".to_owned();
            entry
        })
        .collect();
    let change = book.put(all);
    store.save(&book, &change, NOW).unwrap();
    let (_, opened) = open(&memory);
    assert_eq!((opened.state, opened.book == book), (State::Saved, true));
}

#[test]
fn how_many_entries_five_million_units_hold_at_most() {
    let memory = Memory::new();
    memory.fail(Faults { quota: Some(UNITS_MAX), ..Faults::default() });
    let (mut store, mut held) = (open(&memory).0, book(0));
    let mut reached = 0;
    for thousand in 0..40 {
        let change = held.put((thousand * 1000..(thousand + 1) * 1000).map(entry));
        if store.save(&held, &change, NOW).is_err() {
            break;
        }
        reached = held.len();
    }
    println!("{reached} entries, thousand by thousand, before the storage was full");
    assert!(reached >= 2 * ENTRIES_MAX, "{reached}");
    let (_, opened) = open(&memory);
    assert_eq!((opened.state, opened.book.len()), (State::Saved, reached));
}
