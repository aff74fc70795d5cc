//! A table reviewed against the book, row by row: what is new, what is there already, what
//! contradicts it, and what is wrong. Nothing is added here: the person looks first.

use super::cells;
use super::columns::{Column, Layout};
use super::finding::{CellError, Finding, RowError, excerpt};
use super::table::{MAX_ROWS, Table, TableRow};
use super::twins::{Known, Twin};
use crate::book::{Book, Draft};
use crate::order::sort_by_key;
use crate::rules::{Date, Entry, EntryId, Route, Year};

/// What a review needs to know beside the file.
pub struct Context<'a> {
    pub today: Date,
    pub book: &'a Book,
    /// How many more entries may be added.
    pub room: usize,
    pub new_id: &'a mut dyn FnMut() -> EntryId,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// In the order of the file.
    pub rows: Vec<Row>,
    pub findings: Vec<Finding>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file on which the row starts, counted from 1.
    pub line: u64,
    pub verdict: RowVerdict,
    /// The row as a form would show it, sound or not.
    pub draft: Draft,
    /// What goes into the book if the person says so; `None` exactly for an error.
    pub entry: Option<Entry>,
    /// The file leaves the year open: the completion year was taken, another may be proposed.
    pub year_was_open: bool,
    /// Everything that is wrong with the row, in the order of the columns.
    pub errors: Vec<RowError>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowVerdict {
    New,
    /// Equal to its twin in every column that the file has.
    Same(Twin),
    /// The same activity as its twin by title, last day and subject, with other figures.
    Conflict {
        twin: Twin,
        differs: Vec<Column>,
    },
    Error,
}

impl RowVerdict {
    /// The stable code, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            RowVerdict::New => "new",
            RowVerdict::Same(_) => "same",
            RowVerdict::Conflict { .. } => "conflict",
            RowVerdict::Error => "error",
        }
    }

    pub const fn twin(&self) -> Option<Twin> {
        match self {
            RowVerdict::Same(twin) | RowVerdict::Conflict { twin, .. } => Some(*twin),
            RowVerdict::New | RowVerdict::Error => None,
        }
    }

    /// Adds to the number of entries, unless the person decides otherwise: a conflict with an
    /// entry of the book would take its place.
    const fn takes_room(&self) -> bool {
        matches!(self, RowVerdict::New | RowVerdict::Conflict { twin: Twin::Line(_), .. })
    }
}

/// Reads and reviews delimited text.
pub fn read_table(text: &str, context: Context<'_>) -> Import {
    review(&Table::read(text), context)
}

/// Reviews a table, whatever format it came from.
pub fn review(table: &Table, context: Context<'_>) -> Import {
    let Some((header, rows)) = table.rows.split_first() else {
        return Import { findings: vec![Finding::Empty], ..Import::default() };
    };
    let (layout, mut findings) = Layout::read(&header.cells);
    if rows.is_empty() && !findings.iter().any(Finding::stops_the_import) {
        findings.push(Finding::NoRows);
    }
    if let Some(line) = table.cut_at {
        findings.push(Finding::TooManyRows { line, most: MAX_ROWS });
    }
    if findings.iter().any(Finding::stops_the_import) {
        return Import { findings, ..Import::default() };
    }
    let mut review = Review { known: Known::of(context.book, &layout), layout, context };
    let rows = rows.iter().map(|row| review.row(row)).collect();
    Import { rows, findings }
}

struct Review<'a> {
    layout: Layout,
    known: Known,
    context: Context<'a>,
}

impl Review<'_> {
    fn row(&mut self, row: &TableRow) -> Row {
        let draft = self.draft(row);
        let year_was_open = draft.year.is_empty();
        let mut errors = self.row_errors(row, &draft);
        match draft.check(self.context.today) {
            Ok(checked) if errors.is_empty() => {
                let entry = checked.with_id((self.context.new_id)());
                let draft = Draft::from_entry(&entry);
                let year = (!year_was_open).then_some(entry.year);
                let (verdict, entry) = match self.enter(&draft, year, row.line) {
                    Some(verdict) => (verdict, Some(entry)),
                    None => {
                        errors.push(RowError { column: None, kind: CellError::NoRoom, cell: String::new() });
                        (RowVerdict::Error, None)
                    }
                };
                return Row { line: row.line, verdict, draft, entry, year_was_open, errors };
            }
            Ok(_) => {}
            Err(wrong) => errors.extend(wrong.into_iter().map(|error| {
                let cell = self.cell(row, error.field);
                let kind = cells::explain(cell, error.kind);
                RowError { column: Some(error.field), kind, cell: excerpt(cell) }
            })),
        }
        // What concerns the whole row goes last.
        sort_by_key(&mut errors, |error| (error.column.is_none(), error.column));
        Row { line: row.line, verdict: RowVerdict::Error, draft, entry: None, year_was_open, errors }
    }

    fn draft(&self, row: &TableRow) -> Draft {
        let mut draft = Draft::default();
        for (position, cell) in row.cells.iter().enumerate() {
            if let Some(column) = self.layout.column(position) {
                *draft.get_mut(column) = cells::read(column, cell);
            }
        }
        draft
    }

    /// What a form cannot get wrong, but a row can.
    fn row_errors(&self, row: &TableRow, draft: &Draft) -> Vec<RowError> {
        let mut errors = Vec::new();
        let is_conversion = Route::from_code(&draft.route) == Some(Route::Conversion);
        for column in [Column::ConversionRule, Column::ConversionQuantity] {
            if !is_conversion && !draft.get(column).is_empty() {
                let cell = excerpt(draft.get(column));
                errors.push(RowError { column: Some(column), kind: CellError::OnlyForConversion, cell });
            }
        }
        let extra = row.cells.iter().skip(self.layout.len()).find(|cell| !cell.trim().is_empty());
        if let Some(cell) = extra {
            let kind = CellError::ExtraCells { found: row.cells.len(), header: self.layout.len() };
            errors.push(RowError { column: None, kind, cell: excerpt(cell) });
        }
        if row.unclosed {
            let cell = excerpt(row.cells.last().map_or("", |cell| cell));
            errors.push(RowError { column: None, kind: CellError::UnclosedQuote, cell });
        }
        errors
    }

    fn cell<'r>(&self, row: &'r TableRow, column: Column) -> &'r str {
        let mut cells = row.cells.iter().enumerate();
        cells.find(|(at, _)| self.layout.column(*at) == Some(column)).map_or("", |(_, cell)| cell)
    }

    /// The verdict on a sound row, which is then known to those below it; `None`: no room.
    fn enter(&mut self, draft: &Draft, year: Option<Year>, line: u64) -> Option<RowVerdict> {
        let verdict = self.known.verdict(draft, year);
        if verdict.takes_room() {
            self.context.room = self.context.room.checked_sub(1)?;
        }
        if !matches!(verdict, RowVerdict::Same(_)) {
            self.known.add(draft, year, Twin::Line(line));
        }
        Some(verdict)
    }
}

#[cfg(test)]
mod tests;
