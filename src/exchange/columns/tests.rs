//! Headers as people write them.

use super::*;

fn header(names: &[&str]) -> (Layout, Vec<Finding>) {
    Layout::read(&names.iter().map(|name| name.to_string()).collect::<Vec<_>>())
}

#[test]
fn columns_are_found_by_name_in_any_order() {
    let names: Vec<&str> = Column::ALL.iter().rev().map(|column| column.name()).collect();
    let (layout, findings) = header(&names);
    assert!(findings.is_empty());
    assert!(layout.carried().eq(Column::ALL.iter().rev().copied()));
}

#[test]
fn columns_are_found_by_code() {
    let names: Vec<&str> = Column::ALL.iter().map(|column| column.code()).collect();
    assert!(header(&names).0.carried().eq(Column::ALL.iter().copied()));
}

#[test]
fn a_header_is_known_however_it_is_written() {
    for (name, column) in [
        ("\u{FEFF}归属年度", Column::Year),
        (" 项目　名称 ", Column::Title),
        ("“结束日期”", Column::End),
        ("*学时：", Column::Hours),
        ("培训（活动）内容", Column::Title),
        ("结束日期（必填）", Column::End),
        ("学时(小时)", Column::Hours),
        ("证书号", Column::Certificate),
        ("考试考核结果", Column::Assessment),
        ("开始时间", Column::Start),
        ("Conversion_Rule", Column::ConversionRule),
        ("organizer", Column::Organiser),
    ] {
        assert_eq!(recognise(name).map(|(column, _)| column), Some(column), "{name}");
    }
}

#[test]
fn no_name_stands_for_two_columns() {
    for &column in Column::ALL {
        for name in [column.name(), column.code()].iter().chain(column.synonyms()) {
            assert_eq!(recognise(name).map(|(column, _)| column), Some(column), "{name}");
        }
    }
}

#[test]
fn all_missing_columns_are_named_at_once() {
    let (_, findings) = header(&["项目名称", "学时"]);
    assert_eq!(findings, [Finding::MissingColumns(vec![Column::Subject, Column::End])]);
}

#[test]
fn a_line_of_data_is_no_header() {
    let (_, findings) = header(&["智能电网", "2026-03-05", "6"]);
    let all = vec![Column::Title, Column::Subject, Column::End, Column::Hours];
    assert_eq!(findings, [Finding::MissingColumns(all)]);
}

#[test]
fn an_unknown_column_is_named_and_passed_over() {
    let (layout, findings) = header(&["序号", "名称", "科目", "", "结束日期", "学时"]);
    assert_eq!(findings, [Finding::UnknownColumn { header: "序号".into(), position: 1 }]);
    assert!(!findings[0].stops_the_import());
    assert_eq!(layout.column(1), Some(Column::Title));
}

#[test]
fn two_headers_for_one_column_are_ambiguous() {
    let (_, findings) = header(&["项目名称", "科目类别", "结束日期", "学时", "学时"]);
    assert_eq!(findings[0], Finding::DuplicateColumn { column: Column::Hours, positions: [4, 5] });
    assert!(findings[0].stops_the_import());
}

#[test]
fn a_columns_own_name_goes_before_other_names() {
    let (layout, findings) = header(&["单位", "项目名称", "科目类别", "结束日期", "学时", "主办单位"]);
    assert_eq!((layout.column(0), layout.column(5)), (None, Some(Column::Organiser)));
    assert_eq!(findings, [Finding::UnknownColumn { header: "单位".into(), position: 1 }]);
}
