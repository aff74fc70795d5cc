//! All the tests, of three kinds, and their count.

pub mod browser;
mod journeys;
mod native;

use std::fs;
use std::path::PathBuf;

use crate::ask::{Kind, TestWish};
use crate::count::{Tally, declared};
use crate::shell::{in_ci, say};

/// Runs the tests that are wished for; the count is the last line printed.
pub fn run(wish: &TestWish) -> Result<(), String> {
    let filter = wish.filter.as_deref();
    let mut tally = Tally::default();
    for kind in [Kind::Native, Kind::Wasm, Kind::Journeys] {
        if wish.only.is_none_or(|only| only == kind) {
            tally += match kind {
                Kind::Native => native::run(filter),
                Kind::Wasm => browser::run(filter),
                Kind::Journeys => journeys::run(filter),
            };
        }
    }
    println!("{tally}");
    // The count has said it; nothing may follow it.
    if tally.failed == 0 { Ok(()) } else { Err(String::new()) }
}

/// What becomes of tests whose tool is missing: they are never passed.
fn without_tool(kind: &str, tests: u64, trouble: &str) -> Tally {
    say(trouble);
    if in_ci() {
        say(&format!("{kind} that fail for want of it (CI=true): {tests}"));
        Tally::failed(tests.max(1))
    } else {
        say(&format!("{kind} skipped for want of it: {tests}"));
        Tally::skipped(tests)
    }
}

/// The files directly in a folder whose names a test kind goes by, in order.
fn sources(folder: PathBuf, ours: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .filter(|entry| ours(&entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

fn declared_in(files: &[PathBuf], mark: &str) -> u64 {
    files.iter().map(|file| declared(&fs::read_to_string(file).unwrap_or_default(), mark)).sum()
}
