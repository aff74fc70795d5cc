//! What holds for any bytes that reach a parser from outside. The fuzzer looks for bytes for which
//! it does not; `cargo test --test fuzz` replays what the fuzzer kept (tests/fuzz/README.md).

use std::collections::BTreeMap;

use xueshi::book::{Book, Draft};
use xueshi::exchange::backup::{About, BackupError, Mode, book_as_json, compare, merged, read_backup};
use xueshi::exchange::import::{Context, RowVerdict, read_table};
use xueshi::exchange::notice::{self, NoticeError};
use xueshi::exchange::pack::PackError;
use xueshi::exchange::text::{decode, pasted};
use xueshi::exchange::{one_line, pack};
use xueshi::i18n::Lang;
use xueshi::rules::date::day;
use xueshi::rules::{Date, EntryId};
use xueshi::store::memory::Memory;
use xueshi::store::{BookId, KeyValue, State, Store, quarantined};

const NOW: &str = "2026-11-21T09:00:00+08:00";

fn today() -> Date {
    day(2026, 11, 21)
}

/// As the browser decodes files; bytes that are no UTF stand in for GB18030 with one character each.
fn text_of(bytes: &[u8]) -> Option<String> {
    decode(bytes, |bytes| Some(bytes.iter().map(|&byte| char::from(byte)).collect())).ok()
}

fn me() -> BookId {
    BookId::new("me").expect("a sound id")
}

/// A book written away and read back, by the store and by a backup, is the same book.
fn survives(book: &Book) {
    let memory = Memory::new();
    let (mut store, _) = Store::open(memory.clone(), me(), NOW);
    let mut empty = Book::default();
    let change = empty.turn_into(book);
    store.save(book, &change, NOW).expect("there is room");
    let (_, opened) = Store::open(memory, me(), NOW);
    assert_eq!((opened.state, &opened.book), (State::Saved, book));
    let text = book_as_json(book, About { made: "2026-11-21T09:00", demo: false });
    assert_eq!(&read_backup(&text).expect("what was written is read").book, book);
}

/// A table as a file or as pasted text. Every row is told with its line, a sound one can be kept,
/// and a second import of the same adds nothing.
pub fn table(bytes: &[u8]) {
    let Some(text) = text_of(bytes) else { return };
    let Ok(text) = pasted(&text) else { return };
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        EntryId(last)
    };
    let none = Book::default();
    let import = read_table(text, Context { today: today(), book: &none, room: 10_000, new_id: &mut new_id });
    let mut line = 0;
    for row in &import.rows {
        assert!(row.line > line, "lines go on");
        line = row.line;
        assert_eq!(row.entry.is_none(), row.verdict == RowVerdict::Error);
        assert_eq!(row.errors.is_empty(), row.verdict != RowVerdict::Error);
    }
    let mut book = Book::default();
    let new = import.rows.into_iter().filter(|row| row.verdict == RowVerdict::New);
    book.put(new.filter_map(|row| row.entry));
    survives(&book);
    let mut new_id = || EntryId(u64::MAX);
    let again = read_table(text, Context { today: today(), book: &book, room: 10_000, new_id: &mut new_id });
    let new = again.rows.iter().filter(|row| row.verdict == RowVerdict::New).map(|row| row.line);
    assert_eq!(new.collect::<Vec<_>>(), [0; 0], "everything is known by now");
}

/// A backup as a file or as text. What is read is written again alike; restoring it twice changes
/// nothing more.
pub fn backup(bytes: &[u8]) {
    let Some(text) = text_of(bytes) else { return };
    let Ok(found) = read_backup(&text) else { return };
    let written = book_as_json(&found.book, About { made: &found.made, demo: found.demo });
    let again = read_backup(&written).expect("what was written is read");
    assert_eq!(again, found);
    survives(&found.book);
    for mode in Mode::ALL {
        let once = merged(&Book::default(), &found, *mode);
        assert_eq!(merged(&once, &found, *mode), once);
        let left = compare(&once, &found);
        assert_eq!((left.new.len(), left.only_ours), (0, 0));
    }
}

/// What is refused is told in a sentence of each language, and where it is.
fn is_told(sentence: impl Fn(Lang) -> String, place: &[String]) {
    for lang in [Lang::Zh, Lang::En] {
        let sentence = sentence(lang);
        assert!(sentence.chars().count() > 5, "{sentence}");
        assert!(place.iter().all(|part| sentence.contains(part)), "{sentence}: {place:?}");
    }
}

/// A pack of conversion rules. It is refused with a sentence or reviewed rule by rule; what was taken
/// from it and is handed on is the same there.
pub fn rule_pack(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let found = match pack::read(text, &Book::default()) {
        Ok(found) => found,
        Err(why) => {
            let place = match &why {
                PackError::NotAPack { line, column } => vec![line.to_string(), column.to_string()],
                PackError::Twice(name) => vec![name.clone()],
                _ => vec![],
            };
            return is_told(|lang| lang.pack_problem(&why), &place);
        }
    };
    for rule in &found.rules {
        if let pack::PackVerdict::Error(errors) = &rule.verdict {
            assert!(!errors.is_empty());
            errors.iter().for_each(|error| is_told(|lang| lang.rule_problem(error.kind), &[]));
        }
    }
    let rules: Vec<_> = found.rules.iter().filter_map(|rule| rule.rule.clone()).collect();
    if rules.is_empty() {
        return;
    }
    let mut book = Book::default();
    book.set_conversions(rules.clone());
    survives(&book);
    let own = pack::write(&rules, &found.title, &found.publisher, &found.date);
    let again = pack::read(&own, &book).expect("what was written is read");
    let verdicts: Vec<_> = again.rules.iter().map(|rule| rule.verdict.code()).collect();
    assert_eq!(verdicts, vec!["same"; rules.len()], "{own}");
}

