//! A workbook as a whole: its sheets, texts and number formats.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::container::{Container, MAX_INFLATED};
use super::number::{Shown, shown_by_code, shown_by_id};
use super::sheet::{self, Sheet};
use super::xml::{self, Trouble, attribute};
use crate::exchange::text::MAX_FILE_BYTES;
use crate::exchange::{Refusal, Table};

/// The most sheets that are listed: a person chooses one of them.
pub const MAX_SHEETS: usize = 50;

/// A sheet to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    pub name: String,
    /// Rows that hold something, the heading among them.
    pub rows: usize,
    /// The heading names columns that an entry needs.
    pub fits: bool,
}

pub struct Workbook<'a> {
    container: Container<'a>,
    sheets: Vec<Listed>,
    shared: Shared,
}

struct Listed {
    name: String,
    path: String,
}

/// What all sheets refer to.
#[derive(Default)]
pub(super) struct Shared {
    pub texts: Vec<String>,
    /// By the number of a cell's style.
    pub shown: Vec<Shown>,
    pub since_1904: bool,
}

impl<'a> Workbook<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Workbook<'a>, Refusal> {
        Workbook::open_within(bytes, MAX_INFLATED)
    }

    /// As [`Workbook::open`], unpacking at most so many bytes at a time.
    pub(super) fn open_within(bytes: &'a [u8], most: u64) -> Result<Workbook<'a>, Refusal> {
        if bytes.len() > MAX_FILE_BYTES {
            return Err(Refusal::TooLarge { bytes: bytes.len() as u64 });
        }
        match bytes {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(old_container(bytes)),
            [b'P', b'K', ..] => {}
            _ => return Err(Refusal::NotAWorkbook),
        }
        let mut container = Container::open(bytes, most)?;
        let Some(path) = main_part(&mut container)? else {
            // Another kind of document in the same container: a text, a drawing.
            return Err(Refusal::NotAWorkbook);
        };
        let mut shared = Shared::default();
        let sheets = sheets(&mut container, &path, &mut shared)?;
        match sheets.len() {
            0 => return Err(Refusal::NoSheet),
            found if found > MAX_SHEETS => {
                return Err(Refusal::TooManySheets { found: found as u64, most: MAX_SHEETS as u64 });
            }
            _ => {}
        }
        shared.texts = in_part(&mut container, &beside(&path, "sharedStrings.xml"), shared_texts)?;
        shared.shown = in_part(&mut container, &beside(&path, "styles.xml"), styles)?;
        Ok(Workbook { container, sheets, shared })
    }

    /// How many sheets there are to choose from; never none.
    #[expect(clippy::len_without_is_empty, reason = "a workbook without sheets is not opened")]
    pub fn len(&self) -> usize {
        self.sheets.len()
    }

    /// The sheets, each looked through once; `progress` hears how many are done, of how many.
    pub fn sheets(&mut self, mut progress: impl FnMut(usize, usize)) -> Result<Vec<SheetName>, Refusal> {
        let count = self.sheets.len();
        let mut found = Vec::new();
        for at in 0..count {
            let sheet = self.read(at, |_| {})?;
            let name = self.sheets[at].name.clone();
            found.push(SheetName { name, rows: sheet.rows.len(), fits: sheet.known_columns() > 1 });
            progress(at + 1, count);
        }
        Ok(found)
    }

    /// A sheet as a table; `progress` hears how many rows have been read.
    ///
    /// # Panics
    /// When there is no such sheet.
    pub fn table(&mut self, at: usize, progress: impl FnMut(usize)) -> Result<Table, Refusal> {
        self.read(at, progress).map(Sheet::into_table)
    }

    fn read(&mut self, at: usize, progress: impl FnMut(usize)) -> Result<Sheet, Refusal> {
        self.container.begin_pass();
        let Some(part) = self.container.part(&self.sheets[at].path)? else { return Err(Refusal::Broken) };
        match sheet::read(part, &self.shared, progress) {
            Ok(sheet) => Ok(sheet),
            Err(sheet::Stop::Broken) => Err(self.container.trouble()),
            Err(sheet::Stop::TooMuch) => Err(Refusal::TooManyCells { most: sheet::MAX_CELLS as u64 }),
        }
    }
}

