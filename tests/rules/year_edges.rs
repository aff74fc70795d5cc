//! One year at its edges: deadlines to the day, every reason, every verdict, every warning, the
//! steps, the plan, and the year an entry is proposed for.

use xueshi::rules::attribution::earlier_year;
use xueshi::rules::clause::Clause;
use xueshi::rules::steps::{Step, StepKind, Way, pace_per_week, steps};
use xueshi::rules::year::{Reason, WarningCode};
use xueshi::rules::*;

use crate::notation::*;

const DAY: &str = "2026-12-01";

// Deadlines.

#[test]
fn a_missing_professional_hour_closes_the_year_on_new_year_s_day() {
    let lines = "2025-03-01 专业 59 培训; 2025-04-01 公需 30 课件";
    for (today, verdict) in [("2025-12-31", Verdict::Short), ("2026-01-01", Verdict::Closed)] {
        assert_eq!(assess(HUAIBEI, 2025, today, lines).verdict, verdict, "{today}");
    }
}

#[test]
fn a_missing_public_hour_closes_the_year_on_the_first_of_june() {
    for (year, next) in [(2016, 2017), (2024, 2025), (2025, 2026), (2026, 2027)] {
        let lines = format!("{year}-03-01 专业 60 培训; {year}-04-01 公需 29 课件");
        for (today, verdict) in [("05-31", Verdict::Short), ("06-01", Verdict::Closed)] {
            let today = format!("{next}-{today}");
            assert_eq!(assess(LUAN, year, &today, &lines).verdict, verdict, "{year} on {today}");
        }
    }
}

#[test]
fn before_2016_everything_is_due_by_31_december() {
    let lines = "2015-03-01 公需 71 课件; 2015: 2016-01-01 公需 9 课件";
    let year = assess(OTHER, 2015, "2015-12-31", lines);
    assert_eq!(figures(&year), "0+71=71 transfer 0 needs 0/0/1 short");
    assert_eq!(lost(&year), "2: 9 outside-window");
    assert_eq!(assess(OTHER, 2015, "2016-01-01", lines).verdict, Verdict::Closed);
}

#[test]
fn the_first_and_the_last_day_of_the_year_belong_to_it() {
    let lines = "2026: 2025-12-31 专业 1 培训; 2026-01-01 专业 2 培训; 2026-12-31 专业 4 培训
                 2026: 2027-01-01 专业 8 培训";
    let year = assess(LUAN, 2026, "2027-02-01", lines);
    assert_eq!((year.total, lost(&year).as_str()), (hours("6"), "1: 1 outside-window; 4: 8 outside-window"));
}

#[test]
fn the_window_never_opens_before_the_year() {
    let year = assess(LUAN, 2026, DAY, "2026: 2025-12-31 公需 5 课件");
    assert_eq!(lost(&year), "1: 5 outside-window");
}

#[test]
fn the_window_asks_for_the_route_and_not_for_the_form() {
    // 2025: a class in February is no online study, whatever form is noted beside it.
    let year = assess(HUAIBEI, 2025, "2026-03-01", "2025: 2026-02-01 公需 10 培训 形式=3");
    assert_eq!(lost(&year), "1: 10 outside-window");
    // 2026: any public study, and the class is warned about as a route that no notice names.
    let year = assess(LUAN, 2026, "2027-03-01", "2026: 2027-02-01 公需 10 培训");
    assert_eq!((year.total, warned(&year, WarningCode::PublicRouteUnnamed)), (hours("10"), Some(vec![1])));
    // A conversion goes by the day of the achievement.
    for (city, year) in [(HUAIBEI, 2025), (LUAN, 2026), (LUAN, 2024)] {
        let line = format!("{year}: {}-01-10 公需 10 折算", year + 1);
        assert_eq!(lost(&assess(city, year, "2027-02-01", &line)), "1: 10 outside-window", "{year}");
    }
}

