//! The overview: the verdict in words, then what to do, then the bars, then the reasons.

mod bars;
mod deadlines;
mod explain;
mod figures;
mod headline;
mod steps;

pub use explain::{calculation, uncounted_row};

use crate::ui::view::prelude::*;

use crate::report::year::{YearView, ledger, previous_year_still_open, year_view, years_to_choose};
use crate::rules::City;
use crate::rules::Year;
use crate::ui::atoms::{choices, options};
use crate::ui::rest::{Arrival, Ask};
use crate::ui::session::{Session, lang};

/// Which of the two years on the screen a card is about; the earlier one's test ids carry a
/// prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Chosen,
    Previous,
}

impl Which {
    fn id(self, id: &str) -> String {
        match self {
            Which::Chosen => id.to_owned(),
            Which::Previous => format!("prev-{id}"),
        }
    }
}

#[component]
pub fn Overview() -> impl IntoView {
    let session = Session::get();
    let arrival = Arrival::get();
    let lang = lang();
    let views = Memo::new(move |_| {
        let (year, today) = (session.year.get(), session.today.get());
        session.book.with(|book| {
            session.rulebook.with_value(|rulebook| {
                let ledger = ledger(book);
                let view = |year| year_view(book, &ledger, rulebook, year, today);
                let previous = previous_year_still_open(book, rulebook, year, today);
                (view(year), previous.map(view), years_to_choose(&ledger, today))
            })
        })
    });
    let empty = Memo::new(move |_| session.book.with(|book| book.is_empty()));
    let years = move || {
        let chosen = session.year.get();
        let option = |year: &Year| {
            view! {
                <option value=year.to_string() selected=*year == chosen>{lang.year_option(year.get())}</option>
            }
        };
        views.with(|(_, _, years)| years.iter().map(option).collect_view())
    };
    view! {
        <header class="bar">
            <label>
                <span class="visually-hidden">{lang.year_label()}</span>
                <select
                    data-testid="year-select"
                    prop:value=move || session.year.get().to_string()
                    on:change=move |event| {
                        if let Some(year) = Year::parse(&event_target_value(&event)) {
                            session.year.set(year);
                        }
                    }
                >
                    {years}
                </select>
            </label>
            <span class="spacer"></span>
            <button type="button" data-testid="overview-paste" on:click=move |_| arrival.ask(session, Ask::Import)>
                {lang.paste_from_sheet()}
            </button>
            <button type="button" class="primary" data-testid="overview-add" on:click=move |_| arrival.ask(session, Ask::NewEntry)>
                {lang.add_entry()}
            </button>
        </header>
        <Show when=move || empty.get()>
            <FirstMinute />
        </Show>
        {move || {
            views.with(|(chosen, previous, _)| {
                let class = if previous.is_some() { "answers pair" } else { "answers" };
                view! {
                    <div class=class>
                        {answer(chosen, Which::Chosen)}
                        {previous.as_ref().map(|view| answer(view, Which::Previous))}
                    </div>
                    {reasons(chosen, Which::Chosen)}
                    {previous.as_ref().map(|view| reasons(view, Which::Previous))}
                }
            })
        }}
    }
}

/// Nothing to read first: choose the city, then paste or add.
#[component]
fn FirstMinute() -> impl IntoView {
    let session = Session::get();
    let arrival = Arrival::get();
    let lang = lang();
    let city = move || session.book.with(|book| book.profile().city);
    view! {
        <section class="card empty">
            <h2>{lang.empty_title()}</h2>
            <p>{lang.empty_text()}</p>
            <label class="row">
                <span>{lang.empty_city()}</span>
                <select data-testid="first-city" on:change=move |event| {
                    if let Some(city) = City::from_code(&event_target_value(&event)) {
                        arrival.ask(session, Ask::City(city));
                    }
                }>
                    {move || options(choices(City::ALL, City::code, |city| lang.city(city)), city().code())}
                </select>
            </label>
            <Show when=move || !session.is_demo()>
                <button type="button" class="quiet" on:click=move |_| arrival.ask(session, Ask::EnterDemo)>{lang.see_demo()}</button>
            </Show>
        </section>
    }
}

/// The answer for one year. Where two stand side by side each says which year it is about.
fn answer(view: &YearView, which: Which) -> AnyView {
    view! {
        <section class="card answer">
            {headline::headline(view, which)}
            {steps::steps(view, which)}
            {bars::bars(view)}
            {figures::amounts(view, which)}
        </section>
    }
    .into_any()
}

/// Where the answer comes from, and by when.
fn reasons(view: &YearView, which: Which) -> AnyView {
    let title = (which == Which::Previous).then(|| {
        let year = view.assessment.rule.year.get();
        view! { <h2 class="section-title">{lang().year_option(year)}</h2> }
    });
    view! {
        {title}
        <div class="two">{explain::explain(view, which)} {deadlines::deadlines(view, which)}</div>
    }
    .into_any()
}
