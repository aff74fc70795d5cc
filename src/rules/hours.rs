//! Credit hours (学时): exact decimals with two places, never a float.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// An amount of credit hours, in hundredths.
///
/// Amounts are never negative: subtraction stops at zero, which is what every formula of the
/// rules needs (`max(0, a − b)`). One entry holds [`Hours::ENTRY_MIN`] to [`Hours::ENTRY_MAX`];
/// sums may be larger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(u64);

/// Why a text is not an amount of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursError {
    /// Nothing was written.
    Empty,
    /// Something else than digits and one point.
    NotANumber,
    /// More than two decimals.
    TooManyDecimals,
    /// Zero, or above 9,999.99.
    OutOfRange,
}

impl Hours {
    pub const ZERO: Hours = Hours(0);
    /// The least one entry may hold: 0.01.
    pub const ENTRY_MIN: Hours = Hours(1);
    /// The most one entry may hold: 9,999.99.
    pub const ENTRY_MAX: Hours = Hours(999_999);

    /// Whole hours.
    pub const fn whole(hours: u64) -> Hours {
        Hours(hours * 100)
    }

    pub const fn from_hundredths(hundredths: u64) -> Hours {
        Hours(hundredths)
    }

    pub const fn hundredths(self) -> u64 {
        self.0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Reads what a person typed for one entry: digits (full-width too), at most two decimals,
    /// a point or a full-width point, blanks around it.
    pub fn parse_entry(text: &str) -> Result<Hours, HoursError> {
        let plain: String = text.chars().map(half_width).collect();
        let plain = plain.trim();
        if plain.is_empty() {
            return Err(HoursError::Empty);
        }
        let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && decimals.is_empty()) || !digits(whole) || !digits(decimals) {
            return Err(HoursError::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 2 {
            return Err(HoursError::TooManyDecimals);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 4 {
            return Err(HoursError::OutOfRange);
        }
        let number = |s: &str| s.bytes().fold(0, |n, b| n * 10 + u64::from(b - b'0'));
        let cents = number(decimals) * if decimals.len() == 1 { 10 } else { 1 };
        let hours = Hours(number(whole) * 100 + cents);
        if hours < Hours::ENTRY_MIN || hours > Hours::ENTRY_MAX {
            return Err(HoursError::OutOfRange);
        }
        Ok(hours)
    }
}

/// The ASCII twin of a full-width character as Chinese input methods and spreadsheets produce it.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(c as u32 - 0xFEE0).expect("the ASCII block lies 0xFEE0 lower")
        }
        '\u{3000}' | '\u{00A0}' => ' ',
        '。' => '.',
        other => other,
    }
}

impl Add for Hours {
    type Output = Hours;
    fn add(self, other: Hours) -> Hours {
        Hours(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Hours {
    fn add_assign(&mut self, other: Hours) {
        *self = *self + other;
    }
}

/// Stops at zero: `max(0, self − other)`.
impl Sub for Hours {
    type Output = Hours;
    fn sub(self, other: Hours) -> Hours {
        Hours(self.0.saturating_sub(other.0))
    }
}

impl Sum for Hours {
    fn sum<I: Iterator<Item = Hours>>(amounts: I) -> Hours {
        amounts.fold(Hours::ZERO, Add::add)
    }
}

/// Canonical: no trailing zeros, no unit (`4.5`, `90`, `0`).
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, cents) = (self.0 / 100, self.0 % 100);
        if cents == 0 {
            write!(f, "{whole}")
        } else if cents.is_multiple_of(10) {
            write!(f, "{whole}.{}", cents / 10)
        } else {
            write!(f, "{whole}.{cents:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them_and_shown_canonically() {
        for (text, shown) in [
            ("4.5", "4.5"),
            (" 90 ", "90"),
            ("４．５", "4.5"),
            ("0.01", "0.01"),
            ("12.50", "12.5"),
            (".5", "0.5"),
            ("9999.99", "9999.99"),
            ("007", "7"),
        ] {
            assert_eq!(Hours::parse_entry(text).map(|h| h.to_string()), Ok(shown.to_string()), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_amount_says_why() {
        use HoursError::*;
        for (text, why) in [
            ("", Empty),
            ("　", Empty),
            ("6学时", NotANumber),
            ("-1", NotANumber),
            (".", NotANumber),
            ("1.2.3", NotANumber),
            ("1e3", NotANumber),
            ("1.005", TooManyDecimals),
            ("0", OutOfRange),
            ("10000", OutOfRange),
            ("99999999999999999999999999", OutOfRange),
        ] {
            assert_eq!(Hours::parse_entry(text), Err(why), "{text}");
        }
    }

    #[test]
    fn subtraction_stops_at_zero() {
        assert_eq!(Hours::whole(3) - Hours::whole(5), Hours::ZERO);
    }
}
