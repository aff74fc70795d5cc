//! The entries by attribution year and in order of completion.

use std::ops::Range;

use chrono::Datelike;

use super::card::Card;
use crate::order::{filled, sort_by};
use crate::rules::conversion::ConversionRule;
use crate::rules::date::{Date, Year};
use crate::rules::entry::{Entry, EntryId};
use crate::rules::hours::Hours;
use crate::sorted::{SortedMap, SortedSet};

/// The entries by attribution year, with what only the whole book shows.
pub struct Ledger<'a> {
    cards: Vec<Card<'a>>,
    /// Where each year's cards lie.
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
        let entries = entries.into_iter();
        assert!(conversions.len() < Card::NO_RULE.into(), "more rules than a card can name");
        let rules: SortedMap<&str, u16> = filled(conversions.iter().map(|rule| &*rule.name).zip(0..));
        let mut elsewhere: SortedMap<Year, SortedSet<Year>> = SortedMap::new();
        let mut found = Vec::with_capacity(entries.size_hint().0);
        let mut keys = Vec::with_capacity(entries.size_hint().0);
        for entry in entries {
            let completed = Year::of(entry.end).filter(|&completed| completed != entry.year);
            if let (Some(completed), true) = (completed, entry.status.is_earned()) {
                elsewhere.get_or_insert_with(completed, SortedSet::new).insert(entry.year, ());
            }
            let rule = entry.conversion.as_ref().and_then(|used| rules.get(&*used.rule));
            keys.push(key(entry, found.len()));
            found.push(Card::of(entry, rule.copied().unwrap_or(Card::NO_RULE)));
        }
        let keys = in_order(keys);
        let mut cards: Vec<Card> = keys.iter().map(|&key| found[place(key)]).collect();
        settle(&keys, &mut cards);
        let mut places = SortedMap::new();
        let mut start = 0;
        for year in keys.chunk_by(|a, b| a >> YEAR_SHIFT == b >> YEAR_SHIFT) {
            places.insert(cards[start].entry.year, start..start + year.len());
            start += year.len();
        }
        let spread =
            filled(elsewhere.into_iter().filter(|(_, years)| years.len() >= 2).map(|(year, _)| (year, ())));
        Ledger { cards, places, spread, conversions }
    }

    /// The same book with more entries.
    pub fn with<'b>(&self, more: &'b [Entry]) -> Ledger<'b>
    where
        'a: 'b,
    {
        Ledger::new(self.cards.iter().map(|card| card.entry).chain(more), self.conversions)
    }

    /// The attribution years that have entries, ascending.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = Year> {
        self.places.keys().copied()
    }

    /// The year's entries in order of completion.
    pub fn entries(&self, year: Year) -> impl ExactSizeIterator<Item = &'a Entry> {
        self.cards(year).iter().map(|card| card.entry)
    }

    /// The year's cards in order of completion.
    pub(super) fn cards(&self, year: Year) -> &[Card<'a>] {
        self.places.get(&year).map_or(&[], |place| &self.cards[place.clone()])
    }
}

/// The parts of a key: attribution year, day of completion and hours, then the entry's place in
/// the book. Days beyond the years that the rules know and hours above 40.95 are cut.
const DAY_BITS: u32 = 16;
const HOURS_BITS: u32 = 12;
const PLACE_BITS: u32 = 28;
const YEAR_SHIFT: u32 = DAY_BITS + HOURS_BITS + PLACE_BITS;
/// So many digits of so many bits hold what is before the place.
const DIGITS: u32 = 3;
const DIGIT_BITS: u32 = 12;
/// Up to so many cards are put in order where they lie.
const FEW: usize = 8;
const PILES: usize = 1 << DIGIT_BITS;

fn key(entry: &Entry, place: usize) -> u64 {
    assert!(place < 1 << PLACE_BITS, "so many entries fit into no memory");
    let last = i32::from(Year::LAST.get() - Year::FIRST.get());
    let since_first = |year: i32| (year - i32::from(Year::FIRST.get())).clamp(0, last) as u64;
    let year = since_first(entry.year.get().into());
    let day = since_first(entry.end.year()) * 366 + u64::from(entry.end.ordinal0());
    let hours = entry.hours.hundredths().min((1 << HOURS_BITS) - 1);
    ((year << DAY_BITS | day) << HOURS_BITS | hours) << PLACE_BITS | place as u64
}

/// The entry's place in the book.
fn place(key: u64) -> usize {
    key as usize % (1 << PLACE_BITS)
}

/// By year, in order of completion, then by hours. Laying the keys on piles takes the same time for
/// each, however many they are.
fn in_order(mut keys: Vec<u64>) -> Vec<u64> {
    let mut laid = keys.clone();
    for digit in 0..DIGITS {
        lay(&keys, &mut laid, PLACE_BITS + DIGIT_BITS * digit);
        std::mem::swap(&mut keys, &mut laid);
    }
    keys
}

/// Where the keys are equal, by title and id: which entry is cut by a ceiling must not depend on
/// the order of the book. Mostly there are two or three.
fn settle(keys: &[u64], cards: &mut [Card]) {
    let mut start = 0;
    for equal in keys.chunk_by(|a, b| a >> PLACE_BITS == b >> PLACE_BITS) {
        let end = start + equal.len();
        if equal.len() > FEW {
            let mut sorted = cards[start..end].to_vec();
            sort_by(&mut sorted, |a, b| rest(a).cmp(&rest(b)));
            cards[start..end].copy_from_slice(&sorted);
        } else {
            for next in start + 1..end {
                let mut place = next;
                while place > start && rest(&cards[place]) < rest(&cards[place - 1]) {
                    cards.swap(place, place - 1);
                    place -= 1;
                }
            }
        }
        start = end;
    }
}

/// What is compared where the keys are equal; day and hours again, since a key may have cut them.
fn rest<'a>(card: &Card<'a>) -> (Date, Hours, &'a str, EntryId) {
    (card.end, card.hours, &card.entry.title, card.id)
}

/// Lays the keys on piles by one digit; each pile keeps their order.
fn lay(from: &[u64], to: &mut [u64], shift: u32) {
    let digit = |key: u64| (key >> shift) as usize % PILES;
    let mut next = [0u32; PILES];
    from.iter().for_each(|&key| next[digit(key)] += 1);
    let mut start = 0;
    for pile in &mut next {
        let count = std::mem::replace(pile, start);
        start += count;
    }
    for &key in from {
        let pile = &mut next[digit(key)];
        to[*pile as usize] = key;
        *pile += 1;
    }
}
