//! The tools that come from crates.io: trunk, wasm-bindgen, cargo-deny.

use std::fs;
use std::path::{Path, PathBuf};

use super::Toolbox;
use crate::place;
use crate::shell::{cargo, on_path, prints, runnable, say, succeeds};
use crate::version::{Fit, Version, locked};

pub struct CargoTool {
    krate: &'static str,
    /// The programs it must bring; the first one is asked for the version.
    programs: &'static [&'static str],
    version: Version,
    fit: Fit,
    /// What makes the installation short, or possible at all.
    install_args: &'static [&'static str],
    why: &'static str,
}

/// 0.22 wants a newer compiler than the one this project promises to build with.
pub fn trunk() -> CargoTool {
    CargoTool {
        krate: "trunk",
        programs: &["trunk"],
        version: Version::new(0, 21, 14),
        fit: Fit::Series,
        install_args: &["--locked", "--no-default-features", "--features", "rustls"],
        why: "it bundles the page",
    }
}

/// Not `--locked`: its own lock names a release that registries have withdrawn.
pub fn wasm_bindgen() -> Result<CargoTool, String> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock")).unwrap_or_default();
    let version = locked(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    Ok(CargoTool {
        krate: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version,
        fit: Fit::Same,
        install_args: &[],
        why: "it joins the WebAssembly to JavaScript, and must equal the library's version in Cargo.lock",
    })
}

pub fn cargo_deny() -> CargoTool {
    CargoTool {
        krate: "cargo-deny",
        programs: &["cargo-deny"],
        version: Version::new(0, 20, 2),
        fit: Fit::AtLeast,
        install_args: &["--locked"],
        why: "it checks the dependencies' bans, licences and sources",
    }
}

impl CargoTool {
    /// Finds the tool on the PATH or among our own, else installs it.
    pub fn ready(&self, toolbox: &mut Toolbox) -> Result<(), String> {
        if self.programs.iter().all(|program| on_path(program).is_some())
            && self.fits(Path::new(self.programs[0]))
        {
            return Ok(());
        }
        let root = place::tools().join(format!("{}-{}", self.krate, self.version));
        if !self.is_in(&root) {
            self.install(&root)?;
        }
        toolbox.add_dir(root.join("bin"));
        Ok(())
    }

    fn is_in(&self, root: &Path) -> bool {
        let programs: Vec<PathBuf> = self.programs.iter().map(|program| installed(root, program)).collect();
        programs.iter().all(|program| runnable(program)) && self.fits(&programs[0])
    }

    fn fits(&self, program: &Path) -> bool {
        let found = prints(program, &["--version"]).and_then(|text| Version::find(&text));
        found.is_some_and(|found| self.fit.accepts(self.version, found))
    }

    fn install(&self, root: &Path) -> Result<(), String> {
        let CargoTool { krate, version, why, .. } = self;
        say(&format!("installing {krate} {version} into {} ({why}; some minutes, once)", root.display()));
        let helped = "see the messages above; with the network back, run the same command again";
        fs::create_dir_all(root).map_err(|trouble| format!("cannot write {}: {trouble}", root.display()))?;
        let fetched = on_path("cargo-binstall").is_some() && self.binstall(root);
        if !fetched {
            // A tool that runs for a second at a time need not be optimised for minutes.
            // With its own folder on the PATH, cargo does not ask for it to be put there.
            let mut path = Toolbox::default();
            path.add_dir(root.join("bin"));
            let mut command = path.command(cargo().get_program());
            command.args(["install", krate, "--version", &version.to_string(), "--debug"]);
            command.args(self.install_args).arg("--root").arg(root);
            command.env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("RUSTFLAGS").current_dir(root);
            succeeds(&mut command);
        }
        if self.is_in(root) {
            return Ok(());
        }
        let args = self.install_args.join(" ");
        Err(format!(
            "{krate} {version} is needed ({why}) and could not be installed: {helped}, or get it with \
             `cargo install {krate} --version {version} {args}`"
        ))
    }

    /// A ready-made binary in seconds; compiling is left to us, who know how to do it faster.
    fn binstall(&self, root: &Path) -> bool {
        let mut command = cargo();
        command.args(["binstall", self.krate, "--version", &self.version.to_string(), "--no-confirm"]);
        command.args(["--disable-strategies", "compile"]).arg("--root").arg(root).current_dir(root);
        succeeds(&mut command) && self.is_in(root)
    }
}

fn installed(root: &Path, program: &str) -> PathBuf {
    root.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}
