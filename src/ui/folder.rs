//! A folder of the person's computer, where the browser lets a page write into one (the File System
//! Access API). The only place that touches it, and the browser's database in which it lets the
//! page keep the folder from one visit to the next.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::member::member;

/// What the browser threw; its `name` tells why.
pub type Failure = JsValue;
type Answer<T> = Result<T, Failure>;

const DATABASE: &str = "xueshi-folder";
const STORE: &str = "handles";

/// A folder that the person chose.
#[derive(Clone)]
pub struct Folder {
    handle: JsValue,
}

/// Whether this browser has such folders at all.
pub fn is_possible() -> bool {
    web_sys::window().is_some_and(|window| member(&window.into(), "showDirectoryPicker").is_some())
}

/// Lets the person choose; to be called from a click.
pub async fn choose() -> Answer<Folder> {
    let window: JsValue = web_sys::window().ok_or(JsValue::NULL)?.into();
    Ok(Folder { handle: called(&window, "showDirectoryPicker", &[read_and_write()]).await? })
}

/// The folder kept for a book, if there is one.
pub async fn kept(book: &str) -> Answer<Option<Folder>> {
    let found = done(&call(&store("readonly").await?, "get", &[book.into()])?).await?;
    Ok(found.is_object().then_some(Folder { handle: found }))
}

/// Keeps a folder for a book's next visits, or keeps none any more.
pub async fn keep(book: &str, folder: Option<&Folder>) -> Answer<()> {
    let store = store("readwrite").await?;
    let request = match folder {
        Some(folder) => call(&store, "put", &[folder.handle.clone(), book.into()])?,
        None => call(&store, "delete", &[book.into()])?,
    };
    done(&request).await.map(drop)
}

impl Folder {
    pub fn name(&self) -> String {
        member(&self.handle, "name").and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be written into now; it lapses when the page is closed.
    pub async fn is_permitted(&self) -> bool {
        self.asks("queryPermission").await
    }

    /// Asks the person again; to be called from a click.
    pub async fn ask(&self) -> bool {
        self.asks("requestPermission").await
    }

    async fn asks(&self, function: &str) -> bool {
        called(&self.handle, function, &[read_and_write()]).await.is_ok_and(|answer| answer == "granted")
    }

    /// Writes a file, in place of one of that name, and reads it back. The browser swaps the old
    /// file for the new one when it is whole.
    pub async fn write(&self, name: &str, text: &str) -> Answer<()> {
        let create = Object::new();
        Reflect::set(&create, &"create".into(), &true.into())?;
        let file = called(&self.handle, "getFileHandle", &[name.into(), create.into()]).await?;
        let writable = called(&file, "createWritable", &[]).await?;
        called(&writable, "write", &[text.into()]).await?;
        called(&writable, "close", &[]).await?;
        let written = called(&called(&file, "getFile", &[]).await?, "text", &[]).await?;
        if written == text { Ok(()) } else { Err(JsValue::NULL) }
    }

    pub async fn names(&self) -> Answer<Vec<String>> {
        let keys = call(&self.handle, "keys", &[])?;
        let mut names = Vec::new();
        loop {
            let step = called(&keys, "next", &[]).await?;
            match member(&step, "value").and_then(|name| name.as_string()) {
                Some(name) => names.push(name),
                None => return Ok(names),
            }
        }
    }

    pub async fn remove(&self, name: &str) -> Answer<()> {
        called(&self.handle, "removeEntry", &[name.into()]).await.map(drop)
    }
}

fn read_and_write() -> JsValue {
    let options = Object::new();
    let _ = Reflect::set(&options, &"mode".into(), &"readwrite".into());
    options.into()
}

/// Calls a function of an object.
fn call(of: &JsValue, function: &str, args: &[JsValue]) -> Answer<JsValue> {
    let function: Function = Reflect::get(of, &function.into())?.dyn_into()?;
    Reflect::apply(&function, of, &args.iter().collect::<Array>())
}

/// Calls it and waits for what it promised.
async fn called(of: &JsValue, function: &str, args: &[JsValue]) -> Answer<JsValue> {
    JsFuture::from(Promise::resolve(&call(of, function, args)?)).await
}

/// What a request of the database results in.
async fn done(request: &JsValue) -> Answer<JsValue> {
    let mut set = Ok(true);
    let answer = Promise::new(&mut |resolve, reject| {
        set = Reflect::set(request, &"onsuccess".into(), &resolve)
            .and_then(|_| Reflect::set(request, &"onerror".into(), &reject));
    });
    set?;
    JsFuture::from(answer).await?;
    Reflect::get(request, &"result".into())
}

async fn store(mode: &str) -> Answer<JsValue> {
    let window: JsValue = web_sys::window().ok_or(JsValue::NULL)?.into();
    let databases = Reflect::get(&window, &"indexedDB".into())?;
    let request = call(&databases, "open", &[DATABASE.into()])?;
    let opening = request.clone();
    let make = Closure::once_into_js(move || -> Answer<JsValue> {
        call(&Reflect::get(&opening, &"result".into())?, "createObjectStore", &[STORE.into()])
    });
    Reflect::set(&request, &"onupgradeneeded".into(), &make)?;
    let database = done(&request).await?;
    let transaction = call(&database, "transaction", &[STORE.into(), mode.into()])?;
    call(&transaction, "objectStore", &[STORE.into()])
}
