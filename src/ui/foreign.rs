//! The page's side of the second program: a worker fetched at first use, for one piece of work.
//! Letting go of it ends it, whatever it is doing.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::member::member;
use crate::exchange::Refusal;
use crate::formats::message::{Note, VERSION, answer};
use crate::formats::wire::{packed, unpacked};

/// Beside the page, under whatever path that is; `public/formats-worker.js`.
const STARTER: &str = "formats-worker.js";

pub struct Foreign {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Foreign {
    /// Starts a worker and sends it the first request once it is there. `hear` gets its answers;
    /// a worker that cannot start or breaks down answers with a refusal.
    pub fn start(first: Note, hear: impl Fn(Note) + 'static) -> Result<Foreign, Refusal> {
        if member(window().as_ref(), "Worker").is_none() {
            return Err(Refusal::NoWorker);
        }
        let worker = Worker::new(STARTER).map_err(|_| Refusal::NoWorker)?;
        let hear = Rc::new(hear);
        let is_there = Rc::new(Cell::new(false));
        let on_error = {
            let (hear, is_there) = (hear.clone(), is_there.clone());
            Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
                event.prevent_default();
                let why = if is_there.get() { Refusal::Stopped } else { Refusal::NoWorker };
                hear(Note::new(answer::REFUSED, why.to_text()));
            })
        };
        let mut first = Some(first);
        let to = worker.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(note) = unpacked(&event.data()) else { return };
            if note.word != answer::READY {
                hear(note);
            } else if note.text != VERSION {
                hear(Note::new(answer::REFUSED, Refusal::OtherVersion.to_text()));
            } else if let Some(first) = first.take() {
                is_there.set(true);
                send(&to, &first);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Foreign { worker, _on_message: on_message, _on_error: on_error })
    }

    /// A further request to the same worker, which still has what was sent before.
    pub fn ask(&self, request: &Note) {
        send(&self.worker, request);
    }
}

impl Drop for Foreign {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn send(worker: &Worker, note: &Note) {
    let (message, handed_over) = packed(note);
    let _ = worker.post_message_with_transfer(&message, &handed_over);
}
