//! Tables reviewed against a book.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::book::{FieldErrorKind, Profile};
use crate::rules::date::{DateError, day};
use crate::rules::hours::HoursError;
use crate::rules::{Form, Hours, Outcome, Status};

const HEADER: &str = "项目名称,科目类别,结束日期,学时";

fn read_with_room(text: &str, book: &Book, room: usize) -> Import {
    let mut last = 100;
    let mut new_id = || {
        last += 1;
        EntryId(last)
    };
    read_table(text, Context { today: day(2026, 11, 21), book, room, new_id: &mut new_id })
}

fn read(text: &str) -> Import {
    read_with_room(text, &Book::default(), 10_000)
}

/// `line verdict column …`, one row a line.
fn shown(import: &Import) -> Vec<String> {
    let row = |row: &Row| {
        let columns = row.errors.iter().map(|error| error.column.map_or("-", Column::name));
        let mut words = vec![row.line.to_string(), row.verdict.code().to_string()];
        words.extend(columns.map(str::to_string));
        words.join(" ")
    };
    import.rows.iter().map(row).collect()
}

fn kinds(import: &Import, row: usize) -> Vec<CellError> {
    import.rows[row].errors.iter().map(|error| error.kind).collect()
}

/// A book that holds what a file says.
fn book_of(text: &str) -> Book {
    let entries: Vec<Entry> = read(text).rows.into_iter().map(|row| row.entry.expect("sound")).collect();
    Book::from_parts(Profile::default(), Vec::new(), entries)
}

#[test]
fn the_least_columns_make_an_entry_with_the_stated_defaults() {
    let import = read(&format!("{HEADER}\n智能电网新技术,专业科目,2026年3月5日,４．５\n"));
    assert!(import.findings.is_empty());
    let row = &import.rows[0];
    assert_eq!((row.line, &row.verdict, row.year_was_open), (2, &RowVerdict::New, true));
    let entry = row.entry.as_ref().expect("a sound row");
    assert_eq!((entry.year, entry.end), (Year::known(2026), day(2026, 3, 5)));
    assert_eq!((entry.route, entry.form), (Route::Class, Form::Class));
    assert_eq!((entry.outcome, entry.status), (Outcome::NotAssessed, Status::Completed));
    assert_eq!(entry.hours, Hours::from_hundredths(450));
    assert_eq!(row.draft, Draft::from_entry(entry));
}

#[test]
fn every_column_reaches_its_field() {
    let import = read(concat!(
        "备注\t状态\t归属年度\t项目名称\t科目类别\t学习形式\t途径\t主办单位\t开始日期\t结束日期\t学时\t考核结果\t",
        "证书编号\t备案\t折算规则\t折算数量\t证明材料\n",
        "\"一\n二\"\t已审验\t2025年度\t论文\t专业科目\t\t折算认定\t学会\t2026/1/1\t2026.1.2\t12.50\t合格\t",
        "'=9\t是\t论文\t2\t首页\n",
    ));
    let draft = &import.rows[0].draft;
    let found: Vec<&str> = Column::ALL.iter().map(|&column| draft.get(column)).collect();
    assert_eq!(
        found,
        [
            "2025",
            "论文",
            "professional",
            "5",
            "conversion",
            "学会",
            "2026-01-01",
            "2026-01-02",
            "12.5",
            "passed",
            "=9",
            "verified",
            "yes",
            "一\n二",
            "论文",
            "2",
            "首页",
        ]
    );
    assert!(!import.rows[0].year_was_open);
}

