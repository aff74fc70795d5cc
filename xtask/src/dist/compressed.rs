//! Each file compressed beside itself, for hosts that send such files as they are.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::{files, name_of, write};

/// What shrinks. Pictures of pixels are compressed already.
const ENDINGS: [&str; 7] = ["html", "js", "mjs", "css", "wasm", "svg", "webmanifest"];

/// Writes `name.br` and `name.gz`.
pub fn beside(folder: &Path) -> Result<(), String> {
    for path in files(folder)? {
        let name = name_of(&path);
        if !name.rsplit_once('.').is_some_and(|(_, end)| ENDINGS.contains(&end)) {
            continue;
        }
        let bytes = fs::read(&path).map_err(|trouble| format!("cannot read {name}: {trouble}"))?;
        write(&folder.join(format!("{name}.br")), &brotli(&bytes)?)?;
        write(&folder.join(format!("{name}.gz")), &gzip(&bytes)?)?;
    }
    Ok(())
}

/// Brotli at its strongest, as a host would keep it.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &strongest)
        .map_err(|trouble| format!("brotli: {trouble}"))?;
    Ok(packed)
}

pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).and_then(|()| packed.finish()).map_err(|trouble| format!("gzip: {trouble}"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_unpacks_to_the_same_bytes() {
        let text = "学时簿 ".repeat(500).into_bytes();
        let mut plain = Vec::new();
        let packed = brotli(&text).unwrap();
        brotli::BrotliDecompress(&mut &packed[..], &mut plain).unwrap();
        assert_eq!(plain, text);
        assert!(packed.len() < text.len() / 10);
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&text).unwrap()[..]).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
    }
}
