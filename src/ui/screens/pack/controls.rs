//! What is printed, and the ways to take it along.

use crate::ui::view::prelude::*;

use super::Desk;
use super::exports::exports;
use crate::i18n::Lang;
use crate::report::pack::sheets::Wanted;
use crate::report::pack::{Scope, scopes};
use crate::ui::atoms::{Options, options};
use crate::ui::session::{Session, lang};

pub fn controls(desk: Desk) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let list = Memo::new(move |_| {
        let today = session.today.get();
        session.book.with(|book| scopes(book, today))
    });
    let choice = move || {
        let list: Options =
            list.get().into_iter().map(|scope| (scope.code(), scope_name(lang, scope))).collect();
        let chosen = desk.scope.get_untracked();
        view! {
            <select
                id="pack-year"
                data-testid="pack-year"
                prop:value=move || desk.scope.get()
                on:change=move |event| desk.scope.set(event_target_value(&event))
            >
                {options(list, &chosen)}
            </select>
        }
    };
    view! {
        <section class="card">
            <div class="pack-controls">
                <div class="field">
                    <label for="pack-year">{lang.pack_year()}</label>
                    {choice}
                </div>
                <fieldset class="pack-parts">
                    <legend>{lang.pack_parts()}</legend>
                    {part(desk, "pack-cover", lang.pack_cover(), |wanted| &mut wanted.cover)}
                    <label class="check">
                        <input
                            type="checkbox"
                            data-testid="pack-code"
                            prop:checked=move || desk.with_code.get()
                            on:change=move |event| desk.with_code.set(event_target_checked(&event))
                        />
                        {lang.pack_code()}
                    </label>
                    {part(desk, "pack-index", lang.pack_index(), |wanted| &mut wanted.index)}
                    {part(desk, "pack-uncounted", lang.pack_uncounted(), |wanted| &mut wanted.uncounted)}
                </fieldset>
            </div>
            <div class="row">
                <button
                    type="button"
                    class="primary"
                    data-testid="print"
                    disabled=move || !desk.is_ready()
                    on:click=move |_| session.later(print)
                >
                    {lang.pack_print()}
                </button>
                {exports(session, desk)}
            </div>
            <p class="soft pack-hint">{lang.pack_print_hint()}</p>
        </section>
    }
    .into_any()
}

fn scope_name(lang: Lang, scope: Scope) -> String {
    match scope {
        Scope::Year(year) => lang.year_option(year.get()),
        Scope::Cycle(cycle) => lang.pack_cycle_option(cycle.from.get(), cycle.to.get()),
    }
}

fn part(desk: Desk, id: &'static str, name: &'static str, of: fn(&mut Wanted) -> &mut bool) -> AnyView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                data-testid=id
                prop:checked=move || *of(&mut desk.wanted.get())
                on:change=move |event| {
                    let checked = event_target_checked(&event);
                    desk.wanted.update(|wanted| *of(wanted) = checked);
                }
            />
            {name}
        </label>
    }
    .into_any()
}

/// The browser says itself when it cannot print.
fn print() {
    let _ = window().print();
}
