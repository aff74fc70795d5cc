//! The tests of tests/browser_*.rs, compiled to WebAssembly and run in headless Chromium.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{declared_in, sources, without_tool};
use crate::count::Tally;
use crate::place;
use crate::shell::{overheard, say};
use crate::tools::{Toolbox, browser, cargo_tool, wasm_target};

pub fn run(filter: Option<&str>) -> Tally {
    let files =
        sources(place::root().join("tests"), |name| name.starts_with("browser_") && name.ends_with(".rs"));
    if files.is_empty() {
        return Tally::default();
    }
    say("tests in the browser");
    match tools() {
        Ok((toolbox, chromium, driver)) => tests(filter, &toolbox, &chromium, &driver),
        Err(trouble) => {
            without_tool("tests in the browser", declared_in(&files, "#[wasm_bindgen_test"), &trouble)
        }
    }
}

fn files() -> Vec<PathBuf> {
    sources(place::root().join("tests"), |name| name.starts_with("browser_") && name.ends_with(".rs"))
}

/// The switches that make cargo compile these tests and no native ones.
pub fn selection() -> Vec<String> {
    let name = |file: PathBuf| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files().into_iter().flat_map(|file| ["--test".into(), name(file)]).collect()
}

fn tools() -> Result<(Toolbox, PathBuf, PathBuf), String> {
    let mut toolbox = Toolbox::default();
    wasm_target::ready(&mut toolbox)?;
    cargo_tool::wasm_bindgen()?.ready(&mut toolbox)?;
    let chromium = browser::chromium()?;
    let driver = browser::chromedriver(&chromium)?;
    Ok((toolbox, chromium, driver))
}

fn tests(filter: Option<&str>, toolbox: &Toolbox, chromium: &Path, driver: &Path) -> Tally {
    let Ok(wishes) = driver_wishes(chromium) else {
        say("cannot write the driver's configuration under target/");
        return Tally::failed(1);
    };
    let mut command = toolbox.wasm_cargo();
    command.args(["test", "--target", wasm_target::TARGET, "--no-fail-fast"]);
    command.args(selection()).args(filter);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    command.env("CHROMEDRIVER", driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", wishes);
    command.env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
    // Its own patience is twenty seconds, too short for a busy machine.
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    let (went_well, output) = overheard(command.current_dir(place::root()));
    Tally::of_libtest(&output).or_failed(went_well)
}

/// Which Chromium to start, and how; the runner reads it from a file.
fn driver_wishes(chromium: &Path) -> std::io::Result<PathBuf> {
    let args =
        ["headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "disable-background-networking"];
    let wishes = json!({ "goog:chromeOptions": { "args": args, "binary": chromium } });
    fs::create_dir_all(place::scratch())?;
    let file = place::scratch().join("webdriver.json");
    fs::write(&file, wishes.to_string())?;
    Ok(file)
}
