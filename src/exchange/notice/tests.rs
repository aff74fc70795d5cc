//! Notices read, refused with the place, written and read again, and never a panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::exchange::backup::Flaw;
use crate::rules::notice::{Amount, Extension, FigureKind, Notice, NoticeFigure};
use crate::rules::rulebook::Telephone;
use crate::rules::source::{Citation, Source};
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{City, Hours, TitleLevel, UnitLevel, Year};

/// A made-up notice that states everything that one can.
fn full() -> Value {
    let at = |section: &str| json!({ "document": "某人社秘〔2027〕1号", "section": section });
    let with = |mut more: Value, section: &str| {
        for (name, value) in at(section).as_object().unwrap() {
            more[name] = value.clone();
        }
        more
    };
    json!({
        "app": "xueshi", "format": "notice", "version": 1,
        "title": "2027 年通知要点", "publisher": "某公司人事处", "date": "2027-07-01",
        "year": "2027", "city": "huaibei",
        "figures": [
            with(json!({ "kind": "total", "hours": "96" }), "二"),
            with(json!({ "kind": "professional", "hours": "64.5" }), "二"),
            with(json!({ "kind": "minutes-per-hour", "minutes": "45" }), "二"),
            with(json!({ "kind": "public-deadline", "day": "2028-06-30", "for": "online" }), "六（一）"),
            with(json!({ "kind": "base-ceiling", "hours": "30" }), "四（二）"),
            with(json!({ "kind": "transfer" }), "五 注意"),
        ],
        "stamp-route": with(json!({ "rows": [
            with(json!({ "unit-level": "county", "applies-for": ["senior"], "offices": ["county-hrss", "city-hrss"] }), "五（二）"),
            with(json!({ "unit-level": "municipal", "offices": ["city-hrss"] }), "五（三）"),
        ] }), "五（一）"),
        "telephones": [with(json!({ "number": "0561-0000000", "whose": "市人社局" }), "文末")],
    })
}

fn refused(change: impl Fn(&mut Value)) -> NoticeError {
    let mut value = full();
    change(&mut value);
    read(&value.to_string()).expect_err(&value.to_string())
}

#[test]
fn every_figure_names_document_section_and_publisher() {
    let notice = read(&full().to_string()).unwrap();
    assert_eq!(
        (notice.publisher.as_str(), notice.year, notice.city),
        ("某公司人事处", Year::known(2027), Some(City::Huaibei))
    );
    assert_eq!(notice.figures.len(), 6);
    let deadline = notice.figure(FigureKind::PublicDeadline).unwrap();
    assert_eq!(deadline.amount, Amount::Day(crate::rules::date::day(2028, 6, 30), Extension::Online));
    assert_eq!(deadline.place.place(), "某人社秘〔2027〕1号 六（一）");
    for figure in &notice.figures {
        assert_eq!(figure.place.publisher, "某公司人事处");
        assert_eq!(figure.source().confidence().code(), "secondary");
    }
    let stamps = notice.stamps.as_ref().unwrap();
    assert_eq!(stamps.rows[0].who, Who::Applies(vec![TitleLevel::Senior]));
    assert_eq!(stamps.rows[0].offices, [Office::CountyHrss, Office::CityHrss]);
    assert_eq!(notice.telephones[0].source.code(), "某人社秘〔2027〕1号 文末");
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    use BackupError::At;
    let flawed = |place: &str, flaw, found: &str| {
        NoticeError::Wrong(At { place: place.into(), flaw, found: found.into() })
    };
    assert_eq!(refused(|v| v["publisher"] = json!(" ")), flawed("publisher", Flaw::Missing, ""));
    assert_eq!(refused(|v| v["date"] = json!("next June")), flawed("date", Flaw::NotADate, "next June"));
    assert_eq!(refused(|v| v["year"] = json!("1999")), flawed("year", Flaw::NotAYear, "1999"));
    assert_eq!(refused(|v| v["city"] = json!("atlantis")), flawed("city", Flaw::NotAChoice, "atlantis"));
    assert_eq!(refused(|v| v["figures"] = json!(7)), flawed("figures", Flaw::NotAList, "7"));
    assert_eq!(
        refused(|v| v["figures"][0]["hours"] = json!("ninety")),
        flawed("figures[0].hours", Flaw::NotHours, "ninety")
    );
    assert_eq!(
        refused(|v| v["figures"][0]["hours"] = json!(96)),
        flawed("figures[0].hours", Flaw::NotAText, "96")
    );
    assert_eq!(
        refused(|v| v["figures"][0]["section"] = json!("")),
        flawed("figures[0].section", Flaw::Missing, "")
    );
    assert_eq!(
        refused(|v| v["figures"][2]["minutes"] = json!("0")),
        flawed("figures[2].minutes", Flaw::NotMinutes, "0")
    );
    // The year's own last day is the earliest: study within the year always counts.
    assert_eq!(
        refused(|v| v["figures"][3]["day"] = json!("2027-12-30")),
        flawed("figures[3].day", Flaw::DeadlineOutside, "2027-12-30")
    );
    assert_eq!(
        refused(|v| v["figures"][3]["day"] = json!("2029-01-01")),
        flawed("figures[3].day", Flaw::DeadlineOutside, "2029-01-01")
    );
    assert_eq!(
        refused(|v| v["figures"][1]["kind"] = json!("total")),
        flawed("figures[1]", Flaw::Twice, "total")
    );
    // A stamp route is no figure with hours.
    assert_eq!(
        refused(|v| v["figures"][5]["kind"] = json!("stamp-route")),
        flawed("figures[5].kind", Flaw::NotAChoice, "stamp-route")
    );
    // 96.01 professional hours of 96 in all.
    assert_eq!(
        refused(|v| v["figures"][1]["hours"] = json!("96.01")),
        flawed("figures", Flaw::BeyondTotal, "96.01")
    );
    assert_eq!(refused(|v| v["extra"] = json!("x")), flawed("extra", Flaw::Unknown, "x"));
    assert_eq!(
        refused(|v| v["stamp-route"]["rows"][0]["offices"] = json!([])),
        flawed("stamp-route.rows[0].offices", Flaw::NothingStated, "")
    );
    assert_eq!(
        refused(|v| v["stamp-route"]["rows"][0]["offices"][0] = json!("palace")),
        flawed("stamp-route.rows[0].offices", Flaw::NotAChoice, "palace")
    );
    assert_eq!(
        refused(|v| v["telephones"][0]["number"] = json!("javascript:1")),
        flawed("telephones[0].number", Flaw::NotATelephone, "javascript:1")
    );
    let province = |v: &mut Value| drop(v.as_object_mut().unwrap().remove("city"));
    assert_eq!(refused(province), flawed("stamp-route", Flaw::NeedsACity, ""));
    let bare = |v: &mut Value| {
        v["figures"] = json!([]);
        ["stamp-route", "telephones"]
            .into_iter()
            .for_each(|name| drop(v.as_object_mut().unwrap().remove(name)));
    };
    assert_eq!(refused(bare), flawed("figures", Flaw::NothingStated, ""));
    let long = "长".repeat(TEXT_MAX + 1);
    assert!(matches!(
        refused(|v| v["title"] = json!(long)),
        NoticeError::Wrong(At { flaw: Flaw::TooLong, .. })
    ));
}

