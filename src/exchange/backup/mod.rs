//! A book as JSON that a person can read without the app: every field by its name, every choice
//! by its code, hours as canonical decimals, dates as ISO. `docs/backup.schema.json` describes it.

mod merge;
mod object;
mod read;
pub mod shelf;
mod write;

use crate::book::Book;

pub use merge::{Clash, Comparison, Mode, compare, merged};
pub(super) use object::{Object, Read, at, date, decimal, year};
pub use read::{BackupError, Flaw, read_backup};
pub use write::{About, book_as_json};
pub(super) use write::{Json, object};

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub book: Book,
    /// When it was made, as written in it.
    pub made: String,
    /// Of the demo person: never to be mixed with anyone's records.
    pub demo: bool,
}
