//! Where texts go that cannot be read: copied word for word, compared, and only then removed
//! from where they were found. No save ever touches them again.

use serde::Serialize;

use super::envelope::{Defect, checksum};
use super::json::Json;
use super::keys::QUARANTINE;
use super::port::{KeyValue, PortError};
use crate::order::sort_by;

/// A text that could not be used, or, for [`Defect::Missing`], its absence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key that it was found under.
    pub origin: String,
    pub reason: Defect,
    /// When it was found, by the caller's clock.
    pub when: String,
    /// Empty when the key itself was missing.
    pub text: String,
    /// The key that it lies under now; `None` while it is still at its origin, for want of space.
    pub key: Option<String>,
}

/// The first line under a quarantine key; the damaged text follows, exactly as it was.
#[derive(Serialize)]
struct About {
    origin: String,
    reason: String,
    when: String,
}

impl Quarantined {
    pub fn found(origin: String, reason: Defect, text: String, now: &str) -> Quarantined {
        Quarantined { origin, reason, when: now.to_owned(), text, key: None }
    }

    /// Moves the text. Its new key depends on nothing but origin and text, so that two tabs
    /// which find the same damage, or one that is stopped and starts again, make one copy.
    pub fn put_aside(&mut self, kv: &impl KeyValue) -> Result<(), PortError> {
        if self.reason == Defect::Missing || self.key.is_some() {
            return Ok(());
        }
        let key = format!("{QUARANTINE}{:016x}", checksum(&format!("{}\n{}", self.origin, self.text)));
        let about = About {
            origin: self.origin.clone(),
            reason: self.reason.code().to_owned(),
            when: self.when.clone(),
        };
        let about = serde_json::to_string(&about).expect("texts are always JSON");
        let kept = format!("{about}\n{}", self.text);
        kv.set(&key, &kept)?;
        if kv.get(&key)?.as_deref() != Some(kept.as_str()) {
            return Err(PortError::Other("read back as something else".to_owned()));
        }
        kv.remove(&self.origin)?;
        self.key = Some(key);
        Ok(())
    }
}

/// Everything in the quarantine, oldest first: to be shown and downloaded.
pub fn quarantined(kv: &impl KeyValue) -> Result<Vec<Quarantined>, PortError> {
    let mut all = Vec::new();
    for key in kv.keys()?.into_iter().filter(|key| key.starts_with(QUARANTINE)) {
        let kept = kv.get(&key)?.unwrap_or_default();
        let read = || {
            let (about, text) = kept.split_once('\n')?;
            let about = Json::read(about, |json| {
                json.enter(b'{')?;
                let origin = json.field("origin")?.text()?;
                let about = About {
                    origin,
                    reason: json.field("reason")?.text()?,
                    when: json.field("when")?.text()?,
                };
                (!json.more(b'}')?).then_some(about)
            })?;
            let reason = Defect::from_code(&about.reason)?;
            Some(Quarantined {
                origin: about.origin,
                reason,
                when: about.when,
                text: text.to_owned(),
                key: Some(key.clone()),
            })
        };
        // Even the quarantine can be damaged: then all of it is the text.
        let whole = || Quarantined {
            key: Some(key.clone()),
            ..Quarantined::found(key.clone(), Defect::Damaged, kept.clone(), "")
        };
        all.push(read().unwrap_or_else(whole));
    }
    sort_by(&mut all, |a, b| (&a.when, &a.origin).cmp(&(&b.when, &b.origin)));
    Ok(all)
}
