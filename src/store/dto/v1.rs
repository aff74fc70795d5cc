//! Schema 1. Frozen: `tests/fixtures-store/v1.json` is read by a test for good.
//!
//! Entries are arrays, because ten thousand of them share five million characters; the profile
//! and the conversion rules are objects, because there is one of the former and few of the latter.

use serde::{Deserialize, Serialize};

use super::Person;
use super::notice::{NoticeRows, TemplateRow, notice, notice_rows, template, template_row};
use crate::book::profile::Degree;
use crate::book::{Book, Profile};
use crate::order::filled;
use crate::rules::conversion::{Method, Unit};
use crate::rules::entry::ConversionUse;
use crate::rules::{
    City, ConversionRule, Date, Entry, EntryId, Filing, Form, Hours, Outcome, Route, Status, Subject,
    TitleLevel, UnitLevel, Year,
};
use crate::sorted::SortedMap;

/// id, year, title, subject, form, route, organiser, start, end, hundredths of hours, outcome,
/// certificate, status, filing, (conversion rule, hundredths of units), evidence, remarks.
#[derive(Serialize, Deserialize)]
struct EntryRow<'a>(
    u64,
    u16,
    String,
    &'a str,
    &'a str,
    &'a str,
    String,
    Option<String>,
    String,
    u64,
    &'a str,
    String,
    &'a str,
    &'a str,
    Option<(String, Option<u64>)>,
    String,
    String,
);

#[derive(Serialize, Deserialize)]
struct PersonRow<'a> {
    #[serde(borrow)]
    profile: ProfileRow<'a>,
    #[serde(borrow)]
    conversions: Vec<ConversionRow<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notices: Vec<NoticeRows>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    templates: Vec<TemplateRow>,
}

#[derive(Serialize, Deserialize)]
struct ProfileRow<'a> {
    name: String,
    sex: String,
    unit: String,
    unit_level: &'a str,
    unit_kind: String,
    city: &'a str,
    county: String,
    #[serde(borrow)]
    city_by_year: SortedMap<u16, &'a str>,
    title_held: &'a str,
    title_held_since: Option<String>,
    title_sought: &'a str,
    application_year: Option<u16>,
    cycle_from: Option<u16>,
    cycle_to: Option<u16>,
    degree: &'a str,
    certificate_book: String,
}

#[derive(Serialize, Deserialize)]
struct ConversionRow<'a> {
    name: String,
    kind: String,
    unit: &'a str,
    hours_per_unit: Option<u64>,
    cap_per_year: Option<u64>,
    #[serde(borrow)]
    subject: Option<&'a str>,
    method: &'a str,
    source: String,
}

pub fn write_entries<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    json(&entries.map(entry_row).collect::<Vec<_>>())
}

pub fn read_entries(body: &str) -> Option<Vec<Entry>> {
    let rows: Vec<EntryRow> = serde_json::from_str(body).ok()?;
    rows.into_iter().map(entry).collect()
}

pub fn write_person(book: &Book) -> String {
    json(&PersonRow {
        profile: profile_row(book.profile()),
        conversions: book.conversions().iter().map(conversion_row).collect(),
        notices: book.notices().iter().map(notice_rows).collect(),
        templates: book.templates().iter().map(template_row).collect(),
    })
}

pub fn read_person(body: &str) -> Option<Person> {
    let row: PersonRow = serde_json::from_str(body).ok()?;
    Some(Person {
        profile: profile(row.profile)?,
        conversions: row.conversions.into_iter().map(conversion).collect::<Option<_>>()?,
        notices: row.notices.into_iter().map(notice).collect::<Option<_>>()?,
        templates: row.templates.into_iter().map(template).collect::<Option<_>>()?,
    })
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts and numbers are always JSON")
}

fn entry_row(entry: &Entry) -> EntryRow<'_> {
    EntryRow(
        entry.id.0,
        entry.year.get(),
        entry.title.clone(),
        entry.subject.code(),
        entry.form.code(),
        entry.route.code(),
        entry.organiser.clone(),
        entry.start.as_ref().map(Date::to_string),
        entry.end.to_string(),
        entry.hours.hundredths(),
        entry.outcome.code(),
        entry.certificate.clone(),
        entry.status.code(),
        entry.filing.code(),
        entry.conversion.as_ref().map(|used| (used.rule.clone(), used.quantity.map(Hours::hundredths))),
        entry.evidence.clone(),
        entry.remarks.clone(),
    )
}

