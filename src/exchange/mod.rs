//! Foreign formats: bytes in, plain data out.
//!
//! The seam: [`text`] and [`table`] know what files look like and nothing of the book; they give a
//! [`table::Table`] of lines and cells, which is all that a worker or a reader of another format
//! (a workbook, say) has to hand over. [`columns`] and [`cells`] know what the cells mean;
//! [`import`] compares them with the book. Nothing here writes: what goes in is a verb on the book.

#[cfg(test)]
mod any_json;
pub mod backup;
pub mod cells;
pub mod columns;
pub mod finding;
pub mod import;
pub mod notice;
pub mod one_line;
pub mod pack;
pub mod refusal;
pub mod table;
pub mod text;
mod twins;

pub use columns::Column;
pub use finding::{CellError, Finding, RowError};
pub use import::{Context, Import, Row, RowVerdict, read_table, review};
pub use refusal::Refusal;
pub use table::{MAX_ROWS, Table, TableRow};
pub use text::{MAX_FILE_BYTES, TextError};
pub use twins::Twin;
