//! The tests that need no browser: rules, book, report, exchange, store, and xtask's own.

use crate::count::Tally;
use crate::place;
use crate::shell::{cargo, overheard, say};

/// Always `cargo test`, even beside other runners: its count tells ignored from left out, and it
/// runs the documentation's examples too.
pub fn run(filter: Option<&str>) -> Tally {
    say("native tests");
    let mut command = cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]).args(filter);
    let (went_well, output) = overheard(command.current_dir(place::root()));
    Tally::of_libtest(&output).or_failed(went_well)
}
