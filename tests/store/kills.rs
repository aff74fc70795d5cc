//! The process may end at any operation.

use xueshi::book::Book;
use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{Reason, State, Store};

use crate::sample::{self, NOW, edit, entry, open, stored, whole};

/// Runs `act` once whole, then once for every operation at which it may be stopped; what is
/// found afterwards must be one of the two books, and must go on working.
fn survives(memory: &Memory, old: &Book, new: &Book, act: impl Fn(&mut Store<Memory>)) -> [usize; 2] {
    let run = |killed_at| {
        let copy = Memory::from_texts(memory.texts());
        let (mut store, _) = open(&copy);
        copy.fail(Faults { killed_at, ..Faults::default() });
        act(&mut store);
        let operations = copy.operations();
        copy.fail(Faults::default());
        (copy, operations)
    };
    let (_, operations) = run(None);
    let mut found = [0, 0];
    for at in 0..=operations {
        let (copy, _) = run(Some(at));
        let (mut store, opened) = open(&copy);
        assert_eq!(opened.state, State::Saved, "killed at {at}: {:?}", opened.quarantine);
        assert!(opened.book == *old || opened.book == *new, "killed at {at}: neither old nor new");
        found[usize::from(opened.book == *new)] += 1;
        let mut book = opened.book;
        let change = book.put([entry(900_000)]);
        store.save(&book, &change, NOW).unwrap();
        assert_eq!(open(&copy).1.book, book, "killed at {at}, then saved");
    }
    found
}

#[test]
fn a_save_that_is_killed_at_any_operation_leaves_the_old_book_or_the_new_one() {
    let (memory, old) = stored(200);
    let mut new = old.clone();
    let mut change = edit(&mut new, 5, "改过");
    for part in [
        edit(&mut new, 150, "也改过"),
        new.remove(&[old.entries().nth(7).unwrap().id]),
        new.put((1000..1100).map(entry)),
    ] {
        change.entries.extend(part.entries);
    }
    let mut profile = new.profile().clone();
    profile.name = "王大明".to_owned();
    change.profile = new.set_profile(profile).profile;
    let [olds, news] = survives(&memory, &old, &new, |store| drop(store.save(&new, &change, NOW)));
    assert!(olds > 10 && news > 1, "{olds} {news}");
}

#[test]
fn the_very_first_save_leaves_nothing_or_everything() {
    let new = sample::book(150);
    let change = whole(&new);
    survives(&Memory::new(), &Book::default(), &new, |store| drop(store.save(&new, &change, NOW)));
}

#[test]
fn keeping_and_restoring_a_recovery_point_may_be_killed_too() {
    let (memory, old) = stored(150);
    let (mut store, _) = open(&memory);
    let kept = store.mark(Reason::DeleteMany, NOW).unwrap().unwrap();
    let mut less = old.clone();
    let ids: Vec<_> = old.entries().take(100).map(|entry| entry.id).collect();
    let change = less.remove(&ids);
    store.save(&less, &change, NOW).unwrap();
    survives(&memory, &less, &less, |store| drop(store.mark(Reason::Day, NOW)));
    let [olds, news] = survives(&memory, &less, &old, |store| drop(store.restore(kept, NOW)));
    assert!(olds > 1 && news > 1);
}

#[test]
fn a_save_without_space_that_is_killed_while_it_makes_room_leaves_a_whole_book() {
    let (memory, mut book) = stored(150);
    let (mut store, _) = open(&memory);
    for round in 0..4 {
        store.mark(Reason::Day, NOW).unwrap();
        let change = edit(&mut book, 30 * round, "又一天");
        store.save(&book, &change, NOW).unwrap();
    }
    let mut new = book.clone();
    let change = new.put((2000..2100).map(entry));
    let quota = Some(memory.units() + 100);
    for at in 0..200 {
        let copy = Memory::from_texts(memory.texts());
        let (mut store, _) = open(&copy);
        copy.fail(Faults { quota, killed_at: Some(at), ..Faults::default() });
        let _ = store.save(&new, &change, NOW);
        copy.fail(Faults::default());
        let (_, opened) = open(&copy);
        assert_eq!(opened.state, State::Saved, "{at}");
        assert!(opened.book == book || opened.book == new, "{at}");
    }
}

#[test]
fn putting_damage_aside_may_be_killed_too() {
    let (memory, book) = stored(100);
    let mut texts = memory.texts();
    let key = texts.keys().rfind(|key| key.contains("/p/1.")).unwrap().clone();
    texts.insert(key.clone(), "乱码".to_owned());
    for at in 0..60 {
        let copy = Memory::from_texts(texts.clone());
        copy.fail(Faults { killed_at: Some(at), ..Faults::default() });
        let _ = open(&copy);
        copy.fail(Faults::default());
        let (_, opened) = open(&copy);
        assert_eq!(opened.state, State::Quarantined, "{at}");
        assert_eq!(opened.book.len() as u64 + opened.missing, book.len() as u64, "{at}");
        assert!(copy.texts().values().any(|text| text.ends_with("乱码")), "{at}");
    }
}
