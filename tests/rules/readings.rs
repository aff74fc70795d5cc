//! The tool's own readings: where no notice in hand speaks, the tool says that it is the one speaking.

use xueshi::rules::clause::{Clause, Document, Use};
use xueshi::rules::cycle::{CycleCaution, CycleVerdict};
use xueshi::rules::stamp_route::{Applicant, Office, stamp_route};
use xueshi::rules::steps::{StepKind, steps};
use xueshi::rules::year::WarningCode;
use xueshi::rules::*;

use crate::notation::*;

const DAY: &str = "2026-12-01";

fn is_the_tool_s(clause: Clause) {
    assert_eq!(clause.info().document, Document::ThisTool);
    assert_eq!(clause.confidence(), Confidence::Tool);
}

#[test]
fn t_1_professional_hours_are_due_on_31_december() {
    is_the_tool_s(Clause::T1);
    let lines = "2026-03-01 专业 50 培训; 2026-04-01 公需 30 课件";
    assert_eq!(assess(LUAN, 2026, "2026-12-31", lines).verdict, Verdict::Short);
    assert_eq!(assess(LUAN, 2026, "2027-01-01", lines).verdict, Verdict::Closed);
    let deadline = rule(LUAN, 2026).professional_deadline;
    assert_eq!((deadline.value, deadline.sources), (date("2026-12-31"), cite(&[Clause::T1])));
    says(Clause::T1, &["12 月 31 日"], &["31 December"]);
}

#[test]
fn t_2_the_transfer_is_one_for_one() {
    is_the_tool_s(Clause::T2);
    // 67.25 professional: 7.25 above 60; with 22.75 public exactly 30.
    let year = assess(HUAIBEI, 2025, "2025-12-01", "2025-03-01 专业 67.25 培训; 2025-04-01 公需 22.75 课件");
    assert_eq!(figures(&year), "67.25+22.75=90 transfer 7.25 needs 0/0/0 met");
    assert!(year.rule.transfer.sources().contains(&Clause::T2.into()));
    says(Clause::T2, &["1 比 1"], &["one for one"]);
}

#[test]
fn t_3_the_ceiling_is_one_for_all_four_bases() {
    is_the_tool_s(Clause::T3);
    let lines = "2026-05-01 公需 10 安徽开放大学 合格; 2026-05-02 公需 10 安徽大学 合格
                 2026-05-03 公需 10 安徽农业大学 合格; 2026-05-04 公需 10 安徽理工大学 合格";
    let year = assess(LUAN, 2026, DAY, lines);
    assert_eq!((year.total, lost(&year).as_str()), (hours("30"), "4: 10 over-online-ceiling"));
    assert!(lost_sources(&year, 0).contains(&Clause::T3.into()));
    says(Clause::T3, &["30", "共用"], &["30", "shared"]);
}

#[test]
fn t_4_failed_courseware_does_not_count_and_any_other_failure_is_warned_about() {
    is_the_tool_s(Clause::T4);
    let lines = "2026-05-01 公需 10 课件 不合格
                 2026-05-02 公需 10 培训 不合格
                 2026-05-03 专业 10 培训 不合格
                 2026-05-04 公需 10 折算 不合格
                 2026-05-05 专业 10 安徽大学 不合格
                 2026-05-06 公需 10 课件";
    let year = assess(LUAN, 2026, DAY, lines);
    // The exam of HB-9 and AH-5 is the public course's: professional hours at a base (5) count.
    assert_eq!(lost(&year), "1: 10 exam-not-passed");
    assert_eq!(lost_sources(&year, 0)[0], Clause::T4);
    assert_eq!(warned(&year, WarningCode::FailedButCounted), Some(vec![2, 3, 4, 5]));
    says(Clause::T4, &["课件", "不合格"], &["ourseware", "failed"]);
}

#[test]
fn t_5_what_was_finished_on_another_platform_before_june_2025_counts() {
    is_the_tool_s(Clause::T5);
    let year = assess(LUAN, 2025, DAY, "2025-05-31 公需 30 其他平台; 2025-06-01 公需 30 其他平台");
    assert_eq!((year.total, lost(&year).as_str()), (hours("30"), "2: 30 platform-lapsed-or-unlisted"));
    says(Clause::T5, &["2025 年 6 月 1 日前"], &["before 1 June 2025"]);
}

#[test]
fn t_6_the_window_of_2016_to_2024_is_presumed_and_warned_about() {
    is_the_tool_s(Clause::T6);
    for year in [2016, 2024] {
        let lines = format!(
            "{year}: {0}-05-31 公需 10 课件; {year}: {0}-06-01 公需 5 课件; {year}-05-01 公需 1 课件",
            year + 1
        );
        let assessed = assess(LUAN, year, DAY, &lines);
        assert_eq!(
            (assessed.total, lost(&assessed).as_str()),
            (hours("11"), "2: 5 outside-window"),
            "{year}"
        );
        // Only the entry that needs the presumption is named.
        assert_eq!(warned(&assessed, WarningCode::WindowUnknown), Some(vec![1]), "{year}");
        assert_eq!(warning_sources(&assessed, WarningCode::WindowUnknown), [Clause::T6]);
    }
    // The last day of the year needs no presumption.
    let in_time = assess(LUAN, 2024, DAY, "2024-12-31 公需 10 课件");
    assert_eq!(warned(&in_time, WarningCode::WindowUnknown), None);
    // A known window needs no such warning.
    let known = assess(LUAN, 2025, DAY, "2025: 2026-05-31 公需 10 课件");
    assert_eq!(warned(&known, WarningCode::WindowUnknown), None);
    says(Clause::T6, &["5 月 31 日"], &["31 May"]);
}

