//! Keeps books in a key-value storage, and never loses a record. `docs/storage.md` tells how.
//!
//! A book lies in parts, each an immutable text under a key of its own, and in a head that
//! names the parts. A save writes the changed parts under new keys and then one head: whatever
//! stops it, the old book or the new one is there, whole. Nothing that cannot be read is ever
//! overwritten or dropped: it moves to the quarantine.

mod beside;
mod document;
mod dto;
mod envelope;
mod head;
mod json;
pub mod keys;
mod layout;
pub mod memory;
mod migrate;
mod open;
mod part;
pub mod port;
mod quarantine;
mod recovery;
mod registry;
mod save;
mod settings;
mod sight;
mod state;
#[cfg(target_arch = "wasm32")]
pub mod web;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::sorted::SortedMap;
use head::Head;
use layout::Layout;
use open::Slots;

use crate::rules::{Entry, EntryId};

pub use beside::{TabClash, TakenOver};
pub use envelope::{Defect, SCHEMA};
pub use keys::BookId;
pub use layout::Pending;
pub use open::Opened;
pub use port::{KeyValue, PortError};
pub use quarantine::{Quarantined, quarantined};
pub use recovery::{Reason, Recovery};
pub use registry::{Listed, Registry, erase_demo};
pub use save::Saved;
pub use settings::Settings;
pub use sight::Sight;
pub use state::{SaveError, State};

/// What every browser grants an origin, roughly: five million UTF-16 units.
pub const UNITS_MAX: usize = 5_000_000;

/// The number of entries that this app promises to keep. Measured (docs/storage.md): they take
/// less than half of [`UNITS_MAX`], so that even a save that rewrites every part, as a migration
/// does, fits beside the old book. More are not refused; the storage's own limit decides.
pub const ENTRIES_MAX: usize = 10_000;

/// One open book in its storage.
#[derive(Debug)]
pub struct Store<K> {
    kv: K,
    book: BookId,
    /// The newest schema that is understood, and the one written.
    schema: u32,
    /// Why nothing may be written, if so: storage is blocked, or a later version was here.
    closed: Option<SaveError>,
    /// How often a reading is repeated that found something amiss, before it is left in doubt.
    readings_max: usize,
    /// The heads beside which something was amiss, as long as that may be another tab's save seen
    /// by half.
    doubt: Option<Slots>,
    /// Both head slots as last seen: a difference means that another tab has saved.
    slots: Slots,
    current: Head,
    /// The head in the other slot; its parts are kept until it is overwritten.
    previous: Head,
    layout: Layout,
    /// Between the first sight and [`Store::complete`]: what the layout will be.
    unsettled: Option<Vec<(u32, Vec<EntryId>)>>,
    pending: Pending,
    /// What the last saves wrote, each with its head's checksum, oldest first: pending again,
    /// should another tab have overwritten their heads.
    recent: VecDeque<(u64, Pending)>,
    /// Versions of entries that this tab's last saves replaced or wrote: met again, they are its own
    /// past and no other tab's change.
    own: VecDeque<(EntryId, Arc<Entry>)>,
    recoveries: SortedMap<u32, Head>,
    /// A head about to be restored: its parts must stay.
    held: Option<Head>,
    /// A damaged head that could not be moved away for lack of space: its slot must not be used.
    unmoved: Vec<Quarantined>,
    /// Something was found damaged at this opening.
    wounded: bool,
    /// Why the last save failed.
    trouble: Option<SaveError>,
    units_written: usize,
}

impl<K: KeyValue> Store<K> {
    pub fn book_id(&self) -> &BookId {
        &self.book
    }

    /// The revision that is stored.
    pub fn revision(&self) -> u64 {
        self.current.revision
    }

    /// When the stored revision was written, by the caller's clock; empty before the first save.
    pub fn saved_at(&self) -> &str {
        &self.current.saved
    }

    /// What is not known to be stored: the next save writes it too.
    pub fn pending(&self) -> &Pending {
        &self.pending
    }

    /// How many entries are in the quarantine and neither restored nor given up, as far as known.
    pub fn missing(&self) -> u64 {
        self.current.missing
    }

    pub fn state(&self) -> State {
        match (&self.closed, &self.trouble) {
            (Some(SaveError::NewerSchema), _) => State::NewerSchema,
            (Some(_), _) | (_, Some(SaveError::Blocked)) => State::Blocked,
            _ if self.is_in_doubt() => State::Unsaved,
            (_, Some(SaveError::Full)) => State::Full,
            (_, Some(SaveError::NewerSchema)) => State::NewerSchema,
            (_, Some(_)) => State::Unsaved,
            _ if self.pending.holds_work() => State::Unsaved,
            _ if self.wounded || self.current.incomplete => State::Quarantined,
            _ => State::Saved,
        }
    }
}

/// How much of the storage this app's keys and texts take, in UTF-16 units.
pub fn units_used(kv: &impl KeyValue) -> Result<usize, PortError> {
    let mut used = 0;
    for key in kv.keys()?.iter().filter(|key| key.starts_with(keys::PREFIX)) {
        used += port::units(key) + kv.length(key)?;
    }
    Ok(used)
}
