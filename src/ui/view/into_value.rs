//! What can be the value of an attribute: texts, numbers, booleans, options, and closures of them.

use std::borrow::Cow;

use leptos::prelude::{Get, Signal};

use super::{Part, Value};

/// A value, or a closure that follows one.
pub trait IntoValue {
    #[doc(hidden)]
    fn into_part(self) -> Part;
}

/// A value itself.
trait IsValue {
    fn value(self) -> Value;
}

impl IsValue for &'static str {
    fn value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IsValue for String {
    fn value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

/// A false attribute is absent, a true one is present and empty.
impl IsValue for bool {
    fn value(self) -> Value {
        if self { Value::Present } else { Value::Absent }
    }
}

impl<T: IsValue> IsValue for Option<T> {
    fn value(self) -> Value {
        self.map_or(Value::Absent, T::value)
    }
}

macro_rules! values {
    ($($value:ty),*) => {$(
        impl IntoValue for $value {
            fn into_part(self) -> Part {
                Part::Value(self.value())
            }
        }
        impl IntoValue for Option<$value> {
            fn into_part(self) -> Part {
                Part::Value(self.value())
            }
        }
    )*};
}

values!(&'static str, String, bool);

impl<F, V> IntoValue for F
where
    F: FnMut() -> V + 'static,
    V: IsValue,
{
    fn into_part(mut self) -> Part {
        Part::Computed(Box::new(move || self().value()))
    }
}

impl<T: IsValue + Clone + 'static> IntoValue for super::RwSignal<T> {
    fn into_part(self) -> Part {
        (move || self.get()).into_part()
    }
}

impl<T: IsValue + Clone + PartialEq + 'static> IntoValue for super::Memo<T> {
    fn into_part(self) -> Part {
        (move || self.get()).into_part()
    }
}

impl<T: IsValue + Clone + Send + Sync + 'static> IntoValue for Signal<T> {
    fn into_part(self) -> Part {
        (move || self.get()).into_part()
    }
}
