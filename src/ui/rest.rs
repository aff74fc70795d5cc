//! The page comes in two parts. The first opens the book and draws the answer; the second, fetched
//! while a person reads it, holds every other screen and every act. `src/main.rs` says where the
//! program is cut; a build that is not cut has both in one and gives them out in the same order.
//!
//! What only [`REST`] leads to is in the second part. A screen or an act that the first part
//! named by itself would be in the first: it asks with [`Ask`] instead.

use std::pin::Pin;
use std::time::Duration;

use crate::ui::view::prelude::*;

use super::atoms::ClauseCard;
use super::route::Place;
use super::screens::{data, eligibility, overview, pack, plan, records, rules};
use super::session::{Session, lang};
use super::shell::place_name;
use super::shortcuts::{self, Shortcuts};
use super::{focus, trouble, update};
use crate::report::year::YearView;
use crate::rules::{City, EntryId};

/// What the first part asks the second to do.
#[derive(Clone, Copy)]
pub enum Ask {
    NewEntry,
    EditEntry(EntryId),
    Import,
    City(City),
    EnterDemo,
    LeaveDemo,
}

/// What the second part holds.
pub struct Rest {
    /// Called once: what goes on beside a person's acts.
    attend: fn(Session, RwSignal<Option<Place>>),
    carry_out: fn(Session, Ask),
    pub screen: fn(Place) -> AnyView,
    /// What is wrong or new, above every screen.
    pub above: fn(Session) -> AnyView,
    /// What lies over every screen: sheets, cards, the notice of what just happened.
    pub over: fn() -> AnyView,
    /// The age of the last backup.
    pub backup_line: fn(Session) -> AnyView,
    /// The calculation of a year, step by step.
    pub calculation: fn(&YearView, overview::Which) -> AnyView,
}

pub static REST: Rest = Rest {
    attend,
    carry_out,
    screen,
    above,
    over,
    backup_line: |session| {
        view! { <small class="backup-line">{data::storage::last_backup(session, "last-backup")}</small> }
            .into_any()
    },
    calculation: overview::calculation,
};

/// Has the second part fetched; `None` when it cannot be had.
pub type Fetch = fn() -> Pin<Box<dyn Future<Output = Option<&'static Rest>>>>;

#[derive(Clone, Copy)]
enum State {
    OnItsWay,
    Here(&'static Rest),
    Missing,
}

/// A frame's task runs before it is painted; this long after it, it is on the screen.
const PAINTED: Duration = Duration::from_millis(120);

/// Where the second part is, and what was asked of it before it came.
#[derive(Clone, Copy)]
pub struct Arrival {
    state: RwSignal<State>,
    asked: RwSignal<Vec<Ask>>,
    /// The page, for what the second part begins.
    owner: StoredValue<Option<Owner>>,
    fetch: Fetch,
}

impl Arrival {
    /// Nothing is asked for yet.
    pub fn new(fetch: Fetch) -> Arrival {
        Arrival {
            state: RwSignal::new(State::OnItsWay),
            asked: RwSignal::new(Vec::new()),
            owner: StoredValue::new(Owner::current()),
            fetch,
        }
    }

    /// Has the second part fetched: at once where it is what was asked for, else when the answer
    /// has been drawn, which it would only delay.
    pub fn expect(self, session: Session, place: RwSignal<Option<Place>>) {
        let has_answer =
            place.get_untracked() == Some(Place::Overview) && !session.is_opening.get_untracked();
        if !has_answer || document().hidden() {
            return self.send_for(session, place);
        }
        request_animation_frame(move || {
            set_timeout(move || self.send_for(session, place), PAINTED);
        });
    }

    pub fn get() -> Arrival {
        expect_context()
    }

    fn send_for(self, session: Session, place: RwSignal<Option<Place>>) {
        leptos::task::spawn_local(async move {
            let Some(rest) = (self.fetch)().await else { return self.state.set(State::Missing) };
            let owner = self.owner.get_value().expect("the page has an owner");
            owner.with(|| (rest.attend)(session, place));
            self.state.set(State::Here(rest));
            for ask in self.asked.try_update(std::mem::take).unwrap_or_default() {
                (rest.carry_out)(session, ask);
            }
        });
    }

