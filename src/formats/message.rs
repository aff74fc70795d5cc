//! What page and worker say to each other: a word, a text, and bytes where it takes some. Tables
//! and lists travel as one text, which costs the page less than any general notation.

use super::workbook::SheetName;
use crate::exchange::{Table, TableRow};
use crate::report::pack::Code;

/// Page and worker must agree on it: a worker that an older visit left in a cache is told apart.
pub const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "/1");

/// A message, either way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub word: String,
    pub text: String,
    pub bytes: Vec<u8>,
}

impl Note {
    pub fn new(word: &str, text: impl Into<String>) -> Note {
        Note { word: word.into(), text: text.into(), bytes: Vec::new() }
    }

    pub fn with_bytes(word: &str, bytes: Vec<u8>) -> Note {
        Note { word: word.into(), text: String::new(), bytes }
    }
}

/// Words that the page says.
pub mod ask {
    /// Bytes of a file; answered by `TABLE`, `SHEETS` or `REFUSED`.
    pub const OPEN: &str = "open";
    /// The number of a sheet of the file opened before; answered as `OPEN` is.
    pub const SHEET: &str = "sheet";
    /// A wish with its book ([`super::super::wish`]); answered by `FILE`.
    pub const CSV: &str = "csv";
    /// As `CSV`.
    pub const WORKBOOK: &str = "xlsx";
    /// As `CSV`.
    pub const CALENDAR: &str = "ics";
    /// As `CSV`; answered by `SQUARE`.
    pub const CODE: &str = "code";
    /// A pack's code; answered by `BACKUP`, `TOTALS` or `REFUSED`.
    pub const READ_CODE: &str = "read-code";
}

/// Words that the worker says.
pub mod answer {
    /// Started; the text is its version.
    pub const READY: &str = "ready";
    /// So many percent are done.
    pub const PROGRESS: &str = "progress";
    pub const TABLE: &str = "table";
    pub const SHEETS: &str = "sheets";
    pub const REFUSED: &str = "refused";
    /// The bytes of a file to save.
    pub const FILE: &str = "file";
    /// A pack's code, as [`super::square_to_text`] has it.
    pub const SQUARE: &str = "square";
    /// What a code holds, as a backup.
    pub const BACKUP: &str = "backup";
    /// What a code holds that has no entries, in words; one line for each year.
    pub const TOTALS: &str = "totals";
}

/// Between cells, and between rows: characters that no workbook can hold.
const CELL: char = '\u{1F}';
const ROW: char = '\u{1E}';

pub fn table_to_text(table: &Table) -> String {
    let mut text = table.cut_at.map(|line| line.to_string()).unwrap_or_default();
    for row in &table.rows {
        text.push(ROW);
        text.push_str(&row.line.to_string());
        if row.unclosed {
            text.push('!');
        }
        for cell in &row.cells {
            text.push(CELL);
            text.extend(cell.chars().map(|c| if matches!(c, CELL | ROW) { ' ' } else { c }));
        }
    }
    text
}

pub fn table_from_text(text: &str) -> Table {
    let mut rows = text.split(ROW);
    let cut_at = rows.next().and_then(|line| line.parse().ok());
    let rows = rows.map(|row| {
        let mut cells = row.split(CELL);
        let line = cells.next().unwrap_or_default();
        let unclosed = line.ends_with('!');
        let line = line.trim_end_matches('!').parse().unwrap_or_default();
        TableRow { line, cells: cells.map(str::to_owned).collect(), unclosed }
    });
    Table { rows: rows.collect(), cut_at }
}

pub fn sheets_to_text(sheets: &[SheetName]) -> String {
    let rows = sheets.iter().map(|sheet| {
        let name: String = sheet.name.chars().filter(|c| !matches!(*c, CELL | ROW)).collect();
        format!("{}{CELL}{}{CELL}{name}", sheet.rows, u8::from(sheet.fits))
    });
    rows.collect::<Vec<_>>().join(&ROW.to_string())
}

pub fn sheets_from_text(text: &str) -> Vec<SheetName> {
    let rows = text.split(ROW).filter_map(|row| {
        let mut cells = row.splitn(3, CELL);
        let rows = cells.next()?.parse().ok()?;
        let fits = cells.next()? == "1";
        Some(SheetName { name: cells.next()?.to_owned(), rows, fits })
    });
    rows.collect()
}

pub fn square_to_text(code: &Code) -> String {
    [code.path.as_str(), &code.side.to_string(), &code.text, &code.sentence].join(&CELL.to_string())
}

pub fn square_from_text(text: &str) -> Option<Code> {
    let mut parts = text.splitn(4, CELL).map(str::to_owned);
    let (path, side) = (parts.next()?, parts.next()?.parse().ok()?);
    Some(Code { path, side, text: parts.next()?, sentence: parts.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_list_of_sheets_survives_the_way() {
        let sheet = |name: &str, rows, fits| SheetName { name: name.into(), rows, fits };
        let sheets = [sheet("2025 年", 31, true), sheet("", 0, false)];
        assert_eq!(sheets_from_text(&sheets_to_text(&sheets)), sheets);
    }

    #[test]
    fn a_code_survives_the_way() {
        let code =
            Code { path: "M4 4h1v1h-1z".into(), side: 29, sentence: "一句。".into(), text: "XSB1".into() };
        assert_eq!(square_from_text(&square_to_text(&code)), Some(code));
    }

    proptest! {
        #[test]
        fn a_table_survives_the_way(
            rows in prop::collection::vec((0u64..99, prop::collection::vec("[^\u{1E}\u{1F}]{0,5}", 1..4), any::<bool>()), 0..5),
            cut_at in prop::option::of(1u64..9),
        ) {
            let rows = rows.into_iter().map(|(line, cells, unclosed)| TableRow { line, cells, unclosed });
            let table = Table { rows: rows.collect(), cut_at };
            prop_assert_eq!(table_from_text(&table_to_text(&table)), table);
        }
    }
}
