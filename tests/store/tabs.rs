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
fn without_locks_several_saves_whose_heads_a_tab_behind_overwrote_are_pending_again() {
    let (memory, book) = stored(100);
    let (mut ours, mut theirs) = (book.clone(), book.clone());
    let behind = Memory::from_texts(memory.texts());
    let (mut store, _) = open(&memory);
    // Three saves, in two parts; the entry of the last two is the same.
    for (number, remarks) in [(2, "这一页"), (90, "这一页"), (90, "再改")] {
        let change = edit(&mut ours, number, remarks);
        store.save(&ours, &change, NOW).unwrap();
    }
    // The other tab saw none of them, and its two heads came to lie over theirs.
    let (mut other, _) = open(&behind);
    for _ in 0..2 {
        let remarks = format!("另一页 {}", other.revision());
        let change = edit(&mut theirs, 50, &remarks);
        other.save(&theirs, &change, NOW).unwrap();
    }
    for (key, text) in behind.texts() {
        memory.set(&key, &text).unwrap();
    }
    let merged = take_over(&mut store, &ours);
    let remarks = |number: usize| merged.entries().nth(number).unwrap().remarks.clone();
    assert_eq!((remarks(2), remarks(90), merged.len()), ("这一页".into(), "再改".into(), 100));
    assert!(remarks(50).starts_with("另一页"));
    assert_eq!(store.state(), State::Unsaved);
    store.save(&merged, &Default::default(), NOW).unwrap();
    assert_eq!(open(&memory).1.book, merged);
}

#[test]
fn an_older_version_of_ours_that_a_tab_behind_brings_back_is_no_clash() {
    let (memory, book) = stored(100);
    let id = book.entries().nth(90).unwrap().id;
    let mut ours = book.clone();
    let (mut store, _) = open(&memory);
    let change = edit(&mut ours, 90, "初稿");
    store.save(&ours, &change, NOW).unwrap();
    let (draft, draft_book) = (Memory::from_texts(memory.texts()), ours.clone());
    // The same is edited, overwritten by a tab that saw neither, and saved again over that.
    let change = edit(&mut ours, 90, "定稿");
    store.save(&ours, &change, NOW).unwrap();
    let overwrite = |behind: &Memory, mut theirs: Book, saves: usize| {
        let (mut other, _) = open(behind);
        for _ in 0..saves {
            let remarks = format!("另一页 {}", other.revision());
            let change = edit(&mut theirs, 50, &remarks);
            other.save(&theirs, &change, NOW).unwrap();
        }
        behind.texts().iter().for_each(|(key, text)| memory.set(key, text).unwrap());
    };
    overwrite(&stored(100).0, book.clone(), 2);
    let merged = take_over(&mut store, &ours);
    store.save(&merged, &Default::default(), NOW).unwrap();
    // Then come the heads of a third tab, which had seen the draft only.
    overwrite(&draft, draft_book, 3);
    let merged = take_over(&mut store, &merged);
    assert_eq!(merged.entry(id).unwrap().remarks, "定稿");
    assert_eq!(merged.len(), 100);
    let gone = ours.remove(&[id]);
    let mut merged = merged;
    merged.remove(&[id]);
    store.save(&merged, &gone, NOW).unwrap();
    assert_eq!(open(&memory).1.book.len(), 99);
}

#[test]
fn a_tab_that_misses_many_saves_of_others_does_not_take_its_own_entries_for_theirs() {
    // More saves than a head's trail tells: whether ours is among them cannot be seen any more.
    for delete in [true, false] {
        let (memory, book) = stored(100);
        let mut ours = book.clone();
        let (mut store, _) = open(&memory);
        let change = ours.put([entry(5000)]);
        let id = entry(5000).id;
        store.save(&ours, &change, NOW).unwrap();
        let (mut other, opened) = open(&memory);
        let mut theirs = opened.book;
        for round in 0..40 {
            let change = edit(&mut theirs, 50, &format!("另一页 {round}"));
            other.save(&theirs, &change, NOW).unwrap();
        }
        let change = if delete {
            ours.remove(&[id])
        } else {
            let changed = Entry { remarks: "定稿".into(), ..(**ours.entry(id).unwrap()).clone() };
            ours.put([changed])
        };
        assert!(matches!(store.save(&ours, &change, NOW), Err(SaveError::Stale { .. })));
        let merged = take_over(&mut store, &ours);
        store.save(&merged, &Default::default(), NOW).unwrap();
        let kept = open(&memory).1.book;
        assert_eq!(kept.len(), if delete { 100 } else { 101 });
        assert_eq!(kept.entry(id).map(|entry| entry.remarks.as_str()), (!delete).then_some("定稿"));
    }
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