    /// Has something done: now, or as soon as the second part is here.
    pub fn ask(self, session: Session, ask: Ask) {
        match self.state.get_untracked() {
            State::Here(rest) => (rest.carry_out)(session, ask),
            _ => self.asked.update(|asked| asked.push(ask)),
        }
    }

    pub fn is_here(self) -> bool {
        matches!(self.state.get(), State::Here(_))
    }

    /// What the second part draws; nothing until it is here.
    pub fn draw(self, draw: impl FnOnce(&'static Rest) -> AnyView) -> AnyView {
        match self.state.get() {
            State::Here(rest) => draw(rest),
            _ => AnyView::Empty,
        }
    }

    /// A screen of the second part; before that is here its name, and that it is on its way.
    pub fn screen(self, here: Place) -> AnyView {
        if let State::Here(rest) = self.state.get() {
            return (rest.screen)(here);
        }
        let name = place_name(lang(), here).0;
        view! {
            <header class="bar"><h1>{name}</h1></header>
            {self.waiting()}
        }
        .into_any()
    }

    /// In the place of what only the second part can show; that it is missing stands above.
    pub fn waiting(self) -> AnyView {
        match self.state.get() {
            State::Missing => AnyView::Empty,
            _ => waiting(),
        }
    }

    /// Above every screen: what the second part says there, or where it is when that is asked for.
    pub fn above(self, session: Session, place: RwSignal<Option<Place>>) -> AnyView {
        match self.state.get() {
            State::Here(rest) => (rest.above)(session),
            State::Missing => self.missing(session, place),
            // Every other screen says so by itself.
            State::OnItsWay if place.get() == Some(Place::Overview) && !self.asked.with(Vec::is_empty) => {
                waiting()
            }
            State::OnItsWay => AnyView::Empty,
        }
    }

    fn missing(self, session: Session, place: RwSignal<Option<Place>>) -> AnyView {
        let lang = lang();
        let again = move |_| {
            self.state.set(State::OnItsWay);
            self.send_for(session, place);
        };
        view! {
            <section class="card trouble" role="alert" data-testid="rest-missing">
                <p>{lang.rest_missing()}</p>
                <div class="row">
                    <button type="button" data-testid="rest-again" on:click=again>{lang.rest_again()}</button>
                </div>
            </section>
        }
        .into_any()
    }
}

fn waiting() -> AnyView {
    let text = lang().rest_waiting();
    view! { <p class="waiting" role="status" data-testid="rest-waiting">{text}</p> }.into_any()
}

fn attend(session: Session, place: RwSignal<Option<Place>>) {
    Effect::new(move |before: Option<()>| {
        place.track();
        if before.is_some() {
            session.close_sheets();
            session.typing.set(false);
        }
    });
    session.attend();
    shortcuts::listen(session);
    focus::keep();
}

fn carry_out(session: Session, ask: Ask) {
    match ask {
        Ask::NewEntry => session.new_entry(),
        Ask::EditEntry(entry) => session.edit_entry(entry),
        Ask::Import => session.open_import(),
        Ask::City(city) => session.change_profile(move |profile| profile.city = city),
        Ask::EnterDemo => session.enter_demo(),
        Ask::LeaveDemo => session.leave_demo(),
    }
}

fn screen(place: Place) -> AnyView {
    match place {
        // The first part's own.
        Place::Overview => AnyView::Empty,
        Place::Records => view! { <records::Records /> }.into_any(),
        Place::Plan => view! { <plan::Plan /> }.into_any(),
        Place::Eligibility => view! { <eligibility::Eligibility /> }.into_any(),
        Place::Pack => view! { <pack::Pack /> }.into_any(),
        Place::Rules => view! { <rules::Rules /> }.into_any(),
        Place::Data => view! { <data::Data /> }.into_any(),
    }
}

fn above(session: Session) -> AnyView {
    view! {
        {update::update_line(session)}
        <trouble::SaveTrouble />
    }
    .into_any()
}

fn over() -> AnyView {
    view! {
        <records::EntrySheet />
        <records::ImportSheet />
        <ClauseCard />
        <Shortcuts />
        <trouble::Notice />
    }
    .into_any()
}
