//! The browser's locks: one tab at a time. Where there are none (plain http, old browsers),
//! `request` says so and the caller goes on without.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

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

/// Asks for a lock; `granted` runs when no other tab holds it. False where there are no locks.
pub fn request(name: &str, granted: impl FnOnce(Held) + 'static) -> bool {
    let Some(locks) = member(&web_sys::window().map_or(JsValue::UNDEFINED, Into::into), "navigator")
        .and_then(|navigator| member(&navigator, "locks"))
    else {
        return false;
    };
    let Some(request) = member(&locks, "request").and_then(|found| found.dyn_into::<Function>().ok()) else {
        return false;
    };
    // The lock is held until the promise is settled that the callback returns.
    let callback = Closure::once_into_js(move || {
        let mut give_back = None;
        let until = Promise::new(&mut |resolve, _| give_back = Some(resolve));
        if let Some(give_back) = give_back {
            granted(Held { give_back });
        }
        until
    });
    let Ok(asked) = request.call2(&locks, &JsValue::from_str(name), &callback) else { return false };
    // Where the browser refuses, the callback never runs; whoever waits has a time limit.
    leptos::task::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(Promise::resolve(&asked)).await;
    });
    true
}

/// A member that is there.
pub fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}
