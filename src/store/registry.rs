//! Which books there are. The list is a convenience: a book whose head is found belongs to it,
//! so that a damaged list hides no book.

use super::document::Document;
use super::json::Json;
use super::keys::{BookId, INDEX};
use super::quarantine::Quarantined;
use super::state::SaveError;
use super::{KeyValue, PortError};
use crate::order::sort_by;

/// A listed book. The demo never is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: BookId,
    /// Empty when only the book itself was found: then its profile's name serves.
    pub name: String,
}

/// The list of books.
#[derive(Debug)]
pub struct Registry {
    pub books: Vec<Listed>,
    /// The list itself, when it could not be read.
    pub quarantine: Option<Quarantined>,
}

impl Registry {
    pub fn open(kv: &impl KeyValue, now: &str) -> Result<Registry, PortError> {
        let (document, books) = read(kv, now)?;
        Ok(Registry { books, quarantine: document.damaged })
    }

    /// Adds a book, or renames it. Reads the list afresh: another tab may have added one.
    pub fn put(&mut self, kv: &impl KeyValue, id: &BookId, name: &str, now: &str) -> Result<(), SaveError> {
        if id.is_demo() {
            return Ok(());
        }
        let (document, mut books) = read(kv, now)?;
        match books.iter_mut().find(|book| book.id == *id) {
            Some(book) => book.name = name.to_owned(),
            None => books.push(Listed { id: id.clone(), name: name.to_owned() }),
        }
        let rows: Vec<_> = books.iter().map(|book| (book.id.as_str(), book.name.as_str())).collect();
        let body = serde_json::to_string(&rows).expect("texts are always JSON");
        document.write(kv, INDEX, books.len(), &body)?;
        self.books = books;
        Ok(())
    }
}

fn rows(body: &str) -> Option<Vec<Listed>> {
    let rows = Json::read(body, |json| json.list(Json::pair))?;
    rows.into_iter().map(|(id, name)| Some(Listed { id: BookId::new(&id)?, name })).collect()
}

fn read(kv: &impl KeyValue, now: &str) -> Result<(Document, Vec<Listed>), PortError> {
    let document = Document::read(kv, INDEX, now, |body| rows(body).is_some())?;
    let mut books = document.body.as_deref().and_then(rows).unwrap_or_default();
    let mut found: Vec<_> = kv.keys()?.iter().filter_map(|key| BookId::of_key(key)).collect();
    sort_by(&mut found, Ord::cmp);
    for id in found {
        if !books.iter().any(|book| book.id == id) {
            books.push(Listed { id, name: String::new() });
        }
    }
    Ok((document, books))
}

/// Removes the demo book, which holds nothing of anyone's.
pub fn erase_demo(kv: &impl KeyValue) -> Result<(), PortError> {
    let prefix = BookId::demo().prefix();
    for key in kv.keys()?.iter().filter(|key| key.starts_with(&prefix)) {
        kv.remove(key)?;
    }
    Ok(())
}
