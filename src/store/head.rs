//! The head of a book: which version of which part belongs to it. A recovery point is an old
//! head that was kept.

use serde::Serialize;

use super::envelope::{Defect, Sealed, seal, unseal};
use super::json::Json;
use super::keys::{PartKey, REVISIONS};

/// Entries never share a part with the profile and the conversion rules, which are this one.
pub const PERSON: u32 = 0;

/// How many predecessors a head tells: more than tabs save before they learn of each other.
pub const TRAIL_MAX: usize = 24;

/// One revision of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub schema: u32,
    pub revision: u64,
    /// When it was written, by the caller's clock.
    pub saved: String,
    /// In ascending order of their numbers.
    pub parts: Vec<PartRef>,
    /// Entries were lost to the quarantine and have not been restored or given up since.
    pub incomplete: bool,
    /// How many, as far as is known.
    pub missing: u64,
    /// The checksums of the heads before this one, newest first: whether a save of this tab is
    /// among them tells whether what another tab wrote was built on it.
    pub trail: Vec<u64>,
    /// Its own checksum, once it is stored.
    pub sum: u64,
    /// For a recovery point: why it was kept, and when.
    pub kept: Option<(String, String)>,
}

/// A part, by its key and the number of entries in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartRef {
    pub key: PartKey,
    pub count: u64,
}

#[derive(Serialize)]
struct HeadRow {
    saved: String,
    incomplete: bool,
    missing: u64,
    kept: Option<(String, String)>,
    trail: Vec<String>,
    /// Number, revision, count, checksum.
    parts: Vec<(u32, u64, u64, String)>,
}

impl HeadRow {
    fn read(json: &mut Json) -> Option<HeadRow> {
        json.enter(b'{')?;
        let row = HeadRow {
            saved: json.field("saved")?.text()?,
            incomplete: json.field("incomplete")?.flag()?,
            missing: json.field("missing")?.number()?,
            kept: json.field("kept")?.maybe(Json::pair)?,
            trail: json.field("trail")?.texts()?,
            parts: json.field("parts")?.list(|json| {
                json.enter(b'[')?;
                let number = json.member()?.number()?.try_into().ok()?;
                let (revision, count) = (json.member()?.number()?, json.member()?.number()?);
                let part = (number, revision, count, json.member()?.text()?);
                json.leave()?;
                Some(part)
            })?,
        };
        (!json.more(b'}')?).then_some(row)
    }
}

impl Head {
    /// The number of entries in all parts.
    pub fn count(&self) -> u64 {
        self.parts.iter().filter(|part| part.key.number != PERSON).map(|part| part.count).sum()
    }

    pub fn refers_to(&self, key: PartKey) -> bool {
        self.parts.binary_search_by(|part| part.key.cmp(&key)).is_ok()
    }

    /// The trail of the head that follows this one.
    pub fn trail_on(&self) -> Vec<u64> {
        let known = (self.sum != 0).then_some(self.sum);
        known.into_iter().chain(self.trail.iter().copied()).take(TRAIL_MAX).collect()
    }

    /// Whether this head is that one, or was built on it.
    pub fn descends_from(&self, sum: u64) -> bool {
        self.sum == sum || self.trail.contains(&sum)
    }

    pub fn seal(&self, name: &str) -> Sealed {
        let row = HeadRow {
            saved: self.saved.clone(),
            incomplete: self.incomplete,
            missing: self.missing,
            kept: self.kept.clone(),
            trail: self.trail.iter().map(|sum| format!("{sum:x}")).collect(),
            parts: self
                .parts
                .iter()
                .map(|part| (part.key.number, part.key.revision, part.count, format!("{:x}", part.key.sum)))
                .collect(),
        };
        let body = serde_json::to_string(&row).expect("texts and numbers are always JSON");
        seal(name, self.schema, self.revision, self.count() as usize, &body)
    }

    pub fn read(text: &str, name: &str, current: u32) -> Result<Head, Defect> {
        let envelope = unseal(text, name, current)?;
        let row = Json::read(envelope.body, HeadRow::read).ok_or(Defect::Inconsistent)?;
        let mut parts = Vec::with_capacity(row.parts.len());
        let mut total = 0u64;
        for (number, revision, count, sum) in row.parts {
            let sum = hex(&sum)?;
            let ascending = parts.last().is_none_or(|last: &PartRef| last.key.number < number);
            total = total.saturating_add(if number == PERSON { 0 } else { count });
            if !ascending || revision > envelope.revision {
                return Err(Defect::Inconsistent);
            }
            parts.push(PartRef { key: PartKey { number, revision, sum }, count });
        }
        if total != envelope.count || envelope.revision >= REVISIONS {
            return Err(Defect::Inconsistent);
        }
        Ok(Head {
            schema: envelope.schema,
            revision: envelope.revision,
            saved: row.saved,
            parts,
            incomplete: row.incomplete,
            missing: row.missing,
            kept: row.kept,
            trail: row.trail.iter().map(|sum| hex(sum)).collect::<Result<_, _>>()?,
            sum: envelope.sum,
        })
    }
}

fn hex(digits: &str) -> Result<u64, Defect> {
    u64::from_str_radix(digits, 16).map_err(|_| Defect::Inconsistent)
}
