//! Where things are: the repository, the tools that xtask installed, the build outputs.

use std::env;
use std::path::{Path, PathBuf};

/// The page's program, as cargo and trunk name its files.
pub const PROGRAM: &str = "xueshi";

/// The repository's root: xtask is always compiled inside the tree that it serves.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the repository")
}

/// The release build, as it is uploaded.
pub fn dist() -> PathBuf {
    root().join("dist")
}

pub fn journeys() -> PathBuf {
    root().join("tests/e2e")
}

/// What `cargo xtask bench` measures with.
pub fn benches() -> PathBuf {
    root().join("tests/bench")
}

/// Files that xtask writes for one run.
pub fn scratch() -> PathBuf {
    target().join("xtask")
}

pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// Cargo tools of our own, beside the user's and never over them: a second clone finds them too.
pub fn tools() -> PathBuf {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    home.unwrap_or_else(|| root().join("target")).join("xueshi-tools")
}
