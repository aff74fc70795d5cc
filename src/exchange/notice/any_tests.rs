//! Any notice is written and read again; any JSON is taken whole or refused, never with a panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::tests::full;
use super::*;
use crate::rules::notice::{Amount, Extension, FigureKind, Notice, NoticeFigure};
use crate::rules::rulebook::Telephone;
use crate::rules::source::{Citation, Source};
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{City, Hours, TitleLevel, UnitLevel, Year};

fn texts() -> impl Strategy<Value = String> {
    "[\\PC&&[^ ]]{1,12}".prop_map(|text| text.trim().to_owned()).prop_filter("blank", |text| !text.is_empty())
}

prop_compose! {
    fn places()(document in texts(), section in texts()) -> (String, String) { (document, section) }
}

prop_compose! {
    /// Any notice that the reader takes.
    fn notices()(
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
