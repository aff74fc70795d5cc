//! What is shown only while something holds.

use std::rc::Rc;

use view_macro::component;

use super::{AnyView, Memo};

/// What stands between the tags of a component: it can be built more than once.
pub type Children = Rc<dyn Fn() -> AnyView>;

/// A closure that says whether something holds.
pub struct Condition(Box<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Condition {
    fn from(holds: F) -> Condition {
        Condition(Box::new(holds))
    }
}

/// Shows its children while the condition holds. They are built when it becomes true, and left
/// alone when it is computed anew with the same result.
#[component]
pub fn Show(#[prop(into)] when: Condition, children: Children) -> impl IntoView {
    let holds = Memo::new(move |_| when.0());
    move || if holds.get() { children() } else { AnyView::Empty }
}
