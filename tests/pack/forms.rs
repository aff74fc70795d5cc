//! The lines of the forms, their sums, and what stands apart.

use xueshi::book::{Book, Profile};
use xueshi::i18n::paper;
use xueshi::report::pack::{Gap, HeadField, Scope, scopes};
use xueshi::rules::date::day;
use xueshi::rules::entry::ConversionUse;
use xueshi::rules::stamp_route::Office;
use xueshi::rules::year::Reason;
use xueshi::rules::{City, ConversionRule, Entry, EntryId, Hours, TitleLevel};

use crate::notation::*;

#[test]
fn every_line_stands_once_in_order_of_completion_with_its_number() {
    let book = book(
        "luan",
        "2026-06-15 专业 20 培训; 2026-03-01 专业 40 培训; 2026-09-01 公需 30 课件; 2026-12-01 专业 9 培训 计划",
    );
    let pack = pack_of(&book, "2026", "2026-11-21");
    assert_eq!(lines(&pack.years[0]), ["2026-01 第 2 项 40", "2026-02 第 1 项 20", "2026-03 第 3 项 30"]);
    // 40 + 20 professional, 30 public; what is planned is no part of it.
    let foot = pack.years[0].foot;
    assert_eq!((foot.professional.count, foot.professional.hours), (2, Hours::whole(60)));
    assert_eq!((foot.online.count, foot.public(), foot.total), (1, Hours::whole(30), Hours::whole(90)));
    assert_eq!(pack.copies(), 3);
    assert_eq!(paper::copies(&pack.years[0]), "2026-01 至 2026-03");
    assert_eq!(
        paper::arithmetic(&foot, &pack.years[0].assessment.rule),
        "专业 60 + 公需 30（30 + 0 + 0）= 90"
    );
    assert_eq!(paper::verdict(&pack.years[0]), "达标");
}

#[test]
fn beyond_99_lines_the_numbers_have_three_digits() {
    let lines: Vec<String> = (0..100).map(|nth| format!("2026-01-{:02} 专业 1 培训", nth % 28 + 1)).collect();
    let pack = pack_of(&book("luan", &lines.join(";")), "2026", "2026-11-21");
    assert_eq!(pack.years[0].rows[0].evidence_number, "2026-001");
    assert_eq!(pack.years[0].rows[99].evidence_number, "2026-100");
}

#[test]
fn the_public_part_is_told_apart_by_route() {
    // 10 on a base and 5 as courseware are online; 4 are a conversion; 3 a class, 2 on another
    // platform before it lapsed on 1 June 2025.
    let book = book(
        "huaibei",
        "2025-03-01 公需 10 基地; 2025-03-02 公需 5 课件; 2025-03-03 公需 4 折算; 2025-03-04 公需 3 培训; 2025-03-05 公需 2 其他平台",
    );
    let foot = pack_of(&book, "2025", "2025-12-01").years[0].foot;
    assert_eq!((foot.online.hours, foot.online.count), (Hours::whole(15), 2));
    assert_eq!((foot.conversion.hours, foot.conversion.count), (Hours::whole(4), 1));
    assert_eq!((foot.other.hours, foot.other.count), (Hours::whole(5), 2));
    assert_eq!((foot.public(), foot.total), (Hours::whole(24), Hours::whole(24)));
}

#[test]
fn what_does_not_count_stands_apart_and_in_no_total() {
    // 45 on the bases: 30 count. A lapsed platform, and an exam that was not sat: nothing counts.
    let book = book(
        "huaibei",
        "2025-06-15 专业 60 培训; 2025-07-01 公需 45 基地; 2025-08-01 公需 10 其他平台; 2025-09-01 公需 6 基地 未考",
    );
    let pack = pack_of(&book, "2025", "2025-12-01");
    let form = &pack.years[0];
    assert_eq!(lines(form), ["2025-01 第 1 项 60", "2025-02 第 2 项 30"]);
    assert_eq!(form.foot.total, Hours::whole(90));
    let apart: Vec<_> = form
        .uncounted
        .iter()
        .map(|line| (line.evidence_number.as_deref(), line.row.hours, line.row.reason))
        .collect();
    assert_eq!(
        apart,
        [
            (Some("2025-02"), Hours::whole(15), Reason::OverOnlineCeiling),
            (None, Hours::whole(10), Reason::PlatformLapsedOrUnlisted),
            (None, Hours::whole(6), Reason::ExamNotPassed),
        ]
    );
    // The clause stands as document and section; the shared ceiling is the tool's reading.
    assert_eq!(
        paper::grounds(&form.uncounted[0]),
        "共 45 学时，未计入 15 学时。超出四个基地合计上限。依据：淮人社秘〔2025〕144号四（二）；整理时的理解，通知没有写明。"
    );
}

