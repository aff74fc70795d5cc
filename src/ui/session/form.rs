//! A form over a screen. What was typed survives closing the form, another screen and another
//! language; it goes only when it is saved or thrown away on purpose.

use crate::ui::view::prelude::*;

/// `T` says what the form will save to, `D` is what is typed, `E` what is wrong with it.
pub struct Form<T, D: 'static, E> {
    pub open: RwSignal<bool>,
    pub target: RwSignal<T>,
    pub draft: RwSignal<D>,
    /// Shown once saving was tried; from then on they follow what is typed.
    pub errors: RwSignal<Vec<E>>,
    /// What the form began with: a draft that differs is kept.
    began_with: StoredValue<D, LocalStorage>,
}

impl<T, D, E> Clone for Form<T, D, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, D, E> Copy for Form<T, D, E> {}

impl<T: Clone + PartialEq + 'static, D: Clone + PartialEq + Default + 'static, E: 'static> Form<T, D, E> {
    pub(super) fn new(target: T) -> Form<T, D, E> {
        Form {
            open: RwSignal::new(false),
            target: RwSignal::new(target),
            draft: RwSignal::new(D::default()),
            errors: RwSignal::new(vec![]),
            began_with: StoredValue::new_local(D::default()),
        }
    }

    /// Whether the form holds what was not there when it began.
    pub fn is_touched(self) -> bool {
        self.draft.with(|draft| self.began_with.with_value(|began| began != draft))
    }

    /// Shows the form. A touched draft for the same target is taken up again; says whether the
    /// form began anew instead.
    pub fn show(self, target: T, draft: D) -> bool {
        let is_new = !(self.target.with_untracked(|now| *now == target) && untrack(|| self.is_touched()));
        if is_new {
            self.target.set(target);
            self.began_with.set_value(draft.clone());
            self.draft.set(draft);
            self.errors.set(vec![]);
        }
        self.open.set(true);
        is_new
    }

    /// Closes the form and keeps what was typed.
    pub fn close(self) {
        self.open.set(false);
    }

    /// Closes the form and forgets what was typed.
    pub fn close_for_good(self) {
        self.open.set(false);
        self.draft.set(self.began_with.get_value());
        self.errors.set(vec![]);
    }
}