// Reasons.

#[test]
fn each_reason_names_its_hours_and_its_clauses() {
    let lines = "2026: 2025-05-01 公需 1 课件
                 2026-03-01 公需 2 安徽大学
                 2026-03-02 公需 4 其他平台
                 2026-03-03 公需 38 安徽大学 合格
                 2026-03-04 专业 16 折算 规则=论文";
    let year = assess_capped(LUAN, 2026, DAY, &[("论文", 10)], lines);
    assert_eq!(
        lost(&year),
        "1: 1 outside-window; 2: 2 exam-not-passed; 3: 4 platform-lapsed-or-unlisted; \
         4: 8 over-online-ceiling; 5: 6 conversion-cap"
    );
    let reasons: Vec<Reason> =
        year.lines.iter().filter_map(|line| Some(line.uncounted.as_ref()?.reason)).collect();
    assert_eq!(reasons, Reason::ALL);
    // 1 + 2 + 4 + 8 + 6 = 21 of 61.
    assert_eq!((year.raw.total(), year.uncounted, year.total), (hours("61"), hours("21"), hours("40")));
    assert_eq!(lost_sources(&year, 4), [Clause::Ah4]);
}

#[test]
fn the_first_reason_in_the_order_of_the_rules_is_the_one_given() {
    // Out of the window and failed and on a lapsed platform: the date is asked first.
    let year = assess(LUAN, 2026, DAY, "2026: 2025-07-01 公需 5 其他平台 不合格");
    assert_eq!(lost(&year), "1: 5 outside-window");
}

#[test]
fn what_does_not_count_takes_no_room_under_a_ceiling() {
    let lines = "2026-03-01 公需 30 安徽大学; 2026: 2025-03-01 公需 30 安徽大学 合格; 2026-04-01 公需 30 安徽大学 合格";
    let year = assess(LUAN, 2026, DAY, lines);
    assert_eq!((year.total, year.from_bases), (hours("30"), hours("30")));
    let lines = "2026: 2025-03-01 专业 10 折算 规则=论文; 2026-03-01 专业 10 折算 规则=论文 计划; 2026-03-02 专业 10 折算 规则=论文";
    let year = assess_capped(LUAN, 2026, DAY, &[("论文", 10)], lines);
    assert_eq!(year.total, hours("10"));
}

#[test]
fn the_ceiling_cuts_the_entry_finished_last_whatever_the_order_of_the_book() {
    let lines = ["2026-05-03 公需 20 安徽大学 合格", "2026-05-01 公需 20 安徽大学 合格"];
    let year = assess(LUAN, 2026, DAY, &lines.join(";"));
    // The line written first was finished last.
    assert_eq!(lost(&year), "1: 10 over-online-ceiling");
    assert_eq!(year.lines.iter().map(|line| line.entry.0).collect::<Vec<_>>(), [2, 1]);
    let turned = assess(LUAN, 2026, DAY, &[lines[1], lines[0]].join(";"));
    assert_eq!(lost(&turned), "2: 10 over-online-ceiling");
    // On one day, with one title and as many hours, the id decides.
    let same = "2026-05-01 公需 20 安徽大学 合格; 2026-05-01 公需 20 安徽大学 合格";
    assert_eq!(lost(&assess(LUAN, 2026, DAY, same)), "2: 10 over-online-ceiling");
}

#[test]
fn professional_hours_at_a_base_need_no_exam_and_know_no_ceiling() {
    let year = assess(LUAN, 2026, DAY, "2026-05-01 专业 60 安徽大学; 2026-05-02 公需 30 安徽大学 合格");
    assert_eq!(figures(&year), "60+30=90 transfer 0 needs 0/0/0 met");
    assert_eq!(year.from_bases, hours("30"));
}

