//! What the release build adds to what trunk made: a policy without inline scripts, the list of
//! files for use without a network, and each file compressed beside itself.

mod compressed;
mod offline;
mod policy;

pub use compressed::{brotli, gzip};
pub use offline::short_hash;

use crate::apart;

use std::fs;
use std::path::{Path, PathBuf};

/// Completes the folder that trunk has just filled.
pub fn complete(folder: &Path) -> Result<(), String> {
    apart::bring(folder)?;
    let page = folder.join("index.html");
    let html = text_of(&page)?;
    let start = hashed_copy(folder, "start.mjs")?;
    let html = policy::guarded(&html, &start)?;
    write(&page, html.as_bytes())?;
    offline::list_files(folder)?;
    compressed::beside(folder)
}

/// Renames a file of the folder so that its name carries its content's hash.
fn hashed_copy(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(name);
    let bytes = fs::read(&path).map_err(|trouble| format!("cannot read {}: {trouble}", path.display()))?;
    let (stem, end) = name.rsplit_once('.').ok_or("a file without an ending")?;
    let hashed = format!("{stem}-{}.{end}", offline::short_hash(&bytes));
    fs::rename(&path, folder.join(&hashed)).map_err(|trouble| format!("cannot rename {name}: {trouble}"))?;
    Ok(hashed)
}

/// The files of the folder, in order of their names. Trunk's output is flat.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        fs::read_dir(folder).map_err(|trouble| format!("cannot list {}: {trouble}", folder.display()))?;
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

pub fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|trouble| format!("cannot read {}: {trouble}", path.display()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|trouble| format!("cannot write {}: {trouble}", path.display()))
}
