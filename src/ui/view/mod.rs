//! The node layer: what `view!` makes, and how it becomes and stays the page.
//!
//! Leptos' signals, memos, effects and owners are used as they are; only the way from a view to
//! the browser's nodes is our own. Leptos compiles code for every shape of view, which was half of
//! the program (`docs/decisions.md`). Here a view is data: a *template*, the text of what never
//! changes, and the *parts* for its gaps. One piece of code builds any view ([`live`]) and brings
//! what is shown up to date with a newer view of the same template, so that the focus, the caret
//! and what a person opened stay where they are.

mod element;
mod gaps;
mod into_value;
mod into_view;
mod live;
#[allow(dead_code, reason = "one list for the writer and the reader")]
mod marks;
mod node_ref;
mod show;
mod signals;

use std::borrow::Cow;

use leptos::prelude::{Owner, untrack};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event};

pub use gaps::Gaps;
pub use into_value::IntoValue;
pub use into_view::{CollectView, IntoAny, IntoView};
pub use node_ref::NodeRef;
pub use show::{Children, Show};
pub use signals::{Memo, RwSignal};

/// What screens need: the views, and the part of Leptos that views rest on.
pub mod prelude {
    pub use super::{AnyView, Children, CollectView, IntoAny, IntoView, Memo, NodeRef, RwSignal, Show};
    pub use leptos::callback::{Callable, Callback};
    pub use leptos::prelude::{
        Dispose, Effect, Get, GetUntracked, GetValue, LocalStorage, Owner, Read, ReadUntracked, Set,
        SetValue, Signal, StoredValue, Track, Update, UpdateUntracked, UpdateValue, With, WithUntracked,
        WithValue, document, event_target_checked, event_target_value, expect_context, on_cleanup,
        provide_context, request_animation_frame, set_timeout, untrack, use_context, window,
        window_event_listener,
    };
    pub use view_macro::{component, view};
}

/// Something to show. It is not in the page yet: [`mount`] and the regions of a view build it.
pub enum AnyView {
    /// Nothing.
    Empty,
    Text(Cow<'static, str>),
    /// An element with all that is in it.
    Element(Box<Filled>),
    List(Vec<AnyView>),
    /// A region that is brought up to date when what the closure reads changes.
    Region(Box<dyn FnMut() -> AnyView>),
}

/// A template with what stands in its gaps, in the template's order.
pub struct Filled {
    template: &'static str,
    parts: Vec<Part>,
}

/// The value of an attribute, a property, a class or a style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// The attribute is absent, the property false.
    #[default]
    Absent,
    /// The attribute is present and empty, the property true.
    Present,
    Text(Cow<'static, str>),
}

type Handler = Box<dyn FnMut(Event)>;
type Compute = Box<dyn FnMut() -> Value>;

pub enum Part {
    Child(AnyView),
    Value(Value),
    /// A value that follows what the closure reads.
    Computed(Compute),
    Handler(Handler),
    Take(NodeRef<()>),
}

/// Builds a component. Reading a signal there does not draw the component anew.
#[doc(hidden)]
pub fn draw_component(body: Box<dyn FnOnce() -> AnyView>) -> AnyView {
    untrack(body)
}

/// What the browser cannot refuse. If it does, the program stops with its last page.
fn done<T>(result: Result<T, JsValue>) -> T {
    result.unwrap_or_else(|_| panic!("the browser refuses to draw"))
}

/// Shows a view in an element for as long as the page lives.
pub fn mount(parent: &Element, view: impl FnOnce() -> AnyView) {
    // An error means that something has started it already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let shown = owner.with(|| live::Live::build(view()));
    shown.place(parent, None);
    std::mem::forget((owner, shown));
}
