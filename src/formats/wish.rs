//! What an export is made of: the book as a backup has it, and how it is wanted.

use crate::exchange::Refusal;
use crate::exchange::backup::{Backup, read_backup};
use crate::i18n::Lang;
use crate::report::pack::Scope;
use crate::rules::date::parse_date;
use crate::rules::{Date, Year};

const PART: char = '\u{1F}';

/// Everything but the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub lang: Lang,
    /// A year in digits, or [`Scope::CYCLE`].
    pub scope: String,
    /// China Standard Time, `YYYY-MM-DDTHH:MM`.
    pub now: String,
}

impl Wish {
    /// As a message's text, with the book's backup.
    pub fn with_book(&self, backup: &str) -> String {
        format!("{}{PART}{}{PART}{}{PART}{backup}", self.lang.code(), self.scope, self.now)
    }

    /// The reverse. The page wrote both, so what cannot be read is of another version.
    pub fn read(text: &str) -> Result<(Wish, Backup), Refusal> {
        let mut parts = text.splitn(4, PART);
        let mut part = || parts.next().ok_or(Refusal::OtherVersion);
        let lang = Lang::from_code(part()?).ok_or(Refusal::OtherVersion)?;
        let (scope, now) = (part()?.to_owned(), part()?.to_owned());
        let backup = read_backup(part()?).map_err(|_| Refusal::OtherVersion)?;
        Ok((Wish { lang, scope, now }, backup))
    }

    /// The day on which the file is made.
    pub fn today(&self) -> Date {
        self.now.get(..10).and_then(|day| parse_date(day).ok()).unwrap_or(Year::FIRST.first_day())
    }

    /// The scope in a book; the year of today where the book knows no such scope any more.
    pub fn scope(&self, backup: &Backup) -> Scope {
        let this_year = Year::of(self.today()).unwrap_or(Year::FIRST);
        Scope::from_code(&self.scope, &backup.book).unwrap_or(Scope::Year(this_year))
    }
}
