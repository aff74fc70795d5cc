//! From a backup to a book: all of it or nothing, and then the place and what is wrong there.
//!
//! A text is taken as it is, so that what was written is what is read. What this version does not
//! know is refused rather than dropped.

use serde_json::Value;

use super::object::{Object, Read, at, date, decimal, year};
use super::{Backup, VERSION};
use crate::book::profile::Degree;
use crate::book::{Book, Draft, Field, Profile, Template, template};
use crate::exchange::finding::excerpt;
use crate::exchange::notice;
use crate::order::filled;
use crate::rules::conversion::{Method, Unit};
use crate::rules::entry::{ConversionUse, coded};
use crate::rules::{
    City, ConversionRule, Entry, EntryId, Filing, Form, Notice, Outcome, Route, Status, Subject, TitleLevel,
    UnitLevel, Year,
};
use crate::sorted::{SortedMap, SortedSet};

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
    let templates = templates(top.list("templates")?)?;
    let conversions = top.list("conversion-rules")?.into_iter().map(conversion_rule).collect::<Read<_>>()?;
    let mut ids = SortedSet::new();
    let mut entries = Vec::new();
    for object in top.list("entries")? {
        let place = object.place.clone();
        let read = entry(object)?;
        let id = read.id;
        entries.push(read);
        if ids.insert(id, ()).is_some() {
            return Err(BackupError::At { place, flaw: Flaw::Twice, found: id.0.to_string() });
        }
    }
    top.done()?;
    let book = Book::from_parts(profile, conversions, entries).with(notices, templates);
    Ok(Backup { book, made, demo })
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
        false => SortedMap::new(),
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

fn cities(mut from: Object) -> Read<SortedMap<Year, City>> {
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

fn templates(found: Vec<Object>) -> Read<Vec<Template>> {
    let mut templates: Vec<Template> = Vec::new();
    for object in found {
        let place = object.place.clone();
        let template = template(object)?;
        if templates.iter().any(|known| known.name == template.name) {
            return Err(at(place, Flaw::Twice, &Value::String(template.name)));
        }
        templates.push(template);
    }
    Ok(templates)
}

fn template(mut from: Object) -> Read<Template> {
    let name = from.needed("name", Flaw::Missing, |text| Some(text.to_owned()))?;
    let mut draft = Draft::default();
    for &field in template::FIELDS {
        *draft.get_mut(field) = from.text(field.code())?;
    }
    from.done().map(|()| Template { name, draft })
}
