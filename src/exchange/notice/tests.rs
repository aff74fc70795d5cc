//! Notices read, and refused with the place of what is wrong.

use serde_json::{Value, json};

use super::*;
use crate::exchange::backup::Flaw;
use crate::rules::notice::{Amount, Extension, FigureKind};
use crate::rules::stamp_route::{Office, Who};
use crate::rules::{City, TitleLevel, Year};

/// A made-up notice that states everything that one can.
pub fn full() -> Value {
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

fn flawed(place: &str, flaw: Flaw, found: &str) -> NoticeError {
    NoticeError::Wrong(BackupError::At { place: place.into(), flaw, found: found.into() })
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
fn nothing_is_taken_without_its_document_and_section() {
    let figures = (0..6).map(|nth| (format!("/figures/{nth}"), format!("figures[{nth}]")));
    let others = [
        ("/stamp-route", "stamp-route"),
        ("/stamp-route/rows/0", "stamp-route.rows[0]"),
        ("/telephones/0", "telephones[0]"),
    ];
    let others = others.map(|(at, told)| (at.to_owned(), told.to_owned()));
    for (at, told) in figures.chain(others) {
        for name in ["document", "section"] {
            let why = refused(|value| {
                let object = value.pointer_mut(&at).and_then(Value::as_object_mut).expect("an object");
                assert!(object.remove(name).is_some(), "{at} names no {name}");
            });
            assert_eq!(why, flawed(&format!("{told}.{name}"), Flaw::Missing, ""));
        }
    }
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
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
        NoticeError::Wrong(BackupError::At { flaw: Flaw::TooLong, .. })
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
