//! Numbers of a workbook's cells as plain text: days as ISO dates, amounts without the traces of
//! binary fractions. The only place besides a workbook's writer that knows floating numbers, since
//! the format holds nothing else.

use crate::rules::Date;

/// What a cell's number format makes of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Amount,
    Day,
    /// A time of day or a duration.
    Time,
}

/// Reads a number format such as `yyyy"年"m"月"d"日"`.
pub fn shown_by_code(code: &str) -> Shown {
    let mut letters = String::new();
    let mut elapsed = false;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(chars.next()),
            // Only the format of positive numbers tells.
            ';' => break,
            '[' => {
                // A colour, a condition or a locale; or [h], time that has elapsed.
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let is_unit = |unit: char| inner.chars().all(|c| c.eq_ignore_ascii_case(&unit));
                elapsed |= !inner.is_empty() && ['h', 'm', 's'].into_iter().any(is_unit);
            }
            c => letters.push(c.to_ascii_lowercase()),
        }
    }
    let letters = letters.replace("general", "").replace("am/pm", "h").replace("上午/下午", "h");
    if elapsed {
        Shown::Time
    } else if letters.contains(['y', 'd', '年', '月', '日']) {
        Shown::Day
    } else if letters.contains(['h', 's']) {
        Shown::Time
    } else if letters.contains('m') {
        Shown::Day
    } else {
        Shown::Amount
    }
}

/// The formats that every program knows by number; 27 to 36 and 50 to 58 are East Asian dates.
pub fn shown_by_id(id: u32) -> Shown {
    match id {
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57..=58 => Shown::Day,
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => Shown::Time,
        _ => Shown::Amount,
    }
}

/// A cell's number as text; what is no number stays as it is.
pub fn text(written: &str, shown: Shown, since_1904: bool) -> String {
    let Ok(number) = written.trim().parse::<f64>() else { return written.to_owned() };
    if !number.is_finite() {
        return written.to_owned();
    }
    match shown {
        Shown::Amount => amount(number),
        Shown::Day => day(number, since_1904).unwrap_or_else(|| amount(number)),
        Shown::Time => time(number),
    }
}

/// Fifteen significant digits, as spreadsheets show: 0.30000000000000004 is 0.3.
fn amount(number: f64) -> String {
    let scientific = format!("{number:.14e}");
    let rounded: f64 = scientific.parse().unwrap_or(number);
    // Rust writes every finite number without an exponent.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// The ISO date, with the time of day where there is one. Day 1 is 1 January 1900; day 60 never was
/// (29 February 1900), and years before 2001 are refused later anyway.
fn day(number: f64, since_1904: bool) -> Option<String> {
    let first = if since_1904 { Date::from_ymd_opt(1904, 1, 1)? } else { Date::from_ymd_opt(1899, 12, 30)? };
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    // Whole seconds first, so that a hair below midnight is midnight.
    let seconds = (number * 86_400.0).round() as u64;
    let date = first.checked_add_days(chrono::Days::new(seconds / 86_400))?;
    Some(match seconds % 86_400 {
        0 => date.to_string(),
        rest => format!("{date} {}", clock(rest)),
    })
}

fn time(number: f64) -> String {
    if !(0.0..3_000_000.0).contains(&number) {
        return amount(number);
    }
    clock((number * 86_400.0).round() as u64)
}

fn clock(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_carry_no_trace_of_binary_fractions() {
        for (written, amount) in [
            ("4.5", "4.5"),
            ("4.3499999999999996", "4.35"),
            ("0.30000000000000004", "0.3"),
            ("90", "90"),
            ("-0", "0"),
            ("1.5E3", "1500"),
            ("1E-2", "0.01"),
            ("12345678901234567", "12345678901234600"),
            ("六", "六"),
            ("NaN", "NaN"),
        ] {
            assert_eq!(text(written, Shown::Amount, false), amount, "{written}");
        }
    }

    #[test]
    fn days_are_iso_dates() {
        // 2026-03-05: 46,022 days lie between 1899-12-30 and 2026-01-01, and 63 more to 5 March.
        assert_eq!(text("46086", Shown::Day, false), "2026-03-05");
        assert_eq!(text("46086.5", Shown::Day, false), "2026-03-05 12:00:00");
        assert_eq!(text("46085.99999999999", Shown::Day, false), "2026-03-05");
        // 1904's count begins 1,462 days later.
        assert_eq!(text("44624", Shown::Day, true), "2026-03-05");
        assert_eq!(text("0.0625", Shown::Time, false), "1:30:00");
        assert_eq!(text("-3", Shown::Day, false), "-3");
    }

    #[test]
    fn formats_tell_days_from_amounts() {
        for (code, shown) in [
            ("yyyy\\-mm\\-dd", Shown::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shown::Day),
            ("[$-804]yyyy年m月d日", Shown::Day),
            ("m/d", Shown::Day),
            ("mmm", Shown::Day),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Shown::Day),
            ("yyyy/m/d h:mm", Shown::Day),
            ("h:mm AM/PM", Shown::Time),
            ("[h]:mm:ss", Shown::Time),
            ("mm:ss", Shown::Time),
            ("General", Shown::Amount),
            ("0.00_ ", Shown::Amount),
            ("#,##0\" days\"", Shown::Amount),
            ("[Red]0.0", Shown::Amount),
            ("0;[Red]-0;\"d\"", Shown::Amount),
            ("@", Shown::Amount),
        ] {
            assert_eq!(shown_by_code(code), shown, "{code}");
        }
        assert_eq!(
            (shown_by_id(14), shown_by_id(31), shown_by_id(2)),
            (Shown::Day, Shown::Day, Shown::Amount)
        );
    }
}
