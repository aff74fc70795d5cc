//! The journeys of tests/e2e/: a person's way through the release build, served under a sub-path.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{declared_in, sources, without_tool};
use crate::count::Tally;
use crate::shell::{say, succeeds};
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
    let declared = declared_in(&files, "test(");
    match tools() {
        Err(trouble) => without_tool("journeys", declared, &trouble),
        Ok((toolbox, chromium)) => journeys(filter, &toolbox, &chromium).unwrap_or_else(|trouble| {
            say(&trouble);
            Tally::failed(declared.max(1))
        }),
    }
}

fn tools() -> Result<(Toolbox, PathBuf), String> {
    node::packages_ready("the journeys are driven by them")?;
    let chromium = browser::chromium()?;
    poppler::wished();
    readers::wished();
    Ok((page::release_tools()?, chromium))
}

/// An error is what kept the journeys from being begun.
fn journeys(filter: Option<&str>, toolbox: &Toolbox, chromium: &Path) -> Result<Tally, String> {
    page::build(toolbox)?;
    let address =
        host::start(place::dist(), SUB_PATH).map_err(|trouble| format!("cannot serve dist/: {trouble}"))?;
    let report = place::journeys().join("results/report.json");
    let _ = fs::remove_file(&report);
    let mut command = Command::new("node");
    command.arg("node_modules/@playwright/test/cli.js").arg("test").current_dir(place::journeys());
    if let Some(name) = filter {
        command.args(["--grep", name, "--pass-with-no-tests"]);
    }
    command.env("XUESHI_URL", address).env("CHROMIUM", chromium).env("XUESHI_READERS", readers::home());
    let went_well = succeeds(&mut command);
    let tally = fs::read_to_string(&report).ok().and_then(|report| Tally::of_playwright(&report));
    Ok(tally.ok_or("Playwright left no report; see above")?.or_failed(went_well))
}
