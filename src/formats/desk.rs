//! The worker's desk: hears a request, does the work, says how far it is and what came of it.

use super::message::{Note, answer, ask, sheets_to_text, square_to_text, table_to_text};
use super::pack_code::{self, Content};
use super::wish::Wish;
use super::workbook::Workbook;
use super::{calendar, csv_out, workbook_out};
use crate::exchange::backup::{About, Backup, book_as_json};
use crate::exchange::text::{self, TextError};
use crate::exchange::{MAX_ROWS, Refusal, Table};
use crate::i18n::{Lang, paper};
use crate::order::sort_by_key;
use crate::report::pack::{Code, Pack, Scope, pack};
use crate::rules::{Rulebook, Year};

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
            ask::CSV | ask::WORKBOOK | ask::CALENDAR => {
                Wish::read(&request.text).and_then(|(wish, backup)| file(&request.word, &wish, &backup))
            }
            ask::CODE => Wish::read(&request.text).map(|(wish, backup)| square(&wish, &backup)),
            ask::READ_CODE => {
                let (code, lang) = request.text.rsplit_once('|').unwrap_or((&request.text, ""));
                read_code(code, Lang::from_code(lang).unwrap_or(Lang::Zh))
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

/// The bytes of a file to save.
fn file(word: &str, wish: &Wish, backup: &Backup) -> Result<Note, Refusal> {
    let (book, rulebook) = (&backup.book, backup.book.rulebook());
    let bytes = match word {
        ask::CSV => csv_out::csv(book, backup.demo),
        ask::CALENDAR => {
            let years = match wish.scope(backup) {
                Scope::Year(year) => calendar::years(book, &rulebook, year, wish.today()),
                Scope::Cycle(cycle) => calendar::years(book, &rulebook, cycle.application, wish.today()),
            };
            let wanted =
                calendar::Wanted { lang: wish.lang, years: &years, now: &wish.now, demo: backup.demo };
            calendar::calendar(book, &rulebook, &wanted).into_bytes()
        }
        _ => {
            let packs = packs(wish, backup, &rulebook);
            workbook_out::workbook(&packs, wish.today()).map_err(|_| Refusal::Stopped)?
        }
    };
    Ok(Note::with_bytes(answer::FILE, bytes))
}

/// What a workbook holds: the cycle, or else every year that has entries, and the chosen one.
fn packs(wish: &Wish, backup: &Backup, rulebook: &Rulebook) -> Vec<Pack> {
    let of = |scope| pack(&backup.book, rulebook, scope, wish.today(), backup.demo);
    let chosen = match wish.scope(backup) {
        cycle @ Scope::Cycle(_) => return vec![of(cycle)],
        Scope::Year(year) => year,
    };
    let mut years: Vec<Year> = backup.book.entries().map(|entry| entry.year).chain([chosen]).collect();
    sort_by_key(&mut years, |year| *year);
    years.dedup();
    years.into_iter().map(|year| of(Scope::Year(year))).collect()
}

/// The papers are Chinese, and so is what their code says.
fn square(wish: &Wish, backup: &Backup) -> Note {
    let pack = pack(&backup.book, &backup.book.rulebook(), wish.scope(backup), wish.today(), backup.demo);
    let (text, is_whole) = pack_code::code(&pack);
    let sentence = paper::code_sentence(&pack, is_whole);
    match pack_code::square::square(&text) {
        Some((path, side)) => Note::new(answer::SQUARE, square_to_text(&Code { path, side, sentence, text })),
        None => Note::new(answer::REFUSED, Refusal::Stopped.to_text()),
    }
}

fn read_code(code: &str, lang: Lang) -> Result<Note, Refusal> {
    match pack_code::read(code)? {
        Content::Entries(backup) => {
            let about = About { made: &backup.made, demo: backup.demo };
            Ok(Note::new(answer::BACKUP, book_as_json(&backup.book, about)))
        }
        Content::Totals(totals) => {
            let years = totals.years.iter().map(|year| {
                let hours = [year.professional, year.public, year.transfer, year.total]
                    .map(|hours| hours.to_string());
                let [professional, public, transfer, total] = &hours;
                lang.code_year(year.year.get(), professional, public, transfer, total)
            });
            Ok(Note::new(answer::TOTALS, years.collect::<Vec<_>>().join("\n")))
        }
    }
}

fn progress(say: &mut dyn FnMut(Note), done: usize, all: usize) {
    say(Note::new(answer::PROGRESS, (done * 100 / all.max(1)).min(100).to_string()));
}

#[cfg(test)]
mod tests;
