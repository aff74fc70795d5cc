//! The fewest hours that are enough, shown on request and planned by one click.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::plan::PlanView;
use crate::rules::Hours;
use crate::rules::suggestion::{Item, Outlook, Prefer, preferences, suggest_for};
use crate::ui::atoms::clause_chips;
use crate::ui::session::{Session, lang};

#[component]
pub fn Suggestion(view: Memo<PlanView>) -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let open = RwSignal::new(false);
    let prefer = RwSignal::new(Prefer::Public);
    let items = Memo::new(move |_| {
        view.with(|view| {
            let years: Vec<_> = view.years().map(|year| &year.projected).collect();
            suggest_for(&years, prefer.get())
        })
    });
    let body = move || {
        let items = items.get();
        let surplus = view.with(|view| view.chosen.surplus);
        let pending: Hours = view.with(|view| view.years().map(|year| year.exam_pending).sum());
        let pending = (!pending.is_zero()).then(|| {
            let hours = pending.to_string();
            let text = lang.suggest_exam(&hours);
            view! { <p class="hint" data-testid="suggest-exam" data-value=hours>{text}</p> }
        });
        let closed = view.with(|view| view.chosen.outlook(Prefer::Public) == Outlook::Closed);
        let ways = view.with(|view| {
            let offered = view.years().map(|year| preferences(&year.projected));
            let offered: Vec<Prefer> = offered.flatten().collect();
            Prefer::ALL.iter().copied().filter(|prefer| offered.contains(prefer)).collect::<Vec<_>>()
        });
        let choice = (ways.len() > 1).then(|| preference(lang, prefer, &ways));
        let caution = (surplus == Some(false)).then(
            || view! { <p class="hint" data-testid="suggest-caution">{lang.suggest_surplus_caution()}</p> },
        );
        if items.is_empty() {
            let text = if closed { lang.plan_closed() } else { lang.suggest_nothing() };
            return view! { {choice} <p data-testid="suggest-nothing">{text}</p> }.into_any();
        }
        let rows = items.iter().map(|item| row(session, lang, item)).collect_view();
        let count = lang.entries(items.len());
        view! {
            {pending}
            <p class="soft">{lang.suggest_dates()}</p>
            {choice}
            <ol class="plain suggestion">{rows}</ol>
            {caution}
            <button type="button" class="primary" data-testid="suggest-accept" on:click=move |_| {
                session.plan_items(items.clone());
                session.later(move || open.set(false));
            }>
                {lang.suggest_accept(&count)}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="card suggestion-card">
            <div class="card-head">
                <h2>{lang.suggest_title()}</h2>
                <button
                    type="button"
                    class:primary=move || !open.get()
                    data-testid="suggest"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| session.later(move || open.update(|open| *open = !*open))
                >
                    {move || if open.get() { lang.suggest_hide() } else { lang.suggest() }}
                </button>
            </div>
            <Show when=move || open.get()>{body}</Show>
        </section>
    }
}

/// The ways to choose from: which there are depends on the year, the city and the person's rules.
fn preference(lang: Lang, prefer: RwSignal<Prefer>, ways: &[Prefer]) -> AnyView {
    let option = |value: Prefer, name: &'static str| {
        view! {
            <label class="row">
                <input
                    type="radio"
                    name="suggest-prefer"
                    data-testid=format!("suggest-prefer-{}", value.code())
                    checked=prefer.get_untracked() == value
                    on:change=move |_| Session::get().later(move || prefer.set(value))
                />
                {name}
            </label>
        }
    };
    view! {
        <fieldset class="row plain-set">
            <legend class="soft">{lang.suggest_prefer()}</legend>
            {ways.iter().map(|&way| option(way, lang.prefer(way))).collect_view()}
        </fieldset>
    }
    .into_any()
}

fn row(session: Session, lang: Lang, item: &Item) -> AnyView {
    let today = session.today.get_untracked();
    let value = format!("{}:{}:{}", item.kind.code(), item.hours, item.by);
    let year = (session.year.get_untracked() != item.year)
        .then(|| view! { <span class="tag">{lang.suggest_for_year(item.year.get())}</span> " " });
    view! {
        <li data-testid="suggest-item" data-value=value>
            {year} <b class="number">{item.hours.to_string()}</b> " " {lang.hours_unit()} " · " {lang.item(item)} " · "
            {lang.suggest_by(&lang.day(item.by, today))} " " {clause_chips(&item.sources, 3)}
        </li>
    }
    .into_any()
}
