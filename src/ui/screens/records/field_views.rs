//! One field of the form: its label, its control, and below it what is wrong and how to mend it.

use crate::ui::view::prelude::*;

use crate::book::Field;
use crate::ui::atoms::{Options, options};
use crate::ui::session::{Session, lang};

fn set(session: Session, field: Field, text: String) {
    session.form.draft.update(|draft| *draft.get_mut(field) = text);
    if matches!(field, Field::ConversionRule | Field::ConversionQuantity) {
        session.compute_converted();
    }
    // Once saving was tried, the notes under the fields follow what is typed.
    if session.form.errors.with_untracked(|errors| !errors.is_empty()) {
        let today = session.today.get_untracked();
        let errors = session.form.draft.with_untracked(|draft| draft.check(today).err().unwrap_or_default());
        session.form.errors.set(errors);
    }
}

fn problem(session: Session, field: Field) -> Option<String> {
    let found = session.form.errors.with(|errors| errors.iter().find(|error| error.field == field).copied());
    found.map(|error| lang().field_problem(field, error.kind))
}

fn frame(session: Session, field: Field, class: &'static str, control: AnyView) -> AnyView {
    let lang = lang();
    let mark = field.is_required().then(|| view! { <small class="soft">{lang.form_required()}</small> });
    let note = move || {
        problem(session, field).map(|text| {
            view! {
                <small class="error" id=format!("err-{}", field.code()) data-testid=format!("err-{}", field.code())>
                    {text}
                </small>
            }
        })
    };
    view! {
        <div class=class>
            <label for=format!("f-{}", field.code())>{lang.field(field)} " " {mark}</label>
            {control}
            {note}
        </div>
    }
    .into_any()
}

/// A field that is typed.
pub fn text(field: Field, hint: &'static str) -> AnyView {
    text_with(field, hint, "")
}

/// The same, with a `<datalist>` of the page to choose from.
pub fn text_with(field: Field, hint: &'static str, list: &'static str) -> AnyView {
    let session = Session::get();
    let value = move || session.form.draft.with(|draft| draft.get(field).to_owned());
    let invalid = move || problem(session, field).is_some();
    let mode = if field == Field::Hours { "decimal" } else { "text" };
    let control = view! {
        <input
            type="text"
            id=format!("f-{}", field.code())
            data-testid=format!("f-{}", field.code())
            inputmode=mode
            autocomplete="off"
            placeholder=hint
            list=(!list.is_empty()).then_some(list)
            prop:value=value
            aria-invalid=move || invalid().to_string()
            aria-describedby=format!("err-{}", field.code())
            on:input=move |event| set(session, field, event_target_value(&event))
        />
    };
    frame(session, field, "field", control.into_any())
}

/// A longer text.
pub fn long_text(field: Field) -> AnyView {
    let session = Session::get();
    let value = move || session.form.draft.with(|draft| draft.get(field).to_owned());
    let control = view! {
        <textarea
            id=format!("f-{}", field.code())
            data-testid=format!("f-{}", field.code())
            rows="2"
            prop:value=value
            on:input=move |event| set(session, field, event_target_value(&event))
        ></textarea>
    };
    frame(session, field, "field wide", control.into_any())
}

/// A date: typed in any of the four styles, or picked from the browser's own calendar.
pub fn date(field: Field) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let value = move || session.form.draft.with(|draft| draft.get(field).to_owned());
    let invalid = move || problem(session, field).is_some();
    let control = view! {
        <span class="with-picker">
            <input
                type="text"
                id=format!("f-{}", field.code())
                data-testid=format!("f-{}", field.code())
                autocomplete="off"
                placeholder=lang.date_hint()
                prop:value=value
                aria-invalid=move || invalid().to_string()
                aria-describedby=format!("err-{}", field.code())
                on:input=move |event| set(session, field, event_target_value(&event))
            />
            <input
                type="date"
                class="picker"
                aria-label=format!("{} · {}", lang.field(field), lang.pick_date())
                min="2001-01-01"
                max="2100-12-31"
                prop:value=value
                on:change=move |event| set(session, field, event_target_value(&event))
            />
        </span>
    };
    frame(session, field, "field", control.into_any())
}

/// A choice; an option without a value stands for "as the file format takes it".
pub fn choice(field: Field, list: Options) -> AnyView {
    let session = Session::get();
    let chosen = session.form.draft.with_untracked(|draft| draft.get(field).to_owned());
    let value = move || session.form.draft.with(|draft| draft.get(field).to_owned());
    let control = view! {
        <select
            id=format!("f-{}", field.code())
            data-testid=format!("f-{}", field.code())
            prop:value=value
            aria-describedby=format!("err-{}", field.code())
            on:change=move |event| set(session, field, event_target_value(&event))
        >
            {options(list, &chosen)}
        </select>
    };
    frame(session, field, "field", control.into_any())
}
