//! The heart: what the notices ask, as data and arithmetic.
//!
//! Pure: no browser, no clock (today is an argument), no float (hours are exact decimals).

pub mod attribution;
pub mod clause;
pub mod conversion;
pub mod cycle;
pub mod date;
pub mod entry;
pub mod hours;
pub mod notice;
pub mod person;
pub mod remedy;
pub mod rulebook;
pub mod source;
pub mod stamp_route;
pub mod steps;
pub mod suggestion;
pub mod year;

pub use clause::{Clause, Confidence, Document};
pub use conversion::ConversionRule;
pub use date::{Date, Year};
pub use entry::{Base, Entry, EntryId, Filing, Form, Outcome, Route, Status, Subject};
pub use hours::Hours;
pub use notice::Notice;
pub use person::{City, TitleLevel, UnitLevel};
pub use rulebook::{Rule, Rulebook};
pub use source::Source;
pub use year::{Assessment, Ledger, Verdict, View};