#[test]
fn a_bad_row_names_line_and_columns_and_the_good_rows_stay() {
    let import = read(&format!(
        "{HEADER},开始日期,备注\n好,专业,2026-03-05,6,,\"两\n行\"\n,必修,2026-02-30,-6,46086,\n也好,公需,2026-03-05,6,,\n"
    ));
    assert_eq!(shown(&import), ["2 new", "4 error 项目名称 科目类别 开始日期 结束日期 学时", "5 new"]);
    assert_eq!(
        kinds(&import, 1),
        [
            CellError::Field(FieldErrorKind::Required),
            CellError::Field(FieldErrorKind::NotAChoice),
            CellError::DayNumber,
            CellError::Field(FieldErrorKind::Date(DateError::NoSuchDay)),
            CellError::Field(FieldErrorKind::Hours(HoursError::NotANumber)),
        ]
    );
    let cells: Vec<&str> = import.rows[1].errors.iter().map(|error| error.cell.as_str()).collect();
    assert_eq!(cells, ["", "必修", "46086", "2026-02-30", "-6"]);
    assert_eq!(import.rows[1].entry, None);
}

#[test]
fn a_row_with_more_cells_than_the_header_is_an_error_but_empty_ones_are_none() {
    let import =
        read(&format!("{HEADER}\n新技术,专业,2026-03-05,6,,\n电网, 新技术,专业,2026-03-05,6\n短,专业\n"));
    assert_eq!(shown(&import), ["2 new", "3 error 科目类别 结束日期 学时 -", "4 error 结束日期 学时"]);
    assert_eq!(kinds(&import, 1)[3], CellError::ExtraCells { found: 5, header: 4 });
}

#[test]
fn a_quote_that_never_closes_is_named_and_the_rows_below_are_read() {
    let import = read(&format!("{HEADER},备注\n甲,专业,2026-03-05,6,\"开\n乙,专业,2026-03-06,6,\n"));
    assert_eq!(shown(&import), ["2 error -", "3 new"]);
    assert_eq!(kinds(&import, 0), [CellError::UnclosedQuote]);
}

#[test]
fn a_conversion_rule_on_another_route_is_not_dropped_in_silence() {
    let import = read(&format!(
        "{HEADER},途径,折算规则,折算数量\n甲,专业,2026-03-05,6,,论文,2\n乙,专业,2026-03-05,6,折算,,2\n"
    ));
    assert_eq!(shown(&import), ["2 error 折算规则 折算数量", "3 error 折算规则"]);
    assert_eq!(kinds(&import, 0), [CellError::OnlyForConversion; 2]);
    assert_eq!(kinds(&import, 1), [CellError::Field(FieldErrorKind::RuleMissing)]);
}

#[test]
fn what_the_book_has_is_the_same_and_what_contradicts_it_a_conflict() {
    let book = book_of(&format!("{HEADER},归属年度,备注\n智能 电网(一),专业,2026-03-05,6,2025,旧\n"));
    let id = book.entries().next().expect("one").id;
    for (header, row, verdict) in [
        ("", "智能 电网(一),专业,2026-03-05,6", RowVerdict::Same(Twin::Entry(id))),
        ("", "智能　电网（一）,专业,2026/3/5,6.0", RowVerdict::Same(Twin::Entry(id))),
        (",备注", "智能 电网(一),专业,2026-03-05,6,旧", RowVerdict::Same(Twin::Entry(id))),
        (",归属年度", "智能 电网(一),专业,2026-03-05,6,", RowVerdict::Same(Twin::Entry(id))),
        (",归属年度", "智能 电网(一),专业,2026-03-05,6,2025", RowVerdict::Same(Twin::Entry(id))),
        (
            ",归属年度",
            "智能 电网(一),专业,2026-03-05,6,2026",
            RowVerdict::Conflict { twin: Twin::Entry(id), differs: vec![Column::Year] },
        ),
        (
            ",备注",
            "智能 电网(一),专业,2026-03-05,8,",
            RowVerdict::Conflict { twin: Twin::Entry(id), differs: vec![Column::Hours, Column::Remarks] },
        ),
        ("", "智能 电网(一),公需,2026-03-05,6", RowVerdict::New),
        ("", "智能 电网(一),专业,2026-03-06,6", RowVerdict::New),
        ("", "智能电网(一),专业,2026-03-05,6", RowVerdict::New),
    ] {
        let import = read_with_room(&format!("{HEADER}{header}\n{row}\n"), &book, 10);
        assert_eq!(import.rows[0].verdict, verdict, "{row}");
        assert!(import.rows[0].entry.is_some());
    }
}

