//! How a converted entry comes to its hours: the quantity, the rule's figure, what its yearly cap
//! leaves.

use crate::book::{Book, Draft};
use crate::rules::date::parse_date;
use crate::rules::{ConversionRule, EntryId, Hours, Route, Year};

/// The arithmetic of one entry of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    pub rule: ConversionRule,
    /// `None`: not given yet, or not readable.
    pub quantity: Option<Hours>,
    /// What the quantity gives; `None` without a quantity or while the rule has no figure.
    pub hours: Option<Hours>,
    /// What other earned entries of the rule use up in the same year, where there is a cap.
    pub used: Option<Hours>,
}

impl Converted {
    /// What the cap leaves for this entry.
    pub fn left(&self) -> Option<Hours> {
        Some(self.rule.cap_per_year? - self.used?)
    }
}

/// The arithmetic of a draft, `None` unless it is a conversion by a rule of the book. `id` is the
/// entry's own, which does not use up its own cap.
pub fn converted(book: &Book, draft: &Draft, id: Option<EntryId>) -> Option<Converted> {
    if draft.route != Route::Conversion.code() {
        return None;
    }
    let rule = book.conversion(draft.conversion_rule.trim())?.clone();
    let quantity = Hours::parse_entry(&draft.conversion_quantity).ok();
    let by_end = || parse_date(&draft.end).ok().and_then(Year::of);
    let year = Year::parse(&draft.year).or_else(by_end);
    let used = rule.cap_per_year.and(year).map(|year| {
        let others = book.entries().filter(|entry| {
            let same = entry.conversion.as_ref().is_some_and(|used| used.rule == rule.name);
            same && entry.year == year
                && entry.route == Route::Conversion
                && entry.status.is_earned()
                && Some(entry.id) != id
        });
        others.map(|entry| entry.hours).sum()
    });
    Some(Converted { hours: quantity.and_then(|quantity| rule.hours_for(quantity)), rule, quantity, used })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::RuleDraft;
    use crate::rules::date::day;

    #[test]
    fn the_form_shows_quantity_figure_and_what_the_cap_leaves() {
        let mut book = Book::default();
        let rule = RuleDraft {
            name: "论文".into(),
            hours_per_unit: "10".into(),
            cap_per_year: "30".into(),
            source: "核定".into(),
            ..RuleDraft::default()
        };
        book.put_conversion(None, rule.check(&[]).unwrap());
        let draft = |quantity: &str, end: &str| Draft {
            title: "文章".into(),
            subject: "public".into(),
            route: "conversion".into(),
            end: end.into(),
            hours: "20".into(),
            conversion_rule: "论文".into(),
            conversion_quantity: quantity.into(),
            ..Draft::default()
        };
        let entry = draft("2", "2026-03-05").check(day(2026, 11, 21)).unwrap().with_id(EntryId(1));
        book.put([entry]);
        let of = |quantity: &str, end: &str, id| converted(&book, &draft(quantity, end), id).unwrap();
        let second = of("1.5", "2026-05-01", None);
        assert_eq!((second.hours, second.used), (Some(Hours::whole(15)), Some(Hours::whole(20))));
        assert_eq!(second.left(), Some(Hours::whole(10)));
        // Itself, another year, nothing yet.
        assert_eq!(of("2", "2026-03-05", Some(EntryId(1))).left(), Some(Hours::whole(30)));
        assert_eq!(of("2", "2025-03-05", None).left(), Some(Hours::whole(30)));
        assert_eq!((of("", "", None).hours, of("", "", None).left()), (None, None));
        assert_eq!(converted(&book, &Draft { route: "class".into(), ..draft("1", "") }, None), None);
    }
}
