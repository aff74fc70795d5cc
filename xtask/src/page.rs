//! Building the page with trunk.

use std::fs;
use std::process::Command;

use crate::shell::{say, succeeds};
use crate::tools::{Toolbox, cargo_tool, node, wasm_target};
use crate::{apart, dist, place, size};

/// What every build of the page needs.
pub fn tools() -> Result<Toolbox, String> {
    let mut toolbox = Toolbox::default();
    wasm_target::ready(&mut toolbox)?;
    cargo_tool::trunk().ready(&mut toolbox)?;
    cargo_tool::wasm_bindgen()?.ready(&mut toolbox)?;
    Ok(toolbox)
}

/// What the release build needs: wasm-opt, besides.
pub fn release_tools() -> Result<Toolbox, String> {
    let mut toolbox = tools()?;
    node::wasm_opt_ready(&mut toolbox)?;
    Ok(toolbox)
}

/// The release build into dist/.
pub fn release() -> Result<(), String> {
    build(&release_tools()?)?;
    let bytes: u64 = wasm_sizes().iter().sum();
    say(&format!("dist/ is ready: {} KB of WebAssembly before compression (docs/deploy.md)", bytes / 1000));
    size::check()
}

pub fn build(toolbox: &Toolbox) -> Result<(), String> {
    let mut trunk = trunk(toolbox);
    trunk.args(["build", "--release"]);
    apart::equip(&mut trunk, toolbox)?;
    if !succeeds(&mut trunk) {
        return Err("the page does not build; see above".into());
    }
    dist::complete(&place::dist())
}

pub fn trunk(toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("trunk");
    // trunk takes NO_COLOR for one of its switches and stops at the usual value 1.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    command.current_dir(place::root());
    command
}

fn wasm_sizes() -> Vec<u64> {
    let files = fs::read_dir(place::dist()).into_iter().flatten().flatten();
    let wasm = files.filter(|file| file.path().extension().is_some_and(|end| end == "wasm"));
    wasm.filter_map(|file| Some(file.metadata().ok()?.len())).collect()
}
