//! What stands beside the books: their list, the settings, the demo.

use xueshi::store::memory::{Faults, Memory};
use xueshi::store::{BookId, KeyValue, Registry, SaveError, Settings, State, Store, erase_demo, quarantined};

use crate::sample::{NOW, book, me, open, stored, whole};

#[test]
fn books_are_listed_and_a_damaged_list_hides_none() {
    let (memory, _) = stored(3);
    let other = BookId::new("colleague-7").unwrap();
    let mut registry = Registry::open(&memory, NOW).unwrap();
    registry.put(&memory, &me(), "我", NOW).unwrap();
    registry.put(&memory, &other, "同事", NOW).unwrap();
    let names = |registry: &Registry| -> Vec<_> {
        registry.books.iter().map(|book| (book.id.as_str().to_owned(), book.name.clone())).collect()
    };
    let found = Registry::open(&memory, NOW).unwrap();
    assert_eq!(names(&found), [("me".into(), "我".into()), ("colleague-7".into(), "同事".into())]);

    let damaged = memory.texts()["xueshi/index"].replace('我', "他");
    memory.set("xueshi/index", &damaged).unwrap();
    let mut found = Registry::open(&memory, NOW).unwrap();
    assert_eq!(names(&found), [("me".into(), String::new())]);
    assert_eq!(found.quarantine.as_ref().unwrap().text, damaged);
    found.put(&memory, &me(), "我", NOW).unwrap();
    assert_eq!(names(&Registry::open(&memory, NOW).unwrap()), [("me".into(), "我".into())]);
    assert_eq!(quarantined(&memory).unwrap()[0].text, damaged);
}

#[test]
fn a_later_versions_list_and_settings_are_left_alone() {
    let memory = Memory::new();
    let later = r#"{"schema":2,"app":"xueshi"}"#;
    memory.set("xueshi/index", later).unwrap();
    memory.set("xueshi/settings", later).unwrap();
    let mut registry = Registry::open(&memory, NOW).unwrap();
    assert_eq!(registry.put(&memory, &me(), "我", NOW), Err(SaveError::NewerSchema));
    let (mut settings, _) = Settings::open(&memory, NOW).unwrap();
    assert_eq!(settings.set(&memory, Settings::THEME, "dark", NOW), Err(SaveError::NewerSchema));
    assert_eq!(settings.get(Settings::THEME), Some("dark"));
    assert!(memory.texts().values().all(|text| text == later));
}

#[test]
fn damaged_settings_are_put_aside_and_forgotten_ones_are_kept() {
    let memory = Memory::new();
    let (mut settings, none) = Settings::open(&memory, NOW).unwrap();
    assert_eq!((settings.get(Settings::LANGUAGE), none), (None, None));
    settings.set(&memory, Settings::LANGUAGE, "en", NOW).unwrap();
    let mut other = Settings::open(&memory, NOW).unwrap().0;
    other.set(&memory, "of-a-later-version", "1", NOW).unwrap();
    settings.set(&memory, Settings::THEME, "dark", NOW).unwrap();
    let (settings, _) = Settings::open(&memory, NOW).unwrap();
    for (name, value) in [(Settings::LANGUAGE, "en"), (Settings::THEME, "dark"), ("of-a-later-version", "1")]
    {
        assert_eq!(settings.get(name), Some(value));
    }
    memory.set("xueshi/settings", "{\"language\":\"en\"}").unwrap();
    let (settings, damaged) = Settings::open(&memory, NOW).unwrap();
    assert_eq!((settings, damaged.unwrap().text), (Settings::default(), "{\"language\":\"en\"}".to_owned()));
    assert_eq!(quarantined(&memory).unwrap()[0].origin, "xueshi/settings");
}

#[test]
fn the_demo_is_never_listed_and_leaves_without_a_trace() {
    let (memory, mine) = stored(3);
    let before = memory.texts();
    let demo = book(5);
    let (mut store, _) = Store::open(memory.clone(), BookId::demo(), NOW);
    store.save(&demo, &whole(&demo), NOW).unwrap();
    let mut registry = Registry::open(&memory, NOW).unwrap();
    registry.put(&memory, &BookId::demo(), "示例", NOW).unwrap();
    assert_eq!(registry.books.len(), 1);
    assert_eq!(Store::open(memory.clone(), BookId::demo(), NOW).1.book, demo);
    assert_eq!(open(&memory).1.book, mine);
    erase_demo(&memory).unwrap();
    assert_eq!(memory.texts(), before);
}

#[test]
fn books_and_other_apps_of_one_origin_do_not_touch_each_other() {
    let (memory, mine) = stored(70);
    memory.set("other-app", "theirs").unwrap();
    let other = BookId::new("me2").unwrap();
    let theirs = book(66);
    let (mut store, _) = Store::open(memory.clone(), other.clone(), NOW);
    memory.fail(Faults { quota: Some(memory.units() + 60_000), ..Faults::default() });
    store.save(&theirs, &whole(&theirs), NOW).unwrap();
    assert_eq!(open(&memory).1.book, mine);
    let opened = Store::open(memory.clone(), other, NOW).1;
    assert_eq!((opened.state, opened.book), (State::Saved, theirs));
    assert_eq!(memory.texts()["other-app"], "theirs");
}
