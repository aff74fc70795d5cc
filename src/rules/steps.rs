//! What is still needed: the fewest hours that reach the verdict, by when, by which routes.

use super::date::{Date, days_until};
use super::entry::{Route, coded};
use super::hours::Hours;
use super::rulebook::Transfer;
use super::source::{Source, distinct};
use super::year::Assessment;
use crate::order::sort_by_key;

coded! {
    /// Which hours a step asks for.
    StepKind {
        Professional = "professional",
        Public = "public",
        /// Professional or public, as the person likes.
        Any = "any",
    }
}

/// One thing to do. A step whose last day is over is none: it is not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub kind: StepKind,
    pub hours: Hours,
    pub last_day: Date,
    /// 0 on the last day.
    pub days_left: i64,
    /// Hours a week from today on, rounded up to one decimal, so that it never falls short.
    pub pace_per_week: Hours,
    pub routes: Vec<OpenRoute>,
    /// Why it is needed, and why by that day.
    pub sources: Vec<Source>,
}

/// A way to earn the hours of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRoute {
    pub way: Way,
    /// The last day of this way, when it is earlier than the step's.
    pub until: Option<Date>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Professional study in any of the seven forms, filed beforehand.
    ProfessionalStudy,
    /// The four bases, with what is left of their common ceiling (`None`: no ceiling known).
    Bases {
        left: Option<Hours>,
    },
    Courseware,
    /// A class or an activity, where the year's notice does not tie public hours to named routes.
    Class,
    Conversion,
    /// Surplus professional hours in place of public ones.
    Surplus {
        documented: bool,
    },
}

/// The steps, the earliest last day first.
pub fn steps(assessment: &Assessment) -> Vec<Step> {
    let Assessment { rule, needs, today, .. } = assessment;
    let year_end = rule.professional_deadline.value;
    let public_end = rule.public_deadline.value;
    let year_open = *today <= year_end;
    let mut steps = Vec::new();
    if !needs.professional.is_zero() && year_open {
        let sources = rule.base.professional.as_ref().map_or(&[] as &[Source], |figure| &figure.sources);
        let sources = [sources, &rule.professional_deadline.sources].concat();
        let routes = professional_routes(assessment);
        steps.push(step(*today, StepKind::Professional, needs.professional, year_end, routes, sources));
    }
    if *today > public_end {
        return steps;
    }
    let window = &rule.public_deadline.sources;
    let public_minimum = rule.base.public_minimum.as_ref();
    // Once the year is over, hours of either kind can only be public ones: one step for both.
    let (public, any) =
        if year_open { (needs.public, needs.any) } else { (needs.public + needs.any, Hours::ZERO) };
    if !public.is_zero() {
        let why = public_minimum.map_or(&rule.base.total.sources, |figure| &figure.sources);
        let routes = public_routes(assessment);
        steps.push(step(*today, StepKind::Public, public, public_end, routes, [&why[..], window].concat()));
    }
    if !any.is_zero() {
        let mut routes = public_routes(assessment);
        routes.extend(surplus_route(assessment));
        let sources = [&rule.base.total.sources[..], window].concat();
        steps.push(step(*today, StepKind::Any, any, public_end, routes, sources));
    }
    sort_by_key(&mut steps, |step| step.last_day);
    steps
}

fn step(
    today: Date,
    kind: StepKind,
    hours: Hours,
    last_day: Date,
    routes: Vec<OpenRoute>,
    sources: Vec<Source>,
) -> Step {
    let days_left = days_until(today, last_day);
    Step {
        kind,
        hours,
        last_day,
        days_left,
        pace_per_week: pace_per_week(hours, days_left),
        routes,
        sources: distinct(sources),
    }
}

/// `hours × 7 ÷ days`, rounded up to tenths; within the last week, all of it.
pub fn pace_per_week(hours: Hours, days_left: i64) -> Hours {
    let days = u64::try_from(days_left).unwrap_or(0).max(7);
    let tenths = (hours.hundredths() * 7).div_ceil(days * 10);
    Hours::from_hundredths(tenths * 10).min(hours)
}

/// The same for a month of 365/12 days; within the last 31 days, all of it.
pub fn pace_per_month(hours: Hours, days_left: i64) -> Hours {
    let days = u64::try_from(days_left).unwrap_or(0);
    if days <= 31 {
        return hours;
    }
    let tenths = (hours.hundredths() * 365).div_ceil(days * 12 * 10);
    Hours::from_hundredths(tenths * 10).min(hours)
}

fn professional_routes(assessment: &Assessment) -> Vec<OpenRoute> {
    let base = &assessment.rule.base;
    let study = [&base.forms[..], &base.filing].concat();
    vec![
        OpenRoute { way: Way::ProfessionalStudy, until: None, sources: study },
        OpenRoute { way: Way::Conversion, until: None, sources: base.conversion.clone() },
    ]
}

fn public_routes(assessment: &Assessment) -> Vec<OpenRoute> {
    let Assessment { rule, today, .. } = assessment;
    let year_open = *today <= rule.year.last_day();
    let early = (rule.public_deadline.value > rule.year.last_day()).then(|| rule.year.last_day());
    let mut routes = Vec::new();
    let left = rule.base.base_ceiling.as_ref().map(|ceiling| ceiling.value - assessment.from_bases);
    if left.is_none_or(|left| !left.is_zero()) {
        routes.push(OpenRoute { way: Way::Bases { left }, until: None, sources: rule.base.exam.clone() });
    }
    routes.push(OpenRoute { way: Way::Courseware, until: None, sources: rule.base.courseware.clone() });
    let in_window =
        |route| rule.base.public_window.as_ref().is_some_and(|window| window.routes.contains(&route));
    if rule.base.named_public_routes.is_none() && (year_open || in_window(Route::Class)) {
        let until = if in_window(Route::Class) { None } else { early };
        routes.push(OpenRoute { way: Way::Class, until, sources: rule.base.forms.clone() });
    }
    if year_open {
        let sources = rule.base.conversion.clone();
        routes.push(OpenRoute { way: Way::Conversion, until: early, sources });
    }
    routes
}

/// Professional hours beyond the requirement, while the year is open and a transfer is computed.
fn surplus_route(assessment: &Assessment) -> Option<OpenRoute> {
    let rule = &assessment.rule;
    let documented = match &rule.transfer {
        Transfer::None => return None,
        Transfer::Undocumented(_) => false,
        Transfer::Documented(_) => true,
    };
    let until = (rule.public_deadline.value > rule.year.last_day()).then(|| rule.year.last_day());
    let sources = rule.transfer.sources().to_vec();
    Some(OpenRoute { way: Way::Surplus { documented }, until, sources })
}
