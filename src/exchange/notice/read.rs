//! From a file to a notice: all of it or nothing, and then the place and what is wrong there.

use std::sync::Arc;

use serde_json::Value;

use super::{MAX_BYTES, NoticeError, ROWS_MAX, TEXT_MAX, VERSION};
use crate::exchange::backup::{BackupError, Flaw, Object, Read, at, date, decimal, year};
use crate::rules::notice::{Amount, Extension, FigureKind, Notice, NoticeFigure};
use crate::rules::rulebook::Telephone;
use crate::rules::source::{Citation, Source};
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{City, Date, Hours, TitleLevel, UnitLevel, Year};

/// Reads a notice; nothing in it is ever passed over.
pub fn read(text: &str) -> Result<Notice, NoticeError> {
    if text.len() > MAX_BYTES {
        return Err(NoticeError::TooLarge);
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(NoticeError::Wrong(BackupError::Empty));
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        NoticeError::Wrong(BackupError::NotJson { line: error.line(), column: error.column() })
    })?;
    let Value::Object(mut members) = value else { return Err(NoticeError::OtherFormat) };
    let is = |name: &str, text: &str| members.get(name).and_then(Value::as_str) == Some(text);
    if !is("app", "xueshi") || !is("format", "notice") {
        return Err(NoticeError::OtherFormat);
    }
    match members.get("version").and_then(Value::as_u64) {
        Some(version) if version > VERSION => {
            return Err(NoticeError::Wrong(BackupError::Newer { version }));
        }
        Some(version) if version > 0 => {}
        _ => return Err(NoticeError::OtherFormat),
    }
    ["app", "format", "version"].into_iter().for_each(|name| drop(members.remove(name)));
    from_object(Object { place: String::new(), members }).map_err(NoticeError::Wrong)
}

/// The notice of a file, or one of those in a backup.
pub fn from_object(mut from: Object) -> Read<Notice> {
    let title = line(&mut from, "title")?;
    let publisher = needed_line(&mut from, "publisher")?;
    let published = from.needed("date", Flaw::NotADate, within)?;
    let by = By { publisher, published };
    let of = from.needed("year", Flaw::NotAYear, year)?;
    let city = from.optional("city", Flaw::NotAChoice, City::from_code)?;
    let mut figures: Vec<NoticeFigure> = Vec::new();
    for object in from.list("figures")? {
        let place = object.place.clone();
        let read = figure(object, &by, of)?;
        if figures.iter().any(|known| known.kind == read.kind) {
            return Err(at(place, Flaw::Twice, &Value::String(read.kind.code().into())));
        }
        figures.push(read);
    }
    let stamps = match from.members.contains_key("stamp-route") {
        true => Some(stamp_route(from.object("stamp-route")?, &by)?),
        false => None,
    };
    let telephones = from.list("telephones")?;
    if telephones.len() > ROWS_MAX {
        return Err(from.wrong("telephones", Flaw::TooLong, &Value::Null));
    }
    let telephones = telephones.into_iter().map(|one| telephone(one, &by)).collect::<Read<Vec<_>>>()?;
    for (name, is_stated) in [("stamp-route", stamps.is_some()), ("telephones", !telephones.is_empty())] {
        if is_stated && city.is_none() {
            return Err(from.wrong(name, Flaw::NeedsACity, &Value::Null));
        }
    }
    crate::order::sort_by_key(&mut figures, |figure| figure.kind);
    let By { publisher, published } = by;
    let notice = Notice { title, publisher, published, year: of, city, figures, stamps, telephones };
    if notice.kinds().next().is_none() {
        return Err(from.wrong("figures", Flaw::NothingStated, &Value::Null));
    }
    let hours = |kind| notice.hours(kind).map_or(Hours::ZERO, |figure| figure.value);
    let parts = hours(FigureKind::Professional) + hours(FigureKind::PublicMinimum);
    if notice.figure(FigureKind::Total).is_some() && parts > hours(FigureKind::Total) {
        return Err(from.wrong("figures", Flaw::BeyondTotal, &Value::String(parts.to_string())));
    }
    from.done().map(|()| notice)
}

/// Who hands it out, and when: beside every figure.
struct By {
    publisher: String,
    published: Date,
}

impl By {
    /// Document number and section; without them nothing is taken.
    fn place(&self, from: &mut Object) -> Read<Arc<Citation>> {
        Ok(Arc::new(Citation {
            publisher: self.publisher.clone(),
            published: self.published,
            document: needed_line(from, "document")?,
            section: needed_line(from, "section")?,
        }))
    }
}

