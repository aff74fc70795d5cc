//! Any pack is written and read again; any JSON is reviewed whole or refused, never with a panic.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::*;
use crate::exchange::any_json::{any_damage, any_json, damaged};
use crate::rules::conversion::{Method, Unit};
use crate::rules::{Hours, Subject};

const NAMES: &[&str] = &[
    "app",
    "format",
    "version",
    "title",
    "publisher",
    "date",
    "rules",
    "name",
    "kind",
    "unit",
    "hours-per-unit",
    "cap-per-year",
    "subject",
    "method",
    "source",
    "remark",
];

const WORDS: &[&str] = &[
    "xueshi",
    "rule-pack",
    "论文",
    "某局",
    "2026-01-05",
    "2026-02-30",
    "10",
    "0",
    "9999.99",
    "1.234",
    "half-day",
    "public",
    "old",
    "待填",
];

fn json() -> impl Strategy<Value = Value> + Clone {
    any_json(NAMES, WORDS).boxed()
}

fn sound() -> Value {
    json!({
        "app": "xueshi", "format": "rule-pack", "version": 1, "title": "示例", "publisher": "某市某局",
        "date": "2026-01-05",
        "rules": [
            { "name": "论文", "kind": "论文", "unit": "item", "hours-per-unit": "10", "cap-per-year": "30",
              "subject": "public", "method": "new", "source": "某文件第四章" },
            { "name": "讲课", "unit": "class-hour", "hours-per-unit": "1.5" },
            { "name": "专利" },
        ],
    })
}

/// Reads it beside a book and, where it is reviewed, takes what is sound.
fn review_and_take(text: &str) -> Result<(), TestCaseError> {
    let mut book = Book::default();
    let first = read(&sound().to_string(), &book).expect("a sound pack");
    book.put_conversions(first.rules.iter().filter_map(|rule| rule.rule.clone()).collect());
    let pack = match read(text, &book) {
        Ok(pack) => pack,
        Err(PackError::NotAPack { line, .. }) => {
            prop_assert!(line > 0, "a flaw without its place");
            return Ok(());
        }
        Err(_) => return Ok(()),
    };
    // The review is whole: each rule of the file has its row, with a rule or with what is wrong.
    let file: Value = serde_json::from_str(text).expect("it was read");
    prop_assert_eq!(file["rules"].as_array().map(Vec::len), Some(pack.rules.len()));
    prop_assert!(!pack.publisher.is_empty());
    for row in &pack.rules {
        match &row.verdict {
            PackVerdict::Error(errors) => {
                prop_assert!(row.rule.is_none() && !errors.is_empty());
            }
            PackVerdict::Conflict(fields) => prop_assert!(row.rule.is_some() && !fields.is_empty()),
            PackVerdict::New | PackVerdict::Same => prop_assert!(row.rule.is_some()),
        }
        let named = row.rule.as_ref().is_none_or(|rule| rule.source.contains(&pack.publisher));
        prop_assert!(named, "no figure without its publisher");
    }
    let rules: Vec<ConversionRule> = pack.rules.iter().filter_map(|row| row.rule.clone()).collect();
    book.put_conversions(rules.clone());
    if !rules.is_empty() {
        let again = read(&write(&rules, &pack.title, &pack.publisher, &pack.date), &book);
        let again = again.expect("what is written is read");
        prop_assert!(again.rules.iter().all(|row| row.verdict == PackVerdict::Same));
    }
    Ok(())
}

/// A text as a person may have typed it into a form that trims.
fn texts(most: usize) -> impl Strategy<Value = String> {
    let sound = any::<char>().prop_map(|c| if c.is_control() { '一' } else { c });
    let text = proptest::collection::vec(sound, 0..=most);
    text.prop_map(|text| text.into_iter().collect::<String>().trim().to_owned())
}

prop_compose! {
    /// Any rule that a book can hold, but for its name.
    fn rules()(
        (kind, source) in (texts(200), texts(300).prop_map(|source| format!("据{source}"))),
        unit in select(Unit::ALL), method in select(Method::ALL),
        subject in proptest::option::of(select(Subject::ALL)),
        hours in proptest::option::of(1u64..=999_999), cap in proptest::option::of(1u64..=999_999),
    ) -> ConversionRule {
        let [hours_per_unit, cap_per_year] = [hours, cap].map(|hours| hours.map(Hours::from_hundredths));
        ConversionRule { name: String::new(), kind, unit, hours_per_unit, cap_per_year, subject, method, source }
    }
}