#[test]
fn a_conversion_cap_holds_within_each_year_by_itself() {
    let lines = "2025-03-01 专业 15 折算 规则=论文; 2025-04-01 专业 15 折算 规则=论文
                 2026-03-01 专业 15 折算 规则=论文; 2026-04-01 专业 3 折算 规则=专利; 2026-05-01 专业 9 折算";
    let caps = [("论文", 20)];
    let year = assess_capped(LUAN, 2025, DAY, &caps, lines);
    assert_eq!((year.total, lost(&year).as_str()), (hours("20"), "2: 10 conversion-cap"));
    // 2026 starts anew; a rule that is not in the book, or none at all, has no cap.
    let year = assess_capped(LUAN, 2026, DAY, &caps, lines);
    assert_eq!((year.total, lost(&year).as_str()), (hours("27"), ""));
    // A rule whose cap is not known cuts nothing.
    let entries = book("2026-03-01 专业 500 折算 规则=论文");
    let rules = [ConversionRule { cap_per_year: None, ..conversion_rule("论文", 1) }];
    let year = Ledger::new(&entries, &rules).assess(rule(LUAN, 2026), date(DAY), View::Earned);
    assert_eq!(year.total, hours("500"));
}

#[test]
fn a_cap_that_both_subjects_share_is_filled_in_order_of_completion() {
    let lines = "2026-03-01 公需 15 折算 规则=论文; 2026-04-01 专业 15 折算 规则=论文";
    let year = assess_capped(LUAN, 2026, DAY, &[("论文", 20)], lines);
    assert_eq!((year.counted.public, year.counted.professional), (hours("15"), hours("5")));
}

#[test]
fn a_cap_binds_conversions_only() {
    let year = assess_capped(LUAN, 2026, DAY, &[("论文", 1)], "2026-03-01 专业 15 培训 规则=论文");
    assert_eq!(year.total, hours("15"));
}

#[test]
fn another_platform_counts_to_the_end_of_may_2025_whatever_the_year_claimed() {
    // For 2024, finished within its presumed window, the last day before the platforms lapsed.
    let year = assess(OTHER, 2024, DAY, "2024: 2025-05-31 公需 10 其他平台");
    assert_eq!((year.total, warned(&year, WarningCode::WindowUnknown)), (hours("10"), Some(vec![1])));
    assert_eq!(assess(OTHER, 2020, DAY, "2020-06-30 公需 10 其他平台").total, hours("10"));
    for (year, end, counted) in
        [(2025, "2025-05-31", "10"), (2025, "2025-06-01", "0"), (2026, "2026-03-01", "0")]
    {
        let line = format!("{year}: {end} 公需 10 其他平台 合格");
        assert_eq!(assess(OTHER, year, DAY, &line).total, hours(counted), "{end}");
    }
}

// Verdicts.

#[test]
fn each_verdict_has_its_year() {
    for (city, year, today, professional, verdict) in [
        (HUAIBEI, 2025, "2025-12-01", 90, Verdict::Met),
        // The same hours elsewhere or in another year: the transfer is stated in no notice in hand.
        (LUAN, 2025, "2025-12-01", 90, Verdict::MetWithCaution),
        (HUAIBEI, 2026, "2026-12-01", 90, Verdict::MetWithCaution),
        (HUAIBEI, 2025, "2025-12-01", 89, Verdict::Short),
        (HUAIBEI, 2025, "2026-06-01", 89, Verdict::Closed),
        (HUAIBEI, 2027, "2027-12-01", 90, Verdict::Provisional),
        (HUAIBEI, 2027, "2029-12-01", 1, Verdict::Provisional),
    ] {
        let lines = format!("{year}-03-01 专业 {professional} 培训");
        assert_eq!(assess(city, year, today, &lines).verdict, verdict, "{city:?} {year} {today}");
    }
    assert_eq!(Verdict::ALL.len(), 5);
    assert!(Verdict::ALL.iter().filter(|verdict| verdict.is_met()).count() == 2);
}

