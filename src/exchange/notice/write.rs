//! From a notice to its file.

use super::VERSION;
use crate::exchange::backup::{Json, object};
use crate::rules::TitleLevel;
use crate::rules::notice::{Amount, Notice, NoticeFigure};
use crate::rules::rulebook::Telephone;
use crate::rules::source::Source;
use crate::rules::stamp_route::{StampRow, StampTable, Who};

/// The notice as a file to hand on, with its publisher and date.
pub fn write(notice: &Notice) -> String {
    let mut fields = vec![
        ("app".to_owned(), Json::Text("xueshi".into())),
        ("format".to_owned(), Json::Text("notice".into())),
        ("version".to_owned(), Json::Number(VERSION)),
    ];
    fields.extend(members(notice));
    serde_json::to_string_pretty(&Json::Object(fields)).expect("texts and numbers are always JSON")
}

/// The same within a backup.
pub fn as_json(notice: &Notice) -> Json {
    Json::Object(members(notice))
}

fn members(notice: &Notice) -> Vec<(String, Json)> {
    let mut fields = object([
        ("title", notice.title.clone()),
        ("publisher", notice.publisher.clone()),
        ("date", notice.published.to_string()),
        ("year", notice.year.to_string()),
        ("city", notice.city.map_or("", |city| city.code()).into()),
    ]);
    fields.push(("figures".into(), Json::List(notice.figures.iter().map(figure).collect())));
    if let Some(stamps) = &notice.stamps {
        fields.push(("stamp-route".into(), stamp_route(stamps)));
    }
    if !notice.telephones.is_empty() {
        fields.push(("telephones".into(), Json::List(notice.telephones.iter().map(telephone).collect())));
    }
    fields
}

fn figure(figure: &NoticeFigure) -> Json {
    let mut fields = object([("kind", figure.kind.code().to_owned())]);
    fields.extend(match figure.amount {
        Amount::Hours(hours) => object([("hours", hours.to_string())]),
        Amount::Minutes(minutes) => object([("minutes", minutes.to_string())]),
        Amount::Day(day, extension) => object([("day", day.to_string()), ("for", extension.code().into())]),
        Amount::Stated => vec![],
    });
    fields.extend(object([
        ("document", figure.place.document.clone()),
        ("section", figure.place.section.clone()),
    ]));
    Json::Object(fields)
}

fn place(sources: &[Source]) -> Vec<(String, Json)> {
    let cited = sources.iter().find_map(Source::citation);
    cited.map_or_else(Vec::new, |cited| {
        object([("document", cited.document.clone()), ("section", cited.section.clone())])
    })
}

fn stamp_route(stamps: &StampTable) -> Json {
    let mut fields = place(&stamps.first);
    fields.push(("rows".into(), Json::List(stamps.rows.iter().map(stamp_row).collect())));
    Json::Object(fields)
}

fn stamp_row(row: &StampRow) -> Json {
    let codes =
        |codes: Vec<&str>| Json::List(codes.into_iter().map(|code| Json::Text(code.into())).collect());
    let titles = |titles: &[TitleLevel]| codes(titles.iter().map(|title| title.code()).collect());
    let mut fields = object([("unit-level", row.unit_level.code().to_owned())]);
    match &row.who {
        Who::Applies(sought) => fields.push(("applies-for".into(), titles(sought))),
        Who::Holds(held) => fields.push(("holds".into(), titles(held))),
        Who::Anyone => {}
    }
    fields.push(("offices".into(), codes(row.offices.iter().map(|office| office.code()).collect())));
    fields.extend(place(&row.sources));
    Json::Object(fields)
}

fn telephone(known: &Telephone) -> Json {
    let mut fields = object([("number", known.number.clone()), ("whose", known.zh.clone())]);
    fields.extend(place(std::slice::from_ref(&known.source)));
    Json::Object(fields)
}
