//! Leptos' signals and memos behind a typed handle. Leptos compiles each of them anew for every
//! type that is kept, 2 KB and more each; here only the access knows the type.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{self as graph, LocalStorage, Read, ReadUntracked, Signal, Track, Write};
use send_wrapper::SendWrapper;

/// A value that views and effects follow. Its owner ends it; cheap to copy.
pub struct RwSignal<T> {
    kept: graph::RwSignal<Box<dyn Any>, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

fn known<T: 'static>(kept: &dyn Any) -> &T {
    kept.downcast_ref().expect("a signal keeps its type")
}

impl<T: 'static> RwSignal<T> {
    pub fn new(value: T) -> RwSignal<T> {
        RwSignal { kept: graph::RwSignal::new_local(Box::new(value)), kind: PhantomData }
    }

    pub fn with<O>(self, use_it: impl FnOnce(&T) -> O) -> O {
        use_it(known(&**self.kept.read()))
    }

    pub fn with_untracked<O>(self, use_it: impl FnOnce(&T) -> O) -> O {
        use_it(known(&**self.kept.read_untracked()))
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// `None` once it has ended.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.kept.try_read_untracked().map(|kept| known::<T>(&**kept).clone())
    }

    pub fn track(self) {
        self.kept.track();
    }

    /// Whoever follows it is told. Nothing happens once it has ended.
    pub fn set(self, value: T) {
        replace(self.kept, Box::new(value));
    }

    pub fn update(self, change: impl FnOnce(&mut T)) {
        let _ = self.try_update(change);
    }

    /// `None` once it has ended.
    pub fn try_update<O>(self, change: impl FnOnce(&mut T) -> O) -> Option<O> {
        let mut kept = self.kept.try_write()?;
        kept.downcast_mut().map(change)
    }
}

fn replace(kept: graph::RwSignal<Box<dyn Any>, LocalStorage>, value: Box<dyn Any>) {
    if let Some(mut kept) = kept.try_write() {
        *kept = value;
    }
}

/// A computed value, told on only when it differs from the one before.
pub struct Memo<T> {
    kept: graph::Memo<Computed>,
    kind: PhantomData<fn() -> T>,
}

/// What a memo keeps. The page has one thread.
struct Computed(SendWrapper<Rc<dyn Comparable>>);

trait Comparable: Any {
    fn equals(&self, other: &dyn Comparable) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Comparable for T {
    fn equals(&self, other: &dyn Comparable) -> bool {
        other.as_any().downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl PartialEq for Computed {
    fn eq(&self, other: &Computed) -> bool {
        self.0.equals(&**other.0)
    }
}

impl Computed {
    fn get<T: 'static>(&self) -> &T {
        known((**self.0).as_any())
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + 'static> Memo<T> {
    /// `compute` gets what it returned before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T> {
        let kept = memo(Box::new(move |before| {
            Computed(SendWrapper::new(Rc::new(compute(before.map(Computed::get)))))
        }));
        Memo { kept, kind: PhantomData }
    }

    pub fn with<O>(self, use_it: impl FnOnce(&T) -> O) -> O {
        use_it(self.kept.read().get())
    }

    pub fn with_untracked<O>(self, use_it: impl FnOnce(&T) -> O) -> O {
        use_it(self.kept.read_untracked().get())
    }

    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    pub fn track(self) {
        self.kept.track();
    }
}

type Compute = Box<dyn Fn(Option<&Computed>) -> Computed + Send + Sync>;

fn memo(compute: Compute) -> graph::Memo<Computed> {
    graph::Memo::new(compute)
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Signal<T> {
        Signal::derive(move || signal.get())
    }
}
