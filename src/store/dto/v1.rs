//! Schema 1. Frozen: `tests/fixtures-store/v1.json` is read by a test for good.
//!
//! Entries are arrays, because ten thousand of them share five million characters; the profile
//! and the conversion rules are objects, because there is one of the former and few of the latter.

use serde::Serialize;

use super::super::json::Json;
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
#[derive(Serialize)]
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

#[derive(Serialize)]
struct PersonRow<'a> {
    profile: ProfileRow<'a>,
    conversions: Vec<ConversionRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notices: Vec<NoticeRows>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    templates: Vec<TemplateRow>,
}

#[derive(Serialize)]
struct ProfileRow<'a> {
    name: String,
    sex: String,
    unit: String,
    unit_level: &'a str,
    unit_kind: String,
    city: &'a str,
    county: String,
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

#[derive(Serialize)]
struct ConversionRow<'a> {
    name: String,
    kind: String,
    unit: &'a str,
    hours_per_unit: Option<u64>,
    cap_per_year: Option<u64>,
    subject: Option<&'a str>,
    method: &'a str,
    source: String,
}

pub fn write_entries<'a>(entries: impl Iterator<Item = &'a Entry>) -> String {
    json(&entries.map(entry_row).collect::<Vec<_>>())
}

pub fn read_entries(body: &str) -> Option<Vec<Entry>> {
    Json::read(body, |json| json.list(entry))
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
    Json::read(body, |json| {
        json.enter(b'{')?;
        let profile = profile(json.field("profile")?)?;
        let conversions = json.field("conversions")?.list(conversion)?;
        let mut person = Person { profile, conversions, ..Person::default() };
        while json.more(b'}')? {
            match &*json.name()? {
                "notices" => person.notices = json.list(|json| notice(json.list(Json::texts)?))?,
                "templates" => person.templates = json.list(|json| template(json.texts()?))?,
                _ => return None,
            }
        }
        Some(person)
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

fn entry(json: &mut Json) -> Option<Entry> {
    json.enter(b'[')?;
    let entry = Entry {
        id: EntryId(json.member()?.number()?),
        year: year(json.member()?)?,
        title: json.member()?.text()?,
        subject: Subject::from_code(json.member()?.code()?)?,
        form: Form::from_code(json.member()?.code()?)?,
        route: Route::from_code(json.member()?.code()?)?,
        organiser: json.member()?.text()?,
        start: json.member()?.maybe(day)?,
        end: day(json.member()?)?,
        hours: hours(json.member()?)?,
        outcome: Outcome::from_code(json.member()?.code()?)?,
        certificate: json.member()?.text()?,
        status: Status::from_code(json.member()?.code()?)?,
        filing: Filing::from_code(json.member()?.code()?)?,
        conversion: json.member()?.maybe(conversion_use)?,
        evidence: json.member()?.text()?,
        remarks: json.member()?.text()?,
    };
    json.leave()?;
    Some(entry)
}

fn conversion_use(json: &mut Json) -> Option<ConversionUse> {
    json.enter(b'[')?;
    let used = ConversionUse { rule: json.member()?.text()?, quantity: json.member()?.maybe(hours)? };
    json.leave()?;
    Some(used)
}

fn year(json: &mut Json) -> Option<Year> {
    Year::new(json.number()?.try_into().ok()?)
}

fn day(json: &mut Json) -> Option<Date> {
    date(json.code()?)
}

fn hours(json: &mut Json) -> Option<Hours> {
    json.number().map(Hours::from_hundredths)
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

fn profile(json: &mut Json) -> Option<Profile> {
    json.enter(b'{')?;
    let profile = Profile {
        name: json.field("name")?.text()?,
        sex: json.field("sex")?.text()?,
        unit: json.field("unit")?.text()?,
        unit_level: UnitLevel::from_code(json.field("unit_level")?.code()?)?,
        unit_kind: json.field("unit_kind")?.text()?,
        city: City::from_code(json.field("city")?.code()?)?,
        county: json.field("county")?.text()?,
        city_by_year: city_by_year(json.field("city_by_year")?)?,
        title_held: TitleLevel::from_code(json.field("title_held")?.code()?)?,
        title_held_since: json.field("title_held_since")?.maybe(day)?,
        title_sought: TitleLevel::from_code(json.field("title_sought")?.code()?)?,
        application_year: json.field("application_year")?.maybe(year)?,
        cycle_from: json.field("cycle_from")?.maybe(year)?,
        cycle_to: json.field("cycle_to")?.maybe(year)?,
        degree: Degree::from_code(json.field("degree")?.code()?)?,
        certificate_book: json.field("certificate_book")?.text()?,
    };
    (!json.more(b'}')?).then_some(profile)
}

fn city_by_year(json: &mut Json) -> Option<SortedMap<Year, City>> {
    let mut cities = SortedMap::new();
    json.enter(b'{')?;
    while json.more(b'}')? {
        let year = Year::new(json.name()?.parse().ok()?)?;
        cities.insert(year, City::from_code(json.code()?)?);
    }
    Some(cities)
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

fn conversion(json: &mut Json) -> Option<ConversionRule> {
    json.enter(b'{')?;
    let rule = ConversionRule {
        name: json.field("name")?.text()?,
        kind: json.field("kind")?.text()?,
        unit: Unit::from_code(json.field("unit")?.code()?)?,
        hours_per_unit: json.field("hours_per_unit")?.maybe(hours)?,
        cap_per_year: json.field("cap_per_year")?.maybe(hours)?,
        subject: json.field("subject")?.maybe(|json| Subject::from_code(json.code()?))?,
        method: Method::from_code(json.field("method")?.code()?)?,
        source: json.field("source")?.text()?,
    };
    (!json.more(b'}')?).then_some(rule)
}

/// ISO, as `Date` shows itself; years beyond four digits carry a sign.
pub(super) fn date(text: &str) -> Option<Date> {
    let mut fields = text.rsplitn(3, '-');
    let day = fields.next()?.parse().ok()?;
    let month = fields.next()?.parse().ok()?;
    Date::from_ymd_opt(fields.next()?.parse().ok()?, month, day)
}
