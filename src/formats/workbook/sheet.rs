//! One sheet, cell by cell.

use quick_xml::events::{BytesStart, Event};

use super::book::Shared;
use super::container::Part;
use super::number::{self, Shown};
use super::xml::{self, Trouble, attribute};
use crate::exchange::columns;
use crate::exchange::{MAX_ROWS, Table, TableRow};

/// The most cells of a sheet, empty ones before a filled one among them: 50,000 rows of 20 columns.
pub const MAX_CELLS: usize = 1_000_000;

/// The most bytes of text that a sheet's cells may hold together: a text that all of a sheet's cells
/// share stands in the file but once.
pub const MAX_TEXT_BYTES: usize = 32 * 1024 * 1024;

/// How far down the heading is looked for; above it stand a form's title and the person's name.
const HEADING_WITHIN: usize = 20;

/// Why reading stopped.
pub enum Stop {
    Broken,
    TooMuch,
}

impl From<Trouble> for Stop {
    fn from(_: Trouble) -> Stop {
        Stop::Broken
    }
}

impl From<quick_xml::Error> for Stop {
    fn from(_: quick_xml::Error) -> Stop {
        Stop::Broken
    }
}

/// The rows that hold something, each with its number on the sheet.
#[derive(Default)]
pub struct Sheet {
    pub rows: Vec<TableRow>,
    cut_at: Option<u64>,
}

impl Sheet {
    /// The most columns that a row near the top names.
    pub fn known_columns(&self) -> usize {
        self.heading().1
    }

    /// Where the heading stands, and how many columns it names.
    fn heading(&self) -> (usize, usize) {
        let mut best = (0, 0);
        for (at, row) in self.rows.iter().take(HEADING_WITHIN).enumerate() {
            let known = row.cells.iter().filter(|name| columns::is_known(name)).count();
            if known > best.1 {
                best = (at, known);
            }
        }
        best
    }

    /// As a CSV file would have given it: what stands above the heading is no row.
    pub fn into_table(mut self) -> Table {
        let (heading, _) = self.heading();
        self.rows.drain(..heading);
        let width = self.rows.first().map_or(0, |row| filled(&row.cells));
        // A sheet has no last column: an empty cell that was once touched is nothing too many.
        for row in &mut self.rows {
            let filled = filled(&row.cells).max(width.min(row.cells.len()));
            row.cells.truncate(filled);
        }
        Table { rows: self.rows, cut_at: self.cut_at }
    }
}

fn filled(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

pub fn read(part: Part<'_>, shared: &Shared, mut progress: impl FnMut(usize)) -> Result<Sheet, Stop> {
    let mut xml = xml::reader(part);
    let mut buffer = Vec::new();
    let mut sheet = Sheet::default();
    let (mut row, mut cells) = (0u64, Vec::new());
    let (mut count, mut bytes) = (0usize, 0usize);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    let named = attribute(&element, "r").and_then(|text| text.parse().ok());
                    row = named.unwrap_or(row + 1);
                    cells = Vec::new();
                }
                "c" => {
                    let at = attribute(&element, "r").and_then(|place| column(&place));
                    let at = at.unwrap_or(cells.len());
                    count = count.saturating_add(at.saturating_sub(cells.len()) + 1);
                    if count > MAX_CELLS {
                        return Err(Stop::TooMuch);
                    }
                    let kind = Kind::of(&element, shared);
                    let text = cell(&mut xml, &kind, shared)?;
                    bytes += text.len();
                    if bytes > MAX_TEXT_BYTES {
                        return Err(Stop::TooMuch);
                    }
                    if at >= cells.len() {
                        cells.resize(at + 1, String::new());
                    }
                    cells[at] = text;
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" if cells.iter().any(|cell: &String| !cell.trim().is_empty()) => {
                    if sheet.rows.len() > MAX_ROWS {
                        sheet.cut_at = Some(row);
                        return Ok(sheet);
                    }
                    sheet.rows.push(TableRow {
                        line: row,
                        cells: std::mem::take(&mut cells),
                        unclosed: false,
                    });
                    if sheet.rows.len() % 1000 == 0 {
                        progress(sheet.rows.len());
                    }
                }
                "sheetData" => return Ok(sheet),
                _ => {}
            },
            Event::Eof => return Err(Stop::Broken),
            _ => {}
        }
    }
}

/// How a cell's value is to be taken.
enum Kind {
    Shared,
    Text,
    Switch,
    Number(Shown),
}

impl Kind {
    fn of(element: &BytesStart<'_>, shared: &Shared) -> Kind {
        match attribute(element, "t").as_deref() {
            Some("s") => Kind::Shared,
            Some("b") => Kind::Switch,
            // Dates in ISO form, a formula's text, an error such as #N/A, a text in its place.
            Some("d" | "str" | "e" | "inlineStr") => Kind::Text,
            _ => {
                let style: usize = attribute(element, "s").and_then(|text| text.parse().ok()).unwrap_or(0);
                Kind::Number(shared.shown.get(style).copied().unwrap_or(Shown::Amount))
            }
        }
    }
}

/// The value of the cell that has just begun, up to its end.
fn cell(xml: &mut quick_xml::reader::Reader<Part<'_>>, kind: &Kind, shared: &Shared) -> Result<String, Stop> {
    let mut value = String::new();
    let (mut buffer, mut inner) = (Vec::new(), Vec::new());
    let mut depth = 0u32;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" | "is" => value = xml::text(xml, &mut inner)?,
                _ => depth += 1,
            },
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(Stop::Broken),
            _ => {}
        }
    }
    let text = match kind {
        Kind::Shared => {
            let at: usize = value.trim().parse().map_err(|_| Stop::Broken)?;
            shared.texts.get(at).cloned().ok_or(Stop::Broken)?
        }
        Kind::Text => value,
        Kind::Switch => if value.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
        Kind::Number(shown) => number::text(&value, *shown, shared.since_1904),
    };
    Ok(text)
}

/// The column of a place such as `AB12`, from 0; `None` where it names none.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0usize, |sum, letter| {
        sum.saturating_mul(26).saturating_add(usize::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    column.checked_sub(1)
}
