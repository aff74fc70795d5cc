//! Two tabs, one book.

use std::collections::BTreeMap;

use xueshi::book::Book;
use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{KeyValue, Reason, SaveError, State};

use crate::sample::{NOW, Seeded, edit, entry, open, stored};

#[test]
fn a_tab_behind_the_stored_revision_is_refused_reloads_and_saves_both_works() {
    let (memory, book) = stored(100);
    let ((mut one, _), (mut two, _)) = (open(&memory), open(&memory));
    let (mut ours, mut theirs) = (book.clone(), book.clone());
    let change = edit(&mut theirs, 80, "另一页");
    two.save(&theirs, &change, NOW).unwrap();
    assert!(one.is_stale() && !two.is_stale());

    let before = memory.texts();
    let mut change = edit(&mut ours, 3, "这一页");
    change.entries.extend(ours.remove(&[book.entries().nth(4).unwrap().id]).entries);
    change.profile = ours.set_profile(Default::default()).profile;
    let revision = one.revision();
    let refused = one.save(&ours, &change, NOW);
    assert_eq!(refused, Err(SaveError::Stale { ours: revision, stored: revision + 1 }));
    assert_eq!((one.state(), memory.texts() == before), (State::Unsaved, true));
    assert!(matches!(one.mark(Reason::Day, NOW), Err(SaveError::Stale { .. })));

    let mut merged = one.reload(NOW).book;
    one.pending().carry(&ours, &mut merged);
    one.save(&merged, &Default::default(), NOW).unwrap();
    let (_, opened) = open(&memory);
    assert_eq!(opened.book.len(), 99);
    assert_eq!(opened.book.entries().filter(|entry| entry.remarks.ends_with("一页")).count(), 2);
    assert_eq!(opened.book.profile(), ours.profile());
    assert_eq!(opened.book, merged);
}

#[test]
fn three_tabs_that_take_turns_for_a_hundred_saves_lose_nothing() {
    let (memory, book) = stored(70);
    let mut tabs: Vec<_> = (0..3).map(|_| (open(&memory).0, book.clone())).collect();
    let mut seeded = Seeded::new(3);
    for turn in 0..100 {
        let (store, book) = &mut tabs[seeded.below(3)];
        let change = book.put([entry(10_000 + turn)]);
        if let Err(why) = store.save(book, &change, NOW) {
            assert!(matches!(why, SaveError::Stale { .. }), "{why:?}");
            let mut merged = store.reload(NOW).book;
            store.pending().carry(book, &mut merged);
            *book = merged;
            store.save(book, &Default::default(), NOW).unwrap();
        }
        if turn % 10 == 0 {
            store.mark(Reason::Day, NOW).unwrap();
        }
    }
    let (store, opened) = open(&memory);
    assert_eq!((opened.state, opened.book.len()), (State::Saved, 170));
    assert!(store.recoveries().iter().all(|kept| store.recovered(kept.number).is_ok()));
}

#[test]
fn a_tab_that_opens_amid_another_ones_save_takes_nothing_away_from_it() {
    let (memory, book) = stored(100);
    let mut new = book.clone();
    let mut change = edit(&mut new, 3, "改过");
    change.entries.extend(edit(&mut new, 90, "改过").entries);
    // Stopped at any operation, another tab opens and closes; then the first goes on anew.
    for at in 0..20 {
        let copy = Memory::from_texts(memory.texts());
        let (mut store, _) = open(&copy);
        copy.fail(Faults { killed_at: Some(at), ..Default::default() });
        let _ = store.save(&new, &change, NOW);
        copy.fail(Default::default());
        let parts = |texts: &BTreeMap<String, String>| {
            texts.keys().filter(|key| key.contains("/p/")).cloned().collect::<Vec<_>>()
        };
        let (before, other) = (parts(&copy.texts()), open(&copy));
        let committed = other.0.revision() > 4;
        assert!(committed || parts(&copy.texts()) == before, "{at}");
    }
}

#[test]
fn without_locks_a_head_that_another_tab_wrote_in_the_same_instant_is_not_taken_back() {
    let (memory, book) = stored(10);
    let (mut ours, mut theirs) = (book.clone(), book.clone());
    let (head, _) = written_beside(&memory, &mut theirs);
    let (mut store, _) = open(&memory);
    // Our head is written second (after one part), and theirs lands on it before it is read back.
    let change = edit(&mut ours, 2, "这一页");
    memory.fail(Faults { lying_write: Some((1, head.clone())), ..Faults::default() });
    assert!(matches!(store.save(&ours, &change, NOW), Err(SaveError::Stale { .. })));
    assert!(memory.texts().values().any(|text| *text == head));
    let mut merged = store.reload(NOW).book;
    assert_eq!(merged, theirs);
    store.pending().carry(&ours, &mut merged);
    store.save(&merged, &Default::default(), NOW).unwrap();
    let (_, opened) = open(&memory);
    assert_eq!((opened.state, opened.book == merged), (State::Saved, true));
    assert_eq!(merged.entries().filter(|entry| entry.remarks.ends_with("一页")).count(), 2);
}

#[test]
fn without_locks_a_save_whose_head_another_tab_overwrote_is_pending_again() {
    let (memory, book) = stored(10);
    let (mut ours, mut theirs) = (book.clone(), book.clone());
    let (head, key) = written_beside(&memory, &mut theirs);
    let (mut store, _) = open(&memory);
    let change = edit(&mut ours, 2, "这一页");
    store.save(&ours, &change, NOW).unwrap();
    // Both had looked before either wrote; theirs came last.
    memory.set(&key, &head).unwrap();
    assert!(store.is_stale());
    let mut merged = store.reload(NOW).book;
    assert_eq!((merged == theirs, store.state()), (true, State::Unsaved));
    store.pending().carry(&ours, &mut merged);
    store.save(&merged, &Default::default(), NOW).unwrap();
    assert_eq!(merged.entries().filter(|entry| entry.remarks.ends_with("一页")).count(), 2);
    assert_eq!(open(&memory).1.book, merged);
    // What was built upon is not pending again.
    let (mut other, _) = open(&memory);
    let change = edit(&mut merged, 5, "后来");
    other.save(&merged, &change, NOW).unwrap();
    assert_eq!(store.reload(NOW).book, merged);
    assert_eq!(store.state(), State::Saved);
}

/// Another tab saves an edit of the second entry, as far as its parts; the result is the head
/// that it is about to write, and under which key.
fn written_beside(memory: &Memory, theirs: &mut Book) -> (String, String) {
    let before = memory.texts();
    let beside = Memory::from_texts(before.clone());
    let change = edit(theirs, 1, "另一页");
    open(&beside).0.save(theirs, &change, NOW).unwrap();
    let mut head = None;
    for (key, text) in beside.texts() {
        if key.contains("/p/") {
            memory.set(&key, &text).unwrap();
        } else if before[&key] != text {
            head = Some((text, key));
        }
    }
    head.unwrap()
}
