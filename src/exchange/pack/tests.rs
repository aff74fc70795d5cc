//! Packs read, refused, compared with a book, and fuzzed.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::rules::Hours;

/// A pack with made-up figures.
fn pack(rules: Value) -> Value {
    json!({
        "app": "xueshi", "format": "rule-pack", "version": 1, "title": "示例", "publisher": "某市某局",
        "date": "2026-01-05", "rules": rules,
    })
}

fn papers() -> Value {
    json!([
        { "name": "论文", "kind": "论文", "hours-per-unit": "10", "cap-per-year": "30", "source": "某文件第四章" },
        { "name": "讲课", "unit": "class-hour", "hours-per-unit": "1.5", "subject": "professional" },
    ])
}

fn read_value(value: Value, book: &Book) -> Result<Pack, PackError> {
    read(&value.to_string(), book)
}

/// The book with every rule of the pack taken.
fn taken(pack: &Pack) -> Book {
    let mut book = Book::default();
    book.put_conversions(pack.rules.iter().filter_map(|rule| rule.rule.clone()).collect());
    book
}

fn verdicts(pack: &Pack) -> Vec<&'static str> {
    pack.rules.iter().map(|rule| rule.verdict.code()).collect()
}

#[test]
fn every_figure_names_the_packs_publisher() {
    let pack = read_value(pack(papers()), &Book::default()).unwrap();
    assert_eq!((pack.publisher.as_str(), pack.date.as_str()), ("某市某局", "2026-01-05"));
    let sources: Vec<&str> = pack.rules.iter().map(|rule| rule.draft.source.as_str()).collect();
    assert_eq!(sources, ["某文件第四章（某市某局 2026-01-05）", "某市某局 2026-01-05"]);
    assert_eq!(pack.rules[1].rule.as_ref().unwrap().hours_per_unit, Some(Hours::from_hundredths(150)));
}

#[test]
fn a_pack_is_laid_beside_the_book() {
    let first = read_value(pack(papers()), &Book::default()).unwrap();
    assert_eq!(verdicts(&first), ["new", "new"]);
    let book = taken(&first);
    assert_eq!(verdicts(&read_value(pack(papers()), &book).unwrap()), ["same", "same"]);
    let mut changed = papers();
    changed[0]["hours-per-unit"] = json!("12");
    changed[1]["hours-per-unit"] = json!("十");
    let again = read_value(pack(changed), &book).unwrap();
    assert_eq!(verdicts(&again), ["conflict", "error"]);
    assert_eq!(again.rules[0].verdict, PackVerdict::Conflict(vec![RuleField::HoursPerUnit]));
    assert!(again.rules[1].rule.is_none());
}

#[test]
fn what_is_no_pack_is_refused_with_its_reason() {
    let of = |change: &dyn Fn(&mut Value)| {
        let mut value = pack(papers());
        change(&mut value);
        read_value(value, &Book::default()).map(|pack| pack.title)
    };
    assert_eq!(of(&|_| ()), Ok("示例".to_owned()));
    assert_eq!(of(&|value| value["format"] = json!("backup")), Err(PackError::OtherFormat));
    assert_eq!(of(&|value| value["app"] = json!("other")), Err(PackError::OtherFormat));
    assert_eq!(of(&|value| value["version"] = json!(2)), Err(PackError::NewerVersion));
    assert_eq!(of(&|value| value["publisher"] = json!(" ")), Err(PackError::PublisherMissing));
    assert_eq!(of(&|value| value["date"] = json!("spring")), Err(PackError::BadDate));
    assert_eq!(of(&|value| value["rules"] = json!([])), Err(PackError::NoRules));
    let twice = |value: &mut Value| value["rules"][1]["name"] = json!(" 论文 ");
    assert_eq!(of(&twice), Err(PackError::Twice("论文".into())));
    let many: Vec<Value> = (0..=MAX_RULES).map(|n| json!({ "name": n.to_string() })).collect();
    assert_eq!(of(&|value| value["rules"] = json!(many)), Err(PackError::TooManyRules));
    // A field that the schema does not know is a slip of the pen, or another version: not dropped.
    assert!(matches!(of(&|value| value["rules"][0]["hours"] = json!("9")), Err(PackError::NotAPack { .. })));
    assert_eq!(read("{", &Book::default()), Err(PackError::NotAPack { line: 1, column: 1 }));
    let backup = crate::exchange::backup::book_as_json(
        &Book::default(),
        crate::exchange::backup::About { made: "2026-11-21T10:00", demo: false },
    );
    assert_eq!(read(&backup, &Book::default()), Err(PackError::OtherFormat));
    assert_eq!(read(&" ".repeat(MAX_BYTES + 1), &Book::default()), Err(PackError::TooLarge));
}

#[test]
fn a_rule_without_a_source_of_its_own_names_its_publisher_once_however_often_it_is_handed_on() {
    let text = r#"{"app":"xueshi","format":"rule-pack","version":1,"title":"折算","publisher":"某局",
        "date":"2026-01-02","rules":[{"name":"专利","unit":"day"}]}"#;
    let source = |text: &str| read(text, &Book::default()).unwrap().rules[0].rule.clone().unwrap();
    let first = source(text);
    assert_eq!(first.source, "某局 2026-01-02");
    assert_eq!(source(&write(std::slice::from_ref(&first), "折算", "某局", "2026-01-02")), first);
}

