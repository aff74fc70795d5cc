//! What to look at before printing.

use super::{PackYear, Scope};
use crate::book::Profile;
use crate::rules::entry::coded;
use crate::rules::{EntryId, TitleLevel, Year};

coded! {
    /// A field of the form's head that the profile leaves empty.
    HeadField {
        Name = "name",
        Sex = "sex",
        Unit = "unit",
        UnitKind = "unit-kind",
        TitleHeldSince = "title-held-since",
        CertificateBook = "certificate-book",
    }
}

/// Something that the papers lack. It never keeps anyone from printing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Fields of the head that would be printed empty.
    Head(Vec<HeadField>),
    /// Years that are not met by themselves, or of which no verdict can be given.
    NotMet(Vec<Year>),
    /// No entry of these years counts.
    NoRows,
    /// Lines without a note of what proves them.
    NoEvidence(Vec<EntryId>),
}

impl Gap {
    /// The stable code, kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            Gap::Head(_) => "head-incomplete",
            Gap::NotMet(_) => "not-met",
            Gap::NoRows => "no-rows",
            Gap::NoEvidence(_) => "no-evidence",
        }
    }
}

pub(super) fn gaps(profile: &Profile, scope: Scope, years: &[PackYear]) -> Vec<Gap> {
    let mut found = Vec::new();
    let empty = empty_fields(profile);
    if !empty.is_empty() {
        found.push(Gap::Head(empty));
    }
    let rows = || years.iter().flat_map(|year| &year.rows);
    if rows().next().is_none() {
        found.push(Gap::NoRows);
    }
    let not_met = years.iter().filter(|year| !year.assessment.verdict.is_met());
    let not_met: Vec<Year> = not_met.map(PackYear::year).collect();
    // Of a single year without any line, "nothing to print" says it all.
    if !not_met.is_empty() && (rows().next().is_some() || matches!(scope, Scope::Cycle(_))) {
        found.push(Gap::NotMet(not_met));
    }
    let unproven = rows().filter(|row| row.entry.evidence.trim().is_empty());
    let unproven: Vec<EntryId> = unproven.map(|row| row.entry.id).collect();
    if !unproven.is_empty() {
        found.push(Gap::NoEvidence(unproven));
    }
    found
}

fn empty_fields(profile: &Profile) -> Vec<HeadField> {
    let lacks = |field: &HeadField| match field {
        HeadField::Name => profile.name.trim().is_empty(),
        HeadField::Sex => profile.sex.trim().is_empty(),
        HeadField::Unit => profile.unit.trim().is_empty(),
        HeadField::UnitKind => profile.unit_kind.trim().is_empty(),
        HeadField::TitleHeldSince => {
            profile.title_held != TitleLevel::None && profile.title_held_since.is_none()
        }
        HeadField::CertificateBook => profile.certificate_book.trim().is_empty(),
    };
    HeadField::ALL.iter().copied().filter(lacks).collect()
}
