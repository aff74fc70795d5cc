//! The worker's desk: hears a request, does the work, says how far it is and what came of it.

use super::message::{Note, answer, ask, sheets_to_text, table_to_text};
use super::workbook::Workbook;
use crate::exchange::text::{self, TextError};
use crate::exchange::{MAX_ROWS, Refusal, Table};

/// Gives the text of bytes in GB18030, which the browser knows.
pub type Decode = fn(&[u8]) -> Option<String>;

/// What lies on the desk between two requests.
pub struct Desk {
    decode_gb18030: Decode,
    file: Vec<u8>,
}

impl Desk {
    pub fn new(decode_gb18030: Decode) -> Desk {
        Desk { decode_gb18030, file: Vec::new() }
    }

    /// Answers a request; the last thing said is what came of it.
    pub fn hear(&mut self, request: Note, say: &mut dyn FnMut(Note)) {
        let outcome = match request.word.as_str() {
            ask::OPEN => {
                self.file = request.bytes;
                self.open(say)
            }
            ask::SHEET => {
                let at = request.text.parse().unwrap_or(0);
                self.sheet(at, say).map(|table| Note::new(answer::TABLE, table_to_text(&table)))
            }
            _ => Err(Refusal::OtherVersion),
        };
        say(outcome.unwrap_or_else(|refusal| Note::new(answer::REFUSED, refusal.to_text())));
    }

    /// Text becomes a table at once, and so does a workbook of one sheet.
    fn open(&self, say: &mut dyn FnMut(Note)) -> Result<Note, Refusal> {
        let table = match text::decode(&self.file, self.decode_gb18030) {
            Ok(plain) => Table::read(&plain),
            Err(TextError::Workbook) => {
                let mut workbook = Workbook::open(&self.file)?;
                if workbook.len() > 1 {
                    let sheets = workbook.sheets(|done, all| progress(say, done, all))?;
                    return Ok(Note::new(answer::SHEETS, sheets_to_text(&sheets)));
                }
                workbook.table(0, |rows| progress(say, rows, MAX_ROWS))?
            }
            Err(TextError::TooLarge { bytes }) => return Err(Refusal::TooLarge { bytes: bytes as u64 }),
            Err(TextError::NotText) => return Err(Refusal::NotAWorkbook),
            Err(TextError::UnknownEncoding) => return Err(Refusal::UnknownEncoding),
        };
        Ok(Note::new(answer::TABLE, table_to_text(&table)))
    }

    fn sheet(&self, at: usize, say: &mut dyn FnMut(Note)) -> Result<Table, Refusal> {
        let mut workbook = Workbook::open(&self.file)?;
        if at >= workbook.len() {
            return Err(Refusal::NoSheet);
        }
        workbook.table(at, |rows| progress(say, rows, MAX_ROWS))
    }
}

fn progress(say: &mut dyn FnMut(Note), done: usize, all: usize) {
    say(Note::new(answer::PROGRESS, (done * 100 / all.max(1)).min(100).to_string()));
}
