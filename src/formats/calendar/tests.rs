//! Calendar files line by line, as RFC 5545 has them.

use proptest::prelude::*;

use super::*;
use crate::book::Draft;
use crate::rules::EntryId;
use crate::rules::date::day;

const NOW: &str = "2026-11-21T07:30";

fn planned(id: u64, title: &str) -> Entry {
    let draft = Draft {
        title: title.into(),
        subject: "professional".into(),
        start: "2026-12-01".into(),
        end: "2026-12-05".into(),
        hours: "12.5".into(),
        status: "planned".into(),
        organiser: "淮北市人社局, 专技科; 二楼".into(),
        ..Draft::default()
    };
    draft.check(day(2026, 11, 21)).expect("sound").with_id(EntryId(id))
}

fn file(entries: Vec<Entry>, now: &str, demo: bool) -> String {
    let book = Book::from_parts(Default::default(), vec![], entries);
    let wanted = Wanted { lang: Lang::Zh, years: &[Year::known(2026)], now, demo };
    calendar(&book, &Rulebook::shipped(), &wanted)
}

/// Lines with their folding undone.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

fn values(text: &str, name: &str) -> Vec<String> {
    let lines = unfolded(text).into_iter();
    let mine = lines.filter(|line| line.split([':', ';']).next() == Some(name));
    mine.map(|line| line.split_once(':').map(|(_, value)| value.to_owned()).unwrap_or_default()).collect()
}

#[test]
fn the_last_days_and_the_plan_are_whole_days_with_three_alarms_each() {
    let text = file(vec![planned(7, "机器学习")], NOW, false);
    assert_eq!(values(&text, "DTSTART"), ["20261231", "20270531", "20261201"]);
    assert_eq!(values(&text, "DTEND"), ["20270101", "20270601", "20261206"]);
    assert_eq!(values(&text, "UID"), ["professional-2026@xueshi", "public-2026@xueshi", "entry-7@xueshi"]);
    // Half past seven in China is half past eleven at night in UTC, the day before.
    assert_eq!(values(&text, "DTSTAMP"), ["20261120T233000Z"; 3]);
    assert_eq!(values(&text, "TRIGGER"), ["-P90D", "-P30D", "-P7D"].repeat(3));
    assert!(values(&text, "DESCRIPTION").iter().any(|text| text.contains("淮北市人社局\\, 专技科\\; 二楼")));
}

#[test]
fn made_again_the_file_differs_in_its_time_alone() {
    let (first, second) =
        (file(vec![planned(7, "甲")], NOW, false), file(vec![planned(7, "甲")], "2026-12-01T09:00", false));
    let without_stamp = |text: &str| -> Vec<String> {
        unfolded(text).into_iter().filter(|line| !line.starts_with("DTSTAMP")).collect()
    };
    assert_eq!(without_stamp(&first), without_stamp(&second));
    assert_ne!(first, second);
}

#[test]
fn the_demo_says_so_and_has_ids_of_its_own() {
    let text = file(vec![planned(7, "机器学习")], NOW, true);
    assert!(values(&text, "SUMMARY").iter().all(|title| title.starts_with("【示例】")));
    assert!(values(&text, "UID").iter().all(|uid| uid.ends_with("@demo.xueshi")));
}

#[test]
fn in_spring_the_year_before_is_in_it() {
    let book = Book::default();
    let at = |today| years(&book, &Rulebook::shipped(), Year::known(2026), today);
    assert_eq!(at(day(2026, 3, 1)), [Year::known(2025), Year::known(2026)]);
    assert_eq!(at(day(2026, 6, 1)), [Year::known(2026)]);
}

proptest! {
    #[test]
    fn lines_are_folded_at_75_octets_and_end_with_both_marks(title in "[ -~\u{4E00}-\u{4E50}，；\\\\\u{1F600}]{1,200}x") {
        let draft = Draft { title: title.trim().into(), ..Draft::from_entry(&planned(7, "x")) };
        let Ok(checked) = draft.check(day(2026, 11, 21)) else { return Ok(()) };
        let entry = checked.with_id(EntryId(7));
        let text = file(vec![entry.clone()], NOW, false);
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            prop_assert!(!line.contains(['\r', '\n']));
        }
        let summary = values(&text, "SUMMARY").pop().unwrap();
        let plain = summary.replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        prop_assert!(plain.ends_with(&entry.title), "{plain}");
    }
}
