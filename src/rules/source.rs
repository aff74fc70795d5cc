//! What a figure rests on: a clause of the table, or a place in a notice that a person imported.

use std::sync::Arc;

use super::clause::{Clause, Confidence};
use super::date::Date;

/// One thing that a figure, a warning or a step rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A row of the clause table.
    Clause(Clause),
    /// A place in an imported notice: secondary, whatever its publisher says.
    Notice(Arc<Citation>),
}

/// Where an imported figure stands, and who handed it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Who handed the figures out; never empty.
    pub publisher: String,
    /// When.
    pub published: Date,
    /// The document's number; never empty.
    pub document: String,
    /// The section within it; never empty.
    pub section: String,
}

impl Source {
    pub fn confidence(&self) -> Confidence {
        match self {
            Source::Clause(clause) => clause.confidence(),
            Source::Notice(_) => Confidence::Secondary,
        }
    }

    /// The clause's id, or the document and section of an imported notice.
    pub fn code(&self) -> String {
        match self {
            Source::Clause(clause) => clause.code().to_owned(),
            Source::Notice(place) => place.place(),
        }
    }

    pub fn clause(&self) -> Option<Clause> {
        match self {
            Source::Clause(clause) => Some(*clause),
            Source::Notice(_) => None,
        }
    }

    pub fn citation(&self) -> Option<&Citation> {
        match self {
            Source::Clause(_) => None,
            Source::Notice(place) => Some(place),
        }
    }
}

impl Citation {
    /// Document number and section, as in the text.
    pub fn place(&self) -> String {
        format!("{} {}", self.document, self.section)
    }
}

impl From<Clause> for Source {
    fn from(clause: Clause) -> Source {
        Source::Clause(clause)
    }
}

impl PartialEq<Clause> for Source {
    fn eq(&self, clause: &Clause) -> bool {
        self.clause() == Some(*clause)
    }
}

/// Clauses, or sources of either kind, as sources.
pub fn cite<S: Clone + Into<Source>>(sources: &[S]) -> Vec<Source> {
    sources.iter().cloned().map(Into::into).collect()
}

/// Each source once, in the order in which it first occurs.
pub fn distinct(sources: impl IntoIterator<Item = Source>) -> Vec<Source> {
    let mut found = Vec::new();
    for source in sources {
        if !found.contains(&source) {
            found.push(source);
        }
    }
    found
}
