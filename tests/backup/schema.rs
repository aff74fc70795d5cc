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
