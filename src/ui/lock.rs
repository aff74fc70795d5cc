//! The browser's locks: one tab at a time. Where there are none (plain http, old browsers),
//! `request` says so and the caller goes on without.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::member::member;

/// A lock that this tab holds. It is given back when this is dropped, and by the browser when the
/// page ends, however it ends.
pub struct Held {
    give_back: Function,
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.give_back.call0(&JsValue::UNDEFINED);
    }
}

/// The browser's lock manager, and one of its functions.
fn manager(function: &str) -> Option<(JsValue, Function)> {
    let navigator = member(&web_sys::window()?.into(), "navigator")?;
    let locks = member(&navigator, "locks")?;
    let function = member(&locks, function)?.dyn_into().ok()?;
    Some((locks, function))
}

/// Asks for a lock; `granted` runs when no other tab holds it. False where there are no locks.
pub fn request(name: &str, granted: impl FnOnce(Held) + 'static) -> bool {
    ask(name, "exclusive", granted)
}

/// Asks for a lock that other tabs may hold at the same time.
pub fn request_shared(name: &str, granted: impl FnOnce(Held) + 'static) -> bool {
    ask(name, "shared", granted)
}

fn ask(name: &str, mode: &str, granted: impl FnOnce(Held) + 'static) -> bool {
    let Some((locks, request)) = manager("request") else { return false };
    let options = Object::new();
    let _ = Reflect::set(&options, &"mode".into(), &mode.into());
    // The lock is held until the promise is settled that the callback returns.
    let callback = Closure::once_into_js(move || {
        let mut give_back = None;
        let until = Promise::new(&mut |resolve, _| give_back = Some(resolve));
        if let Some(give_back) = give_back {
            granted(Held { give_back });
        }
        until
    });
    let Ok(asked) = request.call3(&locks, &JsValue::from_str(name), &options, &callback) else {
        return false;
    };
    // Where the browser refuses, the callback never runs; whoever waits has a time limit.
    leptos::task::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(Promise::resolve(&asked)).await;
    });
    true
}

/// The names of all locks that tabs hold right now; none where this cannot be asked.
pub async fn held_names() -> Vec<String> {
    let ask = || {
        let (locks, query) = manager("query")?;
        query.call0(&locks).ok()
    };
    let Some(asked) = ask() else { return Vec::new() };
    let answer = wasm_bindgen_futures::JsFuture::from(Promise::resolve(&asked)).await;
    let held = answer.ok().and_then(|answer| member(&answer, "held"));
    let held: Vec<JsValue> = held.map_or_else(Vec::new, |held| Array::from(&held).to_vec());
    held.iter().filter_map(|lock| member(lock, "name")?.as_string()).collect()
}
