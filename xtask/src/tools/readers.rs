//! Programs that know nothing of ours and read what the page hands out: openpyxl and icalendar in a
//! Python of their own under target/, LibreOffice, and zbar for square codes.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::apt;
use crate::place;
use crate::shell::{in_ci, on_path, say, succeeds};

/// Installs what can be installed. Journeys whose reader cannot be had skip themselves, and on a
/// build server fail; either way it is said.
pub fn wished() {
    program("soffice", "libreoffice-calc-nogui", "opens the workbooks that the page makes");
    program("zbarimg", "zbar-tools", "reads the square code on the pack's cover");
    if let Err(trouble) = python() {
        missing("the Python readers", &trouble);
    }
}

/// The Python that has the readers; the journeys look for it there, too.
pub fn home() -> PathBuf {
    place::scratch().join("readers")
}

fn program(name: &str, package: &str, why: &str) {
    if on_path(name).is_some() {
        return;
    }
    let help = match apt::install(&[package], why) {
        Ok(()) => format!("`sudo apt-get install -y {package}`"),
        Err(help) => help,
    };
    if on_path(name).is_none() {
        missing(name, &format!("on Debian {help} would help"));
    }
}

fn missing(what: &str, help: &str) {
    let then = if in_ci() { "fail (CI=true)" } else { "are skipped" };
    say(&format!("without {what} the journeys that check files with it {then}: {help}"));
}

/// The packages exactly as their list has them.
fn python() -> Result<(), String> {
    let list = place::journeys().join("requirements.txt");
    let wanted = fs::read_to_string(&list).unwrap_or_default();
    let stamp = home().join("requirements.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let python = on_path("python3").ok_or("Python 3 is needed: https://www.python.org/ has it")?;
    say(
        "installing the packages of tests/e2e/requirements.txt into target/ (they check the files handed out)",
    );
    let create = || succeeds(Command::new(&python).args(["-m", "venv", "--clear"]).arg(home()));
    if !create() {
        // Debian splits it off.
        let help = apt::install(&["python3-venv"], "the readers get a Python of their own").err();
        if !create() {
            return Err(
                help.map_or("`python3 -m venv` does not work".into(), |help| format!("{help} would help"))
            );
        }
    }
    let mut command = Command::new(home().join("bin/python"));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(&list);
    if !succeeds(&mut command) {
        return Err("`pip install -r tests/e2e/requirements.txt` would help".into());
    }
    fs::write(&stamp, wanted).map_err(|trouble| format!("cannot write {}: {trouble}", stamp.display()))
}
