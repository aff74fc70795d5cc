//! A text that is no sound backup is refused with what is wrong and where; never with a panic.

use proptest::prelude::*;
use xueshi::exchange::backup::{BackupError, Flaw, read_backup};

use crate::{sample, written};

fn refused(text: &str) -> BackupError {
    read_backup(text).expect_err(text)
}

#[test]
fn what_is_no_backup_says_so() {
    use BackupError::*;
    for (text, why) in [
        ("", Empty),
        (" \n", Empty),
        ("学时簿", NotJson { line: 1, column: 1 }),
        ("{\n  \"app\": \"xueshi\",", NotJson { line: 2, column: 18 }),
        ("[]", NotABackup),
        ("{}", NotABackup),
        ("1e999", NotJson { line: 1, column: 5 }),
        (r#"{"app":"other","format":"backup","version":1}"#, NotABackup),
        (r#"{"app":"xueshi","format":"backup","version":-1}"#, NotABackup),
        (r#"{"app":"xueshi","format":"backup","version":2,"new":[]}"#, Newer { version: 2 }),
    ] {
        assert_eq!(refused(text), why, "{text}");
    }
    assert!(matches!(refused(&"[".repeat(100_000)), NotJson { .. }));
}

#[test]
fn every_flaw_is_told_with_its_place_and_what_stands_there() {
    let sound = written(&sample::book(3));
    for (from, to, place, flaw, found) in [
        ("\"end\": \"2", "\"end\": \"x2", "entries[0].end", Flaw::NotADate, "x"),
        ("\"subject\": \"p", "\"subject\": \"zp", "conversion-rules[0].subject", Flaw::NotAChoice, "z"),
        ("\"title\": \"", "\"remark\": \"", "entries[0].remark", Flaw::Unknown, ""),
        ("\"id\": ", "\"id\": -", "entries[0].id", Flaw::NotANumber, "-"),
        ("\"id\": ", "\"no\": ", "entries[0].id", Flaw::Missing, ""),
        ("\"hours\": \"", "\"hours\": \"-", "entries[0].hours", Flaw::NotHours, "-"),
        (
            "\"hours-per-unit\": \"12.5\"",
            "\"hours-per-unit\": 12.5",
            "conversion-rules[0].hours-per-unit",
            Flaw::NotAText,
            "12.5",
        ),
        ("\"profile\": {", "\"profile\": 7, \"x\": {", "profile", Flaw::NotAnObject, "7"),
        ("\"2023\": ", "\"1023\": ", "profile.city-by-year.1023", Flaw::NotAYear, ""),
        ("\"entries\": [", "\"entries\": [7,", "entries[0]", Flaw::NotAnObject, "7"),
        ("\"entries\": [", "\"entries\": {}, \"y\": [", "entries", Flaw::NotAList, ""),
        ("\"made\"", "\"later\": null, \"made\"", "later", Flaw::Unknown, ""),
    ] {
        let text = sound.replacen(from, to, 1);
        assert_ne!(text, sound, "{from}");
        match refused(&text) {
            BackupError::At { place: at, flaw: what, found: stands } => {
                assert_eq!((at.as_str(), what), (place, flaw), "{to}");
                assert!(stands.starts_with(found), "{to}: {stands}");
            }
            other => panic!("{to}: {other:?}"),
        }
    }
}

#[test]
fn an_id_that_occurs_twice_is_told() {
    let text = written(&sample::book(1));
    let (front, rest) = text.split_once("\"entries\": [").unwrap();
    let (entry, tail) = rest.rsplit_once(']').unwrap();
    let twice = format!("{front}\"entries\": [{entry},{entry}]{tail}");
    let id = sample::book(1).entries().next().unwrap().id.0.to_string();
    assert_eq!(refused(&twice), BackupError::At { place: "entries[1]".into(), flaw: Flaw::Twice, found: id });
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = read_backup(&text);
    }

    #[test]
    fn a_backup_with_one_byte_changed_is_read_or_refused(at in any::<prop::sample::Index>(), byte in 0u8..128, cut: bool) {
        let mut bytes = written(&sample::book(2)).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if cut {
            bytes.truncate(at);
        }
        let _ = read_backup(&String::from_utf8_lossy(&bytes));
    }
}
