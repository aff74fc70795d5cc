//! The fields of an entry and what can be wrong with one: kinds only, the sentences are i18n's.

use crate::rules::date::DateError;
use crate::rules::entry::coded;
use crate::rules::hours::HoursError;

coded! {
    /// A field that a person fills in, in the order of the file format's columns.
    Field {
        Year = "year",
        Title = "title",
        Subject = "subject",
        Form = "form",
        Route = "route",
        Organiser = "organiser",
        Start = "start",
        End = "end",
        Hours = "hours",
        Assessment = "assessment",
        Certificate = "certificate",
        Status = "status",
        Filing = "filing",
        Remarks = "remarks",
        ConversionRule = "conversion-rule",
        ConversionQuantity = "conversion-quantity",
        Evidence = "evidence",
    }
}

impl Field {
    /// Has a value in every entry, and none that could be taken for granted.
    pub const fn is_required(self) -> bool {
        matches!(self, Field::Title | Field::Subject | Field::End | Field::Hours)
    }
}

/// One field and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError {
    pub field: Field,
    pub kind: FieldErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// Nothing was written.
    Required,
    /// More characters than the field keeps.
    TooLong {
        found: usize,
        most: usize,
    },
    /// Not a year from 2001 to 2100.
    NotAYear,
    /// None of the field's choices.
    NotAChoice,
    /// Never [`DateError::Empty`]: that is [`FieldErrorKind::Required`].
    Date(DateError),
    StartAfterEnd,
    /// Ends after today, which only a planned entry may.
    NotYetOver,
    /// Never [`HoursError::Empty`]: that is [`FieldErrorKind::Required`].
    Hours(HoursError),
    /// A quantity, but no conversion rule to apply it to.
    RuleMissing,
}
