//! Recovery points.

use xueshi::store::memory::Faults;
use xueshi::store::{PortError, Reason, SaveError, State};

use crate::sample::{NOW, book, edit, open, stored, whole};

#[test]
fn a_recovery_point_brings_the_book_back_and_keeps_what_was_there_before() {
    let (memory, old) = stored(200);
    let (mut store, _) = open(&memory);
    let kept = store.mark(Reason::Import, "2026-11-21T10:00:00+08:00").unwrap().unwrap();
    let mut new = old.clone();
    let ids: Vec<_> = old.entries().skip(20).map(|entry| entry.id).collect();
    let mut change = new.remove(&ids);
    change.profile = new.set_profile(Default::default()).profile;
    change.conversions = new.set_conversions(Vec::new()).conversions;
    store.save(&new, &change, NOW).unwrap();

    let (mut store, _) = open(&memory);
    let listed = &store.recoveries()[0];
    assert_eq!((listed.number, listed.reason, listed.entries), (kept, Reason::Import, 200));
    assert_eq!(listed.kept_at, "2026-11-21T10:00:00+08:00");
    assert_eq!(store.recovered(kept).unwrap(), old);
    assert_eq!(store.restore(kept, NOW).unwrap(), old);
    assert_eq!(open(&memory).1.book, old);
    // The restoring can itself be undone.
    let made = store.recoveries()[0].clone();
    assert_eq!((made.reason, made.entries), (Reason::Restore, 20));
    assert_eq!(store.restore(made.number, NOW).unwrap(), new);
    assert_eq!((store.state(), open(&memory).1.book), (State::Saved, new));
}

#[test]
fn recovery_points_share_what_did_not_change() {
    let (memory, mut book) = stored(2000);
    let (mut store, _) = open(&memory);
    let before = memory.units();
    for round in 0..5 {
        store.mark(Reason::Day, NOW).unwrap();
        let change = edit(&mut book, 300 * round, "又一天");
        store.save(&book, &change, NOW).unwrap();
    }
    let each = (memory.units() - before) / 5;
    println!("{each} units for a recovery point of {before}");
    assert!(each < 20_000 && each * 20 < before, "{each}");
}

#[test]
fn twenty_recovery_points_are_kept_and_restoring_the_oldest_works_though_it_gives_way() {
    let (memory, mut book) = stored(100);
    let (mut store, _) = open(&memory);
    let mut states = Vec::new();
    for round in 0..25 {
        states.push(book.clone());
        store.mark(Reason::Day, NOW).unwrap();
        let change = edit(&mut book, 4 * round, "又一天");
        store.save(&book, &change, NOW).unwrap();
    }
    let kept = store.recoveries();
    assert_eq!((kept.len(), kept[0].number, kept[19].number), (20, 25, 6));
    for point in &kept {
        assert_eq!(store.recovered(point.number).unwrap(), states[point.number as usize - 1]);
    }
    assert_eq!(store.restore(6, NOW).unwrap(), states[5]);
    assert_eq!(store.recoveries().last().unwrap().number, 7);
    let (_, opened) = open(&memory);
    assert_eq!((opened.state, opened.book == states[5]), (State::Saved, true));
}

#[test]
fn nothing_is_kept_of_a_book_that_was_never_saved() {
    let memory = Default::default();
    let (mut store, _) = open(&memory);
    assert_eq!(store.mark(Reason::Day, NOW), Ok(None));
    assert!(memory.texts().is_empty());
    let book = book(1);
    store.save(&book, &whole(&book), NOW).unwrap();
    assert_eq!(store.mark(Reason::Day, NOW), Ok(Some(1)));
}

#[test]
fn parts_that_nothing_refers_to_do_not_pile_up() {
    let (memory, mut book) = stored(100);
    let (mut store, _) = open(&memory);
    for round in 0..50 {
        let change = edit(&mut book, round, "改过");
        store.save(&book, &change, NOW).unwrap();
    }
    let parts = memory.texts().keys().filter(|key| key.contains("/p/")).count();
    assert!(parts <= 4, "{parts}: two for the entries, one for the person, one of the previous revision");
}

#[test]
fn nothing_is_restored_over_work_that_is_not_saved_yet() {
    let (memory, mut book) = stored(10);
    let (mut store, _) = open(&memory);
    let kept = store.mark(Reason::Day, NOW).unwrap().unwrap();
    let change = edit(&mut book, 1, "没存上");
    memory.fail(Faults { failing_write: Some((0, PortError::Other("Odd".to_owned()))), ..Faults::default() });
    store.save(&book, &change, NOW).unwrap_err();
    assert_eq!(store.restore(kept, NOW), Err(SaveError::Unsaved));
    store.save(&book, &Default::default(), NOW).unwrap();
    assert!(store.restore(kept, NOW).is_ok());
}
