//! 六人社秘〔2026〕30号: Lu'an's notice for 2026, clause by clause.

use xueshi::rules::clause::{Clause, Use};
use xueshi::rules::cycle::CycleVerdict;
use xueshi::rules::stamp_route::{Applicant, Office, StampStep, stamp_route};
use xueshi::rules::year::WarningCode;
use xueshi::rules::*;

use crate::notation::*;

const NUMBER: &str = "六人社秘〔2026〕30号";
const DAY: &str = "2026-12-01";

fn route_of(unit_level: UnitLevel, title_sought: TitleLevel) -> Vec<StampStep> {
    let person = Applicant { city: LUAN, unit_level, title_held: TitleLevel::Middle, title_sought };
    stamp_route(&Rulebook::shipped(), Year::known(2026), &person)
}

#[test]
fn la_1_registration_is_yearly_and_the_employer_s_duty() {
    stands(Clause::La1, NUMBER, "二", &[Use::Printed]);
    says(Clause::La1, &["年度登记", "用人单位"], &["year by year", "employer"]);
}

#[test]
fn la_2_what_is_finished_but_not_registered_is_warned_about() {
    let lines = "2026-03-01 专业 60 培训 已登记; 2026-04-01 公需 20 课件; 2026-05-01 公需 10 课件 已审验";
    let year = assess(LUAN, 2026, DAY, lines);
    // Registered (1) and verified (3) stand in the book already.
    assert_eq!(warned(&year, WarningCode::NotYetRegistered), Some(vec![2]));
    assert_eq!(warning_sources(&year, WarningCode::NotYetRegistered), [Clause::La2]);
    // Only Lu'an's notice asks for promptness.
    let elsewhere = assess(HUAIBEI, 2026, DAY, lines);
    assert_eq!(warned(&elsewhere, WarningCode::NotYetRegistered), None);
    says(Clause::La2, &["内容", "学时", "证书"], &["content", "hours", "certificate book"]);
}

#[test]
fn la_3_the_industry_department_stamps_the_registration_page_first() {
    let steps = route_of(UnitLevel::County, TitleLevel::Middle);
    assert_eq!(
        (steps[0].office, steps[0].sources.clone()),
        (Office::IndustryDepartment, cite(&[Clause::La3]))
    );
    says(Clause::La3, &["行业主管部门", "盖章"], &["industry department", "stamps"]);
}

#[test]
fn la_4_ninety_hours_sixty_professional_of_forty_minutes() {
    // 59.5 + 30.5 reaches 90 but lacks half a professional hour; 60 + 29.5 lacks half of either kind.
    let year = assess(LUAN, 2026, DAY, "2026-03-01 专业 59.5 培训; 2026-04-01 公需 30.5 课件");
    assert_eq!(figures(&year), "59.5+30.5=90 transfer 0 needs 0.5/0/0 short");
    let year = assess(LUAN, 2026, DAY, "2026-03-01 专业 60 培训; 2026-04-01 公需 29.5 课件");
    assert_eq!(figures(&year), "60+29.5=89.5 transfer 0 needs 0/0/0.5 short");
    assert_eq!(year.rule.base.total.sources, [Clause::La4]);
    // 79 minutes hold one whole 40, 80 hold two.
    assert_eq!(year.rule.hours_from_minutes(79), Some(hours("1")));
    assert_eq!(year.rule.hours_from_minutes(80), Some(hours("2")));
    assert_eq!(year.rule.minutes_per_hour.expect("a length").confidence(), Confidence::Official);
    says(Clause::La4, &["90", "60", "40", "一般"], &["90", "60", "40", "generally"]);
}

#[test]
fn la_5_what_one_year_finished_and_others_claim_is_warned_about() {
    // Four entries finished in 2026: one for 2024, one for 2025, one for 2026 itself, and one of
    // 2025 finished in its own year. Two other years claim what 2026 finished.
    let lines = "2024: 2026-02-01 公需 10 课件
                 2025: 2026-02-02 公需 10 课件
                 2026-02-03 公需 10 课件
                 2025-02-04 公需 10 课件";
    let of = |year| warned(&assess(LUAN, year, DAY, lines), WarningCode::SpreadRegistration);
    assert_eq!((of(2024), of(2025)), (Some(vec![1]), Some(vec![2])));
    // The entry that stayed in its own year has nothing to answer for.
    assert_eq!(of(2026), None);
    // One other year alone is what the extended window is for.
    let window = assess(LUAN, 2025, DAY, "2025: 2026-02-02 公需 10 课件; 2026-02-03 公需 10 课件");
    assert_eq!(warned(&window, WarningCode::SpreadRegistration), None);
    let crammed = cycle(LUAN, 2026, DAY, "2025: 0/0 | 2026: 120/60");
    assert_eq!(crammed.verdict, CycleVerdict::Crammed);
    assert!(crammed.sources.contains(&Clause::La5.into()));
    says(Clause::La5, &["时间顺序", "逐年逐项", "涂改", "突击"], &["time order", "item by item", "altered"]);
}

#[test]
fn la_6_the_city_verifies_for_senior_and_municipal_the_county_the_rest() {
    use Office::*;
    for (level, sought, office) in [
        (UnitLevel::County, TitleLevel::Senior, CityHrss),
        (UnitLevel::County, TitleLevel::Middle, CountyHrss),
        (UnitLevel::County, TitleLevel::Junior, CountyHrss),
        (UnitLevel::Municipal, TitleLevel::Junior, CityHrss),
    ] {
        let steps = route_of(level, sought);
        let offices: Vec<Office> = steps.iter().map(|step| step.office).collect();
        assert_eq!(offices, [IndustryDepartment, office], "{level:?} {sought:?}");
        assert!(steps[1].sources.contains(&Clause::La6.into()), "{level:?} {sought:?}");
    }
    says(Clause::La6, &["拟申报高级", "市直", "同级"], &["senior", "municipal", "junior or middle"]);
}

#[test]
fn la_7_below_the_requirement_there_is_no_stamp() {
    let short = assess(LUAN, 2026, DAY, "2026-03-01 专业 60 培训; 2026-04-01 公需 29 课件");
    assert_eq!(warned(&short, WarningCode::NoStampBelow), Some(vec![]));
    assert_eq!(warning_sources(&short, WarningCode::NoStampBelow), [Clause::La7]);
    let met = assess(LUAN, 2026, DAY, "2026-03-01 专业 60 培训; 2026-04-01 公需 30 课件");
    assert_eq!(warned(&met, WarningCode::NoStampBelow), None);
    says(Clause::La7, &["不盖", "预约"], &["no verification stamp", "appointment"]);
}

#[test]
fn la_8_both_telephones_are_the_ones_in_the_notice_without_an_area_code() {
    let steps = route_of(UnitLevel::Municipal, TitleLevel::Senior);
    let numbers: Vec<&str> = steps[1].telephones.iter().map(|telephone| telephone.number.as_str()).collect();
    assert_eq!(numbers, ["3376010", "3378133"]);
    assert!(steps[1].telephones.iter().all(|telephone| telephone.source == Clause::La8));
    says(Clause::La8, &["3376010", "3378133"], &["3376010", "3378133"]);
    // The notice prints no area code, so none is claimed.
    assert!(!Clause::La8.info().zh.contains("0564"));
}
