//! The records table: which entries are shown, in which order, under which year.

use std::sync::Arc;

use crate::book::Book;
use crate::order::sort_by;
use crate::rules::{Entry, Form, Hours, Status, Subject, Year};

/// What the person looks for. Everything empty: every entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all occur in the title, the organiser, the certificate number or the remarks.
    pub words: String,
    pub year: Option<Year>,
    pub subject: Option<Subject>,
    pub form: Option<Form>,
    pub status: Option<Status>,
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    fn lets_through(&self, entry: &Entry, words: &[String]) -> bool {
        self.year.is_none_or(|year| entry.year == year)
            && self.subject.is_none_or(|subject| entry.subject == subject)
            && self.form.is_none_or(|form| entry.form == form)
            && self.status.is_none_or(|status| entry.status == status)
            && words.iter().all(|word| {
                [&entry.title, &entry.organiser, &entry.certificate, &entry.remarks]
                    .iter()
                    .any(|text| text.to_lowercase().contains(word))
            })
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    End,
    Title,
    Hours,
}

/// The order within each year; years themselves always run from the newest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    pub by: SortBy,
    pub ascending: bool,
}

/// One year's rows with their subtotal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRows {
    pub year: Year,
    pub rows: Vec<Arc<Entry>>,
    /// Of the rows shown, as entered: what counts is the overview's affair. Planned ones apart.
    pub professional: Hours,
    pub public: Hours,
    pub planned: Hours,
}

/// The rows that pass, by year, newest first.
pub fn rows(book: &Book, filter: &Filter, sort: Sort) -> Vec<YearRows> {
    let words: Vec<String> = filter.words.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<&Arc<Entry>> =
        book.entries().filter(|entry| filter.lets_through(entry, &words)).collect();
    sort_by(&mut found, |a, b| {
        let within = match sort.by {
            SortBy::End => a.end.cmp(&b.end),
            SortBy::Title => a.title.cmp(&b.title),
            SortBy::Hours => a.hours.cmp(&b.hours),
        };
        let within = within.then_with(|| (a.end, a.id).cmp(&(b.end, b.id)));
        b.year.cmp(&a.year).then(if sort.ascending { within } else { within.reverse() })
    });
    let mut years: Vec<YearRows> = Vec::new();
    for entry in found {
        if years.last().is_none_or(|last| last.year != entry.year) {
            let zero = Hours::ZERO;
            years.push(YearRows {
                year: entry.year,
                rows: vec![],
                professional: zero,
                public: zero,
                planned: zero,
            });
        }
        let Some(last) = years.last_mut() else { continue };
        match (entry.status, entry.subject) {
            (Status::Planned, _) => last.planned += entry.hours,
            (_, Subject::Professional) => last.professional += entry.hours,
            (_, Subject::Public) => last.public += entry.hours,
        }
        last.rows.push(entry.clone());
    }
    years
}
