//! An entry as a person typed it: what the form on the screen and the import of files both fill
//! in, so that `Draft::check` refuses the same things for the same reasons.

use super::field::Field;
use crate::rules::{Entry, EntryId};

/// Every field as text. Choices hold their codes; an empty choice takes the file format's
/// default, and an empty year is the completion year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub year: String,
    pub title: String,
    pub subject: String,
    pub form: String,
    pub route: String,
    pub organiser: String,
    pub start: String,
    pub end: String,
    pub hours: String,
    pub outcome: String,
    pub certificate: String,
    pub status: String,
    pub filing: String,
    pub conversion_rule: String,
    pub conversion_quantity: String,
    pub evidence: String,
    pub remarks: String,
}

/// An entry whose fields are sound; it only wants an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedEntry(pub(super) Entry);

impl CheckedEntry {
    pub fn with_id(self, id: EntryId) -> Entry {
        Entry { id, ..self.0 }
    }
}

impl Draft {
    /// What the form shows for an entry: canonical, so that checking it gives the entry again.
    pub fn from_entry(entry: &Entry) -> Draft {
        let conversion = entry.conversion.as_ref();
        Draft {
            year: entry.year.to_string(),
            title: entry.title.clone(),
            subject: entry.subject.code().into(),
            form: entry.form.code().into(),
            route: entry.route.code().into(),
            organiser: entry.organiser.clone(),
            start: entry.start.map(|day| day.to_string()).unwrap_or_default(),
            end: entry.end.to_string(),
            hours: entry.hours.to_string(),
            outcome: entry.outcome.code().into(),
            certificate: entry.certificate.clone(),
            status: entry.status.code().into(),
            filing: entry.filing.code().into(),
            conversion_rule: conversion.map(|used| used.rule.clone()).unwrap_or_default(),
            conversion_quantity: conversion
                .and_then(|used| used.quantity)
                .map(|quantity| quantity.to_string())
                .unwrap_or_default(),
            evidence: entry.evidence.clone(),
            remarks: entry.remarks.clone(),
        }
    }

    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Year => &self.year,
            Field::Title => &self.title,
            Field::Subject => &self.subject,
            Field::Form => &self.form,
            Field::Route => &self.route,
            Field::Organiser => &self.organiser,
            Field::Start => &self.start,
            Field::End => &self.end,
            Field::Hours => &self.hours,
            Field::Assessment => &self.outcome,
            Field::Certificate => &self.certificate,
            Field::Status => &self.status,
            Field::Filing => &self.filing,
            Field::Remarks => &self.remarks,
            Field::ConversionRule => &self.conversion_rule,
            Field::ConversionQuantity => &self.conversion_quantity,
            Field::Evidence => &self.evidence,
        }
    }

    pub fn get_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Year => &mut self.year,
            Field::Title => &mut self.title,
            Field::Subject => &mut self.subject,
            Field::Form => &mut self.form,
            Field::Route => &mut self.route,
            Field::Organiser => &mut self.organiser,
            Field::Start => &mut self.start,
            Field::End => &mut self.end,
            Field::Hours => &mut self.hours,
            Field::Assessment => &mut self.outcome,
            Field::Certificate => &mut self.certificate,
            Field::Status => &mut self.status,
            Field::Filing => &mut self.filing,
            Field::Remarks => &mut self.remarks,
            Field::ConversionRule => &mut self.conversion_rule,
            Field::ConversionQuantity => &mut self.conversion_quantity,
            Field::Evidence => &mut self.evidence,
        }
    }
}