#[test]
fn t_7_a_year_without_a_notice_is_computed_and_not_judged() {
    is_the_tool_s(Clause::T7);
    let year = assess(LUAN, 2027, "2027-12-01", "2027-03-01 专业 60 培训; 2027-04-01 公需 20 课件");
    assert_eq!(figures(&year), "60+20=80 transfer 0 needs 0/0/10 provisional");
    let done = assess(LUAN, 2027, "2027-12-01", "2027-03-01 专业 60 培训; 2027-04-01 公需 30 课件");
    assert_eq!(figures(&done), "60+30=90 transfer 0 needs 0/0/0 provisional");
    assert_eq!(done.rule.public_deadline.value, date("2028-05-31"));
    for confidence in [done.rule.base.total.confidence(), done.rule.public_deadline.confidence()] {
        assert_eq!(confidence, Confidence::Tool);
    }
    says(Clause::T7, &["5 月 31 日", "不下最终结论"], &["31 May", "no final verdict"]);
}

#[test]
fn t_8_someone_who_joined_within_the_year_owes_the_whole_year() {
    is_the_tool_s(Clause::T8);
    assert_eq!(Clause::T8.info().uses, [Use::Shown]);
    // The first entry of someone's life in July changes nothing about the 90.
    let year = assess(LUAN, 2026, DAY, "2026-07-01 专业 30 培训; 2026-08-01 公需 15 课件");
    assert_eq!(figures(&year), "30+15=45 transfer 0 needs 30/0/15 short");
    says(Clause::T8, &["不按月减少"], &["not reduced"]);
}

#[test]
fn t_9_a_public_class_counts_and_is_warned_about_from_2025_on() {
    is_the_tool_s(Clause::T9);
    for year in [2025, 2026] {
        let assessed =
            assess(LUAN, year, DAY, &format!("{year}-03-01 公需 10 培训; {year}-03-02 专业 10 培训"));
        assert_eq!((assessed.counted.public, assessed.uncounted), (hours("10"), Hours::ZERO), "{year}");
        assert_eq!(warned(&assessed, WarningCode::PublicRouteUnnamed), Some(vec![1]), "{year}");
        assert!(warning_sources(&assessed, WarningCode::PublicRouteUnnamed).contains(&Clause::T9.into()));
    }
    let before = assess(LUAN, 2024, DAY, "2024-03-01 公需 10 培训");
    assert_eq!(warned(&before, WarningCode::PublicRouteUnnamed), None);
    says(Clause::T9, &["折算", "线上"], &["conversion", "online"]);
}

#[test]
fn t_10_study_runs_into_the_next_year_and_achievements_do_not() {
    is_the_tool_s(Clause::T10);
    // 2025: online study only. 2026: any study. A conversion goes by the day of the achievement.
    for (year, route, counted) in [
        (2025, "课件", "10"),
        (2025, "安徽大学 合格", "10"),
        (2025, "培训", "0"),
        (2025, "折算", "0"),
        (2026, "培训", "10"),
        (2026, "课件", "10"),
        (2026, "折算", "0"),
    ] {
        let line = format!("{year}: {}-01-15 公需 10 {route}", year + 1);
        let assessed = assess(LUAN, year, "2027-02-01", &line);
        assert_eq!(assessed.total, hours(counted), "{year} {route}");
        assert!(assessed.rule.public_deadline.sources.contains(&Clause::T10.into()));
    }
    // Professional hours never run over.
    assert!(assess(LUAN, 2026, "2027-02-01", "2026: 2027-01-15 专业 10 课件").total.is_zero());
    says(Clause::T10, &["线上", "除折算外"], &["online", "every route but conversion"]);
}

#[test]
fn t_11_the_transition_includes_2030() {
    is_the_tool_s(Clause::T11);
    // 2025 lacks 10, 2026 has 10 more: an average, good in 2030 and no longer in 2031.
    let line = "2025: 50/30 | 2026: 70/30";
    assert_eq!(cycle(LUAN, 2030, DAY, line).verdict, CycleVerdict::MetOnAverage);
    let late = cycle(LUAN, 2031, DAY, line);
    assert_eq!((late.verdict, late.sources[0].clause()), (CycleVerdict::Short, Some(Clause::T11)));
    says(Clause::T11, &["2030"], &["2030"]);
}

