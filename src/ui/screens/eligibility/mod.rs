//! The title check: does the appointment cycle hold, year by year or on average, and what is
//! still missing?

mod answer;
mod checklist;
mod matrix;
mod remedy;
mod setup;
mod sums;
mod unsettled;

use crate::ui::view::prelude::*;

use super::pack;
use crate::report::cycle::{CycleView, cycle_view};
use crate::report::stamps::{StampView, stamp_view};
use crate::report::year::ledger;
use crate::ui::session::{Session, lang};

#[component]
pub fn Eligibility() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let found = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| {
            session.rulebook.with_value(|rulebook| {
                let cycle = cycle_view(book, &ledger(book), rulebook, today);
                cycle.map(|cycle| (cycle, stamp_view(book, rulebook, today)))
            })
        })
    });
    view! {
        <header class="bar"><h1>{lang.cycle_title()}</h1></header>
        {setup::setup()}
        {move || found.get().map(|(cycle, stamps)| cards(&cycle, &stamps))}
    }
}

fn cards(view: &CycleView, stamps: &StampView) -> AnyView {
    view! {
        {answer::answer(view)}
        {matrix::matrix(view)}
        {remedy::remedy(view)}
        <div class="two even">
            {sums::sums(view)}
            {checklist::checklist(view)}
        </div>
        <div class="two even">
            {pack::stamps_in_short(view, stamps)}
            {unsettled::unsettled(view)}
        </div>
    }
    .into_any()
}
