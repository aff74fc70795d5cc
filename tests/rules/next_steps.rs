//! What is still needed: what, by when, how fast, by which routes.

use xueshi::rules::clause::Clause;
use xueshi::rules::steps::{Step, StepKind, Way, pace_per_week, steps};
use xueshi::rules::*;

use crate::notation::*;

const DAY: &str = "2026-12-01";

fn kinds(steps: &[Step]) -> Vec<(StepKind, Hours)> {
    steps.iter().map(|step| (step.kind, step.hours)).collect()
}

#[test]
fn steps_say_what_by_when_how_fast_and_by_which_routes() {
    let year = assess(LUAN, 2026, "2026-11-21", "2026-03-01 专业 40 培训; 2026-04-01 公需 20 安徽大学 合格");
    let steps = steps(&year);
    // 90 − 60 − 20 professional leaves 10 of either kind.
    assert_eq!(kinds(&steps), [(StepKind::Professional, hours("20")), (StepKind::Any, hours("10"))]);
    // 9 days of November and 31 of December; 20 × 7 ÷ 40 = 3.5.
    let professional = &steps[0];
    assert_eq!((professional.last_day, professional.days_left), (date("2026-12-31"), 40));
    assert_eq!(professional.pace_per_week, hours("3.5"));
    assert_eq!(professional.sources, [Clause::La4, Clause::T1]);
    let ways: Vec<Way> = professional.routes.iter().map(|route| route.way).collect();
    assert_eq!(ways, [Way::ProfessionalStudy, Way::Conversion]);
    assert_eq!(professional.routes[0].sources, [Clause::Ah2, Clause::Ah8]);
    // 40 + 151 days to 31 May; 10 × 7 ÷ 191 = 0.37, rounded up.
    let any = &steps[1];
    assert_eq!((any.last_day, any.days_left), (date("2027-05-31"), 191));
    assert_eq!(any.pace_per_week, hours("0.4"));
    assert_eq!(any.sources, [Clause::La4, Clause::Ah9, Clause::T10]);
    // Of the bases' 30, 20 are used. Conversion and surplus end with the year.
    let year_end = Some(date("2026-12-31"));
    let routes: Vec<_> =
        any.routes.iter().map(|route| (route.way, route.until, route.sources.clone())).collect();
    assert_eq!(
        routes,
        [
            (Way::Bases { left: Some(hours("10")) }, None, cite(&[Clause::Ah5])),
            (Way::Courseware, None, cite(&[Clause::Ah6])),
            (Way::Conversion, year_end, cite(&[Clause::Ah4])),
            (Way::Surplus { documented: false }, year_end, cite(&[Clause::T2, Clause::Hb16])),
        ]
    );
}

#[test]
fn after_new_year_only_public_study_is_left() {
    let lines = "2026-03-01 专业 40 培训; 2026-04-01 公需 30 安徽大学 合格";
    let left = steps(&assess(LUAN, 2026, "2027-01-01", lines));
    // The professional 20 can no longer be earned: no step. 70 + 20 = 90, so nothing else either.
    assert!(left.is_empty());
    let lines = "2026-03-01 专业 60 培训; 2026-04-01 公需 25 安徽大学 合格";
    let left = steps(&assess(LUAN, 2026, "2027-01-01", lines));
    assert_eq!(kinds(&left), [(StepKind::Public, hours("5"))]);
    let ways: Vec<_> = left[0].routes.iter().map(|route| (route.way, route.until)).collect();
    assert_eq!(ways, [(Way::Bases { left: Some(hours("5")) }, None), (Way::Courseware, None)]);
    // On the last day all of it is due at once; a day later there is nothing to do.
    let last = steps(&assess(LUAN, 2026, "2027-05-31", lines));
    assert_eq!((last[0].days_left, last[0].pace_per_week), (0, hours("5")));
    assert!(steps(&assess(LUAN, 2026, "2027-06-01", lines)).is_empty());
}

#[test]
fn a_closed_year_still_lists_what_the_average_could_use() {
    let lines = "2026-03-01 专业 40 培训";
    let year = assess(LUAN, 2026, "2027-02-01", lines);
    assert_eq!(year.verdict, Verdict::Closed);
    assert_eq!(kinds(&steps(&year)), [(StepKind::Public, hours("30"))]);
}

