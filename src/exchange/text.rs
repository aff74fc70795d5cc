//! A file's bytes as text, in the encodings that spreadsheets and editors save.

/// The largest file, or pasted text, that is read: 10 MiB.
pub const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;

const BOM: char = '\u{FEFF}';

/// Why bytes are not a text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Above [`MAX_FILE_BYTES`].
    TooLarge { bytes: usize },
    /// A workbook (xlsx, xls): to be saved as CSV, or its cells copied and pasted.
    Workbook,
    /// Bytes that no text holds: a picture, a PDF, a damaged file.
    NotText,
    /// Neither UTF-8 nor UTF-16 nor GB18030.
    UnknownEncoding,
}

/// UTF-8 and UTF-16 are read here; GB18030, which Chinese Excel and WPS save, by the caller's
/// decoder, since every browser has one and its tables would weigh more than the rest of the app.
/// The decoder gives `None` for bytes that are no GB18030.
pub fn decode(
    bytes: &[u8],
    decode_gb18030: impl FnOnce(&[u8]) -> Option<String>,
) -> Result<String, TextError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(TextError::TooLarge { bytes: bytes.len() });
    }
    let text = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(TextError::Workbook),
        [b'%', b'P', b'D', b'F', b'-', ..] => return Err(TextError::NotText),
        [0xFF, 0xFE, units @ ..] => decode_utf16(units, u16::from_le_bytes)?,
        [0xFE, 0xFF, units @ ..] => decode_utf16(units, u16::from_be_bytes)?,
        _ if bytes.contains(&0) => return Err(TextError::NotText),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_string(),
            Err(_) => decode_gb18030(bytes).ok_or(TextError::UnknownEncoding)?,
        },
    };
    if text.contains('\0') {
        return Err(TextError::NotText);
    }
    Ok(text.strip_prefix(BOM).map(str::to_string).unwrap_or(text))
}

/// Pasted text, under the same limit as a file.
pub fn pasted(text: &str) -> Result<&str, TextError> {
    if text.len() > MAX_FILE_BYTES {
        return Err(TextError::TooLarge { bytes: text.len() });
    }
    Ok(text.strip_prefix(BOM).unwrap_or(text))
}

fn decode_utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, TextError> {
    if !bytes.len().is_multiple_of(2) {
        return Err(TextError::NotText);
    }
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| TextError::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Stands in for the browser's decoder: knows one word.
    fn gb18030(bytes: &[u8]) -> Option<String> {
        (bytes == [0xC8, 0xD5, 0xC6, 0xDA]).then(|| "日期".to_string())
    }

    #[test]
    fn text_is_read_in_each_encoding() {
        for (bytes, text) in [
            ("学时".as_bytes(), "学时"),
            ("\u{FEFF}学时".as_bytes(), "学时"),
            (&[0xC8, 0xD5, 0xC6, 0xDA], "日期"),
            (&[0xFF, 0xFE, 0x66, 0x5B, 0xF6, 0x65], "学时"),
            (&[0xFE, 0xFF, 0x5B, 0x66, 0x65, 0xF6], "学时"),
            (b"", ""),
        ] {
            assert_eq!(decode(bytes, gb18030).as_deref(), Ok(text), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_says_why() {
        for (bytes, why) in [
            (&b"PK\x03\x04\x14\x00"[..], TextError::Workbook),
            (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], TextError::Workbook),
            (b"%PDF-1.7", TextError::NotText),
            (b"a\0b", TextError::NotText),
            (&[0xFF, 0xFE, 0x66], TextError::NotText),
            (&[0xFF, 0xFE, 0x00, 0xD8], TextError::NotText),
            (&[0xFF, 0xFE, 0x00, 0x00], TextError::NotText),
            (&[0x89, 0xFF, 0x0D], TextError::UnknownEncoding),
        ] {
            assert_eq!(decode(bytes, gb18030), Err(why), "{bytes:?}");
        }
    }

    #[test]
    fn the_limit_is_the_last_size_that_is_read() {
        let text = "a".repeat(MAX_FILE_BYTES + 1);
        let why = TextError::TooLarge { bytes: MAX_FILE_BYTES + 1 };
        assert_eq!(decode(text.as_bytes(), gb18030), Err(why));
        assert_eq!(pasted(&text), Err(why));
        assert!(decode(&text.as_bytes()[1..], gb18030).is_ok());
        assert!(pasted(&text[1..]).is_ok());
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>, mark in 0usize..4) {
            let marks: [&[u8]; 4] = [b"", &[0xFF, 0xFE], &[0xFE, 0xFF], &[0xEF, 0xBB, 0xBF]];
            let _ = decode(&[marks[mark], &bytes].concat(), |_| None);
        }
    }
}
