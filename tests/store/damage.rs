//! What happens to texts that did not stay as they were written.

use std::collections::{BTreeMap, BTreeSet};

use xueshi::book::Book;
use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{Defect, Reason, SaveError, State, quarantined};

use crate::sample::{NOW, Seeded, edit, entry, open, stored};

pub type Texts = BTreeMap<String, String>;

/// A book with two recovery points, saved several times.
pub fn lived_in() -> (Texts, Book) {
    let (memory, mut book) = stored(100);
    let (mut store, _) = open(&memory);
    for round in 0..2 {
        store.mark(Reason::Import, NOW).unwrap();
        let change = edit(&mut book, 65 * round, "导入前");
        store.save(&book, &change, NOW).unwrap();
    }
    (memory.texts(), book)
}

fn head_revision(text: &str) -> u64 {
    let digits = text.split_once("\"revision\":").unwrap().1;
    digits.split_once(',').unwrap().0.parse().unwrap()
}

/// The newest head's key, and the keys of the parts that it refers to.
fn in_use(texts: &Texts) -> (String, BTreeSet<String>) {
    let heads = texts.iter().filter(|(key, _)| key.contains("/head."));
    let (head, text) = heads.max_by_key(|(_, text)| head_revision(text)).unwrap();
    let parts = texts.keys().filter(|key| {
        let sum = key.rsplit('.').next().unwrap().trim_start_matches('0');
        key.contains("/p/") && text.contains(sum)
    });
    (head.clone(), parts.cloned().collect())
}

