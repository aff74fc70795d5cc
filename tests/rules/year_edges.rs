//! One year at its edges: deadlines to the day, every reason, every verdict, every warning, and
//! the plan.

use xueshi::rules::clause::Clause;
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
fn entries_stand_by_year_then_day_then_hours_then_title_then_id() {
    // Written in another order than they belong in. Hours above 40.95 fit into no key of the
    // ledger; two pairs differ by their titles or ids alone.
    let lines = "2026-09-01 公需 5000 课件; 2026-09-01 公需 1 课件; 2026-09-01 公需 41 课件; \
        2025: 2026-03-05 公需 9 课件; 2100-12-31 公需 0.01 课件; 2026-09-01 公需 1 课件; \
        2026-09-01 公需 42 课件; 2026-03-05 公需 9 课件; 2001-01-01 公需 9999.99 课件; 2026-09-01 公需 1 课件";
    let mut book = book(lines);
    for (place, title) in ["甲", "乙", "丙", "甲", "甲", "甲", "甲", "丙", "丙", "乙"].into_iter().enumerate()
    {
        book[place].title = title.into();
    }
    // Of 1 September one hour each: 甲 is entry 6 (甲 is U+7532), 乙 (U+4E59) are 2 and 10.
    let expected = [9, 4, 8, 2, 10, 6, 3, 7, 1, 5];
    let in_order = |ledger: &Ledger| -> Vec<u64> {
        ledger.years().flat_map(|year| ledger.entries(year)).map(|entry| entry.id.0).collect()
    };
    for _ in 0..book.len() {
        book.rotate_left(1);
        assert_eq!(in_order(&Ledger::new(&book, &[])), expected);
        let (more, first) = book.split_at(4);
        assert_eq!(in_order(&Ledger::new(first, &[]).with(more)), expected);
    }
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
