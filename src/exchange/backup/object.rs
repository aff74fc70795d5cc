//! Objects of a file, taken apart member by member: each flaw is told with its place, and what
//! is left over is unknown.

use serde_json::{Map, Value};

use super::read::{BackupError, Flaw};
use crate::exchange::finding::excerpt;
use crate::rules::{Date, Hours, Year};

pub type Read<T> = Result<T, BackupError>;

/// An object of the file; what is taken out of it is done with, and what is left is unknown.
pub struct Object {
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

pub fn at(place: String, flaw: Flaw, found: &Value) -> BackupError {
    let found = match found {
        Value::String(text) => excerpt(text),
        Value::Array(_) | Value::Object(_) | Value::Null => String::new(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => number.to_string(),
    };
    BackupError::At { place, flaw, found }
}

pub fn year(text: &str) -> Option<Year> {
    digits(text, 4)?.try_into().ok().and_then(Year::new)
}

/// `2026-03-05`.
pub fn date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    Date::from_ymd_opt(i32::try_from(year).ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// `4.5`: digits with at most two decimals. Sums that no entry reaches are still read exactly.
pub fn decimal(text: &str) -> Option<Hours> {
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
