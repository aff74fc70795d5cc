//! Every book that the app can hold, and more.

use proptest::prelude::*;
use xueshi::book::profile::Degree;
use xueshi::book::{Book, Profile};
use xueshi::rules::conversion::{Method, Unit};
use xueshi::rules::date::day;
use xueshi::rules::entry::ConversionUse;
use xueshi::rules::{
    City, ConversionRule, Date, Entry, EntryId, Filing, Form, Hours, Outcome, Route, Status, Subject,
    TitleLevel, UnitLevel, Year,
};

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn years() -> impl Strategy<Value = Year> {
    (2001u16..=2100).prop_map(Year::known)
}

fn dates() -> impl Strategy<Value = Date> {
    (1900u16..=2200, 1u32..=12, 1u32..=28).prop_map(|(year, month, of)| day(year, month, of))
}

fn hours() -> impl Strategy<Value = Hours> {
    prop_oneof![0u64..1_000_000, any::<u64>()].prop_map(Hours::from_hundredths)
}

prop_compose! {
    pub fn entries()(
        id in 0u64..1 << 53,
        (year, start, end) in (years(), proptest::option::of(dates()), dates()),
        (title, organiser, certificate, evidence, remarks) in any::<(String, String, String, String, String)>(),
        (subject, form, route) in (one_of(Subject::ALL), one_of(Form::ALL), one_of(&Route::ALL)),
        (outcome, status, filing) in (one_of(Outcome::ALL), one_of(Status::ALL), one_of(Filing::ALL)),
        hours in hours(),
        conversion in proptest::option::of((".+", proptest::option::of(hours()))),
    ) -> Entry {
        let conversion = conversion.map(|(rule, quantity)| ConversionUse { rule, quantity });
        Entry {
            id: EntryId(id), year, title, subject, form, route, organiser, start, end, hours, outcome,
            certificate, status, filing, conversion, evidence, remarks,
        }
    }
}

prop_compose! {
    fn profiles()(
        (name, sex, unit, unit_kind, county, certificate_book) in any::<(String, String, String, String, String, String)>(),
        (unit_level, city, degree) in (one_of(UnitLevel::ALL), one_of(City::ALL), one_of(Degree::ALL)),
        (title_held, title_sought) in (one_of(TitleLevel::ALL), one_of(TitleLevel::ALL)),
        city_by_year in proptest::collection::btree_map(years(), one_of(City::ALL), 0..4),
        title_held_since in proptest::option::of(dates()),
        years in proptest::array::uniform3(proptest::option::of(years())),
    ) -> Profile {
        let [application_year, cycle_from, cycle_to] = years;
        Profile {
            name, sex, unit, unit_level, unit_kind, city, county, city_by_year: city_by_year.into_iter().collect(), title_held,
            title_held_since, title_sought, application_year, cycle_from, cycle_to, degree, certificate_book,
        }
    }
}

prop_compose! {
    fn rules()(
        (name, kind, source) in any::<(String, String, String)>(),
        (unit, method) in (one_of(Unit::ALL), one_of(Method::ALL)),
        hours_per_unit in proptest::option::of(hours()),
        cap_per_year in proptest::option::of(hours()),
        subject in proptest::option::of(one_of(Subject::ALL)),
    ) -> ConversionRule {
        ConversionRule { name, kind, unit, hours_per_unit, cap_per_year, subject, method, source }
    }
}

pub fn books() -> impl Strategy<Value = Book> {
    let rules = proptest::collection::vec(rules(), 0..4);
    let entries = proptest::collection::vec(entries(), 0..30);
    let more = (0u16..3, proptest::collection::btree_set("[a-z]{1,3}", 0..4));
    (profiles(), rules, entries, more).prop_map(|(profile, mut rules, entries, (notices, templates))| {
        // Unique by name, as the app keeps them.
        rules.sort_by(|a, b| a.name.cmp(&b.name));
        rules.dedup_by(|a, b| a.name == b.name);
        let notices = (0..notices).map(crate::sample::notice).collect();
        let templates = templates.iter().map(|name| crate::sample::template(name)).collect();
        Book::from_parts(profile, rules, entries).with(notices, templates)
    })
}

/// Small books whose entries often have an id, a title or all in common.
pub fn alike() -> impl Strategy<Value = Book> {
    let entry = (0u64..12, 0u64..4, 0u64..3).prop_map(|(id, title, hours)| {
        let mut entry = crate::sample::entry(1);
        entry.id = EntryId(id);
        entry.title = format!("培训 {title}");
        entry.hours = Hours::whole(1 + hours);
        entry
    });
    proptest::collection::vec(entry, 0..10)
        .prop_map(|entries| Book::from_parts(Profile::default(), Vec::new(), entries))
}
