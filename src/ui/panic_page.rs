//! The last page: shown when the program stops over a mistake of its own. It is built with plain
//! elements and no handler, because nothing of the program can be trusted any more, and hands out
//! what is stored word for word.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element};

use crate::store::KeyValue;
use crate::store::keys::PREFIX;
use crate::store::web::WebStorage;

pub fn set_up() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // What fails here must not panic again: the console has the message then.
        let _ = show(&info.to_string());
    }));
}

const HEAD: [&str; 2] = ["程序出错，已停下", "The program stopped over a mistake of its own"];
const TEXT: [&str; 2] = [
    "已经保存的记录还在浏览器里，没有动。先下载一份原始数据，再重新打开。",
    "What was saved is still in this browser, untouched. Download the raw data, then open the page again.",
];
const DOWNLOAD: &str = "下载原始数据 / Download the raw data";
const REOPEN: &str = "重新打开 / Open again";
const COPY: &str = "也可以复制下面的文字。 / Or copy the text below.";

fn show(message: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let body: Element = document.body().ok_or(JsValue::NULL)?.into();
    let raw = raw_data();
    body.set_text_content(None);
    let page = add(&document, &body, "main", "")?;
    page.set_attribute("class", "card trouble")?;
    page.set_attribute("role", "alert")?;
    page.set_attribute("data-testid", "panic-page")?;
    for (language, (head, text)) in ["zh-CN", "en"].into_iter().zip(HEAD.into_iter().zip(TEXT)) {
        add(&document, &page, "h1", head)?.set_attribute("lang", language)?;
        add(&document, &page, "p", text)?.set_attribute("lang", language)?;
    }
    let row = add(&document, &page, "p", "")?;
    let link = add(&document, &row, "a", DOWNLOAD)?;
    link.set_attribute("data-testid", "panic-download")?;
    link.set_attribute("download", "xueshi-raw.json")?;
    link.set_attribute("href", &address_of(&raw)?)?;
    // A form without a handler: it loads the page anew.
    let form = add(&document, &page, "form", "")?;
    add(&document, &form, "button", REOPEN)?.set_attribute("data-testid", "panic-reopen")?;
    add(&document, &page, "p", COPY)?;
    for (id, text) in [("panic-raw", raw.as_str()), ("panic-message", message)] {
        let field = add(&document, &page, "textarea", text)?;
        field.set_attribute("data-testid", id)?;
        field.set_attribute("readonly", "")?;
        field.set_attribute("rows", "6")?;
    }
    Ok(())
}

fn add(document: &Document, to: &Element, name: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    element.set_text_content(Some(text));
    to.append_child(&element)?;
    Ok(element)
}

fn address_of(text: &str) -> Result<String, JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts.unchecked_into(), &options)?;
    web_sys::Url::create_object_url_with_blob(&blob)
}

/// Every key of the app with its text, as JSON.
fn raw_data() -> String {
    let storage = WebStorage::connect();
    let mut keys = storage.keys().unwrap_or_default();
    keys.retain(|key| key.starts_with(PREFIX));
    crate::order::sort_by(&mut keys, Ord::cmp);
    let text = |key: &String| storage.get(key).ok().flatten().unwrap_or_default();
    let pairs = keys.iter().map(|key| {
        let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
        format!("{}:{}", quoted(key), quoted(&text(key)))
    });
    format!("{{{}}}\n", pairs.collect::<Vec<_>>().join(",\n"))
}
