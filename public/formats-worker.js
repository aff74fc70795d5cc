// Starts the second program (formats_bg.wasm) in a worker, and tells the page when it cannot.
importScripts("formats.js");
wasm_bindgen({ module_or_path: "formats_bg.wasm" }).catch(() => postMessage(["refused", "no-worker", null]));
