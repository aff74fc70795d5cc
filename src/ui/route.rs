//! Hash routes: deep links and reload work on any static host, under any path.

use crate::ui::view::prelude::*;

/// The places of the app. A new screen is one variant here and one arm in `shell`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Overview,
    Records,
    Plan,
    Eligibility,
    Pack,
    Rules,
    Data,
}

impl Place {
    /// In the order of the navigation.
    pub const ALL: [Place; 7] = [
        Place::Overview,
        Place::Records,
        Place::Plan,
        Place::Eligibility,
        Place::Pack,
        Place::Rules,
        Place::Data,
    ];

    /// Whether a phone keeps the place behind "more".
    pub const fn is_behind_more(self) -> bool {
        matches!(self, Place::Rules | Place::Data)
    }

    pub const fn hash(self) -> &'static str {
        match self {
            Place::Overview => "#/",
            Place::Records => "#/records",
            Place::Plan => "#/plan",
            Place::Eligibility => "#/eligibility",
            Place::Pack => "#/pack",
            Place::Rules => "#/rules",
            Place::Data => "#/data",
        }
    }

    /// The place that a hash names; an empty one is the overview. What follows `?` is the
    /// screen's own.
    fn of(hash: &str) -> Option<Place> {
        let path = hash.split('?').next().unwrap_or_default();
        let path = if path.len() < 2 { "#/" } else { path };
        Place::ALL.into_iter().find(|place| place.hash() == path)
    }
}

fn current_hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The place shown, following the address; `None` for an unknown one.
pub fn follow_address() -> RwSignal<Option<Place>> {
    let place = RwSignal::new(Place::of(&current_hash()));
    let listener = window_event_listener(leptos::ev::hashchange, move |_| {
        let next = Place::of(&current_hash());
        if place.get_untracked() != next {
            place.set(next);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    on_cleanup(move || listener.remove());
    place
}

/// Goes to a place, leaving a step in the browser's history.
pub fn go(place: Place) {
    let _ = window().location().set_hash(place.hash());
}
