//! The acts that can still be undone, newest last.

use super::Change;

/// How many acts are kept.
const DEPTH: usize = 100;

#[derive(Clone, Debug, Default)]
pub struct History {
    acts: Vec<Change>,
}

impl History {
    /// Remembers an act; an empty change is none.
    pub fn remember(&mut self, act: Change) {
        if act.is_empty() {
            return;
        }
        if self.acts.len() == DEPTH {
            self.acts.remove(0);
        }
        self.acts.push(act);
    }

    /// The change that undoes the newest act, which is then forgotten.
    pub fn undo(&mut self) -> Option<Change> {
        self.acts.pop().map(|act| act.inverse())
    }

    pub fn is_empty(&self) -> bool {
        self.acts.is_empty()
    }
}
