//! What is written as CSV comes back through the import, and no cell can start a formula.

use proptest::prelude::*;

use super::*;
use crate::exchange::{Context, import};
use crate::rules::{EntryId, Year, date::day};

/// What an import makes of a file for an empty book, as drafts.
fn read_back(bytes: &[u8]) -> Vec<Draft> {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{FEFF}').expect("a mark for Excel");
    let book = Book::default();
    let mut ids = 0..;
    let mut new_id = || EntryId(ids.next().unwrap());
    let context = Context { today: day(2026, 11, 21), book: &book, room: 100, new_id: &mut new_id };
    let import = import::read_table(text, context);
    assert_eq!(import.findings, []);
    import.rows.iter().map(|row| Draft::from_entry(row.entry.as_ref().expect("a sound row"))).collect()
}

fn entry(title: &str) -> Entry {
    let draft = Draft {
        year: "2025".into(),
        title: title.into(),
        subject: "public".into(),
        form: "3".into(),
        route: "ah-open-university".into(),
        organiser: "安徽开放大学".into(),
        start: "2026-02-01".into(),
        end: "2026-03-05".into(),
        hours: "4.35".into(),
        outcome: "passed".into(),
        certificate: "-2025".into(),
        status: "registered".into(),
        filing: "no".into(),
        evidence: "第 3 页".into(),
        remarks: "=1+1\n第二行，\"引号\"".into(),
        ..Draft::default()
    };
    draft.check(day(2026, 11, 21)).expect("sound").with_id(EntryId(1))
}

fn book_of(entries: impl IntoIterator<Item = Entry>) -> Book {
    Book::from_parts(Default::default(), vec![], entries)
}

#[test]
fn every_column_comes_back() {
    let entry = entry("=HYPERLINK(\"x\")");
    assert_eq!(read_back(&csv(&book_of([entry.clone()]), false)), [Draft::from_entry(&entry)]);
}

#[test]
fn no_cell_starts_a_formula() {
    let bytes = csv(&book_of([entry("+1"), Entry { id: EntryId(2), ..entry("＝1") }]), false);
    let text = String::from_utf8(bytes).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']), "{cell}");
    }
    assert!(text.contains("\r\n"), "lines end as RFC 4180 has them");
}

#[test]
fn the_demo_says_so_in_every_row() {
    let texts = texts(&entry("机器学习"), true);
    assert_eq!(texts[1], "【示例】机器学习");
}

proptest! {
    #[test]
    fn every_choice_comes_back(
        subject in 0..2usize, form in 0..7usize, route in 0..7usize, outcome in 0..3usize, status in 1..4usize,
        filing in 0..3usize, hundredths in 1u64..999_999, year in 2025u16..=2026, title in "\\PC{0,6}[a-z']{1,3}",
    ) {
        use crate::rules::{Filing, Form, Hours, Outcome, Route, Status, Subject};
        let entry = Entry {
            subject: Subject::ALL[subject],
            form: Form::ALL[form],
            route: Route::ALL[route],
            outcome: Outcome::ALL[outcome],
            status: Status::ALL[status],
            filing: Filing::ALL[filing],
            hours: Hours::from_hundredths(hundredths),
            year: Year::known(year),
            ..entry("x")
        };
        let draft = Draft { title: title.trim().into(), ..Draft::from_entry(&entry) };
        let Ok(checked) = draft.check(day(2026, 11, 21)) else { return Ok(()) };
        let entry = checked.with_id(EntryId(1));
        prop_assert_eq!(read_back(&csv(&book_of([entry.clone()]), false)), [Draft::from_entry(&entry)]);
    }
}
