//! A value that is one text under one key: the list of books, the settings.

use super::envelope::{Defect, SCHEMA, seal, unseal};
use super::keys::name_of;
use super::quarantine::Quarantined;
use super::state::SaveError;
use super::{KeyValue, PortError};

/// A document as it was found.
#[derive(Debug, Default)]
pub struct Document {
    pub revision: u64,
    /// JSON; `None` when there was none, or none that could be read.
    pub body: Option<String>,
    /// It could not be read.
    pub damaged: Option<Quarantined>,
    /// A later version of the app wrote it.
    pub newer: bool,
}

impl Document {
    /// Reads it and puts it aside when it is damaged. `fits` tells whether the body can be read.
    pub fn read(
        kv: &impl KeyValue,
        key: &str,
        now: &str,
        fits: impl Fn(&str) -> bool,
    ) -> Result<Document, PortError> {
        let Some(text) = kv.get(key)? else { return Ok(Document::default()) };
        let reason = match unseal(&text, name_of(key), SCHEMA) {
            Ok(found) if fits(found.body) => {
                let (revision, body) = (found.revision, Some(found.body.to_owned()));
                return Ok(Document { revision, body, ..Document::default() });
            }
            Ok(_) => Defect::Inconsistent,
            Err(Defect::Newer) => return Ok(Document { newer: true, ..Document::default() }),
            Err(reason) => reason,
        };
        let mut damaged = Quarantined::found(key.to_owned(), reason, text, now);
        // Without room it stays where it is, and `write` refuses.
        let _ = damaged.put_aside(kv);
        Ok(Document { damaged: Some(damaged), ..Document::default() })
    }

    /// Writes the next revision and reads it back.
    pub fn write(&self, kv: &impl KeyValue, key: &str, count: usize, body: &str) -> Result<(), SaveError> {
        if self.newer {
            return Err(SaveError::NewerSchema);
        }
        if self.damaged.as_ref().is_some_and(|damaged| damaged.key.is_none()) {
            return Err(SaveError::Full);
        }
        let text = seal(name_of(key), SCHEMA, self.revision + 1, count, body).text;
        kv.set(key, &text)?;
        match kv.get(key)? {
            Some(found) if found == text => Ok(()),
            _ => Err(SaveError::Mismatch { key: key.to_owned() }),
        }
    }
}
