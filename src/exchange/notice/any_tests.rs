//! Any notice is written and read again; any JSON is taken whole or refused, never with a panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::tests::full;
use super::*;
use crate::exchange::any_json::{any_damage, any_json, damaged};
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

/// The names that a notice knows, and one that it does not.
const NAMES: &[&str] = &[
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
    "remark",
];

const WORDS: &[&str] = &[
    "xueshi",
    "notice",
    "2027",
    "2100",
    "total",
    "public-deadline",
    "transfer",
    "90",
    "9999.99",
    "0",
    "2028-05-31",
    "2028-02-30",
    "huaibei",
    "county",
    "city-hrss",
    "senior",
    "study",
];

fn json() -> impl Strategy<Value = Value> + Clone {
    any_json(NAMES, WORDS).boxed()
}

/// Reads it and, if it is taken, computes with it in every city, some years around.
fn read_and_use(text: &str) -> Result<(), TestCaseError> {
    let notice = match read(text) {
        Ok(notice) => notice,
        Err(NoticeError::Wrong(BackupError::At { place, .. })) => {
            prop_assert!(!place.is_empty(), "a flaw without its place");
            return Ok(());
        }
        Err(_) => return Ok(()),
    };
    let mut book = crate::book::Book::default();
    // The review is whole: a row for each thing that the notice states.
    let reviewed: Vec<FigureKind> = book.compare_notice(&notice).iter().map(|row| row.kind).collect();
    prop_assert_eq!(reviewed, notice.kinds().collect::<Vec<_>>());
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
    fn no_json_brings_the_reading_down(value in json(), is_named in any::<bool>()) {
        let mut value = value;
        if let (true, Value::Object(members)) = (is_named, &mut value) {
            members.insert("app".into(), json!("xueshi"));
            members.insert("format".into(), json!("notice"));
            members.insert("version".into(), json!(1));
        }
        read_and_use(&value.to_string())?;
    }

    #[test]
    fn a_notice_changed_anywhere_is_taken_whole_or_refused(
        damage in proptest::collection::vec(any_damage(json()), 1..4),
    ) {
        read_and_use(&damage.into_iter().fold(full(), damaged).to_string())?;
    }

    #[test]
    fn a_notice_cut_anywhere_is_refused(cut in any::<proptest::sample::Index>()) {
        let whole = full().to_string();
        let ends: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
        prop_assert!(read(&whole[..*cut.get(&ends)]).is_err());
    }
}
