//! The node layer in a real browser: what is built, what stays and what ends when signals change.
#![cfg(target_arch = "wasm32")]

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use xueshi::ui::view::mount;
use xueshi::ui::view::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

/// A fresh place in the page with a view in it.
fn shown(view: impl FnOnce() -> AnyView) -> Element {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    mount(&place, view);
    place
}

fn find<T: JsCast>(place: &Element, selector: &str) -> T {
    place.query_selector(selector).unwrap().expect(selector).unchecked_into()
}

/// Lets the effects run that wait for their turn.
async fn settled() {
    for _ in 0..5 {
        tick().await;
    }
}

#[wasm_bindgen_test]
async fn a_region_swaps_its_content_and_keeps_its_place() {
    let count = RwSignal::new(0);
    let place = shown(move || {
        view! {
            <p>
                "before "
                {move || match count.get() {
                    0 => ().into_any(),
                    1 => "one".into_any(),
                    more => (0..more).map(|item| view! { <i>{item.to_string()}</i> }).collect_view(),
                }}
                " after"
            </p>
        }
    });
    let text = || place.text_content().unwrap();
    assert_eq!(text(), "before  after");
    for (now, expected) in [(1, "before one after"), (3, "before 012 after"), (2, "before 01 after")] {
        count.set(now);
        settled().await;
        assert_eq!(text(), expected);
    }
    let first: Element = find(&place, "i");
    count.set(4);
    settled().await;
    assert_eq!(text(), "before 0123 after");
    assert!(first.is_connected(), "what is of the same template is brought up to date, not replaced");
    count.set(0);
    settled().await;
    assert_eq!(text(), "before  after");
}

#[wasm_bindgen_test]
async fn the_focus_and_what_was_typed_survive_a_redrawing() {
    let title = RwSignal::new("a".to_owned());
    let place = shown(move || {
        view! {
            {move || {
                let title = title.get();
                view! { <label title=title.clone()>{title} <input type="text" prop:value="set once" /></label> }
            }}
        }
    });
    let input: HtmlInputElement = find(&place, "input");
    assert_eq!(input.value(), "set once");
    input.set_value("typed");
    input.focus().unwrap();
    title.set("b".to_owned());
    settled().await;
    assert_eq!(find::<HtmlElement>(&place, "label").title(), "b");
    assert_eq!(find::<HtmlInputElement>(&place, "input").value(), "typed");
    assert_eq!(document().active_element().unwrap(), *input.unchecked_ref::<Element>());
}

#[wasm_bindgen_test]
async fn what_is_in_a_region_ends_with_it() {
    let (outer, inner) = (RwSignal::new(true), RwSignal::new(0));
    let runs = Rc::new(Cell::new(0));
    let counted = Rc::clone(&runs);
    let ended = Rc::new(Cell::new(false));
    let told = send_wrapper::SendWrapper::new(Rc::clone(&ended));
    let place = shown(move || {
        view! {
            {move || outer.get().then(|| {
                let (counted, told) = (Rc::clone(&counted), told.clone());
                on_cleanup(move || told.set(true));
                // A signal of the region's own: reading it after the region would be a mistake.
                let own = RwSignal::new(7);
                view! {
                    <p>
                        {move || view! {
                            <b>{
                                let counted = Rc::clone(&counted);
                                move || {
                                    counted.set(counted.get() + 1);
                                    (inner.get() + own.get()).to_string()
                                }
                            }</b>
                        }}
                    </p>
                }
            })}
        }
    });
    assert_eq!((place.text_content().unwrap().as_str(), runs.get()), ("7", 1));
    inner.set(1);
    settled().await;
    assert_eq!((place.text_content().unwrap().as_str(), runs.get()), ("8", 2));
    // Both at once: the inner one was told first, and must not run when the outer one has ended it.
    outer.set(false);
    inner.set(2);
    settled().await;
    assert!(ended.get());
    assert_eq!((place.text_content().unwrap().as_str(), runs.get()), ("", 2));
}

