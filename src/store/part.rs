//! Reading and sealing parts.

use super::envelope::{Defect, Sealed, seal, unseal};
use super::head::{Head, PERSON, PartRef};
use super::keys::{BookId, PartKey, name_of};
use super::quarantine::Quarantined;
use super::{KeyValue, PortError, Store, dto};
use crate::book::Book;
use crate::order::{filled, sort_by_key};
use crate::rules::{Entry, EntryId};
use crate::sorted::SortedMap;

/// What could be read of a head's parts.
#[derive(Debug, Default)]
pub struct Loaded {
    pub person: Option<dto::Person>,
    /// In the order of the head.
    pub entries: Vec<(PartRef, Vec<Entry>)>,
    /// The parts that are whole.
    pub good: Vec<PartRef>,
    pub damaged: Vec<Quarantined>,
    /// How many entries the damaged parts held.
    pub missing: u64,
}

impl Loaded {
    pub fn is_whole(&self) -> bool {
        self.damaged.is_empty()
    }

    /// The book. Where an entry stands in two parts, as can happen only after a head was lost,
    /// the later revision of it is right; the ids are told part by part without the doubles.
    pub fn into_book(self) -> (Book, Vec<(u32, Vec<EntryId>)>, bool) {
        let mut parts = self.entries;
        sort_by_key(&mut parts, |(part, _)| std::cmp::Reverse(part.key.revision));
        // Where each entry belongs: of equal ids the last told stays, that of the latest part.
        let told =
            parts.iter().rev().flat_map(|(part, entries)| entries.iter().map(|it| (it.id, part.key.number)));
        let mut home: SortedMap<EntryId, Option<u32>> = filled(told.map(|(id, part)| (id, Some(part))));
        let doubles = home.len() < parts.iter().map(|(_, entries)| entries.len()).sum();
        let (mut places, mut whole) = (Vec::new(), Vec::new());
        for (part, entries) in parts {
            let mut ids = Vec::new();
            for entry in entries {
                let Some(here) = home.get_mut(&entry.id).filter(|home| **home == Some(part.key.number))
                else {
                    continue;
                };
                // Taken once, should the part hold it twice.
                *here = None;
                ids.push(entry.id);
                whole.push(entry);
            }
            places.push((part.key.number, ids));
        }
        let person = self.person.unwrap_or_default();
        let book = Book::from_parts(person.profile, person.conversions, whole);
        (book.with(person.notices, person.templates), places, doubles)
    }
}

enum Content {
    Person(Box<dto::Person>),
    Entries(Vec<Entry>),
}

impl<K: KeyValue> Store<K> {
    /// Reads every part that a head names. Only the storage's refusal is an error.
    pub(super) fn load(&self, head: &Head, now: &str) -> Result<Loaded, PortError> {
        let mut loaded = Loaded::default();
        self.load_parts(&head.parts, &mut loaded, now)?;
        Ok(loaded)
    }

    /// Reads some more parts.
    pub(super) fn load_parts(
        &self,
        parts: &[PartRef],
        loaded: &mut Loaded,
        now: &str,
    ) -> Result<(), PortError> {
        for &part in parts {
            let key = self.book.part(part.key);
            let text = self.kv.get(&key)?;
            let content = match &text {
                Some(text) => read(text, &key, part, self.schema),
                None => Err(Defect::Missing),
            };
            match content {
                Ok(Content::Person(person)) => loaded.person = Some(*person),
                Ok(Content::Entries(entries)) => loaded.entries.push((part, entries)),
                Err(reason) => {
                    loaded.missing += if part.key.number == PERSON { 0 } else { part.count };
                    loaded.damaged.push(Quarantined::found(key, reason, text.unwrap_or_default(), now));
                    continue;
                }
            }
            loaded.good.push(part);
        }
        Ok(())
    }
}

fn read(text: &str, key: &str, part: PartRef, schema: u32) -> Result<Content, Defect> {
    let envelope = unseal(text, name_of(key), schema)?;
    let told = (envelope.sum, envelope.revision, envelope.count);
    if told != (part.key.sum, part.key.revision, part.count) {
        return Err(Defect::Inconsistent);
    }
    if part.key.number == PERSON {
        return dto::read_person(envelope.schema, envelope.body)
            .map(|person| Content::Person(Box::new(person)))
            .ok_or(Defect::Inconsistent);
    }
    dto::read_entries(envelope.schema, envelope.body)
        .filter(|entries| entries.len() as u64 == part.count)
        .map(Content::Entries)
        .ok_or(Defect::Inconsistent)
}

/// The number of entries that a part's text tells, if the part is whole.
pub fn count(text: &str, key: &str, part: PartKey, schema: u32) -> Result<u64, Defect> {
    let count = unseal(text, name_of(key), schema)?.count;
    read(text, key, PartRef { key: part, count }, schema).map(|_| count)
}

/// The profile and what else is the person's, or some of the entries, ready to be stored.
pub fn write(
    book_id: &BookId,
    number: u32,
    revision: u64,
    schema: u32,
    book: &Book,
    ids: &[EntryId],
) -> (PartRef, String) {
    let (body, count) = if number == PERSON {
        (dto::write_person(book), 1)
    } else {
        let entries = ids.iter().filter_map(|&id| book.entry(id)).map(|entry| &**entry);
        (dto::write_entries(entries), ids.len())
    };
    // The name is the key without the checksum that is yet to be computed.
    let key = PartKey { number, revision, sum: 0 };
    let Sealed { text, sum } = seal(name_of(&book_id.part(key)), schema, revision, count, &body);
    (PartRef { key: PartKey { sum, ..key }, count: count as u64 }, text)
}
