//! From a backup to a book: all of it or nothing, and then the place and what is wrong there.
//!
//! A text is taken as it is, so that what was written is what is read. What this version does not
//! know is refused rather than dropped.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Backup, VERSION};
use crate::book::profile::Degree;
use crate::book::{Book, Draft, Field, Profile, Template, template};
use crate::exchange::finding::excerpt;
use crate::exchange::notice;
use crate::order::filled;
use crate::rules::conversion::{Method, Unit};
use crate::rules::entry::{ConversionUse, coded};
use crate::rules::{
    City, ConversionRule, Date, Entry, EntryId, Filing, Form, Hours, Notice, Outcome, Route, Status, Subject,
    TitleLevel, UnitLevel, Year,
};

/// Why a text is not a backup that can be restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Nothing there.
    Empty,
    /// Not JSON, or cut short: where it stops being so, counted from 1.
    NotJson { line: usize, column: usize },
    /// JSON, and no backup of this app.
    NotABackup,
    /// A later version of the app made it.
    Newer { version: u64 },
    /// A backup, with something wrong in it.
    At { place: String, flaw: Flaw, found: String },
}

coded! {
    /// What is wrong at a place.
    Flaw {
        Missing = "missing",
        /// A name that this version does not know: dropping it would lose what it holds.
        Unknown = "unknown",
        NotAText = "not-a-text",
        NotANumber = "not-a-number",
        NotAList = "not-a-list",
        NotAnObject = "not-an-object",
        NotAChoice = "not-a-choice",
        NotADate = "not-a-date",
        NotAYear = "not-a-year",
        NotHours = "not-hours",
        /// Two of one id, kind or name.
        Twice = "twice",
        TooLong = "too-long",
        /// Minutes that no hour has.
        NotMinutes = "not-minutes",
        NotATelephone = "not-a-telephone",
        /// The parts are more than the total.
        BeyondTotal = "beyond-total",
        /// A public deadline before the year is over, or after the next one.
        DeadlineOutside = "deadline-outside",
        /// What only a city's notice can say.
        NeedsACity = "needs-a-city",
        NothingStated = "nothing-stated",
    }
}

pub(in crate::exchange) type Read<T> = Result<T, BackupError>;

/// Reads a backup; nothing in it is ever passed over.
pub fn read_backup(text: &str) -> Read<Backup> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(BackupError::Empty);
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| BackupError::NotJson { line: error.line(), column: error.column() })?;
    let Value::Object(mut members) = value else { return Err(BackupError::NotABackup) };
    let is = |name: &str, text: &str| members.get(name).and_then(Value::as_str) == Some(text);
    if !is("app", "xueshi") || !is("format", "backup") {
        return Err(BackupError::NotABackup);
    }
    match members.get("version").and_then(Value::as_u64) {
        Some(version) if version > VERSION => return Err(BackupError::Newer { version }),
        Some(version) if version > 0 => {}
        _ => return Err(BackupError::NotABackup),
    }
    ["app", "format", "version"].into_iter().for_each(|name| drop(members.remove(name)));
    let mut top = Object { place: String::new(), members };
    let made = top.text("made")?;
    let demo = match top.members.remove("demo") {
        None => false,
        Some(Value::Bool(demo)) => demo,
        Some(other) => return Err(top.wrong("demo", Flaw::Unknown, &other)),
    };
    let profile = match top.members.contains_key("profile") {
        true => profile(top.object("profile")?)?,
        false => Profile::default(),
    };
    let notices = notices(top.list("notices")?)?;
    let templates = top.list("templates")?.into_iter().map(template).collect::<Read<_>>()?;
    let conversions = top.list("conversion-rules")?.into_iter().map(conversion_rule).collect::<Read<_>>()?;
    let mut entries = BTreeMap::new();
    for object in top.list("entries")? {
        let place = object.place.clone();
        let read = entry(object)?;
        let id = read.id;
        if entries.insert(id, read).is_some() {
            return Err(BackupError::At { place, flaw: Flaw::Twice, found: id.0.to_string() });
        }
    }
    top.done()?;
    let book = Book::from_parts(profile, conversions, entries.into_values()).with(notices, templates);
    Ok(Backup { book, made, demo })
}

/// An object of the file; what is taken out of it is done with, and what is left is unknown.
pub(in crate::exchange) struct Object {
    /// Such as `entries[3]`; empty for the whole file.
    pub place: String,
    pub members: Map<String, Value>,
}

