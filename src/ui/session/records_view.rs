//! What a person looks for among the records, and in which order. It stays when the screen is left.

use crate::ui::view::prelude::*;

use super::Session;
use crate::report::records::{Filter, Sort};
use crate::ui::focus::focus;

#[derive(Clone, Copy)]
pub struct RecordsView {
    pub filter: RwSignal<Filter>,
    pub sort: RwSignal<Sort>,
}

impl RecordsView {
    pub(super) fn new() -> RecordsView {
        RecordsView { filter: RwSignal::new(Filter::default()), sort: RwSignal::new(Sort::default()) }
    }

    /// Nothing is looked for in another person's book.
    pub(super) fn clear(self) {
        self.filter.set(Filter::default());
        self.sort.set(Sort::default());
    }
}

impl Session {
    /// Shows every record; their order hides nothing and stays.
    pub fn clear_filters(self) {
        self.later(move || {
            self.records.filter.set(Filter::default());
            request_animation_frame(|| focus("records-search"));
        });
    }
}
