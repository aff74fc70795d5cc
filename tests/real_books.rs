//! The three persons of tests/fixtures: their tables read, reviewed, imported and assessed, and
//! every figure compared with the one worked out by hand from the notices.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use xueshi::book::{Book, Profile};
use xueshi::exchange::text::decode;
use xueshi::exchange::{Context, Import, RowVerdict, read_table};
use xueshi::report::year::{YearView, ledger, year_view};
use xueshi::rules::date::parse_date;
use xueshi::rules::{City, Date, Entry, EntryId, Rulebook, UnitLevel, Year};

/// expected.json; tests/fixtures/README.md tells what its members mean.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    profile: ExpectedProfile,
    file: String,
    import: ExpectedImport,
    assessments: Vec<ExpectedYear>,
    fix: Fix,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedProfile {
    city: String,
    unit_level: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedImport {
    today: String,
    rows: usize,
    new: usize,
    same: usize,
    conflict: usize,
    errors: Vec<ExpectedError>,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct ExpectedError {
    line: u64,
    column: String,
}

#[derive(Deserialize, Debug, PartialEq, Clone)]
#[serde(deny_unknown_fields)]
struct ExpectedYear {
    today: String,
    year: u16,
    professional: String,
    public: String,
    transfer: String,
    total: String,
    uncounted: String,
    planned: String,
    need_professional: String,
    need_public: String,
    need_any: String,
    verdict: String,
    /// `None`: no text gives one, and nothing is expected.
    deadline_professional: Option<String>,
    deadline_public: Option<String>,
    uncounted_rows: Vec<ExpectedRow>,
    warnings: Vec<String>,
}

#[derive(Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
#[serde(deny_unknown_fields)]
struct ExpectedRow {
    title: String,
    reason: String,
    hours: String,
}

impl ExpectedYear {
    /// The rows and the warnings are sets: their order means nothing.
    fn in_order(mut self) -> ExpectedYear {
        self.uncounted_rows.sort();
        self.warnings.sort();
        self
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fix {
    title: String,
    set_year: u16,
    then: Vec<ExpectedYear>,
}

/// The warnings that expected.json judges.
const JUDGED: [&str; 3] = ["public-route-unnamed", "spread-registration", "window-unknown"];

struct Person {
    name: &'static str,
    expected: Expected,
}

impl Person {
    fn named(name: &'static str) -> Person {
        let text = fs::read_to_string(fixture(name, "expected.json")).unwrap();
        Person { name, expected: serde_json::from_str(&text).unwrap() }
    }

    fn profile(&self) -> Profile {
        Profile {
            city: City::from_code(&self.expected.profile.city).unwrap(),
            unit_level: UnitLevel::from_code(&self.expected.profile.unit_level).unwrap(),
            ..Profile::default()
        }
    }

    /// The review of a table on an empty book.
    fn review(&self, file: &str) -> Import {
        let bytes = fs::read(fixture(self.name, file)).unwrap();
        let text = decode(&bytes, gb18030).unwrap();
        let mut book = Book::default();
        book.set_profile(self.profile());
        let next = Cell::new(0);
        let mut new_id = || {
            next.set(next.get() + 1);
            EntryId(next.get())
        };
        let today = date(&self.expected.import.today);
        read_table(&text, Context { today, book: &book, room: 10_000, new_id: &mut new_id })
    }

    /// The book after its new rows went in.
    fn book(&self, file: &str) -> Book {
        let mut book = Book::default();
        book.set_profile(self.profile());
        let new = |row: &xueshi::exchange::Row| row.verdict == RowVerdict::New;
        book.put(self.review(file).rows.iter().filter(|row| new(row)).filter_map(|row| row.entry.clone()));
        book
    }

    fn expect_review(&self, file: &str) {
        let (import, expected) = (self.review(file), &self.expected.import);
        assert_eq!(import.findings, [], "{}", self.name);
        let count = |code| import.rows.iter().filter(|row| row.verdict.code() == code).count();
        assert_eq!(import.rows.len(), expected.rows, "{}: rows", self.name);
        let counts = ["new", "same", "conflict", "error"].map(count);
        let errors = expected.errors.len();
        assert_eq!(counts, [expected.new, expected.same, expected.conflict, errors], "{}", self.name);
        let wrong = import.rows.iter().filter(|row| row.verdict == RowVerdict::Error);
        let found: Vec<ExpectedError> = wrong
            .map(|row| {
                assert_eq!(row.errors.len(), 1, "{} line {}: {:?}", self.name, row.line, row.errors);
                let column = row.errors[0].column.map_or("", |column| column.name());
                ExpectedError { line: row.line, column: column.into() }
            })
            .collect();
        assert_eq!(found, expected.errors, "{}", self.name);
    }

    fn expect_years(&self, book: &Book, years: &[ExpectedYear]) {
        let differences: Vec<String> = years.iter().filter_map(|year| difference(book, year)).collect();
        assert!(differences.is_empty(), "{}:\n{}", self.name, differences.join("\n"));
    }
}

fn fixture(name: &str, file: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", name, file].iter().collect()
}

fn gb18030(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// What the program finds, in the words of expected.json.
fn found(book: &Book, today: &str, year: u16) -> ExpectedYear {
    let view: YearView =
        year_view(book, &ledger(book), &Rulebook::shipped(), Year::new(year).unwrap(), date(today));
    let assessment = &view.assessment;
    let uncounted_rows = (view.uncounted.iter())
        .map(|row| ExpectedRow {
            title: row.title.clone(),
            reason: row.reason.code().into(),
            hours: row.hours.to_string(),
        })
        .collect();
    let warnings = view.warnings.iter().map(|row| row.code.code());
    let warnings = warnings.filter(|code| JUDGED.contains(code)).map(str::to_owned).collect();
    ExpectedYear {
        today: today.into(),
        year,
        professional: assessment.counted.professional.to_string(),
        public: assessment.counted.public.to_string(),
        transfer: assessment.transfer.to_string(),
        total: assessment.total.to_string(),
        uncounted: assessment.uncounted.to_string(),
        planned: assessment.planned.to_string(),
        need_professional: assessment.needs.professional.to_string(),
        need_public: assessment.needs.public.to_string(),
        need_any: assessment.needs.any.to_string(),
        verdict: assessment.verdict.code().into(),
        deadline_professional: Some(assessment.rule.professional_deadline.value.to_string()),
        deadline_public: Some(assessment.rule.public_deadline.value.to_string()),
        uncounted_rows,
        warnings,
    }
    .in_order()
}

/// `None` when the program finds what was worked out by hand.
fn difference(book: &Book, expected: &ExpectedYear) -> Option<String> {
    let mut found = found(book, &expected.today, expected.year);
    if expected.deadline_professional.is_none() {
        found.deadline_professional = None;
    }
    if expected.deadline_public.is_none() {
        found.deadline_public = None;
    }
    let expected = expected.clone().in_order();
    (found != expected).then(|| format!("found    {found:?}\nexpected {expected:?}\n"))
}

#[test]
fn the_engineers_table_is_reviewed_row_by_row() {
    let wang = Person::named("wang-huaibei");
    wang.expect_review(&wang.expected.file);
}

#[test]
fn the_teachers_table_is_reviewed_row_by_row() {
    let li = Person::named("li-luan");
    li.expect_review(&li.expected.file);
}

#[test]
fn the_doctors_table_is_reviewed_row_by_row() {
    let zhao = Person::named("zhao-moved");
    zhao.expect_review(&zhao.expected.file);
}

#[test]
fn a_table_in_gb18030_is_the_same_table() {
    let li = Person::named("li-luan");
    li.expect_review("paste.gb18030.csv");
    assert_eq!(li.review("paste.gb18030.csv"), li.review("paste.csv"));
}

#[test]
fn the_engineers_years_come_out_as_by_hand() {
    years_come_out_as_by_hand("wang-huaibei");
}

#[test]
fn the_teachers_years_come_out_as_by_hand() {
    years_come_out_as_by_hand("li-luan");
}

#[test]
fn the_doctors_years_come_out_as_by_hand() {
    years_come_out_as_by_hand("zhao-moved");
}

fn years_come_out_as_by_hand(name: &'static str) {
    let person = Person::named(name);
    person.expect_years(&person.book(&person.expected.file), &person.expected.assessments);
}

#[test]
fn the_engineers_corrected_year_moves_the_hours() {
    a_corrected_year_moves_the_hours("wang-huaibei");
}

#[test]
fn the_teachers_corrected_year_moves_the_hours() {
    a_corrected_year_moves_the_hours("li-luan");
}

#[test]
fn the_doctors_corrected_year_moves_the_hours() {
    a_corrected_year_moves_the_hours("zhao-moved");
}

fn a_corrected_year_moves_the_hours(name: &'static str) {
    let person = Person::named(name);
    let fix = &person.expected.fix;
    let mut book = person.book(&person.expected.file);
    let mut wrong = book.entries().filter(|entry| entry.title == fix.title);
    let entry = Entry::clone(wrong.next().expect("the entry of the fix is in the table"));
    assert!(wrong.next().is_none(), "{name}: {} is there once", fix.title);
    drop(wrong);
    let change = book.put([Entry { year: Year::new(fix.set_year).unwrap(), ..entry }]);
    person.expect_years(&book, &fix.then);
    book.make(change.inverse());
    person.expect_years(&book, &person.expected.assessments);
}