#[test]
fn in_2024_public_hours_are_a_step_of_their_own_by_any_route() {
    let year = assess(LUAN, 2024, "2024-11-01", "2024-03-01 专业 60 培训; 2024-04-01 公需 10 安徽大学 合格");
    let left = steps(&year);
    assert_eq!(kinds(&left), [(StepKind::Public, hours("20"))]);
    assert_eq!(left[0].sources, [Clause::S2, Clause::S3, Clause::T6]);
    let routes: Vec<_> = left[0].routes.iter().map(|route| (route.way, route.until)).collect();
    // No notice ties public hours to named routes yet, and no ceiling of the bases is known.
    let (bases, year_end) = (Way::Bases { left: None }, Some(date("2024-12-31")));
    assert_eq!(
        routes,
        [(bases, None), (Way::Courseware, None), (Way::Class, None), (Way::Conversion, year_end)]
    );
    // After New Year the class goes on (any study, T-6), the conversion does not.
    let later = assess(LUAN, 2024, "2025-01-01", "2024-03-01 专业 60 培训; 2024-04-01 公需 10 安徽大学 合格");
    let routes: Vec<Way> = steps(&later)[0].routes.iter().map(|route| route.way).collect();
    assert_eq!(routes, [bases, Way::Courseware, Way::Class]);
}

#[test]
fn a_way_that_ends_with_its_step_names_no_day_of_its_own() {
    // Before 2016 everything ends with the year, and so does conversion.
    let year = assess(OTHER, 2015, "2015-12-01", "");
    let left = steps(&year);
    assert_eq!(kinds(&left), [(StepKind::Any, hours("72"))]);
    let routes: Vec<_> = left[0].routes.iter().map(|route| (route.way, route.until)).collect();
    let bases = Way::Bases { left: None };
    assert_eq!(routes, [(bases, None), (Way::Courseware, None), (Way::Class, None), (Way::Conversion, None)]);
    // A rulebook whose public study ended with the year would say the same of the surplus.
    let mut rule = rule(LUAN, 2026);
    rule.base.public_window = None;
    rule.public_deadline.value = date("2026-12-31");
    let entries = book("2026-03-01 专业 60 培训");
    let year = Ledger::new(&entries, &[]).assess(rule, date(DAY), View::Earned);
    let surplus = steps(&year)[0].routes.last().map(|route| (route.way, route.until));
    assert_eq!(surplus, Some((Way::Surplus { documented: false }, None)));
}

#[test]
fn a_step_in_huaibei_offers_the_documented_surplus() {
    let lines = "2025-03-01 专业 60 培训; 2025-04-01 公需 29.5 安徽大学 合格";
    let left = steps(&assess(HUAIBEI, 2025, "2025-11-01", lines));
    assert_eq!(left[0].routes[0].way, Way::Bases { left: Some(hours("0.5")) });
    let surplus = left[0].routes.last().expect("a last route");
    assert_eq!((surplus.way, surplus.until), (Way::Surplus { documented: true }, Some(date("2025-12-31"))));
    assert_eq!(surplus.sources, [Clause::Hb16, Clause::T2]);
}

#[test]
fn bases_whose_hours_are_used_up_are_no_open_route() {
    // With the 30 of the notices this cannot come about (60 + 30 is all that is asked), so another
    // ceiling is laid into the rulebook: of 20, all are used, and 10 of either kind lack.
    let mut rule = rule(LUAN, 2026);
    rule.base.base_ceiling.as_mut().expect("a ceiling").value = hours("20");
    let entries = book("2026-03-01 专业 60 培训; 2026-04-01 公需 25 安徽大学 合格");
    let assess = |rule| Ledger::new(&entries, &[]).assess(rule, date(DAY), View::Earned);
    let ways: Vec<Way> = steps(&assess(rule.clone()))[0].routes.iter().map(|route| route.way).collect();
    assert_eq!(ways, [Way::Courseware, Way::Conversion, Way::Surplus { documented: false }]);
    rule.base.base_ceiling.as_mut().expect("a ceiling").value = hours("25.01");
    assert_eq!(steps(&assess(rule))[0].routes[0].way, Way::Bases { left: Some(hours("0.01")) });
}

#[test]
fn the_pace_is_rounded_up_to_tenths_and_never_above_what_is_left() {
    // 10 × 7 ÷ 30 = 2.33; 30 × 7 ÷ 70 = 3 exactly; the last week is one week.
    for (amount, days, pace) in [
        ("10", 30, "2.4"),
        ("30", 70, "3"),
        ("10", 7, "10"),
        ("10", 3, "10"),
        ("10", 0, "10"),
        ("0.05", 60, "0.05"),
        ("10", 8, "8.8"),
        ("1", 365, "0.1"),
    ] {
        assert_eq!(pace_per_week(hours(amount), days), hours(pace), "{amount} in {days} days");
    }
}

#[test]
fn nothing_needed_is_no_step() {
    assert!(steps(&assess(LUAN, 2026, DAY, "2026-03-01 专业 90 培训")).is_empty());
}