#[test]
fn an_empty_year_lacks_sixty_professional_and_thirty_more() {
    assert_eq!(figures(&assess(LUAN, 2026, DAY, "")), "0+0=0 transfer 0 needs 60/0/30 short");
    assert_eq!(figures(&assess(LUAN, 2020, DAY, "")), "0+0=0 transfer 0 needs 60/30/0 closed");
    assert_eq!(figures(&assess(LUAN, 2010, DAY, "")), "0+0=0 transfer 0 needs 0/0/72 closed");
}

#[test]
fn surplus_and_public_hours_together_reach_the_total() {
    // 62 + 27 = 89: two surplus hours stand in, one more is missing, of either kind.
    let year = assess(HUAIBEI, 2025, "2025-12-01", "2025-03-01 专业 62 培训; 2025-03-02 公需 27 课件");
    assert_eq!(figures(&year), "62+27=89 transfer 2 needs 0/0/1 short");
    // Surplus beyond what the public part lacks stays where it is.
    let year = assess(HUAIBEI, 2025, "2025-12-01", "2025-03-01 专业 80 培训; 2025-03-02 公需 27 课件");
    assert_eq!(figures(&year), "80+27=107 transfer 3 needs 0/0/0 met");
}

#[test]
fn a_city_without_a_notice_takes_the_province_s_figures() {
    for year in [2010, 2020, 2025, 2026, 2027] {
        let (other, luan) = (rule(OTHER, year), rule(LUAN, year));
        assert_eq!(other.base, luan.base, "{year}");
        assert!(other.prompt_registration.is_empty() && other.no_stamp_below.is_empty(), "{year}");
    }
    assert_eq!(rule(OTHER, 2026).minutes_per_hour.expect("a length").value, 40);
}

#[test]
fn a_later_year_rests_on_presumption_in_every_figure() {
    let rule = rule(HUAIBEI, 2031);
    assert!(rule.provisional);
    assert_eq!(rule.public_deadline.value, date("2032-05-31"));
    let base = rule.base;
    let professional = base.professional.expect("a part");
    for sources in [
        &base.total.sources,
        &professional.sources,
        &base.minutes_per_hour.expect("a length").sources,
        &base.base_ceiling.expect("a ceiling").sources,
        &base.named_public_routes.expect("named").sources,
        &base.public_window.expect("a window").sources,
    ] {
        assert_eq!(sources[0], Clause::T7);
    }
    assert_eq!((base.total.value, professional.value), (hours("90"), hours("60")));
    assert_eq!(Rulebook::shipped().newest_year(), Year::known(2026));
    assert!(!Rulebook::shipped().rule(Year::known(2026), OTHER).provisional);
}

// Warnings. Each code has a test of its own beside its clause; here is that they can all come and
// that they stay away.

#[test]
fn each_warning_comes_when_its_case_does() {
    let seen = [
        assess(LUAN, 2026, DAY, "2026-03-01 专业 61 其他平台 不合格; 2026-03-02 公需 28 培训"),
        assess(LUAN, 2024, DAY, "2024: 2025-03-01 公需 10 课件; 2023: 2025-03-02 公需 10 课件"),
    ];
    for &code in WarningCode::ALL {
        // 61 + 28 = 89: below the requirement, with one surplus hour standing in.
        assert!(seen.iter().any(|year| warned(year, code).is_some()), "{code:?}");
    }
    assert_eq!(warned(&seen[0], WarningCode::OtherPlatformProfessional), Some(vec![1]));
    assert_eq!(warning_sources(&seen[0], WarningCode::OtherPlatformProfessional), [Clause::Hb4, Clause::Ah8]);
    assert_eq!(warned(&seen[0], WarningCode::TransferUndocumented), Some(vec![]));
}

