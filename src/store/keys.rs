//! Every key that this app writes into the browser's storage, in one place: nothing else under
//! the origin is ever read, changed or removed.

/// All keys of the app begin so.
pub const PREFIX: &str = "xueshi/";
/// The list of books.
pub const INDEX: &str = "xueshi/index";
/// Language, theme, active book.
pub const SETTINGS: &str = "xueshi/settings";
/// What could not be read, kept word for word.
pub const QUARANTINE: &str = "xueshi/q/";
/// All listed books; the demo stands outside, so that no list of books can ever find it.
const BOOKS: &str = "xueshi/b/";
const DEMO: &str = "xueshi/demo/";

/// Revisions stay below 2⁵³, so that JavaScript can read a backup of them.
pub const REVISIONS: u64 = 1 << 53;

/// Names a book in keys: 1 to 32 of `a–z`, `0–9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookId(String);

impl BookId {
    pub fn new(id: &str) -> Option<BookId> {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        (!id.is_empty() && id.len() <= 32 && id.bytes().all(fits)).then(|| BookId(id.to_owned()))
    }

    /// The book that shows the app with invented records.
    pub fn demo() -> BookId {
        BookId("demo".to_owned())
    }

    pub fn is_demo(&self) -> bool {
        self.0 == "demo"
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What all keys of this book begin with.
    pub fn prefix(&self) -> String {
        if self.is_demo() { DEMO.to_owned() } else { format!("{BOOKS}{}/", self.0) }
    }

    /// The listed book that a key belongs to.
    pub fn of_key(key: &str) -> Option<BookId> {
        let (id, _) = key.strip_prefix(BOOKS)?.split_once('/')?;
        BookId::new(id).filter(|id| !id.is_demo())
    }

    /// The two head slots, written in turn: even and odd revisions.
    pub fn head(&self, slot: usize) -> String {
        format!("{}head.{slot}", self.prefix())
    }

    /// A part as it was at one revision. The checksum in the key makes it immutable: two tabs
    /// that write the same key write the same text.
    pub fn part(&self, part: PartKey) -> String {
        format!("{}p/{}.{}.{:016x}", self.prefix(), part.number, part.revision, part.sum)
    }

    pub fn parse_part(&self, key: &str) -> Option<PartKey> {
        let mut fields = key.strip_prefix(&self.prefix())?.strip_prefix("p/")?.split('.');
        let found = PartKey {
            number: fields.next()?.parse().ok()?,
            revision: fields.next()?.parse().ok()?,
            sum: u64::from_str_radix(fields.next()?, 16).ok()?,
        };
        // Only the one canonical spelling is ours, and only revisions that can be counted on from.
        (self.part(found) == key && found.revision < REVISIONS).then_some(found)
    }

    pub fn recovery(&self, number: u32) -> String {
        format!("{}r/{number}", self.prefix())
    }

    pub fn parse_recovery(&self, key: &str) -> Option<u32> {
        let number = key.strip_prefix(&self.prefix())?.strip_prefix("r/")?.parse().ok()?;
        (self.recovery(number) == key).then_some(number)
    }
}

/// What a part's key says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartKey {
    pub number: u32,
    pub revision: u64,
    pub sum: u64,
}

/// The name that a value carries within itself, so that it is known when it turns up under
/// another key. A part's checksum cannot stand in the text that it is computed from.
pub fn name_of(key: &str) -> &str {
    let name = key.strip_prefix(PREFIX).unwrap_or(key);
    match name.rsplit_once('.') {
        Some((name, sum)) if sum.len() == 16 => name,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_back_only_in_their_own_spelling() {
        let book = BookId::new("me").unwrap();
        let part = PartKey { number: 3, revision: 8, sum: 0xab };
        let key = book.part(part);
        assert_eq!(key, "xueshi/b/me/p/3.8.00000000000000ab");
        assert_eq!(book.parse_part(&key), Some(part));
        assert_eq!(name_of(&key), "b/me/p/3.8");
        for other in ["xueshi/b/me/p/03.8.00000000000000ab", "xueshi/b/me/p/3.8.ab", "xueshi/b/you/p/3.8"] {
            assert_eq!(book.parse_part(other), None, "{other}");
        }
        assert_eq!(book.parse_recovery("xueshi/b/me/r/12"), Some(12));
        assert_eq!(book.parse_recovery("xueshi/b/me/r/+12"), None);
    }

    #[test]
    fn the_demo_lives_outside_the_listed_books() {
        assert_eq!(BookId::of_key(&BookId::demo().head(0)), None);
        assert_eq!(BookId::of_key("xueshi/b/me/head.0"), BookId::new("me"));
        for bad in ["", "Me", "a/b", "我", "a.b"] {
            assert_eq!(BookId::new(bad), None, "{bad}");
        }
    }
}
