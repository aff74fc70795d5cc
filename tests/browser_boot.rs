//! The app's start, in a real browser: what the native tests cannot see.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn starting_fills_the_page_and_takes_the_boot_screen_away() {
    let document = web_sys::window().unwrap().document().unwrap();
    let body = document.body().unwrap();
    body.insert_adjacent_html("beforeend", "<div id='boot'></div><div id='app'></div>").unwrap();
    xueshi::ui::start(|| Box::pin(std::future::ready(Some(&xueshi::ui::rest::REST))));
    assert!(document.get_element_by_id("boot").is_none());
    assert!(document.get_element_by_id("app").unwrap().child_element_count() > 0);
}
