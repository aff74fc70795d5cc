//! Cells as people write them.

use proptest::prelude::*;

use super::*;
use crate::rules::hours::HoursError;

fn check(column: Column, cases: &[(&str, &str)]) {
    for (cell, meant) in cases {
        assert_eq!(read(column, cell), *meant, "{column:?} {cell:?}");
    }
}

#[test]
fn subjects_are_known_by_name_short_name_and_code() {
    check(
        Column::Subject,
        &[
            ("专业科目", "professional"),
            (" 公需\u{3000}科目\u{200B}", "public"),
            ("公需", "public"),
            ("专业", "professional"),
            ("Public", "public"),
            ("必修", "必修"),
            ("", ""),
        ],
    );
}

#[test]
fn forms_are_known_by_number_by_name_and_by_both() {
    for (cell, code) in [
        ("1", "1"),
        ("７", "7"),
        ("1.培训班、研修班、进修班", "1"),
        ("（２）到生产单位实践", "2"),
        ("3、网络", "3"),
        ("4 ：讲座", "4"),
        ("1 培训班", "1"),
        ("参加培训班、研修班或者进修班学习", "1"),
        ("到教学、科研、生产单位实践", "2"),
        ("网络远程教育、移动端", "3"),
        ("网络培训班", "3"),
        ("学术会议、讲座、访问", "4"),
        ("学术研究", "5"),
        ("为论文论著、科研项目进行的研究", "5"),
        ("行业专业技术资格考试", "6"),
        ("考试培训班", "1"),
        ("主管部门规定的其他方式", "7"),
        ("培训", "1"),
    ] {
        assert_eq!(form(cell).map(Form::code), Some(code), "{cell}");
    }
    for cell in ["", "0", "8", "12", "1-2", "1.5", "2026", "自学"] {
        assert_eq!(form(cell), None, "{cell}");
    }
}

#[test]
fn choices_are_known_by_name_and_code() {
    for route in Route::ALL {
        check(Column::Route, &[(route.code(), route.code())]);
    }
    check(
        Column::Route,
        &[
            ("安徽开放大学", "ah-open-university"),
            ("安徽大学", "anhui-university"),
            ("安徽农业大学", "ah-agricultural-university"),
            ("安徽理工大学", "ah-science-technology-university"),
            ("其他平台", "other-platform"),
            ("网络课件", "courseware"),
            ("培训活动", "class"),
            ("折算认定", "conversion"),
            ("在家", "在家"),
        ],
    );
    check(
        Column::Assessment,
        &[
            ("合格", "passed"),
            ("优秀", "passed"),
            ("良好", "passed"),
            ("通过", "passed"),
            ("不合格", "failed"),
            ("未通过", "failed"),
            ("未考核", "none"),
            ("none", "none"),
            ("95", "95"),
        ],
    );
    check(
        Column::Status,
        &[
            ("计划", "planned"),
            ("已完成", "completed"),
            ("已登记", "registered"),
            ("已审验", "verified"),
            ("未完成", "未完成"),
        ],
    );
    check(
        Column::Filing,
        &[
            ("是", "yes"),
            ("已备案", "yes"),
            ("否", "no"),
            ("未备案", "no"),
            ("不详", "unknown"),
            ("YES", "yes"),
        ],
    );
}

#[test]
fn dates_are_iso_whatever_a_spreadsheet_adds() {
    check(
        Column::End,
        &[
            ("2026-03-05", "2026-03-05"),
            ("2026/3/5", "2026-03-05"),
            ("2026.3.5", "2026-03-05"),
            ("2026年3月5日", "2026-03-05"),
            ("２０２６年 3月 5日", "2026-03-05"),
            ("2026-03-05 00:00:00", "2026-03-05"),
            ("2026/3/5 0:00", "2026-03-05"),
            ("2026-03-05T09:30:00.000", "2026-03-05"),
            ("2026年3月5日 8:30", "2026-03-05"),
            ("2026-03-04T16:00:00Z", "2026-03-04T16:00:00Z"),
            ("2026-03-04T16:00:00+08:00", "2026-03-04T16:00:00+08:00"),
            ("2026-02-30 0:00", "2026-02-30 0:00"),
            ("46086", "46086"),
        ],
    );
}

#[test]
fn hours_lose_their_unit() {
    check(
        Column::Hours,
        &[
            ("6学时", "6"),
            ("4.5 h", "4.5"),
            ("4.5H", "4.5"),
            ("６ 学时", "６"),
            ("6课时", "6课时"),
            ("学时", ""),
        ],
    );
}

#[test]
fn a_cell_says_more_than_the_form_where_a_spreadsheet_is_to_blame() {
    let not_a_date = FieldErrorKind::Date(DateError::NotADate);
    let not_a_number = FieldErrorKind::Hours(HoursError::NotANumber);
    for (cell, kind, meant) in [
        ("46086", not_a_date, CellError::DayNumber),
        ("########", not_a_date, CellError::HashMarks),
        ("###", not_a_number, CellError::HashMarks),
        ("soon", not_a_date, CellError::Field(not_a_date)),
        ("", FieldErrorKind::Required, CellError::Field(FieldErrorKind::Required)),
    ] {
        assert_eq!(explain(cell, kind), meant, "{cell}");
    }
}

#[test]
fn the_mark_against_formulas_comes_off_and_other_apostrophes_stay() {
    check(
        Column::Title,
        &[
            ("'=1+1", "=1+1"),
            ("'@会议", "@会议"),
            ("'-5", "-5"),
            ("'\t表", "表"),
            ("'＝1", "＝1"),
            ("''=1", "'=1"),
            ("'94 年会", "'94 年会"),
            ("'", "'"),
            ("=1+1", "=1+1"),
        ],
    );
    assert_eq!(guard("=1"), "'=1");
    assert_eq!(guard("会议"), "会议");
}

proptest! {
    #[test]
    fn a_guarded_text_starts_no_formula_and_comes_back(text in "['=+@＝\t\ra-]{0,6}") {
        let guarded = guard(&text);
        prop_assert!(!guarded.starts_with(FORMULA_STARTS));
        prop_assert_eq!(unguard(&guarded), text);
    }

    #[test]
    fn no_cell_panics(cell: String, column in 0usize..17) {
        read(Column::ALL[column], &cell);
    }
}
