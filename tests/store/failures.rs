//! The storage may refuse a write, or lie about it.

use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{PortError, Reason, SaveError, State};

use crate::sample::{NOW, edit, entry, open, stored, take_over, whole};

#[test]
fn a_write_that_fails_at_any_place_leaves_the_old_book_and_the_change_pending() {
    for (error, state) in [
        (PortError::Full, State::Full),
        (PortError::Blocked, State::Blocked),
        (PortError::Other("Odd".to_owned()), State::Unsaved),
    ] {
        for at in 0.. {
            let (memory, old) = stored(100);
            let (mut store, _) = open(&memory);
            let mut new = old.clone();
            let mut change = edit(&mut new, 3, "改过");
            change.entries.extend(new.put((500..600).map(entry)).entries);
            memory.fail(Faults { failing_write: Some((at, error.clone())), ..Faults::default() });
            let result = store.save(&new, &change, NOW);
            if memory.writes() <= at {
                assert!(at > 2 && result.is_ok());
                break;
            }
            if result.is_ok() {
                // Something gave way and the write was tried again.
                assert_eq!(error, PortError::Full);
                assert_eq!(open(&memory).1.book, new);
                continue;
            }
            assert_eq!(store.state(), state);
            assert_eq!(store.pending().entries.len(), 101);
            memory.fail(Faults::default());
            let (_, opened) = open(&memory);
            assert_eq!((opened.state, opened.book == old), (State::Saved, true), "write {at}");
            // The next change takes the earlier one along.
            let next = edit(&mut new, 50, "后来");
            store.save(&new, &next, NOW).unwrap();
            assert_eq!(store.state(), State::Saved);
            assert_eq!(open(&memory).1.book, new);
        }
    }
}

#[test]
fn a_storage_that_is_full_at_any_size_keeps_the_old_book_or_takes_the_new_one() {
    let (memory, old) = stored(100);
    let mut new = old.clone();
    let mut change = edit(&mut new, 3, "改过");
    change.entries.extend(new.put((500..600).map(entry)).entries);
    let mut ends = [0, 0];
    for more in (0..60_000).step_by(997) {
        let copy = Memory::from_texts(memory.texts());
        let (mut store, _) = open(&copy);
        copy.fail(Faults { quota: Some(memory.units() + more), ..Faults::default() });
        let saved = store.save(&new, &change, NOW);
        let (_, opened) = open(&copy);
        assert_eq!(opened.state, State::Saved);
        match saved {
            Ok(_) => assert_eq!(opened.book, new, "{more}"),
            Err(why) => {
                assert_eq!((why, store.state()), (SaveError::Full, State::Full));
                assert_eq!(opened.book, old, "{more}");
                assert!(copy.units() <= memory.units(), "a failed save takes its parts back");
            }
        }
        ends[usize::from(opened.book == new)] += 1;
    }
    assert!(ends[0] > 3 && ends[1] > 3, "{ends:?}");
}

#[test]
fn a_write_that_silently_stores_something_else_is_noticed() {
    for lie in ["", "x", "{}", r#"{"app":"xueshi","schema":1}"#] {
        for at in 0..4 {
            let (memory, old) = stored(100);
            let (mut store, _) = open(&memory);
            let mut new = old.clone();
            let mut change = edit(&mut new, 3, "改过");
            change.entries.extend(edit(&mut new, 40, "改过").entries);
            change.profile = new.set_profile(Default::default()).profile;
            memory.fail(Faults { lying_write: Some((at, lie.to_owned())), ..Faults::default() });
            let result = store.save(&new, &change, NOW);
            if memory.writes() <= at {
                assert!(result.is_ok());
                continue;
            }
            assert!(matches!(result, Err(SaveError::Mismatch { .. })), "write {at}: {result:?}");
            assert_eq!(store.state(), State::Unsaved);
            let (_, opened) = open(&memory);
            assert_eq!((opened.state, opened.book == old), (State::Saved, true), "write {at}");
            store.save(&new, &Default::default(), NOW).unwrap();
            assert_eq!(open(&memory).1.book, new);
        }
    }
}

#[test]
fn blocked_storage_opens_an_empty_book_that_says_so_and_keeps_changes_in_memory() {
    let memory = Memory::new();
    memory.fail(Faults { blocked: true, ..Faults::default() });
    let (mut store, opened) = open(&memory);
    assert_eq!(opened.state, State::Blocked);
    let mut book = opened.book;
    let change = book.put([entry(1)]);
    assert_eq!(store.save(&book, &change, NOW), Err(SaveError::Blocked));
    assert_eq!((store.state(), store.pending().entries.len()), (State::Blocked, 1));
    // The person allows storage: what was pending is carried over.
    memory.fail(Faults::default());
    let stored = take_over(&mut store, &book);
    store.save(&stored, &Default::default(), NOW).unwrap();
    assert_eq!((store.state(), open(&memory).1.book), (State::Saved, book));
}

#[test]
fn recovery_points_give_way_to_records() {
    let (memory, mut book) = stored(100);
    let (mut store, _) = open(&memory);
    for round in 0..5 {
        store.mark(Reason::Day, NOW).unwrap();
        let change = edit(&mut book, 10 * round, "又一天");
        store.save(&book, &change, NOW).unwrap();
    }
    memory.fail(Faults { quota: Some(memory.units() + 500), ..Faults::default() });
    let change = book.put((700..750).map(entry));
    store.save(&book, &change, NOW).unwrap();
    let left = store.recoveries();
    assert!(left.len() < 5, "some gave way");
    assert!(left.iter().all(|kept| kept.number > 5 - left.len() as u32), "the oldest first");
    let (store, opened) = open(&memory);
    assert_eq!((opened.state, opened.book == book), (State::Saved, true));
    for kept in store.recoveries() {
        assert!(store.recovered(kept.number).is_ok(), "what is left is whole");
    }
}

#[test]
fn a_change_that_the_caller_forgot_to_tell_is_saved_all_the_same() {
    let (memory, mut book) = stored(100);
    let (mut store, _) = open(&memory);
    book.put([entry(300)]);
    let change = edit(&mut book, 1, "说了");
    store.save(&book, &change, NOW).unwrap();
    assert_eq!(open(&memory).1.book, book);
    let first = book.entries().next().unwrap().id;
    book.remove(&[first]);
    store.save(&book, &whole(&book), NOW).unwrap();
    assert_eq!(open(&memory).1.book, book);
}
