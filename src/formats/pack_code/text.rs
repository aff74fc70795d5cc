//! Bytes as letters and digits that survive a chat, a printer and a person: base 32, in capitals.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Five bits a letter; the last one is filled with zeros.
pub fn letters(bytes: &[u8]) -> String {
    let mut found = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut held, mut bits) = (0u32, 0);
    for &byte in bytes {
        held = held << 8 | u32::from(byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            found.push(letter(held >> bits));
        }
    }
    if bits > 0 {
        found.push(letter(held << (5 - bits)));
    }
    found
}

fn letter(value: u32) -> char {
    char::from(LETTERS[(value & 31) as usize])
}

/// The reverse; `None` where a letter is none of ours.
pub fn bytes(letters: &str) -> Option<Vec<u8>> {
    let mut found = Vec::with_capacity(letters.len() * 5 / 8);
    let (mut held, mut bits) = (0u32, 0);
    for letter in letters.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        held = held << 5 | value as u32;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            found.push((held >> bits & 255) as u8);
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_rfc_4648_has_it() {
        for (plain, coded) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(letters(plain.as_bytes()), coded);
        }
        assert_eq!(bytes("A1"), None);
    }

    proptest! {
        #[test]
        fn every_text_comes_back(plain: Vec<u8>) {
            prop_assert_eq!(bytes(&letters(&plain)), Some(plain));
        }
    }
}
