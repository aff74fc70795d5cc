//! Node, the packages of tests/e2e/, and wasm-opt, which is one of them.

use std::fs;
use std::process::Command;

use super::Toolbox;
use crate::place;
use crate::shell::{on_path, prints, say, succeeds};
use crate::version::Version;

/// What the packages of tests/e2e/package.json ask for.
const OLDEST_NODE: Version = Version::new(20, 0, 0);
/// Older ones do not know what today's compiler puts into the WebAssembly.
const OLDEST_WASM_OPT: Version = Version::new(120, 0, 0);

/// wasm-opt, which takes a quarter off the download.
pub fn wasm_opt_ready(toolbox: &mut Toolbox) -> Result<(), String> {
    let found = prints("wasm-opt", &["--version"]).and_then(|text| Version::find(&text));
    if found.is_some_and(|found| found >= OLDEST_WASM_OPT) {
        return Ok(());
    }
    packages_ready("wasm-opt makes the release build small")?;
    toolbox.add_dir(place::journeys().join("node_modules/.bin"));
    Ok(())
}

/// The Node packages exactly as their lock has them.
pub fn packages_ready(why: &str) -> Result<(), String> {
    let dir = place::journeys();
    let lock = fs::read_to_string(dir.join("package-lock.json")).unwrap_or_default();
    // npm says nothing about which lock it installed: we keep a copy beside the packages.
    let stamp = dir.join("node_modules/.xueshi-lock");
    node_ready(why)?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = on_path("npm").ok_or_else(|| format!("npm is needed ({why}): it comes with Node"))?;
    say(&format!("installing the packages of tests/e2e/package.json with npm ({why})"));
    let mut command = Command::new(npm);
    command.arg("ci").current_dir(&dir).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    if !succeeds(&mut command) {
        return Err(format!("the Node packages are needed ({why}): `npm ci` in tests/e2e would help"));
    }
    fs::write(&stamp, lock).map_err(|trouble| format!("cannot write {}: {trouble}", stamp.display()))
}

fn node_ready(why: &str) -> Result<(), String> {
    let found = prints("node", &["--version"]).and_then(|text| Version::find(&text));
    match found {
        Some(version) if version >= OLDEST_NODE => Ok(()),
        _ => Err(format!(
            "Node {} or newer with npm is needed ({why}): https://nodejs.org/ has it, or \
             `sudo apt-get install -y nodejs npm` where Debian's is new enough",
            OLDEST_NODE.major
        )),
    }
}
