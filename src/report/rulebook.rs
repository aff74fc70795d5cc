//! One year's rule in one city, as the rules screen lists it.

use crate::rules::clause::Confidence;
use crate::rules::entry::coded;
use crate::rules::rulebook::{Figure, Transfer};
use crate::rules::{Date, Hours, Rule, Source};

coded! {
    /// What a row of the rules screen is about.
    ItemKind {
        Total = "total",
        Professional = "professional",
        PublicMinimum = "public-minimum",
        Minutes = "minutes",
        ProfessionalDeadline = "professional-deadline",
        PublicDeadline = "public-deadline",
        Ceiling = "ceiling",
        TransferNone = "transfer-none",
        TransferUndocumented = "transfer-undocumented",
        TransferDocumented = "transfer-documented",
        Routes = "routes",
        Exam = "exam",
        Courseware = "courseware",
        Platforms = "platforms",
        Filing = "filing",
        Forms = "forms",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub kind: ItemKind,
    pub value: ItemValue,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemValue {
    Hours(Hours),
    Minutes(u32),
    Day(Date),
    NotKnown,
    NoneStated,
    /// What the kind itself says, in words.
    Words,
}

impl Item {
    /// That of its first source; `None` where nothing is stated or known.
    pub fn confidence(&self) -> Option<Confidence> {
        self.sources.first().map(Source::confidence)
    }
}

/// Every figure and condition of the rule, in the order of the screen.
pub fn items(rule: &Rule) -> Vec<Item> {
    let base = &rule.base;
    let hours = |kind, figure: &Option<Figure<Hours>>, absent| match figure {
        Some(figure) => Item { kind, value: ItemValue::Hours(figure.value), sources: figure.sources.clone() },
        None => Item { kind, value: absent, sources: vec![] },
    };
    let day = |kind, figure: &Figure<Date>| Item {
        kind,
        value: ItemValue::Day(figure.value),
        sources: figure.sources.clone(),
    };
    let words = |kind, sources: &[Source]| Item { kind, value: ItemValue::Words, sources: sources.to_vec() };
    let minutes = match &rule.minutes_per_hour {
        Some(figure) => Item {
            kind: ItemKind::Minutes,
            value: ItemValue::Minutes(figure.value),
            sources: figure.sources.clone(),
        },
        None => Item { kind: ItemKind::Minutes, value: ItemValue::NotKnown, sources: vec![] },
    };
    let transfer = match &rule.transfer {
        Transfer::None => ItemKind::TransferNone,
        Transfer::Undocumented(_) => ItemKind::TransferUndocumented,
        Transfer::Documented(_) => ItemKind::TransferDocumented,
    };
    let mut items = vec![
        hours(ItemKind::Total, &Some(base.total.clone()), ItemValue::NotKnown),
        hours(ItemKind::Professional, &base.professional, ItemValue::NoneStated),
        hours(ItemKind::PublicMinimum, &base.public_minimum, ItemValue::NoneStated),
        minutes,
        day(ItemKind::ProfessionalDeadline, &rule.professional_deadline),
        day(ItemKind::PublicDeadline, &rule.public_deadline),
        hours(ItemKind::Ceiling, &base.base_ceiling, ItemValue::NotKnown),
        words(transfer, rule.transfer.sources()),
        words(ItemKind::Exam, &base.exam),
        words(ItemKind::Courseware, &base.courseware),
        day(ItemKind::Platforms, &rule.platforms_lapse_on),
        words(ItemKind::Forms, &base.forms),
    ];
    if let Some(named) = &base.named_public_routes {
        items.push(words(ItemKind::Routes, &named.sources));
    }
    if !base.filing.is_empty() {
        items.push(words(ItemKind::Filing, &base.filing));
    }
    items
}
