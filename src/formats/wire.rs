//! Messages as the browser carries them between page and worker. The bytes are handed over, not
//! copied.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::message::Note;

/// The message, and what changes hands with it.
pub fn packed(note: &Note) -> (Array, Array) {
    let bytes = Uint8Array::from(note.bytes.as_slice());
    let parts = Array::of3(&note.word.as_str().into(), &note.text.as_str().into(), &bytes);
    (parts, Array::of1(&bytes.buffer()))
}

/// `None` for what is no message of ours.
pub fn unpacked(message: &JsValue) -> Option<Note> {
    let parts: &Array = message.dyn_ref()?;
    let bytes = parts.get(2).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    Some(Note {
        word: parts.get(0).as_string()?,
        text: parts.get(1).as_string()?,
        bytes: bytes.unwrap_or_default(),
    })
}
