//! Small pieces that several screens share.

mod choice;
mod clause_chip;
mod dialog;
mod hand_out;
mod icon;
mod rich;

pub use choice::{Options, choices, options};
pub use clause_chip::{ClauseCard, clause_chips, imported_chips};
pub use dialog::Dialog;
pub use hand_out::{export_button, export_status};
pub use icon::{Icon, icon};
pub use rich::rich;
