//! One module per place of the app.

pub mod conversion;
pub mod data;
pub mod overview;
pub mod plan;
pub mod records;
pub mod rules;
