//! 淮人社秘〔2025〕144号: Huaibei's notice for 2025, clause by clause.

use xueshi::rules::clause::{Clause, Use};
use xueshi::rules::conversion::Method;
use xueshi::rules::cycle::CycleVerdict;
use xueshi::rules::stamp_route::{Applicant, Office, StampStep, Stamped, stamp_route};
use xueshi::rules::steps::{StepKind, Way, steps};
use xueshi::rules::year::WarningCode;
use xueshi::rules::*;

use crate::notation::*;

const NUMBER: &str = "淮人社秘〔2025〕144号";
const DAY: &str = "2025-12-01";

fn route_of(unit_level: UnitLevel, title_held: TitleLevel, title_sought: TitleLevel) -> Vec<StampStep> {
    let person = Applicant { city: HUAIBEI, unit_level, title_held, title_sought };
    stamp_route(&Rulebook::shipped(), Year::known(2025), &person)
}

fn offices(steps: &[StampStep]) -> Vec<Office> {
    steps.iter().map(|step| step.office).collect()
}

#[test]
fn hb_1_speaks_to_in_service_professionals_of_the_city_s_units() {
    stands(Clause::Hb1, NUMBER, "一", &[Use::Shown]);
    says(
        Clause::Hb1,
        &["本市", "在职", "企业", "事业单位", "社会团体", "非公"],
        &["in-service", "enterprises", "institutions", "social organisations", "non-public"],
    );
}

#[test]
fn hb_2_ninety_hours_in_all_of_forty_five_minutes_each() {
    // 60 + 29 = 89, one below 90; the 90th hour may be of either kind.
    let short = assess(HUAIBEI, 2025, DAY, "2025-06-15 专业 60 培训; 2025-07-01 公需 29 课件");
    assert_eq!(figures(&short), "60+29=89 transfer 0 needs 0/0/1 short");
    let met = assess(HUAIBEI, 2025, DAY, "2025-06-15 专业 60 培训; 2025-07-01 公需 30 课件");
    assert_eq!(figures(&met), "60+30=90 transfer 0 needs 0/0/0 met");
    assert_eq!(met.rule.base.total.sources, [Clause::Hb2]);
    assert_eq!(met.rule.base.total.confidence(), Confidence::Official);
    let minutes = met.rule.minutes_per_hour.clone().expect("the notice states a length");
    assert_eq!((minutes.value, minutes.sources), (45, cite(&[Clause::Hb2])));
    // 89 minutes hold one whole 45, 90 hold two.
    assert_eq!(met.rule.hours_from_minutes(89), Some(hours("1")));
    assert_eq!(met.rule.hours_from_minutes(90), Some(hours("2")));
    says(Clause::Hb2, &["90", "45"], &["90", "45"]);
}

#[test]
fn hb_2a_tells_the_public_from_the_professional_subject() {
    stands(Clause::Hb2a, NUMBER, "二", &[Use::Shown]);
    says(
        Clause::Hb2a,
        &["公需科目", "政策", "职业道德", "专业科目", "新理论", "新方法"],
        &["public subject", "policy", "ethics", "professional subject", "new"],
    );
}

#[test]
fn hb_3_sixty_of_them_are_professional() {
    // 59 + 31 reaches 90 in all, yet one professional hour is missing.
    let year = assess(HUAIBEI, 2025, DAY, "2025-06-15 专业 59 培训; 2025-07-01 公需 31 课件");
    assert_eq!(figures(&year), "59+31=90 transfer 0 needs 1/0/0 short");
    let professional = year.rule.base.professional.expect("a professional part");
    assert_eq!((professional.value, professional.sources), (hours("60"), cite(&[Clause::Hb3])));
    says(Clause::Hb3, &["60"], &["60"]);
}

#[test]
fn hb_4_professional_training_without_a_noted_filing_is_warned_about_and_still_counts() {
    let year = assess(
        HUAIBEI,
        2025,
        DAY,
        "2025-03-01 专业 20 培训
         2025-03-02 专业 20 培训 备案
         2025-03-03 专业 20 折算
         2025-03-04 公需 30 课件
         2025-03-05 专业 5 培训 未备案",
    );
    // The filing is asked of professional training: not of the filed one (2), not of an
    // achievement that is converted (3), not of public study (4).
    assert_eq!(warned(&year, WarningCode::FilingNotNoted), Some(vec![1, 5]));
    assert_eq!(warning_sources(&year, WarningCode::FilingNotNoted), [Clause::Hb4]);
    assert_eq!(figures(&year), "65+30=95 transfer 0 needs 0/0/0 met");
    says(Clause::Hb4, &["备案", "同意"], &["filing", "consent"]);
}

