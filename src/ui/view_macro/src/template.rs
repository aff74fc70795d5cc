//! From the nodes of a `view!` to its template and the calls that fill it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use rstml::Infallible;
use rstml::node::{Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use syn::{Error, Expr, ExprLit, Lit, Result, Stmt};

use crate::marks;

/// Elements that exist in drawings only; others are part of one where they stand in one.
const DRAWN: &str = " svg circle clipPath defs ellipse g line linearGradient marker mask path pattern \
                     polygon polyline radialGradient rect stop symbol text tspan use ";

/// An expression for the nodes: one view, or a list where there are several.
pub fn views(nodes: &[Node]) -> Result<TokenStream> {
    let mut shown = Vec::new();
    flatten(nodes, &mut |node| {
        shown.push(single(node)?);
        Ok(())
    })?;
    Ok(match shown.as_slice() {
        [one] => quote!(#one),
        several => quote!(::xueshi::ui::view::AnyView::List(vec![#(#several),*])),
    })
}

/// Goes through the nodes; those of `<>…</>` stand where it stands.
fn flatten<'a>(nodes: &'a [Node], each: &mut dyn FnMut(&'a Node) -> Result<()>) -> Result<()> {
    for node in nodes {
        match node {
            Node::Fragment(fragment) => flatten(&fragment.children, each)?,
            Node::Comment(_) => {}
            node => each(node)?,
        }
    }
    Ok(())
}

fn single(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Element(element) if !is_component(element.name()) => {
            let mut template = Template::default();
            template.element(element, false)?;
            let Template { text, fillings, .. } = template;
            let count = fillings.len();
            Ok(quote!({
                let mut gaps = ::xueshi::ui::view::Gaps::new(#text, #count);
                #(#fillings)*
                gaps.filled()
            }))
        }
        Node::Element(element) => call(element),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote!(::xueshi::ui::view::IntoAny::into_any(#text)))
        }
        Node::Block(block) => {
            let shown = inner(block);
            Ok(quote!(::xueshi::ui::view::IntoAny::into_any(#shown)))
        }
        _ => Err(Error::new(proc_macro2::Span::call_site(), "texts of a view stand in quotes")),
    }
}

/// What stands in `{…}`, without the braces where it is one expression.
fn inner(block: &NodeBlock) -> TokenStream {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([Stmt::Expr(only, None)]) => quote!(#only),
        _ => quote!(#block),
    }
}

fn is_component(name: &NodeName) -> bool {
    match name {
        NodeName::Path(path) => path.path.segments.last().is_some_and(|last| {
            let last = last.ident.to_string();
            last.starts_with(|first: char| first.is_uppercase())
        }),
        _ => false,
    }
}

/// `<Name a=x>children</Name>`.
fn call(element: &NodeElement<Infallible>) -> Result<TokenStream> {
    let name = element.name();
    let mut given = Vec::new();
    for attribute in element.attributes() {
        let (key, value) = key_and_value(attribute)?;
        let key = format_ident!("{key}");
        let take = format_ident!("take_{key}");
        let value = value.map_or_else(|| quote!(true), |value| quote!(#value));
        given.push(quote!(#key: #name::#take(#value)));
    }
    if !element.children.is_empty() {
        let children = views(&element.children)?;
        given.push(quote!(children: ::std::rc::Rc::new(move || #children)));
    }
    Ok(quote!(#name { #(#given),* }.draw()))
}

fn key_and_value(attribute: &NodeAttribute) -> Result<(String, Option<&Expr>)> {
    match attribute {
        NodeAttribute::Attribute(attribute) => {
            Ok((attribute.key.to_string().replace("r#", ""), attribute.value()))
        }
        NodeAttribute::Block(block) => Err(Error::new_spanned(block, "an attribute has a name")),
    }
}

#[derive(Default)]
struct Template {
    text: String,
    fillings: Vec<TokenStream>,
    kept: usize,
}

impl Template {
    fn mark(&mut self, mark: char, word: &str) -> Result<()> {
        if word.chars().any(|letter| letter < marks::FIRST_LETTER) {
            let error = "a view's text holds no control characters";
            return Err(Error::new(proc_macro2::Span::call_site(), error));
        }
        self.text.push(mark);
        self.text.push_str(word);
        Ok(())
    }

    fn gap(&mut self, mark: char, word: &str, filling: TokenStream) -> Result<()> {
        self.fillings.push(filling);
        self.mark(mark, word)
    }

    fn element(&mut self, element: &NodeElement<Infallible>, is_drawn: bool) -> Result<()> {
        let name = element.name().to_string();
        let is_drawn = is_drawn || DRAWN.contains(&format!(" {name} "));
        self.mark(if is_drawn { marks::SVG } else { marks::HTML }, &name)?;
        let mut properties = Vec::new();
        for attribute in element.attributes() {
            let (key, value) = key_and_value(attribute)?;
            self.attribute(&key, value, &mut properties)?;
        }
        // What a drawing holds is drawn, but for text of the page.
        let is_drawn = is_drawn && name != "foreignObject";
        flatten(&element.children, &mut |node| match node {
            Node::Element(child) if !is_component(child.name()) => self.element(child, is_drawn),
            Node::Text(text) => self.mark(marks::TEXT, &text.value_string()),
            Node::Block(block) => {
                let shown = inner(block);
                self.gap(marks::CHILD, "", quote!(gaps.child(#shown);))
            }
            node => {
                let child = single(node)?;
                self.gap(marks::CHILD, "", quote!(gaps.child(#child);))
            }
        })?;
        // A select has no value before it has its options.
        for (property, filling) in properties {
            self.gap(marks::PROPERTY, &property, filling)?;
        }
        self.mark(marks::END, "")
    }

    fn attribute(
        &mut self,
        key: &str,
        value: Option<&Expr>,
        properties: &mut Vec<(String, TokenStream)>,
    ) -> Result<()> {
        match (key.split_once(':'), value) {
            (Some(("on", event)), Some(value)) => {
                let name = format_ident!("{event}");
                self.gap(marks::EVENT, event, quote!(gaps.on(::leptos::ev::#name, #value);))
            }
            (Some(("prop", property)), Some(value)) => {
                // Evaluated where it is written, set when the children are there.
                let kept = format_ident!("property_{}", self.kept);
                self.kept += 1;
                self.fillings.push(quote!(let #kept = #value;));
                properties.push((property.to_owned(), quote!(gaps.value(#kept);)));
                Ok(())
            }
            (Some(("class", class)), Some(value)) => {
                self.gap(marks::CLASS, class, quote!(gaps.value(#value);))
            }
            (Some(("style", style)), Some(value)) => {
                self.gap(marks::STYLE, style, quote!(gaps.value(#value);))
            }
            (None, Some(value)) if key == "node_ref" => self.gap(marks::TAKE, "", quote!(gaps.take(#value);)),
            (None, Some(Expr::Lit(ExprLit { lit, .. }))) if literal(lit).is_some() => {
                let value = literal(lit).unwrap_or_default();
                self.mark(marks::FIXED, &format!("{key}={value}"))
            }
            (None, Some(value)) => self.gap(marks::ATTRIBUTE, key, quote!(gaps.value(#value);)),
            (None, None) => self.mark(marks::FIXED, &format!("{key}=")),
            (Some(_), _) => Err(Error::new(
                proc_macro2::Span::call_site(),
                format!("`{key}`: a view knows on:, prop:, class: and style:, each with a value"),
            )),
        }
    }
}

fn literal(lit: &Lit) -> Option<String> {
    match lit {
        Lit::Str(text) => Some(text.value()),
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        _ => None,
    }
}
