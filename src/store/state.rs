//! What the app says about its records' safety.

use super::port::PortError;
use crate::rules::entry::coded;

coded! {
    /// The state of the storage, as every screen shows it.
    State {
        /// Everything in memory was written, read back and found equal.
        Saved = "saved",
        /// Something is only in memory.
        Unsaved = "unsaved",
        /// The browser grants no storage: nothing will be kept.
        Blocked = "blocked",
        /// The last save found no space.
        Full = "full",
        /// Something could not be read and was put aside; the rest is there.
        Quarantined = "quarantined",
        /// A later version of the app wrote this book; this one leaves it alone.
        NewerSchema = "newer-schema",
    }
}

/// Why a save did not happen. The change stays pending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// Another tab has saved since: reload, carry the pending changes over, save again.
    Stale {
        ours: u64,
        stored: u64,
    },
    Full,
    Blocked,
    NewerSchema,
    /// Written, and read back as something else.
    Mismatch {
        key: String,
    },
    /// What was stored is gone, as when someone clears the browser's data while the page is open:
    /// the book in memory is the only one.
    Vanished,
    /// A recovery point cannot be restored over changes that are only in memory: save first.
    Unsaved,
    /// The recovery point is not there, or not all of its parts can be read.
    NotWhole,
    Other(String),
}

impl From<PortError> for SaveError {
    fn from(error: PortError) -> SaveError {
        match error {
            PortError::Full => SaveError::Full,
            PortError::Blocked => SaveError::Blocked,
            PortError::Other(name) => SaveError::Other(name),
        }
    }
}
