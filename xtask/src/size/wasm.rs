//! What the functions of a WebAssembly file cost, by the names that the compiler left in it.

use std::collections::HashMap;

#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub bytes: usize,
}

const IMPORTS: u8 = 2;
const CODE: u8 = 10;

/// The functions, the largest first.
pub fn functions(wasm: &[u8]) -> Result<Vec<Function>, String> {
    read(wasm).ok_or_else(|| "this is no WebAssembly that can be read".to_owned())
}

/// The bytes of each crate, the largest first: the first name in a function's path.
pub fn by_crate(functions: &[Function]) -> Vec<(String, usize)> {
    let mut sums: HashMap<&str, usize> = HashMap::new();
    for function in functions {
        let mut words = function.name.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        // `<T as …>` and `<&mut T …>` belong to what follows.
        let is_crate = |word: &&str| {
            word.starts_with(|letter: char| letter.is_ascii_lowercase())
                && !["as", "dyn", "impl", "mut"].contains(word)
        };
        *sums.entry(words.find(is_crate).unwrap_or("?")).or_default() += function.bytes;
    }
    let mut sums: Vec<_> = sums.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    sums.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    sums
}

/// Goes through bytes; every read is `None` at their end.
#[derive(Clone, Copy)]
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number of WebAssembly: seven bits in each byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn take(&mut self, count: usize) -> Option<Bytes<'a>> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(Bytes(taken))
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        Some(String::from_utf8_lossy(self.take(length)?.0).into_owned())
    }
}

fn read(wasm: &[u8]) -> Option<Vec<Function>> {
    let mut rest = Bytes(wasm.strip_prefix(b"\0asm\x01\0\0\0")?);
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), HashMap::new());
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        let mut section = rest.take(length)?;
        match id {
            IMPORTS => imported = imported_functions(section)?,
            CODE => {
                for _ in 0..section.number()? {
                    let size = section.number()?;
                    section.take(size)?;
                    sizes.push(size);
                }
            }
            0 if section.text()? == "name" => names = function_names(section)?,
            _ => {}
        }
    }
    let named = sizes.into_iter().enumerate().map(|(index, bytes)| {
        let name = names.remove(&(index + imported)).unwrap_or_else(|| "?".to_owned());
        Function { name: readable(&name), bytes }
    });
    let mut functions: Vec<Function> = named.collect();
    functions.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    Some(functions)
}

fn imported_functions(mut section: Bytes) -> Option<usize> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            // A table, a memory: limits, after the kind of the table's elements.
            kind @ (1 | 2) => {
                if kind == 1 {
                    section.byte()?;
                }
                let has_most = section.byte()? & 1 == 1;
                section.number()?;
                if has_most {
                    section.number()?;
                }
            }
            _ => drop(section.take(2)?),
        }
    }
    Some(functions)
}

fn function_names(mut section: Bytes) -> Option<HashMap<usize, String>> {
    const FUNCTIONS: u8 = 1;
    let mut names = HashMap::new();
    while !section.0.is_empty() {
        let kind = section.byte()?;
        let length = section.number()?;
        let mut part = section.take(length)?;
        if kind == FUNCTIONS {
            for _ in 0..part.number()? {
                names.insert(part.number()?, part.text()?);
            }
        }
    }
    Some(names)
}

/// `_ZN6xueshi5rules4year17h0123456789abcdefE` as `xueshi::rules::year`. Other names stay.
fn readable(name: &str) -> String {
    let Some(mut rest) = name.strip_prefix("_ZN").and_then(|rest| rest.strip_suffix('E')) else {
        return name.to_owned();
    };
    let mut parts = Vec::new();
    while let Some(end) = rest.find(|letter: char| !letter.is_ascii_digit()).filter(|&end| end > 0) {
        let Some((part, after)) =
            rest[..end].parse().ok().and_then(|count| rest[end..].split_at_checked(count))
        else {
            break;
        };
        parts.push(part);
        rest = after;
    }
    let is_hash = |part: &&str| part.len() == 17 && part.starts_with('h');
    let hash = usize::from(parts.last().is_some_and(is_hash));
    parts.truncate(parts.len() - hash);
    let path = parts.join("::").replace("..", "::");
    let signs = [
        ("$LT$", "<"),
        ("$GT$", ">"),
        ("$C$", ","),
        ("$u20$", " "),
        ("$RF$", "&"),
        ("$LP$", "("),
        ("$RP$", ")"),
    ];
    signs.iter().fold(path, |path, (written, sign)| path.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, two of its own of two and three bytes, and names for all.
    const SMALL: &[u8] = &[
        0, b'a', b's', b'm', 1, 0, 0, 0, // the head
        2, 7, 1, 1, b'a', 1, b'b', 0, 0, // imports: a.b, a function of type 0
        10, 8, 2, 2, 0, 0x0B, 3, 0, 1, 0x0B, // code: 2 bytes, then 3 bytes
        0, 17, 4, b'n', b'a', b'm', b'e', 1, 10, 3, 0, 1, b'i', 1, 1, b'x', 2, 1, b'y',
    ];

    #[test]
    fn sizes_meet_their_names() {
        let found = functions(SMALL).unwrap();
        let [y, x] = &found[..] else { panic!("two functions: {found:?}") };
        assert_eq!((y.name.as_str(), y.bytes), ("y", 3));
        assert_eq!((x.name.as_str(), x.bytes), ("x", 2));
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        assert!(functions(b"<!doctype html>").is_err());
        for end in 9..SMALL.len() {
            // Between two sections a file may end; anywhere else it may not.
            assert_eq!(functions(&SMALL[..end]).is_ok(), [17, 27].contains(&end), "{end}");
        }
    }

    #[test]
    fn names_become_paths_and_paths_belong_to_crates() {
        assert_eq!(readable("_ZN6xueshi5rules17h0123456789abcdefE"), "xueshi::rules");
        assert_eq!(
            readable("_ZN4core3ptr23drop_in_place$LT$u8$GT$17h0123456789abcdefE"),
            "core::ptr::drop_in_place<u8>"
        );
        assert_eq!(readable("memcpy"), "memcpy");
        let function = |name: &str, bytes| Function { name: name.into(), bytes };
        let functions = [function("core::a", 3), function("<T as xueshi::B>::d", 5), function("core::e", 4)];
        assert_eq!(by_crate(&functions), [("core".to_owned(), 7), ("xueshi".to_owned(), 5)]);
    }
}
