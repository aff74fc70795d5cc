//! A storage in memory that fails on demand: tests prove with it what a save survives.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::port::{KeyValue, PortError, units};

/// Clones share their contents, like two tabs of one origin.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    shared: Rc<RefCell<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    texts: BTreeMap<String, String>,
    units: usize,
    faults: Faults,
    operations: usize,
    writes: usize,
    units_written: usize,
}

/// What goes wrong, counted from the moment they are set; operations and writes count from 0.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    /// Keys and texts together may not exceed this many UTF-16 units.
    pub quota: Option<usize>,
    /// From this operation on, nothing happens any more: the process is dead.
    pub killed_at: Option<usize>,
    /// The write that fails, and how.
    pub failing_write: Option<(usize, PortError)>,
    /// The write that reports success and stores another text.
    pub lying_write: Option<(usize, String)>,
    pub blocked: bool,
}

impl Memory {
    pub fn new() -> Memory {
        Memory::default()
    }

    pub fn from_texts(texts: BTreeMap<String, String>) -> Memory {
        let memory = Memory::new();
        let units = texts.iter().map(|(key, text)| units(key) + units(text)).sum();
        *memory.shared.borrow_mut() = Shared { texts, units, ..Shared::default() };
        memory
    }

    /// Everything stored, as an independent copy.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.shared.borrow().texts.clone()
    }

    /// Keys and texts together, in UTF-16 units.
    pub fn units(&self) -> usize {
        self.shared.borrow().units
    }

    /// Sets what goes wrong from now on, and counts from zero again.
    pub fn fail(&self, faults: Faults) {
        let mut shared = self.shared.borrow_mut();
        shared.faults = faults;
        (shared.operations, shared.writes, shared.units_written) = (0, 0, 0);
    }

    pub fn operations(&self) -> usize {
        self.shared.borrow().operations
    }

    pub fn writes(&self) -> usize {
        self.shared.borrow().writes
    }

    pub fn units_written(&self) -> usize {
        self.shared.borrow().units_written
    }
}

impl Shared {
    /// What a key and its text take now.
    fn taken(&self, key: &str) -> usize {
        self.texts.get(key).map_or(0, |text| units(key) + units(text))
    }

    fn operate(&mut self) -> Result<(), PortError> {
        let number = self.operations;
        self.operations += 1;
        if self.faults.killed_at.is_some_and(|at| number >= at) {
            return Err(PortError::Other("killed".to_owned()));
        }
        if self.faults.blocked { Err(PortError::Blocked) } else { Ok(()) }
    }
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, PortError> {
        let mut shared = self.shared.borrow_mut();
        shared.operate()?;
        Ok(shared.texts.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), PortError> {
        let mut shared = self.shared.borrow_mut();
        shared.operate()?;
        let number = shared.writes;
        shared.writes += 1;
        let mut text = text;
        let faults = shared.faults.clone();
        match (&faults.failing_write, &faults.lying_write) {
            (Some((at, error)), _) if *at == number => return Err(error.clone()),
            (_, Some((at, other))) if *at == number => text = other,
            _ => {}
        }
        let size = units(key) + units(text);
        let total = shared.units - shared.taken(key) + size;
        if faults.quota.is_some_and(|quota| total > quota) {
            return Err(PortError::Full);
        }
        shared.units = total;
        shared.units_written += size;
        shared.texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), PortError> {
        let mut shared = self.shared.borrow_mut();
        shared.operate()?;
        shared.units -= shared.taken(key);
        shared.texts.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, PortError> {
        let mut shared = self.shared.borrow_mut();
        shared.operate()?;
        Ok(shared.texts.keys().cloned().collect())
    }
}
