//! The browser's localStorage: the only place in the app that touches it.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::port::{KeyValue, PortError};

/// localStorage, or its absence: then every call answers [`PortError::Blocked`].
#[derive(Clone, Debug)]
pub struct WebStorage {
    storage: Option<web_sys::Storage>,
}

impl WebStorage {
    /// Probes first, because gloo's `raw()` panics where storage is blocked. Writes nothing:
    /// whether writing works is found out by the first save.
    pub fn connect() -> WebStorage {
        let found = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        WebStorage { storage: found.is_some().then(LocalStorage::raw) }
    }

    fn storage(&self) -> Result<&web_sys::Storage, PortError> {
        self.storage.as_ref().ok_or(PortError::Blocked)
    }
}

impl KeyValue for WebStorage {
    fn get(&self, key: &str) -> Result<Option<String>, PortError> {
        self.storage()?.get_item(key).map_err(port_error)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), PortError> {
        self.storage()?.set_item(key, text).map_err(port_error)
    }

    fn remove(&self, key: &str) -> Result<(), PortError> {
        self.storage()?.remove_item(key).map_err(port_error)
    }

    fn keys(&self) -> Result<Vec<String>, PortError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(port_error)?;
        let mut keys = Vec::new();
        for index in 0..count {
            keys.extend(storage.key(index).map_err(port_error)?);
        }
        Ok(keys)
    }

    /// By the browser's own text, which need not be copied to be measured.
    fn length(&self, key: &str) -> Result<usize, PortError> {
        let text = Reflect::get(self.storage()?, &key.into()).map_err(port_error)?;
        Ok(text.dyn_ref::<JsString>().map_or(0, |text| text.length() as usize))
    }
}

fn port_error(thrown: JsValue) -> PortError {
    let field = |name: &str| Reflect::get(&thrown, &JsValue::from_str(name)).ok();
    let name = field("name").and_then(|name| name.as_string()).unwrap_or_default();
    let code = field("code").and_then(|code| code.as_f64()).unwrap_or_default();
    PortError::from_exception(&name, code as u32)
}
