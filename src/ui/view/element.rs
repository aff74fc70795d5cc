//! An element in the page, with what changes in it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use leptos::prelude::{Owner, RenderEffect, document};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, Node};

use super::live::Live;
use super::marks;
use super::{Compute, Filled, Handler, Part, Value, done};

/// Both live as long as the element's nodes.
pub struct LiveElement {
    node: Node,
    template: &'static str,
    parts: Vec<LivePart>,
}

/// The live counterpart of a part, in the same order.
enum LivePart {
    Child(Live),
    Value(Place, Value),
    Computed { place: Place, last: Rc<RefCell<Value>>, _effect: RenderEffect<()> },
    Handler(Rc<RefCell<Option<Handler>>>),
    Take(Element),
}

/// Where a value goes.
#[derive(Clone)]
struct Place {
    element: Element,
    mark: char,
    name: &'static str,
}

impl LiveElement {
    pub fn node(&self) -> &Node {
        &self.node
    }

    pub fn is_of(&self, filled: &Filled) -> bool {
        self.template == filled.template
    }

    /// Reads the template from left to right; the elements still open are on a stack.
    pub fn build(filled: Filled) -> LiveElement {
        let document = document();
        let template = filled.template;
        let mut gaps = filled.parts.into_iter();
        let mut parts = Vec::with_capacity(gaps.len());
        let mut open: Vec<Element> = Vec::new();
        let mut root = None;
        let mut rest = template;
        while let Some(mark) = rest.chars().next() {
            let word = &rest[1..];
            let end = word.find(|letter| letter < marks::FIRST_LETTER).unwrap_or(word.len());
            let (word, next) = word.split_at(end);
            rest = next;
            if mark == marks::HTML {
                open.push(done(document.create_element(word)));
                continue;
            }
            if mark == marks::SVG {
                open.push(done(document.create_element_ns(Some("http://www.w3.org/2000/svg"), word)));
                continue;
            }
            if mark == marks::END {
                let ended = open.pop().expect("an element is open");
                match open.last() {
                    Some(parent) => drop(parent.append_child(&ended)),
                    None => root = Some(ended),
                }
                continue;
            }
            let element = open.last().expect("an element is open");
            match mark {
                marks::TEXT => drop(element.append_child(&document.create_text_node(word))),
                marks::FIXED => {
                    let (name, value) = word.split_once('=').unwrap_or((word, ""));
                    done(element.set_attribute(name, value));
                }
                mark => {
                    let part = gaps.next().expect("each gap has its part");
                    parts.push(LivePart::build(element, mark, word, part));
                }
            }
        }
        LiveElement { node: root.expect("a template is one element").into(), template, parts }
    }

    /// Takes over the parts of a newer view of the same template.
    pub fn update(&mut self, filled: Filled) {
        for (live, part) in self.parts.iter_mut().zip(filled.parts) {
            live.update(part);
        }
    }
}

impl LivePart {
    fn build(element: &Element, mark: char, name: &'static str, part: Part) -> LivePart {
        let place = || Place { element: element.clone(), mark, name };
        match part {
            Part::Child(view) => {
                let live = Live::build(view);
                live.place(element, None);
                LivePart::Child(live)
            }
            Part::Value(value) => {
                place().put(&Value::Absent, &value);
                LivePart::Value(place(), value)
            }
            Part::Computed(compute) => follow(place(), Rc::default(), compute),
            Part::Handler(handler) => {
                let slot = Rc::new(RefCell::new(Some(handler)));
                let listener = listener(Rc::clone(&slot));
                done(element.add_event_listener_with_callback(name, &listener));
                LivePart::Handler(slot)
            }
            Part::Take(reference) => {
                reference.fill(element);
                LivePart::Take(element.clone())
            }
        }
    }

    fn update(&mut self, part: Part) {
        match (self, part) {
            (LivePart::Child(live), Part::Child(view)) => live.update(view),
            (LivePart::Value(place, last), Part::Value(value)) => {
                place.put(last, &value);
                *last = value;
            }
            (LivePart::Handler(slot), Part::Handler(handler)) => *slot.borrow_mut() = Some(handler),
            (LivePart::Take(element), Part::Take(reference)) => reference.fill(element),
            (live @ (LivePart::Computed { .. } | LivePart::Value(..)), part) => live.exchange(part),
            _ => {}
        }
    }

    /// A value is followed from now on, or by another closure, or no more.
    fn exchange(&mut self, part: Part) {
        let (place, last) = match self {
            LivePart::Computed { place, last, .. } => (place.clone(), Rc::clone(last)),
            LivePart::Value(place, last) => (place.clone(), Rc::new(RefCell::new(std::mem::take(last)))),
            _ => return,
        };
        match part {
            Part::Computed(compute) => *self = follow(place, last, compute),
            Part::Value(value) => {
                place.put(&last.borrow(), &value);
                *self = LivePart::Value(place, value);
            }
            _ => {}
        }
    }
}

/// Keeps the place at the computed value. What is already there is not written again, so that
/// what a person has typed meanwhile stays.
fn follow(place: Place, last: Rc<RefCell<Value>>, mut compute: Compute) -> LivePart {
    let (to, before) = (place.clone(), Rc::clone(&last));
    let effect = RenderEffect::new(move |_| {
        let value = compute();
        to.put(&before.borrow(), &value);
        *before.borrow_mut() = value;
    });
    LivePart::Computed { place, last, _effect: effect }
}

impl Place {
    fn put(&self, last: &Value, value: &Value) {
        if last == value {
            return;
        }
        let Place { element, mark, name } = self;
        let text = match value {
            Value::Absent => None,
            Value::Present => Some(""),
            Value::Text(text) => Some(&**text),
        };
        let result = match (*mark, text) {
            (marks::ATTRIBUTE, Some(text)) => element.set_attribute(name, text),
            (marks::ATTRIBUTE, None) => element.remove_attribute(name),
            (marks::CLASS, Some(_)) => element.class_list().add_1(name),
            (marks::CLASS, None) => element.class_list().remove_1(name),
            (marks::STYLE, text) => {
                let style = element.unchecked_ref::<HtmlElement>().style();
                style.set_property(name, text.unwrap_or_default())
            }
            (_, text) => {
                let value = match value {
                    Value::Text(_) => JsValue::from_str(text.unwrap_or_default()),
                    other => JsValue::from_bool(*other == Value::Present),
                };
                js_sys::Reflect::set(element, &JsValue::from_str(name), &value).map(drop)
            }
        };
        done(result);
    }
}

/// The browser's side of a handler; it is freed with the element. The handler is out of its slot
/// while it runs: it may draw its own element anew, or remove it.
fn listener(slot: Rc<RefCell<Option<Handler>>>) -> Function {
    let owner = Owner::current().unwrap_or_default();
    let call: Handler = Box::new(move |event: Event| {
        let taken = slot.borrow_mut().take();
        if let Some(mut handler) = taken {
            owner.with(|| handler(event));
            slot.borrow_mut().get_or_insert(handler);
        }
    });
    Closure::wrap(call).into_js_value().unchecked_into()
}
