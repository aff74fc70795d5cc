//! The system's share sheet, where the browser has one that takes the file: a phone keeps its
//! downloads where few find them, and hands a file on from here.

use crate::ui::view::prelude::*;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FilePropertyBag};

use super::member::member;
use super::session::{Session, lang};

/// What the person does who closes the sheet: nothing is wrong.
const CANCELLED: &str = "AbortError";

/// The file as the sheet would take it; `None` where there is no sheet, or it takes no such file.
pub fn for_sheet(content: &Blob, name: &str, kind: &str) -> Option<File> {
    let options = FilePropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(content);
    let file = File::new_with_blob_sequence_and_options(&parts, name, &options).ok()?;
    let takes_it = call("canShare", &wrapped(&file))?.is_truthy();
    takes_it.then_some(file)
}

fn wrapped(file: &File) -> Object {
    let data = Object::new();
    let _ = Reflect::set(&data, &"files".into(), &Array::of1(file));
    data
}

fn call(function: &str, data: &Object) -> Option<JsValue> {
    let navigator: JsValue = window().navigator().into();
    let function: Function = member(&navigator, function)?.dyn_into().ok()?;
    function.call1(&navigator, data).ok()
}

/// Opens the sheet. False when it could not be opened or the file not be handed on.
async fn share(file: &File) -> bool {
    let Some(promise) = call("share", &wrapped(file)) else { return false };
    match JsFuture::from(Promise::resolve(&promise)).await {
        Ok(_) => true,
        Err(why) => member(&why, "name").is_some_and(|name| name == JsValue::from_str(CANCELLED)),
    }
}

/// The last file made, to be shared. It was downloaded in any case.
#[component]
pub fn ShareOffer() -> impl IntoView {
    let session = Session::get();
    let failed = RwSignal::new(false);
    let offer = move || {
        let lang = lang();
        let file = session.to_share.get()?;
        let name = file.name();
        let says = if failed.get() { lang.share_failed(&name) } else { lang.share_ready(&name) };
        Some(view! {
            <div class="notice" data-testid="share-offer" data-value=name>
                <span>{says}</span>
                <button type="button" data-testid="share" on:click=move |_| {
                    let file = file.clone();
                    leptos::task::spawn_local(async move { failed.set(!share(&file).await) });
                }>
                    {lang.share()}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-testid="share-close"
                    aria-label=lang.close()
                    on:click=move |_| session.later(move || {
                        failed.set(false);
                        session.to_share.set(None);
                    })
                >
                    "✕"
                </button>
            </div>
        })
    };
    view! { {offer} }
}
