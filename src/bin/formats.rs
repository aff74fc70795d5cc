//! The worker's entry point: carries messages between the page and the desk in `src/formats/`.

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Runs in a browser's worker: `cargo xtask build` puts it beside the page.");
}

#[cfg(target_arch = "wasm32")]
mod worker {
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, TextDecoder, TextDecoderOptions};
    use xueshi::formats::desk::Desk;
    use xueshi::formats::message::{Note, VERSION, answer};
    use xueshi::formats::wire::{packed, unpacked};

    pub fn start() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let mut desk = Desk::new(decode_gb18030);
        let to = scope.clone();
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(request) = unpacked(&event.data()) {
                desk.hear(request, &mut |note| say(&to, &note));
            }
        });
        scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        // As long as the worker lives.
        hear.forget();
        say(&scope, &Note::new(answer::READY, VERSION));
    }

    fn say(to: &DedicatedWorkerGlobalScope, note: &Note) {
        let (message, handed_over) = packed(note);
        let _ = to.post_message_with_transfer(&message, &handed_over);
    }

    fn decode_gb18030(bytes: &[u8]) -> Option<String> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}
