//! Templates: the list under the quick line, and keeping one from the form.

use crate::ui::view::prelude::*;

use crate::book::Template;
use crate::i18n::Lang;
use crate::ui::session::{Session, lang};

/// Nothing while there is none: the form tells how to keep one.
pub fn templates() -> AnyView {
    let session = Session::get();
    let lang = lang();
    let kept = Memo::new(move |_| session.book.with(|book| book.templates().to_vec()));
    // Undo and deleting draw the list anew; whether it stood open lasts.
    let open = RwSignal::new(false);
    let list = move || {
        kept.with(|kept| {
            let rows = kept.iter().map(|template| row(session, lang, template)).collect_view();
            (!kept.is_empty()).then(|| {
                view! {
                    <details
                        class="templates"
                        data-testid="templates"
                        open=open.get_untracked()
                        on:toggle=move |event| {
                            use wasm_bindgen::JsCast;
                            let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
                            open.set(details.is_some_and(|details| details.has_attribute("open")));
                        }
                    >
                        <summary id="templates" tabindex="0">{lang.templates_title(kept.len())}</summary>
                        <p class="soft">{lang.templates_lead()}</p>
                        <ul class="plain template-rows">{rows}</ul>
                    </details>
                }
            })
        })
    };
    view! { {list} }.into_any()
}

fn row(session: Session, lang: Lang, template: &Template) -> AnyView {
    let (begun, removed) = (template.clone(), template.name.clone());
    view! {
        <li data-testid="template-row" data-value=template.name.clone()>
            <button
                type="button"
                data-testid="template-use"
                aria-label=lang.template_use_of(&template.name)
                on:click=move |_| session.begin_with(&begun)
            >
                {template.name.clone()}
            </button>
            " "
            <button
                type="button"
                class="quiet"
                data-testid="template-delete"
                aria-label=lang.template_delete_of(&template.name)
                on:click=move |_| session.remove_template(removed.clone())
            >
                {lang.delete()}
            </button>
        </li>
    }
    .into_any()
}

/// In the form: keep what it holds, under a name.
pub fn keep(session: Session) -> AnyView {
    let lang = lang();
    let name = RwSignal::new(String::new());
    let keep = move || {
        session.keep_template(name.get_untracked());
        session.later(move || name.set(String::new()));
    };
    view! {
        <details class="field wide keep-template">
            <summary data-testid="template-keep">{lang.template_keep()}</summary>
            <label>
                {lang.template_name()}
                <input
                    type="text"
                    autocomplete="off"
                    data-testid="template-name"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                    on:keydown=move |event| {
                        // Enter keeps the template; it does not save the entry.
                        if event.key() == "Enter" {
                            event.prevent_default();
                            keep();
                        }
                    }
                />
            </label>
            <button type="button" data-testid="template-save" on:click=move |_| keep()>
                {lang.template_save()}
            </button>
        </details>
    }
    .into_any()
}
