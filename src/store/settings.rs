//! The app's settings: names and values that the user interface gives meaning to. Names that
//! this version does not know are kept.

use super::document::Document;
use super::json::Json;
use super::keys::SETTINGS;
use super::quarantine::Quarantined;
use super::state::SaveError;
use super::{KeyValue, PortError};
use crate::sorted::SortedMap;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    values: SortedMap<String, String>,
}

impl Settings {
    pub const LANGUAGE: &str = "language";
    pub const THEME: &str = "theme";
    /// `on` or `off`: keys without a modifier are in the way of some who dictate or use switches.
    pub const SHORTCUTS: &str = "shortcuts";
    /// `standard` or `large` (长辈版).
    pub const TEXT_SIZE: &str = "text-size";
    pub const ACTIVE_BOOK: &str = "active-book";
    /// The book to go back to from the demo.
    pub const BOOK_BEFORE_DEMO: &str = "book-before-demo";

    /// Reads them; damaged ones are put aside and told, and none are set.
    pub fn open(kv: &impl KeyValue, now: &str) -> Result<(Settings, Option<Quarantined>), PortError> {
        let (document, settings) = read(kv, now)?;
        Ok((settings, document.damaged))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// Sets one and stores it. The others are read afresh: another tab may have changed them.
    /// Without storage the setting holds while the page is open.
    pub fn set(&mut self, kv: &impl KeyValue, name: &str, value: &str, now: &str) -> Result<(), SaveError> {
        let put = |values: &mut SortedMap<String, String>| values.insert(name.to_owned(), value.to_owned());
        put(&mut self.values);
        let (document, mut stored) = read(kv, now)?;
        put(&mut stored.values);
        let body = serde_json::to_string(&stored.values).expect("texts are always JSON");
        document.write(kv, SETTINGS, stored.values.len(), &body)?;
        *self = stored;
        Ok(())
    }
}

fn values(body: &str) -> Option<SortedMap<String, String>> {
    Json::read(body, |json| {
        let mut values = SortedMap::new();
        json.enter(b'{')?;
        while json.more(b'}')? {
            let name = json.name()?.into_owned();
            values.insert(name, json.text()?);
        }
        Some(values)
    })
}

fn read(kv: &impl KeyValue, now: &str) -> Result<(Document, Settings), PortError> {
    let document = Document::read(kv, SETTINGS, now, |body| values(body).is_some())?;
    let values = document.body.as_deref().and_then(values).unwrap_or_default();
    Ok((document, Settings { values }))
}
