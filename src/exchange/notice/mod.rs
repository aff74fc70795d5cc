//! A year's notice as a JSON file that a department or a colleague hands out, with its publisher
//! and date (`docs/notice.schema.json`). Whatever it says is secondary: every figure keeps the
//! document and section that it names, and the publisher beside them.

#[cfg(test)]
mod any_tests;
mod read;
#[cfg(test)]
mod tests;
mod write;

use super::backup::BackupError;

pub(super) use read::from_object;
pub use read::read;
pub(super) use write::as_json;
pub use write::write;

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;
/// The most bytes of one file.
pub const MAX_BYTES: usize = 256 * 1024;
/// The most characters of one text in it.
pub const TEXT_MAX: usize = 200;
/// The most rows of a stamp route, and the most telephones.
pub const ROWS_MAX: usize = 50;

/// Why a text is no notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeError {
    TooLarge,
    /// JSON of this program, but something else: a rule pack, say.
    OtherFormat,
    /// Not JSON, a later version, or something wrong at a place.
    Wrong(BackupError),
}