#[test]
fn what_is_something_else_is_told() {
    assert_eq!(read(""), Err(NoticeError::Wrong(BackupError::Empty)));
    assert_eq!(read("{\n\"app\""), Err(NoticeError::Wrong(BackupError::NotJson { line: 2, column: 5 })));
    assert_eq!(read("[]"), Err(NoticeError::OtherFormat));
    assert_eq!(refused(|v| v["format"] = json!("rule-pack")), NoticeError::OtherFormat);
    assert_eq!(refused(|v| v["version"] = json!(2)), NoticeError::Wrong(BackupError::Newer { version: 2 }));
    assert_eq!(refused(|v| v["version"] = json!("1")), NoticeError::OtherFormat);
    assert_eq!(read(&" ".repeat(MAX_BYTES + 1)), Err(NoticeError::TooLarge));
}

#[test]
fn the_schema_takes_what_the_reader_takes() {
    let schema: Value = serde_json::from_str(include_str!("../../../docs/notice.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    assert!(schema.is_valid(&full()));
    let written: Value = serde_json::from_str(&write(&read(&full().to_string()).unwrap())).unwrap();
    assert!(schema.is_valid(&written));
    for (pointer, to) in [
        ("/publisher", json!("")),
        ("/year", json!("1999")),
        ("/figures/0/hours", json!(96)),
        ("/figures/0/kind", json!("sum")),
        ("/figures/2/minutes", json!("0")),
        ("/figures/3/day", json!("soon")),
        ("/stamp-route/rows/0/offices", json!([])),
        ("/telephones/0/number", json!("call us")),
        ("/version", json!(2)),
    ] {
        let mut value = full();
        *value.pointer_mut(pointer).unwrap() = to;
        assert!(!schema.is_valid(&value), "{pointer}");
        assert!(read(&value.to_string()).is_err(), "{pointer}");
    }
}

fn texts() -> impl Strategy<Value = String> {
    "[\\PC&&[^ ]]{1,12}".prop_map(|text| text.trim().to_owned()).prop_filter("blank", |text| !text.is_empty())
}

prop_compose! {
    fn places()(document in texts(), section in texts()) -> (String, String) { (document, section) }
}

prop_compose! {
    /// Any notice that the reader takes.
    pub fn notices()(
        (title, publisher, whose) in (texts(), texts(), texts()),
        year in 2001u16..2100,
        city in proptest::option::of(proptest::sample::select(City::ALL)),
        total in 10_000u64..=500_000,
        (professional, minimum, ceiling) in (1u64..=5_000, 1u64..=5_000, 1u64..=9_999),
        (minutes, month, online) in (1u32..=240, 1u32..=12, any::<bool>()),
        places in proptest::collection::vec(places(), 9),
        stated in proptest::collection::vec(any::<bool>(), 9),
        titles in proptest::sample::subsequence(TitleLevel::ALL, 1..=3),
    ) -> Notice {
        let published = crate::rules::date::day(2026, 7, 1);
        let cite = |n: usize| std::sync::Arc::new(Citation {
            publisher: publisher.clone(), published,
            document: places[n].0.clone(), section: places[n].1.clone(),
        });
        let source = |n| Source::Notice(cite(n));
        let extension = if online { Extension::Online } else { Extension::Study };
        let amounts = [
            (FigureKind::Total, Amount::Hours(Hours::from_hundredths(total))),
            (FigureKind::Professional, Amount::Hours(Hours::from_hundredths(professional))),
            (FigureKind::PublicMinimum, Amount::Hours(Hours::from_hundredths(minimum))),
            (FigureKind::Minutes, Amount::Minutes(minutes)),
            (FigureKind::PublicDeadline, Amount::Day(crate::rules::date::day(year + 1, month, 28), extension)),
            (FigureKind::Ceiling, Amount::Hours(Hours::from_hundredths(ceiling))),
            (FigureKind::Transfer, Amount::Stated),
        ];
        let figures = amounts.into_iter().enumerate().filter(|(n, _)| *n == 0 || stated[*n]);
        let figures = figures.map(|(n, (kind, amount))| NoticeFigure { kind, amount, place: cite(n) }).collect();
        let row = StampRow::new(UnitLevel::County, Who::Holds(titles), &[Office::CityHrss], &[source(8)]);
        Notice {
            title, published, year: Year::known(year), city, figures,
            stamps: (city.is_some() && stated[7]).then(|| StampTable { first: vec![source(7)], rows: vec![row] }),
            telephones: if city.is_some() && stated[8] {
                vec![Telephone { number: "0561-1234567".into(), zh: whose.clone(), en: whose, source: source(8) }]
            } else {
                vec![]
            },
            publisher,
        }
    }
}

/// Any JSON at all.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        proptest::sample::select(vec!["xueshi", "notice", "2027", "total", "90", "2028-05-31", "huaibei"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((keys(), inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn keys() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "app",
        "format",
        "version",
        "title",
        "publisher",
        "date",
        "year",
        "city",
        "figures",
        "kind",
        "hours",
        "day",
        "for",
        "minutes",
        "document",
        "section",
        "stamp-route",
        "rows",
        "offices",
        "telephones",
        "number",
        "whose",
        "unit-level",
        "holds",
        "applies-for",
    ])
    .prop_map(str::to_owned)
}