#[test]
fn a_pack_never_changes_a_figure_of_a_notice() {
    use crate::rules::{City, Year};
    let notice = include_str!("../../../tests/fixtures/notice-2027.json");
    let mut book = Book::default();
    book.put_notice(crate::exchange::notice::read(notice).unwrap());
    let asked = |book: &Book| -> Vec<_> {
        let rulebook = book.rulebook();
        let years = (2001..=2030).map(Year::known);
        years
            .flat_map(|year| City::ALL.iter().map(move |&city| (year, city)))
            .map(|(year, city)| rulebook.rule(year, city))
            .collect()
    };
    let before = asked(&book);
    // Named like a notice's figures, with amounts that no notice states.
    let rules = ["total", "professional", "base-ceiling", "全年合计", "公需科目截止"]
        .map(|name| json!({ "name": name, "kind": name, "hours-per-unit": "1", "cap-per-year": "1" }));
    let pack = read_value(pack(json!(rules)), &book).unwrap();
    book.put_conversions(pack.rules.iter().filter_map(|rule| rule.rule.clone()).collect());
    assert_eq!(book.conversions().len(), 5);
    assert!(asked(&book) == before);
}

#[test]
fn the_shipped_pack_has_kinds_and_no_figure() {
    let rules = blank_rules();
    assert_eq!(rules.len(), 10);
    for rule in &rules {
        assert!(rule.hours_per_unit.is_none() && rule.cap_per_year.is_none() && rule.subject.is_none());
        assert!(
            rule.source.starts_with(crate::book::conversion::BLANK_MARK) && rule.source.contains("109号"),
            "{}",
            rule.source
        );
    }
    assert!(!BLANK.contains("hours-per-unit") && !BLANK.contains("cap-per-year"));
    assert!(read(BLANK, &Book::default()).is_ok());
}

#[test]
fn the_schema_names_every_field_and_choice() {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/pack.schema.json")).unwrap();
    let rule = &schema["properties"]["rules"]["items"]["properties"];
    let names: Vec<&str> = RuleField::ALL.iter().map(|field| field.code()).collect();
    assert_eq!(rule.as_object().unwrap().len(), names.len());
    assert!(names.iter().all(|name| rule.get(name).is_some()));
    let codes = |field: &str| -> Vec<&str> {
        rule[field]["enum"].as_array().unwrap().iter().filter_map(Value::as_str).collect()
    };
    use crate::rules::Subject;
    use crate::rules::conversion::{Method, Unit};
    assert_eq!(codes("unit"), Unit::ALL.iter().map(|unit| unit.code()).collect::<Vec<_>>());
    assert_eq!(codes("method"), Method::ALL.iter().map(|method| method.code()).collect::<Vec<_>>());
    assert_eq!(codes("subject"), Subject::ALL.iter().map(|subject| subject.code()).collect::<Vec<_>>());
    assert_eq!(schema["properties"]["rules"]["maxItems"], json!(MAX_RULES));
}

proptest! {
    #[test]
    fn no_text_brings_the_reading_down(text in "\\PC{0,200}") {
        let _ = read(&text, &Book::default());
    }

    #[test]
    fn a_pack_with_any_values_is_read_or_refused(
        name in "\\PC{0,12}", hours in "[0-9.一]{0,7}", unit in "(item|day|x|)", date in "[0-9-]{0,10}",
        version in 0u32..4,
    ) {
        let rule = json!({ "name": name, "hours-per-unit": hours, "unit": unit });
        let mut value = pack(json!([rule]));
        value["date"] = json!(date);
        value["version"] = json!(version);
        if let Ok(pack) = read_value(value, &Book::default()) {
            let figures = pack.rules.iter().filter_map(|rule| rule.rule.as_ref());
            for rule in figures {
                prop_assert!(rule.source.contains("某市某局"), "no figure without its publisher");
            }
        }
    }

    #[test]
    fn a_pack_cut_anywhere_is_refused(cut in 0usize..200) {
        let whole = pack(papers()).to_string();
        let at = whole.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(0);
        prop_assert!(read(&whole[..at], &Book::default()).is_err());
    }

    #[test]
    fn what_is_written_is_read_again(hundredths in 1u64..=999_999, capped in any::<bool>()) {
        let mut rule = blank_rules().remove(0);
        rule.hours_per_unit = Some(Hours::from_hundredths(hundredths));
        rule.source = "核定".into();
        rule.cap_per_year = capped.then(|| Hours::whole(30));
        let text = write(&[rule.clone()], "我的规则", "本人", "2026-11-21");
        let pack = read(&text, &Book::default()).unwrap();
        let read = pack.rules[0].rule.clone().unwrap();
        prop_assert_eq!((read.hours_per_unit, read.cap_per_year, read.unit), (rule.hours_per_unit, rule.cap_per_year, rule.unit));
        // Read back into the book that it came into, nothing changes, nor is the publisher named twice.
        let again = super::read(&write(&[read], "我的规则", "本人", "2026-11-21"), &taken(&pack)).unwrap();
        prop_assert_eq!(verdicts(&again), ["same"]);
    }
}
