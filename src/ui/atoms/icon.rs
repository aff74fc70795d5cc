//! The line icons of the navigation, drawn for the project on a 24-unit grid.

use crate::ui::view::prelude::*;

#[derive(Clone, Copy)]
pub enum Icon {
    House,
    Lines,
    /// A list with its ticks.
    Ticks,
    /// A sheet above a seal.
    Seal,
    /// A calendar.
    Days,
    Book,
    Drum,
    Dots,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Icon::House => "M4 11 12 4l8 7v9h-5v-6H9v6H4z",
            Icon::Lines => "M4 6h16M4 12h16M4 18h10",
            Icon::Ticks => "m4 7 2 2 3-4M12 7h8M4 16l2 2 3-4M12 16h8",
            Icon::Seal => "M6 3h8l4 4v4M6 3v18h5M9 9h5M9 13h2M20 17a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0",
            Icon::Days => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 15h3",
            Icon::Book => "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM9 9h6M9 13h4",
            Icon::Dots => "M5 12h.01M12 12h.01M19 12h.01",
            Icon::Drum => "M5 6c0-3 14-3 14 0v12c0 3-14 3-14 0zM5 6c0 3 14 3 14 0M5 12c0 3 14 3 14 0",
        }
    }
}

pub fn icon(icon: Icon) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path() />
        </svg>
    }
}
