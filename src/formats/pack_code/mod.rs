//! The code on the pack's cover: the pack's entries, or its sums where these are too many, as one
//! short text with a checksum. `docs/pack-code.md` describes it. It names nobody.

mod entries;
pub mod square;
mod text;
mod totals;

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::exchange::Refusal;
use crate::exchange::backup::Backup;
use crate::report::pack::Pack;

pub use totals::{Totals, YearTotals};

/// What every such text begins with; then the version and a letter for what it holds.
const MARK: &str = "XSB";
const VERSION: u8 = b'1';

/// The most characters of a text: what a square of 117 × 117 holds with a quarter of it unreadable
/// at most (version 25, level M), which a telephone reads from a print 5 cm wide.
pub const MAX_CHARS: usize = 1451;

/// The most bytes that a text may unpack to; the longest that is written holds a few thousand.
const MAX_UNPACKED: u64 = 256 * 1024;

/// What a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Entries(Box<Backup>),
    /// Sums without entries: nothing can be restored from them.
    Totals(Totals),
}

/// The text of a pack: its entries, or its sums where the entries are too long for a square that
/// can be printed.
pub fn code(pack: &Pack) -> (String, bool) {
    let entries = sealed(b'E', &entries::write(pack));
    if entries.len() <= MAX_CHARS {
        return (entries, true);
    }
    (sealed(b'T', &totals::write(&Totals::of(pack))), false)
}

/// Whether a text means to be such a code.
pub fn is_code(text: &str) -> bool {
    plain(text).starts_with(MARK)
}

pub fn read(text: &str) -> Result<Content, Refusal> {
    let plain = plain(text);
    let rest = plain.strip_prefix(MARK).ok_or(Refusal::CodeDamaged)?;
    let (&[version, kind], letters) = rest.as_bytes().split_first_chunk().ok_or(Refusal::CodeDamaged)?;
    if version != VERSION {
        let is_newer = version.is_ascii_digit() && version > VERSION;
        return Err(if is_newer { Refusal::CodeNewer } else { Refusal::CodeDamaged });
    }
    let letters = std::str::from_utf8(letters).map_err(|_| Refusal::CodeDamaged)?;
    let content = unsealed(kind, letters).ok_or(Refusal::CodeDamaged)?;
    let read = match kind {
        b'E' => entries::read(&content).map(|backup| Content::Entries(Box::new(backup))),
        b'T' => totals::read(&content).map(Content::Totals),
        _ => None,
    };
    read.ok_or(Refusal::CodeDamaged)
}

/// Without the blanks and line ends that a chat or a printed column adds; small letters as capitals.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
}

fn checksum(kind: u8, content: &str) -> u32 {
    let mut sum = flate2::Crc::new();
    sum.update(&[VERSION, kind]);
    sum.update(content.as_bytes());
    sum.sum()
}

fn sealed(kind: u8, content: &str) -> String {
    let sum = checksum(kind, content).to_be_bytes().to_vec();
    let mut packed = DeflateEncoder::new(sum, Compression::best());
    packed.write_all(content.as_bytes()).expect("a vector takes every byte");
    let packed = packed.finish().expect("a vector takes every byte");
    format!("{MARK}{}{}{}", char::from(VERSION), char::from(kind), text::letters(&packed))
}

fn unsealed(kind: u8, letters: &str) -> Option<String> {
    let bytes = text::bytes(letters)?;
    let (sum, packed) = bytes.split_first_chunk::<4>()?;
    let mut content = String::new();
    DeflateDecoder::new(packed).take(MAX_UNPACKED).read_to_string(&mut content).ok()?;
    (checksum(kind, &content) == u32::from_be_bytes(*sum)).then_some(content)
}

#[cfg(test)]
mod tests;