fn figure(mut from: Object, by: &By, of: Year) -> Read<NoticeFigure> {
    let kind = from.needed("kind", Flaw::NotAChoice, |code| {
        FigureKind::from_code(code)
            .filter(|kind| !matches!(kind, FigureKind::StampRoute | FigureKind::Telephones))
    })?;
    let amount = match kind {
        FigureKind::Minutes => {
            let whole = |text: &str| text.parse().ok().filter(|minutes| (1..=240).contains(minutes));
            Amount::Minutes(from.needed("minutes", Flaw::NotMinutes, whole)?)
        }
        FigureKind::PublicDeadline => {
            let day = from.needed("day", Flaw::NotADate, within)?;
            let next = of.get() + 1;
            if day < of.last_day() || day > crate::rules::date::day(next, 12, 31) {
                return Err(from.wrong("day", Flaw::DeadlineOutside, &Value::String(day.to_string())));
            }
            let extension = from.optional("for", Flaw::NotAChoice, Extension::from_code)?;
            Amount::Day(day, extension.unwrap_or(Extension::Study))
        }
        FigureKind::Transfer => Amount::Stated,
        _ => {
            let amount = |text: &str| {
                decimal(text).filter(|hours| (Hours::ENTRY_MIN..=Hours::ENTRY_MAX).contains(hours))
            };
            Amount::Hours(from.needed("hours", Flaw::NotHours, amount)?)
        }
    };
    let place = by.place(&mut from)?;
    from.done().map(|()| NoticeFigure { kind, amount, place })
}

fn stamp_route(mut from: Object, by: &By) -> Read<StampTable> {
    let first = vec![Source::Notice(by.place(&mut from)?)];
    let rows = from.list("rows")?;
    if rows.is_empty() || rows.len() > ROWS_MAX {
        let flaw = if rows.is_empty() { Flaw::NothingStated } else { Flaw::TooLong };
        return Err(from.wrong("rows", flaw, &Value::Null));
    }
    let rows = rows.into_iter().map(|row| stamp_row(row, by)).collect::<Read<_>>()?;
    from.done().map(|()| StampTable { first, rows })
}

fn stamp_row(mut from: Object, by: &By) -> Read<StampRow> {
    let unit_level = from.needed("unit-level", Flaw::NotAChoice, UnitLevel::from_code)?;
    let titles = |from: &mut Object, name| codes(from, name, TitleLevel::from_code);
    let (applies, holds) = (titles(&mut from, "applies-for")?, titles(&mut from, "holds")?);
    let who = match (applies.is_empty(), holds.is_empty()) {
        (true, true) => Who::Anyone,
        (false, true) => Who::Applies(applies),
        (true, false) => Who::Holds(holds),
        (false, false) => return Err(from.wrong("holds", Flaw::Unknown, &Value::Null)),
    };
    let offices = codes(&mut from, "offices", |code| {
        Office::from_code(code).filter(|office| *office != Office::IndustryDepartment)
    })?;
    if offices.is_empty() {
        return Err(from.wrong("offices", Flaw::NothingStated, &Value::Null));
    }
    let place = by.place(&mut from)?;
    from.done().map(|()| StampRow::new(unit_level, who, &offices, &[Source::Notice(place)]))
}

/// A list of codes; empty when it is left out, each at most once.
fn codes<T: PartialEq>(from: &mut Object, name: &str, read: impl Fn(&str) -> Option<T>) -> Read<Vec<T>> {
    let items = match from.members.remove(name) {
        None => return Ok(vec![]),
        Some(Value::Array(items)) => items,
        Some(other) => return Err(from.wrong(name, Flaw::NotAList, &other)),
    };
    let mut found = Vec::new();
    for item in items {
        let Some(code) = item.as_str().and_then(&read) else {
            return Err(from.wrong(name, Flaw::NotAChoice, &item));
        };
        if found.contains(&code) {
            return Err(from.wrong(name, Flaw::Twice, &item));
        }
        found.push(code);
    }
    Ok(found)
}

fn telephone(mut from: Object, by: &By) -> Read<Telephone> {
    let number = from.needed("number", Flaw::NotATelephone, |text| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-() ".contains(&byte));
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        (plain && (3..=20).contains(&digits) && text.len() <= 30).then(|| text.trim().to_owned())
    })?;
    let whose = needed_line(&mut from, "whose")?;
    let source = Source::Notice(by.place(&mut from)?);
    from.done().map(|()| Telephone { number, zh: whose.clone(), en: whose, source })
}

/// A date within the years that the rules know.
fn within(text: &str) -> Option<Date> {
    date(text).filter(|&day| Year::of(day).is_some())
}

/// One line of text without blanks around it; empty when it is left out.
fn line(from: &mut Object, name: &str) -> Read<String> {
    let text: String = from.text(name)?.chars().filter(|c| !c.is_control()).collect();
    let text = text.trim();
    match text.chars().count() {
        count if count > TEXT_MAX => Err(from.wrong(name, Flaw::TooLong, &Value::String(text.into()))),
        _ => Ok(text.to_owned()),
    }
}

fn needed_line(from: &mut Object, name: &str) -> Read<String> {
    let text = line(from, name)?;
    if text.is_empty() {
        return Err(from.wrong(name, Flaw::Missing, &Value::Null));
    }
    Ok(text)
}
