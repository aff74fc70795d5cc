//! The second program: what reads and writes foreign formats, off the page's thread and loaded at
//! first use. Pure functions from bytes to bytes; `src/bin/formats.rs` runs them in a worker, and
//! the page knows of them only what [`message`] says.

pub mod calendar;
pub mod csv_out;
pub mod desk;
pub mod message;
pub mod pack_code;
#[cfg(target_arch = "wasm32")]
pub mod wire;
pub mod wish;
pub mod workbook;
pub mod workbook_out;
