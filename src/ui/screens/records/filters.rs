//! Search, filters and order.

use crate::ui::view::prelude::*;

use super::FIRST;
use crate::report::records::{Filter, Sort, SortBy};
use crate::report::year::ledger;
use crate::rules::{Form, Status, Subject, Year};
use crate::ui::atoms::{Options, choices, options};
use crate::ui::session::{RecordsView, Session, lang};

const ORDERS: [(&str, Sort); 4] = [
    ("end-down", Sort { by: SortBy::End, ascending: false }),
    ("end-up", Sort { by: SortBy::End, ascending: true }),
    ("title", Sort { by: SortBy::Title, ascending: true }),
    ("hours", Sort { by: SortBy::Hours, ascending: false }),
];

pub fn filters(session: Session, limit: RwSignal<usize>) -> AnyView {
    let lang = lang();
    let RecordsView { filter, sort } = session.records;
    let change = move |change: &dyn Fn(&mut Filter)| {
        limit.set(FIRST);
        filter.update(|filter| change(filter));
    };
    let years =
        Memo::new(move |_| session.book.with(|book| ledger(book).years().rev().collect::<Vec<Year>>()));
    let all = move |mut rest: Options| {
        rest.insert(0, (String::new(), lang.filter_all().to_owned()));
        rest
    };
    let year_options = move || {
        let chosen = filter.with_untracked(|filter| filter.year);
        let mut years = years.get();
        // A year whose last entry has gone is still what is looked for.
        years.extend(chosen.filter(|chosen| !years.contains(chosen)));
        let years = years.into_iter().map(|year| (year.to_string(), year.to_string())).collect();
        options(all(years), &chosen.map(|year| year.to_string()).unwrap_or_default())
    };
    let select = |id: &'static str,
                  name: &'static str,
                  choices: Options,
                  get: fn(&Filter) -> Option<&'static str>,
                  set: fn(&mut Filter, &str)| {
        let chosen = move || filter.with(get).unwrap_or_default();
        view! {
            <label class="field">
                <span>{name}</span>
                <select data-testid=id prop:value=chosen on:change=move |event| {
                    let value = event_target_value(&event);
                    change(&|filter| set(filter, &value));
                }>{options(all(choices), untrack(chosen))}</select>
            </label>
        }
    };
    let labels = [lang.sort_end_down(), lang.sort_end_up(), lang.sort_title(), lang.sort_hours()];
    let orders = ORDERS.iter().zip(labels).map(|((code, _), label)| ((*code).to_owned(), label.to_owned()));
    let order = sort.with_untracked(|sort| ORDERS.iter().find(|(_, order)| order == sort));
    let order = order.map_or("", |(code, _)| code);
    let year = move || filter.with(|filter| filter.year).map(|year| year.to_string()).unwrap_or_default();
    view! {
        <div class="filters">
            <label class="field grow">
                <span class="visually-hidden">{lang.records_search()}</span>
                <input
                    type="search"
                    id="records-search"
                    data-testid="records-search"
                    placeholder=lang.records_search()
                    prop:value=move || filter.with(|filter| filter.words.clone())
                    on:input=move |event| {
                        let words = event_target_value(&event);
                        change(&|filter| filter.words = words.clone());
                    }
                />
            </label>
            <label class="field">
                <span>{lang.filter_year()}</span>
                <select data-testid="records-year" prop:value=year on:change=move |event| {
                    let value = event_target_value(&event);
                    change(&|filter| filter.year = Year::parse(&value));
                }>{year_options}</select>
            </label>
            {select(
                "records-subject",
                lang.filter_subject(),
                choices(Subject::ALL, Subject::code, |subject| lang.subject(subject)),
                |filter| filter.subject.map(Subject::code),
                |filter, code| filter.subject = Subject::from_code(code),
            )}
            {select(
                "records-form",
                lang.filter_form(),
                choices(Form::ALL, Form::code, |form| lang.form(form)),
                |filter| filter.form.map(Form::code),
                |filter, code| filter.form = Form::from_code(code),
            )}
            {select(
                "records-status",
                lang.filter_status(),
                choices(Status::ALL, Status::code, |status| lang.status(status)),
                |filter| filter.status.map(Status::code),
                |filter, code| filter.status = Status::from_code(code),
            )}
            <label class="field">
                <span>{lang.sort_label()}</span>
                <select data-testid="records-sort" on:change=move |event| {
                    let code = event_target_value(&event);
                    let order = ORDERS.iter().find(|(named, _)| *named == code);
                    sort.set(order.map_or_else(Sort::default, |(_, order)| *order));
                }>{options(orders.collect(), order)}</select>
            </label>
        </div>
    }
    .into_any()
}
