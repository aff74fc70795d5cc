//! Views that are in the page: built once, then brought up to date by newer views.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{RenderEffect, document};
use web_sys::Node;

use super::element::LiveElement;
use super::{AnyView, done};

/// A view in the page. Dropping it ends what follows signals in it; its nodes stay until
/// [`Live::remove`].
pub enum Live {
    /// A comment keeps the place.
    Empty(Node),
    Text(Node, Cow<'static, str>),
    Element(LiveElement),
    /// The comment ends the list.
    List(Vec<Live>, Node),
    Region(Region),
}

/// A region's content and the effect that replaces it.
pub struct Region {
    shown: Rc<RefCell<Option<Live>>>,
    _effect: RenderEffect<()>,
}

fn comment() -> Node {
    document().create_comment("").into()
}

impl Live {
    pub fn build(view: AnyView) -> Live {
        match view {
            AnyView::Empty => Live::Empty(comment()),
            AnyView::Text(text) => Live::Text(document().create_text_node(&text).into(), text),
            AnyView::Element(filled) => Live::Element(LiveElement::build(*filled)),
            AnyView::List(views) => Live::List(views.into_iter().map(Live::build).collect(), comment()),
            AnyView::Region(draw) => Live::Region(Region::build(draw)),
        }
    }

    /// Puts its nodes into `parent`, before `next` or at the end.
    pub fn place(&self, parent: &Node, next: Option<&Node>) {
        let insert = |node: &Node| {
            done(parent.insert_before(node, next));
        };
        match self {
            Live::Empty(node) | Live::Text(node, _) => insert(node),
            Live::Element(element) => insert(element.node()),
            Live::List(items, end) => {
                items.iter().for_each(|item| item.place(parent, next));
                insert(end);
            }
            Live::Region(region) => region.with(&|shown| shown.place(parent, next)),
        }
    }

    /// Takes its nodes out of the page.
    pub fn remove(&self) {
        let remove = |node: &Node| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        };
        match self {
            Live::Empty(node) | Live::Text(node, _) => remove(node),
            Live::Element(element) => remove(element.node()),
            Live::List(items, end) => {
                items.iter().for_each(Live::remove);
                remove(end);
            }
            Live::Region(region) => region.with(&Live::remove),
        }
    }

    /// Its first node: what stands before it is inserted there.
    fn first(&self) -> Node {
        match self {
            Live::Empty(node) | Live::Text(node, _) => node.clone(),
            Live::Element(element) => element.node().clone(),
            Live::List(items, end) => items.first().map_or_else(|| end.clone(), Live::first),
            Live::Region(region) => {
                region.shown.borrow().as_ref().map(Live::first).expect("a region shows something")
            }
        }
    }

    /// Shows a newer view: what is the same stays, what differs is changed or replaced.
    pub fn update(&mut self, view: AnyView) {
        match (self, view) {
            (Live::Empty(_), AnyView::Empty) => {}
            (Live::Text(node, shown), AnyView::Text(text)) => {
                if *shown != text {
                    node.set_node_value(Some(&text));
                    *shown = text;
                }
            }
            (Live::Element(element), AnyView::Element(filled)) if element.is_of(&filled) => {
                element.update(*filled);
            }
            (Live::List(items, end), AnyView::List(views)) => update_list(items, end, views),
            // A region is built anew: its new closure may read quite other things.
            (old, view) => {
                let new = Live::build(view);
                let first = old.first();
                if let Some(parent) = first.parent_node() {
                    new.place(&parent, Some(&first));
                }
                old.remove();
                *old = new;
            }
        }
    }
}

/// Items keep their places: the first stays the first.
fn update_list(items: &mut Vec<Live>, end: &Node, views: Vec<AnyView>) {
    for surplus in items.drain(views.len().min(items.len())..) {
        surplus.remove();
    }
    let known = items.len();
    for (index, view) in views.into_iter().enumerate() {
        if index < known {
            items[index].update(view);
        } else {
            let new = Live::build(view);
            if let Some(parent) = end.parent_node() {
                new.place(&parent, Some(end));
            }
            items.push(new);
        }
    }
}

impl Region {
    fn build(mut draw: Box<dyn FnMut() -> AnyView>) -> Region {
        let shown: Rc<RefCell<Option<Live>>> = Rc::default();
        let place = Rc::clone(&shown);
        // Its first run is now. What it draws belongs to the effect's owner: signals and effects
        // made in it end when it is drawn again.
        let effect = RenderEffect::new(move |_| {
            let view = draw();
            match &mut *place.borrow_mut() {
                Some(live) => live.update(view),
                empty => *empty = Some(Live::build(view)),
            }
        });
        Region { shown, _effect: effect }
    }

    fn with(&self, use_it: &dyn Fn(&Live)) {
        if let Some(shown) = &*self.shown.borrow() {
            use_it(shown);
        }
    }
}

/// The effect's task lets go of the content some moments later only. What is in it ends now: it
/// may read what belongs to the region around it, which may be gone already.
impl Drop for Region {
    fn drop(&mut self) {
        drop(self.shown.take());
    }
}
