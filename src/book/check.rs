//! The one check that makes an entry of a draft.

use super::draft::{CheckedEntry, Draft};
use super::field::{Field, FieldError, FieldErrorKind};
use crate::order::sort_by_key;
use crate::rules::date::{DateError, parse_date};
use crate::rules::entry::ConversionUse;
use crate::rules::hours::HoursError;
use crate::rules::{Date, Entry, EntryId, Filing, Form, Hours, Outcome, Route, Status, Subject, Year};

/// The most characters a title keeps.
pub const TITLE_MAX_CHARS: usize = 200;
/// The most characters any other text keeps.
pub const TEXT_MAX_CHARS: usize = 500;

impl Draft {
    /// The entry, or everything that is wrong, in the order of the fields. A conversion rule is
    /// looked at for a conversion only: elsewhere the form hides it.
    pub fn check(&self, today: Date) -> Result<CheckedEntry, Vec<FieldError>> {
        let mut check = Check::default();
        let title = check.text(Field::Title, &self.title, TITLE_MAX_CHARS);
        if title.is_empty() {
            check.note(Field::Title, FieldErrorKind::Required);
        }
        let subject = check.choice(Field::Subject, &self.subject, Subject::from_code, None);
        let route = check.choice(Field::Route, &self.route, Route::from_code, Some(Route::Class));
        let form = route.map_or(Form::Class, usual_form);
        let form = check.choice(Field::Form, &self.form, Form::from_code, Some(form));
        let organiser = check.text(Field::Organiser, &self.organiser, TEXT_MAX_CHARS);
        let start = check.date(Field::Start, &self.start);
        let end = check.date(Field::End, &self.end);
        let hours = check.hours(Field::Hours, &self.hours);
        let outcome =
            check.choice(Field::Assessment, &self.outcome, Outcome::from_code, Some(Outcome::NotAssessed));
        let certificate = check.text(Field::Certificate, &self.certificate, TEXT_MAX_CHARS);
        let status = check.choice(Field::Status, &self.status, Status::from_code, Some(Status::Completed));
        let filing = check.choice(Field::Filing, &self.filing, Filing::from_code, Some(Filing::Unknown));
        let conversion = (route == Some(Route::Conversion)).then(|| check.conversion(self)).flatten();
        let evidence = check.text(Field::Evidence, &self.evidence, TEXT_MAX_CHARS);
        let remarks = check.text(Field::Remarks, &self.remarks, TEXT_MAX_CHARS);

        if let (Some(start), Some(end)) = (start, end)
            && start > end
        {
            check.note(Field::Start, FieldErrorKind::StartAfterEnd);
        }
        if end.is_some_and(|end| end > today) && status.is_some_and(Status::is_earned) {
            check.note(Field::End, FieldErrorKind::NotYetOver);
        }
        let year = match self.year.trim() {
            "" => end.and_then(Year::of),
            written => Year::parse(written).or_else(|| check.fail(Field::Year, FieldErrorKind::NotAYear)),
        };

        // A value is absent only where its error was noted, so the two conditions are one.
        match (year, subject, form, route, end, hours, outcome, status, filing) {
            (
                Some(year),
                Some(subject),
                Some(form),
                Some(route),
                Some(end),
                Some(hours),
                Some(outcome),
                Some(status),
                Some(filing),
            ) if check.errors.is_empty() => Ok(CheckedEntry(Entry {
                id: EntryId(0),
                year,
                title,
                subject,
                form,
                route,
                organiser,
                start,
                end,
                hours,
                outcome,
                certificate,
                status,
                filing,
                conversion,
                evidence,
                remarks,
            })),
            _ => Err(check.in_order()),
        }
    }
}

/// The form that a route usually goes with, where the person left it open.
fn usual_form(route: Route) -> Form {
    match route {
        Route::Base(_) | Route::OtherPlatform | Route::Courseware => Form::Online,
        Route::Class => Form::Class,
        Route::Conversion => Form::Research,
    }
}

/// Reads fields and notes what is wrong; `None` goes with a noted error, or with nothing written.
#[derive(Default)]
struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    fn note(&mut self, field: Field, kind: FieldErrorKind) {
        self.errors.push(FieldError { field, kind });
    }

    fn fail<T>(&mut self, field: Field, kind: FieldErrorKind) -> Option<T> {
        self.note(field, kind);
        None
    }

    fn in_order(mut self) -> Vec<FieldError> {
        sort_by_key(&mut self.errors, |error| error.field);
        self.errors
    }

    fn text(&mut self, field: Field, written: &str, most: usize) -> String {
        let text = clean(written, matches!(field, Field::Remarks | Field::Evidence));
        let found = text.chars().count();
        if found > most {
            self.note(field, FieldErrorKind::TooLong { found, most });
        }
        text
    }

    fn choice<T>(
        &mut self,
        field: Field,
        written: &str,
        from_code: impl Fn(&str) -> Option<T>,
        default: Option<T>,
    ) -> Option<T> {
        match (written.trim(), default) {
            ("", Some(default)) => Some(default),
            ("", None) => self.fail(field, FieldErrorKind::Required),
            (code, _) => from_code(code).or_else(|| self.fail(field, FieldErrorKind::NotAChoice)),
        }
    }

    fn date(&mut self, field: Field, written: &str) -> Option<Date> {
        match parse_date(written) {
            Ok(date) => Some(date),
            Err(DateError::Empty) if !field.is_required() => None,
            Err(DateError::Empty) => self.fail(field, FieldErrorKind::Required),
            Err(why) => self.fail(field, FieldErrorKind::Date(why)),
        }
    }

    fn hours(&mut self, field: Field, written: &str) -> Option<Hours> {
        match Hours::parse_entry(written) {
            Ok(hours) => Some(hours),
            Err(HoursError::Empty) if !field.is_required() => None,
            Err(HoursError::Empty) => self.fail(field, FieldErrorKind::Required),
            Err(why) => self.fail(field, FieldErrorKind::Hours(why)),
        }
    }

    fn conversion(&mut self, draft: &Draft) -> Option<ConversionUse> {
        let rule = self.text(Field::ConversionRule, &draft.conversion_rule, TEXT_MAX_CHARS);
        let quantity = self.hours(Field::ConversionQuantity, &draft.conversion_quantity);
        if !rule.is_empty() {
            Some(ConversionUse { rule, quantity })
        } else if quantity.is_some() {
            self.fail(Field::ConversionRule, FieldErrorKind::RuleMissing)
        } else {
            None
        }
    }
}

/// Without what cannot be seen: blanks around the text, zero-width marks and control characters
/// as spreadsheets and web pages leave them. Line breaks stay where a text may have several lines.
fn clean(written: &str, several_lines: bool) -> String {
    let text: String = written
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' if several_lines => Some(c),
            '\n' | '\r' | '\t' => Some(' '),
            '\u{200B}' | '\u{FEFF}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    text.trim().into()
}

#[cfg(test)]
mod tests;
