//! The columns of the file format: an entry's fields, under the names that people use.

use super::finding::{Finding, excerpt};
/// A column holds a field; they are one list.
pub use crate::book::Field as Column;
use crate::rules::hours::half_width;

impl Column {
    /// The column's name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Column::Year => "归属年度",
            Column::Title => "项目名称",
            Column::Subject => "科目类别",
            Column::Form => "学习形式",
            Column::Route => "途径",
            Column::Organiser => "主办单位",
            Column::Start => "开始日期",
            Column::End => "结束日期",
            Column::Hours => "学时",
            Column::Assessment => "考核结果",
            Column::Certificate => "证书编号",
            Column::Status => "状态",
            Column::Filing => "备案",
            Column::Remarks => "备注",
            Column::ConversionRule => "折算规则",
            Column::ConversionQuantity => "折算数量",
            Column::Evidence => "证明材料",
        }
    }

    /// Other names for it, as certificates, office forms and platforms' lists have them.
    const fn synonyms(self) -> &'static [&'static str] {
        match self {
            Column::Year => &["年度", "年份", "所属年度"],
            Column::Title => &[
                "名称",
                "项目",
                "培训内容",
                "培训(活动)内容",
                "活动内容",
                "培训名称",
                "培训项目",
                "课程名称",
                "学习内容",
                "name",
            ],
            Column::Subject => &["科目", "科目类型", "类别"],
            Column::Form => &["形式", "培训形式", "学习方式"],
            Column::Route => &["学习途径", "学时途径"],
            Column::Organiser => {
                &["单位", "举办单位", "培训单位", "培训机构", "施教机构", "organizer", "provider"]
            }
            Column::Start => &["开始时间", "起始日期", "起始时间", "start-date"],
            Column::End => &["结束时间", "完成日期", "完成时间", "结业日期", "结业时间", "end-date", "date"],
            Column::Hours => &["学时数", "学时(小时)", "认定学时", "credit-hours"],
            Column::Assessment => &["考核", "考试结果", "考试考核结果", "考核情况", "outcome"],
            Column::Certificate => &["证书号", "证书号码", "结业证书编号", "certificate-number"],
            Column::Status => &["记录状态"],
            Column::Filing => &["备案情况", "是否备案"],
            Column::Remarks => &["说明", "notes", "remark"],
            Column::ConversionRule => &["折算标准", "折算项目"],
            Column::ConversionQuantity => &["数量", "quantity"],
            Column::Evidence => &["证明材料编号", "证明", "附件"],
        }
    }
}

/// How well a header names a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Name,
    Synonym,
}

/// What each column of a file holds, by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    at: Vec<Option<Column>>,
}

impl Layout {
    /// Reads a header: the columns, and what is to be said about them.
    pub fn read(header: &[String]) -> (Layout, Vec<Finding>) {
        let fits: Vec<Option<(Column, Fit)>> = header.iter().map(|name| recognise(name)).collect();
        let mut layout = Layout { at: vec![None; header.len()] };
        let mut findings = Vec::new();
        for &column in Column::ALL {
            let named = |fit: Fit| {
                let fits = fits.iter().enumerate();
                fits.filter(move |(_, found)| **found == Some((column, fit))).map(|(at, _)| at)
            };
            // The column's own name goes before other names for it.
            let mut found = named(Fit::Name).peekable();
            let (first, second) = match found.peek() {
                Some(_) => (found.next(), found.next()),
                None => {
                    let mut found = named(Fit::Synonym);
                    (found.next(), found.next())
                }
            };
            if let (Some(first), Some(second)) = (first, second) {
                findings.push(Finding::DuplicateColumn { column, positions: [first + 1, second + 1] });
            }
            if let Some(first) = first {
                layout.at[first] = Some(column);
            }
        }
        let missing: Vec<Column> = (Column::ALL.iter().copied())
            .filter(|&column| column.is_required() && !layout.carries(column))
            .collect();
        if !missing.is_empty() {
            findings.push(Finding::MissingColumns(missing));
        }
        // Where nothing is known the line is no header at all, and its cells are no names.
        let names = if layout.carried().next().is_some() { header } else { &[] };
        for (at, name) in names.iter().enumerate() {
            if layout.at[at].is_none() && !name.trim().is_empty() {
                findings.push(Finding::UnknownColumn { header: excerpt(name), position: at + 1 });
            }
        }
        (layout, findings)
    }

    pub fn len(&self) -> usize {
        self.at.len()
    }

    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    pub fn column(&self, position: usize) -> Option<Column> {
        self.at.get(position).copied().flatten()
    }

    pub fn carries(&self, column: Column) -> bool {
        self.at.contains(&Some(column))
    }

    pub fn carried(&self) -> impl Iterator<Item = Column> {
        self.at.iter().copied().flatten()
    }
}

/// Whether a header names a column of the format.
pub fn is_known(header: &str) -> bool {
    recognise(header).is_some()
}

fn recognise(header: &str) -> Option<(Column, Fit)> {
    let plain = plain(header);
    // "结束日期(必填)": what stands in brackets at the end is an explanation.
    let without_hint = plain.ends_with(')').then(|| plain.rfind('(').map(|at| &plain[..at])).flatten();
    [Some(plain.as_str()), without_hint].into_iter().flatten().find_map(|name| {
        Column::ALL.iter().find_map(|&column| {
            if name == column.name() || name == column.code() {
                Some((column, Fit::Name))
            } else {
                column.synonyms().contains(&name).then_some((column, Fit::Synonym))
            }
        })
    })
}

/// A header without what differs between programs: width, case, blanks, quotes, marks.
fn plain(header: &str) -> String {
    header
        .chars()
        .map(half_width)
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '\u{FEFF}' | '\u{200B}' | '"' | '“' | '”' | '\'' | '*' | ':')
        })
        .map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() })
        .collect()
}

#[cfg(test)]
mod tests;
