//! The envelope around every stored value: app, schema, name, revision, count, checksum.
//!
//! It is plain JSON, so that a person can read it, and its checksum is computed over the text
//! before it, so that every byte is covered. A later schema must keep `app` and `schema` as
//! members of a JSON object: by them this version knows to leave the value alone.

use super::json::Json;
use crate::rules::entry::coded;

pub const APP: &str = "xueshi";
/// The schema that this version writes. A code or a field that older versions do not know is a
/// new schema.
pub const SCHEMA: u32 = 1;

/// `,"sum":"0123456789abcdef"}`
const TAIL: usize = 26;

coded! {
    /// Why a stored value cannot be used.
    Defect {
        /// Written by a later version of the app: refused, and left as it is.
        Newer = "newer-schema",
        /// Not what was written: the checksum does not fit, or it is no envelope at all.
        Damaged = "damaged",
        /// Whole, but found under another key than its own.
        Misplaced = "misplaced",
        /// Whole, but its contents contradict themselves or what refers to them.
        Inconsistent = "inconsistent",
        /// Referred to, and not there.
        Missing = "missing",
    }
}

/// An envelope ready to be stored.
#[derive(Debug)]
pub struct Sealed {
    pub text: String,
    pub sum: u64,
}

/// An envelope that was found whole.
#[derive(Debug)]
pub struct Envelope<'a> {
    pub schema: u32,
    pub revision: u64,
    pub count: u64,
    pub body: &'a str,
    pub sum: u64,
}

struct Header {
    app: String,
    schema: u32,
    name: String,
    revision: u64,
    count: u64,
}

/// `name` comes from [`super::keys::name_of`]; `body` is JSON.
pub fn seal(name: &str, schema: u32, revision: u64, count: usize, body: &str) -> Sealed {
    let mut text = format!(
        "{{\"app\":\"{APP}\",\"schema\":{schema},\"name\":\"{name}\",\"revision\":{revision},\"count\":{count},\"body\":{body}"
    );
    let sum = checksum(&text);
    text.push_str(&format!(",\"sum\":\"{sum:016x}\"}}"));
    Sealed { text, sum }
}

/// Checks everything that the envelope says of itself; `current` is the newest schema known.
pub fn unseal<'a>(text: &'a str, name: &str, current: u32) -> Result<Envelope<'a>, Defect> {
    let Some((header, body, sum)) = take_apart(text) else {
        return Err(peek(text, current));
    };
    let envelope =
        Envelope { schema: header.schema, revision: header.revision, count: header.count, body, sum };
    match header {
        header if header.app != APP || header.schema == 0 => Err(Defect::Damaged),
        header if header.schema > current => Err(Defect::Newer),
        header if header.name != name => Err(Defect::Misplaced),
        _ => Ok(envelope),
    }
}

impl Header {
    /// What stands before the body: an object not yet closed.
    fn read(json: &mut Json) -> Option<Header> {
        json.enter(b'{')?;
        Some(Header {
            app: json.field("app")?.text()?,
            schema: json.field("schema")?.number()?.try_into().ok()?,
            name: json.field("name")?.text()?,
            revision: json.field("revision")?.number()?,
            count: json.field("count")?.number()?,
        })
    }
}

fn take_apart(text: &str) -> Option<(Header, &str, u64)> {
    let cut = text.len().checked_sub(TAIL)?;
    let (front, tail) = (text.get(..cut)?, text.get(cut..)?);
    let digits = tail.strip_prefix(",\"sum\":\"")?.strip_suffix("\"}")?;
    let sum = u64::from_str_radix(digits, 16).ok()?;
    if sum != checksum(front) {
        return None;
    }
    let (header, body) = front.split_once(",\"body\":")?;
    Some((Json::read(header, Header::read)?, body, sum))
}

/// A later version may lay its envelope out differently, in another order, with another
/// checksum; `app` and `schema` are enough to know it.
fn peek(text: &str, current: u32) -> Defect {
    let told = Json::read(text, |json| {
        let (mut app, mut schema) = (None, None);
        json.enter(b'{')?;
        while json.more(b'}')? {
            match &*json.name()? {
                "app" => app = Some(json.text()?),
                "schema" => schema = Some(json.number()?),
                _ => json.skip()?,
            }
        }
        Some((app?, schema?))
    });
    match told {
        Some((app, schema)) if app == APP && schema > u64::from(current) => Defect::Newer,
        _ => Defect::Damaged,
    }
}

/// FNV-1a, 64 bits: against corruption, not against malice. Whoever can change the storage can
/// also run the app, so a cryptographic sum would protect nothing; this one changes with every
/// changed byte, misses other damage once in 2⁶⁴, and is five lines.
pub fn checksum(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_is_read_back_and_every_changed_byte_is_noticed() {
        let sealed = seal("b/me/p/1.2", 1, 2, 1, "[[\"学\"]]");
        let envelope = unseal(&sealed.text, "b/me/p/1.2", 1).unwrap();
        assert_eq!((envelope.schema, envelope.revision, envelope.count), (1, 2, 1));
        assert_eq!((envelope.body, envelope.sum), ("[[\"学\"]]", sealed.sum));
        assert_eq!(unseal(&sealed.text, "b/me/p/1.3", 1).unwrap_err(), Defect::Misplaced);
        for at in 0..sealed.text.len() {
            let mut bytes = sealed.text.clone().into_bytes();
            bytes[at] ^= 1;
            let changed = String::from_utf8_lossy(&bytes);
            assert!(unseal(&changed, "b/me/p/1.2", 9).is_err(), "byte {at}");
        }
        for end in (0..sealed.text.len()).filter(|end| sealed.text.is_char_boundary(*end)) {
            assert!(unseal(&sealed.text[..end], "b/me/p/1.2", 1).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn a_later_schema_is_known_whatever_else_it_holds() {
        for text in [
            r#"{"app":"xueshi","schema":2}"#,
            r#"{"rest":[{"deep":[]}],"schema":99,"name":7,"app":"xueshi","sum":null}"#,
            &seal("x", 2, 1, 0, "[]").text,
        ] {
            assert_eq!(unseal(text, "x", 1).unwrap_err(), Defect::Newer, "{text}");
        }
        for text in ["", "{", "null", r#"{"app":"other","schema":2}"#, r#"{"app":"xueshi","schema":1}"#] {
            assert_eq!(unseal(text, "x", 1).unwrap_err(), Defect::Damaged, "{text}");
        }
    }
}
