//! The plan: what is earned beside what it would come to, the year as a line, the planned entries,
//! the suggestion of the fewest hours.

mod drag;
mod drawing;
mod list;
mod pace;
mod suggestion;
mod totals;

use crate::ui::view::prelude::*;

use crate::report::plan::plan_view;
use crate::report::year::{ledger, years_to_choose};
use crate::rules::Year;
use crate::ui::atoms::{export_button, export_status};
use crate::ui::session::{Export, Session, lang};

#[component]
pub fn Plan() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let view = Memo::new(move |_| {
        let (year, today) = (session.year.get(), session.today.get());
        session
            .book
            .with(|book| session.rulebook.with_value(|rulebook| plan_view(book, rulebook, year, today)))
    });
    let years = move || {
        let chosen = session.year.get();
        let years = session.book.with(|book| years_to_choose(&ledger(book), session.today.get()));
        let option = |year: Year| {
            view! {
                <option value=year.to_string() selected=year == chosen>
                    {lang.year_option(year.get())}
                </option>
            }
        };
        years.into_iter().map(option).collect_view()
    };
    view! {
        <header class="bar">
            <h1>{lang.plan_title()}</h1>
            <label>
                <span class="visually-hidden">{lang.year_label()}</span>
                <select
                    data-testid="plan-year"
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
            <button type="button" data-testid="plan-add" on:click=move |_| {
                session.new_planned(session.year.get_untracked());
            }>
                {lang.plan_add()}
            </button>
            {export_button(Export::Calendar, lang.plan_export_ics(), move || session.year.get_untracked().to_string())}
        </header>
        {export_status()}
        {move || view.with(totals::totals)}
        <suggestion::Suggestion view=view />
        <section class="card">
            <h2>{lang.plan_list()}</h2>
            {move || view.with(|view| drawing::drawing(&view.timeline))}
            {move || view.with(|view| list::list(&view.rows))}
        </section>
        {move || view.with(pace::pace)}
    }
}
