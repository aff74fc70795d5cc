//! Books in a one-line notation, and their packs.

use xueshi::book::{Book, Profile};
use xueshi::report::pack::{Pack, PackYear, Scope, pack};
use xueshi::rules::date::parse_date;
use xueshi::rules::{
    Base, City, Entry, EntryId, Filing, Form, Hours, Outcome, Route, Status, Subject, TitleLevel, Year,
};

pub fn year(year: u16) -> Year {
    Year::new(year).expect("a year within bounds")
}

/// `[year:] completion-date 专业|公需 hours route [计划] [未考]`, one entry a line; the title is the
/// line's number, so that the order of completion shows.
pub fn book(city: &str, lines: &str) -> Book {
    let entries = lines.split(';').map(str::trim).filter(|line| !line.is_empty()).enumerate();
    let entries = entries.map(|(nth, line)| entry(nth as u64 + 1, line));
    let profile = Profile { city: City::from_code(city).expect("a city"), ..Profile::default() };
    Book::from_parts(profile, vec![], entries)
}

pub fn entry(id: u64, line: &str) -> Entry {
    let (attributed, rest) = match line.split_once(':') {
        Some((attributed, rest)) => (Year::parse(attributed), rest),
        None => (None, line),
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let end = parse_date(words[0]).expect("a date");
    let route = match words[3] {
        "培训" => Route::Class,
        "课件" => Route::Courseware,
        "折算" => Route::Conversion,
        "基地" => Route::Base(Base::AnhuiUniversity),
        "其他平台" => Route::OtherPlatform,
        other => panic!("route {other}"),
    };
    Entry {
        id: EntryId(id),
        year: attributed.or(Year::of(end)).expect("a year"),
        title: format!("第 {id} 项"),
        subject: if words[1] == "专业" { Subject::Professional } else { Subject::Public },
        form: Form::Class,
        route,
        organiser: String::new(),
        start: None,
        end,
        hours: Hours::parse_entry(words[2]).expect("hours"),
        outcome: if words.contains(&"未考") { Outcome::NotAssessed } else { Outcome::Passed },
        certificate: String::new(),
        status: if words.contains(&"计划") { Status::Planned } else { Status::Completed },
        filing: Filing::Unknown,
        conversion: None,
        evidence: String::new(),
        remarks: String::new(),
    }
}

pub fn pack_of(book: &Book, code: &str, today: &str) -> Pack {
    let scope = Scope::from_code(code, book).expect("a scope");
    pack(book, &book.rulebook(), scope, parse_date(today).expect("a date"), false)
}

/// `2026-01 第 2 项 4`: evidence number, title and counted hours of each line.
pub fn lines(year: &PackYear) -> Vec<String> {
    let rows = year.rows.iter();
    rows.map(|row| format!("{} {} {}", row.evidence_number, row.entry.title, row.counted)).collect()
}

/// Five years in Lu'an: 65/30, 0/30, 75/35, 75/30, 85/30.
pub fn five_years() -> Book {
    let mut lines = Vec::new();
    for (year, professional, public) in
        [(2022, 65, 30), (2023, 0, 30), (2024, 75, 35), (2025, 75, 30), (2026, 85, 30)]
    {
        if professional > 0 {
            lines.push(format!("{year}-06-15 专业 {professional} 培训"));
        }
        lines.push(format!("{year}-07-01 公需 {public} 课件"));
    }
    let mut book = book("luan", &lines.join(";"));
    book.set_profile(Profile {
        title_sought: TitleLevel::Senior,
        application_year: Year::new(2026),
        cycle_from: Year::new(2022),
        cycle_to: Year::new(2026),
        ..book.profile().clone()
    });
    book
}
