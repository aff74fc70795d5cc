//! Language and theme: applied to the document, kept with the settings.

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
            let theme =
                self.settings.with(|settings| settings.get(Settings::THEME).unwrap_or("auto").to_owned());
            document().set_title(lang.app_name());
            let Some(root) = document().document_element() else { return };
            let _ = root.set_attribute("lang", lang.code());
            let _ = root.set_attribute("data-theme", &theme);
        });
    }

    pub fn set_language(self, lang: Lang) {
        self.change_setting(Settings::LANGUAGE, lang.code());
        self.later(move || {
            self.notice.set(None);
            self.language.set(lang);
            // Once the page is drawn anew.
            request_animation_frame(|| crate::ui::shell::focus("language"));
        });
    }

    pub fn set_theme(self, theme: String) {
        self.change_setting(Settings::THEME, &theme);
    }

    pub(super) fn change_setting(self, name: &str, value: &str) {
        let kv = WebStorage::connect();
        // A preference that cannot be kept is no loss of records: the state line tells of those.
        self.settings.update(|settings| drop(settings.set(&kv, name, value, &clock::now())));
    }
}
