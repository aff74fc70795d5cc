//! What is pasted or read from a file, its review, and what the person decides row by row.

use crate::sorted::SortedMap;
use crate::ui::view::prelude::*;

use super::Session;
use crate::exchange::text::{self, TextError};
use crate::exchange::{Context, Import, Refusal, RowVerdict, Table, Twin, review};
use crate::formats::message::{self, Note, answer, ask};
use crate::formats::workbook::SheetName;
use crate::report::proposals::proposals;
use crate::rules::{Entry, Year};
use crate::store::ENTRIES_MAX;
use crate::ui::foreign::Foreign;

/// From this size on a text is read by the worker too, so that the page stays alive and the reading
/// can be stopped: 1 MB.
const LARGE_BYTES: usize = 1_000_000;

/// What to do with one row; rows without a decision take the default of their verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Skip,
    Add,
    /// Take the place of the entry that the row contradicts.
    Replace,
}

impl Decision {
    pub const fn code(self) -> &'static str {
        match self {
            Decision::Skip => "skip",
            Decision::Add => "add",
            Decision::Replace => "replace",
        }
    }

    pub fn from_code(code: &str) -> Option<Decision> {
        [Decision::Skip, Decision::Add, Decision::Replace].into_iter().find(|found| found.code() == code)
    }

    /// Only what is new goes in by itself: what the book has already is never changed unasked.
    pub const fn default_for(verdict: &RowVerdict) -> Decision {
        match verdict {
            RowVerdict::New => Decision::Add,
            RowVerdict::Same(_) | RowVerdict::Conflict { .. } | RowVerdict::Error => Decision::Skip,
        }
    }
}

/// How far the reading of the input is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    Nothing,
    /// A file is on its way.
    Busy,
    Refused(TextError),
    /// By the worker.
    RefusedFile(Refusal),
    /// A workbook of several sheets: one is to be chosen.
    Sheets(Vec<SheetName>),
    /// The browser could not read the file.
    Unreadable,
    Done(Import),
}

#[derive(Clone, Copy)]
pub struct ImportDesk {
    pub open: RwSignal<bool>,
    pub text: RwSignal<String>,
    pub file_name: RwSignal<Option<String>>,
    pub reading: RwSignal<Reading>,
    /// How far a reading is that takes its time.
    pub percent: RwSignal<Option<u8>>,
    /// By place in the list of rows.
    pub decisions: RwSignal<SortedMap<usize, Decision>>,
    /// Earlier years that rows with an open year could count for.
    pub proposals: RwSignal<SortedMap<usize, Year>>,
    /// The proposals that the person took.
    pub taken: RwSignal<SortedMap<usize, Year>>,
    /// What was reviewed.
    table: StoredValue<Table>,
    /// Reads the file, or waits for the choice of a sheet.
    reader: StoredValue<Option<Foreign>, LocalStorage>,
}

impl ImportDesk {
    pub(super) fn new() -> ImportDesk {
        ImportDesk {
            open: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            file_name: RwSignal::new(None),
            reading: RwSignal::new(Reading::Nothing),
            percent: RwSignal::new(None),
            decisions: RwSignal::new(SortedMap::new()),
            proposals: RwSignal::new(SortedMap::new()),
            taken: RwSignal::new(SortedMap::new()),
            table: StoredValue::new(Table::default()),
            reader: StoredValue::new_local(None),
        }
    }

    /// Closes the desk; what lies on it stays.
    pub fn close(self) {
        self.open.set(false);
    }

    pub fn clear(self) {
        self.text.set(String::new());
        self.table.set_value(Table::default());
        self.reader.set_value(None);
        self.file_name.set(None);
        self.reading.set(Reading::Nothing);
        self.decisions.set(SortedMap::new());
        self.taken.set(SortedMap::new());
        self.proposals.set(SortedMap::new());
    }

    /// What is done with a row, as things stand.
    pub fn decision(self, index: usize, verdict: &RowVerdict) -> Decision {
        self.decisions
            .with(|decisions| decisions.get(&index).copied())
            .unwrap_or_else(|| Decision::default_for(verdict))
    }

    /// The entries that confirming puts into the book.
    pub fn chosen(self) -> Vec<Entry> {
        self.reading.with(|reading| {
            let Reading::Done(import) = reading else { return vec![] };
            let rows = import.rows.iter().enumerate();
            rows.filter_map(|(index, row)| {
                let mut entry = row.entry.clone()?;
                match (self.decision(index, &row.verdict), row.verdict.twin()) {
                    (Decision::Skip, _) => return None,
                    (Decision::Replace, Some(Twin::Entry(id))) => entry.id = id,
                    (Decision::Add | Decision::Replace, _) => {}
                }
                if let Some(&year) = self.taken.with(|taken| taken.get(&index).copied()).as_ref() {
                    entry.year = year;
                }
                Some(entry)
            })
            .collect()
        })
    }
}

