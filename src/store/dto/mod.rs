//! How records are written down, by schema. The domain types know nothing of it.

mod v1;

use crate::book::Profile;
use crate::rules::{ConversionRule, Entry};

/// The profile and the conversion rules, which share one part.
pub type Person = (Profile, Vec<ConversionRule>);

/// Written in the current schema.
pub fn write_entries<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    v1::write_entries(entries)
}

/// Written in the current schema.
pub fn write_person(profile: &Profile, conversions: &[ConversionRule]) -> String {
    v1::write_person(profile, conversions)
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