#[test]
fn t_12_the_concentration_lines_are_a_half_and_three_quarters() {
    is_the_tool_s(Clause::T12);
    let lines = Rulebook::shipped().transition;
    assert_eq!(lines.concentration_line_percent.value, 50);
    assert_eq!(lines.concentration_line_two_years_percent.value, 75);
    // Two years, 200 hours in all: 150 in one is three quarters, not above; 150.01 of 200.01 is.
    // 119/31 keeps the professional part below 120.
    let at = cycle(LUAN, 2026, DAY, "2025: 1/49 | 2026: 119/31");
    assert_eq!((at.verdict, at.concentration.hundredths()), (CycleVerdict::MetOnAverage, 75));
    let above = cycle(LUAN, 2026, DAY, "2025: 1/49 | 2026: 119/31.01");
    assert_eq!(above.cautions, [CycleCaution::Concentrated]);
    says(Clause::T12, &["二分之一", "四分之三"], &["one half", "three quarters"]);
}

#[test]
fn t_13_municipal_people_of_luan_go_to_the_city_whatever_they_apply_for() {
    is_the_tool_s(Clause::T13);
    for &title_sought in TitleLevel::ALL {
        let person = Applicant {
            city: LUAN,
            unit_level: UnitLevel::Municipal,
            title_held: TitleLevel::None,
            title_sought,
        };
        let steps = stamp_route(&Rulebook::shipped(), Year::known(2026), &person);
        assert_eq!(steps.len(), 2, "{title_sought:?}");
        assert_eq!(
            (steps[1].office, steps[1].sources.contains(&Clause::T13.into())),
            (Office::CityHrss, true)
        );
    }
    says(Clause::T13, &["县区", "市直"], &["county", "municipal"]);
}

#[test]
fn t_14_minutes_are_rounded_down_and_only_suggested() {
    is_the_tool_s(Clause::T14);
    assert_eq!(rule(LUAN, 2026).hours_from_minutes(39), Some(Hours::ZERO));
    assert_eq!(rule(LUAN, 2026).hours_from_minutes(119), Some(hours("2")));
    assert_eq!(rule(LUAN, 2024).hours_from_minutes(119), None, "the length is not known");
    // What the certificate says stands, with its decimals.
    assert_eq!(assess(LUAN, 2026, DAY, "2026-03-01 专业 2.75 培训").total, hours("2.75"));
    says(Clause::T14, &["整数", "证书"], &["rounded down", "certificate"]);
}

#[test]
fn t_15_each_year_before_2016_is_compared_with_72() {
    is_the_tool_s(Clause::T15);
    // 60 and 84 average 72, but each year is looked at by itself.
    assert_eq!(assess(OTHER, 2014, DAY, "2014-03-01 专业 60 培训").verdict, Verdict::Closed);
    assert_eq!(assess(OTHER, 2015, DAY, "2015-03-01 专业 84 培训").verdict, Verdict::Met);
    assert_eq!(rule(OTHER, 2015).base.total.sources, [Clause::S1, Clause::T15]);
    says(Clause::T15, &["72", "逐年"], &["72", "each year"]);
}

#[test]
fn t_16_a_base_s_public_course_needs_its_exam_in_earlier_years_too() {
    is_the_tool_s(Clause::T16);
    for year in [2012, 2020] {
        let assessed = assess(OTHER, year, DAY, &format!("{year}-03-01 公需 40 安徽大学"));
        assert_eq!(lost(&assessed), "1: 40 exam-not-passed", "{year}");
        assert_eq!(lost_sources(&assessed, 0)[0], Clause::T16);
        // Passed, all 40 count: no ceiling of earlier years is known.
        let passed = assess(OTHER, year, DAY, &format!("{year}-03-01 公需 40 安徽大学 合格"));
        assert_eq!(passed.total, hours("40"), "{year}");
    }
    says(Clause::T16, &["考试合格"], &["passed exam"]);
}

#[test]
fn t_17_forms_and_conversion_before_2025_rest_on_the_later_notice_by_this_tool_s_word() {
    is_the_tool_s(Clause::T17);
    for year in [2001, 2015, 2016, 2024] {
        let base = rule(OTHER, year).base;
        // The notice of 2025 says nothing of these years: the tool's confidence, not the notice's.
        assert_eq!(base.forms, [Clause::T17, Clause::Hb6], "{year}");
        assert_eq!(base.conversion, [Clause::T17, Clause::Hb8], "{year}");
    }
    let capped = assess_capped(OTHER, 2020, DAY, &[("论文", 5)], "2020-03-01 专业 8 折算 规则=论文");
    assert_eq!(
        (lost(&capped).as_str(), lost_sources(&capped, 0)[0].clause()),
        ("1: 3 conversion-cap", Some(Clause::T17))
    );
    says(Clause::T17, &["2025 年以前", "折算"], &["before 2025", "onversion"]);
}

#[test]
fn t_1_and_after_31_december_a_need_of_either_kind_is_a_public_one() {
    let lines = "2026-03-01 专业 60 培训; 2026-04-01 公需 20 课件";
    let kinds =
        |today| steps(&assess(LUAN, 2026, today, lines)).iter().map(|step| step.kind).collect::<Vec<_>>();
    assert_eq!(kinds("2026-12-31"), [StepKind::Any]);
    assert_eq!(kinds("2027-01-01"), [StepKind::Public]);
}
