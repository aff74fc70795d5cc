//! From a book to its backup. What is empty is left out.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::VERSION;
use crate::book::{Book, Draft, Field, Profile, Template, template};
use crate::exchange::notice;
use crate::rules::{ConversionRule, Entry};

/// What a backup says of itself beside the book.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// When it is made, China Standard Time.
    pub made: &'a str,
    pub demo: bool,
}

/// The whole book as indented JSON.
pub fn book_as_json(book: &Book, about: About<'_>) -> String {
    let list = |items: Vec<Json>| Json::List(items);
    let mut fields = vec![
        ("app".into(), Json::Text("xueshi".into())),
        ("format".into(), Json::Text("backup".into())),
        ("version".into(), Json::Number(VERSION)),
        ("made".into(), Json::Text(about.made.into())),
    ];
    if about.demo {
        fields.push(("demo".into(), Json::True));
    }
    fields.push(("profile".into(), profile(book.profile())));
    fields.push(("conversion-rules".into(), list(book.conversions().iter().map(conversion_rule).collect())));
    if !book.notices().is_empty() {
        fields.push(("notices".into(), list(book.notices().iter().map(notice::as_json).collect())));
    }
    if !book.templates().is_empty() {
        fields.push(("templates".into(), list(book.templates().iter().map(template).collect())));
    }
    fields.push(("entries".into(), list(book.entries().map(|held| entry(held)).collect())));
    serde_json::to_string_pretty(&Json::Object(fields)).expect("texts and numbers are always JSON")
}

/// JSON whose objects keep the order in which people look for things.
pub(in crate::exchange) enum Json {
    Text(String),
    Number(u64),
    True,
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Text(text) => to.serialize_str(text),
            Json::Number(number) => to.serialize_u64(*number),
            Json::True => to.serialize_bool(true),
            Json::List(items) => to.collect_seq(items),
            Json::Object(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// An object of the pairs that hold something.
pub(in crate::exchange) fn object<const N: usize>(pairs: [(&str, String); N]) -> Vec<(String, Json)> {
    let filled = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(name, text)| (name.to_owned(), Json::Text(text))).collect()
}

fn or_empty(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn template(template: &Template) -> Json {
    let mut fields = vec![("name".to_owned(), Json::Text(template.name.clone()))];
    fields.extend(filled_in(&template.draft, template::FIELDS));
    Json::Object(fields)
}

fn entry(entry: &Entry) -> Json {
    let mut fields = vec![("id".to_owned(), Json::Number(entry.id.0))];
    fields.extend(filled_in(&Draft::from_entry(entry), Field::ALL));
    Json::Object(fields)
}

/// The fields that hold something, in this order.
fn filled_in(draft: &Draft, fields: &[Field]) -> Vec<(String, Json)> {
    let mut filled = Vec::new();
    for &field in fields {
        let text = draft.get(field);
        if !text.is_empty() {
            filled.push((field.code().into(), Json::Text(text.into())));
        }
    }
    filled
}

fn profile(profile: &Profile) -> Json {
    let mut fields = object([
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
    if !profile.city_by_year.is_empty() {
        let cities = profile.city_by_year.iter();
        let cities = cities.map(|(year, city)| (year.to_string(), Json::Text(city.code().into())));
        fields.push(("city-by-year".into(), Json::Object(cities.collect())));
    }
    Json::Object(fields)
}

fn conversion_rule(rule: &ConversionRule) -> Json {
    Json::Object(object([
        ("name", rule.name.clone()),
        ("kind", rule.kind.clone()),
        ("unit", rule.unit.code().into()),
        ("hours-per-unit", or_empty(rule.hours_per_unit)),
        ("cap-per-year", or_empty(rule.cap_per_year)),
        ("subject", rule.subject.map_or("", |subject| subject.code()).into()),
        ("method", rule.method.code().into()),
        ("source", rule.source.clone()),
    ]))
}