proptest! {
    #[test]
    fn any_pack_comes_back_with_its_publisher_and_then_does_not_change(
        rules in proptest::collection::vec((rules(), texts(190)), 1..8),
    ) {
        // A number keeps the names apart.
        let rules: Vec<ConversionRule> = rules.into_iter().enumerate()
            .map(|(nth, (rule, name))| ConversionRule { name: format!("{nth}{name}"), ..rule })
            .collect();
        let read_back = |rules: &[ConversionRule], book: &Book| {
            let pack = read(&write(rules, "规则", "某局", "2026-01-05"), book).expect("what is written is read");
            let verdicts: Vec<&str> = pack.rules.iter().map(|row| row.verdict.code()).collect();
            (verdicts, pack.rules.iter().filter_map(|row| row.rule.clone()).collect::<Vec<_>>())
        };
        let (_, found) = read_back(&rules, &Book::default());
        // Word for word, but for the publisher's name and day behind the source.
        let marked = rules.into_iter()
            .map(|rule| ConversionRule { source: format!("{}（某局 2026-01-05）", rule.source), ..rule });
        prop_assert_eq!(&found, &marked.collect::<Vec<_>>());
        let mut book = Book::default();
        book.put_conversions(found.clone());
        let (verdicts, again) = read_back(&found, &book);
        prop_assert_eq!(verdicts, vec!["same"; found.len()]);
        prop_assert_eq!(again, found);
    }

    #[test]
    fn no_json_brings_the_reading_down(value in json(), is_named in any::<bool>()) {
        let mut value = value;
        if let (true, Value::Object(members)) = (is_named, &mut value) {
            let rules = members.get("rules").cloned().unwrap_or_else(|| json!([{ "name": "论文" }]));
            members.retain(|name, _| NAMES[..6].contains(&name.as_str()));
            let own = sound();
            for name in ["app", "format", "version", "title", "publisher", "date"] {
                members.insert(name.into(), own[name].clone());
            }
            members.insert("rules".into(), rules);
        }
        review_and_take(&value.to_string())?;
    }

    #[test]
    fn any_rules_within_a_sound_pack_are_reviewed_one_by_one(
        rules in proptest::collection::vec(
            proptest::collection::btree_map(select(&NAMES[7..15]), prop_oneof![
                select(WORDS).prop_map(str::to_owned), "\\PC{0,12}", "[0-9]{1,5}[.]?[0-9]{0,3}",
            ], 1..8), 1..5),
    ) {
        let mut value = sound();
        value["rules"] = json!(rules);
        review_and_take(&value.to_string())?;
    }

    #[test]
    fn a_pack_changed_anywhere_is_reviewed_whole_or_refused(
        damage in proptest::collection::vec(any_damage(json()), 1..4),
    ) {
        review_and_take(&damage.into_iter().fold(sound(), damaged).to_string())?;
    }

    #[test]
    fn a_pack_with_one_character_changed_is_reviewed_whole_or_refused(
        at in any::<Index>(), other in any::<char>(),
    ) {
        let mut text: Vec<char> = sound().to_string().chars().collect();
        let at = at.index(text.len());
        text[at] = other;
        review_and_take(&text.into_iter().collect::<String>())?;
    }
}

#[test]
fn a_name_as_long_as_the_schema_allows_is_kept_and_a_longer_one_told() {
    let name = "论".repeat(200);
    let of = |name: &str| {
        let mut value = sound();
        value["rules"] = json!([{ "name": name }]);
        read(&value.to_string(), &Book::default()).expect("a pack").rules.remove(0)
    };
    assert_eq!(of(&name).rule.map(|rule| rule.name), Some(name.clone()));
    assert_eq!(of(&(name + "文")).verdict.code(), "error");
}

#[test]
fn another_file_of_this_program_is_told_apart_behind_a_byte_order_mark_too() {
    let backup = r#"{"app":"xueshi","format":"backup","version":1,"entries":[]}"#;
    assert_eq!(read(backup, &Book::default()), Err(PackError::OtherFormat));
    assert_eq!(read(&format!("\u{FEFF}{backup}"), &Book::default()), Err(PackError::OtherFormat));
}

#[test]
fn a_version_that_never_was_is_no_pack() {
    let mut value = sound();
    value["version"] = json!(0);
    assert_eq!(read(&value.to_string(), &Book::default()), Err(PackError::OtherFormat));
}
