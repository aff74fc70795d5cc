//! Conversion rules as a person writes them down, and what changing one does to the entries that
//! were computed by it.

use std::sync::Arc;

use super::{Book, Change, EntryChange, TEXT_MAX_CHARS, TITLE_MAX_CHARS};
use crate::rules::conversion::{Method, Unit};
use crate::rules::entry::{ConversionUse, coded};
use crate::rules::hours::HoursError;
use crate::rules::{ConversionRule, Entry, EntryId, Hours, Route, Subject};

coded! {
    /// A field of a conversion rule, in the order of the form.
    RuleField {
        Name = "name",
        Kind = "kind",
        Unit = "unit",
        HoursPerUnit = "hours-per-unit",
        CapPerYear = "cap-per-year",
        Subject = "subject",
        Method = "method",
        Source = "source",
    }
}

/// How the source of a blank rule begins: it says where a figure is to come from, and is none.
pub const BLANK_MARK: &str = "待填";

/// One field of a rule and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleError {
    pub field: RuleField,
    pub kind: RuleErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleErrorKind {
    Required,
    TooLong {
        found: usize,
        most: usize,
    },
    /// Another rule of the book has this name.
    NameTaken,
    NotAChoice,
    Hours(HoursError),
    /// A figure, but nothing that says where it comes from.
    SourceMissing,
}

/// A rule as text: what the form shows and what a pack holds. Choices hold their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleDraft {
    pub name: String,
    pub kind: String,
    pub unit: String,
    pub hours_per_unit: String,
    pub cap_per_year: String,
    /// Empty: the person chooses.
    pub subject: String,
    pub method: String,
    pub source: String,
}

/// An entry whose hours follow a change of its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recomputed {
    pub entry: EntryId,
    pub title: String,
    pub before: Hours,
    pub after: Hours,
}

impl RuleDraft {
    pub fn from_rule(rule: &ConversionRule) -> RuleDraft {
        let or_empty = |hours: Option<Hours>| hours.map(|hours| hours.to_string()).unwrap_or_default();
        RuleDraft {
            name: rule.name.clone(),
            kind: rule.kind.clone(),
            unit: rule.unit.code().into(),
            hours_per_unit: or_empty(rule.hours_per_unit),
            cap_per_year: or_empty(rule.cap_per_year),
            subject: rule.subject.map_or("", Subject::code).into(),
            method: rule.method.code().into(),
            source: rule.source.clone(),
        }
    }

    pub fn get(&self, field: RuleField) -> &str {
        match field {
            RuleField::Name => &self.name,
            RuleField::Kind => &self.kind,
            RuleField::Unit => &self.unit,
            RuleField::HoursPerUnit => &self.hours_per_unit,
            RuleField::CapPerYear => &self.cap_per_year,
            RuleField::Subject => &self.subject,
            RuleField::Method => &self.method,
            RuleField::Source => &self.source,
        }
    }

    pub fn get_mut(&mut self, field: RuleField) -> &mut String {
        match field {
            RuleField::Name => &mut self.name,
            RuleField::Kind => &mut self.kind,
            RuleField::Unit => &mut self.unit,
            RuleField::HoursPerUnit => &mut self.hours_per_unit,
            RuleField::CapPerYear => &mut self.cap_per_year,
            RuleField::Subject => &mut self.subject,
            RuleField::Method => &mut self.method,
            RuleField::Source => &mut self.source,
        }
    }

    /// The rule, or everything that is wrong, in the order of the fields. `taken` are the names of
    /// the other rules of the book.
    pub fn check(&self, taken: &[&str]) -> Result<ConversionRule, Vec<RuleError>> {
        let mut errors = Vec::new();
        let mut note = |field, kind| errors.push(RuleError { field, kind });
        let mut text = |field, most| {
            let text: String = self.get(field).chars().filter(|c| !c.is_control()).collect();
            let text = text.trim().to_owned();
            let found = text.chars().count();
            if found > most {
                note(field, RuleErrorKind::TooLong { found, most });
            }
            text
        };
        let name = text(RuleField::Name, TITLE_MAX_CHARS);
        let kind = text(RuleField::Kind, TITLE_MAX_CHARS);
        let source = text(RuleField::Source, TEXT_MAX_CHARS);
        if name.is_empty() {
            note(RuleField::Name, RuleErrorKind::Required);
        } else if taken.contains(&name.as_str()) {
            note(RuleField::Name, RuleErrorKind::NameTaken);
        }
        let unit = match self.unit.trim() {
            "" => Some(Unit::Item),
            code => Unit::from_code(code),
        };
        let subject = match self.subject.trim() {
            "" => Some(None),
            code => Subject::from_code(code).map(Some),
        };
        let method = match self.method.trim() {
            "" => Some(Method::Unknown),
            code => Method::from_code(code),
        };
        let known = [
            (RuleField::Unit, unit.is_some()),
            (RuleField::Subject, subject.is_some()),
            (RuleField::Method, method.is_some()),
        ];
        for (field, is_known) in known {
            if !is_known {
                note(field, RuleErrorKind::NotAChoice);
            }
        }
        let mut hours = |field| match Hours::parse_entry(self.get(field)) {
            Ok(hours) => Some(hours),
            Err(HoursError::Empty) => None,
            Err(why) => {
                note(field, RuleErrorKind::Hours(why));
                None
            }
        };
        let hours_per_unit = hours(RuleField::HoursPerUnit);
        let cap_per_year = hours(RuleField::CapPerYear);
        let unsourced = source.is_empty() || source.starts_with(BLANK_MARK);
        if unsourced && (hours_per_unit.is_some() || cap_per_year.is_some()) {
            note(RuleField::Source, RuleErrorKind::SourceMissing);
        }
        crate::order::sort_by_key(&mut errors, |error| error.field);
        match (unit, subject, method) {
            (Some(unit), Some(subject), Some(method)) if errors.is_empty() => {
                Ok(ConversionRule { name, kind, unit, hours_per_unit, cap_per_year, subject, method, source })
            }
            _ => Err(errors),
        }
    }
}