#[test]
fn a_year_in_order_draws_no_warning() {
    let lines = "2026-03-01 专业 60 培训 备案 已登记; 2026-04-01 公需 30 安徽大学 合格 已审验";
    let year = assess(LUAN, 2026, DAY, lines);
    assert_eq!((year.verdict, year.warnings.len()), (Verdict::Met, 0));
    // And an empty one none either: there is nothing to stamp yet.
    assert!(assess(LUAN, 2026, DAY, "").warnings.is_empty());
}

#[test]
fn what_counts_for_nothing_is_listed_and_not_warned_about() {
    let year = assess(LUAN, 2026, DAY, "2026: 2025-03-01 专业 10 其他平台 不合格");
    let about_it: Vec<WarningCode> = year.warnings.iter().map(|warning| warning.code).collect();
    assert_eq!(about_it, [WarningCode::NoStampBelow]);
    assert_eq!(lost(&year), "1: 10 outside-window");
}

#[test]
fn before_2025_no_filing_and_no_route_is_asked_for() {
    let year = assess(LUAN, 2024, DAY, "2024-03-01 专业 60 培训; 2024-03-02 公需 30 培训");
    assert_eq!((year.verdict, year.warnings.len()), (Verdict::Met, 0));
}

#[test]
fn a_plan_for_other_years_spreads_nothing() {
    let lines = "2024: 2026-03-01 公需 5 课件 计划; 2025: 2026-03-02 公需 5 课件";
    assert_eq!(warned(&assess(LUAN, 2025, DAY, lines), WarningCode::SpreadRegistration), None);
}

// The plan.

#[test]
fn planned_hours_are_projected_and_never_mixed_in() {
    let lines =
        "2026-03-01 专业 60 培训; 2026-12-20 公需 20 安徽大学 计划; 2026-12-21 公需 15 安徽大学 计划 不合格";
    let earned = assess(LUAN, 2026, DAY, lines);
    assert_eq!(figures(&earned), "60+0=60 transfer 0 needs 0/0/30 short");
    assert_eq!((earned.planned, earned.uncounted, earned.lines.len()), (hours("35"), Hours::ZERO, 1));
    assert_eq!(earned.raw.total(), hours("60"));
    // As planned, exams passed: 35 of which 30 count, and the projection says so.
    let planned = with_plan(LUAN, 2026, DAY, lines);
    assert_eq!(figures(&planned), "60+30=90 transfer 0 needs 0/0/0 met");
    assert_eq!((lost(&planned).as_str(), planned.planned), ("3: 5 over-online-ceiling", hours("35")));
    // A failed exam that has not been sat is no failure.
    assert_eq!(warned(&planned, WarningCode::FailedButCounted), None);
}

#[test]
fn a_plan_passes_no_exam_of_the_past() {
    let lines = "2026-03-01 公需 20 安徽大学; 2026-12-20 公需 5 安徽大学 计划";
    let planned = with_plan(LUAN, 2026, DAY, lines);
    assert_eq!((planned.total, lost(&planned).as_str()), (hours("5"), "1: 20 exam-not-passed"));
}