/// A year's notice. It is refused with a sentence that says where, or taken whole: a row of the review
/// for each thing that it states, and the same when it is handed on.
pub fn notice(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let found = match notice::read(text) {
        Ok(found) => found,
        Err(why) => {
            let place = match &why {
                NoticeError::Wrong(BackupError::At { place, .. }) => vec![place.clone()],
                NoticeError::Wrong(BackupError::NotJson { line, column }) => {
                    vec![line.to_string(), column.to_string()]
                }
                _ => vec![],
            };
            return is_told(|lang| lang.notice_problem(&why), &place);
        }
    };
    let mut book = Book::default();
    assert_eq!(book.compare_notice(&found).len(), found.kinds().count());
    book.put_notice(found.clone());
    survives(&book);
    assert_eq!(notice::read(&notice::write(&found)).as_ref(), Ok(&found));
}

/// An entry in one line. What was understood can be kept; said again in one line it is the same, or
/// not understood, as where the title is a single word with a meaning; never another one in silence.
pub fn line(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let draft: Draft = one_line::read(text, today());
    let Ok(checked) = draft.check(today()) else { return };
    let entry = checked.with_id(EntryId(1));
    survives(&Book::from_parts(Default::default(), Vec::new(), [entry.clone()]));
    let said = one_line::write(&entry, entry.end);
    let Ok(again) = one_line::read(&said, today()).check(today()) else { return };
    let again = again.with_id(EntryId(1));
    assert_eq!((again.end, again.hours, again.subject), (entry.end, entry.hours, entry.subject), "{said}");
}

/// FNV-1a, as docs/storage.md describes the envelope: without a sum that fits, nothing behind it
/// would ever be reached.
fn checksum(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn sealed(name: &str, revision: u64, count: usize, body: &str) -> (String, u64) {
    let front = format!(
        "{{\"app\":\"xueshi\",\"schema\":1,\"name\":\"{name}\",\"revision\":{revision},\"count\":{count},\"body\":{body}"
    );
    let sum = checksum(&front);
    (format!("{front},\"sum\":\"{sum:016x}\"}}"), sum)
}

fn head(slot: u64, count: usize, parts: &str) -> (String, String) {
    let body =
        format!(r#"{{"saved":"","incomplete":false,"missing":0,"kept":null,"trail":[],"parts":[{parts}]}}"#);
    (format!("xueshi/b/me/head.{slot}"), sealed(&format!("b/me/head.{slot}"), slot + 2, count, &body).0)
}

/// Texts found in the storage: a whole value, or a body within a sound envelope. The first byte
/// tells where it lies. Nothing is lost: each text is there still, or in the quarantine; and the
/// book goes on.
pub fn stored(bytes: &[u8]) {
    let Some((&place, rest)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(rest).into_owned();
    let (other_key, other) = head(0, 0, "");
    let mut texts = BTreeMap::from([(other_key, other)]);
    let key = |name: &str| format!("xueshi/{name}");
    match place % 8 {
        // A whole value, or one with a sum that fits.
        0 => drop(texts.insert(key("b/me/head.1"), text)),
        1 => {
            let whole = format!("{text},\"sum\":\"{:016x}\"}}", checksum(&text));
            texts.insert(key("b/me/head.1"), whole);
        }
        2 => drop(texts.insert(key("b/me/head.1"), sealed("b/me/head.1", 3, 0, &text).0)),
        3 => drop(texts.insert(key("b/me/r/1"), sealed("b/me/r/1", 1, 0, &text).0)),
        // A part: number 0 is the person's, others hold entries.
        part @ (4 | 5) => {
            let number = part - 4;
            let count = if number == 0 {
                1
            } else {
                serde_json::from_str::<Vec<serde_json::Value>>(&text).map_or(1, |rows| rows.len())
            };
            let name = format!("b/me/p/{number}.3");
            let (whole, sum) = sealed(&name, 3, count, &text);
            texts.insert(key(&format!("{name}.{sum:016x}")), whole);
            let parts = format!("[{number},3,{count},\"{sum:x}\"]");
            texts.extend([head(1, if number == 0 { 0 } else { count }, &parts)]);
        }
        6 => drop(texts.insert(key("index"), sealed("index", 1, 0, &text).0)),
        _ => drop(texts.insert(key("settings"), sealed("settings", 1, 0, &text).0)),
    }
    let memory = Memory::from_texts(texts.clone());
    let all_there = |when: &str| {
        let aside = quarantined(&memory).expect("storage works");
        for (key, text) in &texts {
            let moved = aside.iter().any(|found| found.origin == *key && found.text == *text);
            assert!(moved || memory.get(key).expect("storage works").as_ref() == Some(text), "{key} {when}");
        }
    };
    let _ = xueshi::store::Registry::open(&memory, NOW);
    let _ = xueshi::store::Settings::open(&memory, NOW);
    let (mut store, opened) = Store::open(memory.clone(), me(), NOW);
    all_there("after opening");
    if opened.state == State::NewerSchema {
        return assert_eq!(memory.texts(), texts, "a later version's book was changed");
    }
    survives(&opened.book);
    let mut next = opened.book.clone();
    let entry = one_line::read("2026-03-05 新的 6学时 专业", today()).check(today()).expect("a sound line");
    let change = next.put([entry.with_id(EntryId((1 << 53) - 1))]);
    store.save(&next, &change, NOW).expect("the book goes on");
    let (_, again) = Store::open(memory, me(), NOW);
    assert_eq!(again.book, next);
    assert_eq!(again.state == State::Quarantined, opened.state == State::Quarantined);
}
