//! One module per place of the app.

pub mod data;
pub mod eligibility;
pub mod overview;
pub mod pack;
pub mod records;
pub mod rules;