impl Session {
    pub fn open_import(self) {
        self.review_again();
        self.import.open.set(true);
    }

    /// The book may have changed since the rows were looked at: by hand, or in another tab.
    pub(super) fn review_again(self) {
        let lies_there = self.import.reading.with_untracked(|reading| matches!(reading, Reading::Done(_)));
        if !lies_there {
            return;
        }
        let import = self.import.table.with_value(|table| self.look_at(table));
        let verdicts = |import: &Import| -> Vec<RowVerdict> {
            import.rows.iter().map(|row| row.verdict.clone()).collect()
        };
        let is_other = self.import.reading.with_untracked(|reading| match reading {
            Reading::Done(before) => verdicts(before) != verdicts(&import),
            _ => true,
        });
        if is_other {
            self.lay_out(import);
        }
    }

    /// Reviews what stands in the text field.
    pub fn review_text(self, pasted: String) {
        self.import.file_name.set(None);
        self.import.reader.set_value(None);
        self.import.text.set(pasted.clone());
        if pasted.trim().is_empty() {
            return self.import.reading.set(Reading::Nothing);
        }
        match text::pasted(&pasted) {
            Ok(plain) => self.review(Table::read(plain)),
            Err(refused) => self.import.reading.set(Reading::Refused(refused)),
        }
    }

    /// Reviews the bytes of a file: a short text here, anything else through the worker.
    pub fn review_file(self, name: String, bytes: Vec<u8>) {
        self.import.file_name.set(Some(name));
        self.import.reader.set_value(None);
        let found = if bytes.len() < LARGE_BYTES {
            text::decode(&bytes, decode_gb18030)
        } else {
            Err(TextError::Workbook)
        };
        match found {
            Ok(plain) => self.review(Table::read(&plain)),
            Err(TextError::Workbook) => self.hand_over(bytes),
            Err(refused) => self.import.reading.set(Reading::Refused(refused)),
        }
    }

    fn hand_over(self, bytes: Vec<u8>) {
        self.import.percent.set(None);
        self.import.reading.set(Reading::Busy);
        let hear = move |note: Note| self.hear_reader(note);
        match Foreign::start(Note::with_bytes(ask::OPEN, bytes), hear) {
            Ok(reader) => self.import.reader.set_value(Some(reader)),
            Err(refused) => self.import.reading.set(Reading::RefusedFile(refused)),
        }
    }

    fn hear_reader(self, note: Note) {
        let reading = self.import.reading;
        match note.word.as_str() {
            answer::PROGRESS => self.import.percent.set(note.text.parse().ok()),
            answer::SHEETS => reading.set(Reading::Sheets(message::sheets_from_text(&note.text))),
            answer::TABLE => self.review(message::table_from_text(&note.text)),
            _ => {
                let refused = Refusal::from_text(&note.text).unwrap_or(Refusal::Stopped);
                reading.set(Reading::RefusedFile(refused));
                // Not while its own answer is being heard.
                self.later(move || self.import.reader.set_value(None));
            }
        }
    }

    /// Reads one of the sheets of the workbook that lies on the desk.
    pub fn choose_sheet(self, at: usize) {
        self.import.percent.set(None);
        self.import.reading.set(Reading::Busy);
        self.import.reader.with_value(|reader| {
            if let Some(reader) = reader {
                reader.ask(&Note::new(ask::SHEET, at.to_string()));
            }
        });
    }

    /// Refuses a file by its size, before it is read.
    pub fn refuse_large_file(self, name: String, bytes: u64) {
        self.import.file_name.set(Some(name));
        self.import.reading.set(Reading::Refused(TextError::TooLarge { bytes: bytes as usize }));
    }

    fn review(self, table: Table) {
        self.lay_out(self.look_at(&table));
        self.import.table.set_value(table);
    }

    fn look_at(self, table: &Table) -> Import {
        let today = self.today.get_untracked();
        self.book.with_untracked(|book| {
            let room = ENTRIES_MAX.saturating_sub(book.len());
            let mut new_id = || self.new_id();
            review(table, Context { today, book, room, new_id: &mut new_id })
        })
    }

    /// Shows a review, of which nothing is decided yet.
    fn lay_out(self, import: Import) {
        let today = self.today.get_untracked();
        let found = self.book.with_untracked(|book| {
            self.rulebook.with_value(|rulebook| proposals(&import, book, rulebook, today))
        });
        self.import.decisions.set(SortedMap::new());
        self.import.taken.set(SortedMap::new());
        self.import.proposals.set(found);
        self.import.reading.set(Reading::Done(import));
    }

    /// Puts the chosen rows into the book. Rows that were wrong stay on the desk.
    pub fn confirm_import(self) {
        let entries = self.import.chosen();
        if entries.is_empty() {
            return;
        }
        self.later(move || {
            self.import.clear();
            self.import.close();
            self.import_entries(entries);
        });
    }
}

/// Chinese Excel and WPS save CSV so; the browser knows the encoding.
pub(super) fn decode_gb18030(bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
