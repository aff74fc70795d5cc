//! Everything the program says, in both languages. A text is declared once with its Chinese and
//! its English form; leaving one out does not compile.

mod backup;
mod conversion;
mod cycle;
mod data;
mod formats;
mod notices;
mod overview;
mod pack;
pub mod paper;
mod plan;
mod problems;
mod records;
mod rules;
mod shell;
mod templates;
mod terms;

use crate::rules::Date;
use crate::rules::entry::coded;
use chrono::Datelike;

coded! {
    /// The language of the page.
    Lang {
        Zh = "zh-CN",
        En = "en",
    }
}

/// Declares texts as methods of [`Lang`]. Plain ones are `&'static str`; those with arguments are
/// formatted into a `String`. A part between two `*` is emphasised by the view.
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident $(($($arg:ident: $kind:ty),+))?: $zh:literal, $en:literal;)+) => {
        impl $crate::i18n::Lang {
            $($crate::i18n::texts! { @one $(#[$meta])* $name $(($($arg: $kind),+))? $zh, $en })+
        }
    };
    (@one $(#[$meta:meta])* $name:ident $zh:literal, $en:literal) => {
        $(#[$meta])*
        pub const fn $name(self) -> &'static str {
            match self {
                $crate::i18n::Lang::Zh => $zh,
                $crate::i18n::Lang::En => $en,
            }
        }
    };
    (@one $(#[$meta:meta])* $name:ident ($($arg:ident: $kind:ty),+) $zh:literal, $en:literal) => {
        $(#[$meta])*
        pub fn $name(self, $($arg: $kind),+) -> String {
            match self {
                $crate::i18n::Lang::Zh => format!($zh),
                $crate::i18n::Lang::En => format!($en),
            }
        }
    };
}
pub(crate) use texts;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Lang {
    /// A date as people say it; the year is left out when it is the year of `near`.
    pub fn day(self, date: Date, near: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let name = MONTHS[date.month0() as usize];
        match (self, year == near.year()) {
            (Lang::Zh, true) => format!("{month} 月 {day} 日"),
            (Lang::Zh, false) => format!("{year} 年 {month} 月 {day} 日"),
            (Lang::En, true) => format!("{day} {name}"),
            (Lang::En, false) => format!("{day} {name} {year}"),
        }
    }

    /// Picks the text of a table row that carries both languages.
    pub const fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// So many entries.
    pub fn entries(self, count: usize) -> String {
        match (self, count) {
            (Lang::Zh, _) => format!("{count} 条"),
            (Lang::En, 1) => "1 entry".to_owned(),
            (Lang::En, _) => format!("{count} entries"),
        }
    }

    /// So many days.
    pub fn days(self, count: i64) -> String {
        match (self, count) {
            (Lang::Zh, _) => format!("{count} 天"),
            (Lang::En, 1) => "1 day".to_owned(),
            (Lang::En, _) => format!("{count} days"),
        }
    }

    /// Joins a list of names as the language does.
    pub fn list(self, names: &[String]) -> String {
        names.join(self.pick("、", ", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::day;

    #[test]
    fn dates_name_their_year_only_when_it_is_another() {
        let today = day(2026, 11, 21);
        assert_eq!(Lang::Zh.day(day(2026, 12, 31), today), "12 月 31 日");
        assert_eq!(Lang::Zh.day(day(2027, 5, 31), today), "2027 年 5 月 31 日");
        assert_eq!(Lang::En.day(day(2026, 12, 31), today), "31 December");
        assert_eq!(Lang::En.day(day(2027, 5, 31), today), "31 May 2027");
    }
}
