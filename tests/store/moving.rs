//! A book that is read while other tabs write: what looks like damage may be a save seen by half.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use xueshi::book::Book;
use xueshi::store::memory::Memory;
use xueshi::store::{Defect, KeyValue, PortError, Reason, SaveError, State, Store, quarantined};

use crate::sample::{NOW, edit, me, open, stored};

/// A storage in which another tab acts between this one's reads.
#[derive(Clone)]
struct Busy {
    memory: Memory,
    reads: Rc<Cell<usize>>,
    /// Called before every read with its number.
    other: Rc<RefCell<dyn FnMut(usize)>>,
}

impl Busy {
    fn new(memory: &Memory, other: impl FnMut(usize) + 'static) -> Busy {
        Busy { memory: memory.clone(), reads: Rc::default(), other: Rc::new(RefCell::new(other)) }
    }

    fn step(&self) {
        (self.other.borrow_mut())(self.reads.get());
        self.reads.set(self.reads.get() + 1);
    }
}

impl KeyValue for Busy {
    fn get(&self, key: &str) -> Result<Option<String>, PortError> {
        self.step();
        self.memory.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), PortError> {
        self.memory.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), PortError> {
        self.memory.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, PortError> {
        self.step();
        self.memory.keys()
    }
}

/// Another tab that saves an edit each time it is called.
fn another_tab(memory: &Memory) -> impl FnMut() -> Book + 'static {
    let (mut store, opened) = open(memory);
    let (mut book, mut round) = (opened.book, 0);
    move || {
        round += 1;
        let change = edit(&mut book, round * 37 % 99, &format!("第 {round} 次"));
        store.save(&book, &change, NOW).unwrap();
        book.clone()
    }
}

#[test]
fn a_book_opened_while_another_tab_saves_is_one_of_its_books_and_nothing_is_put_aside() {
    // Two heads, two entry parts, the person's part, and what is read between and after them.
    for at in 0..14 {
        for saves in 1..6 {
            let (memory, before) = stored(100);
            let mut other = another_tab(&memory);
            let books = Rc::new(RefCell::new(vec![before]));
            let written = books.clone();
            let busy = Busy::new(&memory, move |read| {
                if read == at {
                    (0..saves).for_each(|_| written.borrow_mut().push(other()));
                }
            });
            let (_, opened) = Store::open(busy, me(), NOW);
            assert_eq!(opened.state, State::Saved, "{saves} saves before read {at}");
            assert!(books.borrow().contains(&opened.book), "{saves} saves before read {at}");
            assert_eq!(quarantined(&memory).unwrap(), []);
            assert_eq!(open(&memory).1.book, *books.borrow().last().unwrap());
        }
    }
}

#[test]
fn a_book_that_never_stands_still_is_left_in_doubt_until_it_does() {
    let (memory, before) = stored(100);
    let mut other = another_tab(&memory);
    let still = Rc::new(Cell::new(false));
    let stop = still.clone();
    let busy = Busy::new(&memory, move |_| {
        if !stop.get() {
            (0..3).for_each(|_| drop(other()));
        }
    });
    let (mut store, opened) = Store::open(busy, me(), NOW);
    assert_eq!((opened.state, store.is_in_doubt(), store.is_stale()), (State::Unsaved, true, true));
    assert_eq!((opened.quarantine.len(), quarantined(&memory).unwrap().len()), (0, 0));
    // What is changed meanwhile waits.
    let mut ours = before.clone();
    let change = edit(&mut ours, 99, "这一页");
    assert!(matches!(store.save(&ours, &change, NOW), Err(SaveError::Stale { .. })));
    let unread = store.take_over(&ours, NOW, &mut || panic!("no copy is made"));
    assert_eq!((unread.opened.book, store.state()), (ours.clone(), State::Unsaved));
    still.set(true);
    let theirs = open(&memory).1.book;
    let merged = store.take_over(&ours, NOW, &mut || panic!("no copy is made")).opened.book;
    store.save(&merged, &Default::default(), NOW).unwrap();
    assert_eq!((store.state(), merged.len()), (State::Saved, 100));
    let own = |book: &Book| book.entries().nth(99).unwrap().remarks.clone();
    assert_eq!((own(&merged).as_str(), own(&theirs).as_str()), ("这一页", ""));
    assert_eq!(open(&memory).1.book, merged);
}

