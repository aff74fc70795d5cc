//! 皖人社函〔2026〕235号: the province's notice for 2026, clause by clause.

use xueshi::rules::clause::{Clause, Use};
use xueshi::rules::cycle::CycleVerdict;
use xueshi::rules::year::WarningCode;
use xueshi::rules::*;

use crate::notation::*;

const NUMBER: &str = "皖人社函〔2026〕235号";
const DAY: &str = "2026-12-01";

#[test]
fn ah_1_speaks_to_in_service_professionals_of_the_whole_province() {
    stands(Clause::Ah1, NUMBER, "一", &[Use::Shown]);
    says(Clause::Ah1, &["全省", "在职"], &["in-service", "whole province"]);
    // So a city without a notice in hand has the same figures.
    let (here, there) = (rule(LUAN, 2026), rule(OTHER, 2026));
    assert_eq!((here.base.total.value, here.rest()), (there.base.total.value, there.rest()));
}

#[test]
fn ah_2_seven_forms_count_and_the_seventh_is_set_by_departments_of_city_level() {
    let lines: Vec<String> =
        (1..=7).map(|form| format!("2026-03-0{form} 专业 10 培训 形式={form}")).collect();
    let year = assess(OTHER, 2026, DAY, &lines.join(";"));
    assert_eq!((year.counted.professional, year.uncounted), (hours("70"), Hours::ZERO));
    assert_eq!(year.rule.base.forms, [Clause::Ah2]);
    says(Clause::Ah2, &["七种", "市级以上人社"], &["Seven", "HRSS", "city level or above"]);
}

#[test]
fn ah_3_conversion_online_or_both_bring_public_hours_without_question() {
    for public in [
        "2026-07-01 公需 30 折算",
        "2026-07-01 公需 30 安徽农业大学 合格",
        "2026-07-01 公需 10 折算; 2026-07-02 公需 20 课件",
    ] {
        let year = assess(OTHER, 2026, DAY, &format!("2026-06-15 专业 60 培训; {public}"));
        assert_eq!(figures(&year), "60+30=90 transfer 0 needs 0/0/0 met", "{public}");
        assert_eq!(warned(&year, WarningCode::PublicRouteUnnamed), None, "{public}");
    }
    assert_eq!(rule(OTHER, 2026).base.named_public_routes.expect("named").sources[0], Clause::Ah3);
}

#[test]
fn ah_4_conversion_and_offline_verification_hold_until_the_provincial_system() {
    stands(Clause::Ah4, NUMBER, "五（二）", &[Use::Shown]);
    says(
        Clause::Ah4,
        &["109号", "五年", "2030", "学时管理系统", "线下", "线上"],
        &["109号", "five years", "2030", "offline", "online"],
    );
    assert_eq!(rule(OTHER, 2026).base.conversion, [Clause::Ah4]);
    let last = Rulebook::shipped().transition.last_application_year;
    assert!(last.value == Year::known(2030) && last.sources.contains(&Clause::Ah4.into()));
}

#[test]
fn ah_5_the_four_bases_count_after_the_exam_and_to_thirty_hours() {
    let lines = "2026-05-01 公需 20 安徽开放大学 合格
                 2026-05-02 公需 20 安徽理工大学 合格
                 2026-05-03 公需 20 安徽大学
                 2026-05-04 公需 20 安徽农业大学 不合格";
    let year = assess(LUAN, 2026, DAY, lines);
    // 20 + 20 are 10 above 30; the third has no exam yet, the fourth failed.
    assert_eq!(lost(&year), "2: 10 over-online-ceiling; 3: 20 exam-not-passed; 4: 20 exam-not-passed");
    assert_eq!((year.raw.public, year.total, year.from_bases), (hours("80"), hours("30"), hours("30")));
    assert_eq!(lost_sources(&year, 0), [Clause::Ah5, Clause::T3]);
    assert_eq!(lost_sources(&year, 1), [Clause::Ah5]);
    says(Clause::Ah5, &["四个", "考试合格", "30"], &["four", "exam", "30"]);
}

#[test]
fn ah_6_courseware_of_qualifying_units_counts_without_a_ceiling() {
    let year = assess(LUAN, 2026, DAY, "2026-05-01 公需 45 课件; 2026-05-02 公需 30 安徽大学 合格");
    assert_eq!((year.total, year.uncounted), (hours("75"), Hours::ZERO));
    assert_eq!(year.rule.base.courseware, [Clause::Ah6]);
    says(Clause::Ah6, &["各级", "符合条件", "备案"], &["all levels", "qualifying", "filed"]);
}

#[test]
fn ah_7_the_cycle_s_average_suffices_and_is_cited() {
    // 2025 lacks 10 professional, 2026 has 10 more; 62 public of 60.
    let check = cycle(OTHER, 2026, DAY, "2025: 50/31 | 2026: 70/31");
    assert_eq!(check.verdict, CycleVerdict::MetOnAverage);
    assert!(check.sources.contains(&Clause::Ah7.into()));
    says(Clause::Ah7, &["申报职称", "年均", "突击"], &["title application", "average", "crammed"]);
}

#[test]
fn ah_8_professional_training_without_a_noted_filing_is_warned_about() {
    let year = assess(OTHER, 2026, DAY, "2026-03-01 专业 20 培训; 2026-03-02 专业 20 培训 备案");
    assert_eq!(warned(&year, WarningCode::FilingNotNoted), Some(vec![1]));
    assert_eq!(warning_sources(&year, WarningCode::FilingNotNoted), [Clause::Ah8]);
    assert_eq!(year.total, hours("40"));
    says(Clause::Ah8, &["备案", "省直", "干部人事部门"], &["filing", "consent", "personnel department"]);
}

#[test]
fn ah_9_public_study_for_2026_ends_on_the_last_day_of_may_2027() {
    // "Study", not "online study": a class counts too; an achievement that is converted does not.
    for (route, counted) in [("课件", "30"), ("安徽大学 合格", "30"), ("培训", "30"), ("折算", "0")]
    {
        let line = format!("2026: 2027-05-31 公需 30 {route}");
        assert_eq!(assess(LUAN, 2026, "2027-05-31", &line).total, hours(counted), "{route}");
        let line = format!("2026: 2027-06-01 公需 30 {route}");
        let after = assess(LUAN, 2026, "2027-06-01", &line);
        assert_eq!(lost(&after), "1: 30 outside-window", "{route}");
        assert!(lost_sources(&after, 0).contains(&Clause::Ah9.into()));
    }
    assert_eq!(rule(OTHER, 2026).public_deadline.value, date("2027-05-31"));
    says(Clause::Ah9, &["2027 年 5 月 31 日"], &["31 May 2027"]);
}
