//! Where the keyboard is, and where it goes when what it was on is gone.

use crate::ui::view::prelude::*;
use js_sys::{Array, Function, Object, Reflect};
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement};

use super::member::member;

/// What can have the focus.
const STOPS: &str = "button, a[href], input, select, textarea, summary";

/// Where whoever is on a notice came from lasts until they leave it.
const NOTICE: &str = ".notice-place";

/// Long enough for the page to be drawn anew after an act, and shorter than a key's repetition.
const DRAWN: Duration = Duration::from_millis(60);

/// Moves the focus to an element of the page.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Once the page is drawn anew: what has the focus is in sight, however much came above it.
pub fn keep_in_sight() {
    request_animation_frame(|| {
        let Some(active) = document().active_element() else { return };
        let options = Object::new();
        let _ = Reflect::set(&options, &"block".into(), &"nearest".into());
        let scroll = member(&active, "scrollIntoView").map(JsCast::unchecked_into::<Function>);
        let _ = scroll.map(|scroll| scroll.call1(&active, &options));
    });
}

/// Puts the focus on the screen as a whole, which stays where it is scrolled to.
pub fn focus_screen() {
    if let Some(screen) = document().get_element_by_id("content") {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = screen.unchecked_into::<HtmlElement>().focus_with_options(&options);
    }
}

/// Whether a key pressed there writes something.
pub fn is_writing_in(element: &HtmlElement) -> bool {
    element.is_content_editable() || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// From now on the focus is never lost: when what has it goes from the page or can no longer have
/// it, it moves to what stands nearest. A browser would put it on nothing, and the next Tab would
/// begin at the top of the page.
pub fn keep() {
    // What has the focus, then what that stands in, outwards; and where it was before a notice.
    let (path, before) = (StoredValue::new_local(Vec::new()), StoredValue::new_local(None));
    let heard = window_event_listener(leptos::ev::focusin, move |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let left: Vec<Element> = path.get_value();
        if is_in_notice(&target) && !left.first().is_some_and(is_in_notice) {
            before.set_value(left.into_iter().next());
        }
        path.set_value(outwards(target));
    });
    on_cleanup(move || heard.remove());
    watch_page(move || {
        set_timeout(
            move || {
                let path = path.get_value();
                let is_nowhere = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
                if is_nowhere && path.first().is_some_and(|element| !can_have_it(element)) {
                    focus_near(&path, before.get_value());
                }
            },
            DRAWN,
        );
    });
}

fn outwards(element: Element) -> Vec<Element> {
    std::iter::successors(Some(element), |inner| inner.parent_element()).collect()
}

fn is_in_notice(element: &Element) -> bool {
    element.closest(NOTICE).is_ok_and(|found| found.is_some())
}

fn can_have_it(element: &Element) -> bool {
    let is_seen = || {
        let asked = member(element, "checkVisibility").map(JsCast::unchecked_into::<Function>);
        // Browsers that cannot tell are asked for nothing.
        asked.is_none_or(|asked| asked.call0(element).is_ok_and(|seen| seen.is_truthy()))
    };
    element.is_connected() && !element.matches(":disabled").unwrap_or_default() && is_seen()
}

/// What took the place of what is gone, else what stands near it, else the screen.
fn focus_near(path: &[Element], before: Option<Element>) {
    let same = path[0].get_attribute("data-testid").map(|id| format!("[data-testid=\"{id}\"]"));
    let still_there = path.iter().filter(|element| element.is_connected());
    for around in still_there.take_while(|element| !matches!(&*element.tag_name(), "MAIN" | "BODY")) {
        if is_in_notice(around)
            && let Some(before) = before.as_ref().filter(|before| can_have_it(before))
        {
            return give_it(before);
        }
        let mut near = stops(around, STOPS);
        let twin = same.as_ref().and_then(|same| stops(around, same).pop());
        if let Some(found) = twin.or_else(|| (!near.is_empty()).then(|| near.swap_remove(0))) {
            return give_it(&found);
        }
    }
    let page = document().body().map(Element::from);
    let twin = same.zip(page).and_then(|(same, page)| stops(&page, &same).pop());
    match twin {
        Some(twin) => give_it(&twin),
        None => focus_screen(),
    }
}

fn stops(around: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = around.query_selector_all(selector) else { return Vec::new() };
    let found = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok());
    found.filter(can_have_it).collect()
}

fn give_it(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Calls whenever elements come, go, close or can no longer be pressed.
fn watch_page(changed: impl FnMut() + 'static) {
    let changed: Box<dyn FnMut()> = Box::new(changed);
    let changed = Closure::wrap(changed).into_js_value();
    let watch = || {
        let observer: Function = member(&window(), "MutationObserver")?.unchecked_into();
        let observer = Reflect::construct(&observer, &Array::of1(&changed)).ok()?;
        let options = Object::new();
        for name in ["childList", "subtree", "attributes"] {
            Reflect::set(&options, &name.into(), &true.into()).ok()?;
        }
        let names: Array = ["open", "disabled"].into_iter().map(JsValue::from).collect();
        Reflect::set(&options, &"attributeFilter".into(), &names).ok()?;
        let observe: Function = member(&observer, "observe")?.unchecked_into();
        observe.call2(&observer, &document().body()?.into(), &options).ok()
    };
    let _ = watch();
}
