//! The form of one conversion rule: before it is saved it says which entries follow.

use crate::ui::view::prelude::*;

use crate::book::RuleField;
use crate::i18n::Lang;
use crate::rules::Subject;
use crate::rules::conversion::{Method, Unit};
use crate::ui::atoms::{Dialog, Options, choices, options};
use crate::ui::focus::focus;
use crate::ui::session::{Session, lang};

#[component]
pub fn RuleSheet() -> impl IntoView {
    let form = Session::get().rule_form;
    let label = Signal::derive(move || {
        let lang = lang();
        match form.target.with(Option::is_none) {
            true => lang.conversion_new().to_owned(),
            false => lang.conversion_edit().to_owned(),
        }
    });
    view! {
        <Dialog open=form.open on_close=move || form.close() class="sheet" label=label>
            {fields()}
        </Dialog>
    }
}

fn fields() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let form = session.rule_form;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        session.save_rule();
        let first = form.errors.with_untracked(|errors| errors.first().map(|error| error.field));
        if let Some(field) = first {
            focus(&format!("c-{}", field.code()));
        }
    };
    let field = move |field: RuleField| text(session, lang, field);
    let choice = move |field: RuleField, list: Options| select(session, lang, field, list);
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
            {move || effects(session, lang)}
            <footer class="dialog-foot">
                <button
                    type="button"
                    class="quiet"
                    data-testid="c-discard"
                    on:click=move |_| session.later(move || form.close_for_good())
                >
                    {lang.form_discard()}
                </button>
                <button type="submit" class="primary" data-testid="c-save">{lang.form_save()}</button>
            </footer>
        </form>
    }
    .into_any()
}

/// Which entries follow the rule as it stands in the form.
fn effects(session: Session, lang: Lang) -> Option<AnyView> {
    let before = session.rule_form.target.get()?;
    let rule = session.checked_rule().ok()?;
    let changes = session.book.with(|book| book.recomputed(&before, &rule));
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

fn set(session: Session, field: RuleField, value: String) {
    let form = session.rule_form;
    form.draft.update(|draft| *draft.get_mut(field) = value);
    // Once saving was tried, the notes under the fields follow what is typed.
    if form.errors.with_untracked(|errors| !errors.is_empty()) {
        form.errors.set(untrack(|| session.checked_rule()).err().unwrap_or_default());
    }
}

fn value_of(session: Session, field: RuleField) -> String {
    session.rule_form.draft.with(|draft| draft.get(field).to_owned())
}

fn frame(session: Session, lang: Lang, field: RuleField, control: AnyView) -> AnyView {
    let errors = session.rule_form.errors;
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

fn text(session: Session, lang: Lang, field: RuleField) -> AnyView {
    let mode = match field {
        RuleField::HoursPerUnit | RuleField::CapPerYear => "decimal",
        _ => "text",
    };
    let invalid =
        move || session.rule_form.errors.with(|errors| errors.iter().any(|error| error.field == field));
    let control = view! {
        <input
            type="text"
            id=format!("c-{}", field.code())
            data-testid=format!("c-{}", field.code())
            inputmode=mode
            autocomplete="off"
            prop:value=move || value_of(session, field)
            aria-invalid=move || invalid().to_string()
            aria-describedby=format!("c-err-{}", field.code())
            on:input=move |event| set(session, field, event_target_value(&event))
        />
    };
    frame(session, lang, field, control.into_any())
}

fn select(session: Session, lang: Lang, field: RuleField, list: Options) -> AnyView {
    let chosen = untrack(|| value_of(session, field));
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
            on:change=move |event| set(session, field, event_target_value(&event))
        >
            {options(list, &chosen)}
        </select>
    };
    frame(session, lang, field, control.into_any())
}
