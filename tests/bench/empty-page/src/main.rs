//! The least that Leptos shows: one paragraph, under the name that the app's verdict has.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    mount_to_body(|| view! { <p data-testid="verdict">"学时簿"</p> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