#[test]
fn hb_5_public_courses_on_platforms_that_lapsed_count_until_the_day_before_june() {
    let before = assess(HUAIBEI, 2025, DAY, "2025-05-31 公需 20 其他平台");
    assert_eq!((lost(&before).as_str(), before.total), ("", hours("20")));
    let after = assess(HUAIBEI, 2025, DAY, "2025-06-01 公需 20 其他平台");
    assert_eq!((lost(&after).as_str(), after.total), ("1: 20 platform-lapsed-or-unlisted", Hours::ZERO));
    assert_eq!(lost_sources(&after, 0), [Clause::Hb5, Clause::Hb9, Clause::Hb10]);
    says(Clause::Hb5, &["2024 年 5 月", "6 月 1 日"], &["May 2024", "1 June 2025"]);
}

#[test]
fn hb_6_seven_forms_count_alike() {
    let codes: Vec<&str> = Form::ALL.iter().map(|form| form.code()).collect();
    assert_eq!(codes, ["1", "2", "3", "4", "5", "6", "7"]);
    // Ten hours in each of the seven forms: 70, none of it lost.
    let lines: Vec<String> =
        (1..=7).map(|form| format!("2025-03-0{form} 专业 10 培训 形式={form}")).collect();
    let year = assess(HUAIBEI, 2025, DAY, &lines.join(";"));
    assert_eq!((year.counted.professional, year.uncounted), (hours("70"), Hours::ZERO));
    assert_eq!(year.rule.base.forms, [Clause::Hb6]);
    says(Clause::Hb6, &["七种", "市级以上"], &["Seven", "city level or above"]);
}

#[test]
fn hb_7_conversion_online_or_both_bring_public_hours_without_question() {
    let professional = "2025-06-15 专业 60 培训;";
    for public in [
        "2025-07-01 公需 30 折算",
        "2025-07-01 公需 30 安徽大学 合格",
        "2025-07-01 公需 10 折算; 2025-07-02 公需 20 安徽大学 合格",
    ] {
        let year = assess(HUAIBEI, 2025, DAY, &format!("{professional}{public}"));
        assert_eq!(figures(&year), "60+30=90 transfer 0 needs 0/0/0 met", "{public}");
        assert_eq!(warned(&year, WarningCode::PublicRouteUnnamed), None, "{public}");
    }
    says(Clause::Hb7, &["2025 年起", "三条途径"], &["three routes", "conversion", "online"]);
}

#[test]
fn hb_8_conversion_rests_on_109_chapter_4_and_the_method_is_but_a_label() {
    stands(Clause::Hb8, NUMBER, "四（一）", &[Use::Shown]);
    says(
        Clause::Hb8,
        &["皖人社秘〔2025〕109号", "第四章", "五年", "2030"],
        &["皖人社秘〔2025〕109号", "chapter 4", "five years", "2030"],
    );
    // No notice in hand says who is new: whichever method is set, the hours are the same.
    let entries = book("2025-07-01 公需 12 折算 规则=论文");
    for &method in Method::ALL {
        let rules = [ConversionRule { method, ..conversion_rule("论文", 10) }];
        let ledger = Ledger::new(&entries, &rules);
        let year = ledger.assess(rule(HUAIBEI, 2025), date(DAY), View::Earned);
        assert_eq!(year.total, hours("10"), "{method:?}");
    }
}

#[test]
fn hb_9a_the_official_way_in_is_written_out() {
    stands(Clause::Hb9a, NUMBER, "四（二）", &[Use::Shown]);
    says(
        Clause::Hb9a,
        &["hrss.ah.gov.cn/zxzx/ztl", "专技人员综合管理服务平台", "继续教育", "前往培训平台"],
        &["hrss.ah.gov.cn/zxzx/ztl", "continuing education", "training platforms"],
    );
}

#[test]
fn hb_9_four_bases_count_after_the_exam_and_to_thirty_hours() {
    for base in ["安徽开放大学", "安徽大学", "安徽农业大学", "安徽理工大学"] {
        let line = format!("2025-07-01 公需 30 {base}");
        let open = assess(HUAIBEI, 2025, DAY, &line);
        assert_eq!(lost(&open), "1: 30 exam-not-passed", "{base}");
        assert_eq!(lost_sources(&open, 0), [Clause::Hb9]);
        let failed = assess(HUAIBEI, 2025, DAY, &format!("{line} 不合格"));
        assert_eq!(lost(&failed), "1: 30 exam-not-passed", "{base}");
        let passed = assess(HUAIBEI, 2025, DAY, &format!("{line} 合格"));
        assert_eq!((passed.total, passed.from_bases), (hours("30"), hours("30")), "{base}");
    }
    // 30.01 is one hundredth above what a base may give.
    let over = assess(HUAIBEI, 2025, DAY, "2025-07-01 公需 30.01 安徽大学 合格");
    assert_eq!(lost(&over), "1: 0.01 over-online-ceiling");
    assert_eq!(lost_sources(&over, 0), [Clause::Hb9, Clause::T3]);
    assert_eq!(Base::ALL.len(), 4);
    says(Clause::Hb9, &["四个", "考试合格", "30"], &["four", "exam", "30"]);
}

