//! An imported notice as it is stored, beside the profile. Blobs written before there were any
//! have no such field, and read as none.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::v1::date;
use crate::rules::notice::{Amount, Extension, FigureKind, Notice, NoticeFigure};
use crate::rules::rulebook::Telephone;
use crate::rules::source::{Citation, Source};
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{City, Hours, TitleLevel, UnitLevel, Year};

/// Document number and section.
#[derive(Serialize, Deserialize)]
struct PlaceRow(String, String);

#[derive(Serialize, Deserialize)]
pub struct NoticeRow {
    title: String,
    publisher: String,
    published: String,
    year: u16,
    city: Option<String>,
    figures: Vec<FigureRow>,
    stamps: Option<StampsRow>,
    telephones: Vec<TelephoneRow>,
}

/// Kind, hundredths of hours or minutes, a day, which study it is for, the place.
#[derive(Serialize, Deserialize)]
struct FigureRow(String, Option<u64>, Option<String>, Option<String>, PlaceRow);

#[derive(Serialize, Deserialize)]
struct StampsRow {
    first: PlaceRow,
    rows: Vec<StampRowRow>,
}

/// Unit level, titles applied for, titles held, offices, the place.
#[derive(Serialize, Deserialize)]
struct StampRowRow(String, Vec<String>, Vec<String>, Vec<String>, PlaceRow);

/// Number, whose, the place.
#[derive(Serialize, Deserialize)]
struct TelephoneRow(String, String, PlaceRow);

pub fn notice_row(notice: &Notice) -> NoticeRow {
    let codes = |titles: &[TitleLevel]| titles.iter().map(|title| title.code().to_owned()).collect();
    let stamp_row = |row: &StampRow| {
        let (applies, holds) = match &row.who {
            Who::Applies(titles) => (codes(titles), vec![]),
            Who::Holds(titles) => (vec![], codes(titles)),
            Who::Anyone => (vec![], vec![]),
        };
        let offices = row.offices.iter().map(|office| office.code().to_owned()).collect();
        StampRowRow(row.unit_level.code().into(), applies, holds, offices, place_row(&row.sources))
    };
    let figure_row = |figure: &NoticeFigure| {
        let (number, day, extension) = match figure.amount {
            Amount::Hours(hours) => (Some(hours.hundredths()), None, None),
            Amount::Minutes(minutes) => (Some(u64::from(minutes)), None, None),
            Amount::Day(day, extension) => (None, Some(day.to_string()), Some(extension.code().to_owned())),
            Amount::Stated => (None, None, None),
        };
        let place = PlaceRow(figure.place.document.clone(), figure.place.section.clone());
        FigureRow(figure.kind.code().into(), number, day, extension, place)
    };
    NoticeRow {
        title: notice.title.clone(),
        publisher: notice.publisher.clone(),
        published: notice.published.to_string(),
        year: notice.year.get(),
        city: notice.city.map(|city| city.code().to_owned()),
        figures: notice.figures.iter().map(figure_row).collect(),
        stamps: notice.stamps.as_ref().map(|stamps| StampsRow {
            first: place_row(&stamps.first),
            rows: stamps.rows.iter().map(stamp_row).collect(),
        }),
        telephones: notice
            .telephones
            .iter()
            .map(|known| {
                let place = place_row(std::slice::from_ref(&known.source));
                TelephoneRow(known.number.clone(), known.zh.clone(), place)
            })
            .collect(),
    }
}

fn place_row(sources: &[Source]) -> PlaceRow {
    let place = sources.iter().find_map(Source::citation);
    place.map_or_else(
        || PlaceRow(String::new(), String::new()),
        |place| PlaceRow(place.document.clone(), place.section.clone()),
    )
}

pub fn notice(row: NoticeRow) -> Option<Notice> {
    let published = date(&row.published)?;
    let cited = |PlaceRow(document, section): PlaceRow| {
        Arc::new(Citation { publisher: row.publisher.clone(), published, document, section })
    };
    let source = |place| Source::Notice(cited(place));
    let figure = |FigureRow(kind, number, day, extension, place): FigureRow| {
        let kind = FigureKind::from_code(&kind)?;
        let amount = match (kind, number, day) {
            (FigureKind::Minutes, Some(minutes), None) => Amount::Minutes(u32::try_from(minutes).ok()?),
            (FigureKind::PublicDeadline, None, Some(day)) => {
                Amount::Day(date(&day)?, Extension::from_code(&extension?)?)
            }
            (FigureKind::Transfer, None, None) => Amount::Stated,
            (_, Some(hundredths), None) => Amount::Hours(Hours::from_hundredths(hundredths)),
            _ => return None,
        };
        Some(NoticeFigure { kind, amount, place: cited(place) })
    };
    let titles = |codes: Vec<String>| -> Option<Vec<TitleLevel>> {
        codes.iter().map(|code| TitleLevel::from_code(code)).collect()
    };
    let stamp_row = |StampRowRow(level, applies, holds, offices, place): StampRowRow| {
        let who = match (applies.is_empty(), holds.is_empty()) {
            (false, true) => Who::Applies(titles(applies)?),
            (true, false) => Who::Holds(titles(holds)?),
            (true, true) => Who::Anyone,
            (false, false) => return None,
        };
        let offices: Option<Vec<Office>> = offices.iter().map(|code| Office::from_code(code)).collect();
        Some(StampRow::new(UnitLevel::from_code(&level)?, who, &offices?, &[source(place)]))
    };
    let stamps = match row.stamps {
        None => None,
        Some(stamps) => Some(StampTable {
            first: vec![source(stamps.first)],
            rows: stamps.rows.into_iter().map(stamp_row).collect::<Option<_>>()?,
        }),
    };
    let telephone = |TelephoneRow(number, whose, place): TelephoneRow| Telephone {
        number,
        zh: whose.clone(),
        en: whose,
        source: source(place),
    };
    Some(Notice {
        title: row.title,
        year: Year::new(row.year)?,
        city: match row.city {
            None => None,
            Some(code) => Some(City::from_code(&code)?),
        },
        figures: row.figures.into_iter().map(figure).collect::<Option<_>>()?,
        stamps,
        telephones: row.telephones.into_iter().map(telephone).collect(),
        publisher: row.publisher.clone(),
        published,
    })
}
