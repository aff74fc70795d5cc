//! What one year asks in one city: the year's own figures, or presumed ones, with imported notices
//! and the city's overlay laid over them.

use super::*;
use crate::rules::source::distinct;

impl Rulebook {
    /// What a year asks in a city. Years after the newest notice take its figures, provisionally;
    /// an imported notice fills what no official one states.
    pub fn rule(&self, year: Year, city: City) -> Rule {
        let notices = self.notices_for(year, city);
        let published = year <= self.newest_year();
        let provisional = !published && !imported::suffice(&notices);
        let mut base = self.base(year, city);
        if !published {
            base.rest_on(if provisional { Clause::T7 } else { Clause::T18 });
        }
        let overlay = self.overlay(year, city);
        let mut minutes_per_hour = overlay
            .and_then(|overlay| overlay.minutes_per_hour.clone())
            .or_else(|| base.minutes_per_hour.clone());
        imported::lay_over(&mut base, &mut minutes_per_hour, &notices, year);
        let transfer = if base.public_minimum.is_some() || base.professional.is_none() {
            Transfer::None
        } else if let Some(sources) = overlay.and_then(|overlay| overlay.transfer.clone()) {
            Transfer::Documented(sources)
        } else if let Some(sources) = imported::transfer(&notices) {
            Transfer::Documented(sources)
        } else {
            Transfer::Undocumented(cite(&[Clause::T2, Clause::Hb16]))
        };
        let professional_deadline = Figure::new(year.last_day(), &[Clause::T1]);
        let public_deadline = match &base.public_window {
            Some(window) => Figure::new(window.last_day_for(year), &window.sources),
            None => Figure::new(year.last_day(), &base.total.sources),
        };
        Rule {
            year,
            city,
            provisional,
            professional_deadline,
            public_deadline,
            minutes_per_hour,
            transfer,
            prompt_registration: overlay.map_or_else(Vec::new, |overlay| overlay.prompt_registration.clone()),
            no_stamp_below: overlay.map_or_else(Vec::new, |overlay| overlay.no_stamp_below.clone()),
            platforms_lapse_on: self.platforms_lapse_on.clone(),
            base,
        }
    }

    /// The year's own figures, or those of the newest year before it that is known in the city.
    fn base(&self, year: Year, city: City) -> YearRule {
        let newest = self.years.last().expect("a rulebook has years");
        if let Some(rule) = self.years.iter().find(|rule| rule.from <= year && year <= rule.to) {
            return rule.clone();
        }
        let earlier = self.notices.iter().map(|notice| notice.year).filter(|&other| other < year);
        let known =
            earlier.filter(|&other| other > newest.to && imported::suffice(&self.notices_for(other, city)));
        known.max().map_or_else(|| newest.clone(), |known| self.rule(known, city).base)
    }
}

impl YearRule {
    /// On what the hours that the year asks for rest, each source once.
    pub fn requirement_sources(&self) -> Vec<Source> {
        let figures = [Some(&self.total), self.professional.as_ref(), self.public_minimum.as_ref()];
        distinct(figures.into_iter().flatten().flat_map(|figure| figure.sources.iter().cloned()))
    }

    /// For a year without an official notice: everything rests on a presumption of the tool first.
    fn rest_on(&mut self, presumption: Clause) {
        let presume = |sources: &mut Vec<Source>| sources.insert(0, presumption.into());
        presume(&mut self.total.sources);
        self.professional.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.public_minimum.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.minutes_per_hour.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.base_ceiling.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.named_public_routes.iter_mut().for_each(|figure| presume(&mut figure.sources));
        self.public_window.iter_mut().for_each(|window| presume(&mut window.sources));
        let conditions =
            [&mut self.exam, &mut self.courseware, &mut self.conversion, &mut self.forms, &mut self.filing];
        conditions.into_iter().filter(|sources| !sources.is_empty()).for_each(presume);
    }
}
