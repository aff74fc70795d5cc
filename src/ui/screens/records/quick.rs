//! An entry as one line: typed or pasted, shown as it was understood, added by Enter.

use crate::ui::view::prelude::*;
use leptos::html;

use crate::book::{Draft, FieldError};
use crate::exchange::one_line;
use crate::i18n::Lang;
use crate::rules::{Entry, EntryId};
use crate::ui::session::{Session, lang};

/// A line with what it was understood as.
fn understood(session: Session, line: &str) -> (Draft, Result<Entry, Vec<FieldError>>) {
    let today = session.today.get();
    let draft = one_line::read(line, today);
    let entry = draft.check(today).map(|checked| checked.with_id(EntryId(0)));
    (draft, entry)
}

#[component]
pub fn QuickEntry() -> impl IntoView {
    let session = Session::get();
    let lang = lang();
    let line = RwSignal::new(String::new());
    let input: NodeRef<html::Input> = NodeRef::new();
    let refocus = move || {
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let found = line.with_untracked(|line| untrack(|| understood(session, line))).1;
        if let Ok(entry) = found {
            session.put_entry(Entry { id: session.new_id(), ..entry });
            line.set(String::new());
        }
        refocus();
    };
    let repeat = move |_| {
        let today = session.today.get_untracked();
        // The newest is the one finished last.
        let last = session.book.with_untracked(|book| {
            let entries = book.entries().filter(|entry| entry.status.is_earned());
            entries.max_by_key(|entry| (entry.end, entry.id)).map(|entry| one_line::write(entry, today))
        });
        if let Some(last) = last {
            line.set(last);
        }
        refocus();
    };
    let nothing_yet = move || session.book.with(|book| !book.entries().any(|entry| entry.status.is_earned()));
    view! {
        <form class="quick" on:submit=add>
            <div class="row">
                <label class="field grow">
                    <span>{lang.quick_label()}</span>
                    <input
                        type="text"
                        node_ref=input
                        data-testid="quick-line"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=lang.quick_example()
                        aria-describedby="quick-preview"
                        prop:value=move || line.get()
                        on:input=move |event| line.set(event_target_value(&event))
                    />
                </label>
                <button type="submit" data-testid="quick-add" disabled=move || line.with(|line| line.trim().is_empty())>
                    {lang.quick_add()}
                </button>
                <button type="button" class="quiet" data-testid="quick-repeat" disabled=nothing_yet on:click=repeat>
                    {lang.quick_repeat()}
                </button>
            </div>
            <div id="quick-preview" role="status">
                {move || line.with(|line| (!line.trim().is_empty()).then(|| preview(session, lang, line)))}
            </div>
        </form>
    }
}

/// What adding would add, or what is still missing.
fn preview(session: Session, lang: Lang, line: &str) -> AnyView {
    let (draft, found) = understood(session, line);
    match found {
        Ok(entry) => {
            let from = entry.start.map(|start| format!("{start} – ")).unwrap_or_default();
            let hours = lang.hours_value(&entry.hours.to_string());
            let facts = [
                format!("{from}{}", entry.end),
                hours,
                lang.subject(entry.subject).into(),
                lang.route(entry.route).into(),
                lang.outcome(entry.outcome).into(),
                lang.status(entry.status).into(),
                lang.year_option(entry.year.get()),
            ];
            view! {
                <p data-testid="quick-preview" data-value="ok">
                    <b>{entry.title.clone()}</b> <span class="soft">" · " {facts.join(" · ")}</span>
                </p>
            }
            .into_any()
        }
        Err(errors) => {
            let problems: Vec<String> = errors
                .iter()
                .map(|error| {
                    let written = draft.get(error.field);
                    let quoted = if written.is_empty() { String::new() } else { lang.error_written(written) };
                    let colon = lang.pick("：", ": ");
                    let sentence = lang.field_problem(error.field, error.kind);
                    format!("{}{colon}{sentence}{quoted}", lang.field(error.field))
                })
                .collect();
            let fields: Vec<&str> = errors.iter().map(|error| error.field.code()).collect();
            view! {
                <p class="soft" data-testid="quick-preview" data-value=fields.join(" ")>
                    {problems.join(" ")}
                    " "
                    <button type="button" class="link" data-testid="quick-form" on:click=move |_| {
                        session.new_entry_from(draft.clone());
                    }>
                        {lang.quick_form()}
                    </button>
                </p>
            }
            .into_any()
        }
    }
}