/// Every place of a value that can be replaced.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| pointers(inner, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, inner)| pointers(inner, &format!("{at}/{n}"), found));
        }
        _ => {}
    }
}

/// Reads it and, if it is taken, computes with it in every city, some years around.
fn read_and_use(text: &str) -> Result<(), TestCaseError> {
    let Ok(notice) = read(text) else { return Ok(()) };
    let mut book = crate::book::Book::default();
    book.compare_notice(&notice);
    book.put_notice(notice.clone());
    let rulebook = book.rulebook();
    for year in notice.year.get().saturating_sub(1).max(2001)..=(notice.year.get() + 2).min(2100) {
        for &city in City::ALL {
            let rule = rulebook.rule(Year::known(year), city);
            prop_assert!(!rule.base.total.sources.is_empty(), "no figure without a source");
            let _ = crate::report::rulebook::items(&rule);
            let ledger = crate::rules::Ledger::new([], &[]);
            let today = crate::rules::date::day(2026, 11, 21);
            let assessed = ledger.assess(rule, today, crate::rules::View::Earned);
            let _ = crate::rules::steps::steps(&assessed);
        }
    }
    prop_assert_eq!(read(&write(&notice)).expect("what is written is read"), notice);
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(notice in notices()) {
        prop_assert_eq!(read(&write(&notice)).unwrap(), notice);
    }

    #[test]
    fn no_text_brings_the_reading_down(text in "\\PC{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn no_json_brings_the_reading_down(value in any_json()) {
        let mut value = value;
        if let Value::Object(members) = &mut value {
            members.insert("app".into(), json!("xueshi"));
            members.insert("format".into(), json!("notice"));
            members.insert("version".into(), json!(1));
        }
        read_and_use(&value.to_string())?;
    }

    #[test]
    fn a_notice_changed_anywhere_is_taken_whole_or_refused(
        at in any::<proptest::sample::Index>(), to in any_json(), remove in any::<bool>(),
    ) {
        let mut value = full();
        let mut places = Vec::new();
        pointers(&value, "", &mut places);
        let place = at.get(&places).clone();
        match place.rsplit_once('/') {
            Some((above, name)) if remove => {
                if let Some(members) = value.pointer_mut(above).and_then(Value::as_object_mut) {
                    members.remove(name);
                }
            }
            _ => *value.pointer_mut(&place).unwrap() = to,
        }
        read_and_use(&value.to_string())?;
    }

    #[test]
    fn a_notice_cut_anywhere_is_refused(cut in any::<proptest::sample::Index>()) {
        let whole = full().to_string();
        let ends: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
        prop_assert!(read(&whole[..*cut.get(&ends)]).is_err());
    }
}
