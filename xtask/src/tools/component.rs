//! rustfmt and clippy, which a minimal Rust toolchain comes without.

use std::process::Command;

use crate::shell::{cargo, on_path, say, succeeds};

/// `name` as rustup calls it, `subcommand` as cargo does.
pub fn ready(name: &str, subcommand: &str) -> Result<(), String> {
    let there =
        || cargo().args([subcommand, "--version"]).output().is_ok_and(|output| output.status.success());
    if there() {
        return Ok(());
    }
    if on_path("rustup").is_some() {
        say(&format!("adding {name} through rustup (the checks use it)"));
        succeeds(Command::new("rustup").args(["component", "add", name]));
    }
    if there() {
        Ok(())
    } else {
        Err(format!("{name} is needed for the checks: `rustup component add {name}`"))
    }
}