impl Book {
    pub fn conversion(&self, name: &str) -> Option<&ConversionRule> {
        self.conversions().iter().find(|rule| rule.name == name)
    }

    /// The entries whose hours would follow, were the rule called `before` to become `rule`: those
    /// that hold just what the old figure gives. Hours that a person set otherwise stay.
    pub fn recomputed(&self, before: &str, rule: &ConversionRule) -> Vec<Recomputed> {
        let changes = self.follow(before, rule).into_iter();
        let changed = changes.filter_map(|change| Some((change.before?, change.after?)));
        let changed = changed.filter(|(before, after)| before.hours != after.hours);
        changed
            .map(|(before, after)| Recomputed {
                entry: before.id,
                title: before.title.clone(),
                before: before.hours,
                after: after.hours,
            })
            .collect()
    }

    /// Adds a rule, or puts it in the place of the one called `before`; entries computed by that
    /// one follow, and so does the name that they use.
    pub fn put_conversion(&mut self, before: Option<&str>, rule: ConversionRule) -> Change {
        let entries = before.map_or_else(Vec::new, |name| self.follow(name, &rule));
        let mut rules = self.conversions().to_vec();
        match before.and_then(|name| rules.iter().position(|rule| rule.name == name)) {
            Some(at) => rules[at] = rule,
            None => rules.push(rule),
        }
        self.change_conversions(rules, entries)
    }

    /// Adds rules, those of the same name taking the place of the old ones: an imported pack.
    pub fn put_conversions(&mut self, rules: Vec<ConversionRule>) -> Change {
        let mut all = self.conversions().to_vec();
        let mut entries = Vec::new();
        for rule in rules {
            entries.extend(self.follow(&rule.name, &rule));
            match all.iter().position(|known| known.name == rule.name) {
                Some(at) => all[at] = rule,
                None => all.push(rule),
            }
        }
        self.change_conversions(all, entries)
    }

    /// Removes a rule. Its entries keep their hours and the name of what they came from.
    pub fn remove_conversion(&mut self, name: &str) -> Change {
        let rest = self.conversions().iter().filter(|rule| rule.name != name).cloned().collect();
        self.change_conversions(rest, vec![])
    }

    fn change_conversions(&mut self, after: Vec<ConversionRule>, entries: Vec<EntryChange>) -> Change {
        let before = self.conversions().to_vec();
        let conversions = (before != after).then_some((before, after));
        self.make(Change { entries, conversions, ..Change::default() })
    }

    fn follow(&self, before: &str, rule: &ConversionRule) -> Vec<EntryChange> {
        let Some(old) = self.conversion(before) else { return vec![] };
        let mut changes = Vec::new();
        for entry in self.entries().filter(|entry| entry.route == Route::Conversion) {
            let Some(used) = entry.conversion.as_ref().filter(|used| used.rule == before) else { continue };
            let by = |rule: &ConversionRule| used.quantity.and_then(|quantity| rule.hours_for(quantity));
            let within = |hours: &Hours| (Hours::ENTRY_MIN..=Hours::ENTRY_MAX).contains(hours);
            let followed = by(rule).filter(within).filter(|_| by(old) == Some(entry.hours));
            let after = Entry {
                hours: followed.unwrap_or(entry.hours),
                conversion: Some(ConversionUse { rule: rule.name.clone(), quantity: used.quantity }),
                ..entry.as_ref().clone()
            };
            if after != **entry {
                changes.push(EntryChange { before: Some(entry.clone()), after: Some(Arc::new(after)) });
            }
        }
        changes
    }
}

#[cfg(test)]
mod tests;
