//! The form of one conversion rule: before it is saved it says which entries follow.

use crate::ui::view::prelude::*;

use super::Editing;
use crate::book::{RuleDraft, RuleError, RuleField};
use crate::i18n::Lang;
use crate::rules::conversion::{Method, Unit};
use crate::rules::{ConversionRule, Subject};
use crate::ui::atoms::{Dialog, Options, choices, options};
use crate::ui::focus::focus;
use crate::ui::session::{Session, lang};

#[component]
pub fn RuleSheet(editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let label = Signal::derive(move || {
        let is_new = editing.with(|editing| editing.as_ref().is_none_or(|editing| editing.before.is_none()));
        let lang = lang();
        if is_new { lang.conversion_new() } else { lang.conversion_edit() }.to_owned()
    });
    view! {
        <Dialog
            open=Signal::derive(move || editing.with(Option::is_some))
            on_close=move || editing.set(None)
            class="sheet"
            label=label
        >
            {form(editing)}
        </Dialog>
    }
}

fn checked(editing: &Editing) -> Result<ConversionRule, Vec<RuleError>> {
    let before = editing.before.as_deref();
    Session::get().book.with_untracked(|book| {
        let others = book.conversions().iter().map(|rule| rule.name.as_str());
        let taken: Vec<&str> = others.filter(|name| Some(*name) != before).collect();
        editing.draft.check(&taken)
    })
}

fn form(editing: RwSignal<Option<Editing>>) -> AnyView {
    let session = Session::get();
    let lang = lang();
    let errors: RwSignal<Vec<RuleError>> = RwSignal::new(vec![]);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(now) = editing.get_untracked() else { return };
        match checked(&now) {
            Ok(rule) => {
                session.put_rule(now.before, rule);
                session.later(move || editing.set(None));
            }
            Err(found) => {
                let first = found.first().map(|error| error.field);
                errors.set(found);
                if let Some(field) = first {
                    focus(&format!("c-{}", field.code()));
                }
            }
        }
    };
    let field = move |field: RuleField| text(lang, editing, errors, field);
    let choice = move |field: RuleField, list: Options| select(lang, editing, errors, field, list);
    let mut subjects = choices(Subject::ALL, Subject::code, |subject| lang.subject(subject));
    subjects.insert(0, (String::new(), lang.conversion_any_subject().to_owned()));
    view! {
        <form class="rule-form" novalidate on:submit=save>
            <div class="fields">
                {field(RuleField::Name)}
                {field(RuleField::Kind)}
                {choice(RuleField::Unit, choices(Unit::ALL, Unit::code, |unit| lang.unit(unit)))}
                {field(RuleField::HoursPerUnit)}
                {field(RuleField::CapPerYear)}
                {choice(RuleField::Subject, subjects)}
                {choice(RuleField::Method, choices(Method::ALL, Method::code, |method| lang.method(method)))}
                {field(RuleField::Source)}
            </div>
            <p class="soft">{lang.method_note()}</p>
            {move || editing.with(|editing| effects(session, lang, editing.as_ref()?))}
            <footer class="dialog-foot">
                <button type="button" class="quiet" on:click=move |_| session.later(move || editing.set(None))>
                    {lang.form_discard()}
                </button>
                <button type="submit" class="primary" data-testid="c-save">{lang.form_save()}</button>
            </footer>
        </form>
    }
    .into_any()
}

/// Which entries follow the rule as it stands in the form.
fn effects(session: Session, lang: Lang, editing: &Editing) -> Option<AnyView> {
    let before = editing.before.as_deref()?;
    let rule = checked(editing).ok()?;
    let changes = session.book.with(|book| book.recomputed(before, &rule));
    if changes.is_empty() {
        return Some(view! { <p class="soft" data-testid="c-changes" data-value="0">{lang.conversion_no_changes()}</p> }.into_any());
    }
    let rows = changes
        .iter()
        .map(|change| {
            let (before, after) = (change.before.to_string(), change.after.to_string());
            view! {
                <li data-testid="c-change" data-value=after.clone()>
                    {lang.conversion_change(&change.title, &before, &after)}
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <div class="hint" data-testid="c-changes" data-value=changes.len().to_string()>
                <p>{lang.conversion_changes()}</p>
                <ul>{rows}</ul>
            </div>
        }
        .into_any(),
    )
}

fn set(
    editing: RwSignal<Option<Editing>>,
    errors: RwSignal<Vec<RuleError>>,
    field: RuleField,
    value: String,
) {
    editing.update(|editing| {
        if let Some(editing) = editing {
            *editing.draft.get_mut(field) = value;
        }
    });
    // Once saving was tried, the notes under the fields follow what is typed.
    if errors.with_untracked(|errors| !errors.is_empty()) {
        let found = editing.with_untracked(|editing| editing.as_ref().map(checked));
        errors.set(found.and_then(Result::err).unwrap_or_default());
    }
}

fn value_of(editing: RwSignal<Option<Editing>>, field: RuleField) -> String {
    let empty = RuleDraft::default();
    editing.with(|editing| editing.as_ref().map_or(&empty, |editing| &editing.draft).get(field).to_owned())
}

fn frame(lang: Lang, errors: RwSignal<Vec<RuleError>>, field: RuleField, control: AnyView) -> AnyView {
    let note = move || {
        let found = errors.with(|errors| errors.iter().find(|error| error.field == field).copied());
        found.map(|error| {
            let id = format!("c-err-{}", field.code());
            view! { <small class="error" id=id.clone() data-testid=id>{lang.rule_problem(error.kind)}</small> }
        })
    };
    let class = if field == RuleField::Source { "field wide" } else { "field" };
    view! {
        <div class=class>
            <label for=format!("c-{}", field.code())>{lang.rule_field(field)}</label>
            {control}
            {note}
        </div>
    }
    .into_any()
}

fn text(
    lang: Lang,
    editing: RwSignal<Option<Editing>>,
    errors: RwSignal<Vec<RuleError>>,
    field: RuleField,
) -> AnyView {
    let mode = match field {
        RuleField::HoursPerUnit | RuleField::CapPerYear => "decimal",
        _ => "text",
    };
    let invalid = move || errors.with(|errors| errors.iter().any(|error| error.field == field));
    let control = view! {
        <input
            type="text"
            id=format!("c-{}", field.code())
            data-testid=format!("c-{}", field.code())
            inputmode=mode
            autocomplete="off"
            prop:value=move || value_of(editing, field)
            aria-invalid=move || invalid().to_string()
            aria-describedby=format!("c-err-{}", field.code())
            on:input=move |event| set(editing, errors, field, event_target_value(&event))
        />
    };
    frame(lang, errors, field, control.into_any())
}

fn select(
    lang: Lang,
    editing: RwSignal<Option<Editing>>,
    errors: RwSignal<Vec<RuleError>>,
    field: RuleField,
    list: Options,
) -> AnyView {
    let chosen = untrack(|| value_of(editing, field));
    // A new rule's method is not known until the person says so.
    let chosen = match (field, chosen.as_str()) {
        (RuleField::Method, "") => Method::Unknown.code().to_owned(),
        (RuleField::Unit, "") => Unit::Item.code().to_owned(),
        _ => chosen,
    };
    let control = view! {
        <select
            id=format!("c-{}", field.code())
            data-testid=format!("c-{}", field.code())
            on:change=move |event| set(editing, errors, field, event_target_value(&event))
        >
            {options(list, &chosen)}
        </select>
    };
    frame(lang, errors, field, control.into_any())
}