#[test]
fn hb_10_courseware_of_other_bodies_counts_beside_the_bases_without_their_ceiling() {
    // 30 from a base and 40 of courseware: 70, for only the bases have a ceiling.
    let year = assess(HUAIBEI, 2025, DAY, "2025-07-01 公需 30 安徽大学 合格; 2025-08-01 公需 40 课件");
    assert_eq!(figures(&year), "0+70=70 transfer 0 needs 60/0/0 short");
    assert_eq!((lost(&year).as_str(), year.from_bases), ("", hours("30")));
    assert_eq!(year.rule.base.courseware, [Clause::Hb10]);
    says(Clause::Hb10, &["课件", "组织", "人社", "行业"], &["ourseware", "organisation", "industry"]);
}

#[test]
fn hb_11_what_conversion_leaves_short_is_filled_online() {
    // 60 + 18 converted: 12 are missing, and the open routes name both ways of studying online.
    let year = assess(HUAIBEI, 2025, DAY, "2025-03-01 专业 60 培训; 2025-04-01 公需 18 折算");
    assert_eq!(figures(&year), "60+18=78 transfer 0 needs 0/0/12 short");
    let steps = steps(&year);
    assert_eq!((steps.len(), steps[0].kind, steps[0].hours), (1, StepKind::Any, hours("12")));
    let ways: Vec<Way> = steps[0].routes.iter().map(|route| route.way).collect();
    assert!(ways.contains(&Way::Bases { left: Some(hours("30")) }) && ways.contains(&Way::Courseware));
    let lines = "2025-03-01 专业 60 培训; 2025-04-01 公需 18 折算; 2025-05-01 公需 12 安徽大学 合格";
    assert_eq!(assess(HUAIBEI, 2025, DAY, lines).verdict, Verdict::Met);
    assert!(year.rule.base.named_public_routes.expect("named").sources.contains(&Clause::Hb11.into()));
}

#[test]
fn hb_12_the_professional_stamp_comes_first_then_public_and_total() {
    let steps = route_of(UnitLevel::County, TitleLevel::Middle, TitleLevel::None);
    let stamped: Vec<Stamped> = steps.iter().map(|step| step.stamps).collect();
    assert_eq!(stamped, [Stamped::Professional, Stamped::PublicAndTotal]);
    assert!(steps[0].sources.contains(&Clause::Hb12.into()));
    says(Clause::Hb12, &["线下", "先专业"], &["offline", "professional subject first"]);
}

#[test]
fn hb_13_professional_hours_are_stamped_by_the_industry_department() {
    for &level in UnitLevel::ALL {
        let steps = route_of(level, TitleLevel::Middle, TitleLevel::Senior);
        assert_eq!(steps[0].office, Office::IndustryDepartment, "{level:?}");
        assert_eq!(steps[0].stamps, Stamped::Professional, "{level:?}");
        assert!(steps[0].sources.contains(&Clause::Hb13.into()), "{level:?}");
    }
    says(Clause::Hb13, &["行业主管部门", "基地"], &["industry department", "base it recognises"]);
}

#[test]
fn hb_14_county_people_go_to_county_or_city_by_title() {
    use Office::*;
    let county = UnitLevel::County;
    // Junior and middle: the county's HRSS.
    let middle = route_of(county, TitleLevel::Middle, TitleLevel::None);
    assert_eq!(offices(&middle), [IndustryDepartment, CountyHrss]);
    // Middle applying for senior this year: county, then city.
    let upward = route_of(county, TitleLevel::Middle, TitleLevel::Senior);
    assert_eq!(offices(&upward), [IndustryDepartment, CountyHrss, CityHrss]);
    // Already senior: city alone.
    let senior = route_of(county, TitleLevel::Senior, TitleLevel::None);
    assert_eq!(offices(&senior), [IndustryDepartment, CityHrss]);
    for steps in [middle, upward, senior] {
        assert!(steps[1..].iter().all(|step| step.sources == [Clause::Hb14]));
    }
    says(Clause::Hb14, &["中、初级", "当年申报高级", "已是高级"], &["junior and middle", "senior this year"]);
}