#[wasm_bindgen_test]
async fn attributes_come_change_and_go() {
    let (on, text) = (RwSignal::new(false), RwSignal::new(Some("one".to_owned())));
    let place = shown(move || {
        view! {
            <button
                type="button"
                class="base"
                class:chosen=move || on.get()
                disabled=move || on.get()
                aria-label=move || text.get()
                style:width=move || text.get().map(|_| "7px".to_owned())
                hidden=false
                data-empty=""
            ></button>
        }
    });
    let button: HtmlElement = find(&place, "button");
    let attribute = |name: &str| button.get_attribute(name);
    assert_eq!(attribute("class").as_deref(), Some("base"));
    assert_eq!((attribute("disabled"), attribute("hidden")), (None, None));
    assert_eq!(attribute("data-empty").as_deref(), Some(""));
    assert_eq!(attribute("aria-label").as_deref(), Some("one"));
    assert_eq!(button.style().get_property_value("width").unwrap(), "7px");
    on.set(true);
    text.set(None);
    settled().await;
    assert_eq!(attribute("class").as_deref(), Some("base chosen"));
    assert_eq!(attribute("disabled").as_deref(), Some(""));
    assert_eq!(attribute("aria-label"), None);
    assert_eq!(button.style().get_property_value("width").unwrap(), "");
    on.set(false);
    settled().await;
    assert_eq!((attribute("class").as_deref(), attribute("disabled")), (Some("base"), None));
}

#[wasm_bindgen_test]
async fn a_handler_may_remove_its_own_element() {
    let shows = RwSignal::new(true);
    let place = shown(move || {
        view! {
            <Show when=move || shows.get()>
                <button on:click=move |_| shows.set(false)>"go"</button>
            </Show>
        }
    });
    find::<HtmlElement>(&place, "button").click();
    settled().await;
    assert!(place.query_selector("button").unwrap().is_none());
    shows.set(true);
    settled().await;
    find::<HtmlElement>(&place, "button").click();
    settled().await;
    assert!(place.query_selector("button").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn a_handler_is_the_newest_one_and_knows_its_owner() {
    let step = RwSignal::new(1);
    let sum = RwSignal::new(0);
    let place = shown(move || {
        provide_context(10);
        view! {
            {move || {
                let step = step.get();
                view! {
                    <button on:click=move |_| sum.update(|sum| *sum += step * expect_context::<i32>())></button>
                }
            }}
        }
    });
    let button: HtmlElement = find(&place, "button");
    button.click();
    step.set(2);
    settled().await;
    button.click();
    assert_eq!(sum.get_untracked(), 30);
}

#[wasm_bindgen_test]
async fn a_select_takes_its_value_after_its_options() {
    let chosen = RwSignal::new("b".to_owned());
    let place = shown(move || {
        view! {
            <select prop:value=move || chosen.get()>
                {["a", "b", "c"].map(|name| view! { <option value=name>{name}</option> })}
            </select>
            <input type="checkbox" prop:checked=move || chosen.get() == "b" />
        }
    });
    let select: HtmlSelectElement = find(&place, "select");
    let checkbox: HtmlInputElement = find(&place, "input");
    assert_eq!((select.value().as_str(), checkbox.checked()), ("b", true));
    chosen.set("c".to_owned());
    settled().await;
    assert_eq!((select.value().as_str(), checkbox.checked()), ("c", false));
}

#[wasm_bindgen_test]
fn drawings_are_drawings_wherever_their_parts_are_made() {
    let place = shown(|| {
        let mark = view! { <circle r="6" /> };
        view! { <svg viewBox="0 0 24 24"><title>"a"</title>{mark}</svg> <title></title> }
    });
    let namespace = |selector: &str| find::<Element>(&place, selector).namespace_uri().unwrap();
    for selector in ["svg", "svg > title", "circle"] {
        assert!(namespace(selector).ends_with("/2000/svg"), "{selector}");
    }
    assert!(namespace(":scope > title").ends_with("/1999/xhtml"));
    assert_eq!(find::<Element>(&place, "svg").get_attribute("viewBox").as_deref(), Some("0 0 24 24"));
}

#[wasm_bindgen_test]
async fn a_reference_is_filled_and_followed() {
    let input: NodeRef<leptos::html::Input> = NodeRef::new();
    assert!(input.get_untracked().is_none());
    let place = shown(move || view! { <input node_ref=input value="v" /> });
    assert_eq!(input.get_untracked().unwrap(), find(&place, "input"));
}

#[wasm_bindgen_test]
async fn a_memo_tells_only_of_what_differs() {
    let number = RwSignal::new(1);
    let draws = RwSignal::new(0);
    let place = shown(move || {
        let is_even = Memo::new(move |_| number.get() % 2 == 0);
        view! {
            {move || {
                draws.update(|draws| *draws += 1);
                if is_even.get() { "even" } else { "odd" }
            }}
        }
    });
    number.set(3);
    settled().await;
    assert_eq!((place.text_content().unwrap().as_str(), draws.get_untracked()), ("odd", 1));
    number.set(4);
    settled().await;
    assert_eq!((place.text_content().unwrap().as_str(), draws.get_untracked()), ("even", 2));
}
