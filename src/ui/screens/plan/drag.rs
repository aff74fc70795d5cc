//! Moving a planned entry along the line with a finger or a mouse. The buttons of the table do the
//! same in weeks, for the keyboard and for whoever would rather not drag.

use crate::ui::view::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use crate::report::timeline::{Span, Timeline};
use crate::rules::{Date, EntryId};
use crate::ui::session::Session;

/// One entry's way along the line.
#[derive(Clone, Copy)]
pub struct Drag {
    session: Session,
    line: StoredValue<Timeline>,
    entry: EntryId,
    end: Date,
    /// Where the pointer went down, in pixels.
    from: StoredValue<Option<i32>>,
    /// The day under the pointer, for everyone to see.
    shown: RwSignal<Option<Date>>,
}

impl Drag {
    pub fn of(line: StoredValue<Timeline>, span: &Span, shown: RwSignal<Option<Date>>) -> Drag {
        let (entry, end) = (span.entry, span.end);
        Drag { session: Session::get(), line, entry, end, from: StoredValue::new(None), shown }
    }

    pub fn take(self, event: &Event) {
        let pointer: &PointerEvent = event.unchecked_ref();
        if let Some(group) = group(event).filter(|_| pointer.is_primary() && pointer.button() == 0) {
            // From now on the pointer's events come here, wherever it goes.
            let _ = group.set_pointer_capture(pointer.pointer_id());
            self.from.set_value(Some(pointer.client_x()));
        }
    }

    pub fn pull(self, event: &Event) {
        let (Some(way), Some(group)) = (self.way(event), group(event)) else { return };
        let _ = group.set_attribute("transform", &format!("translate({way} 0)"));
        self.shown.set(self.day(way, &group));
    }

    pub fn drop(self, event: &Event) {
        let way = self.way(event);
        let Some(group) = group(event) else { return };
        self.let_go(event);
        if let Some(days) = way.map(|way| self.days(way, &group)).filter(|days| *days != 0) {
            self.session.move_entry(self.entry, days, String::new());
        }
    }

    /// The browser took the pointer for something else, such as scrolling: nothing has moved.
    pub fn let_go(self, event: &Event) {
        self.from.set_value(None);
        self.shown.set(None);
        if let Some(group) = group(event) {
            let _ = group.remove_attribute("transform");
        }
    }

    fn way(self, event: &Event) -> Option<i32> {
        let pointer: &PointerEvent = event.unchecked_ref();
        self.from.get_value().map(|from| pointer.client_x() - from)
    }

    fn days(self, way: i32, group: &Element) -> i64 {
        let width = group
            .closest("svg")
            .ok()
            .flatten()
            .map_or(0, |line| line.get_bounding_client_rect().width() as i32);
        self.line.with_value(|line| line.days_along(way, width))
    }

    fn day(self, way: i32, group: &Element) -> Option<Date> {
        self.end.checked_add_signed(chrono::TimeDelta::try_days(self.days(way, group))?)
    }
}

fn group(event: &Event) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
