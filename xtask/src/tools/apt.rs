//! Debian's packages, which only root may install.

use std::process::Command;
use std::sync::Once;

use crate::shell::{on_path, prints, say, succeeds};

/// Installs the packages where that is possible without asking for a password.
/// The error is the command that would help.
pub fn install(packages: &[&str], why: &str) -> Result<(), String> {
    let names = packages.join(" ");
    let helpful = format!("`sudo apt-get install -y {names}`");
    if on_path("apt-get").is_none() || !is_root() {
        return Err(helpful);
    }
    say(&format!("installing with apt-get: {names} ({why})"));
    // A fresh machine's package lists are empty; where they cannot be had, those there may do.
    static LISTS: Once = Once::new();
    LISTS.call_once(|| {
        succeeds(apt_get().args(["update", "-qq"]));
    });
    // Never at the price of a package that is already there.
    let mut command = apt_get();
    command.args(["install", "-y", "-qq", "--no-install-recommends", "--no-remove"]).args(packages);
    if succeeds(&mut command) { Ok(()) } else { Err(helpful) }
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

pub fn is_root() -> bool {
    prints("id", &["-u"]).is_some_and(|id| id.trim() == "0")
}
