//! What is pasted or read from a file, its review, and what the person decides row by row.

use crate::sorted::SortedMap;
use crate::ui::view::prelude::*;

use super::Session;
use crate::exchange::text::{self, TextError};
use crate::exchange::{Context, Import, RowVerdict, Twin, read_table};
use crate::report::proposals::proposals;
use crate::rules::{Entry, Year};
use crate::store::ENTRIES_MAX;

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
    /// A large file is on its way.
    Busy,
    Refused(TextError),
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
    /// By place in the list of rows.
    pub decisions: RwSignal<SortedMap<usize, Decision>>,
    /// Earlier years that rows with an open year could count for.
    pub proposals: RwSignal<SortedMap<usize, Year>>,
    /// The proposals that the person took.
    pub taken: RwSignal<SortedMap<usize, Year>>,
    /// The text that was reviewed.
    plain: StoredValue<String>,
}

impl ImportDesk {
    pub(super) fn new() -> ImportDesk {
        ImportDesk {
            open: RwSignal::new(false),
            text: RwSignal::new(String::new()),
            file_name: RwSignal::new(None),
            reading: RwSignal::new(Reading::Nothing),
            decisions: RwSignal::new(SortedMap::new()),
            proposals: RwSignal::new(SortedMap::new()),
            taken: RwSignal::new(SortedMap::new()),
            plain: StoredValue::new(String::new()),
        }
    }

    /// Closes the desk; what lies on it stays.
    pub fn close(self) {
        self.open.set(false);
    }

    pub fn clear(self) {
        self.text.set(String::new());
        self.plain.set_value(String::new());
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
        let import = self.read(&self.import.plain.get_value());
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
        self.import.text.set(pasted.clone());
        if pasted.trim().is_empty() {
            return self.import.reading.set(Reading::Nothing);
        }
        match text::pasted(&pasted) {
            Ok(plain) => self.review(plain),
            Err(refused) => self.import.reading.set(Reading::Refused(refused)),
        }
    }

    /// Reviews the bytes of a file.
    pub fn review_file(self, name: String, bytes: &[u8]) {
        self.import.file_name.set(Some(name));
        match text::decode(bytes, decode_gb18030) {
            Ok(plain) => self.review(&plain),
            Err(refused) => self.import.reading.set(Reading::Refused(refused)),
        }
    }

    /// Refuses a file by its size, before it is read.
    pub fn refuse_large_file(self, name: String, bytes: u64) {
        self.import.file_name.set(Some(name));
        self.import.reading.set(Reading::Refused(TextError::TooLarge { bytes: bytes as usize }));
    }

    fn review(self, plain: &str) {
        self.import.plain.set_value(plain.to_owned());
        self.lay_out(self.read(plain));
    }

    fn read(self, plain: &str) -> Import {
        let today = self.today.get_untracked();
        self.book.with_untracked(|book| {
            let room = ENTRIES_MAX.saturating_sub(book.len());
            let mut new_id = || self.new_id();
            read_table(plain, Context { today, book, room, new_id: &mut new_id })
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
