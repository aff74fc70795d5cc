//! The verbs on templates: keep what comes again, begin an entry with it.

use crate::ui::view::prelude::*;

use super::{Session, Target};
use crate::book::template::TEMPLATES_MAX;
use crate::book::{Draft, Template};

impl Session {
    /// Keeps what the form holds under a name; the form stays as it is.
    pub fn keep_template(self, name: String) {
        let lang = self.language.get_untracked();
        let template = self.form.draft.with_untracked(|draft| Template::of(&name, draft));
        let Some(template) = template else { return self.say(lang.template_needs_name().into(), false) };
        let is_full = self.book.with_untracked(|book| {
            book.templates().len() == TEMPLATES_MAX
                && !book.templates().iter().any(|known| known.name == template.name)
        });
        if is_full {
            return self.say(lang.templates_full().into(), false);
        }
        let name = template.name.clone();
        self.later(move || {
            self.act(|book| book.put_template(template), |lang, _| lang.template_saved(&name));
        });
    }

    pub fn remove_template(self, name: String) {
        self.later(move || {
            self.act(|book| book.remove_template(&name), |lang, _| lang.template_removed(&name));
            crate::ui::focus::focus("templates");
        });
    }

    /// The form of a new entry, filled in by a template and finished today unless told otherwise.
    pub fn begin_with(self, template: &Template) {
        let today = self.today.get_untracked().to_string();
        let draft = template.begin(Draft { end: today, ..Session::fresh_draft() });
        self.form.close_for_good();
        self.show_form(Target::New, draft, Draft::default());
        request_animation_frame(|| crate::ui::focus::focus("f-end"));
    }
}
