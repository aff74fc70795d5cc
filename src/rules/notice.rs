//! A notice that a person imported: a year's figures as a publisher handed them out. Whatever it
//! says is secondary, and a figure that an official notice of the rulebook states stays as it is.

use std::sync::Arc;

use super::date::{Date, Year};
use super::entry::coded;
use super::hours::Hours;
use super::person::City;
use super::rulebook::{Figure, Rulebook, Telephone, Transfer, is_presumed};
use super::source::{Citation, Source};
use super::stamp_route::StampTable;

coded! {
    /// What a figure of a notice says.
    FigureKind {
        Total = "total",
        Professional = "professional",
        /// Public hours in their own right.
        PublicMinimum = "public-minimum",
        Minutes = "minutes-per-hour",
        /// The last day of public study.
        PublicDeadline = "public-deadline",
        /// The most public hours from the four bases together.
        Ceiling = "base-ceiling",
        /// Professional hours beyond the requirement may count as public.
        Transfer = "transfer",
        StampRoute = "stamp-route",
        Telephones = "telephones",
    }
}

coded! {
    /// Which public study may end on the public deadline; the rest ends with the year.
    Extension {
        /// Every route but conversion.
        Study = "study",
        /// The bases and courseware.
        Online = "online",
    }
}

/// What a figure amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Hours(Hours),
    Minutes(u32),
    Day(Date, Extension),
    /// It is stated, and that is all.
    Stated,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFigure {
    pub kind: FigureKind,
    pub amount: Amount,
    pub place: Arc<Citation>,
}

/// One year's notice for a city, or for the whole province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub title: String,
    /// Who handed it out as a pack; every figure names it.
    pub publisher: String,
    pub published: Date,
    pub year: Year,
    /// `None`: the whole province.
    pub city: Option<City>,
    /// Each kind at most once; stamps and telephones stand by themselves.
    pub figures: Vec<NoticeFigure>,
    /// Only in a city's notice.
    pub stamps: Option<StampTable>,
    /// Only in a city's notice.
    pub telephones: Vec<Telephone>,
}

impl Notice {
    pub fn figure(&self, kind: FigureKind) -> Option<&NoticeFigure> {
        self.figures.iter().find(|figure| figure.kind == kind)
    }

    pub fn hours(&self, kind: FigureKind) -> Option<Figure<Hours>> {
        let figure = self.figure(kind)?;
        match figure.amount {
            Amount::Hours(hours) => Some(Figure::new(hours, &[figure.source()])),
            _ => None,
        }
    }

    /// Whether it speaks of the same year and place: a book keeps one of these.
    pub fn is_for(&self, other: &Notice) -> bool {
        (self.year, self.city) == (other.year, other.city)
    }

    /// What it states, in the order of [`FigureKind::ALL`].
    pub fn kinds(&self) -> impl Iterator<Item = FigureKind> + '_ {
        FigureKind::ALL.iter().copied().filter(|&kind| match kind {
            FigureKind::StampRoute => self.stamps.is_some(),
            FigureKind::Telephones => !self.telephones.is_empty(),
            _ => self.figure(kind).is_some(),
        })
    }
}

impl NoticeFigure {
    pub fn source(&self) -> Source {
        Source::Notice(self.place.clone())
    }
}

coded! {
    /// How a figure of a notice stands to what is known.
    Standing {
        /// Nothing was known of it, or only presumed.
        New = "new",
        Same = "same",
        /// A reprint or an earlier import says otherwise; this one is taken.
        Differs = "differs",
        /// An official or a nearer notice stands, or leaves no room for it: not taken.
        Kept = "kept",
    }
}

/// A figure beside what is known without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub kind: FigureKind,
    pub standing: Standing,
    /// What is known, where it is not the same.
    pub known: Option<Known>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub amount: Amount,
    pub sources: Vec<Source>,
}

