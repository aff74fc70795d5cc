//! The form of one entry, beside the table on the desk and over the whole screen on a phone.

use crate::ui::view::prelude::*;

use super::converted;
use super::field_views::{choice, date, long_text, text, text_with};
use super::templates;
use crate::book::Field;
use crate::rules::{Filing, Form, Hours, Outcome, Route, Status, Subject, Year};
use crate::ui::atoms::{Dialog, choices, clause_chips};
use crate::ui::session::{Session, Target, lang};

#[component]
pub fn EntrySheet() -> impl IntoView {
    let session = Session::get();
    let label = Signal::derive(move || match session.form.target.get() {
        Target::New => lang().form_new().to_owned(),
        Target::Existing(_) => lang().form_edit().to_owned(),
    });
    view! {
        <Dialog open=session.form.open on_close=move || session.form.close() class="sheet" label=label>
            {form()}
        </Dialog>
    }
}

fn form() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        session.save_form();
        focus_first_problem(session);
    };
    let problems = move || {
        let count = session.form.errors.with(Vec::len);
        (count > 0).then(|| view! { <p class="error" role="alert">{lang.form_problems(count)}</p> })
    };
    let mut years = vec![(String::new(), lang.field_year_by_end().to_owned())];
    let last = Year::of(session.today.get_untracked()).and_then(Year::next).unwrap_or(Year::LAST);
    years.extend((Year::FIRST.get()..=last.get()).rev().map(|year| (year.to_string(), year.to_string())));
    let mut forms = vec![(String::new(), lang.form_form_by_route().to_owned())];
    forms.extend(choices(Form::ALL, Form::code, |form| lang.form(form)));
    view! {
        <form class="entry-form" novalidate on:submit=submit>
            <div class="fields">
                {text(Field::Title, "")}
                {choice(Field::Subject, choices(Subject::ALL, Subject::code, |subject| lang.subject(subject)))}
                {text(Field::Hours, "")}
                {duration(session)}
                {date(Field::Start)}
                {date(Field::End)}
                {choice(Field::Year, years)}
                {proposal(session)}
                {choice(Field::Route, choices(&Route::ALL, Route::code, |route| lang.route(route)))}
                {choice(Field::Form, forms)}
                {choice(
                    Field::Assessment,
                    choices(Outcome::ALL, Outcome::code, |outcome| lang.outcome(outcome)),
                )}
                {choice(Field::Status, choices(Status::ALL, Status::code, |status| lang.status(status)))}
                {text(Field::Organiser, "")}
                {text(Field::Certificate, "")}
                {choice(Field::Filing, choices(Filing::ALL, Filing::code, |filing| lang.filing(filing)))}
                <Show when=move || session.form.draft.with(|draft| draft.route == Route::Conversion.code())>
                    {text_with(Field::ConversionRule, "", "conversion-rules")}
                    {text(Field::ConversionQuantity, "")}
                    {converted::converted()}
                </Show>
                {text(Field::Evidence, "")}
                {long_text(Field::Remarks)}
                {templates::keep(session)}
            </div>
            {problems}
            <footer class="dialog-foot">
                <button type="button" class="quiet" data-testid="f-discard" on:click=move |_| {
                    session.later(move || session.form.close_for_good());
                }>
                    {lang.form_discard()}
                </button>
                <button type="submit" class="primary" data-testid="f-save">{lang.form_save()}</button>
            </footer>
        </form>
    }
    .into_any()
}

fn focus_first_problem(session: Session) {
    let first = session.form.errors.with_untracked(|errors| errors.first().map(|error| error.field));
    if let Some(field) = first {
        crate::ui::focus::focus(&format!("f-{}", field.code()));
    }
}

/// The earlier year, proposed where the year was left open.
fn proposal(session: Session) -> AnyView {
    let lang = lang();
    view! {
        {move || {
            let year = session.proposed_year()?;
            Some(view! {
                <p class="hint wide" data-testid="year-proposal" data-value=year.to_string()>
                    {lang.propose_year(year.get())} " "
                    <button type="button" on:click=move |_| {
                        session.later(move || session.form.draft.update(|draft| draft.year = year.to_string()));
                    }>
                        {lang.take_year(year.get())}
                    </button>
                </p>
            })
        }}
    }
    .into_any()
}

/// Hours from a duration: a suggestion, by the attribution year's length of an hour.
fn duration(session: Session) -> AnyView {
    let lang = lang();
    let minutes = RwSignal::new(String::new());
    let suggestion = move || {
        let minutes: u32 = minutes.with(|text| text.trim().parse().ok())?;
        let year = session.form.draft.with(|draft| {
            let by_end = || crate::rules::date::parse_date(&draft.end).ok().and_then(Year::of);
            Year::parse(&draft.year).or_else(by_end)
        });
        let year = year.unwrap_or(session.year.get());
        let city = session.book.with(|book| book.profile().city_in(year));
        let rule = session.rulebook.with_value(|rulebook| rulebook.rule(year, city));
        let length = rule.minutes_per_hour.clone();
        Some((rule.hours_from_minutes(minutes), length))
    };
    let answer = move || {
        let (hours, length) = suggestion()?;
        let (Some(hours), Some(length)) = (hours.filter(|hours| *hours > Hours::ZERO), length.clone()) else {
            return Some(
                view! { <small class="soft">{length.is_none().then(|| lang.duration_unknown())}</small> }
                    .into_any(),
            );
        };
        let text = hours.to_string();
        let shown = text.clone();
        Some(
            view! {
                <small class="soft" data-testid="duration-hours" data-value=shown.clone()>
                    {lang.duration_suggestion(&shown, length.value)} {clause_chips(&length.sources, 1)}
                </small>
                <button type="button" on:click=move |_| {
                    let text = text.clone();
                    session.later(move || session.form.draft.update(|draft| draft.hours = text));
                }>
                    {lang.duration_use(&shown)}
                </button>
            }
            .into_any(),
        )
    };
    view! {
        <details class="field wide duration">
            <summary>{lang.duration_label()}</summary>
            <label>
                {lang.duration_minutes()}
                <input
                    type="text"
                    inputmode="numeric"
                    data-testid="f-minutes"
                    on:input=move |event| minutes.set(event_target_value(&event))
                />
            </label>
            {answer}
        </details>
    }
    .into_any()
}
