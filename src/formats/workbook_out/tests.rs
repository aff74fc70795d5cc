//! What is written is read by calamine, which knows nothing of the writer, and by our own reader.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::*;
use crate::book::{Book, Draft};
use crate::exchange::{Context, RowVerdict, review};
use crate::formats::workbook;
use crate::report::pack::{Scope, pack};
use crate::rules::date::day;
use crate::rules::{EntryId, Rulebook};

fn today() -> Date {
    day(2026, 11, 21)
}

fn entry(id: u64, title: &str, subject: &str, route: &str, end: &str, hours: &str, outcome: &str) -> Entry {
    let draft = Draft {
        title: title.into(),
        subject: subject.into(),
        route: route.into(),
        start: "2026-03-01".into(),
        end: end.into(),
        hours: hours.into(),
        outcome: outcome.into(),
        remarks: "'=1+1".into(),
        ..Draft::default()
    };
    draft.check(today()).expect("sound").with_id(EntryId(id))
}

/// 60.35 professional; 40 on a base, of which 30 count; a base's course without its exam.
fn book() -> Book {
    Book::from_parts(
        Default::default(),
        vec![],
        [
            entry(1, "=SUM(A1:A9)", "professional", "class", "2026-03-05", "60.35", "none"),
            entry(2, "公需课", "public", "anhui-university", "2026-04-01", "40", "passed"),
            entry(3, "没考的课", "public", "anhui-university", "2026-05-01", "5", "none"),
        ],
    )
}

fn bytes(demo: bool) -> Vec<u8> {
    let scope = Scope::Year(Year::known(2026));
    workbook(&[pack(&book(), &Rulebook::shipped(), scope, today(), demo)], today()).unwrap()
}

#[test]
fn numbers_are_numbers_days_are_days_and_text_is_no_formula() {
    let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes(false))).unwrap();
    assert_eq!(read.sheet_names(), ["汇总", "2026"]);
    let summary = read.worksheet_range("汇总").unwrap();
    // Year, required in all and professional, professional, public, transfer, total, lines.
    // 60.35 professional are 0.35 over what is asked, which stand in for public hours only where
    // these are short: 30 of 30 are there.
    let figures: Vec<f64> = (0..8)
        .map(|at| match summary.get((1, at)) {
            Some(Data::Float(figure)) => *figure,
            other => panic!("no number: {other:?}"),
        })
        .collect();
    assert_eq!(figures, [2026.0, 90.0, 60.0, 60.35, 30.0, 0.0, 90.35, 2.0]);
    let year = read.worksheet_range("2026").unwrap();
    let at = |row: usize, name: &str| {
        let column = (0..).find(|at| year.get((0, *at)) == Some(&Data::String(name.into()))).unwrap();
        year.get((row, column)).unwrap().clone()
    };
    assert_eq!(at(1, "项目名称"), Data::String("=SUM(A1:A9)".into()));
    assert_eq!((at(1, "学时"), at(1, "计入学时")), (Data::Float(60.35), Data::Float(60.35)));
    assert_eq!((at(2, "学时"), at(2, "计入学时")), (Data::Float(40.0), Data::Float(30.0)));
    assert_eq!((at(3, "学时"), at(3, "计入学时")), (Data::Float(5.0), Data::Float(0.0)));
    let Data::DateTime(end) = at(1, "结束日期") else { panic!("no day") };
    assert!(end.is_datetime());
    assert_eq!(end.to_ymd_hms_milli(), (2026, 3, 5, 0, 0, 0, 0));
    assert!(read.worksheet_formula("2026").unwrap().is_empty());
    assert_eq!(at(1, "材料编号"), Data::String("2026-01".into()));
    assert!(matches!(at(2, "未计入原因"), Data::String(reason) if reason.starts_with("10：")));
}

#[test]
fn a_year_can_be_imported_again() {
    let file = bytes(false);
    let mut read = workbook::Workbook::open(&file).unwrap();
    let sheets = read.sheets(|_, _| {}).unwrap();
    let fits: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.rows, sheet.fits)).collect();
    // The summary: heading, one year, the maker's day and the disclaimer; no person is named.
    assert_eq!(fits, [("汇总", 4, false), ("2026", 4, true)]);
    let table = read.table(1, |_| {}).unwrap();
    let book = book();
    let mut new_id = || EntryId(99);
    let import = review(&table, Context { today: today(), book: &book, room: 9, new_id: &mut new_id });
    let verdicts: Vec<_> = import.rows.iter().map(|row| row.verdict.clone()).collect();
    assert!(verdicts.iter().all(|verdict| matches!(verdict, RowVerdict::Same(_))), "{:?}", import.rows);
}

#[test]
fn the_demo_says_so_on_every_sheet_and_in_every_row() {
    let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes(true))).unwrap();
    assert_eq!(read.sheet_names(), ["示例 汇总", "示例 2026"]);
    let year = read.worksheet_range("示例 2026").unwrap();
    for row in year.rows().skip(1) {
        assert!(matches!(&row[2], Data::String(title) if title.starts_with("【示例】")), "{:?}", row[2]);
    }
}

#[test]
fn the_same_book_gives_the_same_file() {
    assert_eq!(bytes(false), bytes(false));
}
