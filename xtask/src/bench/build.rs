//! Builds everything that is measured: nothing is measured that a fresh clone would not build.

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist::brotli;
use crate::shell::{cargo, prints, say, succeeds};
use crate::tools::{Toolbox, wasm_target};
use crate::{page, place};

pub struct Built {
    pub native: PathBuf,
    pub modules: [Module; 2],
    pub empty_page: PathBuf,
    pub books: PathBuf,
    pub rustc: String,
}

/// The engine in WebAssembly.
pub struct Module {
    pub name: &'static str,
    pub title: &'static str,
    pub file: PathBuf,
    pub bytes: u64,
    pub brotli: u64,
}

/// What wasm-opt must know of the compiler's output; the page's own list.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

pub fn all(folder: &Path) -> Result<Built, String> {
    let toolbox = page::release_tools()?;
    say("building the page");
    page::build(&toolbox)?;
    say("building the empty page");
    let empty_page = folder.join("empty-page");
    let mut trunk = page::trunk(&toolbox);
    trunk.args(["build", "--release", "--dist"]).arg(&empty_page);
    done(succeeds(trunk.current_dir(place::benches().join("empty-page"))), "the empty page")?;
    say("building the engine as it ships and for speed, and the books");
    let modules = [
        module(&toolbox, folder, ("ships", "as it ships"), "release", "-Oz")?,
        module(&toolbox, folder, ("speed", "for speed"), "speed", "-O3")?,
    ];
    let mut native = cargo();
    native.args(["build", "--quiet", "--package", "bench-engine", "--bin", "bench-engine"]);
    done(succeeds(native.args(["--profile", "speed"]).current_dir(place::root())), "the engine")?;
    let books = folder.join("books");
    fs::create_dir_all(&books).map_err(|trouble| format!("cannot write under target/: {trouble}"))?;
    let mut write = cargo();
    write.args(["run", "--quiet", "--package", "bench-books", "--"]).arg(&books);
    write.args(super::BOOKS.map(|count| count.to_string()));
    done(succeeds(write.current_dir(place::root())), "the books")?;
    let native = place::target().join("speed").join(format!("bench-engine{}", std::env::consts::EXE_SUFFIX));
    let rustc = prints("rustc", &["--version"]).unwrap_or_default().trim().to_owned();
    Ok(Built { native, modules, empty_page, books, rustc })
}

fn module(
    toolbox: &Toolbox,
    folder: &Path,
    (name, title): (&'static str, &'static str),
    profile: &str,
    level: &str,
) -> Result<Module, String> {
    let mut compile = toolbox.wasm_cargo();
    compile.args(["build", "--quiet", "--package", "bench-engine", "--lib", "--profile", profile]);
    let compiled = succeeds(compile.args(["--target", wasm_target::TARGET]).current_dir(place::root()));
    done(compiled, "the engine for wasm32")?;
    let raw = place::target().join(wasm_target::TARGET).join(profile).join("bench_engine.wasm");
    let file = folder.join(format!("{name}.wasm"));
    let mut optimise = toolbox.command("wasm-opt");
    optimise.arg(raw).arg(level).args(FEATURES).arg("--strip-debug").arg("-o").arg(&file);
    done(succeeds(&mut optimise), "the engine's WebAssembly")?;
    let bytes = fs::read(&file).map_err(|trouble| format!("cannot read {}: {trouble}", file.display()))?;
    Ok(Module { name, title, bytes: bytes.len() as u64, brotli: brotli(&bytes)?.len() as u64, file })
}

fn done(went_well: bool, what: &str) -> Result<(), String> {
    if went_well { Ok(()) } else { Err(format!("{what} could not be built; see above")) }
}
