//! poppler's pdftotext, with which the journeys read what was printed.

use super::apt;
use crate::shell::{in_ci, on_path, say};

/// Installs it where that is possible. Where it cannot be had the journeys about the printed
/// papers skip themselves, and on a build server fail; either way it is said.
pub fn wished() {
    if on_path("pdftotext").is_some() {
        return;
    }
    let help = match apt::install(&["poppler-utils"], "the journeys read printed papers back with pdftotext")
    {
        Ok(()) => String::from("`sudo apt-get install -y poppler-utils`"),
        Err(help) => help,
    };
    if on_path("pdftotext").is_none() {
        let then = if in_ci() { "fail (CI=true)" } else { "are skipped" };
        say(&format!(
            "without pdftotext the journeys about printed papers {then}: on Debian {help} would help"
        ));
    }
}
