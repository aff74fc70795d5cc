//! What the parts of a workbook need of XML: attributes and texts.

use std::io::BufRead;

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Broken XML, or bytes that could not be unpacked; the container knows which.
#[derive(Debug)]
pub struct Trouble;

impl From<quick_xml::Error> for Trouble {
    fn from(_: quick_xml::Error) -> Trouble {
        Trouble
    }
}

pub fn reader<R: BufRead>(part: R) -> Reader<R> {
    let mut reader = Reader::from_reader(part);
    // An element without content is a start and an end, like any other.
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// An attribute by its name, whatever its namespace is called.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    unescape(found.value.as_ref()).ok().map(|text| text.into_owned())
}

/// The text up to the end of the element that has just begun. Of rich text all runs; phonetic
/// guides, which stand beside the text, are left out.
pub fn text<R: BufRead>(reader: &mut Reader<R>, buffer: &mut Vec<u8>) -> Result<String, Trouble> {
    let mut found = String::new();
    let (mut depth, mut guide) = (0u32, None);
    loop {
        buffer.clear();
        match reader.read_event_into(buffer)? {
            Event::Start(element) => {
                depth += 1;
                if guide.is_none() && element.local_name().as_ref() == "rPh" {
                    guide = Some(depth);
                }
            }
            Event::End(_) if depth == 0 => return Ok(unescaped(&found)),
            Event::End(_) => {
                guide = guide.filter(|at| *at != depth);
                depth -= 1;
            }
            Event::Text(text) if guide.is_none() => found.push_str(&text.xml10_content()),
            Event::CData(text) if guide.is_none() => found.push_str(&text.xml10_content()),
            Event::GeneralRef(name) if guide.is_none() => push_reference(&name, &mut found)?,
            Event::Eof => return Err(Trouble),
            _ => {}
        }
    }
}

fn push_reference(name: &BytesRef<'_>, into: &mut String) -> Result<(), Trouble> {
    if let Some(character) = name.resolve_char_ref()? {
        into.push(character);
    } else {
        into.push_str(resolve_xml_entity(name).ok_or(Trouble)?);
    }
    Ok(())
}

/// `_x000D_` stands for a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).and_then(|code| code.strip_suffix('_'));
        let code = code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let character = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        found.push_str(&rest[..at]);
        match character {
            Some(character) => {
                found.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                found.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    found + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(xml: &str) -> String {
        let mut reader = reader(xml.as_bytes());
        let mut buffer = Vec::new();
        assert!(matches!(reader.read_event_into(&mut buffer), Ok(Event::Start(_))));
        text(&mut reader, &mut Vec::new()).unwrap()
    }

    #[test]
    fn runs_are_joined_and_guides_left_out() {
        let xml =
            "<si><r><t>学</t></r><rPh sb=\"0\"><t>xué</t></rPh><r><rPr/><t>时 &amp; &#x4E00;</t></r></si>";
        assert_eq!(text_of(xml), "学时 & 一");
        assert_eq!(text_of("<si/>"), "");
        assert_eq!(text_of("<t>a<![CDATA[<b>]]></t>"), "a<b>");
    }

    #[test]
    fn escaped_characters_come_back() {
        assert_eq!(text_of("<t>a_x000A_b_xyz_x005F_x</t>"), "a\nb_xyz_x");
    }
}
