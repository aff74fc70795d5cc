//! The rules under measurement: sets of entries that are the same on every machine, and the acts
//! that are timed. The rules are compiled alone, without the page's libraries.

pub use engine::rules;

mod bytes;
mod exports;
mod generator;
mod told;

use generator::{YEARS, conversions, entries};
use rules::{City, ConversionRule, Date, Entry, Ledger, Rulebook, View, Year};

/// The day of every assessment: within 2026, so that one year is still open.
pub const TODAY: (u16, u32, u32) = (2026, 11, 21);

/// One set of entries with everything that an assessment needs.
pub struct Set {
    pub entries: Vec<Entry>,
    pub conversions: Vec<ConversionRule>,
    rulebook: Rulebook,
    city: City,
    today: Date,
}

impl Set {
    /// So many entries over [`YEARS`], the same for the same seed.
    pub fn new(count: usize, seed: u64, city: City) -> Set {
        let (year, month, day) = TODAY;
        Set {
            entries: entries(count, seed),
            conversions: conversions(),
            rulebook: Rulebook::shipped(),
            city,
            today: rules::date::day(year, month, day),
        }
    }

    /// The entries put in order, and every year assessed: the whole of what a book needs.
    pub fn assess(&self) -> u64 {
        self.assess_ordered(&self.ledger())
    }

    pub fn ledger(&self) -> Ledger<'_> {
        Ledger::new(&self.entries, &self.conversions)
    }

    /// Every year assessed, the entries being in order already. Gives a sum that depends on all
    /// of it, so that no part can be left out.
    pub fn assess_ordered(&self, ledger: &Ledger) -> u64 {
        years()
            .map(|year| {
                let rule = self.rulebook.rule(year, self.city);
                let assessment = ledger.assess(rule, self.today, View::Earned);
                let warned: usize = assessment.warnings.iter().map(|warning| warning.entries.len()).sum();
                assessment.total.hundredths() + (assessment.lines.len() + warned) as u64
            })
            .sum()
    }

    /// Every year's assessment in words: what the reference must agree with.
    pub fn told(&self) -> String {
        let ledger = self.ledger();
        let assess = |year| ledger.assess(self.rulebook.rule(year, self.city), self.today, View::Earned);
        years().map(|year| told::told(&assess(year))).collect()
    }

    /// The entries as the reference reads them.
    pub fn bytes(&self) -> Vec<u8> {
        bytes::written(&self.entries)
    }
}

fn years() -> impl Iterator<Item = Year> {
    YEARS.map(Year::known)
}

/// Reads every byte: less than this nobody can do who looks at the entries at all.
pub fn read(bytes: &[u8]) -> u64 {
    bytes.iter().map(|&byte| u64::from(byte)).sum()
}
