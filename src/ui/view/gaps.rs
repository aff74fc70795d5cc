//! What `view!` calls to fill the gaps of a template, from the first to the last.

use leptos::ev::EventDescriptor;
use wasm_bindgen::JsCast;
use web_sys::Event;

use super::{AnyView, Filled, IntoValue, IntoView, NodeRef, Part};

/// A template whose gaps are being filled.
pub struct Gaps(Filled);

impl Gaps {
    pub fn new(template: &'static str, count: usize) -> Gaps {
        Gaps(Filled { template, parts: Vec::with_capacity(count) })
    }

    pub fn child(&mut self, child: impl IntoView) {
        self.push(Part::Child(child.into_view()));
    }

    pub fn value(&mut self, value: impl IntoValue) {
        self.push(value.into_part());
    }

    /// `event` is one of `leptos::ev`: it gives the handler's event its type.
    pub fn on<E>(&mut self, _event: E, mut handler: impl FnMut(E::EventType) + 'static)
    where
        E: EventDescriptor<EventType: JsCast>,
    {
        self.push(Part::Handler(Box::new(move |event: Event| handler(event.unchecked_into()))));
    }

    pub fn take<E>(&mut self, reference: NodeRef<E>) {
        self.push(Part::Take(reference.erased()));
    }

    pub fn filled(self) -> AnyView {
        AnyView::Element(Box::new(self.0))
    }

    fn push(&mut self, part: Part) {
        self.0.parts.push(part);
    }
}
