//! The corpus that the fuzzer left behind, through the same properties, on every `cargo test`.

mod properties;

use std::fs;
use std::path::Path;

/// Runs a property on every file of a target's corpus; an empty one proves nothing.
fn replay(target: &str, property: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut count = 0;
    for file in files {
        let path = file.expect("a file").path();
        let bytes = fs::read(&path).expect("a file that can be read");
        // Told when the property fails.
        println!("{}", path.display());
        property(&bytes);
        count += 1;
    }
    assert!(count >= 10, "{} holds {count} files", folder.display());
}

#[test]
fn every_table_of_the_corpus_keeps_its_promises() {
    replay("table", properties::table);
}

#[test]
fn every_backup_of_the_corpus_keeps_its_promises() {
    replay("backup", properties::backup);
}

#[test]
fn every_rule_pack_of_the_corpus_keeps_its_promises() {
    replay("rule_pack", properties::rule_pack);
}

#[test]
fn every_notice_of_the_corpus_keeps_its_promises() {
    replay("notice", properties::notice);
}

#[test]
fn every_line_of_the_corpus_keeps_its_promises() {
    replay("line", properties::line);
}

#[test]
fn every_stored_text_of_the_corpus_keeps_its_promises() {
    replay("stored", properties::stored);
}
