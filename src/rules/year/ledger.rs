//! The entries by attribution year and in order of completion, in a time that grows with their
//! number alone.

use std::ops::Range;

use chrono::Datelike;

use crate::order::{filled, sort_by};
use crate::rules::conversion::ConversionRule;
use crate::rules::date::{Date, Year};
use crate::rules::entry::{Entry, EntryId};
use crate::rules::hours::Hours;
use crate::sorted::{SortedMap, SortedSet};

/// The entries by attribution year, with what only the whole book shows.
pub struct Ledger<'a> {
    ordered: Vec<&'a Entry>,
    /// Where each year's entries stand.
    places: SortedMap<Year, Range<usize>>,
    /// Completion years whose entries were attributed to two or more other years.
    pub(super) spread: SortedSet<Year>,
    pub(super) conversions: &'a [ConversionRule],
}

impl<'a> Ledger<'a> {
    pub fn new(
        entries: impl IntoIterator<Item = &'a Entry>,
        conversions: &'a [ConversionRule],
    ) -> Ledger<'a> {
        let mut elsewhere: SortedMap<Year, SortedSet<Year>> = SortedMap::new();
        let mut cards = Vec::new();
        for entry in entries {
            cards.push(Card::of(entry));
            let completed = Year::of(entry.end).filter(|&completed| completed != entry.year);
            if let (Some(completed), true) = (completed, entry.status.is_earned()) {
                elsewhere.get_or_insert_with(completed, SortedSet::new).insert(entry.year, ());
            }
        }
        let cards = in_order(cards);
        let mut places = SortedMap::new();
        let mut start = 0;
        for year in cards.chunk_by(|a, b| a.entry.year == b.entry.year) {
            let end = start + year.len();
            places.insert(year[0].entry.year, start..end);
            start = end;
        }
        let spread =
            filled(elsewhere.into_iter().filter(|(_, years)| years.len() >= 2).map(|(year, _)| (year, ())));
        let ordered = cards.into_iter().map(|card| card.entry).collect();
        Ledger { ordered, places, spread, conversions }
    }

    /// The same book with more entries.
    pub fn with<'b>(&self, more: &'b [Entry]) -> Ledger<'b>
    where
        'a: 'b,
    {
        Ledger::new(self.ordered.iter().copied().chain(more), self.conversions)
    }

    /// The attribution years that have entries, ascending.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = Year> {
        self.places.keys().copied()
    }

    /// The year's entries in order of completion.
    pub fn entries(&self, year: Year) -> &[&'a Entry] {
        self.places.get(&year).map_or(&[], |place| &self.ordered[place.clone()])
    }
}

/// An entry under what it is ordered by first: year, day and hours as one number.
#[derive(Clone, Copy)]
struct Card<'a> {
    key: u64,
    entry: &'a Entry,
}

/// Years run from 2001 to 2100, so that seven bits hold one, and seventeen a day of any of them;
/// twenty hold what one entry may have.
const DAY_BITS: u32 = 17;
const HOURS_BITS: u32 = 20;
/// So many digits of so many bits make up a key.
const DIGITS: u32 = 4;
const DIGIT_BITS: u32 = 11;
const PILES: usize = 1 << DIGIT_BITS;

impl<'a> Card<'a> {
    fn of(entry: &'a Entry) -> Card<'a> {
        let first = Year::FIRST.first_day().num_days_from_ce();
        let day = u64::try_from(entry.end.num_days_from_ce() - first).unwrap_or(0).min((1 << DAY_BITS) - 1);
        let hours = entry.hours.hundredths().min((1 << HOURS_BITS) - 1);
        let year = u64::from(entry.year.get() - Year::FIRST.get());
        Card { key: ((year << DAY_BITS | day) << HOURS_BITS) | hours, entry }
    }

    /// What is compared where the keys are equal; all of the key's parts again, which may have
    /// been cut.
    fn rest(&self) -> (Date, Hours, &str, EntryId) {
        (self.entry.end, self.entry.hours, &self.entry.title, self.entry.id)
    }
}

/// By year, in order of completion, then by hours, title and id: which entry is cut by a ceiling
/// must not depend on the order of the book. Laying the cards on piles takes the same time for
/// each, however many they are; only equal keys are compared.
fn in_order(mut cards: Vec<Card>) -> Vec<Card> {
    let mut laid = cards.clone();
    for digit in 0..DIGITS {
        lay(&cards, &mut laid, DIGIT_BITS * digit);
        std::mem::swap(&mut cards, &mut laid);
    }
    for equal in cards.chunk_by_mut(|a, b| a.key == b.key).filter(|equal| equal.len() > 1) {
        let mut sorted = equal.to_vec();
        sort_by(&mut sorted, |a, b| a.rest().cmp(&b.rest()));
        equal.copy_from_slice(&sorted);
    }
    cards
}

/// Lays the cards on piles by one digit of their key; each pile keeps their order.
fn lay<'a>(from: &[Card<'a>], to: &mut [Card<'a>], shift: u32) {
    let digit = |card: &Card| (card.key >> shift) as usize % PILES;
    let mut next = [0u32; PILES];
    from.iter().for_each(|card| next[digit(card)] += 1);
    let mut start = 0;
    for pile in &mut next {
        let count = std::mem::replace(pile, start);
        start += count;
    }
    for card in from {
        let pile = &mut next[digit(card)];
        to[*pile as usize] = *card;
        *pile += 1;
    }
}
