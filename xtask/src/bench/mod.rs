//! How quick and how heavy it is: measures the engine and the page, and writes docs/benchmarks.md.

mod arithmetic;
mod build;
mod document;
mod engine;
mod goals;
mod page;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::host;
use crate::place;
use crate::shell::{overheard_quietly, prints, say};
use crate::tools::{browser, node};

/// So many rounds of the engine, and of the page's starts.
const ENGINE_ROUNDS: u32 = 15;
const PAGE_ROUNDS: u32 = 7;
const COUNTS: [u32; 4] = [100, 1_000, 10_000, 100_000];
const BOOKS: [u32; 3] = [100, 1_000, 10_000];

pub fn run() -> Result<(), String> {
    node::packages_ready("the page is measured through them")?;
    let chromium = browser::chromium()?;
    let built = build::all(&folder()?)?;
    let before = machine()?;

    say("the engine, natively and in WebAssembly");
    let counts = COUNTS.map(|count| count.to_string());
    let rounds = ENGINE_ROUNDS.to_string();
    let native = heard(Command::new(&built.native).arg(&rounds).args(&counts))?;
    let mut node = Command::new("node");
    node.arg(place::benches().join("engine.mjs")).arg(&rounds).args(&counts).arg("--");
    for module in &built.modules {
        node.arg(format!("{}={}", module.name, module.file.display()));
    }
    let wasm = heard(&mut node)?;

    say("the page");
    let serve = |folder: PathBuf| {
        host::start(folder, "/some/where/").map_err(|trouble| format!("cannot serve the page: {trouble}"))
    };
    let mut node = Command::new("node");
    node.arg(place::benches().join("page.mjs")).arg(PAGE_ROUNDS.to_string());
    node.env("APP", serve(place::dist())?).env("EMPTY", serve(built.empty_page.clone())?);
    node.env("BOOKS", &built.books).env("CHROMIUM", chromium);
    let page = heard(&mut node)?;

    let measured = document::Measured { before, after: machine()?, native, wasm, page, commit: commit() };
    let file = place::root().join("docs/benchmarks.md");
    fs::write(&file, document::filled(&measured, &built)?)
        .map_err(|trouble| format!("cannot write docs/benchmarks.md: {trouble}"))?;
    say("docs/benchmarks.md is written");
    Ok(())
}

/// Where everything lies that is only made to be measured.
fn folder() -> Result<PathBuf, String> {
    let folder = place::scratch().join("bench");
    fs::create_dir_all(&folder).map_err(|trouble| format!("cannot write under target/: {trouble}"))?;
    Ok(folder)
}

/// The JSON that a program prints last.
fn heard(command: &mut Command) -> Result<Value, String> {
    let named = command.get_program().to_string_lossy().into_owned();
    let (went_well, output) = overheard_quietly(command.current_dir(place::root()));
    let last = output.lines().last().unwrap_or_default();
    let value = serde_json::from_str(last).ok().filter(|_| went_well);
    value.ok_or_else(|| format!("{named} did not finish its measurement; see above"))
}

/// What Node knows of the machine, right now.
fn machine() -> Result<Value, String> {
    let script = "const os = require('os'); console.log(JSON.stringify({ cpu: os.cpus()[0].model.trim(), \
         cores: os.cpus().length, gigabytes: os.totalmem() / 1e9, load: os.loadavg()[0], \
         node: process.version, date: new Date().toISOString().slice(0, 10) }))";
    heard(Command::new("node").args(["-e", script]))
}

/// The commit that is measured, and whether something is changed beside it.
fn commit() -> String {
    let git = |args: &[&str]| prints("git", &[&["-C", env!("CARGO_MANIFEST_DIR")], args].concat());
    let Some(commit) = git(&["rev-parse", "--short", "HEAD"]) else { return "not known".into() };
    let clean = git(&["status", "--porcelain", "--untracked-files=no"]).is_some_and(|text| text.is_empty());
    format!("{}{}", commit.trim(), if clean { "" } else { ", with changes" })
}
