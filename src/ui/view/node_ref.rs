//! A handle to an element of a view, filled when the view is built.

use std::marker::PhantomData;

use leptos::html::ElementType;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::RwSignal;

/// The element once it is there; reading it follows it. `E` is one of `leptos::html`.
pub struct NodeRef<E> {
    element: RwSignal<Option<Element>>,
    kind: PhantomData<fn() -> E>,
}

impl<E> Clone for NodeRef<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for NodeRef<E> {}

impl<E> Default for NodeRef<E> {
    fn default() -> Self {
        NodeRef { element: RwSignal::new(None), kind: PhantomData }
    }
}

impl<E> NodeRef<E> {
    pub fn new() -> NodeRef<E> {
        NodeRef::default()
    }

    pub(super) fn erased<T>(self) -> NodeRef<T> {
        NodeRef { element: self.element, kind: PhantomData }
    }

    pub(super) fn fill(self, element: &Element) {
        self.element.set(Some(element.clone()));
    }
}

impl<E: ElementType<Output: JsCast>> NodeRef<E> {
    pub fn get(self) -> Option<E::Output> {
        self.element.get().map(Element::unchecked_into)
    }

    pub fn get_untracked(self) -> Option<E::Output> {
        self.element.get_untracked().map(Element::unchecked_into)
    }
}
