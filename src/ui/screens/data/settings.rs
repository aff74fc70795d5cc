//! Language, theme and size of text.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::store::Settings;
use crate::ui::atoms::options;
use crate::ui::session::{Session, lang};

pub fn settings() -> AnyView {
    let session = Session::get();
    let words = lang();
    let languages = vec![
        (Lang::Zh.code().to_owned(), "中文".to_owned()),
        (Lang::En.code().to_owned(), "English".to_owned()),
    ];
    let themes = vec![
        ("auto".to_owned(), words.theme_auto().to_owned()),
        ("light".to_owned(), words.theme_light().to_owned()),
        ("dark".to_owned(), words.theme_dark().to_owned()),
    ];
    let sizes = vec![
        ("standard".to_owned(), words.text_standard().to_owned()),
        ("large".to_owned(), words.text_large().to_owned()),
    ];
    let setting = |name, usual: &str| {
        session.settings.with_untracked(|settings| settings.get(name).unwrap_or(usual).to_owned())
    };
    let (theme, size) = (setting(Settings::THEME, "auto"), setting(Settings::TEXT_SIZE, "standard"));
    view! {
        <section class="card">
            <h2>{words.appearance_title()}</h2>
            <div class="row">
                <label class="field">
                    <span>{words.language()} " / " {words.pick("Language", "语言")}</span>
                    <select id="language" data-testid="lang-select" on:change=move |event| {
                        if let Some(chosen) = Lang::from_code(&event_target_value(&event)) {
                            session.set_language(chosen);
                        }
                    }>{options(languages, words.code())}</select>
                </label>
                <label class="field">
                    <span>{words.theme()}</span>
                    <select data-testid="theme-select" on:change=move |event| {
                        session.set_theme(event_target_value(&event));
                    }>{options(themes, &theme)}</select>
                </label>
                <label class="field">
                    <span>{words.text_size()}</span>
                    <select data-testid="size-select" on:change=move |event| {
                        session.set_text_size(event_target_value(&event));
                    }>{options(sizes, &size)}</select>
                </label>
            </div>
            <p>
                <button type="button" data-testid="shortcuts-open" on:click=move |_| session.shortcuts_open.set(true)>
                    {words.shortcuts_button()}
                </button>
            </p>
        </section>
    }
    .into_any()
}