#[test]
fn rows_of_one_file_are_compared_with_those_above() {
    let rows = "甲,专业,2026-03-05,6\n甲,专业,2026-03-05,6\n甲,专业,2026-03-05,8\n甲,专业,2026-03-05,8\n";
    let import = read(&format!("{HEADER}\n{rows}"));
    assert_eq!(shown(&import), ["2 new", "3 same", "4 conflict", "5 same"]);
    let twins: Vec<Option<Twin>> = import.rows.iter().map(|row| row.verdict.twin()).collect();
    let line = |line| Some(Twin::Line(line));
    assert_eq!(twins, [None, line(2), line(2), line(4)]);
}

#[test]
fn rows_beyond_the_room_say_so_and_the_same_take_none() {
    let rows = "甲,专业,2026-03-05,6\n甲,专业,2026-03-05,6\n乙,专业,2026-03-05,8\n丙,专业,2026-03-05,8\n";
    let import = read_with_room(&format!("{HEADER}\n{rows}"), &Book::default(), 2);
    assert_eq!(shown(&import), ["2 new", "3 same", "4 new", "5 error -"]);
    assert_eq!(kinds(&import, 3), [CellError::NoRoom]);
}

#[test]
fn only_a_planned_row_may_end_after_today() {
    let rows = "甲,专业,2026-12-01,6,\n乙,专业,2026-12-01,6,计划\n";
    assert_eq!(shown(&read(&format!("{HEADER},状态\n{rows}"))), ["2 error 结束日期", "3 new"]);
}

#[test]
fn a_file_that_cannot_be_read_has_one_clear_finding() {
    for (text, finding) in [
        ("", Finding::Empty),
        (" \n,,\n", Finding::Empty),
        (HEADER, Finding::NoRows),
        ("项目名称,学时\n甲,6", Finding::MissingColumns(vec![Column::Subject, Column::End])),
    ] {
        assert_eq!(read(text), Import { rows: Vec::new(), findings: vec![finding] }, "{text}");
    }
}

#[test]
fn an_import_that_went_in_is_the_same_when_read_again() {
    let text = format!(
        "{HEADER},归属年度,途径,学习形式\n甲,专业,2026-03-05,6,2025,,\n乙,公需,2026-03-05,8,,安徽大学,\n丙,公需,2026-03-05,8,,,讲座\n"
    );
    let book = book_of(&text);
    let again = read_with_room(&text, &book, 0);
    assert_eq!(shown(&again), ["2 same", "3 same", "4 same"]);
}

#[test]
fn ten_thousand_rows_are_reviewed_at_once() {
    let rows: String = (0..10_000)
        .map(|n| format!("智能电网新技术与应用第{n}期,专业科目,2026-03-05,{}.5,某某学会,合格\n", n % 90 + 1))
        .collect();
    let text = format!("{HEADER},主办单位,考核结果\n{rows}");
    let book = book_of(&text);
    let start = Instant::now();
    let import = read_with_room(&text, &book, 0);
    // Far above what it takes, even unoptimised: against a comparison of each with each.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    assert!(import.rows.len() == 10_000 && import.rows.iter().all(|row| row.verdict.code() == "same"));
}

proptest! {
    #[test]
    fn no_text_panics(text: String, rows in "[\"',;\t\r\n甲专业公需0-9./年月日=]{0,80}") {
        read(&text);
        for row in read(&format!("{HEADER},{text}\n{rows}")).rows {
            prop_assert_eq!(row.entry.is_none(), row.verdict == RowVerdict::Error);
            prop_assert_eq!(row.errors.is_empty(), row.verdict != RowVerdict::Error);
        }
    }
}
