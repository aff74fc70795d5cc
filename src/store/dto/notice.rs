//! Imported notices and templates as they are stored, beside the profile. Blobs written before
//! there were any have no such field, and read as none.
//!
//! Both are rows of texts: there are few of them, and rows of their own types would cost more
//! code than all the texts together.

use std::sync::Arc;

use super::v1::date;
use crate::book::{Draft, Field, Template};
use crate::rules::notice::{Amount, Extension, FigureKind, Notice, NoticeFigure};
use crate::rules::rulebook::Telephone;
use crate::rules::source::{Citation, Source};
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{City, Hours, TitleLevel, UnitLevel, Year};

/// The head: title, publisher, date, year, city or nothing. Then, each with document and section
/// at its end: `figure` with kind, hundredths or minutes, day, which study; `first` of the stamp
/// route; its rows as `stamp` with unit level, `applies`, `holds` or nothing, titles, offices;
/// `telephone` with number and whose.
pub type NoticeRows = Vec<Vec<String>>;

/// The name, then pairs of a field's code and its text.
pub type TemplateRow = Vec<String>;

pub fn notice_rows(notice: &Notice) -> NoticeRows {
    let city = notice.city.map_or("", City::code);
    let published = notice.published.to_string();
    let mut rows =
        vec![row([&notice.title, &notice.publisher, &published, &notice.year.to_string(), city], &[])];
    for figure in &notice.figures {
        let (number, day, extension) = match figure.amount {
            Amount::Hours(hours) => (hours.hundredths().to_string(), String::new(), ""),
            Amount::Minutes(minutes) => (minutes.to_string(), String::new(), ""),
            Amount::Day(day, extension) => (String::new(), day.to_string(), extension.code()),
            Amount::Stated => (String::new(), String::new(), ""),
        };
        rows.push(row(["figure", figure.kind.code(), &number, &day, extension], &[figure.source()]));
    }
    if let Some(stamps) = &notice.stamps {
        rows.push(row(["first"], &stamps.first));
        for stamp in &stamps.rows {
            let (whom, titles) = match &stamp.who {
                Who::Applies(titles) => ("applies", titles.as_slice()),
                Who::Holds(titles) => ("holds", titles.as_slice()),
                Who::Anyone => ("", &[] as &[TitleLevel]),
            };
            let titles = titles.iter().map(|title| title.code()).collect::<Vec<_>>().join(" ");
            let offices = stamp.offices.iter().map(|office| office.code()).collect::<Vec<_>>().join(" ");
            rows.push(row(["stamp", stamp.unit_level.code(), whom, &titles, &offices], &stamp.sources));
        }
    }
    for known in &notice.telephones {
        rows.push(row(["telephone", &known.number, &known.zh], std::slice::from_ref(&known.source)));
    }
    rows
}

fn row<const N: usize>(texts: [&str; N], sources: &[Source]) -> Vec<String> {
    let mut row: Vec<String> = texts.into_iter().map(str::to_owned).collect();
    if let Some(place) = sources.iter().find_map(Source::citation) {
        row.extend([place.document.clone(), place.section.clone()]);
    }
    row
}

pub fn notice(rows: NoticeRows) -> Option<Notice> {
    let (head, rows) = rows.split_first()?;
    let [title, publisher, published, year, city] = head.as_slice() else { return None };
    let mut notice = Notice {
        title: title.clone(),
        publisher: publisher.clone(),
        published: date(published)?,
        year: Year::parse(year)?,
        city: match city.as_str() {
            "" => None,
            code => Some(City::from_code(code)?),
        },
        figures: Vec::new(),
        stamps: None,
        telephones: Vec::new(),
    };
    for row in rows {
        let [texts @ .., document, section] = row.as_slice() else { return None };
        let place = Arc::new(Citation {
            publisher: publisher.clone(),
            published: notice.published,
            document: document.clone(),
            section: section.clone(),
        });
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        match texts.as_slice() {
            ["figure", kind, number, day, extension] => {
                let kind = FigureKind::from_code(kind)?;
                let amount = amount(kind, number, day, extension)?;
                notice.figures.push(NoticeFigure { kind, amount, place });
            }
            ["first"] => {
                notice.stamps = Some(StampTable { first: vec![Source::Notice(place)], rows: Vec::new() });
            }
            ["stamp", level, whom, titles, offices] => {
                let titles: Vec<TitleLevel> =
                    titles.split_whitespace().map(TitleLevel::from_code).collect::<Option<_>>()?;
                let who = match *whom {
                    "applies" => Who::Applies(titles),
                    "holds" => Who::Holds(titles),
                    "" => Who::Anyone,
                    _ => return None,
                };
                let offices: Vec<Office> =
                    offices.split_whitespace().map(Office::from_code).collect::<Option<_>>()?;
                let stamp =
                    StampRow::new(UnitLevel::from_code(level)?, who, &offices, &[Source::Notice(place)]);
                notice.stamps.as_mut()?.rows.push(stamp);
            }
            ["telephone", number, whose] => notice.telephones.push(Telephone {
                number: (*number).to_owned(),
                zh: (*whose).to_owned(),
                en: (*whose).to_owned(),
                source: Source::Notice(place),
            }),
            _ => return None,
        }
    }
    Some(notice)
}

fn amount(kind: FigureKind, number: &str, day: &str, extension: &str) -> Option<Amount> {
    Some(match kind {
        FigureKind::Minutes => Amount::Minutes(number.parse().ok()?),
        FigureKind::PublicDeadline => Amount::Day(date(day)?, Extension::from_code(extension)?),
        FigureKind::Transfer => Amount::Stated,
        FigureKind::StampRoute | FigureKind::Telephones => return None,
        FigureKind::Total | FigureKind::Professional | FigureKind::PublicMinimum | FigureKind::Ceiling => {
            Amount::Hours(Hours::from_hundredths(number.parse().ok()?))
        }
    })
}

pub fn template_row(template: &Template) -> TemplateRow {
    let mut row = vec![template.name.clone()];
    for &field in Field::ALL {
        let text = template.draft.get(field);
        if !text.is_empty() {
            row.extend([field.code().to_owned(), text.to_owned()]);
        }
    }
    row
}

pub fn template(row: TemplateRow) -> Option<Template> {
    let (name, pairs) = row.split_first()?;
    let mut draft = Draft::default();
    for pair in pairs.chunks(2) {
        let [code, text] = pair else { return None };
        text.clone_into(draft.get_mut(Field::from_code(code)?));
    }
    Some(Template { name: name.clone(), draft })
}
