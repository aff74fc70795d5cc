//! The desk as the page speaks to it: requests in, the last answer out.

use super::*;
use crate::book::{Book, Draft};
use crate::formats::message::{square_from_text, table_from_text};
use crate::rules::EntryId;
use crate::rules::date::day;

fn desk() -> Desk {
    Desk::new(|_| None)
}

/// The last answer to a request.
fn answer_to(desk: &mut Desk, request: Note) -> Note {
    let mut said = Vec::new();
    desk.hear(request, &mut |note| said.push(note));
    said.pop().expect("an answer")
}

fn wish(scope: &str, demo: bool) -> String {
    let draft = Draft {
        title: "机器学习".into(),
        subject: "professional".into(),
        end: "2025-03-05".into(),
        hours: "24".into(),
        ..Draft::default()
    };
    let entry = draft.check(day(2026, 11, 21)).expect("sound").with_id(EntryId(1));
    let book = Book::from_parts(Default::default(), vec![], [entry]);
    let backup = book_as_json(&book, About { made: "2026-11-21T08:00", demo });
    let now = "2026-11-21T08:00".to_owned();
    Wish { lang: Lang::Zh, scope: scope.into(), now }.with_book(&backup)
}

#[test]
fn every_wish_for_a_file_is_answered_with_its_bytes() {
    for (word, begins) in [
        (ask::CSV, "\u{FEFF}归属年度,".as_bytes()),
        (ask::WORKBOOK, b"PK"),
        (ask::CALENDAR, b"BEGIN:VCALENDAR\r\n"),
    ] {
        let answer = answer_to(&mut desk(), Note::new(word, wish("2026", false)));
        assert_eq!((answer.word.as_str(), answer.text.as_str()), (answer::FILE, ""));
        assert!(answer.bytes.starts_with(begins), "{word}");
    }
}

#[test]
fn a_workbook_holds_the_years_with_entries_and_the_chosen_one() {
    let answer = answer_to(&mut desk(), Note::new(ask::WORKBOOK, wish("2026", true)));
    let sheets = Workbook::open(&answer.bytes).unwrap().sheets(|_, _| {}).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["示例 汇总", "示例 2025", "示例 2026"]);
}

/// Somebody of Huaibei in 2027, whose book holds the notice of the fixture.
fn wish_2027() -> String {
    let notice = include_str!("../../../tests/fixtures/notice-2027.json");
    let mut book = Book::from_parts(Default::default(), vec![], []);
    book.set_profile(crate::book::Profile { city: crate::rules::City::Huaibei, ..book.profile().clone() });
    book.put_notice(crate::exchange::notice::read(notice).expect("a notice"));
    let now = "2027-11-21T08:00".to_owned();
    let backup = book_as_json(&book, About { made: &now, demo: false });
    Wish { lang: Lang::Zh, scope: "2027".into(), now: now.clone() }.with_book(&backup)
}

#[test]
fn a_calendar_goes_by_the_imported_notice_and_says_so() {
    let answer = answer_to(&mut desk(), Note::new(ask::CALENDAR, wish_2027()));
    let text = String::from_utf8(answer.bytes).unwrap().replace("\r\n ", "");
    // The notice's last day of public study; without it 31 May would be presumed.
    assert!(text.contains("20280630") && !text.contains("20280531"), "{text}");
    let from = "（转引：示例公司人事处 · 示例人社秘〔2027〕1号 六（一））";
    assert_eq!(text.matches(from).count(), 1, "{text}");
}

#[test]
fn a_workbook_goes_by_the_imported_notice_and_says_so() {
    let answer = answer_to(&mut desk(), Note::new(ask::WORKBOOK, wish_2027()));
    let summary = Workbook::open(&answer.bytes).unwrap().table(0, |_| {}).unwrap();
    assert_eq!(summary.rows[1].cells[..3], ["2027", "96", "64"]);
    let cells = summary.rows.iter().flat_map(|row| &row.cells);
    let told = cells.filter(|cell| cell.starts_with("2027 年度导入的数字：应学 96，转引（示例公司人事处："));
    assert_eq!(told.count(), 1);
}

#[test]
fn a_code_made_can_be_read() {
    let made = answer_to(&mut desk(), Note::new(ask::CODE, wish("2025", false)));
    assert_eq!(made.word, answer::SQUARE);
    let code = square_from_text(&made.text).unwrap();
    assert!(code.sentence.contains("1 条记录"), "{}", code.sentence);
    let read = answer_to(&mut desk(), Note::new(ask::READ_CODE, format!("{}|en", code.text)));
    assert_eq!(read.word, answer::BACKUP);
    assert!(read.text.contains("机器学习"));
    let damaged = answer_to(&mut desk(), Note::new(ask::READ_CODE, "XSB1EAAAA|en"));
    assert_eq!(damaged, Note::new(answer::REFUSED, "code-damaged"));
}

#[test]
fn files_become_tables_or_a_choice_of_sheets() {
    let mut desk = desk();
    let text = Note::with_bytes(ask::OPEN, "项目名称,学时\n甲,3".into());
    let answer = answer_to(&mut desk, text);
    assert_eq!(answer.word, answer::TABLE);
    assert_eq!(table_from_text(&answer.text).rows[1].cells, ["甲", "3"]);
    let workbook = answer_to(&mut desk, Note::new(ask::WORKBOOK, wish("2025", false))).bytes;
    assert_eq!(answer_to(&mut desk, Note::with_bytes(ask::OPEN, workbook)).word, answer::SHEETS);
    let sheet = answer_to(&mut desk, Note::new(ask::SHEET, "1"));
    assert_eq!(table_from_text(&sheet.text).rows.len(), 2);
    let none = answer_to(&mut desk, Note::new(ask::SHEET, "7"));
    assert_eq!(none, Note::new(answer::REFUSED, Refusal::NoSheet.to_text()));
}

#[test]
fn what_is_not_understood_is_of_another_version() {
    for note in
        [Note::new("brew", ""), Note::new(ask::CSV, "zh-CN"), Note::new(ask::CSV, wish("x", false) + "}")]
    {
        assert_eq!(answer_to(&mut desk(), note), Note::new(answer::REFUSED, "other-version"));
    }
}
