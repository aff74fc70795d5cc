//! Finding the tools, and installing those that are missing.
//!
//! Each finder says what it installs and why, and answers a tool that cannot be had with one
//! sentence that holds the command which would help.

pub mod apt;
pub mod browser;
pub mod cargo_tool;
pub mod component;
pub mod node;
pub mod poppler;
pub mod readers;
pub mod wasm_target;

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// Where the found tools are: what the programs started from here see besides the user's PATH.
#[derive(Default)]
pub struct Toolbox {
    dirs: Vec<PathBuf>,
    /// Set when the wasm32 target comes from a second toolchain; see [`wasm_target`].
    pub wasm_toolchain: Option<wasm_target::DebianToolchain>,
}

impl Toolbox {
    pub fn add_dir(&mut self, dir: PathBuf) {
        if !self.dirs.contains(&dir) {
            self.dirs.push(dir);
        }
    }

    /// A program that finds the tools, and builds for wasm32 when it calls cargo.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", self.path());
        if let Some(toolchain) = &self.wasm_toolchain {
            toolchain.equip(&mut command);
        }
        command
    }

    /// The cargo that builds for wasm32.
    pub fn wasm_cargo(&self) -> Command {
        match &self.wasm_toolchain {
            Some(toolchain) => self.command(toolchain.cargo()),
            None => self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())),
        }
    }

    /// The user's PATH with the tools' folders before it.
    pub fn path(&self) -> OsString {
        let toolchain = self.wasm_toolchain.as_ref().map(|toolchain| toolchain.dir());
        let user = env::var_os("PATH").unwrap_or_default();
        let dirs = self.dirs.iter().cloned().chain(toolchain).chain(env::split_paths(&user));
        env::join_paths(dirs).unwrap_or(user)
    }
}
