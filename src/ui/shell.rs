//! The frame: navigation, the state of saving, undo, and the place shown.

use crate::ui::view::prelude::*;

use super::atoms::{Icon, icon};
use super::focus::focus;
use super::rest::{Arrival, Ask, Fetch};
use super::route::{Place, follow_address, go};
use super::screens::overview;
use super::session::{SaveState, Session, lang};
use crate::i18n::Lang;

/// The whole page. It is drawn anew when the language or the book's owner changes; what a person
/// typed lives in the session and survives that.
#[component]
pub fn App(fetch: Fetch) -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    let place = follow_address();
    session.follow_appearance();
    let arrival = Arrival::new(fetch);
    provide_context(arrival);
    session.look_through(Box::new(move || arrival.expect(session, place)));
    move || {
        session.language.track();
        session.book_id.track();
        view! { <Frame place=place /> }.into_any()
    }
}

fn place_icon(place: Place) -> Icon {
    match place {
        Place::Overview => Icon::House,
        Place::Records => Icon::Lines,
        Place::Plan => Icon::Days,
        Place::Eligibility => Icon::Ticks,
        Place::Pack => Icon::Seal,
        Place::Rules => Icon::Book,
        Place::Data => Icon::Drum,
    }
}

pub fn place_name(lang: Lang, place: Place) -> (&'static str, &'static str) {
    match place {
        Place::Overview => (lang.nav_overview(), lang.nav_overview_short()),
        Place::Records => (lang.nav_records(), lang.nav_records_short()),
        Place::Plan => (lang.nav_plan(), lang.nav_plan_short()),
        Place::Eligibility => (lang.nav_eligibility(), lang.nav_eligibility_short()),
        Place::Pack => (lang.nav_pack(), lang.nav_pack_short()),
        Place::Rules => (lang.nav_rules(), lang.nav_rules_short()),
        Place::Data => (lang.nav_data(), lang.nav_data_short()),
    }
}

#[component]
fn Frame(place: RwSignal<Option<Place>>) -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let arrival = Arrival::get();
    view! {
        <a class="skip" href="#content" on:click=move |event| {
            event.prevent_default();
            focus("content");
        }>{lang.skip_to_content()}</a>
        <div class="frame">
            <header class="rail">
                <div class="brand">
                    <strong>{lang.app_name()}</strong>
                    <small>{lang.app_tagline()}</small>
                </div>
                <nav aria-label=lang.navigation()>{links(place)} {more(place)}</nav>
                <SaveLine />
            </header>
            <main id="content" tabindex="-1">
                <Show when=move || session.is_demo()>
                    <div class="demo-bar" role="note">
                        <span>{lang.demo_mark()}</span>
                        <button
                            type="button"
                            data-testid="demo-end"
                            on:click=move |_| arrival.ask(session, Ask::LeaveDemo)
                        >
                            {lang.demo_leave()}
                        </button>
                    </div>
                </Show>
                {move || arrival.above(session, place)}
                {move || match place.get() {
                    Some(Place::Overview) if session.is_opening.get() => arrival.waiting(),
                    Some(Place::Overview) => view! { <overview::Overview /> }.into_any(),
                    Some(here) => arrival.screen(here),
                    None => view! {
                        <section class="card empty">
                            <h1>{lang.not_found()}</h1>
                            <button type="button" class="primary" on:click=move |_| go(Place::Overview)>
                                {lang.back_to_overview()}
                            </button>
                        </section>
                    }.into_any(),
                }}
            </main>
        </div>
        {move || arrival.draw(|rest| (rest.over)())}
    }
}

fn link(here: Place, place: RwSignal<Option<Place>>, id: &'static str) -> AnyView {
    let (name, short) = place_name(lang(), here);
    view! {
        <a
            href=here.hash()
            class:behind=here.is_behind_more() && id == "nav-"
            aria-current=move || (place.get() == Some(here)).then_some("page")
            data-testid=format!("{id}{}", here.hash().trim_start_matches("#/"))
        >
            {icon(place_icon(here))}
            <span class="long">{name}</span>
            <span class="short">{short}</span>
        </a>
    }
    .into_any()
}

fn links(place: RwSignal<Option<Place>>) -> AnyView {
    Place::ALL.into_iter().map(|here| link(here, place, "nav-")).collect_view().into_any()
}

/// On a phone, the places that the tab bar has no room for.
fn more(place: RwSignal<Option<Place>>) -> AnyView {
    let element: NodeRef<leptos::html::Details> = NodeRef::new();
    let current = move || place.get().is_some_and(Place::is_behind_more);
    let close = move || {
        if let Some(details) = element.get() {
            let _ = details.remove_attribute("open");
        }
    };
    Effect::new(move |_| {
        place.track();
        close();
    });
    let behind = Place::ALL.into_iter().filter(|here| here.is_behind_more());
    view! {
        <details class="more" node_ref=element>
            <summary class:current=current data-testid="nav-more">
                {icon(Icon::Dots)} <span>{lang().nav_more()}</span>
            </summary>
            <div class="more-list" on:click=move |_| untrack(close)>{behind.map(|here| link(here, place, "more-")).collect_view()}</div>
        </details>
    }
    .into_any()
}

/// One quiet line that is always in sight.
#[component]
fn SaveLine() -> impl IntoView {
    let session = Session::get();
    let arrival = Arrival::get();
    let text = move || {
        let lang = lang();
        if session.is_opening.get() {
            return lang.rest_waiting().into();
        }
        if session.turns.is_waiting.get() {
            return lang.state_saving().into();
        }
        match session.save_state.get() {
            SaveState::Saved => match session.saved_at.get() {
                Some(time) => lang.state_saved_at(&time),
                None => lang.state_saved().into(),
            },
            SaveState::Unsaved => lang.state_unsaved().into(),
            SaveState::Blocked => lang.state_blocked().into(),
            SaveState::Full => lang.state_full().into(),
            SaveState::Quarantined => lang.state_quarantined().into(),
            SaveState::NewerSchema => lang.state_newer_schema().into(),
        }
    };
    let code = move || {
        if session.is_opening.get() {
            "opening"
        } else if session.turns.is_waiting.get() {
            SaveState::Unsaved.code()
        } else {
            session.save_state.get().code()
        }
    };
    view! {
        <p
            class="save-line"
            role="status"
            data-testid="storage-state"
            data-rest=move || arrival.is_here().then_some("here")
            data-value=code
        >
            <span class="dot" aria-hidden="true"></span>
            {text}
            <Show when=move || !session.is_demo() && session.book.with(|book| !book.is_empty())>
                {arrival.draw(|rest| (rest.backup_line)(session))}
            </Show>
        </p>
    }
}
