//! Versions as tools print them, and which of them will do.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
    pub patch: u32,
}

impl Version {
    pub const fn new(major: u32, minor: u32, patch: u32) -> Version {
        Version { major, minor, patch }
    }

    /// The first version number in what a `--version` prints: `trunk 0.21.14`, `v20.20.2`,
    /// `wasm-opt version 132 (version_132)`.
    pub fn find(text: &str) -> Option<Version> {
        text.split_whitespace().find_map(|word| Version::read(word.trim_start_matches('v')))
    }

    fn read(word: &str) -> Option<Version> {
        let plain = word.split(['-', '+']).next()?;
        let mut parts = plain.split('.').map(|part| part.parse::<u32>());
        let major = parts.next()?.ok()?;
        let minor = parts.next().unwrap_or(Ok(0)).ok()?;
        let patch = parts.next().unwrap_or(Ok(0)).ok()?;
        Some(Version { major, minor, patch })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// How near to the wanted version a tool must be to be used.
#[derive(Debug, Clone, Copy)]
pub enum Fit {
    /// The very same: the wasm-bindgen command and library speak a private format.
    Same,
    /// The same series, not older: the configuration file changes between series.
    Series,
    /// Not older.
    AtLeast,
}

impl Fit {
    pub fn accepts(self, wanted: Version, found: Version) -> bool {
        match self {
            Fit::Same => found == wanted,
            Fit::Series => (found.major, found.minor) == (wanted.major, wanted.minor) && found >= wanted,
            Fit::AtLeast => found >= wanted,
        }
    }
}

/// The version of `package` in the text of a Cargo.lock.
pub fn locked(lock: &str, package: &str) -> Option<Version> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    Version::read(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_tools_print() {
        let cases = [
            ("trunk 0.21.14", Some(Version::new(0, 21, 14))),
            ("v20.20.2\n", Some(Version::new(20, 20, 2))),
            ("wasm-opt version 132 (version_132)", Some(Version::new(132, 0, 0))),
            ("rustc 1.96.0-nightly (0e5b5bb8c 2026-01-01)", Some(Version::new(1, 96, 0))),
            ("Chromium 156.0.8078.79 built on Debian", Some(Version::new(156, 0, 8078))),
            ("no number here", None),
        ];
        for (text, version) in cases {
            assert_eq!(Version::find(text), version, "{text}");
        }
    }

    #[test]
    fn each_fit_draws_its_own_line() {
        let wanted = Version::new(0, 21, 14);
        let (older, same, newer, next) =
            (Version::new(0, 21, 9), wanted, Version::new(0, 21, 15), Version::new(0, 22, 0));
        let accepted = |fit: Fit| [older, same, newer, next].map(|found| fit.accepts(wanted, found));
        assert_eq!(accepted(Fit::Same), [false, true, false, false]);
        assert_eq!(accepted(Fit::Series), [false, true, true, false]);
        assert_eq!(accepted(Fit::AtLeast), [false, true, true, true]);
    }

    #[test]
    fn a_lock_names_the_version_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some(Version::new(0, 2, 130)));
        assert_eq!(locked(lock, "trunk"), None);
    }
}
