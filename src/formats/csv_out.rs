//! All entries as CSV, in the columns and words that an import reads.

use crate::book::{Book, Draft};
use crate::exchange::Column;
use crate::exchange::cells::guard;
use crate::i18n::Lang;
use crate::order::sort_by_key;
use crate::rules::Entry;

/// Before a title of the invented person's: nobody should take it for a record.
pub const DEMO_MARK: &str = "【示例】";

/// The file's bytes: UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 has them.
pub fn csv(book: &Book, demo: bool) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let mut entries: Vec<&Entry> = book.entries().map(|entry| entry.as_ref()).collect();
    sort_by_key(&mut entries, |entry| (entry.year, entry.end, entry.id));
    let heading = Column::ALL.iter().map(|column| column.name().to_owned());
    let rows = entries.iter().map(|entry| {
        let texts = texts(entry, demo);
        texts.iter().map(|text| guard(text)).collect::<Vec<_>>()
    });
    for row in [heading.collect()].into_iter().chain(rows) {
        writer.write_record(&row).expect("a vector takes every byte");
    }
    writer.into_inner().expect("a vector takes every byte")
}

/// An entry's fields in the words of the files, in the order of the columns.
pub fn texts(entry: &Entry, demo: bool) -> Vec<String> {
    let draft = Draft::from_entry(entry);
    let zh = Lang::Zh;
    let text = |&column: &Column| match column {
        Column::Title if demo => format!("{DEMO_MARK}{}", entry.title),
        Column::Subject => zh.subject(entry.subject).into(),
        Column::Form => format!("{}.{}", entry.form.code(), zh.form(entry.form)),
        Column::Route => zh.route(entry.route).into(),
        Column::Assessment => zh.outcome(entry.outcome).into(),
        Column::Status => zh.status(entry.status).into(),
        Column::Filing => zh.filing(entry.filing).into(),
        column => draft.get(column).to_owned(),
    };
    Column::ALL.iter().map(text).collect()
}

#[cfg(test)]
mod tests;
