//! The line of a year, from January to the last day of its public study: places in whole per mille
//! of the line, so that a screen and a print draw the same.

use chrono::Datelike;

use crate::rules::date::days_until;
use crate::rules::{Date, Entry, EntryId, Rule, Subject};

/// A day on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub day: Date,
    /// 0 to 1,000.
    pub at: u16,
}

/// A planned entry on the line, from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub entry: EntryId,
    pub subject: Subject,
    pub end: Date,
    pub from: u16,
    pub to: u16,
    /// Reaches beyond an end of the line.
    pub is_cut: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    pub first: Mark,
    pub last: Mark,
    /// The first day of each month.
    pub months: Vec<Mark>,
    /// `None`: not on this line.
    pub today: Option<Mark>,
    pub professional_deadline: Mark,
    pub public_deadline: Mark,
    /// The last day of the year before, while its public study is open.
    pub previous_deadline: Option<Mark>,
    /// One per entry, in the order given.
    pub spans: Vec<Span>,
}

impl Timeline {
    /// How many days a way along the line is, rounded to the nearest: both in pixels.
    pub fn days_along(&self, way: i32, width: i32) -> i64 {
        let (way, width) = (i64::from(way), i64::from(width.max(1)));
        let days = way.abs() * days_until(self.first.day, self.last.day);
        way.signum() * ((days * 2 + width) / (2 * width))
    }
}

/// The line of the rule's year with the entries on it.
pub fn timeline(rule: &Rule, previous: Option<&Rule>, today: Date, planned: &[&Entry]) -> Timeline {
    let first = rule.year.first_day();
    let last = rule.public_deadline.value.max(rule.year.last_day());
    let whole = days_until(first, last).max(1);
    let place = |day: Date| u16::try_from((days_until(first, day) * 1000 / whole).clamp(0, 1000));
    let at = |day: Date| place(day).unwrap_or_default();
    let mark = |day: Date| Mark { day, at: at(day) };
    let is_on = |day: Date| first <= day && day <= last;
    let months = first.iter_days().take_while(|day| *day <= last).filter(|day| day.day() == 1);
    let spans = planned.iter().map(|entry| {
        let start = entry.start.unwrap_or(entry.end);
        Span {
            entry: entry.id,
            subject: entry.subject,
            end: entry.end,
            from: at(start),
            to: at(entry.end),
            is_cut: !is_on(start) || !is_on(entry.end),
        }
    });
    Timeline {
        first: mark(first),
        last: mark(last),
        months: months.map(mark).collect(),
        today: is_on(today).then(|| mark(today)),
        professional_deadline: mark(rule.professional_deadline.value),
        public_deadline: mark(rule.public_deadline.value),
        previous_deadline: previous.map(|rule| mark(rule.public_deadline.value)),
        spans: spans.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{City, Rulebook, Year};

    #[test]
    fn a_way_along_the_line_is_days_to_the_nearest() {
        // 2026: 1 January 2026 to 31 May 2027 is 364 + 151 = 515 days; on a line of 1,030 pixels
        // two pixels are a day.
        let rule = Rulebook::shipped().rule(Year::parse("2026").unwrap(), City::Other);
        let line = timeline(&rule, None, rule.year.first_day(), &[]);
        let days = |way| line.days_along(way, 1030);
        assert_eq!((days(0), days(14), days(-14)), (0, 7, -7));
        // A pixel is half a day, and half a day is one.
        assert_eq!((days(1), days(-1), days(2), days(-3)), (1, -1, 1, -2));
        assert_eq!(line.days_along(1, 10_000), 0);
        // A line that is not drawn has no width.
        assert_eq!(line.days_along(1, 0), 515);
    }
}
