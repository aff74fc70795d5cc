//! The entries as bytes, little-endian: what the reference reads, and what is read as the floor.
//!
//! Per entry: id (8 bytes), end as yyyymmdd (4), hours in hundredths (4), attribution year (2),
//! then one byte each for subject, route, outcome, status, filing and whether a conversion rule is
//! named, then title, organiser and certificate, each as length (2) and UTF-8.

use chrono::Datelike;

use crate::rules::{Entry, Filing, Outcome, Route, Status, Subject};

pub fn written(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend((entries.len() as u32).to_le_bytes());
    for entry in entries {
        let end = entry.end.year() as u32 * 10_000 + entry.end.month() * 100 + entry.end.day();
        bytes.extend(entry.id.0.to_le_bytes());
        bytes.extend(end.to_le_bytes());
        bytes.extend((entry.hours.hundredths() as u32).to_le_bytes());
        bytes.extend(entry.year.get().to_le_bytes());
        bytes.push(place(Subject::ALL, entry.subject));
        bytes.push(place(&Route::ALL, entry.route));
        bytes.push(place(Outcome::ALL, entry.outcome));
        bytes.push(place(Status::ALL, entry.status));
        bytes.push(place(Filing::ALL, entry.filing));
        bytes.push(u8::from(entry.conversion.is_some()));
        for text in [&entry.title, &entry.organiser, &entry.certificate] {
            bytes.extend((text.len() as u16).to_le_bytes());
            bytes.extend(text.as_bytes());
        }
    }
    bytes
}

fn place<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).expect("a list of all holds each") as u8
}
