//! `view!` and `#[component]` for the node layer of `src/ui/view/`, with the syntax of Leptos.
//!
//! What never changes in a view becomes one text, its *template*; what is computed becomes calls
//! that fill the template's gaps in the order written. So a view costs the page a few bytes for
//! each gap, and nothing is compiled for each shape of element.

mod component;
#[path = "../../view/marks.rs"]
#[allow(dead_code, reason = "one list for the writer and the reader")]
mod marks;
mod template;

use proc_macro::TokenStream;
use quote::quote;

/// A view: elements, texts in quotes, and `{expressions}` that are views themselves.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    match rstml::parse2(tokens.into()) {
        Ok(nodes) => template::views(&nodes).unwrap_or_else(|error| error.to_compile_error()).into(),
        Err(error) => error.to_compile_error().into(),
    }
}

/// Makes a function that returns a view usable as an element: its arguments become attributes.
/// `#[prop(into)]` before an argument converts what is given.
#[proc_macro_attribute]
pub fn component(_: TokenStream, item: TokenStream) -> TokenStream {
    let function = syn::parse_macro_input!(item as syn::ItemFn);
    match component::component(&function) {
        Ok(tokens) => tokens.into(),
        Err(error) => {
            let error = error.to_compile_error();
            quote!(#function #error).into()
        }
    }
}
