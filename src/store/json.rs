//! Reads the JSON that this app stores, from front to back and nothing twice.
//!
//! A derived reader takes fields in any order and explains every refusal; 50 KB of the page's first
//! part were that. What is stored was written by [`super::dto`] itself and carries a checksum, so
//! the order is known, and what does not fit is put aside whole. Backups and packs, which may come
//! from anywhere, are read with serde.

use std::borrow::Cow;

/// How deep an unknown value may be nested.
const DEEPEST: usize = 64;

/// The unread rest of a JSON text. Every reader answers `None` when something else stands there.
#[derive(Clone, Debug)]
pub struct Json<'a> {
    rest: &'a str,
    /// Nothing was read yet in the list or object that was entered last.
    is_first: bool,
}

impl<'a> Json<'a> {
    /// Reads a text that is one value and nothing besides.
    pub fn read<T>(text: &'a str, value: impl FnOnce(&mut Json<'a>) -> Option<T>) -> Option<T> {
        let mut json = Json { rest: text, is_first: false };
        let value = value(&mut json)?;
        json.skip_space();
        json.rest.is_empty().then_some(value)
    }

    /// Enters a list with `[`, an object with `{`.
    pub fn enter(&mut self, bracket: u8) -> Option<()> {
        self.take(bracket)?;
        self.is_first = true;
        Some(())
    }

    /// Whether another member follows; if not, the list or object is left with its `]` or `}`.
    pub fn more(&mut self, bracket: u8) -> Option<bool> {
        let is_first = std::mem::take(&mut self.is_first);
        if self.take(bracket).is_some() {
            return Some(false);
        }
        if !is_first {
            self.take(b',')?;
        }
        Some(true)
    }

    /// The list's next member, which must be there.
    pub fn member(&mut self) -> Option<&mut Json<'a>> {
        self.more(b']')?.then_some(self)
    }

    /// Leaves a list after its last member.
    pub fn leave(&mut self) -> Option<()> {
        (!self.more(b']')?).then_some(())
    }

    /// The object's next member, which must be there and have this name.
    pub fn field(&mut self, name: &str) -> Option<&mut Json<'a>> {
        (self.more(b'}')? && self.name()? == name).then_some(self)
    }

    /// The name of an object's member.
    pub fn name(&mut self) -> Option<Cow<'a, str>> {
        let name = self.any_text()?;
        self.take(b':')?;
        Some(name)
    }

    pub fn text(&mut self) -> Option<String> {
        self.any_text().map(Cow::into_owned)
    }

    /// A text without escapes, as codes are.
    pub fn code(&mut self) -> Option<&'a str> {
        match self.any_text()? {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// A whole number.
    pub fn number(&mut self) -> Option<u64> {
        self.skip_space();
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.rest.split_at(digits);
        if rest.starts_with(['.', 'e', 'E']) || (number.len() > 1 && number.starts_with('0')) {
            return None;
        }
        self.rest = rest;
        number.parse().ok()
    }

    pub fn flag(&mut self) -> Option<bool> {
        match (self.word("true"), self.word("false")) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// `null`, or what is read.
    pub fn maybe<T>(&mut self, value: impl FnOnce(&mut Json<'a>) -> Option<T>) -> Option<Option<T>> {
        if self.word("null") { Some(None) } else { value(self).map(Some) }
    }

    pub fn list<T>(&mut self, mut member: impl FnMut(&mut Json<'a>) -> Option<T>) -> Option<Vec<T>> {
        let mut members = Vec::new();
        self.enter(b'[')?;
        while self.more(b']')? {
            members.push(member(self)?);
        }
        Some(members)
    }

    pub fn texts(&mut self) -> Option<Vec<String>> {
        self.list(Json::text)
    }

    pub fn pair(&mut self) -> Option<(String, String)> {
        self.enter(b'[')?;
        let pair = (self.member()?.text()?, self.member()?.text()?);
        self.leave()?;
        Some(pair)
    }

    /// Passes over a value of any kind.
    pub fn skip(&mut self) -> Option<()> {
        self.skip_within(DEEPEST)
    }

    fn skip_within(&mut self, depth: usize) -> Option<()> {
        self.skip_space();
        let (end, deeper) = match self.rest.chars().next()? {
            '"' => return self.any_text().map(drop),
            '[' => (b']', depth.checked_sub(1)?),
            '{' => (b'}', depth.checked_sub(1)?),
            _ => {
                let plain = |it: &u8| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'+' | b'.');
                let length = self.rest.bytes().take_while(plain).count();
                self.rest = &self.rest[length..];
                return (length > 0).then_some(());
            }
        };
        self.enter(if end == b']' { b'[' } else { b'{' })?;
        while self.more(end)? {
            if end == b'}' {
                self.name()?;
            }
            self.skip_within(deeper)?;
        }
        Some(())
    }

    fn skip_space(&mut self) {
        let is_space = |it: &u8| matches!(it, b' ' | b'\n' | b'\t' | b'\r');
        // What this app writes has none.
        if self.rest.as_bytes().first().is_some_and(is_space) {
            self.rest = &self.rest[self.rest.bytes().take_while(is_space).count()..];
        }
    }

    fn take(&mut self, mark: u8) -> Option<()> {
        self.skip_space();
        if self.rest.as_bytes().first() != Some(&mark) {
            return None;
        }
        self.rest = &self.rest[1..];
        Some(())
    }

    fn word(&mut self, word: &str) -> bool {
        self.skip_space();
        let found = self.rest.strip_prefix(word);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn any_text(&mut self) -> Option<Cow<'a, str>> {
        self.take(b'"')?;
        let mut text = Cow::Borrowed("");
        loop {
            let ends = |&it: &u8| it == b'"' || it == b'\\' || it < b' ';
            let plain = self.rest.bytes().position(|it| ends(&it))?;
            let (run, rest) = self.rest.split_at(plain);
            match text.is_empty() {
                true => text = Cow::Borrowed(run),
                false => text += run,
            }
            let mut marks = rest.chars();
            let mark = marks.next()?;
            self.rest = marks.as_str();
            match mark {
                '"' => return Some(text),
                '\\' => text.to_mut().push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let mut marks = self.rest.chars();
        let mark = marks.next()?;
        self.rest = marks.as_str();
        Some(match mark {
            '"' | '\\' | '/' => mark,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                if !(0xD800..0xDC00).contains(&first) {
                    return char::from_u32(first);
                }
                self.rest = self.rest.strip_prefix("\\u")?;
                let second = self.unit()?.checked_sub(0xDC00).filter(|second| *second < 0x400)?;
                char::from_u32(0x10000 + ((first - 0xD800) << 10) + second)?
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(json: &str) -> Option<String> {
        Json::read(json, Json::text)
    }

    #[test]
    fn every_escape_is_understood() {
        let json = r#" "a\"\\\/\b\f\n\r\té学\u5B66😀" "#;
        assert_eq!(text(json).as_deref(), Some("a\"\\/\u{8}\u{c}\n\r\té学学😀"));
    }

    #[test]
    fn half_a_pair_a_bare_control_character_and_an_open_end_are_no_text() {
        for json in [r#""\ud83d""#, r#""\ud83dA""#, "\"a\nb\"", "\"a", r#""\x""#, r#""\u+123""#, "\"a\"b"] {
            assert_eq!(text(json), None, "{json}");
        }
    }

    #[test]
    fn only_whole_numbers_in_their_one_form_are_numbers() {
        let number = |json| Json::read(json, Json::number);
        assert_eq!(number("0"), Some(0));
        assert_eq!(number(" 18446744073709551615"), Some(u64::MAX));
        for json in ["18446744073709551616", "-1", "1.0", "1e3", "01", "", "\"1\""] {
            assert_eq!(number(json), None, "{json}");
        }
    }

    #[test]
    fn a_list_has_commas_between_its_members_and_nowhere_else() {
        let numbers = |json| Json::read(json, |json| json.list(Json::number));
        assert_eq!(numbers("[ 1 , 2,3 ]"), Some(vec![1, 2, 3]));
        assert_eq!(numbers("[]"), Some(vec![]));
        for json in ["[1,]", "[,1]", "[1 2]", "[1", "1]", "[1]]"] {
            assert_eq!(numbers(json), None, "{json}");
        }
    }

    #[test]
    fn fields_are_read_in_their_order() {
        let pair = |json| {
            Json::read(json, |json| {
                json.enter(b'{')?;
                let pair = (json.field("a")?.number()?, json.field("b")?.maybe(Json::flag)?);
                (!json.more(b'}')?).then_some(pair)
            })
        };
        assert_eq!(pair(r#"{"a":1,"b":true}"#), Some((1, Some(true))));
        assert_eq!(pair(r#"{"a":1,"b":null}"#), Some((1, None)));
        for json in [r#"{"b":true,"a":1}"#, r#"{"a":1}"#, r#"{"a":1,"b":true,"c":1}"#, r#"{"a":1,"b":0}"#] {
            assert_eq!(pair(json), None, "{json}");
        }
    }

    #[test]
    fn too_deep_is_refused_without_a_fall() {
        let skip =
            |depth: usize| Json::read(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)), Json::skip);
        assert!(skip(DEEPEST).is_some());
        assert!(skip(DEEPEST + 1).is_none());
        assert!(Json::read(&"[".repeat(1_000_000), Json::skip).is_none());
    }

    proptest! {
        #[test]
        fn texts_and_numbers_come_back_as_serde_writes_them(texts: Vec<String>, numbers: Vec<u64>) {
            let json = serde_json::to_string(&(&texts, &numbers)).unwrap();
            let back = Json::read(&json, |json| {
                json.enter(b'[')?;
                let back = (json.member()?.texts()?, json.member()?.list(Json::number)?);
                json.leave()?;
                Some(back)
            });
            prop_assert_eq!(back, Some((texts, numbers)));
        }

        #[test]
        fn what_serde_reads_as_any_value_can_be_skipped(json in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,40}") {
            if serde_json::from_str::<serde_json::Value>(&json).is_ok() {
                prop_assert!(Json::read(&json, Json::skip).is_some());
            }
        }
    }
}
