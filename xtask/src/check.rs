//! What holds without running the app: form, lints, the tidy rules, the dependencies' terms.

use std::process::Command;
use std::time::Duration;

use crate::place;
use crate::shell::{cargo, in_ci, say, succeeds, succeeds_within};
use crate::suite::browser;
use crate::tools::{Toolbox, cargo_tool, component, wasm_target};

const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";
const PROBE_LIMIT: Duration = Duration::from_secs(20);

/// The error says what does not hold.
type Check = fn() -> Result<(), String>;

/// Runs every check, so that one run shows all that is wrong.
pub fn run() -> Result<(), String> {
    let checks: [(&str, Check); 5] = [
        ("formatting", formatting),
        ("clippy", native_lints),
        ("clippy for wasm32", wasm_lints),
        ("tidy rules", tidy),
        ("dependencies", dependencies),
    ];
    let mut wrong = Vec::new();
    for (name, check) in checks {
        say(name);
        if let Err(trouble) = check() {
            say(&trouble);
            wrong.push(name);
        }
    }
    if wrong.is_empty() {
        say("all checks hold");
        return Ok(());
    }
    Err(format!("these do not hold: {}", wrong.join(", ")))
}

fn formatting() -> Result<(), String> {
    if let Err(trouble) = component::ready("rustfmt", "fmt") {
        return lacking(trouble);
    }
    held(cargo().args(["fmt", "--all", "--check"]), "`cargo fmt --all` mends the formatting")
}

fn native_lints() -> Result<(), String> {
    if let Err(trouble) = component::ready("clippy", "clippy") {
        return lacking(trouble);
    }
    let args = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    held(cargo().args(args), "clippy has something to say")
}

/// The browser's half of the program, which a native clippy never sees.
fn wasm_lints() -> Result<(), String> {
    let mut toolbox = Toolbox::default();
    if let Err(trouble) = wasm_target::ready(&mut toolbox) {
        return lacking(trouble);
    }
    let mut command = toolbox.wasm_cargo();
    let target = ["--target", wasm_target::TARGET, "--lib", "--bins", "--quiet"];
    let tests = browser::selection();
    if toolbox.wasm_toolchain.as_ref().is_some_and(|toolchain| !toolchain.has_clippy()) {
        say("this toolchain has no clippy: only the compiler's own warnings are looked at");
        command.arg("check").args(target).args(tests).env("RUSTFLAGS", "-D warnings");
    } else {
        command.arg("clippy").args(target).args(tests).args(["--", "-D", "warnings"]);
    }
    held(&mut command, "clippy for wasm32 has something to say")
}

fn tidy() -> Result<(), String> {
    if !place::root().join("tests/tidy.rs").is_file() {
        return Ok(());
    }
    held(cargo().args(["test", "--quiet", "--test", "tidy"]), "a tidy rule is broken")
}

fn dependencies() -> Result<(), String> {
    let mut toolbox = Toolbox::default();
    if let Err(trouble) = cargo_tool::cargo_deny().ready(&mut toolbox) {
        return lacking(trouble);
    }
    let deny = || {
        let mut command = toolbox.command("cargo-deny");
        command.args(["--all-features", "check", "--hide-inclusion-graph"]);
        command
    };
    held(deny().args(["bans", "licenses", "sources"]), "a dependency breaks a rule of deny.toml")?;
    let mut probe = Command::new("git");
    probe.args(["ls-remote", "--quiet", "--exit-code", ADVISORIES, "HEAD"]);
    probe
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null());
    if !succeeds_within(&mut probe, PROBE_LIMIT) {
        say("advisories: their database cannot be reached from here, so they were not looked at");
        return Ok(());
    }
    held(deny().arg("advisories"), "an advisory concerns a dependency")
}

/// A check whose tool is missing has not been done, which a build server may not overlook.
fn lacking(trouble: String) -> Result<(), String> {
    if in_ci() {
        return Err(trouble);
    }
    say(&trouble);
    say("not checked");
    Ok(())
}

fn held(command: &mut Command, otherwise: &str) -> Result<(), String> {
    if succeeds(command.current_dir(place::root())) { Ok(()) } else { Err(otherwise.into()) }
}

/// Writes docs/rules.md anew: the conformance suite prints what the rulebook computes.
pub fn docs() -> Result<(), String> {
    let mut command = cargo();
    command.args(["test", "--quiet", "--test", "rules", "conformance"]).env("UPDATE_EXPECT", "1");
    held(&mut command, "the conformance suite does not pass; see above")
}
