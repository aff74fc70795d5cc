//! The page: the only part that knows Leptos. Screens show view models and turn a person's acts
//! into verbs of the [`session`].

mod atoms;
mod clock;
mod demo;
mod export;
mod focus;
mod folder;
mod foreign;
mod lock;
mod member;
mod panic_page;
pub mod rest;
mod route;
mod screens;
mod session;
mod share;
mod shell;
mod shortcuts;
mod trouble;
mod update;
pub mod view;

use leptos::prelude::document;

/// Starts the page in `#app` and takes the boot screen away. `fetch` brings the second part.
pub fn start(fetch: rest::Fetch) {
    panic_page::set_up();
    let document = document();
    if let Some(app) = document.get_element_by_id("app") {
        view::mount(&app, || shell::App { fetch }.draw());
    }
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
}