#[test]
fn hb_15_municipal_units_go_to_the_city() {
    for &held in TitleLevel::ALL {
        let steps = route_of(UnitLevel::Municipal, held, TitleLevel::Middle);
        assert_eq!(offices(&steps), [Office::IndustryDepartment, Office::CityHrss], "{held:?}");
        assert_eq!(steps[1].sources, [Clause::Hb15], "{held:?}");
        // The supervising department's stamp on the professional hours rests on it too.
        assert_eq!(steps[0].sources, [Clause::Hb13, Clause::Hb12, Clause::Hb15], "{held:?}");
    }
    says(
        Clause::Hb15,
        &["市直单位", "主管部门", "市人社局"],
        &["unicipal", "supervising department", "city HRSS"],
    );
}

#[test]
fn hb_16_surplus_professional_hours_become_public_and_never_the_other_way() {
    // 85 professional: 25 above 60; 5 public: 25 lacking of 30; so 25 move and 90 are reached.
    let surplus = assess(HUAIBEI, 2025, DAY, "2025-03-01 专业 85 培训; 2025-04-01 公需 5 课件");
    assert_eq!(figures(&surplus), "85+5=90 transfer 25 needs 0/0/0 met");
    assert_eq!(surplus.rule.transfer.sources(), [Clause::Hb16, Clause::T2]);
    // 90 public hours leave the professional need whole.
    let reverse = assess(HUAIBEI, 2025, DAY, "2025-04-01 公需 90 课件");
    assert_eq!(figures(&reverse), "0+90=90 transfer 0 needs 60/0/0 short");
    // What is converted counts for the subject that the person claimed it for.
    let claimed = assess(HUAIBEI, 2025, DAY, "2025-03-01 专业 60 折算; 2025-04-01 公需 30 折算");
    assert_eq!(figures(&claimed), "60+30=90 transfer 0 needs 0/0/0 met");
    says(Clause::Hb16, &["公需", "专业", "不能"], &["public", "professional", "never"]);
}

#[test]
fn hb_17_online_study_for_2025_ends_on_the_last_day_of_may_2026() {
    for route in ["安徽大学 合格", "课件"] {
        let on_the_day = assess(HUAIBEI, 2025, "2026-05-31", &format!("2025: 2026-05-31 公需 30 {route}"));
        assert_eq!((on_the_day.total, on_the_day.verdict), (hours("30"), Verdict::Closed), "{route}");
        let after = assess(HUAIBEI, 2025, "2026-06-01", &format!("2025: 2026-06-01 公需 30 {route}"));
        assert_eq!(lost(&after), "1: 30 outside-window", "{route}");
        assert_eq!(lost_sources(&after, 0), [Clause::Hb2, Clause::Hb17, Clause::T10], "{route}");
    }
    let deadline = rule(HUAIBEI, 2025).public_deadline;
    assert_eq!((deadline.value, deadline.confidence()), (date("2026-05-31"), Confidence::Official));
    says(Clause::Hb17, &["线上", "2026 年 5 月 31 日"], &["Online", "31 May 2026"]);
}

#[test]
fn hb_18_the_cycle_s_average_suffices_unless_one_year_holds_it_all() {
    // 2024 lacks 20 professional, 2025 has 20 more: 180 in all, 120 professional, 60 public.
    let average = cycle(HUAIBEI, 2025, DAY, "2024: 40/30 | 2025: 80/30");
    assert_eq!(average.verdict, CycleVerdict::MetOnAverage);
    assert!(average.sources.contains(&Clause::Hb18.into()));
    // All 180 in 2025.
    let crammed = cycle(HUAIBEI, 2025, DAY, "2024: 0/0 | 2025: 120/60");
    assert_eq!(crammed.verdict, CycleVerdict::Crammed);
    assert!(crammed.sources.contains(&Clause::Hb18.into()));
    says(Clause::Hb18, &["年均", "突击"], &["yearly average", "crammed into one year"]);
}

#[test]
fn hb_19_the_telephone_is_the_one_in_the_notice() {
    let steps = route_of(UnitLevel::Municipal, TitleLevel::Middle, TitleLevel::Senior);
    let city = steps.last().expect("a last step");
    assert_eq!(city.telephones.len(), 1);
    assert_eq!(
        (city.telephones[0].number.as_str(), city.telephones[0].source.clause()),
        ("0561-3881256", Some(Clause::Hb19))
    );
    says(Clause::Hb19, &["0561-3881256"], &["0561-3881256"]);
}
