//! Entries that come again: what stays the same of them, under a name.

use super::{Book, Change, Draft, Field, TITLE_MAX_CHARS};
use crate::order::sort_by;

/// A named beginning of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Unique in the book, never empty.
    pub name: String,
    /// Only the fields that come again are filled.
    pub draft: Draft,
}

/// What comes again. Dates, results, certificate numbers and the like are each time's own.
pub const FIELDS: &[Field] = &[
    Field::Title,
    Field::Subject,
    Field::Form,
    Field::Route,
    Field::Organiser,
    Field::Hours,
    Field::Filing,
    Field::Remarks,
    Field::ConversionRule,
    Field::ConversionQuantity,
];

/// The most templates of one book: more are no longer quick.
pub const TEMPLATES_MAX: usize = 50;

impl Template {
    /// `None` when the name, or the title that stands in for it, is empty.
    pub fn of(name: &str, draft: &Draft) -> Option<Template> {
        let line = |text: &str| {
            let plain: String = text.chars().filter(|c| !c.is_control()).take(TITLE_MAX_CHARS).collect();
            plain.trim().to_owned()
        };
        let name = Some(line(name)).filter(|name| !name.is_empty()).unwrap_or_else(|| line(&draft.title));
        let mut kept = Draft::default();
        for &field in FIELDS {
            draft.get(field).clone_into(kept.get_mut(field));
        }
        (!name.is_empty()).then_some(Template { name, draft: kept })
    }

    /// A draft that begins with it.
    pub fn begin(&self, fresh: Draft) -> Draft {
        let mut draft = fresh;
        for &field in FIELDS {
            if !self.draft.get(field).is_empty() {
                self.draft.get(field).clone_into(draft.get_mut(field));
            }
        }
        draft
    }
}

impl Book {
    /// Keeps a template, instead of one of the same name; a full list stays as it is.
    pub fn put_template(&mut self, template: Template) -> Change {
        let mut templates = self.templates.clone();
        templates.retain(|known| known.name != template.name);
        if templates.len() == TEMPLATES_MAX {
            return Change::default();
        }
        templates.push(template);
        sort_by(&mut templates, |a, b| a.name.cmp(&b.name));
        self.set_templates(templates)
    }

    pub fn remove_template(&mut self, name: &str) -> Change {
        let rest = self.templates.iter().filter(|known| known.name != name).cloned().collect();
        self.set_templates(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(title: &str) -> Draft {
        Draft {
            title: title.into(),
            subject: "professional".into(),
            hours: "6".into(),
            end: "2026-03-05".into(),
            certificate: "C-1".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn a_template_keeps_what_comes_again_and_not_what_belongs_to_one_day() {
        let kept = Template::of(" 每周例会 ", &draft("学术例会")).unwrap();
        assert_eq!(kept.name, "每周例会");
        assert_eq!((kept.draft.title.as_str(), kept.draft.hours.as_str()), ("学术例会", "6"));
        assert_eq!((kept.draft.end.as_str(), kept.draft.certificate.as_str()), ("", ""));
        let fresh = Draft { end: "2026-11-21".into(), hours: "1".into(), ..Draft::default() };
        let begun = kept.begin(fresh);
        assert_eq!((begun.end.as_str(), begun.hours.as_str()), ("2026-11-21", "6"));
    }

    #[test]
    fn the_title_stands_in_for_a_missing_name() {
        assert_eq!(Template::of("", &draft("学术例会")).unwrap().name, "学术例会");
        assert_eq!(Template::of(" ", &draft(" ")), None);
    }

    #[test]
    fn one_name_is_one_template_and_removing_it_can_be_undone() {
        let mut book = Book::default();
        book.put_template(Template::of("乙", &draft("a")).unwrap());
        book.put_template(Template::of("甲", &draft("b")).unwrap());
        book.put_template(Template::of("乙", &draft("c")).unwrap());
        let titles: Vec<&str> =
            book.templates().iter().map(|template| template.draft.title.as_str()).collect();
        assert_eq!(titles, ["c", "b"]);
        let before = book.clone();
        let change = book.remove_template("乙");
        assert_eq!(book.templates().len(), 1);
        book.make(change.inverse());
        assert_eq!(book, before);
        assert!(book.remove_template("丙").is_empty());
    }

    #[test]
    fn a_full_list_takes_no_more() {
        let mut book = Book::default();
        for n in 0..TEMPLATES_MAX {
            assert!(!book.put_template(Template::of(&n.to_string(), &draft("a")).unwrap()).is_empty());
        }
        assert!(book.put_template(Template::of("more", &draft("a")).unwrap()).is_empty());
        assert!(!book.put_template(Template::of("7", &draft("changed")).unwrap()).is_empty());
    }
}
