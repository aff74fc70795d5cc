//! The conformance suite of the rules: one module per notice, one test at least per clause.
//!
//! Expected figures are worked out by hand from the notices; the reasoning stands beside them.

mod anhui_2026;
mod conformance;
mod cycles;
mod huaibei_2025;
mod laws;
mod luan_2026;
mod next_steps;
mod notation;
mod notices;
mod proposals;
mod readings;
mod remedies;
mod reprints;
mod routes;
mod suggestions;
mod title_check;
mod worked_cases;
mod year_edges;
