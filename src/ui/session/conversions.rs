//! The verbs on conversion rules. Each says which entries followed and can be undone.

use crate::ui::view::prelude::*;

use super::Session;
use super::form::Form;
use crate::book::{RuleDraft, RuleError};
use crate::rules::ConversionRule;
use crate::store::Reason;
use crate::ui::focus::keep_in_sight;

/// The name of the rule that the form changes; `None`: a new one.
pub type RuleTarget = Option<String>;

pub type RuleForm = Form<RuleTarget, RuleDraft, RuleError>;

impl Session {
    /// What the form holds as a rule, or everything that is wrong with it.
    pub fn checked_rule(self) -> Result<ConversionRule, Vec<RuleError>> {
        let before = self.rule_form.target.get();
        self.book.with_untracked(|book| {
            let others = book.conversions().iter().map(|rule| rule.name.as_str());
            let taken: Vec<&str> = others.filter(|name| Some(*name) != before.as_deref()).collect();
            self.rule_form.draft.with(|draft| draft.check(&taken))
        })
    }

    /// Saves what the form holds, or shows what is wrong with it.
    pub fn save_rule(self) {
        match untrack(|| self.checked_rule()) {
            Ok(rule) => {
                let before = self.rule_form.target.get_untracked();
                self.later(move || self.rule_form.close_for_good());
                self.put_rule(before, rule);
            }
            Err(errors) => self.rule_form.errors.set(errors),
        }
    }

    /// Adds a rule, or puts it in the place of the one called `before`.
    fn put_rule(self, before: Option<String>, rule: ConversionRule) {
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
            keep_in_sight();
        });
    }

    pub fn remove_rule(self, name: String) {
        self.later(move || {
            self.act(|book| book.remove_conversion(&name), |lang, _| lang.conversion_removed(&name));
        });
    }
}