// Steps.

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
        any.routes.iter().map(|route| (route.way, route.until, &route.sources[..])).collect();
    assert_eq!(
        routes,
        [
            (Way::Bases { left: Some(hours("10")) }, None, &[Clause::Ah5][..]),
            (Way::Courseware, None, &[Clause::Ah6][..]),
            (Way::Conversion, year_end, &[Clause::Ah4][..]),
            (Way::Surplus { documented: false }, year_end, &[Clause::T2, Clause::Hb16][..]),
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

// The year an entry is proposed for.

fn proposed(city: City, new: &str, lines: &str) -> Option<u16> {
    let entries = book(lines);
    let ledger = Ledger::new(&entries, &[]);
    let rulebook = Rulebook::shipped();
    let new = entry(99, new);
    earlier_year(&new, &ledger, |year| rulebook.rule(year, city), date("2026-04-01")).map(Year::get)
}

#[test]
fn the_earlier_year_is_proposed_while_it_lacks_hours_and_accepts_the_entry() {
    let lacking = "2025-03-01 专业 60 培训; 2025-03-02 公需 10 课件";
    let new = "2026-03-05 公需 20 安徽大学 合格";
    assert_eq!(proposed(LUAN, new, lacking), Some(2025));
    assert_eq!(proposed(LUAN, new, ""), Some(2025));
    // Nothing lacks, or only professional hours, which public study cannot fill.
    assert_eq!(proposed(LUAN, new, "2025-03-01 专业 60 培训; 2025-03-02 公需 30 课件"), None);
    assert_eq!(proposed(LUAN, new, "2025-03-01 专业 50 培训; 2025-03-02 公需 30 课件"), None);
    // 2025 takes online study only, no later than 31 May.
    assert_eq!(proposed(LUAN, "2026-03-05 公需 20 培训", lacking), None);
    assert_eq!(proposed(LUAN, "2026-03-05 公需 20 折算", lacking), None);
    assert_eq!(proposed(LUAN, "2026-03-05 专业 20 课件", lacking), None);
    assert_eq!(proposed(LUAN, "2026-05-31 公需 20 课件", lacking), Some(2025));
    assert_eq!(proposed(LUAN, "2026-06-01 公需 20 课件", lacking), None);
    assert_eq!(proposed(LUAN, "2025-12-31 公需 20 课件", lacking), None);
    // 2024 asks for 30 public hours of its own.
    assert_eq!(proposed(LUAN, "2025-03-05 公需 20 课件", "2024-03-01 专业 90 培训"), Some(2024));
    // Before 2016 no window is known; before 2001 there is no year.
    assert_eq!(proposed(LUAN, "2015-03-05 公需 20 课件", ""), None);
    assert_eq!(proposed(LUAN, "2001-03-05 公需 20 课件", ""), None);
}

#[test]
fn the_earlier_year_is_not_proposed_where_the_entry_would_bring_nothing() {
    // Failed courseware and a failed exam count for no year.
    assert_eq!(proposed(LUAN, "2025-03-05 公需 20 课件 不合格", ""), None);
    assert_eq!(proposed(LUAN, "2025-03-05 公需 20 安徽大学 不合格", ""), None);
    // 2026 takes any study to the end of May 2027, but not from platforms that lapsed in 2025.
    assert_eq!(proposed(LUAN, "2027-03-05 公需 20 其他平台", ""), None);
    assert_eq!(proposed(LUAN, "2027-03-05 公需 20 培训", ""), Some(2026));
    // An exam that is still to be sat leaves the year open to the entry.
    assert_eq!(proposed(LUAN, "2026-03-05 公需 20 安徽大学", ""), Some(2025));
    assert_eq!(proposed(LUAN, "2026-05-20 公需 20 安徽大学 计划", ""), Some(2025));
    assert_eq!(proposed(LUAN, "2026-05-20 公需 20 安徽大学 计划 不合格", ""), Some(2025));
    // With another ceiling of the bases, used up: courseware still helps, a base does not.
    let entries = book("2025-03-01 专业 60 培训; 2025-04-01 公需 20 安徽大学 合格");
    let ledger = Ledger::new(&entries, &[]);
    for (ceiling, new, year) in [
        ("20", "2026-03-05 公需 5 安徽大学 合格", None),
        ("20", "2026-03-05 公需 5 课件", Some(Year::known(2025))),
        ("20.01", "2026-03-05 公需 5 安徽大学 合格", Some(Year::known(2025))),
    ] {
        let rule_of = |year: Year| {
            let mut rule = rule(LUAN, year.get());
            rule.base.base_ceiling.as_mut().expect("a ceiling").value = hours(ceiling);
            rule
        };
        assert_eq!(earlier_year(&entry(99, new), &ledger, rule_of, date("2026-04-01")), year, "{new}");
    }
}
