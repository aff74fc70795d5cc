//! The page: the only part that knows Leptos. Screens show view models and turn a person's acts
//! into verbs of the [`session`].

mod atoms;
mod clock;
mod demo;
mod export;
mod focus;
mod folder;
mod lock;
mod panic_page;
mod route;
mod screens;
mod session;
mod shell;
mod shortcuts;
mod update;

use leptos::prelude::*;

/// Starts the page in `#app` and takes the boot screen away.
pub fn start() {
    panic_page::set_up();
    let document = document();
    if let Some(app) = document.get_element_by_id("app") {
        use wasm_bindgen::JsCast;
        mount_to(app.unchecked_into(), shell::App).forget();
    }
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
}
