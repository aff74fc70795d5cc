//! What Node calls: plain exports, nothing imported.

use std::cell::RefCell;

use crate::rules::{City, Ledger};
use crate::{Set, read};

/// A set that lives as long as the module, as a page's book does.
struct Held {
    set: &'static Set,
    ledger: Ledger<'static>,
    bytes: Vec<u8>,
    told: String,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

fn with<T>(use_it: impl FnOnce(&mut Held) -> T) -> T {
    HELD.with_borrow_mut(|held| use_it(held.as_mut().expect("`prepare` comes first")))
}

/// Makes a set of entries; `city` is its place in `City::ALL`. The one before is not freed.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(count: usize, seed: u32, city: usize) {
    let set: &'static Set = Box::leak(Box::new(Set::new(count, u64::from(seed), City::ALL[city])));
    let held = Held { ledger: set.ledger(), bytes: set.bytes(), told: String::new(), set };
    HELD.set(Some(held));
}

/// Puts the entries in order and assesses every year.
#[unsafe(no_mangle)]
pub extern "C" fn assess() -> u64 {
    with(|held| held.set.assess())
}

/// Assesses every year, the entries being in order.
#[unsafe(no_mangle)]
pub extern "C" fn assess_ordered() -> u64 {
    with(|held| held.set.assess_ordered(&held.ledger))
}

/// Reads the bytes of the entries.
#[unsafe(no_mangle)]
pub extern "C" fn read_bytes() -> u64 {
    with(|held| read(&held.bytes))
}

#[unsafe(no_mangle)]
pub extern "C" fn bytes_at() -> *const u8 {
    with(|held| held.bytes.as_ptr())
}

#[unsafe(no_mangle)]
pub extern "C" fn bytes_length() -> usize {
    with(|held| held.bytes.len())
}

/// Writes every assessment down; gives the length, `told_at` the place.
#[unsafe(no_mangle)]
pub extern "C" fn tell() -> usize {
    with(|held| {
        held.told = held.set.told();
        held.told.len()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn told_at() -> *const u8 {
    with(|held| held.told.as_ptr())
}
