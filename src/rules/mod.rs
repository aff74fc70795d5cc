//! The heart: what the notices ask, as data and arithmetic.
//!
//! Pure: no browser, no clock (today is an argument), no float (hours are exact decimals).

pub mod conversion;
pub mod date;
pub mod entry;
pub mod hours;
pub mod person;

pub use conversion::ConversionRule;
pub use date::{Date, Year};
pub use entry::{Base, Entry, EntryId, Filing, Form, Outcome, Route, Status, Subject};
pub use hours::Hours;
pub use person::{City, TitleLevel, UnitLevel};
