//! The backups that the app itself puts into a folder: one file a day for each book, the newest ten
//! kept. Every other file in the folder is none of its business.

use crate::order::sort_by;
use crate::rules::Date;
use crate::rules::date::parse_date;

/// How many days' files of a book are kept.
pub const KEPT: usize = 10;

/// The file of one day. `book` is a book's id: `a–z`, `0–9` and `-`.
pub fn file_name(book: &str, day: Date) -> String {
    format!("{}{day}.json", prefix(book))
}

/// Of the names found in a folder, those of this book's files beyond the newest [`KEPT`].
pub fn outdated<'a>(names: &'a [String], book: &str) -> Vec<&'a str> {
    let mut ours: Vec<&str> = names.iter().map(String::as_str).filter(|name| is_ours(name, book)).collect();
    // Newest first: ISO days sort as texts.
    sort_by(&mut ours, |a, b| b.cmp(a));
    ours.split_off(ours.len().min(KEPT))
}

fn prefix(book: &str) -> String {
    format!("xueshi-backup-{book}-")
}

/// Only the one spelling that [`file_name`] gives.
fn is_ours(name: &str, book: &str) -> bool {
    let day = name.strip_prefix(&prefix(book)).and_then(|rest| rest.strip_suffix(".json"));
    day.and_then(|day| parse_date(day).ok()).is_some_and(|day| file_name(book, day) == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::date::day;

    #[test]
    fn the_newest_ten_of_a_book_stay_and_nothing_else_is_touched() {
        let mut names: Vec<String> = (1..=12).rev().map(|of| file_name("main", day(2026, 3, of))).collect();
        let foreign = [
            "xueshi-2026-03-01.json",
            "xueshi-backup-main-2026-3-1.json",
            "xueshi-backup-main-2026-03-01 (1).json",
            "xueshi-backup-main-2026-02-30.json",
            "xueshi-backup-main-2026-03-01.json.crswap",
            "xueshi-backup-main-p2-2026-03-01.json",
            "xueshi-backup-p2-2026-03-01.json",
            "照片.jpg",
        ];
        names.extend(foreign.map(str::to_owned));
        names.swap(0, 11);
        // Twelve of March, so the first two go.
        let gone = ["xueshi-backup-main-2026-03-02.json", "xueshi-backup-main-2026-03-01.json"];
        assert_eq!(outdated(&names, "main"), gone);
        assert_eq!(outdated(&names, "p2"), [""; 0]);
        assert_eq!(outdated(&names[..10], "main"), [""; 0]);
    }
}
