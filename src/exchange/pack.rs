//! Rule packs: conversion rules as a JSON file that a department or a colleague hands out, with
//! its publisher and date (`docs/pack.schema.json`). Whatever a pack says is secondary: the rules
//! that come of it name its publisher in their source, and no figure of a notice is touched.

use serde::{Deserialize, Serialize};

use crate::book::{Book, RuleDraft, RuleError, RuleField};
use crate::rules::ConversionRule;
use crate::rules::date::parse_date;

pub const VERSION: u32 = 1;
/// The most rules of one pack.
pub const MAX_RULES: usize = 500;
/// The most bytes of one pack.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The kinds by name, every figure blank: to be filled from the official text.
const BLANK: &str = include_str!("blank_pack.json");

/// The file, field by field. Every field is text, as in a backup.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    app: String,
    format: String,
    version: u32,
    title: String,
    publisher: String,
    date: String,
    rules: Vec<FileRule>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileRule {
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    kind: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    unit: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    hours_per_unit: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    cap_per_year: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    subject: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    method: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    source: String,
}

/// A pack as it was read, compared with the book. Nothing is in the book yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    pub title: String,
    pub publisher: String,
    /// ISO.
    pub date: String,
    pub rules: Vec<PackRule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRule {
    pub draft: RuleDraft,
    pub verdict: PackVerdict,
    /// `None` exactly for an error.
    pub rule: Option<ConversionRule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackVerdict {
    New,
    /// The book has just this rule.
    Same,
    /// The book has a rule of this name that differs in these fields.
    Conflict(Vec<RuleField>),
    Error(Vec<RuleError>),
}

impl PackVerdict {
    /// The stable code, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            PackVerdict::New => "new",
            PackVerdict::Same => "same",
            PackVerdict::Conflict(_) => "conflict",
            PackVerdict::Error(_) => "error",
        }
    }
}

/// Why a text is no pack at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    TooLarge,
    /// No JSON, or not of this form; what the reader says of the place.
    NotAPack {
        line: usize,
        column: usize,
    },
    /// JSON of this program, but something else: a backup, say.
    OtherFormat,
    NewerVersion,
    PublisherMissing,
    BadDate,
    NoRules,
    TooManyRules,
    /// Two rules of one name.
    Twice(String),
}

/// Reads a pack and lays it beside the book.
pub fn read(text: &str, book: &Book) -> Result<Pack, PackError> {
    if text.len() > MAX_BYTES {
        return Err(PackError::TooLarge);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let file: File = serde_json::from_str(text).map_err(|why| match is_another_format(text) {
        true => PackError::OtherFormat,
        false => PackError::NotAPack { line: why.line(), column: why.column() },
    })?;
    if file.app != "xueshi" || file.format != "rule-pack" || file.version == 0 {
        return Err(PackError::OtherFormat);
    }
    if file.version > VERSION {
        return Err(PackError::NewerVersion);
    }
    let publisher = short_line(&file.publisher);
    if publisher.is_empty() {
        return Err(PackError::PublisherMissing);
    }
    let date = parse_date(&file.date).map_err(|_| PackError::BadDate)?.to_string();
    match file.rules.len() {
        0 => return Err(PackError::NoRules),
        count if count > MAX_RULES => return Err(PackError::TooManyRules),
        _ => {}
    }
    let mut rules: Vec<PackRule> = Vec::new();
    for rule in file.rules {
        let draft = draft(rule, &publisher, &date);
        if rules.iter().any(|known| known.draft.name == draft.name) {
            return Err(PackError::Twice(draft.name));
        }
        rules.push(review(draft, book));
    }
    Ok(Pack { title: short_line(&file.title), publisher, date, rules })
}

fn is_another_format(text: &str) -> bool {
    let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
    let format = value.as_ref().and_then(|value| value.get("format")).and_then(|format| format.as_str());
    format.is_some_and(|format| format != "rule-pack")
}

/// One line of text.
fn line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned()
}

/// One line of text, cut to a length that can be shown.
fn short_line(text: &str) -> String {
    line(text).chars().take(100).collect::<String>().trim().to_owned()
}

/// The rule with its publisher in its source, so that the figure never stands without it.
fn draft(rule: FileRule, publisher: &str, date: &str) -> RuleDraft {
    let mark = format!("{publisher} {date}");
    let source = match rule.source.trim() {
        "" => mark,
        source if source == mark || source.ends_with(&format!("（{mark}）")) => source.to_owned(),
        source => format!("{source}（{mark}）"),
    };
    RuleDraft {
        name: line(&rule.name),
        kind: rule.kind,
        unit: rule.unit,
        hours_per_unit: rule.hours_per_unit,
        cap_per_year: rule.cap_per_year,
        subject: rule.subject,
        method: rule.method,
        source,
    }
}

fn review(draft: RuleDraft, book: &Book) -> PackRule {
    let rule = match draft.check(&[]) {
        Ok(rule) => rule,
        Err(errors) => {
            let draft = RuleDraft { name: short_line(&draft.name), ..draft };
            return PackRule { draft, verdict: PackVerdict::Error(errors), rule: None };
        }
    };
    let draft = RuleDraft::from_rule(&rule);
    let verdict = match book.conversion(&rule.name).map(RuleDraft::from_rule) {
        None => PackVerdict::New,
        Some(known) if known == draft => PackVerdict::Same,
        Some(known) => {
            let differs = RuleField::ALL.iter().copied();
            PackVerdict::Conflict(differs.filter(|&field| known.get(field) != draft.get(field)).collect())
        }
    };
    PackRule { draft, verdict, rule: Some(rule) }
}

/// The rules as a pack of this publisher.
pub fn write(rules: &[ConversionRule], title: &str, publisher: &str, date: &str) -> String {
    let rules = rules.iter().map(|rule| {
        let draft = RuleDraft::from_rule(rule);
        FileRule {
            name: draft.name,
            kind: draft.kind,
            unit: draft.unit,
            hours_per_unit: draft.hours_per_unit,
            cap_per_year: draft.cap_per_year,
            subject: draft.subject,
            method: draft.method,
            source: draft.source,
        }
    });
    let file = File {
        app: "xueshi".into(),
        format: "rule-pack".into(),
        version: VERSION,
        title: title.into(),
        publisher: publisher.into(),
        date: date.into(),
        rules: rules.collect(),
    };
    serde_json::to_string_pretty(&file).expect("texts and numbers are always JSON")
}

/// The kinds with blank figures, as this program ships them: their source says what is to be
/// filled in from where, and no publisher is named, because none stands behind a blank.
pub fn blank_rules() -> Vec<ConversionRule> {
    let file: File = serde_json::from_str(BLANK).expect("the shipped pack is sound");
    let drafts = file.rules.into_iter().map(|rule| RuleDraft {
        name: rule.name,
        kind: rule.kind,
        unit: rule.unit,
        source: rule.source,
        ..RuleDraft::default()
    });
    drafts.filter_map(|draft| draft.check(&[]).ok()).collect()
}

#[cfg(test)]
mod any_tests;
#[cfg(test)]
mod tests;
