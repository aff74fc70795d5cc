//! `docs/backup.schema.json` describes what is written, and nothing else.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;
use xueshi::book::Book;

use crate::{any_book, sample, written};

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let text = include_str!("../../docs/backup.schema.json");
    jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap()
});

fn fits(text: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(text).unwrap();
    SCHEMA.validate(&value).map_err(|error| format!("{}: {error}", error.instance_path()))
}

#[test]
fn real_backups_fit_the_schema() {
    for book in [Book::default(), sample::book(0), sample::book(200)] {
        assert_eq!(fits(&written(&book)), Ok(()));
    }
}

#[test]
fn the_backups_of_the_people_in_the_fixtures_fit_the_schema_and_come_back() {
    use xueshi::exchange::import::{Context, RowVerdict, read_table};
    for (person, file) in
        [("wang-huaibei", "paste.tsv"), ("li-luan", "paste.csv"), ("zhao-moved", "paste.tsv")]
    {
        let path = format!("{}/tests/fixtures/{person}/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let mut last = 0;
        let mut new_id = || {
            last += 1;
            xueshi::rules::EntryId(last)
        };
        let (today, none) = (xueshi::rules::date::day(2026, 11, 21), Book::default());
        let context = Context { today, book: &none, room: 10_000, new_id: &mut new_id };
        let rows = read_table(text.trim_start_matches('\u{FEFF}'), context).rows;
        let new = rows.into_iter().filter(|row| row.verdict == RowVerdict::New);
        let mut book = sample::book(0);
        book.put(new.filter_map(|row| row.entry));
        assert!(book.len() >= 5, "{person}: {}", book.len());
        assert_eq!(fits(&written(&book)), Ok(()), "{person}");
        assert_eq!(crate::backup(&book).book, book, "{person}");
    }
}

#[test]
fn what_the_reader_refuses_does_not_fit_either() {
    let sound = written(&sample::book(2));
    for (from, to) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"subject\": \"p", "\"subject\": \"x"),
        ("\"hours\": \"", "\"hours\": \"-"),
        ("\"end\": \"", "\"end\": \"x"),
        ("\"year\": \"20", "\"year\": \"30"),
        ("\"id\"", "\"identity-number\""),
        ("\"filing\"", "\"filed\""),
        ("\"made\"", "\"extra\": 1, \"made\""),
    ] {
        let text = sound.replacen(from, to, 1);
        assert_ne!(text, sound, "{from}");
        assert!(fits(&text).is_err(), "{to}");
        assert!(xueshi::exchange::backup::read_backup(&text).is_err(), "{to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_backup_fits_the_schema(book in any_book::books()) {
        prop_assert_eq!(fits(&written(&book)), Ok(()));
    }
}
