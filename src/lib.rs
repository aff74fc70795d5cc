//! 学时簿 (xueshi): a professional's continuing-education hours, kept, explained and printed.
//!
//! Data flows one way: [`store`] → [`book`] → [`rules`] → [`report`] → `ui`. A person's act is a
//! verb on the book; the store writes what it changed. `ARCHITECTURE.md` holds the map and the
//! invariants.

// `view!` names the node layer by the crate's own name, here as in the tests.
#[cfg(target_arch = "wasm32")]
extern crate self as xueshi;

pub use engine::{order, rules, sorted};

pub mod book;
pub mod exchange;
pub mod formats;
pub mod i18n;
pub mod report;
pub mod store;
#[cfg(target_arch = "wasm32")]
pub mod ui;
