//! The standard library for wasm32, without which nothing compiles for the browser.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{Toolbox, apt};
use crate::shell::{on_path, prints, runnable, say, succeeds_within};
use crate::version::Version;

pub const TARGET: &str = "wasm32-unknown-unknown";
/// The `rust-version` of Cargo.toml.
const OLDEST: Version = Version::new(1, 88, 0);
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-19"];

/// In the order of cost: what is there, rustup, then Debian's compiler with its own sources.
pub fn ready(toolbox: &mut Toolbox) -> Result<(), String> {
    if toolbox.wasm_toolchain.is_some() || has_target() {
        return Ok(());
    }
    // Whoever has this one whole most likely has it from here, after rustup had failed.
    let mut debian = DebianToolchain::find();
    if debian.is_none() && rustup_adds_it() {
        return Ok(());
    }
    if debian.is_none() {
        let why = "rustup cannot add the wasm32 target; this compiler builds the library from source";
        if let Err(apt_help) = apt::install(DEBIAN_PACKAGES, why) {
            return Err(format!(
                "the target {TARGET} is missing and could not be added: `rustup target add {TARGET}` \
                 with a network, or on Debian {apt_help}"
            ));
        }
        debian = DebianToolchain::find();
    }
    let missing = || format!("the target {TARGET} is missing: `rustup target add {TARGET}` would help");
    toolbox.wasm_toolchain = Some(debian.ok_or_else(missing)?);
    say("compiling for wasm32 with Debian's rustc, which builds the standard library first");
    Ok(())
}

fn rustup_adds_it() -> bool {
    if on_path("rustup").is_none() {
        return false;
    }
    say(&format!("adding the target {TARGET} through rustup (the page is compiled for it)"));
    succeeds_within(Command::new("rustup").args(["target", "add", TARGET]), RUSTUP_LIMIT) && has_target()
}

fn has_target() -> bool {
    let printed = prints("rustc", &["--print", "target-libdir", "--target", TARGET]);
    let Some(dir) = printed.map(|text| PathBuf::from(text.trim())) else { return false };
    dir.read_dir().is_ok_and(|mut files| {
        files.any(|file| file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
    })
}

/// Debian's own compiler, sources and linker, which make up the target where rustup cannot
/// download it.
pub struct DebianToolchain {
    dir: PathBuf,
    linker: PathBuf,
}

impl DebianToolchain {
    fn find() -> Option<DebianToolchain> {
        let dir = PathBuf::from("/usr/bin");
        let rustc = dir.join("rustc");
        let version = Version::find(&prints(&rustc, &["--version"])?)?;
        let sysroot = prints(&rustc, &["--print", "sysroot"])?;
        let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml");
        let linkers = ["wasm-ld-19", "wasm-ld-20", "wasm-ld-21", "wasm-ld"];
        let linker = linkers.iter().map(|name| dir.join(name)).find(|file| runnable(file))?;
        let whole = version >= OLDEST && source.is_file() && runnable(&dir.join("cargo"));
        whole.then_some(DebianToolchain { dir, linker })
    }

    pub fn dir(&self) -> PathBuf {
        self.dir.clone()
    }

    pub fn cargo(&self) -> PathBuf {
        self.dir.join("cargo")
    }

    /// Whether it can lint, too.
    pub fn has_clippy(&self) -> bool {
        runnable(&self.dir.join("cargo-clippy"))
    }

    /// Makes a program's cargo this one, freed from what rustup's cargo told us about itself.
    pub fn equip(&self, command: &mut Command) {
        for name in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"] {
            command.env_remove(name);
        }
        command.env("RUSTC_BOOTSTRAP", "1");
        command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", &self.linker);
    }
}
