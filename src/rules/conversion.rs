//! Conversion (学时折算认定): an achievement turned into hours by a rule that the person enters.
//!
//! The official table (皖人社秘〔2025〕109号, chapter 4) is not in hand, so no figure ships: a rule
//! says what an office recognised, once, with its source.

use super::entry::{Subject, coded};
use super::hours::Hours;

/// What one kind of achievement is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversionRule {
    /// Unique in the book; entries refer to it.
    pub name: String,
    /// What kind of achievement: paper, patent, award …
    pub kind: String,
    pub unit: Unit,
    /// Hours for one unit; `None` while the person has not filled it in.
    pub hours_per_unit: Option<Hours>,
    /// The most that counts of this rule within one year; `None`: no cap known.
    pub cap_per_year: Option<Hours>,
    /// `None`: the person chooses the subject (HB-16).
    pub subject: Option<Subject>,
    pub method: Method,
    /// Where the figures come from, in the person's or the pack publisher's words.
    pub source: String,
}

/// What a rule can still give within one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub rule: String,
    /// Hours for one unit; never zero.
    pub each: Hours,
    /// What is left under the year's cap; `None`: no cap known.
    pub left: Option<Hours>,
    /// `None`: the person chooses.
    pub subject: Option<Subject>,
}

impl Offer {
    /// The most whole units that fit into what is asked and what is left.
    pub fn units_within(&self, asked: Hours) -> u64 {
        let room = self.left.map_or(asked, |left| left.min(asked));
        room.hundredths() / self.each.hundredths()
    }

    pub fn gives(&self, subject: Subject) -> bool {
        self.subject.is_none_or(|own| own == subject)
    }
}

impl ConversionRule {
    /// Hours for so many units, rounded down to hundredths; `None` while the rule has no figure.
    pub fn hours_for(&self, quantity: Hours) -> Option<Hours> {
        let each = self.hours_per_unit?.hundredths();
        Some(Hours::from_hundredths(each.saturating_mul(quantity.hundredths()) / 100))
    }
}

coded! {
    /// What a conversion rule counts.
    Unit {
        Item = "item",
        Day = "day",
        HalfDay = "half-day",
        ClassHour = "class-hour",
        Month = "month",
        TenThousandCharacters = "ten-thousand-characters",
    }
}

coded! {
    /// 新人新办法、老人老办法: a label that the person sets; no notice in hand says who is who (HB-8).
    Method {
        New = "new",
        Old = "old",
        Unknown = "unknown",
    }
}
