//! How many bytes the page costs whoever opens it, against what it may cost.

mod budget;
mod wasm;

use std::fs;
use std::io::Write;
use std::path::Path;

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
        println!("{:>9} {:>9} {:>9}  {}", asset.raw, asset.gzip, asset.brotli, asset.name);
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
    for group in [Group::FirstLoad, Group::Worker] {
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
        let (gzip, brotli) = (gzip(&bytes), brotli(&bytes));
        assets.push(Asset { group: Group::of(&name), raw: bytes.len(), gzip, brotli, name });
    }
    if assets.is_empty() {
        return Err(nothing());
    }
    assets.sort_by_key(|asset| std::cmp::Reverse(asset.brotli));
    Ok(assets)
}

fn gzip(bytes: &[u8]) -> usize {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(bytes).expect("memory takes all");
    out.finish().expect("memory takes all").len()
}

fn brotli(bytes: &[u8]) -> usize {
    let mut out = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 24);
    out.write_all(bytes).expect("memory takes all");
    out.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_compresses() {
        let text = "学时簿 keeps hours. ".repeat(500);
        // Two hundred bytes hold the sentence once and the news that it repeats.
        assert!(brotli(text.as_bytes()) < 200);
        assert!(gzip(text.as_bytes()) < 300);
    }
}
