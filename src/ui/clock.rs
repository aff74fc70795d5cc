//! The one place where the browser's clock is read.

use crate::rules::{Date, Year};
use chrono::Days;

/// China Standard Time is UTC+8 all year round, whatever zone the browser is in.
const CHINA_MS: i64 = 8 * 60 * 60 * 1000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn china_now_ms() -> i64 {
    js_sys::Date::now() as i64 + CHINA_MS
}

/// Today in China, kept within the years that the rules know.
pub fn today() -> Date {
    let days = china_now_ms().div_euclid(DAY_MS).max(0) as u64;
    let date = Date::default().checked_add_days(Days::new(days)).unwrap_or_default();
    date.clamp(Year::FIRST.first_day(), Year::LAST.last_day())
}

/// The time of day in China, as `HH:MM`.
pub fn time_of_day() -> String {
    let minutes = china_now_ms().rem_euclid(DAY_MS) / 60_000;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Now in China as `YYYY-MM-DDTHH:MM`, for the stamps of the store.
pub fn now() -> String {
    format!("{}T{}", today(), time_of_day())
}

/// A random number below 2⁵³, for the id of a new entry.
pub fn random_id() -> u64 {
    let high = (js_sys::Math::random() * f64::from(1u32 << 27)) as u64;
    let low = (js_sys::Math::random() * f64::from(1u32 << 26)) as u64;
    (high << 26) | low
}
