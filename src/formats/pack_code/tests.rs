//! Codes there and back: whole, damaged, of a later version, too long.

use proptest::prelude::*;

use super::*;
use crate::book::{Book, Draft};
use crate::report::pack::{Scope, pack};
use crate::rules::date::day;
use crate::rules::{Date, Entry, EntryId, Form, Hours, Outcome, Route, Rulebook, Status, Subject, Year};

fn today() -> Date {
    day(2026, 11, 21)
}

fn entry(id: u64, title: &str) -> Entry {
    let draft = Draft {
        title: title.into(),
        subject: "professional".into(),
        organiser: "淮北市人社局".into(),
        start: "2026-03-01".into(),
        end: "2026-03-05".into(),
        hours: "4.35".into(),
        certificate: "HB-2026-017".into(),
        ..Draft::default()
    };
    draft.check(today()).expect("sound").with_id(EntryId(id))
}

fn pack_of(entries: Vec<Entry>, demo: bool) -> Pack {
    let mut profile =
        crate::book::Profile { name: "王工".into(), unit: "某某设计院".into(), ..Default::default() };
    profile.certificate_book = "340600-1".into();
    let book = Book::from_parts(profile, vec![], entries);
    pack(&book, &Rulebook::shipped(), Scope::Year(Year::known(2026)), today(), demo)
}

/// What a code brings, as drafts without order.
fn drafts(backup: &Backup) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = backup.book.entries().map(|entry| Draft::from_entry(entry)).collect();
    drafts.sort_by(|a, b| a.title.cmp(&b.title));
    drafts
}

fn entries_of(text: &str) -> Backup {
    match read(text) {
        Ok(Content::Entries(backup)) => *backup,
        other => panic!("no entries: {other:?}"),
    }
}

#[test]
fn a_code_brings_the_entries_and_nothing_of_the_person() {
    let (text, is_whole) = code(&pack_of(vec![entry(1, "甲"), entry(2, "乙")], false));
    assert!(is_whole);
    assert!(text.starts_with("XSB1E"));
    assert!(text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()));
    let backup = entries_of(&text);
    assert_eq!(drafts(&backup), [Draft::from_entry(&entry(0, "乙")), Draft::from_entry(&entry(0, "甲"))]);
    assert_eq!((backup.made.as_str(), backup.demo), ("2026-11-21T00:00", false));
    assert_eq!(backup.book.profile(), &crate::book::Profile::default());
    // The same code gives the same ids.
    assert_eq!(entries_of(&text), backup);
}

#[test]
fn a_chat_may_break_and_change_the_letters_case() {
    let (text, _) = code(&pack_of(vec![entry(1, "甲")], false));
    let broken: String = text.chars().flat_map(|c| [c.to_ascii_lowercase(), '\n', ' ']).collect();
    assert!(is_code(&broken));
    assert_eq!(read(&broken), read(&text));
    assert!(!is_code("{\"app\": \"xueshi\"}"));
}

#[test]
fn too_many_entries_become_sums() {
    let many: Vec<Entry> =
        (1..=200).map(|id| entry(id, &format!("第 {id} 期 {}", id * 7919 % 9973))).collect();
    let (text, is_whole) = code(&pack_of(many, false));
    assert!(!is_whole && text.len() <= MAX_CHARS, "{}", text.len());
    let Ok(Content::Totals(totals)) = read(&text) else { panic!("no sums") };
    // 200 × 4.35 = 870, of which 30 stand in for public hours.
    let [year] = totals.years.as_slice() else { panic!("one year") };
    assert_eq!(
        (year.professional, year.public, year.total),
        (Hours::whole(870), Hours::ZERO, Hours::whole(870))
    );
    assert_eq!((year.transfer, year.lines), (Hours::whole(30), 200));
}

#[test]
fn two_dozen_usual_entries_fit() {
    let titles = ["人工智能与工程应用培训班", "公需科目学习", "岩土工程新技术研讨会", "安全生产法宣讲"];
    let many: Vec<Entry> = (1..=24u32)
        .map(|id| Entry {
            end: day(2026, 1 + id % 9, 1 + id),
            start: None,
            certificate: format!("AH2026{:05}", id * 4099 % 99_991),
            ..entry(u64::from(id), titles[id as usize % 4])
        })
        .collect();
    let (text, is_whole) = code(&pack_of(many, false));
    assert!(is_whole, "{}", text.len());
}

#[test]
fn the_demo_says_so() {
    let (text, _) = code(&pack_of(vec![entry(1, "甲")], true));
    let backup = entries_of(&text);
    assert!(backup.demo);
    assert_eq!(drafts(&backup)[0].title, "【示例】甲");
}

#[test]
fn a_later_version_is_told_apart_from_damage() {
    let (text, _) = code(&pack_of(vec![entry(1, "甲")], false));
    assert_eq!(read(&text.replacen("XSB1", "XSB2", 1)), Err(Refusal::CodeNewer));
    assert_eq!(read(&text.replacen("XSB1E", "XSB1T", 1)), Err(Refusal::CodeDamaged));
    assert_eq!(read(&text[..text.len() - 9]), Err(Refusal::CodeDamaged));
    assert_eq!(read("XSB1"), Err(Refusal::CodeDamaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_pack_comes_back(
        rows in prop::collection::vec((0usize..2, 0usize..7, 0usize..8, 0usize..3, 1usize..4, 1u64..99_999, "[\\PC&&[^\t\n\u{3000}]]{1,8}"), 1..6),
    ) {
        let mut entries = Vec::new();
        for (at, (subject, form, route, outcome, status, hundredths, title)) in (1u64..).zip(rows) {
            let raw = Entry {
                subject: Subject::ALL[subject],
                form: Form::ALL[form],
                route: Route::ALL[route],
                outcome: Outcome::ALL[outcome],
                status: Status::ALL[status],
                hours: Hours::from_hundredths(hundredths),
                title: format!("{at}{title}"),
                ..entry(at, "x")
            };
            let Ok(checked) = Draft::from_entry(&raw).check(today()) else { return Ok(()) };
            entries.push(checked.with_id(EntryId(at)));
        }
        let mut expected: Vec<Draft> = entries.iter().map(Draft::from_entry).collect();
        expected.sort_by(|a, b| a.title.cmp(&b.title));
        let (text, is_whole) = code(&pack_of(entries, false));
        prop_assume!(is_whole);
        prop_assert_eq!(drafts(&entries_of(&text)), expected);
    }

    #[test]
    fn one_wrong_letter_is_noticed(at in 5usize..60, with in 0usize..32) {
        let (text, _) = code(&pack_of(vec![entry(1, "甲")], false));
        let mut letters = text.clone().into_bytes();
        let letter = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[with];
        let at = at % letters.len();
        prop_assume!(at >= 5 && letters[at] != letter);
        letters[at] = letter;
        let damaged = String::from_utf8(letters).unwrap();
        // A bit beyond the last byte may change without a change of content.
        prop_assert!(read(&damaged) == Err(Refusal::CodeDamaged) || read(&damaged) == read(&text));
    }

    #[test]
    fn no_text_panics(text in "XSB1[ET][A-Z2-7]{0,80}") {
        let _ = read(&text);
    }
}