impl Object {
    pub fn of(place: String, value: Value) -> Read<Object> {
        match value {
            Value::Object(members) => Ok(Object { place, members }),
            other => Err(at(place, Flaw::NotAnObject, &other)),
        }
    }

    pub fn path(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    pub fn wrong(&self, name: &str, flaw: Flaw, found: &Value) -> BackupError {
        at(self.path(name), flaw, found)
    }

    /// A text; empty when it is left out.
    pub fn text(&mut self, name: &str) -> Read<String> {
        match self.members.remove(name) {
            None => Ok(String::new()),
            Some(Value::String(text)) => Ok(text),
            Some(other) => Err(self.wrong(name, Flaw::NotAText, &other)),
        }
    }

    /// A text with a meaning; `None` when it is left out or empty.
    pub fn optional<T>(
        &mut self,
        name: &str,
        flaw: Flaw,
        read: impl Fn(&str) -> Option<T>,
    ) -> Read<Option<T>> {
        let text = self.text(name)?;
        if text.is_empty() {
            return Ok(None);
        }
        match read(&text) {
            Some(value) => Ok(Some(value)),
            None => Err(self.wrong(name, flaw, &Value::String(text))),
        }
    }

    pub fn needed<T>(&mut self, name: &str, flaw: Flaw, read: impl Fn(&str) -> Option<T>) -> Read<T> {
        let missing = BackupError::At { place: self.path(name), flaw: Flaw::Missing, found: String::new() };
        self.optional(name, flaw, read)?.ok_or(missing)
    }

    pub fn object(&mut self, name: &str) -> Read<Object> {
        let value = self.members.remove(name).unwrap_or_default();
        Object::of(self.path(name), value)
    }

    /// A list of objects; empty when it is left out.
    pub fn list(&mut self, name: &str) -> Read<Vec<Object>> {
        match self.members.remove(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => {
                let path = self.path(name);
                let objects = items.into_iter().enumerate();
                objects.map(|(index, item)| Object::of(format!("{path}[{index}]"), item)).collect()
            }
            Some(other) => Err(self.wrong(name, Flaw::NotAList, &other)),
        }
    }

    pub fn done(self) -> Read<()> {
        match self.members.iter().next() {
            None => Ok(()),
            Some((name, value)) => Err(self.wrong(&excerpt(name), Flaw::Unknown, value)),
        }
    }
}

pub(in crate::exchange) fn at(place: String, flaw: Flaw, found: &Value) -> BackupError {
    let found = match found {
        Value::String(text) => excerpt(text),
        Value::Array(_) | Value::Object(_) | Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
    };
    BackupError::At { place, flaw, found }
}

fn entry(mut from: Object) -> Read<Entry> {
    let id = match from.members.remove("id") {
        Some(id) => id.as_u64().ok_or_else(|| from.wrong("id", Flaw::NotANumber, &id))?,
        None => {
            return Err(BackupError::At {
                place: from.path("id"),
                flaw: Flaw::Missing,
                found: String::new(),
            });
        }
    };
    let rule = from.text(Field::ConversionRule.code())?;
    let quantity = from.optional(Field::ConversionQuantity.code(), Flaw::NotHours, decimal)?;
    let is_used = !rule.is_empty() || quantity.is_some();
    let entry = Entry {
        id: EntryId(id),
        year: from.needed(Field::Year.code(), Flaw::NotAYear, year)?,
        title: from.text(Field::Title.code())?,
        subject: from.needed(Field::Subject.code(), Flaw::NotAChoice, Subject::from_code)?,
        form: from.needed(Field::Form.code(), Flaw::NotAChoice, Form::from_code)?,
        route: from.needed(Field::Route.code(), Flaw::NotAChoice, Route::from_code)?,
        organiser: from.text(Field::Organiser.code())?,
        start: from.optional(Field::Start.code(), Flaw::NotADate, date)?,
        end: from.needed(Field::End.code(), Flaw::NotADate, date)?,
        hours: from.needed(Field::Hours.code(), Flaw::NotHours, decimal)?,
        outcome: from.needed(Field::Assessment.code(), Flaw::NotAChoice, Outcome::from_code)?,
        certificate: from.text(Field::Certificate.code())?,
        status: from.needed(Field::Status.code(), Flaw::NotAChoice, Status::from_code)?,
        filing: from.needed(Field::Filing.code(), Flaw::NotAChoice, Filing::from_code)?,
        conversion: is_used.then_some(ConversionUse { rule, quantity }),
        evidence: from.text(Field::Evidence.code())?,
        remarks: from.text(Field::Remarks.code())?,
    };
    from.done().map(|()| entry)
}

fn profile(mut from: Object) -> Read<Profile> {
    let empty = Profile::default();
    let city_by_year = match from.members.contains_key("city-by-year") {
        true => cities(from.object("city-by-year")?)?,
        false => BTreeMap::new(),
    };
    let profile = Profile {
        name: from.text("name")?,
        sex: from.text("sex")?,
        unit: from.text("unit")?,
        unit_level: from
            .optional("unit-level", Flaw::NotAChoice, UnitLevel::from_code)?
            .unwrap_or(empty.unit_level),
        unit_kind: from.text("unit-kind")?,
        city: from.optional("city", Flaw::NotAChoice, City::from_code)?.unwrap_or(empty.city),
        county: from.text("county")?,
        city_by_year,
        title_held: title(&mut from, "title-held")?,
        title_held_since: from.optional("title-held-since", Flaw::NotADate, date)?,
        title_sought: title(&mut from, "title-sought")?,
        application_year: from.optional("application-year", Flaw::NotAYear, year)?,
        cycle_from: from.optional("cycle-from", Flaw::NotAYear, year)?,
        cycle_to: from.optional("cycle-to", Flaw::NotAYear, year)?,
        degree: from.optional("degree", Flaw::NotAChoice, Degree::from_code)?.unwrap_or(empty.degree),
        certificate_book: from.text("certificate-book")?,
    };
    from.done().map(|()| profile)
}

fn title(from: &mut Object, name: &str) -> Read<TitleLevel> {
    Ok(from.optional(name, Flaw::NotAChoice, TitleLevel::from_code)?.unwrap_or(TitleLevel::None))
}

fn cities(mut from: Object) -> Read<BTreeMap<Year, City>> {
    let names: Vec<String> = from.members.keys().cloned().collect();
    let read = names.into_iter().map(|name| {
        let Some(key) = year(&name) else {
            return Err(from.wrong(&excerpt(&name), Flaw::NotAYear, &Value::Null));
        };
        Ok((key, from.needed(&name, Flaw::NotAChoice, City::from_code)?))
    });
    Ok(filled(read.collect::<Read<Vec<_>>>()?))
}

fn conversion_rule(mut from: Object) -> Read<ConversionRule> {
    let rule = ConversionRule {
        name: from.text("name")?,
        kind: from.text("kind")?,
        unit: from.needed("unit", Flaw::NotAChoice, Unit::from_code)?,
        hours_per_unit: from.optional("hours-per-unit", Flaw::NotHours, decimal)?,
        cap_per_year: from.optional("cap-per-year", Flaw::NotHours, decimal)?,
        subject: from.optional("subject", Flaw::NotAChoice, Subject::from_code)?,
        method: from.needed("method", Flaw::NotAChoice, Method::from_code)?,
        source: from.text("source")?,
    };
    from.done().map(|()| rule)
}

fn notices(found: Vec<Object>) -> Read<Vec<Notice>> {
    let mut notices: Vec<Notice> = Vec::new();
    for object in found {
        let place = object.place.clone();
        let notice = notice::from_object(object)?;
        if notices.iter().any(|known| known.is_for(&notice)) {
            return Err(at(place, Flaw::Twice, &Value::String(notice.title)));
        }
        notices.push(notice);
    }
    Ok(notices)
}

fn template(mut from: Object) -> Read<Template> {
    let name = from.needed("name", Flaw::Missing, |text| Some(text.to_owned()))?;
    let mut draft = Draft::default();
    for &field in template::FIELDS {
        *draft.get_mut(field) = from.text(field.code())?;
    }
    from.done().map(|()| Template { name, draft })
}

pub(in crate::exchange) fn year(text: &str) -> Option<Year> {
    digits(text, 4)?.try_into().ok().and_then(Year::new)
}

/// `2026-03-05`.
pub(in crate::exchange) fn date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    Date::from_ymd_opt(i32::try_from(year).ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// `4.5`: digits with at most two decimals. Sums that no entry reaches are still read exactly.
pub(in crate::exchange) fn decimal(text: &str) -> Option<Hours> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let cents = digits(decimals, decimals.len())? * if decimals.len() == 1 { 10 } else { 1 };
    let hundredths = digits(whole, whole.len())?.checked_mul(100)?.checked_add(cents)?;
    (decimals.len() <= 2).then(|| Hours::from_hundredths(hundredths))
}

/// So many digits and nothing else.
fn digits(text: &str, count: usize) -> Option<u64> {
    let plain = text.len() == count && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}
