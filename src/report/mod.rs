//! Plain view models: from the book and the rules to what a screen, a print or a file shows.
//! Pure, so that they are tested natively; words come from `i18n`, drawing from `ui`.

pub mod bars;
pub mod conversion;
pub mod cycle;
pub mod notices;
pub mod pack;
pub mod plan;
pub mod proposals;
pub mod records;
pub mod rulebook;
pub mod stamps;
pub mod timeline;
pub mod year;

pub use year::{YearView, year_view};
