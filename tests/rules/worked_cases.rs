//! The worked cases, with the variants inside each row.

use xueshi::rules::cycle::CycleVerdict;
use xueshi::rules::year::WarningCode;

use crate::notation::*;

#[test]
fn case_1_a_documented_transfer_meets_the_year_in_huaibei() {
    let lines = "2025-06-15 专业 70 培训; 2025-07-01 公需 20 安徽大学 合格";
    let year = assess(HUAIBEI, 2025, "2025-12-01", lines);
    // 10 of the 70 are above 60; the public part lacks 10 of 30.
    assert_eq!(figures(&year), "70+20=90 transfer 10 needs 0/0/0 met");
    assert_eq!(warned(&year, WarningCode::TransferUndocumented), None);
}

#[test]
fn case_2_fifteen_hours_over_the_ceiling_and_ten_professional_missing() {
    let lines = "2025-06-15 专业 50 培训; 2025-07-01 公需 45 安徽大学 合格";
    let year = assess(HUAIBEI, 2025, "2025-12-01", lines);
    // 45 − 30 = 15 over; 50 + 30 = 80; 10 professional bring 90, so nothing of either kind.
    assert_eq!(figures(&year), "50+30=80 transfer 0 needs 10/0/0 short");
    assert_eq!(lost(&year), "2: 15 over-online-ceiling");
    assert_eq!((year.raw.public, year.uncounted), (hours("45"), hours("15")));
    let new_year = assess(HUAIBEI, 2025, "2026-01-01", lines);
    assert_eq!(figures(&new_year), "50+30=80 transfer 0 needs 10/0/0 closed");
}

#[test]
fn case_3_an_undocumented_transfer_calls_for_caution_in_luan() {
    let year = assess(LUAN, 2026, "2026-12-01", "2026-06-15 专业 90 培训");
    assert_eq!(figures(&year), "90+0=90 transfer 30 needs 0/0/0 met-with-caution");
    assert_eq!(warned(&year, WarningCode::TransferUndocumented), Some(vec![]));
}

#[test]
fn case_4_courseware_on_the_last_day_of_the_window_and_the_day_after() {
    let with = |end: &str| format!("2026-06-15 专业 60 培训; 2026: {end} 公需 30 课件");
    let met = assess(LUAN, 2026, "2027-06-02", &with("2027-05-31"));
    assert_eq!(figures(&met), "60+30=90 transfer 0 needs 0/0/0 met");
    let late = assess(LUAN, 2026, "2027-06-02", &with("2027-06-01"));
    assert_eq!(figures(&late), "60+0=60 transfer 0 needs 0/0/30 closed");
    assert_eq!(lost(&late), "2: 30 outside-window");
}

#[test]
fn case_5_public_hours_never_fill_the_professional_part() {
    let lines = "2025-06-15 专业 40 培训; 2025-07-01 公需 30 安徽大学 合格; 2025-08-01 公需 30 课件";
    let year = assess(HUAIBEI, 2025, "2025-12-01", lines);
    assert_eq!(figures(&year), "40+60=100 transfer 0 needs 20/0/0 short");
}

#[test]
fn case_6_in_2023_public_hours_stand_in_their_own_right() {
    let lines = "2023-06-15 专业 75 培训; 2023-07-01 公需 20 课件";
    let year = assess(LUAN, 2023, "2026-12-01", lines);
    assert_eq!(figures(&year), "75+20=95 transfer 0 needs 0/10/0 closed");
}

#[test]
fn case_7_without_the_exam_a_base_brings_nothing() {
    let lines = "2025-06-15 专业 60 培训; 2025-07-01 公需 30 安徽大学";
    let year = assess(HUAIBEI, 2025, "2026-03-01", lines);
    assert_eq!(figures(&year), "60+0=60 transfer 0 needs 0/0/30 short");
    assert_eq!((lost(&year).as_str(), year.raw.public), ("2: 30 exam-not-passed", hours("30")));
}

#[test]
fn case_8_five_years_met_on_average() {
    let line = "2022: 65/30 | 2023: 0/30 | 2024: 75/35 | 2025: 75/30 | 2026: 85/30";
    let check = cycle(LUAN, 2026, "2026-12-01", line);
    // 95 + 30 + 110 + 105 + 115 = 455 of 450; 300 professional of 300; public 30 + 30 + 35 = 95 of
    // 90 in 2022–2024, 155 of 150 in all; the largest year holds 115 of 455, a quarter.
    assert_eq!((check.sum_total(), check.required_total), (hours("455"), hours("450")));
    assert_eq!((check.professional, check.required_professional), (hours("300"), hours("300")));
    assert_eq!((check.largest_year, check.concentration.hundredths()), (hours("115"), 25));
    assert_eq!((check.verdict, check.cautions.len()), (CycleVerdict::MetOnAverage, 0));
    assert_eq!(check.average_total(), hours("91"));
}

#[test]
fn case_9_a_cycle_done_within_its_last_year_is_crammed() {
    let check = cycle(LUAN, 2026, "2026-12-01", "2025: 0/0 | 2026: 150/40");
    assert_eq!((check.sum_total(), check.required_total), (hours("190"), hours("180")));
    assert_eq!((check.professional, check.required_professional), (hours("150"), hours("120")));
    assert_eq!(check.verdict, CycleVerdict::Crammed);
}

#[test]
fn case_10_a_duration_suggests_whole_hours_by_the_year_s_minutes() {
    let (in_2025, in_2026) = (rule(HUAIBEI, 2025), rule(LUAN, 2026));
    // 100 = 2 × 45 + 10 = 2 × 40 + 20; 120 = 2 × 45 + 30 = 3 × 40.
    assert_eq!(in_2025.hours_from_minutes(100), Some(hours("2")));
    assert_eq!(in_2026.hours_from_minutes(100), Some(hours("2")));
    assert_eq!(in_2025.hours_from_minutes(120), Some(hours("2")));
    assert_eq!(in_2026.hours_from_minutes(120), Some(hours("3")));
}

#[test]
fn case_11_the_public_part_of_2025_finished_in_march_2026_still_meets_2025() {
    let check = cycle(HUAIBEI, 2026, "2026-12-01", "2025: 60/30次年 | 2026: 60/30");
    assert_eq!(check.verdict, CycleVerdict::MetEveryYear);
}

#[test]
fn case_12_both_parts_of_2024_are_missing_and_nothing_else() {
    let lines = "2024-06-15 专业 50 培训; 2024-07-01 公需 20 课件";
    let year = assess(LUAN, 2024, "2025-03-01", lines);
    // 90 − 70 = 20 = 10 professional + 10 public. Professional is over since 31 December.
    assert_eq!(figures(&year), "50+20=70 transfer 0 needs 10/10/0 closed");
}

#[test]
fn case_13_a_missing_professional_hour_closes_the_year_though_public_study_is_open() {
    let lines = "2026-06-15 专业 50 培训; 2026-07-01 公需 30 课件";
    let year = assess(LUAN, 2026, "2027-02-01", lines);
    assert_eq!(figures(&year), "50+30=80 transfer 0 needs 10/0/0 closed");
    assert!(year.today <= year.rule.public_deadline.value);
}
