//! The verbs on conversion rules. Each says which entries followed and can be undone.

use super::Session;
use crate::rules::ConversionRule;
use crate::store::Reason;

impl Session {
    /// Adds a rule, or puts it in the place of the one called `before`.
    pub fn put_rule(self, before: Option<String>, rule: ConversionRule) {
        let name = rule.name.clone();
        self.later(move || {
            self.act(
                |book| book.put_conversion(before.as_deref(), rule),
                |lang, change| match change.entries.len() {
                    0 => lang.conversion_saved(&name),
                    count => lang.conversion_saved_with(&name, &lang.entries(count)),
                },
            );
        });
    }

    /// Adds the rules of a pack; those of the same name give way.
    pub fn put_rules(self, rules: Vec<ConversionRule>) {
        let count = rules.len();
        self.later(move || {
            self.keep_a_point(Reason::Import);
            self.act(|book| book.put_conversions(rules), |lang, _| lang.conversion_taken(count));
        });
    }

    pub fn remove_rule(self, name: String) {
        self.later(move || {
            self.act(|book| book.remove_conversion(&name), |lang, _| lang.conversion_removed(&name));
        });
    }
}
