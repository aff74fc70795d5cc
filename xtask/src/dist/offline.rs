//! The list of files, each with the hash of its content, that the service worker keeps.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{files, name_of, text_of, write};
use crate::place;

const WORKER: &str = "sw.js";

/// Writes the worker with its list into the folder: it keeps everything there but itself.
pub fn list_files(folder: &Path) -> Result<(), String> {
    let mut list = Vec::new();
    for path in files(folder)? {
        let name = name_of(&path);
        if name != WORKER {
            let bytes = fs::read(&path).map_err(|trouble| format!("cannot read {name}: {trouble}"))?;
            list.push((name, STANDARD.encode(Sha256::digest(bytes))));
        }
    }
    let worker = with_list(&text_of(&place::root().join("public").join(WORKER))?, &list)?;
    write(&folder.join(WORKER), worker.as_bytes())
}

fn with_list(worker: &str, list: &[(String, String)]) -> Result<String, String> {
    let object: serde_json::Map<String, serde_json::Value> =
        list.iter().map(|(name, hash)| (name.clone(), hash.clone().into())).collect();
    let object = serde_json::Value::Object(object).to_string();
    let version = short_hash(object.as_bytes());
    let mut filled = worker.to_owned();
    for (blank, value) in [
        ("const FILES = {};", format!("const FILES = {object};")),
        ("const VERSION = '';", format!("const VERSION = '{version}';")),
    ] {
        if filled.matches(blank).count() != 1 {
            return Err(format!("{WORKER} has no place for its list: `{blank}`"));
        }
        filled = filled.replace(blank, &value);
    }
    Ok(filled)
}

/// The first 16 hexadecimal digits of the SHA-256.
pub fn short_hash(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in &Sha256::digest(bytes)[..8] {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKER_TEXT: &str = include_str!("../../../public/sw.js");

    fn list(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, hash)| (name.to_string(), hash.to_string())).collect()
    }

    #[test]
    fn the_worker_gets_every_file_with_its_hash() {
        let filled = with_list(WORKER_TEXT, &list(&[("a.js", "x="), ("index.html", "y=")])).unwrap();
        assert!(filled.contains(r#"const FILES = {"a.js":"x=","index.html":"y="};"#));
    }

    #[test]
    fn other_bytes_under_the_same_names_are_another_version() {
        let version = |hash: &str| {
            let filled = with_list(WORKER_TEXT, &list(&[("a.js", hash)])).unwrap();
            filled.lines().find(|line| line.starts_with("const VERSION")).unwrap().to_owned()
        };
        assert_ne!(version("x="), version("y="));
        assert_eq!(version("x="), version("x="));
    }

    #[test]
    fn a_worker_without_a_place_for_the_list_is_refused() {
        assert!(with_list("self.skipWaiting();", &[]).is_err());
    }

    #[test]
    fn hashes_are_those_of_sha_256() {
        // The digest of the empty input begins e3b0c44298fc1c14 (FIPS 180-4 examples).
        assert_eq!(short_hash(b""), "e3b0c44298fc1c14");
    }
}
