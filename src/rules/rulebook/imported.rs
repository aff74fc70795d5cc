//! Imported notices laid over what ships: they fill what no official notice states.

use super::*;
use crate::rules::notice::{Amount, Extension, FigureKind};

impl Rulebook {
    /// This rulebook with a person's notices beside it. Later ones give way to earlier ones, and
    /// the province's to a city's.
    pub fn with_notices(mut self, notices: &[Notice]) -> Rulebook {
        for notice in notices {
            let Some(city) = notice.city else { continue };
            let same = |overlay: &&mut Overlay| overlay.city == city && overlay.year == notice.year;
            let Some(overlay) = self.overlays.iter_mut().find(same) else {
                self.overlays.push(Overlay {
                    city,
                    year: notice.year,
                    transfer: None,
                    minutes_per_hour: None,
                    prompt_registration: vec![],
                    no_stamp_below: vec![],
                    stamps: notice.stamps.clone().unwrap_or_default(),
                    telephones: notice.telephones.clone(),
                });
                continue;
            };
            if overlay.stamps.rows.is_empty() {
                overlay.stamps = notice.stamps.clone().unwrap_or_default();
            }
            if overlay.telephones.is_empty() {
                overlay.telephones = notice.telephones.clone();
            }
        }
        self.notices.extend_from_slice(notices);
        self
    }

    /// The imported notices that speak of a year in a city, the city's own first.
    pub fn notices_for(&self, year: Year, city: City) -> Vec<&Notice> {
        let of = |place: Option<City>| {
            self.notices.iter().filter(move |notice| notice.year == year && notice.city == place)
        };
        of(Some(city)).chain(of(None)).collect()
    }
}

/// Whether the first source is a notice in hand.
fn is_official(sources: &[Source]) -> bool {
    sources.first().is_some_and(|source| source.confidence() == Confidence::Official)
}

/// Whether the first source is this tool's own.
pub fn is_presumed(sources: &[Source]) -> bool {
    sources.first().is_none_or(|source| source.confidence() == Confidence::Tool)
}

/// What a verdict needs: the two amounts, and how long public study runs.
const NEEDED: [FigureKind; 3] = [FigureKind::Total, FigureKind::Professional, FigureKind::PublicDeadline];

/// Whether these notices together end a year's being provisional.
pub(super) fn suffice(notices: &[&Notice]) -> bool {
    lacking(notices).is_empty()
}

/// What a verdict needs and none of these notices states.
pub fn lacking(notices: &[&Notice]) -> Vec<FigureKind> {
    let stated = |kind: &FigureKind| notices.iter().any(|notice| notice.figure(*kind).is_some());
    NEEDED.into_iter().filter(|kind| !stated(kind)).collect()
}

/// Why a transfer is documented by an imported notice.
pub(super) fn transfer(notices: &[&Notice]) -> Option<Vec<Source>> {
    let figure = notices.iter().find_map(|notice| notice.figure(FigureKind::Transfer))?;
    Some(vec![figure.source(), Clause::T2.into()])
}

/// Lays what the notices state over the year's figures, except where an official notice speaks.
pub(super) fn lay_over(
    base: &mut YearRule,
    minutes_per_hour: &mut Option<Figure<u32>>,
    notices: &[&Notice],
    year: Year,
) {
    let parts_are_official = is_official(&base.total.sources);
    let hours = |kind| notices.iter().find_map(|notice| notice.hours(kind));
    let lay = |onto: &mut Option<Figure<Hours>>, kind| {
        if !onto.as_ref().is_some_and(|known| is_official(&known.sources))
            && let Some(figure) = hours(kind)
        {
            *onto = Some(figure);
        }
    };
    if !parts_are_official && let Some(total) = hours(FigureKind::Total) {
        base.total = total;
    }
    lay(&mut base.professional, FigureKind::Professional);
    lay(&mut base.base_ceiling, FigureKind::Ceiling);
    if !parts_are_official {
        lay(&mut base.public_minimum, FigureKind::PublicMinimum);
    }
    let amount = |kind| {
        let figure = notices.iter().find_map(|notice| notice.figure(kind))?;
        Some((figure.amount, figure.source()))
    };
    if let Some((Amount::Minutes(minutes), source)) = amount(FigureKind::Minutes)
        && !minutes_per_hour.as_ref().is_some_and(|known| is_official(&known.sources))
    {
        *minutes_per_hour = Some(Figure::new(minutes, &[source]));
    }
    if let Some((Amount::Day(last_day, extension), source)) = amount(FigureKind::PublicDeadline)
        && !base.public_window.as_ref().is_some_and(|known| is_official(&known.sources))
    {
        base.public_window = Some(PublicWindow::until(last_day, extension, year, source));
    }
}

impl PublicWindow {
    /// As an imported notice states it.
    fn until(last_day: Date, extension: Extension, year: Year, source: Source) -> PublicWindow {
        use chrono::Datelike;
        let routes = match extension {
            Extension::Study => study_routes(),
            Extension::Online => online_routes(),
        };
        PublicWindow {
            last_day: (last_day.month(), last_day.day()),
            years_later: u16::from(!year.contains(last_day)),
            routes,
            known: true,
            sources: vec![source],
        }
    }

    /// Which study it is for.
    pub fn extension(&self) -> Extension {
        if self.routes.contains(&Route::Class) { Extension::Study } else { Extension::Online }
    }
}
