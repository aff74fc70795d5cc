//! What the browser's objects hold that web-sys does not name, or that is not there everywhere.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A member of an object, where it is there.
pub fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}
