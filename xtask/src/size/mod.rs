//! How many bytes the page costs whoever opens it, against what it may cost.

mod budget;
mod wasm;

use std::fs;
use std::path::Path;

use crate::dist::{brotli, gzip};
use crate::place;
use crate::shell::say;
use crate::tools::wasm_target;
use budget::{Budget, Group};

/// How many crates and functions the table names.
const CRATES: usize = 12;
const FUNCTIONS: usize = 25;

struct Asset {
    name: String,
    group: Group,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The table of what is in dist/, the largest parts of the program, and the verdict.
pub fn run() -> Result<(), String> {
    let assets = assets(&place::dist())?;
    println!("{:>9} {:>9} {:>9}  asset", "raw", "gzip", "brotli");
    for asset in &assets {
        let Asset { raw, gzip, brotli, name, group } = asset;
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {name} ({})", group.name());
    }
    let program = place::target().join(wasm_target::TARGET).join("release/xueshi.wasm");
    match fs::read(&program) {
        Ok(bytes) => print_parts(&wasm::functions(&bytes)?),
        Err(_) => say("the program before optimisation is not there: `cargo xtask build` makes it"),
    }
    verdict(&assets)
}

/// Whether dist/ keeps to the budget: one line for each group.
pub fn check() -> Result<(), String> {
    verdict(&assets(&place::dist())?)
}

fn verdict(assets: &[Asset]) -> Result<(), String> {
    let budget = Budget::parse(include_str!("../../size.budget"))?;
    let mut over = Vec::new();
    for group in [Group::FirstLoad, Group::Rest, Group::Worker] {
        let bytes: usize = assets.iter().filter(|asset| asset.group == group).map(|asset| asset.brotli).sum();
        match budget.judge(group, bytes) {
            Ok(words) => say(&words),
            Err(words) => over.push(words),
        }
    }
    if over.is_empty() { Ok(()) } else { Err(over.join("; ")) }
}

fn print_parts(functions: &[wasm::Function]) {
    println!("\nbefore optimisation, bytes of code by crate:");
    for (name, bytes) in wasm::by_crate(functions).into_iter().take(CRATES) {
        println!("{bytes:>9}  {name}");
    }
    println!("\nthe largest functions:");
    for function in functions.iter().take(FUNCTIONS) {
        println!("{:>9}  {}", function.bytes, function.name);
    }
}

/// The files of a build, each compressed as a host would.
fn assets(dist: &Path) -> Result<Vec<Asset>, String> {
    let nothing = || format!("{} is not there: `cargo xtask build` makes it", dist.display());
    let mut assets = Vec::new();
    for file in fs::read_dir(dist).map_err(|_| nothing())?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let Ok(bytes) = fs::read(file.path()) else { continue };
        let Some(group) = Group::of(&name) else { continue };
        let (gzip, brotli) = (gzip(&bytes)?.len(), brotli(&bytes)?.len());
        assets.push(Asset { group, raw: bytes.len(), gzip, brotli, name });
    }
    if assets.is_empty() {
        return Err(nothing());
    }
    assets.sort_by_key(|asset| std::cmp::Reverse(asset.brotli));
    Ok(assets)
}
