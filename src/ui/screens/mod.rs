//! One module per place of the app.

pub mod conversion;
pub mod data;
pub mod eligibility;
pub mod notices;
pub mod overview;
pub mod pack;
pub mod plan;
pub mod records;
pub mod rules;
