//! Which year an entry finished early in a year should count for, when the person left it open.

use super::date::{Date, Year};
use super::entry::Entry;
use super::rulebook::Rule;
use super::year::Ledger;

/// The earlier year, when its window accepts the entry and the entry would fill some of what it
/// lacks; otherwise `None`: the completion year stands.
///
/// `rule_of` gives the rule of a year in the person's city of that year.
pub fn earlier_year(
    entry: &Entry,
    ledger: &Ledger,
    rule_of: impl Fn(Year) -> Rule,
    today: Date,
) -> Option<Year> {
    let rule = rule_of(Year::of(entry.end)?.previous()?);
    if !rule.accepts_in_window(entry) {
        return None;
    }
    let (without, with) = ledger.needs_without_and_with(&rule, entry, today);
    (with.sum() < without.sum()).then_some(rule.year)
}
