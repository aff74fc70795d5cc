//! The container of a workbook: a zip whose parts are read within bounds, whatever it declares.

use std::cell::Cell;
use std::io::{BufReader, Cursor, Error, Read};

use zip::ZipArchive;

use crate::exchange::Refusal;

/// The most bytes that a workbook may hold unpacked. A book of 50,000 rows with all columns comes to
/// some 40 MiB; a file made to burst holds thousands of times its size.
pub const MAX_INFLATED: u64 = 64 * 1024 * 1024;

pub struct Container<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// By the parts' places, as [`plain`] has them.
    names: Vec<String>,
    /// The most bytes that may be unpacked in one pass.
    most: u64,
    /// Bytes that may still be unpacked in this pass.
    left: Cell<u64>,
    burst: Cell<bool>,
}

/// One part while it is read.
pub type Part<'a> = BufReader<Bounded<'a>>;

impl<'a> Container<'a> {
    pub fn open(bytes: &'a [u8], most: u64) -> Result<Container<'a>, Refusal> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
        let mut names = Vec::new();
        let mut declared = 0u64;
        for at in 0..zip.len() {
            let part = zip.by_index_raw(at).map_err(|_| Refusal::Broken)?;
            if part.encrypted() {
                return Err(Refusal::Encrypted);
            }
            declared = declared.saturating_add(part.size());
            names.push(plain(part.name().map_err(|_| Refusal::Broken)?.as_ref()));
        }
        let container = Container { zip, names, most, left: Cell::new(most), burst: Cell::new(false) };
        // What it says of itself; what it really holds is counted while it is read.
        if declared > most { Err(container.inflates()) } else { Ok(container) }
    }

    /// From here on the whole measure may be unpacked again.
    pub fn begin_pass(&mut self) {
        self.left.set(self.most);
    }

    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// Opens a part; `None` where there is none by that name. Programs differ in the case of names.
    pub fn part(&mut self, path: &str) -> Result<Option<Part<'_>>, Refusal> {
        let Some(at) = self.find(path) else { return Ok(None) };
        let part = self.zip.by_index(at).map_err(|_| Refusal::Broken)?;
        let bounded = Bounded { inner: Box::new(part), left: &self.left, burst: &self.burst };
        Ok(Some(BufReader::new(bounded)))
    }

    fn find(&self, path: &str) -> Option<usize> {
        let wanted = plain(path);
        self.names.iter().position(|name| *name == wanted)
    }

    /// Why reading stopped: too much came out of it, or it is damaged.
    pub fn trouble(&self) -> Refusal {
        if self.burst.get() { self.inflates() } else { Refusal::Broken }
    }

    fn inflates(&self) -> Refusal {
        Refusal::Inflates { most: self.most / 1024 / 1024 }
    }
}

/// A part's name without what differs between programs.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Stops with an error once the measure is used up.
pub struct Bounded<'a> {
    inner: Box<dyn Read + 'a>,
    left: &'a Cell<u64>,
    burst: &'a Cell<bool>,
}

impl Read for Bounded<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(into)?;
        match self.left.get().checked_sub(count as u64) {
            Some(left) => self.left.set(left),
            None => {
                self.burst.set(true);
                return Err(Error::other("unpacks to too much"));
            }
        }
        Ok(count)
    }
}
