//! Lines as people type and paste them.

use proptest::prelude::*;

use super::*;
use crate::book::Field;
use crate::rules::EntryId;
use crate::rules::date::day;

fn today() -> Date {
    day(2026, 11, 21)
}

/// `field=value` for every field that the line fills, in the order of the fields.
fn told(line: &str) -> String {
    let draft = read(line, today());
    let filled = Field::ALL.iter().filter(|&&field| !draft.get(field).is_empty());
    filled.map(|&field| format!("{}={}", field.code(), draft.get(field))).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_line_is_read_as_people_write_it() {
    let course = "title=机器学习培训 subject=professional end=2026-03-05 hours=6";
    for line in [
        "2026-03-05 机器学习培训 6学时 专业",
        "机器学习培训，2026年3月5日，6 学时，专业科目",
        "专业\t机器学习培训\t2026/3/5\t6",
        "  2026.3.5　机器学习培训　共６学时　专业课 ",
        "2026-03-05 机器学习培训 （6学时） professional",
        "机器学习培训 6h 2026-03-05 专业",
    ] {
        assert_eq!(told(line), course, "{line}");
    }
}

#[test]
fn every_word_that_means_something_fills_its_field() {
    assert_eq!(
        told("2026-05-01 法律法规 30学时 公需 安徽大学 合格 已登记"),
        "title=法律法规 subject=public route=anhui-university end=2026-05-01 hours=30 assessment=passed \
         status=registered"
    );
    assert_eq!(
        told("2026-02-10 2025年度 职业道德 10学时 公需 课件 通过"),
        "year=2025 title=职业道德 subject=public route=courseware end=2026-02-10 hours=10 assessment=passed"
    );
    assert_eq!(
        told("2026-03-02至2026-03-05 安全培训 24学时 专业 培训班 已备案"),
        "title=安全培训 subject=professional route=class start=2026-03-02 end=2026-03-05 hours=24 filing=yes"
    );
    assert_eq!(
        told("2026-03-05 2026-03-02 安全培训 24学时 专业"),
        "title=安全培训 subject=professional start=2026-03-02 end=2026-03-05 hours=24"
    );
}

#[test]
fn what_is_still_to_come_is_a_plan() {
    assert_eq!(told("2026-12-20 年会 8学时 专业").split(' ').next_back(), Some("status=planned"));
    assert_eq!(told("2026-03-20 年会 8学时 专业 计划").split(' ').next_back(), Some("status=planned"));
    assert!(!told("2026-11-21 年会 8学时 专业").contains("status"));
    // What the line says itself stands, and the check of the draft says what is wrong with it.
    assert!(told("2026-12-20 年会 8学时 专业 已完成").ends_with("status=completed"));
}

#[test]
fn what_means_nothing_is_the_title() {
    assert_eq!(
        told("ISO 9001 内审员 16学时 专业 2026-04-01"),
        "title=ISO 9001 内审员 subject=professional end=2026-04-01 hours=16"
    );
    assert_eq!(told("2026 年会"), "title=2026 年会");
    assert_eq!(told("Python class 6h"), "title=Python class hours=6");
    // The first of two counts; the second is a word like any other.
    assert_eq!(told("专业 公需 互认研讨 6"), "title=公需 互认研讨 subject=professional hours=6");
    assert_eq!(told("8 学时"), "hours=8");
    assert_eq!(told(""), "");
}

#[test]
fn a_title_with_words_that_mean_something_does_not_change_the_line_said_again() {
    // The second amount, the second subject and the third date of a line belong to the title.
    for line in [
        "2026-03-05 计划 课件 5学时 09学时 公需",
        "2026-03-05 培训 6学时 专业 公需 网络课件 折算认定",
        "2026-03-01 2026-03-05 回顾 2026-04-01 6学时 专业",
        "2026-03-05 \0计划 \0合格 \0已完成 6学时 专业",
    ] {
        let entry = read(line, today()).check(today()).expect("a sound line").with_id(EntryId(1));
        let said = write(&entry, entry.end);
        let again = read(&said, today()).check(today()).expect("a sound line").with_id(EntryId(1));
        let told = |entry: &Entry| (entry.title.clone(), entry.end, entry.hours, entry.subject, entry.route);
        assert_eq!(told(&again), told(&entry), "{said}");
    }
}

proptest! {
    #[test]
    fn no_line_brings_the_reading_down(line in "\\PC{0,80}") {
        let draft = read(&line, today());
        prop_assert!(draft.title.chars().count() <= line.chars().count());
    }

    #[test]
    fn a_line_written_from_an_entry_says_it_again(
        title in "[甲乙丙丁戊己庚辛]{1,8}( [子丑寅卯]{1,4})?",
        hundredths in 1u64..=999_999,
        subject in prop::sample::select(Subject::ALL),
        route in prop::sample::select(Route::ALL.to_vec()),
        outcome in prop::sample::select(Outcome::ALL),
        planned in any::<bool>(),
    ) {
        let line = format!("2026-03-05 {title} 1学时 专业");
        let entry = read(&line, today()).check(today()).expect("a sound line").with_id(EntryId(1));
        let status = if planned { Status::Planned } else { Status::Completed };
        let hours = Hours::from_hundredths(hundredths);
        let form = entry.form;
        let entry = Entry { hours, subject, route, outcome, status, ..entry };
        let again = read(&write(&entry, entry.end), today()).check(today()).expect("a sound line");
        prop_assert_eq!(Entry { form, ..again.with_id(EntryId(1)) }, entry);
    }
}
