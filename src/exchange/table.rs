//! Delimited text as lines and cells. Knows quotes, delimiters and line numbers, not meanings.

use std::io::Read;

use super::columns;

/// The most rows that are read at once: far beyond a book, and a bound on memory.
pub const MAX_ROWS: usize = 50_000;

/// The rows of a file; the first is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub rows: Vec<TableRow>,
    /// The line of the first row that was left out because there were more than [`MAX_ROWS`].
    pub cut_at: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The line on which the row starts, counted from 1 as an editor does.
    pub line: u64,
    pub cells: Vec<String>,
    /// A quotation mark opens here and never closes: the cells are those of this line alone.
    pub unclosed: bool,
}

impl Table {
    /// Reads comma-, tab- or semicolon-separated text, whichever its header fits.
    pub fn read(text: &str) -> Table {
        let mut table = Table::default();
        let mut lines = Lines { text, at: 0, line: 1 };
        let delimiter = delimiter_of(text);
        let mut start = 0;
        while let Some(next) = table.read_from(start, delimiter, &mut lines) {
            start = next;
        }
        table
    }

    /// Reads from a byte on. Gives the byte from which to go on after a quote that never closes:
    /// the line below, so that one stray mark costs one row and not the rest of the file.
    fn read_from(&mut self, start: usize, delimiter: u8, lines: &mut Lines) -> Option<usize> {
        let text = &lines.text[start..];
        let mut reader = reader(text.as_bytes(), delimiter);
        let mut record = csv::StringRecord::new();
        loop {
            let from = offset(&reader);
            if !reader.read_record(&mut record).expect("a str has no broken UTF-8, and reading it no I/O") {
                return None;
            }
            let raw = text[from..offset(&reader)].trim_start_matches(['\r', '\n']);
            let from = offset(&reader) - raw.len();
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let line = lines.number(start + from);
            // A line of the header is no row.
            if self.rows.len() > MAX_ROWS {
                self.cut_at = Some(line);
                return None;
            }
            let at_end = offset(&reader) == text.len();
            if at_end && swallows_the_rest(raw, delimiter) {
                let first_line = raw.split_inclusive(['\r', '\n']).next().unwrap_or(raw);
                let mut alone = csv::StringRecord::new();
                let read = self::reader(first_line.as_bytes(), delimiter).read_record(&mut alone);
                debug_assert!(matches!(read, Ok(true)));
                self.rows.push(TableRow { line, cells: owned(&alone), unclosed: true });
                return Some(start + from + first_line.len());
            }
            self.rows.push(TableRow { line, cells: owned(&record), unclosed: false });
        }
    }
}

fn reader<R: Read>(from: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(from)
}

fn offset<R: Read>(reader: &csv::Reader<R>) -> usize {
    reader.position().byte() as usize
}

fn owned(record: &csv::StringRecord) -> Vec<String> {
    record.iter().map(str::to_string).collect()
}

/// Whether a line set below the last record would become part of it: a quote is still open.
fn swallows_the_rest(raw: &str, delimiter: u8) -> bool {
    let with_one_more_line = raw.as_bytes().chain(&b"\nx"[..]);
    reader(with_one_more_line, delimiter).byte_records().count() == 1
}

/// The delimiter with which the first line names the most columns that are known.
fn delimiter_of(text: &str) -> u8 {
    let mut best = (0, b',');
    for delimiter in [b',', b'\t', b';'] {
        let mut header = csv::StringRecord::new();
        let mut reader = reader(text.as_bytes(), delimiter);
        while header.iter().all(|cell| cell.trim().is_empty()) {
            if !reader.read_record(&mut header).unwrap_or(false) {
                break;
            }
        }
        let known = header.iter().filter(|name| columns::is_known(name)).count();
        if known > best.0 {
            best = (known, delimiter);
        }
    }
    best.1
}

/// Counts line breaks once, however often it is asked: `\n`, `\r\n` and a lone `\r`.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn number(&mut self, offset: usize) -> u64 {
        let bytes = self.text.as_bytes();
        for at in self.at..offset {
            let ends = match bytes[at] {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends);
        }
        self.at = offset;
        self.line
    }
}

#[cfg(test)]
mod tests;
