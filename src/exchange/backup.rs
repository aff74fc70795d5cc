//! A book as JSON that a person can read without the app: every field by its name, every choice
//! by its code, hours as canonical decimals, dates as ISO.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::book::{Book, Draft, Field, Profile};
use crate::rules::ConversionRule;

#[derive(Serialize)]
struct Backup {
    app: &'static str,
    format: &'static str,
    version: u32,
    /// When it was made, China Standard Time.
    made: String,
    profile: Value,
    conversion_rules: Vec<Value>,
    entries: Vec<Value>,
}

/// The whole book; `now` is the time it is made.
pub fn book_as_json(book: &Book, now: &str) -> String {
    let entries = book.entries().map(|entry| {
        let draft = Draft::from_entry(entry);
        let mut fields = Map::new();
        fields.insert("id".into(), Value::from(entry.id.0));
        for &field in Field::ALL {
            let text = draft.get(field);
            if !text.is_empty() {
                fields.insert(field.code().into(), Value::from(text));
            }
        }
        Value::Object(fields)
    });
    let backup = Backup {
        app: "xueshi",
        format: "backup",
        version: 1,
        made: now.to_owned(),
        profile: profile(book.profile()),
        conversion_rules: book.conversions().iter().map(conversion_rule).collect(),
        entries: entries.collect(),
    };
    serde_json::to_string_pretty(&backup).expect("texts and numbers are always JSON")
}

/// An object of the pairs that hold something.
fn object<const N: usize>(pairs: [(&str, String); N]) -> Value {
    let filled = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    Value::Object(filled.map(|(name, text)| (name.to_owned(), Value::from(text))).collect())
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn profile(profile: &Profile) -> Value {
    let mut value = object([
        ("name", profile.name.clone()),
        ("sex", profile.sex.clone()),
        ("unit", profile.unit.clone()),
        ("unit-level", profile.unit_level.code().into()),
        ("unit-kind", profile.unit_kind.clone()),
        ("city", profile.city.code().into()),
        ("county", profile.county.clone()),
        ("title-held", profile.title_held.code().into()),
        ("title-held-since", or_empty(profile.title_held_since)),
        ("title-sought", profile.title_sought.code().into()),
        ("application-year", or_empty(profile.application_year)),
        ("cycle-from", or_empty(profile.cycle_from)),
        ("cycle-to", or_empty(profile.cycle_to)),
        ("degree", profile.degree.code().into()),
        ("certificate-book", profile.certificate_book.clone()),
    ]);
    let cities = profile.city_by_year.iter();
    let cities: Map<String, Value> =
        cities.map(|(year, city)| (year.to_string(), Value::from(city.code()))).collect();
    if let (Value::Object(fields), false) = (&mut value, cities.is_empty()) {
        fields.insert("city-by-year".into(), Value::Object(cities));
    }
    value
}

fn conversion_rule(rule: &ConversionRule) -> Value {
    object([
        ("name", rule.name.clone()),
        ("kind", rule.kind.clone()),
        ("unit", rule.unit.code().into()),
        ("hours-per-unit", or_empty(rule.hours_per_unit)),
        ("cap-per-year", or_empty(rule.cap_per_year)),
        ("subject", rule.subject.map_or("", |subject| subject.code()).into()),
        ("method", rule.method.code().into()),
        ("source", rule.source.clone()),
    ])
}
