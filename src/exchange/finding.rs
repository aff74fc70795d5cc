//! What is wrong with a file, a row, a cell: kinds and places, the sentences are i18n's.

use super::columns::Column;
use crate::book::FieldErrorKind;

/// About the file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// No line holds anything.
    Empty,
    /// A header, and no row below it.
    NoRows,
    /// Columns that every entry needs; all of them are missing where the first line is no header.
    MissingColumns(Vec<Column>),
    /// Two headers mean the same column; positions count from 1.
    DuplicateColumn { column: Column, positions: [usize; 2] },
    /// A column that no field takes; its cells are passed over.
    UnknownColumn { header: String, position: usize },
    /// More rows than are read at once: those from `line` on are left out.
    TooManyRows { line: u64, most: usize },
}

impl Finding {
    /// No row can be read; the rest are remarks beside the rows.
    pub const fn stops_the_import(&self) -> bool {
        matches!(
            self,
            Finding::Empty | Finding::NoRows | Finding::MissingColumns(_) | Finding::DuplicateColumn { .. }
        )
    }
}

/// One thing that is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// `None` where the row as a whole is wrong.
    pub column: Option<Column>,
    pub kind: CellError,
    /// What the file says there, cut to a length that can be shown.
    pub cell: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellError {
    /// As the form on the screen would say.
    Field(FieldErrorKind),
    /// A day as a bare number (46086): the spreadsheet's column is not formatted as a date.
    DayNumber,
    /// `#####`: the spreadsheet's column was too narrow when it was copied.
    HashMarks,
    /// A conversion rule or quantity on a row whose route is no conversion.
    OnlyForConversion,
    /// More cells than the header has: a comma that no quotes enclose.
    ExtraCells { found: usize, header: usize },
    /// A quotation mark opens in this row and never closes.
    UnclosedQuote,
    /// The book holds no more entries.
    NoRoom,
}

/// A cell cut to a length that can be shown beside its error.
pub(in crate::exchange) fn excerpt(cell: &str) -> String {
    const MOST_CHARS: usize = 100;
    let cell = cell.trim();
    match cell.char_indices().nth(MOST_CHARS) {
        Some((at, _)) => format!("{}…", &cell[..at]),
        None => cell.into(),
    }
}