#[test]
fn the_lines_add_up_to_what_the_engine_counts() {
    let book = book(
        "luan",
        "2026-01-05 专业 12.25 培训; 2026-02-05 公需 20.5 基地; 2026-03-05 公需 20 基地; 2026-04-05 公需 7.75 折算; 2025: 2026-04-06 公需 3 课件; 2026-05-05 专业 70 培训",
    );
    let pack = pack_of(&book, "2026", "2026-11-21");
    let form = &pack.years[0];
    let assessment = &form.assessment;
    assert_eq!(form.foot.professional.hours, assessment.counted.professional);
    assert_eq!(form.foot.public(), assessment.counted.public);
    assert_eq!((form.foot.total, form.foot.transfer), (assessment.total, assessment.transfer));
    let apart: Hours = form.uncounted.iter().map(|line| line.row.hours).sum();
    assert_eq!(apart, assessment.uncounted);
}

#[test]
fn a_cycle_is_a_form_for_each_year_and_their_sums() {
    let pack = pack_of(&five_years(), Scope::CYCLE, "2026-12-01");
    let totals: Vec<String> =
        pack.years.iter().map(|year| format!("{} {}", year.year(), year.foot.total)).collect();
    assert_eq!(totals, ["2022 95", "2023 30", "2024 110", "2025 105", "2026 115"]);
    // A copy has the same number whether its year is printed by itself or within the cycle.
    assert_eq!(pack.years[4].rows[1].evidence_number, "2026-02");
    assert_eq!(pack.copies(), 9);
    // 95 + 30 + 110 + 105 + 115 = 455; ÷ 5 = 91.
    assert_eq!(
        paper::cycle_sum(&pack.check),
        "5 年合计 455，应学 450；专业 300，应学 300；年均 455 ÷ 5 = 91（余数舍去）"
    );
    assert_eq!(paper::scope(&pack), "任职周期 2022–2026 年，2026 年申报");
    // The route is that of the application year, whatever year a form is for.
    let offices: Vec<Office> = pack.route.steps.iter().map(|step| step.office).collect();
    assert_eq!(offices, [Office::IndustryDepartment, Office::CityHrss]);
}

#[test]
fn a_cycle_can_be_chosen_once_it_is_set() {
    let codes = |book: &Book| -> Vec<String> {
        scopes(book, day(2026, 11, 21)).into_iter().map(Scope::code).collect()
    };
    assert_eq!(codes(&five_years())[..3], ["cycle", "2027", "2026"]);
    let without = book("luan", "");
    assert_eq!(codes(&without), ["2027", "2026", "2025", "2024", "2023", "2022"]);
    assert_eq!(Scope::from_code(Scope::CYCLE, &without), None);
    assert_eq!(Scope::from_code("2026", &without), Some(Scope::Year(year(2026))));
}

#[test]
fn what_the_papers_lack_is_said() {
    let mut book = book("luan", "2026-06-15 专业 40 培训");
    let codes = |book: &Book, code: &str| -> Vec<&'static str> {
        pack_of(book, code, "2026-11-21").gaps.iter().map(Gap::code).collect()
    };
    assert_eq!(codes(&book, "2026"), ["head-incomplete", "not-met", "no-evidence"]);
    assert_eq!(codes(&book, "2025"), ["head-incomplete", "no-rows"]);
    book.set_profile(Profile {
        name: "王敏".into(),
        sex: "女".into(),
        unit: "某设计院".into(),
        unit_kind: "企业".into(),
        certificate_book: "123".into(),
        ..book.profile().clone()
    });
    assert_eq!(codes(&book, "2026"), ["not-met", "no-evidence"]);
    // A title held wants the day since when.
    book.set_profile(Profile { title_held: TitleLevel::Middle, ..book.profile().clone() });
    let gaps = pack_of(&book, "2026", "2026-11-21").gaps;
    assert_eq!(gaps[0], Gap::Head(vec![HeadField::TitleHeldSince]));
    assert_eq!(gaps[1], Gap::NotMet(vec![year(2026)]));
    assert_eq!(gaps[2], Gap::NoEvidence(vec![EntryId(1)]));
}

#[test]
fn a_conversion_beyond_its_cap_is_a_line_and_a_remainder() {
    let rule = ConversionRule {
        name: "论文".into(),
        kind: "论文".into(),
        unit: xueshi::rules::conversion::Unit::Item,
        hours_per_unit: None,
        cap_per_year: Some(Hours::whole(10)),
        subject: None,
        method: xueshi::rules::conversion::Method::Unknown,
        source: "窗口答复".into(),
    };
    let used = ConversionUse { rule: "论文".into(), quantity: None };
    let converted = Entry { conversion: Some(used), ..entry(1, "2026-05-01 公需 12.5 折算") };
    let profile = Profile { city: City::Other, ..Profile::default() };
    let pack = pack_of(&Book::from_parts(profile, vec![rule], [converted]), "2026", "2026-11-21");
    let form = &pack.years[0];
    assert_eq!(lines(form), ["2026-01 第 1 项 10"]);
    assert_eq!(form.uncounted[0].row.hours, Hours::from_hundredths(250));
    assert_eq!(form.uncounted[0].evidence_number.as_deref(), Some("2026-01"));
}
