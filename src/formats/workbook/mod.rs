//! Workbooks (XLSX) read: from bytes to a list of sheets, and from a sheet to the table that a CSV
//! file would have given. Every allocation is bounded, because the bytes are anybody's.

mod book;
mod container;
mod number;
mod sheet;
mod xml;

pub use book::{MAX_SHEETS, SheetName, Workbook};
pub use container::MAX_INFLATED;
pub use sheet::{MAX_CELLS, MAX_TEXT_BYTES};

#[cfg(test)]
mod tests;
