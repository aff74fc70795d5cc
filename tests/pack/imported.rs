//! A year by an imported notice, on paper: beside every figure who handed it out, and where it stands.

use xueshi::book::{Book, Profile};
use xueshi::exchange::notice::read;
use xueshi::i18n::paper;
use xueshi::report::pack::Pack;
use xueshi::rules::{Clause, Source, TitleLevel, UnitLevel};

use crate::notation::*;

const NOTICE: &str = include_str!("../fixtures/notice-2027.json");

/// A person of Huaibei's counties in 2027, by the notice of the fixture: 96 in all, 64 professional,
/// 32 from the bases, public study to 30 June 2028.
fn pack_2027(notice: &str, lines: &str) -> Pack {
    let mut book: Book = book("huaibei", lines);
    book.set_profile(Profile {
        unit_level: UnitLevel::County,
        title_sought: TitleLevel::Senior,
        ..book.profile().clone()
    });
    book.put_notice(read(notice).expect("a notice"));
    pack_of(&book, "2027", "2028-07-02")
}

#[test]
fn the_foot_names_publisher_document_and_sections() {
    let pack = pack_2027(NOTICE, "2027-06-15 专业 70 培训");
    // Total and professional part stand in 二, the last day of public study in 六（一）.
    let place = "转引（示例公司人事处：示例人社秘〔2027〕1号 二、六（一））";
    assert_eq!(paper::basis(&pack.years[0].basis), place);
    assert_eq!(
        paper::foot(&pack.years, &pack.years[0].basis, pack.made, paper::DISCLAIMER),
        format!("规则：2027 年度（淮北市）。依据：{place}。2028年7月2日制。{}", paper::DISCLAIMER)
    );
    // The cover rests on the stamp route, too: the industry department by 五（一）, the rest by 五（二）.
    assert_eq!(
        paper::basis(&pack.basis),
        "转引（示例公司人事处：示例人社秘〔2027〕1号 二、六（一）、五（一）、五（二））"
    );
}

#[test]
fn each_imported_figure_stands_with_its_own_place() {
    let pack = pack_2027(NOTICE, "");
    let at = |section| format!("，转引（示例公司人事处：示例人社秘〔2027〕1号 {section}）");
    let said = [
        format!("应学 96{}", at("二")),
        format!("专业 64{}", at("二")),
        format!("公需学习截至 2028-06-30{}", at("六（一）")),
        format!("四个基地合计上限 32{}", at("四（二）")),
        format!("专业超出部分可转入公需{}", at("五 注意")),
    ];
    assert_eq!(paper::imported(&pack.years[0].assessment.rule), Some(said.join("；") + "。"));
    // What ships is named in the foot.
    let shipped = pack_of(&book("luan", ""), "2026", "2026-11-21");
    assert_eq!(paper::imported(&shipped.years[0].assessment.rule), None);
}

#[test]
fn what_does_not_count_by_an_imported_figure_says_whose_it_is() {
    // 40 on a base, of which the notice's 32 count; a course that ended a day after its last day.
    let pack = pack_2027(NOTICE, "2027-07-01 公需 40 基地; 2027: 2028-07-01 公需 3 课件");
    let grounds: Vec<String> = pack.years[0].uncounted.iter().map(paper::grounds).collect();
    assert_eq!(
        grounds[0],
        "共 40 学时，未计入 8 学时。超出四个基地合计上限。依据：转引（示例公司人事处：示例人社秘〔2027〕1号 四（二））。"
    );
    // The year's own days by 二, the days after it by 六（一）.
    let late = "依据：转引（示例公司人事处：示例人社秘〔2027〕1号 二、六（一））。";
    assert!(grounds[1].ends_with(late), "{}", grounds[1]);
}

#[test]
fn an_imported_telephone_says_whose_it_is() {
    let route = pack_2027(NOTICE, "").route;
    let told: Vec<Option<String>> = route.steps.iter().map(paper::telephones).collect();
    let city = "电话：示例窗口 0561-0000000，转引（示例公司人事处：示例人社秘〔2027〕1号 文末）。".to_owned();
    // Industry department, county, city; the notice's number is the city's.
    assert_eq!(told, [None, None, Some(city)]);
    // An official one stands as in the notice, which the foot names.
    let official = pack_of(&book("huaibei", ""), "2025", "2025-12-01").route;
    for told in official.steps.iter().filter_map(paper::telephones) {
        assert!(!told.contains("转引"), "{told}");
    }
}

#[test]
fn sources_stand_in_the_order_in_which_a_figure_rests_on_them() {
    let rule = pack_2027(NOTICE, "").years[0].assessment.rule.clone();
    let total = rule.base.total.sources[0].clone();
    let sources = [total.clone(), Clause::T2.into(), Clause::Hb3.into(), total, Clause::Hb2.into()];
    assert_eq!(
        paper::places(&sources),
        "转引（示例公司人事处：示例人社秘〔2027〕1号 二）；整理时的理解，通知没有写明；淮人社秘〔2025〕144号二"
    );
    assert_eq!(paper::places(&[] as &[Source]), "");
}

#[test]
fn two_publishers_of_one_document_are_told_apart() {
    let other = NOTICE.replace("示例公司人事处", "另一个部门");
    let cited = |notice| pack_2027(notice, "").years[0].basis.clone();
    let both = [cited(NOTICE), cited(&other)].concat();
    assert_eq!(
        paper::basis(&both),
        "转引（示例公司人事处：示例人社秘〔2027〕1号 二、六（一））、转引（另一个部门：示例人社秘〔2027〕1号 二、六（一））"
    );
}

#[test]
fn very_long_names_leave_room_for_the_sheet() {
    // 200 characters are the most that a notice's text may have; 59 and an ellipsis are printed.
    let long = NOTICE.replace("示例公司人事处", &"处".repeat(200));
    let told = paper::basis(&pack_2027(&long, "").years[0].basis);
    assert_eq!(told, format!("转引（{}…：示例人社秘〔2027〕1号 二、六（一））", "处".repeat(59)));
}
