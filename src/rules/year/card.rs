//! What the rules look at in an entry, copied out of it.

use crate::rules::date::Date;
use crate::rules::entry::{Entry, EntryId, Filing, Outcome, Route, Status, Subject};
use crate::rules::hours::Hours;

/// An entry with all its texts takes some 250 bytes, a card 40: cards are put in order and lie as
/// they are read, so that however long a book is, memory is read from front to back.
#[derive(Clone, Copy)]
pub(in crate::rules) struct Card<'a> {
    /// For what a card leaves out.
    pub entry: &'a Entry,
    pub id: EntryId,
    pub hours: Hours,
    pub end: Date,
    /// The place of its rule among the conversion rules; [`Card::NO_RULE`] where there is none.
    pub conversion: u16,
    pub subject: Subject,
    pub route: Route,
    pub outcome: Outcome,
    pub status: Status,
    pub filing: Filing,
}

impl<'a> Card<'a> {
    /// Beyond every list.
    pub const NO_RULE: u16 = u16::MAX;

    pub fn of(entry: &'a Entry, conversion: u16) -> Card<'a> {
        Card {
            entry,
            id: entry.id,
            hours: entry.hours,
            end: entry.end,
            conversion,
            subject: entry.subject,
            route: entry.route,
            outcome: entry.outcome,
            status: entry.status,
            filing: entry.filing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_stays_small() {
        assert!(size_of::<Card>() <= 40, "{} bytes", size_of::<Card>());
    }
}
