//! `#[component]`: a struct with a field for each argument, so that only its name is imported.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Attribute, Error, FnArg, ItemFn, Pat, Result};

pub fn component(function: &ItemFn) -> Result<TokenStream> {
    let (docs, vis, name, body) = (&function.attrs, &function.vis, &function.sig.ident, &function.block);
    if !function.sig.generics.params.is_empty() {
        return Err(Error::new_spanned(&function.sig.generics, "a component has no type parameters"));
    }
    let mut fields = Vec::new();
    let mut names = Vec::new();
    let mut conversions = Vec::new();
    for input in &function.sig.inputs {
        let FnArg::Typed(input) = input else {
            return Err(Error::new_spanned(input, "a component is a plain function"));
        };
        let Pat::Ident(pattern) = &*input.pat else {
            return Err(Error::new_spanned(&input.pat, "an argument of a component has a plain name"));
        };
        let (field, ty) = (&pattern.ident, &input.ty);
        let (props, docs): (Vec<&Attribute>, Vec<&Attribute>) =
            input.attrs.iter().partition(|attribute| attribute.path().is_ident("prop"));
        let take = format_ident!("take_{field}");
        let mut is_converted = false;
        for prop in props {
            prop.parse_nested_meta(|meta| {
                is_converted = meta.path.is_ident("into");
                if is_converted { Ok(()) } else { Err(meta.error("only `into` is known")) }
            })?;
        }
        fields.push(quote!(#(#docs)* pub #field: #ty));
        conversions.push(match is_converted {
            true => quote!(#[doc(hidden)] pub fn #take(given: impl Into<#ty>) -> #ty { given.into() }),
            false => quote!(#[doc(hidden)] pub fn #take(given: #ty) -> #ty { given }),
        });
        names.push(field);
    }
    Ok(quote! {
        #(#docs)*
        #vis struct #name { #(#fields),* }

        impl #name {
            #(#conversions)*

            #[doc(hidden)]
            pub fn draw(self) -> ::xueshi::ui::view::AnyView {
                let Self { #(#names),* } = self;
                ::xueshi::ui::view::draw_component(Box::new(
                    move || ::xueshi::ui::view::IntoAny::into_any(#body)
                ))
            }
        }
    })
}
