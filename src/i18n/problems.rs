//! From kinds of errors to sentences: what is wrong, where, how to mend it.

use super::Lang;
use crate::book::{Field, FieldErrorKind};
use crate::exchange::text::TextError;
use crate::exchange::{CellError, Finding, RowError};
use crate::rules::date::DateError;
use crate::rules::hours::HoursError;

impl Lang {
    pub fn field_problem(self, field: Field, kind: FieldErrorKind) -> String {
        match kind {
            FieldErrorKind::Required if field == Field::Subject => self.error_choose().into(),
            FieldErrorKind::Required => self.error_required().into(),
            FieldErrorKind::TooLong { found, most } => self.error_too_long(found, most),
            FieldErrorKind::NotAYear => self.error_year().into(),
            FieldErrorKind::NotAChoice => self.error_choice().into(),
            FieldErrorKind::Date(DateError::Empty) => self.error_required().into(),
            FieldErrorKind::Date(DateError::NotADate) => self.error_date().into(),
            FieldErrorKind::Date(DateError::NoSuchDay) => self.error_no_such_day().into(),
            FieldErrorKind::Date(DateError::OutOfRange) => self.error_date_range().into(),
            FieldErrorKind::StartAfterEnd => self.error_start_after_end().into(),
            FieldErrorKind::NotYetOver => self.error_not_yet_over().into(),
            FieldErrorKind::Hours(HoursError::Empty) => self.error_required().into(),
            FieldErrorKind::Hours(HoursError::NotANumber) => self.error_hours().into(),
            FieldErrorKind::Hours(HoursError::TooManyDecimals) => self.error_hours_decimals().into(),
            FieldErrorKind::Hours(HoursError::OutOfRange) => self.error_hours_range().into(),
            FieldErrorKind::RuleMissing => self.error_rule_missing().into(),
        }
    }

    /// Names the column, says what is wrong and quotes what the file says there.
    pub fn row_problem(self, error: &RowError) -> String {
        let place = error.column.map(|column| self.field(column));
        let sentence = match (error.kind, error.column) {
            (CellError::Field(kind), Some(column)) => self.field_problem(column, kind),
            (CellError::Field(_), None) => String::new(),
            (CellError::DayNumber, _) => self.error_day_number().into(),
            (CellError::HashMarks, _) => self.error_hash_marks().into(),
            (CellError::OnlyForConversion, _) => self.error_only_for_conversion().into(),
            (CellError::ExtraCells { found, header }, _) => self.error_extra_cells(found, header),
            (CellError::UnclosedQuote, _) => self.error_unclosed_quote().into(),
            (CellError::NoRoom, _) => self.error_no_room().into(),
        };
        let quoted = if error.cell.is_empty() { String::new() } else { self.error_written(&error.cell) };
        match place {
            Some(column) => format!("{column}{}{sentence}{quoted}", self.pick("：", ": ")),
            None => sentence,
        }
    }

    pub fn finding(self, finding: &Finding) -> String {
        match finding {
            Finding::Empty => self.finding_empty().into(),
            Finding::NoRows => self.finding_no_rows().into(),
            Finding::MissingColumns(columns) => {
                let names: Vec<String> = columns.iter().map(|column| column.name().to_owned()).collect();
                self.finding_missing(&self.list(&names))
            }
            Finding::DuplicateColumn { column, positions: [first, second] } => {
                self.finding_duplicate(column.name(), *first, *second)
            }
            Finding::UnknownColumn { header, position } => self.finding_unknown(header, *position),
            Finding::TooManyRows { line, most } => self.finding_too_many(*most, *line),
        }
    }

    pub fn refused(self, error: &TextError) -> String {
        match error {
            TextError::TooLarge { bytes } => self.refused_too_large((*bytes as u64).div_ceil(1024 * 1024)),
            TextError::Workbook => self.refused_workbook().into(),
            TextError::NotText => self.refused_not_text().into(),
            TextError::UnknownEncoding => self.refused_encoding().into(),
        }
    }
}
