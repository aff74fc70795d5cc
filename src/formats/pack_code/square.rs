//! A text as a square code: an SVG path, never HTML.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// Light squares around the dark ones, which readers need.
const BORDER: i32 = 4;

/// The dark squares as an SVG path in units of one square, and how many squares a side has.
/// `None`: the text is too long for a square that can be printed.
pub fn square(text: &str) -> Option<(String, u32)> {
    let segments = [QrSegment::make_alphanumeric(text)];
    let (low, high) = (Version::MIN, Version::new(25));
    let code = QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, low, high, None, true).ok()?;
    let mut path = String::new();
    for row in 0..code.size() {
        let mut at = 0;
        while at < code.size() {
            let run = (at..code.size()).take_while(|column| code.get_module(*column, row)).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", at + BORDER, row + BORDER));
            }
            at += run as i32 + 1;
        }
    }
    Some((path, (code.size() + 2 * BORDER) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pack_code::MAX_CHARS;

    #[test]
    fn the_longest_text_fits_and_one_more_does_not() {
        let (path, side) = square(&"A".repeat(MAX_CHARS)).unwrap();
        assert_eq!(side, 125, "117 squares and the border");
        assert!(path.bytes().all(|byte| b"Mhvz -0123456789".contains(&byte)));
        assert_eq!(square(&"A".repeat(MAX_CHARS + 1)), None);
    }
}
