//! For rows whose year the file left open: which of them could count for the earlier year.

use super::year::ledger;
use crate::book::Book;
use crate::exchange::Import;
use crate::order::filled;
use crate::rules::attribution::EarlierYears;
use crate::rules::{Date, Rulebook, Year};
use crate::sorted::SortedMap;

/// By place in the import's list of rows.
pub fn proposals(import: &Import, book: &Book, rulebook: &Rulebook, today: Date) -> SortedMap<usize, Year> {
    let ledger = ledger(book);
    let rule_of = |year| rulebook.rule(year, book.profile().city_in(year));
    let mut earlier = EarlierYears::new(&ledger, rule_of, today);
    let found = import
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.year_was_open)
        .filter_map(|(index, row)| Some((index, earlier.propose(row.entry.as_ref()?)?)));
    filled(found)
}
