//! The journeys of tests/e2e/: a person's way through the release build, served under a sub-path;
//! all of them in Chromium, the main ones in Firefox.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{declared_in, sources, without_tool};
use crate::count::Tally;
use crate::shell::{overheard, say, succeeds};
use crate::tools::{Toolbox, browser, node, poppler, readers};
use crate::{host, page, place};

/// Any host may put the page anywhere; whatever asks for `/` finds nothing here.
const SUB_PATH: &str = "/some/where/";

pub fn run(filter: Option<&str>) -> Tally {
    let files = sources(place::journeys(), |name| name.ends_with(".spec.ts") || name.ends_with(".spec.mjs"));
    if files.is_empty() {
        return Tally::default();
    }
    say("journeys through the release build");
    let firefox_files = sources(firefox_journeys(), |name| name.ends_with(".test.mjs"));
    let (declared, declared_in_firefox) =
        (declared_in(&files, "test("), declared_in(&firefox_files, "test("));
    let begun = tools().map_err(|trouble| without_tool("journeys", declared + declared_in_firefox, &trouble));
    let (toolbox, chromium) = match begun {
        Ok(tools) => tools,
        Err(tally) => return tally,
    };
    let address = match served(&toolbox) {
        Ok(address) => address,
        Err(trouble) => {
            say(&trouble);
            return Tally::failed((declared + declared_in_firefox).max(1));
        }
    };
    let mut tally = in_chromium(filter, &chromium, &address).unwrap_or_else(|trouble| {
        say(&trouble);
        Tally::failed(declared.max(1))
    });
    tally += match browser::firefox() {
        Ok(firefox) => in_firefox(filter, &firefox, &address, &firefox_files),
        Err(trouble) => without_tool("journeys in Firefox", declared_in_firefox, &trouble),
    };
    tally
}

fn firefox_journeys() -> PathBuf {
    place::journeys().join("firefox")
}

fn tools() -> Result<(Toolbox, PathBuf), String> {
    node::packages_ready("the journeys are driven by them")?;
    let chromium = browser::chromium()?;
    poppler::wished();
    readers::wished();
    Ok((page::release_tools()?, chromium))
}

/// The release build, built and served.
fn served(toolbox: &Toolbox) -> Result<String, String> {
    page::build(toolbox)?;
    host::start(place::dist(), SUB_PATH).map_err(|trouble| format!("cannot serve dist/: {trouble}"))
}

/// What is measured against the clock, or kills processes, is tagged so and runs when nothing else does.
const ALONE: &str = "@alone";

/// An error is what kept the journeys from being begun.
fn in_chromium(filter: Option<&str>, chromium: &Path, address: &str) -> Result<Tally, String> {
    if let Some(name) = filter {
        return selected(&["--grep", name, "--pass-with-no-tests"], chromium, address);
    }
    let mut tally = selected(&["--grep-invert", ALONE], chromium, address)?;
    tally += selected(&["--grep", ALONE, "--workers=1"], chromium, address)?;
    Ok(tally)
}

fn selected(selection: &[&str], chromium: &Path, address: &str) -> Result<Tally, String> {
    let report = place::journeys().join("results/report.json");
    let _ = fs::remove_file(&report);
    let mut command = Command::new("node");
    command.arg("node_modules/@playwright/test/cli.js").arg("test").args(selection);
    command.current_dir(place::journeys());
    command.env("XUESHI_URL", address).env("CHROMIUM", chromium).env("XUESHI_READERS", readers::home());
    let went_well = succeeds(&mut command);
    let tally = fs::read_to_string(&report).ok().and_then(|report| Tally::of_playwright(&report));
    Ok(tally.ok_or("Playwright left no report; see above")?.or_failed(went_well))
}

/// One after the other: each has a browser of its own.
fn in_firefox(filter: Option<&str>, firefox: &Path, address: &str, files: &[PathBuf]) -> Tally {
    say("the main journeys in Firefox");
    let mut command = Command::new("node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=tap"]);
    command.args(filter.map(|name| format!("--test-name-pattern={name}"))).args(files);
    command.env("XUESHI_URL", address).env("FIREFOX", firefox).current_dir(place::journeys());
    let (went_well, output) = overheard(&mut command);
    Tally::of_node(&output).unwrap_or_default().or_failed(went_well)
}