/// One way of spoiling a text, by number.
pub fn spoil(text: &str, seeded: &mut Seeded) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let at = seeded.below(bytes.len());
    match seeded.below(11) {
        0..=2 => bytes[at] ^= 1 << seeded.below(7),
        3 => bytes.truncate(at),
        4 => drop(bytes.drain(..at)),
        5 => bytes.insert(at, bytes[at]),
        6 => drop(bytes.remove(at)),
        7 => {
            // Another number, and a huge one.
            let text = text.replacen("\"count\":", "\"count\":99999999999999999999", 1);
            bytes = text.replacen("\"revision\":", "\"revision\":-", seeded.below(2)).into_bytes();
        }
        8 => bytes = seeded.of(&["", "null", "[]", "{}", "0", "\"\"", "学时", "{\"app\":\"xueshi\"}"]).into(),
        9 => {
            let deep = seeded.of(&["[", "{\"a\":", "[{\"schema\":["]).repeat(5_000);
            bytes = format!("{{\"app\":\"xueshi\",\"schema\":1,\"body\":{deep}").into_bytes();
        }
        _ => bytes = text.replace("\"professional\"", "7").replace("2026", "null").into_bytes(),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn no_damage_out_of_1000_loses_anything_silently() {
    let (texts, book) = lived_in();
    let keys: Vec<_> = texts.keys().cloned().collect();
    let (head, parts) = in_use(&texts);
    let mut states = BTreeMap::new();
    for case in 0..1000 {
        let mut seeded = Seeded::new(case);
        let mut spoilt = texts.clone();
        let mut touched = BTreeSet::new();
        for _ in 0..1 + seeded.below(2) {
            let key = keys[seeded.below(keys.len())].clone();
            match seeded.below(12) {
                0 => drop(spoilt.remove(&key)),
                1 => {
                    let other = keys[seeded.below(keys.len())].clone();
                    let (a, b) = (texts[&key].clone(), texts[&other].clone());
                    spoilt.insert(key.clone(), b);
                    spoilt.insert(other.clone(), a);
                    touched.insert(other);
                }
                _ => drop(spoilt.insert(key.clone(), spoil(&texts[&key], &mut seeded))),
            }
            touched.insert(key);
        }
        touched.retain(|key| spoilt.get(key) != texts.get(key));
        let memory = Memory::from_texts(spoilt.clone());
        let (mut store, opened) = open(&memory);
        *states.entry(opened.state.code()).or_insert(0) += 1;
        if opened.state == State::NewerSchema {
            assert_eq!(memory.texts(), spoilt, "case {case}: a later version's book was changed");
            continue;
        }
        let matters = |key: &String| *key == head || parts.contains(key);
        if touched.iter().any(matters) {
            assert_eq!(opened.state, State::Quarantined, "case {case}: {touched:?}");
        } else {
            assert_eq!(opened.book, book, "case {case}: {touched:?}");
        }
        if !touched.iter().any(|key| parts.contains(key)) {
            // Whatever happened to heads: the parts tell the book.
            assert_eq!(opened.book.len(), book.len(), "case {case}: {touched:?}");
        }
        let all_there = |memory: &Memory| {
            let aside = quarantined(memory).unwrap();
            for (key, text) in touched.iter().filter_map(|key| Some((key, spoilt.get(key)?))) {
                let moved = aside.iter().any(|found| found.origin == *key && found.text == *text);
                let there = memory.texts().get(key) == Some(text);
                assert!(moved || there, "case {case}: the text of {key} is gone");
            }
        };
        all_there(&memory);
        // The person goes on: nothing that was put aside is lost, and the state remembers.
        let mut next = opened.book.clone();
        for number in 0..3 {
            let change = next.put([entry(5000 + number)]);
            store.save(&next, &change, NOW).unwrap();
        }
        let (_, again) = open(&memory);
        assert_eq!(again.book, next, "case {case}");
        assert_eq!(again.missing, opened.missing, "case {case}");
        if touched.iter().any(matters) {
            assert_eq!(again.state, State::Quarantined, "case {case}");
        }
        let aside = quarantined(&memory).unwrap();
        for found in opened.quarantine.iter().filter(|found| found.reason != Defect::Missing) {
            assert!(aside.iter().any(|kept| kept.text == found.text), "case {case}");
        }
    }
    assert!(states["quarantined"] > 700 && states["saved"] > 50, "{states:?}");
}

#[test]
fn a_damaged_part_costs_only_its_own_entries_and_the_last_good_recovery_point_is_offered() {
    let (texts, book) = lived_in();
    let (_, parts) = in_use(&texts);
    // The newest part: both recovery points are older and whole.
    let revision = |key: &&String| key.rsplit('.').nth(1).unwrap().parse::<u64>().unwrap();
    let key = parts.iter().max_by_key(revision).unwrap();
    let mut spoilt = texts.clone();
    spoilt.insert(key.clone(), "\u{0}坏".to_owned());
    let memory = Memory::from_texts(spoilt);
    let (mut store, opened) = open(&memory);
    assert_eq!((opened.state, opened.missing, opened.book.len()), (State::Quarantined, 36, 64));
    assert_eq!(opened.quarantine[0].text, "\u{0}坏");
    let offer = opened.recovery_offer.unwrap();
    assert_eq!((offer.reason, offer.entries), (Reason::Import, 100));
    let mut restored = store.recovered(offer.number).unwrap();
    assert_eq!(restored.len(), 100);
    // Taken entry by entry, or as a whole.
    assert_eq!(store.restore(offer.number, NOW).unwrap(), restored);
    assert_eq!((store.missing(), open(&memory).1.state), (0, State::Saved));
    edit(&mut restored, 0, "");
    assert_eq!(restored.len(), book.len());
    assert_eq!(quarantined(&memory).unwrap().len(), 1, "what was put aside stays there");
}

#[test]
fn a_lost_head_is_made_up_for_from_the_parts() {
    let (texts, book) = lived_in();
    let (head, _) = in_use(&texts);
    let mut both = texts.clone();
    both.retain(|key, _| !key.contains("/head."));
    let mut newest = texts.clone();
    newest.insert(head, "{\"app\":".to_owned());
    for spoilt in [both, newest] {
        let (mut store, opened) = open(&Memory::from_texts(spoilt));
        assert_eq!((opened.state, opened.salvaged), (State::Quarantined, true));
        assert_eq!(opened.book, book);
        assert!(opened.recovery_offer.is_some());
        store.settle(NOW).unwrap();
        assert_eq!((store.state(), store.reload(NOW).book), (State::Saved, book.clone()));
    }
}

#[test]
fn what_a_later_version_wrote_is_left_byte_for_byte() {
    let (texts, book) = lived_in();
    let (head, _) = in_use(&texts);
    let bumped = texts[&head].replacen("\"schema\":1", "\"schema\":2", 1);
    let reordered = "{\"parts\":{\"new\":[1,2]},\"schema\":7,\"sum\":0,\"app\":\"xueshi\"}".to_owned();
    for text in [bumped, reordered] {
        for beside in [false, true] {
            let mut later = texts.clone();
            later.insert(head.clone(), text.clone());
            if beside {
                // Damage next to it is not put aside either.
                let key = later.keys().find(|key| key.contains("/p/2.")).unwrap().clone();
                later.insert(key, "?".to_owned());
            }
            let memory = Memory::from_texts(later.clone());
            let (mut store, opened) = open(&memory);
            assert_eq!((opened.state, store.state()), (State::NewerSchema, State::NewerSchema));
            let mut mine = book.clone();
            let change = edit(&mut mine, 0, "旧版");
            assert_eq!(store.save(&mine, &change, NOW), Err(SaveError::NewerSchema));
            assert_eq!(store.mark(Reason::Day, NOW), Err(SaveError::NewerSchema));
            assert_eq!(store.restore(1, NOW), Err(SaveError::NewerSchema));
            assert_eq!(store.settle(NOW), Err(SaveError::NewerSchema));
            assert_eq!(store.state(), State::NewerSchema);
            assert_eq!(memory.texts(), later);
        }
    }
}

#[test]
fn a_tab_of_this_version_stops_writing_once_a_later_one_has_written() {
    let (memory, mut book) = stored(10);
    let (mut store, _) = open(&memory);
    let (head, _) = in_use(&memory.texts());
    let mut later = memory.texts();
    later.insert(head.clone(), later[&head].replacen("\"schema\":1", "\"schema\":2", 1));
    xueshi::store::KeyValue::set(&memory, &head, &later[&head]).unwrap();
    let change = edit(&mut book, 0, "旧版");
    assert_eq!(store.save(&book, &change, NOW), Err(SaveError::NewerSchema));
    assert_eq!((store.state(), memory.texts()), (State::NewerSchema, later));
}

#[test]
fn a_damaged_head_that_finds_no_room_in_the_quarantine_is_not_overwritten() {
    let (texts, _) = lived_in();
    let (head, _) = in_use(&texts);
    let mut spoilt = texts.clone();
    let junk = format!("{}坏", texts[&head]);
    spoilt.insert(head.clone(), junk.clone());
    let memory = Memory::from_texts(spoilt);
    memory.fail(Faults { quota: Some(memory.units()), ..Faults::default() });
    let (mut store, opened) = open(&memory);
    assert_eq!((opened.state, opened.quarantine[0].key.as_ref()), (State::Quarantined, None));
    let mut next = opened.book;
    let change = next.put([entry(5000)]);
    assert_eq!(store.save(&next, &change, NOW), Err(SaveError::Full));
    assert_eq!(memory.texts()[&head], junk);
    memory.fail(Faults::default());
    store.save(&next, &Default::default(), NOW).unwrap();
    assert_eq!(open(&memory).1.book, next);
    assert_eq!(quarantined(&memory).unwrap()[0].text, junk);
}

#[test]
fn an_entry_found_in_two_parts_after_a_head_was_lost_is_one_entry_the_later_one() {
    let (memory, mut book) = stored(100);
    let (mut store, _) = open(&memory);
    let parts = |number: &str| -> Vec<String> {
        let sign = format!("/p/{number}.");
        memory.texts().keys().filter(|key| key.contains(&sign)).cloned().collect()
    };
    // Kept in an old version of part 1, removed from it, and put back into part 2.
    store.mark(Reason::Day, NOW).unwrap();
    let mut moved = (**book.entries().next().unwrap()).clone();
    let change = book.remove(&[moved.id]);
    store.save(&book, &change, NOW).unwrap();
    moved.remarks = "放回".to_owned();
    let change = book.put([moved.clone()]);
    store.save(&book, &change, NOW).unwrap();
    let revision = |key: &String| key.rsplit('.').nth(1).unwrap().parse::<u64>().unwrap();
    let last = parts("1").into_iter().max_by_key(revision).unwrap();
    let mut spoilt = memory.texts();
    spoilt.insert(last, "坏".to_owned());
    spoilt.retain(|key, _| !key.contains("/head."));

    let memory = Memory::from_texts(spoilt);
    let (mut store, opened) = open(&memory);
    assert_eq!((opened.state, opened.book == book), (State::Quarantined, true));
    let change = book.remove(&[moved.id]);
    store.save(&book, &change, NOW).unwrap();
    assert_eq!(open(&memory).1.book, book, "removed from both");
}