#[test]
fn beside_other_tabs_the_first_look_decides_nothing_and_the_second_only_when_nothing_moved() {
    let (memory, book) = stored(100);
    let lost = memory.texts().into_keys().find(|key| key.contains("/p/2.")).unwrap();
    let text = memory.get(&lost).unwrap().unwrap();
    memory.remove(&lost).unwrap();
    let spoilt = memory.texts();
    let (mut store, opened) = Store::open_beside_others(memory.clone(), me(), NOW);
    assert_eq!((opened.state, opened.missing, store.is_in_doubt()), (State::Unsaved, 0, true));
    assert_eq!(memory.texts(), spoilt, "nothing is written");
    // It was a save seen by half: now the rest has come.
    memory.set(&lost, &text).unwrap();
    let seen = store.take_over(&opened.book, NOW, &mut || panic!("no copy is made")).opened;
    assert_eq!((seen.state, seen.book == book), (State::Saved, true));
    // It was not.
    memory.remove(&lost).unwrap();
    let (mut store, opened) = Store::open_beside_others(memory.clone(), me(), NOW);
    let seen = store.take_over(&opened.book, NOW, &mut || panic!("no copy is made")).opened;
    assert_eq!((seen.state, seen.missing, seen.book.len()), (State::Quarantined, 36, 64));
    assert_eq!(seen.quarantine[0].reason, Defect::Missing);
}

#[test]
fn two_lost_heads_found_beside_other_tabs_are_made_up_for_and_not_taken_for_a_cleared_storage() {
    let (memory, book) = stored(100);
    for key in memory.texts().keys().filter(|key| key.contains("/head.")) {
        memory.set(key, "{").unwrap();
    }
    let (mut store, opened) = Store::open_beside_others(memory.clone(), me(), NOW);
    assert!(store.is_in_doubt());
    let seen = store.take_over(&opened.book, NOW, &mut || panic!("no copy is made")).opened;
    assert_eq!((seen.state, store.has_vanished(), seen.book == book), (State::Quarantined, false, true));
}

#[test]
fn a_recovery_point_dropped_while_it_is_looked_for_is_no_damage() {
    let (memory, book) = stored(10);
    open(&memory).0.mark(Reason::Day, NOW).unwrap();
    let point = memory.texts().into_keys().find(|key| key.contains("/r/")).unwrap();
    let shared = memory.clone();
    // After the keys and both heads.
    let busy = Busy::new(&memory, move |read| {
        if read == 3 {
            shared.remove(&point).unwrap();
        }
    });
    let (store, opened) = Store::open(busy, me(), NOW);
    assert_eq!((opened.state, opened.book), (State::Saved, book));
    assert_eq!((store.recoveries(), quarantined(&memory).unwrap()), (vec![], vec![]));
}

#[test]
fn what_a_tab_writes_that_has_not_seen_the_newest_head_is_not_swept_by_one_that_opens() {
    let (memory, book) = stored(100);
    let behind = Memory::from_texts(memory.texts());
    another_tab(&memory)();
    // It writes its part now, and its head in a moment.
    let mut ours = book.clone();
    let change = edit(&mut ours, 90, "这一页");
    let (mut store, _) = open(&behind);
    store.save(&ours, &change, NOW).unwrap();
    let parts: Vec<_> = behind.texts().into_iter().filter(|(key, _)| key.contains("/p/")).collect();
    let fresh = parts.iter().find(|(key, _)| memory.get(key) == Ok(None)).unwrap();
    memory.set(&fresh.0, &fresh.1).unwrap();
    open(&memory);
    assert_eq!(memory.get(&fresh.0).unwrap().as_ref(), Some(&fresh.1));
}
