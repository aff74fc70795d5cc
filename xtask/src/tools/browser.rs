//! Chromium with its driver, and Firefox, in which the page is tested.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::place;
use crate::shell::{on_path, prints, runnable, say, succeeds};
use crate::version::Version;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FIREFOX_NAMES: &[&str] = &["firefox-esr", "firefox"];
const ON_A_MAC: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// The user's choice, an installed one, Playwright's own; else Debian's or Playwright's is fetched.
pub fn chromium() -> Result<PathBuf, String> {
    if let Some(chosen) = chosen("CHROMIUM")? {
        return Ok(chosen);
    }
    if let Some(found) = installed().or_else(playwrights) {
        return Ok(found);
    }
    let why = "the page is tested in it; the fonts let it show Chinese";
    let help = match apt::install(&["chromium", "fonts-noto-cjk"], why) {
        Ok(()) => String::from("`sudo apt-get install -y chromium`"),
        Err(help) => help,
    };
    if let Some(found) = installed() {
        return Ok(found);
    }
    if place::journeys().join("node_modules/playwright").is_dir() {
        say("downloading Playwright's Chromium into its own cache (the page is tested in it)");
        succeeds(
            Command::new("npx").args(["playwright", "install", "chromium"]).current_dir(place::journeys()),
        );
    }
    playwrights().ok_or_else(|| {
        format!("Chromium is needed for the tests in the browser and could not be had: on Debian {help}, or name one in CHROMIUM")
    })
}

/// The user's choice or an installed one; else Debian's is fetched.
pub fn firefox() -> Result<PathBuf, String> {
    let installed = || FIREFOX_NAMES.iter().find_map(|name| on_path(name));
    if let Some(found) = chosen("FIREFOX")?.or_else(installed) {
        return Ok(found);
    }
    let why = "the main journeys are taken in it, too";
    let help = match apt::install(&["firefox-esr", "fonts-noto-cjk"], why) {
        Ok(()) => String::from("`sudo apt-get install -y firefox-esr`"),
        Err(help) => help,
    };
    let missing = || {
        format!(
            "Firefox is needed for its journeys and could not be had: on Debian {help}, or name one in FIREFOX"
        )
    };
    installed().ok_or_else(missing)
}

/// The driver of that very Chromium, through which wasm-bindgen's tests speak to it.
pub fn chromedriver(chromium: &Path) -> Result<PathBuf, String> {
    let mut found = chosen("CHROMEDRIVER")?.or_else(|| on_path("chromedriver"));
    let mut help = String::from("see https://googlechromelabs.github.io/chrome-for-testing/");
    if found.is_none() {
        let why = "wasm-bindgen's tests speak to Chromium through it";
        if let Err(apt_help) = apt::install(&["chromium-driver"], why) {
            help = format!("on Debian {apt_help}, elsewhere {help}");
        }
        found = on_path("chromedriver");
    }
    let major = |program: &Path| Some(Version::find(&prints(program, &["--version"])?)?.major);
    match found {
        None => Err(format!("chromedriver is needed for the tests in the browser: {help}")),
        Some(driver) if major(&driver) != major(chromium) => Err(format!(
            "{} is not of the same version as {}: name a matching pair in CHROMIUM and CHROMEDRIVER",
            driver.display(),
            chromium.display()
        )),
        Some(driver) => Ok(driver),
    }
}

fn chosen(variable: &str) -> Result<Option<PathBuf>, String> {
    match env::var_os(variable).map(PathBuf::from) {
        Some(file) if runnable(&file) => Ok(Some(file)),
        Some(file) => Err(format!("{variable} names {}, which is no program", file.display())),
        None => Ok(None),
    }
}

fn installed() -> Option<PathBuf> {
    let named = NAMES.iter().find_map(|name| on_path(name));
    named.or_else(|| ON_A_MAC.iter().map(PathBuf::from).find(|file| runnable(file)))
}

/// The Chromium that the pinned Playwright would download, when it has.
fn playwrights() -> Option<PathBuf> {
    let script = "console.log(require('playwright').chromium.executablePath())";
    let output = Command::new("node").args(["-e", script]).current_dir(place::journeys()).output().ok()?;
    let file = PathBuf::from(String::from_utf8(output.stdout).ok()?.trim());
    runnable(&file).then_some(file)
}
