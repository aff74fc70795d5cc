//! The fewest hours that reach a year's verdict, as a plan: what, how much, by when, which way.
//!
//! The [`steps`] say what is missing; this makes items of them that can be carried out.

use super::conversion::Offer;
use super::date::{Date, Year};
use super::entry::{
    Base, ConversionUse, Entry, EntryId, Filing, Form, Outcome, Route, Status, Subject, coded,
};
use super::hours::Hours;
use super::rulebook::Transfer;
use super::source::Source;
use super::steps::{Step, StepKind, Way, steps};
use super::year::Assessment;

coded! {
    /// How the hours of one item are to be come by.
    ItemKind {
        /// Professional study in any of the forms.
        Professional = "professional",
        /// Professional study beyond the requirement, in place of public hours.
        Surplus = "surplus",
        /// The four online bases, up to what is left of their ceiling.
        Bases = "bases",
        Courseware = "courseware",
        /// A class or an activity, where the year ties public hours to no route.
        Class = "class",
        /// An achievement, by a rule of the person's own.
        Conversion = "conversion",
    }
}

coded! {
    /// Which way is suggested where there is more than one.
    Prefer {
        /// The four bases, then courseware.
        Public = "public",
        /// Surplus professional hours, where a notice documents that they may stand in.
        Surplus = "surplus",
        /// Whole units by the person's conversion rules, and study for the rest.
        Conversion = "conversion",
        /// A class or an activity for public hours, where the year names no routes.
        Class = "class",
    }
}

/// One entry to plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The attribution year.
    pub year: Year,
    pub kind: ItemKind,
    pub hours: Hours,
    /// The last day on which it still helps.
    pub by: Date,
    pub subject: Subject,
    /// The base to study on, for [`ItemKind::Bases`].
    pub base: Option<Base>,
    /// The rule and how many units, for [`ItemKind::Conversion`].
    pub conversion: Option<ConversionUse>,
    pub sources: Vec<Source>,
}

/// What a year still asks of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Nothing: the hours are enough.
    Enough,
    /// These items, the earliest day first; their hours are the fewest that reach the verdict.
    Open(Vec<Item>),
    /// Something is missing that can no longer be earned.
    Closed,
}

impl Outlook {
    pub fn items(&self) -> &[Item] {
        match self {
            Outlook::Open(items) => items,
            Outlook::Enough | Outlook::Closed => &[],
        }
    }
}

/// Whether surplus professional hours could stand in for some of what is missing: `Some(true)`
/// where a notice documents it, `Some(false)` where the window must be asked first.
pub fn surplus(assessment: &Assessment) -> Option<bool> {
    let in_time = assessment.today <= assessment.rule.professional_deadline.value;
    match &assessment.rule.transfer {
        _ if assessment.needs.any.is_zero() || !in_time => None,
        Transfer::None => None,
        Transfer::Undocumented(_) => Some(false),
        Transfer::Documented(_) => Some(true),
    }
}

/// The ways that a person can prefer here, the usual one first.
pub fn preferences(assessment: &Assessment) -> Vec<Prefer> {
    let mut found = vec![Prefer::Public];
    if surplus(assessment) == Some(true) {
        found.push(Prefer::Surplus);
    }
    for prefer in [Prefer::Conversion, Prefer::Class] {
        let kind = if prefer == Prefer::Class { ItemKind::Class } else { ItemKind::Conversion };
        if suggest(assessment, prefer).items().iter().any(|item| item.kind == kind) {
            found.push(prefer);
        }
    }
    found
}

/// The smallest set of hours that reaches the verdict, given what the assessment counts: with the
/// plan, when that is assessed. Public hours go to the four bases first, then to courseware.
pub fn suggest(assessment: &Assessment, prefer: Prefer) -> Outlook {
    let Assessment { rule, needs, today, .. } = assessment;
    if needs.sum().is_zero() {
        return Outlook::Enough;
    }
    let professional_over = !needs.professional.is_zero() && *today > rule.professional_deadline.value;
    if professional_over || *today > rule.public_deadline.value {
        return Outlook::Closed;
    }
    let instead = prefer == Prefer::Surplus && surplus(assessment) == Some(true);
    let mut items = Vec::new();
    let mut bases_used = Hours::ZERO;
    let mut offers = assessment.offers.clone();
    // More hours at once first: then the rest is least.
    crate::order::sort_by_key(&mut offers, |offer| std::cmp::Reverse(offer.each));
    for mut step in steps(assessment) {
        if prefer == Prefer::Conversion {
            items.extend(conversions(assessment, &mut step, &mut offers));
        }
        match step.kind {
            _ if step.hours.is_zero() => {}
            StepKind::Professional => items.push(professional(assessment, &step, ItemKind::Professional)),
            StepKind::Any if instead => items.push(professional(assessment, &step, ItemKind::Surplus)),
            StepKind::Public | StepKind::Any => match class(assessment, &step) {
                Some(class) if prefer == Prefer::Class => items.push(class),
                _ => items.extend(public(assessment, &step, &mut bases_used)),
            },
        }
    }
    crate::order::sort_by_key(&mut items, |item| (item.by, item.kind));
    Outlook::Open(items)
}

