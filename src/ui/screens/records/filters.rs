//! Search, filters and order.

use crate::ui::view::prelude::*;

use super::PAGE;
use crate::report::records::{Filter, Sort, SortBy};
use crate::report::year::ledger;
use crate::rules::{Form, Status, Subject, Year};
use crate::ui::atoms::{Options, choices, options};
use crate::ui::session::{Session, lang};

pub fn filters(filter: RwSignal<Filter>, sort: RwSignal<Sort>, limit: RwSignal<usize>) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let change = move |change: &dyn Fn(&mut Filter)| {
        limit.set(PAGE);
        filter.update(|filter| change(filter));
    };
    let years =
        Memo::new(move |_| session.book.with(|book| ledger(book).years().rev().collect::<Vec<Year>>()));
    let all = move |mut rest: Options| {
        rest.insert(0, (String::new(), lang.filter_all().to_owned()));
        rest
    };
    let year_options = move || {
        let chosen = filter.with_untracked(|filter| filter.year).map(|year| year.to_string());
        let years = years.get().into_iter().map(|year| (year.to_string(), year.to_string())).collect();
        options(all(years), &chosen.unwrap_or_default())
    };
    let select = |id: &'static str, name: &'static str, choices: Options, set: fn(&mut Filter, &str)| {
        view! {
            <label class="field">
                <span>{name}</span>
                <select data-testid=id on:change=move |event| {
                    let value = event_target_value(&event);
                    change(&|filter| set(filter, &value));
                }>{options(all(choices), "")}</select>
            </label>
        }
    };
    view! {
        <div class="filters">
            <label class="field grow">
                <span class="visually-hidden">{lang.records_search()}</span>
                <input
                    type="search"
                    id="records-search"
                    data-testid="records-search"
                    placeholder=lang.records_search()
                    on:input=move |event| {
                        let words = event_target_value(&event);
                        change(&|filter| filter.words = words.clone());
                    }
                />
            </label>
            <label class="field">
                <span>{lang.filter_year()}</span>
                <select data-testid="records-year" on:change=move |event| {
                    let value = event_target_value(&event);
                    change(&|filter| filter.year = Year::parse(&value));
                }>{year_options}</select>
            </label>
            {select(
                "records-subject",
                lang.filter_subject(),
                choices(Subject::ALL, Subject::code, |subject| lang.subject(subject)),
                |filter, code| filter.subject = Subject::from_code(code),
            )}
            {select(
                "records-form",
                lang.filter_form(),
                choices(Form::ALL, Form::code, |form| lang.form(form)),
                |filter, code| filter.form = Form::from_code(code),
            )}
            {select(
                "records-status",
                lang.filter_status(),
                choices(Status::ALL, Status::code, |status| lang.status(status)),
                |filter, code| filter.status = Status::from_code(code),
            )}
            <label class="field">
                <span>{lang.sort_label()}</span>
                <select data-testid="records-sort" on:change=move |event| {
                    sort.set(match event_target_value(&event).as_str() {
                        "end-up" => Sort { by: SortBy::End, ascending: true },
                        "title" => Sort { by: SortBy::Title, ascending: true },
                        "hours" => Sort { by: SortBy::Hours, ascending: false },
                        _ => Sort::default(),
                    });
                }>
                    <option value="end-down">{lang.sort_end_down()}</option>
                    <option value="end-up">{lang.sort_end_up()}</option>
                    <option value="title">{lang.sort_title()}</option>
                    <option value="hours">{lang.sort_hours()}</option>
                </select>
            </label>
        </div>
    }
    .into_any()
}
