//! A pack's entries as lines of fields, and back.

use super::super::csv_out::DEMO_MARK;
use crate::book::{Book, Draft, Field};
use crate::exchange::backup::Backup;
use crate::report::pack::Pack;
use crate::rules::{Date, Entry, EntryId, Year};

/// What an entry's line holds, in this order. Remarks and notes on evidence stay at home.
const FIELDS: [Field; 14] = [
    Field::Year,
    Field::Subject,
    Field::Form,
    Field::Route,
    Field::Assessment,
    Field::Status,
    Field::Filing,
    Field::Start,
    Field::End,
    Field::Hours,
    Field::Title,
    Field::Organiser,
    Field::Certificate,
    Field::ConversionRule,
];

const FIELD: char = '\t';
const LINE: char = '\n';

/// Choices go by their place, so that an entry costs few bytes.
fn codes(field: Field) -> Vec<&'static str> {
    use crate::rules::{Filing, Form, Outcome, Route, Status, Subject};
    match field {
        Field::Subject => Subject::ALL.iter().map(|choice| choice.code()).collect(),
        Field::Form => Form::ALL.iter().map(|choice| choice.code()).collect(),
        Field::Route => Route::ALL.iter().map(|choice| choice.code()).collect(),
        Field::Assessment => Outcome::ALL.iter().map(|choice| choice.code()).collect(),
        Field::Status => Status::ALL.iter().map(|choice| choice.code()).collect(),
        Field::Filing => Filing::ALL.iter().map(|choice| choice.code()).collect(),
        _ => vec![],
    }
}

pub fn write(pack: &Pack) -> String {
    let demo = if pack.demo { "1" } else { "0" };
    let mut text = format!("{}{FIELD}{demo}", pack.made);
    for year in &pack.years {
        let uncounted = year.uncounted.iter().filter(|rest| rest.evidence_number.is_none());
        let entries = year.rows.iter().map(|row| &row.entry).chain(uncounted.map(|rest| &rest.entry));
        for entry in entries {
            text.push(LINE);
            text.push_str(&line(entry, pack.demo));
        }
    }
    text
}

fn line(entry: &Entry, demo: bool) -> String {
    let draft = Draft::from_entry(entry);
    let fields = FIELDS.iter().map(|&field| {
        let text = &plain(draft.get(field));
        if let Some(place) = codes(field).iter().position(|code| code == text) {
            return place.to_string();
        }
        match field {
            // A day takes eight digits.
            Field::Start | Field::End => text.replace('-', ""),
            Field::Title if demo => format!("{DEMO_MARK}{text}"),
            Field::ConversionRule => match draft.get(Field::ConversionQuantity) {
                "" => text.clone(),
                quantity => format!("{text}{FIELD}{quantity}"),
            },
            _ => text.clone(),
        }
    });
    fields.collect::<Vec<_>>().join(&FIELD.to_string()).trim_end_matches(FIELD).to_owned()
}

/// Without what separates fields and lines.
fn plain(text: &str) -> String {
    text.replace([FIELD, LINE], " ")
}

pub fn read(text: &str) -> Option<Backup> {
    let mut lines = text.split(LINE);
    let (made, demo) = lines.next()?.split_once(FIELD)?;
    let made: Date = made.parse().ok()?;
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines {
        let draft = draft(line)?;
        // Nothing that was counted lies in the future of the day on which the pack was made.
        let checked = draft.check(made.max(Year::FIRST.first_day())).ok()?;
        let mut id = id_of(line);
        while entries.iter().any(|entry| entry.id == id) {
            id = EntryId((id.0 + 1) % (1 << 53));
        }
        entries.push(checked.with_id(id));
    }
    let book = Book::from_parts(Default::default(), vec![], entries);
    Some(Backup { book, made: format!("{made}T00:00"), demo: demo == "1" })
}

fn draft(line: &str) -> Option<Draft> {
    let mut draft = Draft::default();
    let mut texts = line.split(FIELD);
    for field in FIELDS {
        let text = texts.next().unwrap_or_default();
        let codes = codes(field);
        *draft.get_mut(field) = match field {
            _ if !codes.is_empty() => (*codes.get(text.parse::<usize>().ok()?)?).to_owned(),
            Field::Start | Field::End if text.len() == 8 && text.is_ascii() => {
                format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])
            }
            _ => text.to_owned(),
        };
    }
    draft.conversion_quantity = texts.next().unwrap_or_default().to_owned();
    Some(draft)
}

/// The same line has the same id, so that a code restored twice adds nothing twice.
fn id_of(line: &str) -> EntryId {
    let mixed = line
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    EntryId(mixed >> 11)
}
