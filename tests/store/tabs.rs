//! Two tabs, one book.

use std::collections::BTreeMap;

use xueshi::book::Book;
use xueshi::rules::{Entry, EntryId};
use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{KeyValue, Reason, SaveError, State, TabClash};

use crate::sample::{NOW, Seeded, edit, entry, notice, open, stored, take_over, template};

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

    let merged = take_over(&mut one, &ours);
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
            let merged = take_over(store, book);
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
    let merged = take_over(&mut store, &ours);
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
    let mut merged = take_over(&mut store, &ours);
    assert_eq!(store.state(), State::Unsaved);
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

#[test]
fn what_both_tabs_changed_is_kept_twice_and_told() {
    let (memory, book) = stored(10);
    let nth = |number: usize| book.entries().nth(number).unwrap().id;
    let ((mut one, _), (mut two, _)) = (open(&memory), open(&memory));
    let (mut ours, mut theirs) = (book.clone(), book.clone());
    let mut change = edit(&mut theirs, 1, "另一页");
    change.entries.extend(theirs.remove(&[nth(2)]).entries);
    change.entries.extend(edit(&mut theirs, 2, "另一页改").entries);
    change.entries.extend(edit(&mut theirs, 5, "一样").entries);
    change.profile = theirs.set_profile(Default::default()).profile;
    two.save(&theirs, &change, NOW).unwrap();

    let mut change = edit(&mut ours, 1, "这一页");
    change.entries.extend(edit(&mut ours, 2, "这一页改").entries);
    change.entries.extend(ours.remove(&[nth(3)]).entries);
    change.entries.extend(edit(&mut ours, 5, "一样").entries);
    let mut profile = book.profile().clone();
    profile.name = "王大明".into();
    change.profile = ours.set_profile(profile).profile;
    assert!(matches!(one.save(&ours, &change, NOW), Err(SaveError::Stale { .. })));
    let taken = one.take_over(&ours, NOW, &mut || EntryId(77));
    let merged = taken.opened.book;
    let stays = |id: EntryId| TabClash::Stays(merged.entry(id).unwrap().clone());
    let both = TabClash::Both { ours: ours.entry(nth(1)).unwrap().clone(), copy: EntryId(77) };
    let mut clashes = vec![both, stays(nth(2)), stays(nth(3)), TabClash::Person];
    clashes.retain(|clash| taken.clashes.contains(clash));
    assert_eq!((clashes.len(), taken.clashes.len()), (4, 4), "{:?}", taken.clashes);
    assert_eq!(merged.entry(nth(1)).unwrap().remarks, "这一页");
    let copy = Entry { id: EntryId(77), ..(**theirs.entry(nth(1)).unwrap()).clone() };
    assert_eq!(**merged.entry(EntryId(77)).unwrap(), copy);
    assert_eq!(merged.entry(nth(2)).unwrap().remarks, "这一页改");
    assert_eq!(merged.entry(nth(3)), theirs.entry(nth(3)));
    assert_eq!(merged.profile().name, "王大明");
    // Another take-over tells nothing anew.
    assert_eq!(take_over(&mut one, &merged), merged);
    one.save(&merged, &Default::default(), NOW).unwrap();
    assert_eq!(open(&memory).1.book, merged);
}

#[test]
fn a_book_whose_storage_is_cleared_while_it_is_open_stays_in_memory_and_can_be_written_anew() {
    let (memory, mut book) = stored(70);
    let (mut store, _) = open(&memory);
    for key in memory.texts().keys() {
        memory.remove(key).unwrap();
    }
    assert!(store.is_stale());
    assert_eq!(take_over(&mut store, &book), book);
    assert_eq!((store.has_vanished(), store.state()), (true, State::Unsaved));
    assert_eq!(take_over(&mut store, &book), book);
    assert!(memory.texts().is_empty(), "nothing is written unasked");
    let change = book.put([entry(500)]);
    store.save(&book, &change, NOW).unwrap();
    assert_eq!((store.has_vanished(), store.state()), (false, State::Saved));
    assert_eq!(open(&memory).1.book, book);
}

#[test]
fn a_book_cleared_and_begun_anew_by_another_tab_is_joined_with_what_is_in_memory() {
    let (memory, book) = stored(70);
    let (mut store, _) = open(&memory);
    for key in memory.texts().keys() {
        memory.remove(key).unwrap();
    }
    take_over(&mut store, &book);
    let (mut other, opened) = open(&memory);
    let mut anew = opened.book;
    let change = anew.put([entry(900)]);
    other.save(&anew, &change, NOW).unwrap();
    let joined = take_over(&mut store, &book);
    store.save(&joined, &Default::default(), NOW).unwrap();
    assert_eq!((joined.len(), open(&memory).1.book), (71, joined));
}

#[test]
fn storage_that_is_blocked_while_the_page_is_open_takes_nothing_off_the_screen() {
    let (memory, mut book) = stored(10);
    let (mut store, _) = open(&memory);
    memory.fail(Faults { blocked: true, ..Faults::default() });
    let change = edit(&mut book, 1, "还在");
    assert_eq!(store.save(&book, &change, NOW), Err(SaveError::Blocked));
    assert_eq!((take_over(&mut store, &book), store.state()), (book.clone(), State::Blocked));
    memory.fail(Faults::default());
    assert_eq!(take_over(&mut store, &book), book);
    store.save(&book, &Default::default(), NOW).unwrap();
    assert_eq!(open(&memory).1.book, book);
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

#[test]
fn notices_and_templates_of_two_tabs_are_carried_over() {
    let (memory, book) = stored(5);
    let ((mut first, _), (mut second, _)) = (open(&memory), open(&memory));
    let mut theirs = book.clone();
    let change = theirs.put_notice(notice(0));
    first.save(&theirs, &change, NOW).unwrap();
    let mut ours = book;
    let change = ours.put_template(template("甲"));
    assert!(second.save(&ours, &change, NOW).is_err());
    let ours = take_over(&mut second, &ours);
    second.save(&ours, &Default::default(), NOW).unwrap();
    let (_, opened) = open(&memory);
    assert_eq!(opened.book.notices(), [notice(0)]);
    assert_eq!(opened.book.templates(), [template("甲")]);
}