/// Compares each figure of a notice with what is known before it is taken in, in the given city
/// where the notice is the province's. `after` is the rulebook with the notice in it.
pub fn compare(notice: &Notice, before: &Rulebook, after: &Rulebook, city: City) -> Vec<Comparison> {
    let city = notice.city.unwrap_or(city);
    let one = |kind| {
        let known = before.known(notice.year, city, kind);
        let standing = if known.as_ref().is_some_and(|known| notice.says(kind, known, before, city)) {
            Standing::Same
        } else if !notice.is_taken(kind, after, city) {
            Standing::Kept
        } else if known.as_ref().is_none_or(|known| is_presumed(&known.sources)) {
            Standing::New
        } else {
            Standing::Differs
        };
        let known = known.filter(|_| matches!(standing, Standing::Differs | Standing::Kept));
        Comparison { kind, standing, known }
    };
    notice.kinds().map(one).collect()
}

impl Notice {
    /// Whether what is known, and not only presumed, is what this notice says.
    fn says(&self, kind: FigureKind, known: &Known, rulebook: &Rulebook, city: City) -> bool {
        let overlay = rulebook.overlay(self.year, city);
        !is_presumed(&known.sources)
            && match kind {
                FigureKind::StampRoute => {
                    let stamps = self.stamps.as_ref().zip(overlay);
                    stamps.is_some_and(|(stamps, overlay)| stamps.sends_to_the_same(&overlay.stamps))
                }
                FigureKind::Telephones => overlay.is_some_and(|overlay| {
                    let numbers = |list: &[Telephone]| -> Vec<String> {
                        list.iter().map(|one| one.number.clone()).collect()
                    };
                    numbers(&self.telephones) == numbers(&overlay.telephones)
                }),
                _ => self.figure(kind).is_some_and(|figure| figure.amount == known.amount),
            }
    }

    /// Whether the rulebook with this notice in it rests the figure on the notice.
    pub fn is_taken(&self, kind: FigureKind, after: &Rulebook, city: City) -> bool {
        let overlay = after.overlay(self.year, city);
        match kind {
            FigureKind::StampRoute => {
                overlay.is_some_and(|overlay| Some(&overlay.stamps) == self.stamps.as_ref())
            }
            FigureKind::Telephones => overlay.is_some_and(|overlay| overlay.telephones == self.telephones),
            _ => {
                let known = after.known(self.year, city, kind);
                let source = self.figure(kind).map(NoticeFigure::source);
                known.zip(source).is_some_and(|(known, source)| known.sources.contains(&source))
            }
        }
    }
}

impl Rulebook {
    /// What is known of a figure; `None`: nothing.
    pub fn known(&self, year: Year, city: City, kind: FigureKind) -> Option<Known> {
        let rule = self.rule(year, city);
        let base = &rule.base;
        let hours = |figure: &Figure<Hours>| Known {
            amount: Amount::Hours(figure.value),
            sources: figure.sources.clone(),
        };
        let overlay = self.overlay(year, city);
        let stated = |sources: Vec<Source>| Known { amount: Amount::Stated, sources };
        match kind {
            FigureKind::Total => Some(hours(&base.total)),
            FigureKind::Professional => base.professional.as_ref().map(hours),
            FigureKind::PublicMinimum => base.public_minimum.as_ref().map(hours),
            FigureKind::Ceiling => base.base_ceiling.as_ref().map(hours),
            FigureKind::Minutes => rule.minutes_per_hour.as_ref().map(|figure| Known {
                amount: Amount::Minutes(figure.value),
                sources: figure.sources.clone(),
            }),
            FigureKind::PublicDeadline => base.public_window.as_ref().map(|window| Known {
                amount: Amount::Day(window.last_day_for(year), window.extension()),
                sources: window.sources.clone(),
            }),
            FigureKind::Transfer => match &rule.transfer {
                Transfer::Documented(sources) => Some(stated(sources.clone())),
                Transfer::None | Transfer::Undocumented(_) => None,
            },
            FigureKind::StampRoute => overlay
                .filter(|overlay| !overlay.stamps.rows.is_empty())
                .map(|overlay| stated(overlay.stamps.first.clone())),
            FigureKind::Telephones => overlay
                .filter(|overlay| !overlay.telephones.is_empty())
                .map(|overlay| stated(overlay.telephones.iter().map(|known| known.source.clone()).collect())),
        }
    }
}
