//! What a restore adds, finds and never takes away.

use std::collections::BTreeSet;

use proptest::prelude::*;
use xueshi::book::{Book, Field, Profile};
use xueshi::exchange::backup::{Mode, compare, merged};
use xueshi::rules::{Entry, EntryId, Hours};

use crate::{any_book, backup, sample};

/// Everything of the entries but their ids.
fn contents(book: &Book) -> Vec<String> {
    let bare = |entry: &Entry| format!("{:?}", Entry { id: EntryId(0), ..entry.clone() });
    let mut all: Vec<_> = book.entries().map(|entry| bare(entry)).collect();
    all.sort();
    all
}

#[test]
fn new_same_and_conflicting_entries_are_told_apart() {
    let theirs = sample::book(10);
    let mut ours = theirs.clone();
    let ids: Vec<_> = theirs.entries().map(|entry| entry.id).collect();
    ours.remove(&ids[..2]);
    sample::edit(&mut ours, 0, "改过");
    // Typed again by hand: the same but for the id, and nearly the same.
    for (number, hours) in [(5, None), (6, Some(Hours::whole(3)))] {
        let mut again = (**theirs.entry(ids[number]).unwrap()).clone();
        ours.remove(&[again.id]);
        again.id = EntryId(number as u64);
        again.hours = hours.unwrap_or(again.hours);
        ours.put([again]);
    }
    ours.put([sample::entry(99)]);
    let found = compare(&ours, &backup(&theirs));
    assert_eq!((found.new.len(), found.same, found.clashes.len(), found.only_ours), (2, 6, 2, 1));
    let differs: BTreeSet<_> = found.clashes.iter().flat_map(|clash| clash.differs.clone()).collect();
    assert_eq!(differs, BTreeSet::from([Field::Remarks, Field::Hours]));

    let kept = merged(&ours, &backup(&theirs), Mode::Keep);
    assert_eq!(kept.len(), ours.len() + 2);
    assert!(ours.entries().all(|entry| kept.entry(entry.id) == Some(entry)));
    let taken = merged(&ours, &backup(&theirs), Mode::Take);
    assert_eq!(taken.len(), ours.len() + 2);
    assert!(contents(&theirs).iter().all(|entry| contents(&taken).contains(entry)));
    let both = merged(&ours, &backup(&theirs), Mode::Both);
    assert_eq!(both.len(), ours.len() + 4);
    assert_eq!(merged(&ours, &backup(&theirs), Mode::Replace), theirs);
}

#[test]
fn a_profile_fills_an_empty_one_and_otherwise_only_on_request() {
    let theirs = sample::book(1);
    let into = |ours: &Book, mode| merged(ours, &backup(&theirs), mode).profile().name.clone();
    assert_eq!(into(&Book::default(), Mode::Keep), theirs.profile().name);
    let other = Book::from_parts(Profile { name: "李四".into(), ..Profile::default() }, vec![], []);
    assert!(compare(&other, &backup(&theirs)).profile_differs);
    assert_eq!(into(&other, Mode::Keep), "李四");
    assert_eq!(into(&other, Mode::Take), theirs.profile().name);
}

#[test]
fn restoring_is_one_change_that_can_be_undone() {
    let (ours, theirs) = (sample::book(20), sample::book(0));
    for mode in Mode::ALL {
        let mut book = ours.clone();
        let change = book.turn_into(&merged(&ours, &backup(&theirs), *mode));
        assert_eq!(book, merged(&ours, &backup(&theirs), *mode));
        book.make(change.inverse());
        assert_eq!(book, ours);
    }
}

proptest! {
    #[test]
    fn merging_again_changes_nothing(ours in any_book::alike(), theirs in any_book::alike()) {
        for mode in [Mode::Keep, Mode::Take, Mode::Both] {
            let once = merged(&ours, &backup(&theirs), mode);
            prop_assert_eq!(&merged(&once, &backup(&theirs), mode), &once, "{:?}", mode);
            let before = contents(&ours);
            if mode != Mode::Take {
                prop_assert!(ours.entries().all(|entry| once.entry(entry.id) == Some(entry)));
                prop_assert!(once.len() >= before.len());
            }
            if mode != Mode::Keep {
                let after = contents(&once);
                prop_assert!(contents(&theirs).iter().all(|entry| after.contains(entry)));
            }
        }
        prop_assert_eq!(merged(&ours, &backup(&ours), Mode::Both), ours);
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn backups_that_touch_different_things_merge_in_any_order(base in any_book::books(), one in any_book::books(), two in any_book::books()) {
        // The two add entries and rules of their own to a book that both come from.
        let with = |more: &Book, sign: &str| {
            let mut book = base.clone();
            book.put(more.entries().map(|entry| Entry { title: format!("{sign}{}", entry.title), ..(**entry).clone() }));
            let mut rules = base.conversions().to_vec();
            rules.extend(more.conversions().iter().map(|rule| {
                let mut rule = rule.clone();
                rule.name = format!("{sign}{}", rule.name);
                rule
            }));
            book.set_conversions(rules);
            book
        };
        let (one, two) = (with(&one, "甲"), with(&two, "乙"));
        let ids = |book: &Book| book.entries().map(|entry| entry.id).filter(|id| base.entry(*id).is_none()).collect::<BTreeSet<_>>();
        prop_assume!(ids(&one).is_disjoint(&ids(&two)));
        let there = |book: &Book| base.entries().all(|entry| book.entry(entry.id) == Some(entry));
        prop_assume!(there(&one) && there(&two));
        let (one, two) = (backup(&one), backup(&two));
        let a = merged(&merged(&base, &one, Mode::Keep), &two, Mode::Keep);
        let b = merged(&merged(&base, &two, Mode::Keep), &one, Mode::Keep);
        prop_assert_eq!(a, b);
    }

    #[test]
    fn replacing_makes_it_the_backup(ours in any_book::books(), theirs in any_book::books()) {
        prop_assert_eq!(merged(&ours, &backup(&theirs), Mode::Replace), theirs);
    }
}

#[test]
fn notices_and_templates_are_added_and_the_books_own_stay() {
    let mut theirs = Book::default();
    theirs.set_notices(vec![sample::notice(0), sample::notice(1)]);
    theirs.set_templates(vec![sample::template("甲"), sample::template("乙")]);
    let mut ours = Book::default();
    let mut own = sample::notice(0);
    own.title = "本簿的".into();
    ours.put_notice(own.clone());
    ours.put_template(sample::template("丙"));
    assert_eq!(compare(&ours, &backup(&theirs)).notices_differ, 1);
    let kept = merged(&ours, &backup(&theirs), Mode::Keep);
    assert_eq!(kept.notices(), [own, sample::notice(1)]);
    let names: BTreeSet<&str> = kept.templates().iter().map(|template| template.name.as_str()).collect();
    assert_eq!(names, BTreeSet::from(["甲", "乙", "丙"]));
    assert_eq!(merged(&kept, &backup(&theirs), Mode::Keep), kept);
    let taken = merged(&ours, &backup(&theirs), Mode::Take);
    assert_eq!(taken.notices(), theirs.notices());
    assert_eq!(merged(&ours, &backup(&theirs), Mode::Replace), theirs);
}
