//! Cells as people and spreadsheets write them, turned into what a draft holds: codes, ISO dates,
//! plain numbers. What is not understood stays as it is, and the draft's check says so.

use super::columns::Column;
use super::finding::CellError;
use crate::book::FieldErrorKind;
use crate::rules::date::{DateError, parse_date};
use crate::rules::hours::half_width;
use crate::rules::{Base, Filing, Form, Outcome, Route, Status, Subject};

/// What makes a spreadsheet read a cell as a formula; full-width signs do in Chinese editions.
const FORMULA_STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The mark that a file puts before a cell which could start a formula.
const GUARD: char = '\'';

/// A cell that no spreadsheet takes for a formula. The guard goes before guards too, so that
/// [`unguard`] gives back every text.
pub fn guard(text: &str) -> String {
    if text.trim_start_matches(GUARD).starts_with(FORMULA_STARTS) {
        format!("{GUARD}{text}")
    } else {
        text.into()
    }
}

/// The text that [`guard`] was given.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix(GUARD) {
        Some(text) if text.trim_start_matches(GUARD).starts_with(FORMULA_STARTS) => text,
        _ => cell,
    }
}

/// What a cell of a column means, in the words of a draft.
pub fn read(column: Column, cell: &str) -> String {
    let text = unguard(cell.trim_matches(is_blank)).trim_matches(is_blank);
    let code = match column {
        Column::Subject => subject(text).map(Subject::code),
        Column::Form => form(text).map(Form::code),
        Column::Route => route(text).map(Route::code),
        Column::Assessment => outcome(text).map(Outcome::code),
        Column::Status => status(text).map(Status::code),
        Column::Filing => filing(text).map(Filing::code),
        Column::Start | Column::End => return date(text),
        Column::Hours => return hours(text),
        _ => None,
    };
    code.unwrap_or(text).into()
}

/// Why a cell was not understood, where a file's cell allows to say more than the form would.
pub fn explain(cell: &str, kind: FieldErrorKind) -> CellError {
    let plain = plain(cell);
    let not_a_date = kind == FieldErrorKind::Date(DateError::NotADate);
    if !plain.is_empty() && plain.bytes().all(|b| b == b'#') {
        CellError::HashMarks
    } else if not_a_date && plain.len() == 5 && plain.bytes().all(|b| b.is_ascii_digit()) {
        CellError::DayNumber
    } else {
        CellError::Field(kind)
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')
}

/// Half-width, lower case, without blanks: only for comparing with known words.
fn plain(cell: &str) -> String {
    let chars = cell.chars().filter(|&c| !is_blank(c)).map(half_width);
    chars.filter(|c| *c != ' ').map(|c| c.to_ascii_lowercase()).collect()
}

pub fn subject(cell: &str) -> Option<Subject> {
    match plain(cell).as_str() {
        "专业" | "专业科目" | "专业课" => Some(Subject::Professional),
        "公需" | "公需科目" | "公需课" => Some(Subject::Public),
        code => Subject::from_code(code),
    }
}

/// A number from 1 to 7, bare or before a name ("3.网络远程教育"), or a name alone.
pub fn form(cell: &str) -> Option<Form> {
    let plain = plain(cell);
    let numbered = plain.strip_prefix('(').unwrap_or(&plain);
    if let Some(code) = numbered.get(..1).filter(|code| Form::from_code(code).is_some()) {
        let rest = &numbered[1..];
        let name = rest.trim_start_matches(['.', '、', ':', ')']);
        if rest.is_empty() || (name != rest && !name.starts_with(|c: char| c.is_ascii_digit())) {
            return Form::from_code(code);
        }
    }
    // The more telling word goes first: 网络培训班 is online, 学术研究 research.
    let words: [(Form, &[&str]); 9] = [
        (Form::Online, &["网络", "远程", "移动", "线上", "在线"]),
        (Form::Class, &["培训班", "研修班", "进修班"]),
        (Form::Practice, &["实践"]),
        (Form::Exam, &["考试"]),
        (Form::Research, &["论文", "论著", "研究"]),
        (Form::Conference, &["会议", "讲座", "访问"]),
        (Form::Conference, &["学术"]),
        (Form::Class, &["培训", "研修", "进修"]),
        (Form::Other, &["其他", "其它"]),
    ];
    words.iter().find(|(_, words)| words.iter().any(|word| plain.contains(word))).map(|(form, _)| *form)
}

pub fn route(cell: &str) -> Option<Route> {
    match plain(cell).as_str() {
        "安徽开放大学" => Some(Route::Base(Base::AhOpenUniversity)),
        "安徽大学" => Some(Route::Base(Base::AnhuiUniversity)),
        "安徽农业大学" => Some(Route::Base(Base::AhAgriculturalUniversity)),
        "安徽理工大学" => Some(Route::Base(Base::AhScienceTechnologyUniversity)),
        "其他平台" | "其它平台" => Some(Route::OtherPlatform),
        "网络课件" | "课件" => Some(Route::Courseware),
        "培训活动" | "培训" | "活动" | "培训班" => Some(Route::Class),
        "折算认定" | "折算" | "学时折算" | "学时折算认定" => Some(Route::Conversion),
        code => Route::from_code(code),
    }
}

pub fn outcome(cell: &str) -> Option<Outcome> {
    match plain(cell).as_str() {
        "合格" | "通过" | "优秀" | "良好" | "及格" => Some(Outcome::Passed),
        "不合格" | "未通过" | "不及格" => Some(Outcome::Failed),
        "未考核" | "无" => Some(Outcome::NotAssessed),
        code => Outcome::from_code(code),
    }
}

pub fn status(cell: &str) -> Option<Status> {
    match plain(cell).as_str() {
        "计划" | "计划中" => Some(Status::Planned),
        "已完成" | "完成" => Some(Status::Completed),
        "已登记" | "登记" => Some(Status::Registered),
        "已审验" | "审验" => Some(Status::Verified),
        code => Status::from_code(code),
    }
}

pub fn filing(cell: &str) -> Option<Filing> {
    match plain(cell).as_str() {
        "是" | "已备案" => Some(Filing::Yes),
        "否" | "未备案" => Some(Filing::No),
        "不详" | "未知" => Some(Filing::Unknown),
        code => Filing::from_code(code),
    }
}

/// ISO where it is a date. A time of day, as spreadsheets add it, is left away; a time zone is
/// not, since the day in another zone may be another day.
fn date(cell: &str) -> String {
    let half: String = cell.chars().map(half_width).collect();
    let day = match half.split_once([' ', 'T']) {
        Some((day, time)) if is_time(time.trim()) => day,
        _ => &half,
    };
    parse_date(day).map_or_else(|_| cell.into(), |date| date.to_string())
}

fn is_time(text: &str) -> bool {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = clock.split(':').collect();
    matches!(parts.len(), 2 | 3)
        && parts.iter().all(|part| part.len() <= 2 && digits(part))
        && digits(fraction)
}

/// Without the unit: "6学时", "4.5 h".
fn hours(cell: &str) -> String {
    let number = ["学时", "h", "H", "ｈ", "Ｈ"].iter().find_map(|unit| cell.strip_suffix(unit));
    number.unwrap_or(cell).trim_end().into()
}

#[cfg(test)]
mod tests;
