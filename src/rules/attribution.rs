//! Which year an entry finished early in a year should count for, when the person left it open.

use super::date::{Date, Year};
use super::entry::Entry;
use super::rulebook::Rule;
use super::year::{Assessment, Card, Ledger, View};
use crate::sorted::SortedMap;

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
    EarlierYears::new(ledger, rule_of, today).propose(entry)
}

/// The same for many entries: each year is assessed once.
pub struct EarlierYears<'a, F> {
    ledger: &'a Ledger<'a>,
    rule_of: F,
    today: Date,
    years: SortedMap<Year, Assessment>,
}

impl<'a, F: Fn(Year) -> Rule> EarlierYears<'a, F> {
    pub fn new(ledger: &'a Ledger<'a>, rule_of: F, today: Date) -> EarlierYears<'a, F> {
        EarlierYears { ledger, rule_of, today, years: SortedMap::new() }
    }

    pub fn propose(&mut self, entry: &Entry) -> Option<Year> {
        let rule = (self.rule_of)(Year::of(entry.end)?.previous()?);
        let year = rule.year;
        if !rule.accepts_in_window(&Card::of(entry, Card::NO_RULE)) {
            return None;
        }
        let (ledger, today) = (self.ledger, self.today);
        let earlier = self.years.get_or_insert_with(year, || ledger.assess(rule, today, View::Earned));
        // Public study fills no professional hours.
        let lacks = !(earlier.needs.public + earlier.needs.any).is_zero();
        (lacks && earlier.has_room_for(entry)).then_some(year)
    }
}