/// The container of old workbooks, which also wraps new ones that a password protects. The names of
/// its streams stand in it as UTF-16.
fn old_container(bytes: &[u8]) -> Refusal {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        Refusal::Encrypted
    } else if holds("Workbook") || holds("Book") {
        Refusal::OldWorkbook
    } else {
        Refusal::NotAWorkbook
    }
}

type Xml<'p> = quick_xml::reader::Reader<super::container::Part<'p>>;

/// Reads a part with its reader; a part that is not there gives nothing.
fn in_part<T: Default>(
    container: &mut Container<'_>,
    path: &str,
    read: impl FnOnce(&mut Xml<'_>) -> Result<T, Trouble>,
) -> Result<T, Refusal> {
    container.begin_pass();
    let found = match container.part(path)? {
        None => return Ok(T::default()),
        Some(part) => read(&mut xml::reader(part)),
    };
    found.map_err(|_| container.trouble())
}

/// The part that lists the sheets, as the package names it.
fn main_part(container: &mut Container<'_>) -> Result<Option<String>, Refusal> {
    let links = in_part(container, "_rels/.rels", links)?;
    let named = links.into_iter().find(|link| link.kind == "officeDocument").map(|link| link.target);
    let path = named.unwrap_or_else(|| "xl/workbook.xml".into());
    let is_sheets = path.to_ascii_lowercase().ends_with("workbook.xml") || path.contains("workbook");
    Ok((is_sheets && path.ends_with(".xml") && container.has(&path)).then_some(path))
}

struct Link {
    id: String,
    /// The last word of its type.
    kind: String,
    target: String,
}

fn links(xml: &mut Xml<'_>) -> Result<Vec<Link>, Trouble> {
    let mut links = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&element, name).unwrap_or_default();
                let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
                links.push(Link { id: get("Id"), kind, target: get("Target") });
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// The sheets of cells in their order; hidden ones only where no other is left.
fn sheets(container: &mut Container<'_>, path: &str, shared: &mut Shared) -> Result<Vec<Listed>, Refusal> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let links = in_part(container, &format!("{folder}/_rels/{file}.rels"), links)?;
    let since_1904 = &mut shared.since_1904;
    let found = in_part(container, path, |xml| {
        let mut found = Vec::new();
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "workbookPr" => {
                        let switch = attribute(&element, "date1904");
                        *since_1904 = matches!(switch.as_deref(), Some("1" | "true"));
                    }
                    "sheet" => {
                        let get = |name| attribute(&element, name).unwrap_or_default();
                        found.push((get("name"), get("id"), get("state").to_lowercase().contains("hidden")));
                    }
                    _ => {}
                },
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    })?;
    let listed = |hidden: bool| -> Vec<Listed> {
        let wanted = found.iter().filter(|(_, _, is_hidden)| *is_hidden == hidden);
        let sheets = wanted.filter_map(|(name, id, _)| {
            let link = links.iter().find(|link| link.id == *id && link.kind == "worksheet")?;
            Some(Listed { name: name.clone(), path: beside(path, &link.target) })
        });
        sheets.collect()
    };
    let shown = listed(false);
    Ok(if shown.is_empty() { listed(true) } else { shown })
}

/// A path as a part names it: from the root, or from its own folder.
fn beside(path: &str, target: &str) -> String {
    if let Some(from_root) = target.strip_prefix('/') {
        return from_root.to_owned();
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn shared_texts(xml: &mut Xml<'_>) -> Result<Vec<String>, Trouble> {
    let mut texts = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                texts.push(xml::text(xml, &mut Vec::new())?);
            }
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// How each cell style shows numbers.
fn styles(xml: &mut Xml<'_>) -> Result<Vec<Shown>, Trouble> {
    let mut own: HashMap<u32, Shown> = HashMap::new();
    let mut shown = Vec::new();
    let mut in_cells = false;
    let mut buffer = Vec::new();
    let number = |text: Option<String>| text.and_then(|text| text.parse().ok()).unwrap_or(0);
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let code = attribute(&element, "formatCode").unwrap_or_default();
                    own.insert(number(attribute(&element, "numFmtId")), shown_by_code(&code));
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = number(attribute(&element, "numFmtId"));
                    shown.push(own.get(&id).copied().unwrap_or_else(|| shown_by_id(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Eof => return Ok(shown),
            _ => {}
        }
    }
}
