//! Calendar dates and years within the bounds that the rules know.

use chrono::Datelike;
pub use chrono::NaiveDate as Date;
use std::fmt;

use super::hours::half_width;

/// A calendar year, 2001 to 2100: the first year of which any rule is known, and a bound that
/// keeps typing errors out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    pub const FIRST: Year = Year(2001);
    pub const LAST: Year = Year(2100);

    pub const fn new(year: u16) -> Option<Year> {
        if year >= Year::FIRST.0 && year <= Year::LAST.0 { Some(Year(year)) } else { None }
    }

    /// A year written in the source; out of bounds it does not compile in a `const`.
    pub const fn known(year: u16) -> Year {
        match Year::new(year) {
            Some(year) => year,
            None => panic!("years run from 2001 to 2100"),
        }
    }

    pub const fn get(self) -> u16 {
        self.0
    }

    pub fn of(date: Date) -> Option<Year> {
        u16::try_from(date.year()).ok().and_then(Year::new)
    }

    pub fn parse(text: &str) -> Option<Year> {
        let plain: String = text.chars().map(half_width).collect();
        let plain = plain.trim();
        let plain = plain.strip_suffix("年度").or_else(|| plain.strip_suffix('年')).unwrap_or(plain);
        if plain.len() != 4 {
            return None;
        }
        plain.parse().ok().and_then(Year::new)
    }

    pub fn next(self) -> Option<Year> {
        Year::new(self.0 + 1)
    }

    pub fn previous(self) -> Option<Year> {
        Year::new(self.0 - 1)
    }

    /// 1 January.
    pub fn first_day(self) -> Date {
        day(self.0, 1, 1)
    }

    /// 31 December.
    pub fn last_day(self) -> Date {
        day(self.0, 12, 31)
    }

    pub fn contains(self, date: Date) -> bool {
        date.year() == i32::from(self.0)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A date written in the source or assembled from checked parts.
///
/// # Panics
/// When there is no such day.
pub fn day(year: u16, month: u32, day: u32) -> Date {
    Date::from_ymd_opt(i32::from(year), month, day).expect("a day of the calendar")
}

/// Why a text is not a usable date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    Empty,
    /// None of the four written styles.
    NotADate,
    /// The style is right, but there is no such day (30 February).
    NoSuchDay,
    /// Before 2001-01-01 or after 2100-12-31.
    OutOfRange,
}

/// Reads `2026-03-05`, `2026/3/5`, `2026.3.5` or `2026年3月5日`, in full-width digits too.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let plain: String = text.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Err(DateError::Empty);
    }
    let parts = split_date(&plain).ok_or(DateError::NotADate)?;
    let number = |s: &str, most: usize| {
        (!s.is_empty() && s.len() <= most && s.bytes().all(|b| b.is_ascii_digit()))
            .then(|| s.bytes().fold(0u32, |n, b| n * 10 + u32::from(b - b'0')))
    };
    let (Some(year), Some(month), Some(day)) =
        (number(parts[0], 4), number(parts[1], 2), number(parts[2], 2))
    else {
        return Err(DateError::NotADate);
    };
    if parts[0].len() != 4 {
        return Err(DateError::NotADate);
    }
    let date = Date::from_ymd_opt(year as i32, month, day).ok_or(DateError::NoSuchDay)?;
    Year::of(date).map(|_| date).ok_or(DateError::OutOfRange)
}

fn split_date(plain: &str) -> Option<[&str; 3]> {
    if let Some(rest) = plain.strip_suffix('日') {
        let (year, rest) = rest.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        return Some([year, month, day]);
    }
    let mark = ['-', '/', '.'].into_iter().find(|&c| plain.contains(c))?;
    let mut parts = plain.split(mark);
    let found = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(found)
}

/// Whole days from `today` to `day`: 0 on the day, negative after.
pub fn days_until(today: Date, day: Date) -> i64 {
    day.signed_duration_since(today).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_date_styles_mean_the_same_day() {
        for text in
            ["2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "２０２６－０３－０５", " 2026年 3月 5日 "]
        {
            assert_eq!(parse_date(text), Ok(day(2026, 3, 5)), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_date_says_why() {
        for (text, why) in [
            ("", DateError::Empty),
            ("去年", DateError::NotADate),
            ("2026-3", DateError::NotADate),
            ("26-3-5", DateError::NotADate),
            ("2026-03-05-01", DateError::NotADate),
            ("2026-02-30", DateError::NoSuchDay),
            ("1999-01-01", DateError::OutOfRange),
            ("2101-01-01", DateError::OutOfRange),
        ] {
            assert_eq!(parse_date(text), Err(why), "{text}");
        }
    }

    #[test]
    fn days_left_are_zero_on_the_day_and_negative_after() {
        assert_eq!(days_until(day(2026, 11, 21), day(2026, 12, 31)), 40);
        assert_eq!(days_until(day(2026, 12, 31), day(2026, 12, 31)), 0);
        assert_eq!(days_until(day(2027, 1, 1), day(2026, 12, 31)), -1);
    }
}
