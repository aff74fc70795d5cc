//! What can be shown: texts, numbers, views, options and lists of them, and closures of them.

use std::borrow::Cow;

use leptos::prelude::{Get, Signal};

use super::AnyView;

/// Something that can be shown.
pub trait IntoView {
    fn into_view(self) -> AnyView;
}

/// The name under which Leptos erases types; here every view is of one type.
pub trait IntoAny {
    fn into_any(self) -> AnyView;
}

impl<V: IntoView> IntoAny for V {
    fn into_any(self) -> AnyView {
        self.into_view()
    }
}

/// Makes the items of an iterator a list.
pub trait CollectView {
    fn collect_view(self) -> AnyView;
}

impl<I> CollectView for I
where
    I: IntoIterator<Item: IntoView>,
{
    fn collect_view(self) -> AnyView {
        let mut views = Vec::new();
        self.into_iter().for_each(|item| views.push(item.into_view()));
        AnyView::List(views)
    }
}

impl IntoView for AnyView {
    fn into_view(self) -> AnyView {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> AnyView {
        AnyView::Empty
    }
}

impl IntoView for &'static str {
    fn into_view(self) -> AnyView {
        AnyView::Text(Cow::Borrowed(self))
    }
}

impl IntoView for String {
    fn into_view(self) -> AnyView {
        AnyView::Text(Cow::Owned(self))
    }
}

impl<V: IntoView> IntoView for Option<V> {
    fn into_view(self) -> AnyView {
        self.map_or(AnyView::Empty, V::into_view)
    }
}

impl<V: IntoView> IntoView for Vec<V> {
    fn into_view(self) -> AnyView {
        self.collect_view()
    }
}

impl<V: IntoView, const N: usize> IntoView for [V; N] {
    fn into_view(self) -> AnyView {
        self.collect_view()
    }
}

/// A region that follows what the closure reads.
impl<F, V> IntoView for F
where
    F: FnMut() -> V + 'static,
    V: IntoView,
{
    fn into_view(mut self) -> AnyView {
        AnyView::Region(Box::new(move || self().into_view()))
    }
}

impl<T: IntoView + Clone + 'static> IntoView for super::RwSignal<T> {
    fn into_view(self) -> AnyView {
        (move || self.get()).into_view()
    }
}

impl<T: IntoView + Clone + PartialEq + 'static> IntoView for super::Memo<T> {
    fn into_view(self) -> AnyView {
        (move || self.get()).into_view()
    }
}

impl<T: IntoView + Clone + Send + Sync + 'static> IntoView for Signal<T> {
    fn into_view(self) -> AnyView {
        (move || self.get()).into_view()
    }
}
