//! How records are written down, by schema. The domain types know nothing of it.

mod notice;
mod v1;

use crate::book::{Book, Profile, Template};
use crate::rules::{ConversionRule, Entry, Notice};

/// The profile and what else is the person's, which share one part.
#[derive(Debug, Default)]
pub struct Person {
    pub profile: Profile,
    pub conversions: Vec<ConversionRule>,
    pub notices: Vec<Notice>,
    pub templates: Vec<Template>,
}

/// Written in the current schema.
pub fn write_entries<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    v1::write_entries(entries)
}

/// Written in the current schema.
pub fn write_person(book: &Book) -> String {
    v1::write_person(book)
}

/// Older schemas stay readable here for good: recovery points keep them.
pub fn read_entries(schema: u32, body: &str) -> Option<Vec<Entry>> {
    match schema {
        1 => v1::read_entries(body),
        _ => None,
    }
}

pub fn read_person(schema: u32, body: &str) -> Option<Person> {
    match schema {
        1 => v1::read_person(body),
        _ => None,
    }
}