fn entry(row: EntryRow) -> Option<Entry> {
    Some(Entry {
        id: EntryId(row.0),
        year: Year::new(row.1)?,
        title: row.2,
        subject: Subject::from_code(row.3)?,
        form: Form::from_code(row.4)?,
        route: Route::from_code(row.5)?,
        organiser: row.6,
        start: maybe(row.7, |text| date(&text))?,
        end: date(&row.8)?,
        hours: Hours::from_hundredths(row.9),
        outcome: Outcome::from_code(row.10)?,
        certificate: row.11,
        status: Status::from_code(row.12)?,
        filing: Filing::from_code(row.13)?,
        conversion: row
            .14
            .map(|(rule, quantity)| ConversionUse { rule, quantity: quantity.map(Hours::from_hundredths) }),
        evidence: row.15,
        remarks: row.16,
    })
}

fn profile_row(profile: &Profile) -> ProfileRow<'_> {
    ProfileRow {
        name: profile.name.clone(),
        sex: profile.sex.clone(),
        unit: profile.unit.clone(),
        unit_level: profile.unit_level.code(),
        unit_kind: profile.unit_kind.clone(),
        city: profile.city.code(),
        county: profile.county.clone(),
        city_by_year: filled(profile.city_by_year.iter().map(|(year, city)| (year.get(), city.code()))),
        title_held: profile.title_held.code(),
        title_held_since: profile.title_held_since.as_ref().map(Date::to_string),
        title_sought: profile.title_sought.code(),
        application_year: profile.application_year.map(Year::get),
        cycle_from: profile.cycle_from.map(Year::get),
        cycle_to: profile.cycle_to.map(Year::get),
        degree: profile.degree.code(),
        certificate_book: profile.certificate_book.clone(),
    }
}

fn profile(row: ProfileRow) -> Option<Profile> {
    let city_in = |(year, city): (u16, &str)| Some((Year::new(year)?, City::from_code(city)?));
    Some(Profile {
        name: row.name,
        sex: row.sex,
        unit: row.unit,
        unit_level: UnitLevel::from_code(row.unit_level)?,
        unit_kind: row.unit_kind,
        city: City::from_code(row.city)?,
        county: row.county,
        city_by_year: row.city_by_year.into_iter().map(city_in).collect::<Option<_>>()?,
        title_held: TitleLevel::from_code(row.title_held)?,
        title_held_since: maybe(row.title_held_since, |text| date(&text))?,
        title_sought: TitleLevel::from_code(row.title_sought)?,
        application_year: maybe(row.application_year, Year::new)?,
        cycle_from: maybe(row.cycle_from, Year::new)?,
        cycle_to: maybe(row.cycle_to, Year::new)?,
        degree: Degree::from_code(row.degree)?,
        certificate_book: row.certificate_book,
    })
}

fn conversion_row(rule: &ConversionRule) -> ConversionRow<'_> {
    ConversionRow {
        name: rule.name.clone(),
        kind: rule.kind.clone(),
        unit: rule.unit.code(),
        hours_per_unit: rule.hours_per_unit.map(Hours::hundredths),
        cap_per_year: rule.cap_per_year.map(Hours::hundredths),
        subject: rule.subject.map(Subject::code),
        method: rule.method.code(),
        source: rule.source.clone(),
    }
}

fn conversion(row: ConversionRow) -> Option<ConversionRule> {
    Some(ConversionRule {
        name: row.name,
        kind: row.kind,
        unit: Unit::from_code(row.unit)?,
        hours_per_unit: row.hours_per_unit.map(Hours::from_hundredths),
        cap_per_year: row.cap_per_year.map(Hours::from_hundredths),
        subject: maybe(row.subject, Subject::from_code)?,
        method: Method::from_code(row.method)?,
        source: row.source,
    })
}

/// Reads what may be absent: absent is fine, present but unreadable is not.
fn maybe<A, B>(found: Option<A>, read: impl Fn(A) -> Option<B>) -> Option<Option<B>> {
    match found {
        Some(found) => read(found).map(Some),
        None => Some(None),
    }
}

/// ISO, as `Date` shows itself; years beyond four digits carry a sign.
pub(super) fn date(text: &str) -> Option<Date> {
    let mut fields = text.rsplitn(3, '-');
    let day = fields.next()?.parse().ok()?;
    let month = fields.next()?.parse().ok()?;
    Date::from_ymd_opt(fields.next()?.parse().ok()?, month, day)
}