/// The plan for both years that are open: the previous year's window closes first.
pub fn suggest_for(years: &[&Assessment], prefer: Prefer) -> Vec<Item> {
    let mut items: Vec<Item> = years.iter().flat_map(|year| suggest(year, prefer).items().to_vec()).collect();
    crate::order::sort_by_key(&mut items, |item| (item.year, item.by, item.kind));
    items
}

fn professional(assessment: &Assessment, step: &Step, kind: ItemKind) -> Item {
    let rule = &assessment.rule;
    let why = if kind == ItemKind::Surplus { rule.transfer.sources() } else { &step.sources };
    Item {
        year: rule.year,
        kind,
        hours: step.hours,
        by: rule.professional_deadline.value,
        subject: Subject::Professional,
        base: None,
        conversion: None,
        sources: why.to_vec(),
    }
}

fn public<'a>(
    assessment: &'a Assessment,
    step: &'a Step,
    bases_used: &mut Hours,
) -> impl Iterator<Item = Item> + 'a {
    let bases = step.routes.iter().find_map(|route| match route.way {
        Way::Bases { left } => Some(left.map_or(step.hours, |left| (left - *bases_used).min(step.hours))),
        _ => None,
    });
    let on_bases = bases.unwrap_or(Hours::ZERO);
    *bases_used += on_bases;
    let base = &assessment.rule.base;
    [
        (ItemKind::Bases, on_bases, Some(next_base(assessment)), &base.exam),
        (ItemKind::Courseware, step.hours - on_bases, None, &base.courseware),
    ]
    .into_iter()
    .filter(|(_, hours, ..)| !hours.is_zero())
    .map(move |(kind, hours, base, sources)| Item {
        year: assessment.rule.year,
        kind,
        hours,
        by: step.last_day,
        subject: Subject::Public,
        base,
        conversion: None,
        sources: [&sources[..], &assessment.rule.public_deadline.sources].concat(),
    })
}

/// All hours of the step as one class, where that is an open route.
fn class(assessment: &Assessment, step: &Step) -> Option<Item> {
    let route = step.routes.iter().find(|route| route.way == Way::Class)?;
    Some(Item {
        year: assessment.rule.year,
        kind: ItemKind::Class,
        hours: step.hours,
        by: route.until.unwrap_or(step.last_day),
        subject: Subject::Public,
        base: None,
        conversion: None,
        sources: [&route.sources[..], &step.sources].concat(),
    })
}

/// Whole units by the person's rules, as many as the step takes; they leave the step.
fn conversions(assessment: &Assessment, step: &mut Step, offers: &mut [Offer]) -> Vec<Item> {
    let Some(route) = step.routes.iter().find(|route| route.way == Way::Conversion) else { return vec![] };
    let subject = match step.kind {
        StepKind::Professional => Subject::Professional,
        StepKind::Public | StepKind::Any => Subject::Public,
    };
    let mut items = Vec::new();
    for offer in offers.iter_mut().filter(|offer| offer.gives(subject)) {
        let units = offer.units_within(step.hours);
        if units == 0 {
            continue;
        }
        let hours = Hours::from_hundredths(offer.each.hundredths() * units);
        step.hours = step.hours - hours;
        offer.left = offer.left.map(|left| left - hours);
        items.push(Item {
            year: assessment.rule.year,
            kind: ItemKind::Conversion,
            hours,
            by: route.until.unwrap_or(step.last_day),
            subject,
            base: None,
            conversion: Some(ConversionUse { rule: offer.rule.clone(), quantity: Some(Hours::whole(units)) }),
            sources: route.sources.clone(),
        });
    }
    items
}

/// The first of the four bases on which nothing was studied for this year.
fn next_base(assessment: &Assessment) -> Base {
    let used = |base: &&Base| assessment.lines.iter().any(|line| line.route == Route::Base(**base));
    *Base::ALL.iter().find(|base| !used(base)).unwrap_or(&Base::AhOpenUniversity)
}

impl Item {
    /// The entry that plans it, on its last day.
    pub fn as_planned(&self, id: EntryId, title: String) -> Entry {
        let (form, route) = match (self.kind, self.base) {
            (ItemKind::Professional | ItemKind::Surplus | ItemKind::Class, _) => (Form::Class, Route::Class),
            (ItemKind::Conversion, _) => (Form::Research, Route::Conversion),
            (ItemKind::Courseware, _) | (_, None) => (Form::Online, Route::Courseware),
            (ItemKind::Bases, Some(base)) => (Form::Online, Route::Base(base)),
        };
        Entry {
            id,
            year: self.year,
            title,
            subject: self.subject,
            form,
            route,
            organiser: String::new(),
            start: None,
            end: self.by,
            hours: self.hours,
            outcome: Outcome::NotAssessed,
            certificate: String::new(),
            status: Status::Planned,
            filing: Filing::Unknown,
            conversion: self.conversion.clone(),
            evidence: String::new(),
            remarks: String::new(),
        }
    }
}
