//! Finds, for a row, the entry of the book or the earlier row that it repeats.

use std::collections::HashMap;

use super::columns::{Column, Layout};
use super::import::RowVerdict;
use crate::book::{Book, Draft};
use crate::order::sort_by_key;
use crate::rules::hours::half_width;
use crate::rules::{EntryId, Year};

/// What a row repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// An entry of the book.
    Entry(EntryId),
    /// The row of the same file that starts on this line.
    Line(u64),
}

/// What is known already: the book, then the file's rows as they are added. Two lookups for a
/// row, however many are alike.
pub(super) struct Known {
    /// The columns that are compared. The year stands apart: a row may leave it open.
    compared: Vec<Column>,
    with_year: bool,
    /// By every compared column.
    same: HashMap<String, Vec<(Option<Year>, Twin)>>,
    /// By what an activity is known by, each the first of its kind.
    alike: HashMap<String, (Twin, Draft)>,
}

impl Known {
    pub(super) fn of(book: &Book, layout: &Layout) -> Known {
        let mut known = Known {
            compared: layout.carried().filter(|&column| column != Column::Year).collect(),
            with_year: layout.carries(Column::Year),
            same: HashMap::new(),
            alike: HashMap::new(),
        };
        for entry in book.entries() {
            known.add(&Draft::from_entry(entry), Some(entry.year), Twin::Entry(entry.id));
        }
        known
    }

    /// The draft is canonical, as made from an entry. `year` is the one that the row states; an
    /// open year agrees with every year.
    pub(super) fn verdict(&self, draft: &Draft, year: Option<Year>) -> RowVerdict {
        let same = self.same.get(&joined(draft, &self.compared)).into_iter().flatten();
        let agrees = |other: Option<Year>| year.is_none() || other.is_none() || year == other;
        if let Some((_, twin)) = same.clone().find(|(other, _)| agrees(*other)) {
            return RowVerdict::Same(*twin);
        }
        if let Some((_, twin)) = same.into_iter().next() {
            return RowVerdict::Conflict { twin: *twin, differs: vec![Column::Year] };
        }
        let Some((twin, other)) = self.alike.get(&key(draft)) else {
            return RowVerdict::New;
        };
        let mut differs: Vec<Column> = (self.compared.iter().copied())
            .filter(|&column| fold(draft.get(column)) != fold(other.get(column)))
            .collect();
        if year.is_some_and(|year| other.year != year.to_string()) {
            differs.push(Column::Year);
        }
        sort_by_key(&mut differs, |column| *column);
        RowVerdict::Conflict { twin: *twin, differs }
    }

    pub(super) fn add(&mut self, draft: &Draft, year: Option<Year>, twin: Twin) {
        let year = year.filter(|_| self.with_year);
        self.same.entry(joined(draft, &self.compared)).or_default().push((year, twin));
        self.alike.entry(key(draft)).or_insert_with(|| (twin, draft.clone()));
    }
}

/// What an activity is known by: its title, its last day, its subject.
fn key(draft: &Draft) -> String {
    joined(draft, &[Column::Title, Column::End, Column::Subject])
}

fn joined(draft: &Draft, columns: &[Column]) -> String {
    let mut text = String::new();
    for &column in columns {
        text.push_str(&fold(draft.get(column)));
        text.push('\u{1F}');
    }
    text
}

/// The same for texts that differ in width and blanks alone.
fn fold(text: &str) -> String {
    let half: String = text.chars().map(half_width).collect();
    half.split_whitespace().collect::<Vec<_>>().join(" ")
}
