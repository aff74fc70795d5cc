//! Which year an entry finished early in a year should count for, when the person left it open.

use super::date::{Date, Year};
use super::entry::Entry;
use super::rulebook::Rule;
use super::year::{Ledger, View};

/// The earlier year, when its window accepts the entry and it lacks hours that public study can
/// fill; otherwise `None`: the completion year stands.
///
/// `rule_of` gives the rule of a year in the person's city of that year.
pub fn earlier_year(
    entry: &Entry,
    ledger: &Ledger,
    rule_of: impl Fn(Year) -> Rule,
    today: Date,
) -> Option<Year> {
    let rule = rule_of(Year::of(entry.end)?.previous()?);
    let year = rule.year;
    if !rule.accepts_in_window(entry) {
        return None;
    }
    let needs = ledger.assess(rule, today, View::Earned).needs;
    (!(needs.public + needs.any).is_zero()).then_some(year)
}
