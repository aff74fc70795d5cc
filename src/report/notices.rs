//! Imported notices as the rules screen lists them, and one that is about to be imported.

use crate::book::Book;
use crate::rules::notice::{Amount, Comparison, FigureKind, Known, Standing};
use crate::rules::rulebook::lacking;
use crate::rules::stamp_route::StampRow;
use crate::rules::{Notice, Rulebook, Source};

/// One figure of a notice, with what it is worth here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    pub kind: FigureKind,
    pub amount: Amount,
    /// The telephones, each with whose it is.
    pub telephones: Vec<String>,
    /// Who goes where, for a stamp route.
    pub stamps: Vec<StampRow>,
    pub source: Option<Source>,
    pub standing: Standing,
    /// What is known otherwise.
    pub known: Option<Known>,
}

/// A notice before it goes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeReview {
    pub notice: Notice,
    pub rows: Vec<FigureRow>,
    /// That of the same year and place, unless it is just this one.
    pub replaces: Option<Notice>,
    /// The book has it already.
    pub is_known: bool,
    /// What the year would still lack for a verdict; `None` where an official notice decides.
    pub lacks: Option<Vec<FigureKind>>,
}

pub fn review(notice: &Notice, book: &Book) -> NoticeReview {
    let known = book.notice_like(notice);
    let mut after = book.clone();
    after.put_notice(notice.clone());
    let city = notice.city.unwrap_or_else(|| book.profile().city_in(notice.year));
    let is_shipped = notice.year <= Rulebook::shipped().newest_year();
    let lacks = (!is_shipped).then(|| lacking(&after.rulebook().notices_for(notice.year, city)));
    NoticeReview {
        notice: notice.clone(),
        rows: rows(notice, &book.compare_notice(notice)),
        replaces: known.filter(|known| *known != notice).cloned(),
        is_known: known == Some(notice),
        lacks,
    }
}

/// A notice of the book: its figures, each in force or kept out by an official one.
pub fn in_force(notice: &Notice, book: &Book) -> Vec<FigureRow> {
    rows(notice, &book.compare_notice(notice))
}

fn rows(notice: &Notice, compared: &[Comparison]) -> Vec<FigureRow> {
    let row = |compared: &Comparison| {
        let figure = notice.figure(compared.kind);
        let stamps = notice.stamps.as_ref().filter(|_| compared.kind == FigureKind::StampRoute);
        let (telephones, source) = match compared.kind {
            FigureKind::StampRoute => (vec![], stamps.and_then(|stamps| stamps.first.first().cloned())),
            FigureKind::Telephones => {
                let numbers = notice.telephones.iter().map(|one| format!("{} {}", one.number, one.zh));
                (numbers.collect(), notice.telephones.first().map(|one| one.source.clone()))
            }
            _ => (vec![], figure.map(|figure| figure.source())),
        };
        FigureRow {
            kind: compared.kind,
            amount: figure.map_or(Amount::Stated, |figure| figure.amount),
            telephones,
            stamps: stamps.map_or_else(Vec::new, |stamps| stamps.rows.clone()),
            source,
            standing: compared.standing,
            known: compared.known.clone(),
        }
    };
    compared.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::notice::read;

    fn sample() -> Notice {
        read(include_str!("../../tests/fixtures/notice-2027.json")).expect("a sound notice")
    }

    #[test]
    fn a_new_years_notice_is_reviewed_figure_by_figure() {
        let found = review(&sample(), &Book::default());
        let rows: Vec<_> = found.rows.iter().map(|row| (row.kind.code(), row.standing.code())).collect();
        assert_eq!(
            rows,
            [
                ("total", "new"),
                ("professional", "new"),
                ("minutes-per-hour", "new"),
                ("public-deadline", "new"),
                ("base-ceiling", "new"),
                ("transfer", "new"),
                ("stamp-route", "new"),
                ("telephones", "new"),
            ]
        );
        assert!(found.rows.iter().all(|row| row.source.as_ref().is_some_and(|s| s.citation().is_some())));
        assert_eq!(found.lacks, Some(vec![]));
        assert!(found.replaces.is_none() && !found.is_known);
    }

    #[test]
    fn the_one_that_would_be_replaced_is_named() {
        let mut book = Book::default();
        book.put_notice(sample());
        assert!(review(&sample(), &book).is_known);
        let other = Notice { title: "另一份".into(), ..sample() };
        let found = review(&other, &book);
        assert_eq!((found.replaces, found.is_known), (Some(sample()), false));
    }

    #[test]
    fn a_notice_for_an_official_year_lacks_nothing_and_is_kept_out() {
        let text = include_str!("../../tests/fixtures/notice-2027.json");
        let text =
            text.replace("\"year\": \"2027\"", "\"year\": \"2025\"").replace("2028-06-30", "2026-06-30");
        let over = read(&text).expect("a sound notice");
        let found = review(&over, &Book::default());
        assert_eq!(found.lacks, None);
        // 96, 64, 30 June and 32 are not what Huaibei's notice says; its minutes, its transfer,
        // its route and whom to call are compared likewise: 45 minutes and the transfer agree.
        let rows: Vec<_> = found.rows.iter().map(|row| row.standing.code()).collect();
        assert_eq!(rows, ["kept", "kept", "same", "kept", "kept", "same", "kept", "kept"]);
    }
}
