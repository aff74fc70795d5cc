//! Language, theme and size of text: applied to the document, kept with the settings.

use crate::ui::view::prelude::*;

use super::Session;
use crate::i18n::Lang;
use crate::store::Settings;
use crate::store::web::WebStorage;
use crate::ui::clock;

impl Session {
    /// Keeps the document's language, title and theme in step with the settings.
    pub fn follow_appearance(self) {
        Effect::new(move |_| {
            let lang = self.language.get();
            let setting = |name, usual: &str| {
                self.settings.with(|settings| settings.get(name).unwrap_or(usual).to_owned())
            };
            document().set_title(lang.app_name());
            let Some(root) = document().document_element() else { return };
            let _ = root.set_attribute("lang", lang.code());
            let _ = root.set_attribute("data-theme", &setting(Settings::THEME, "auto"));
            let _ = root.set_attribute("data-size", &setting(Settings::TEXT_SIZE, "standard"));
        });
    }

    pub fn set_language(self, lang: Lang) {
        self.change_setting(Settings::LANGUAGE, lang.code());
        self.later(move || {
            self.notice.set(None);
            self.language.set(lang);
            // Once the page is drawn anew.
            request_animation_frame(|| crate::ui::focus::focus("language"));
        });
    }

    pub fn set_theme(self, theme: String) {
        self.change_setting(Settings::THEME, &theme);
    }

    pub fn uses_shortcuts(self) -> bool {
        self.settings.with(|settings| settings.get(Settings::SHORTCUTS) != Some("off"))
    }

    pub fn use_shortcuts(self, on: bool) {
        self.change_setting(Settings::SHORTCUTS, if on { "on" } else { "off" });
    }

    pub fn set_text_size(self, size: String) {
        self.change_setting(Settings::TEXT_SIZE, &size);
    }

    pub(super) fn change_setting(self, name: &str, value: &str) {
        let kv = WebStorage::connect();
        // A preference that cannot be kept is no loss of records: the state line tells of those.
        self.settings.update(|settings| drop(settings.set(&kv, name, value, &clock::now())));
    }
}
