//! The demo person: invented, filled from the same table format that people paste.

use crate::book::{Book, Profile};
use crate::exchange::{Context, read_table};
use crate::rules::{City, Date, Entry, EntryId, TitleLevel, UnitLevel, Year};

const RECORDS: &str = include_str!("demo.tsv");

/// The profile and the entries, as of a day: what lies ahead of it is planned.
pub fn person(today: Date, new_id: &mut dyn FnMut() -> EntryId) -> (Profile, Vec<Entry>) {
    let profile = Profile {
        name: "示例 · 陈工".into(),
        sex: "女".into(),
        unit: "六安市某建筑设计院".into(),
        unit_kind: "企业".into(),
        unit_level: UnitLevel::County,
        city: City::Luan,
        title_held: TitleLevel::Middle,
        title_sought: TitleLevel::Senior,
        application_year: Year::new(2026),
        cycle_from: Year::new(2022),
        cycle_to: Year::new(2026),
        ..Profile::default()
    };
    // The demo is read as of a day on which all of it is in the past, whatever the clock says.
    let read_on = today.max(Year::known(2026).last_day());
    let context = Context { today: read_on, book: &Book::default(), room: usize::MAX, new_id };
    let entries = read_table(RECORDS, context).rows.into_iter().filter_map(|row| row.entry).collect();
    (profile, entries)
}
