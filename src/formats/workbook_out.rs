//! The papers' figures as a workbook (XLSX): a summary and one sheet a year, with real days and
//! numbers. Texts are written as texts, so that nothing which a person typed becomes a formula.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::csv_out::{DEMO_MARK, texts};
use crate::exchange::Column;
use crate::exchange::cells::{guard, unguard};
use crate::i18n::{Lang, paper};
use crate::report::pack::{Pack, PackYear};
use crate::rules::{Date, Entry, Hours, Year};
use chrono::Datelike;

/// The columns of a year's sheet before those of an import, and after them. None of them is the
/// name of a column that an import knows.
const NUMBER: &str = "序号";
const AFTER: [&str; 3] = ["计入学时", "材料编号", "未计入原因"];

const SUMMARY: &str = "汇总";
const SUMMARY_COLUMNS: [&str; 9] =
    ["年度", "应学合计", "应学专业", "专业", "公需", "转入公需", "合计", "条数", "结论"];

/// The packs are those of the years, in order; the file is made on `made`.
pub fn workbook(packs: &[Pack], made: Date) -> Result<Vec<u8>, XlsxError> {
    let demo = packs.iter().any(|pack| pack.demo);
    let years: Vec<&PackYear> = packs.iter().flat_map(|pack| &pack.years).collect();
    let mut workbook = Workbook::new();
    // The file tells nothing of its maker but the day.
    let properties = rust_xlsxwriter::DocProperties::new().set_creation_datetime(&moment(made)?);
    workbook.set_properties(&properties);
    let looks = Looks::new();
    summary(workbook.add_worksheet(), packs, &years, demo, &looks)?;
    for year in years {
        sheet(workbook.add_worksheet(), year, demo, &looks)?;
    }
    workbook.save_to_buffer()
}

struct Looks {
    head: Format,
    day: Format,
    hours: Format,
    text: Format,
}

impl Looks {
    fn new() -> Looks {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Looks {
            head: Format::new().set_bold().set_text_wrap().set_background_color(0x00E7_E6E6),
            day: text.clone().set_num_format("yyyy-mm-dd"),
            hours: text.clone(),
            text,
        }
    }
}

fn marked(text: &str, demo: bool) -> String {
    if demo { format!("{DEMO_MARK}{text}") } else { text.to_owned() }
}

/// Begins a sheet: its name, its heading kept in sight, its widths in characters.
fn begin(
    sheet: &mut Worksheet,
    name: &str,
    columns: &[(&str, f64)],
    demo: bool,
    looks: &Looks,
) -> Result<(), XlsxError> {
    sheet.set_name(if demo { format!("示例 {name}") } else { name.to_owned() })?;
    for (at, (title, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, at, *title, &looks.head)?;
        sheet.set_column_width(at, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_landscape().set_repeat_rows(0, 0)?;
    if demo {
        sheet.set_header("&C示例数据");
    }
    Ok(())
}

fn summary(
    sheet: &mut Worksheet,
    packs: &[Pack],
    years: &[&PackYear],
    demo: bool,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let widths = [8.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 8.0, 30.0];
    let columns: Vec<(&str, f64)> = SUMMARY_COLUMNS.into_iter().zip(widths).collect();
    begin(sheet, SUMMARY, &columns, demo, looks)?;
    let mut row = 1;
    for year in years {
        let rule = &year.assessment.rule;
        sheet.write_number(row, 0, f64::from(year.year().get()))?;
        let amounts = [
            rule.base.total.value,
            rule.required_professional(),
            year.foot.professional.hours,
            year.foot.public(),
            year.foot.transfer,
            year.foot.total,
        ];
        for (at, amount) in (1..).zip(amounts) {
            hours(sheet, row, at, amount, looks)?;
        }
        sheet.write_number(row, 7, year.rows.len() as u32)?;
        sheet.write_string_with_format(row, 8, paper::verdict(year), &looks.text)?;
        row += 1;
    }
    row += 1;
    let mut note = |text: String| {
        let written = sheet.write_string(row, 0, text).map(drop);
        row += 1;
        written
    };
    for year in years {
        if let Some(figures) = paper::imported(&year.assessment.rule) {
            note(format!("{} 年度导入的数字：{figures}", year.year()))?;
        }
    }
    for pack in packs.iter().filter(|pack| pack.is_cycle()) {
        note(paper::cycle_sum(&pack.check))?;
        note(format!("自核结论：{}", paper::cycle_verdict(pack.check.verdict)))?;
    }
    if let Some(pack) = packs.first() {
        let person = [pack.profile.name.as_str(), &pack.profile.unit, &pack.profile.certificate_book];
        let person: Vec<&str> = person.into_iter().filter(|text| !text.is_empty()).collect();
        note(marked(&person.join("　"), demo))?;
        note(format!("制表日期 {}", pack.made))?;
    }
    note(if demo { paper::DEMO_DISCLAIMER } else { paper::DISCLAIMER }.to_owned())
}

fn sheet(sheet: &mut Worksheet, year: &PackYear, demo: bool, looks: &Looks) -> Result<(), XlsxError> {
    let mut columns = vec![(NUMBER, 6.0)];
    columns.extend(Column::ALL.iter().map(|&column| (column.name(), width(column))));
    columns.extend(AFTER.into_iter().zip([10.0, 10.0, 36.0]));
    begin(sheet, &year.year().to_string(), &columns, demo, looks)?;
    let mut at = 1;
    for line in &year.rows {
        sheet.write_number(at, 0, line.number as u32)?;
        entry(sheet, at, &line.entry, demo, looks)?;
        let after = first_after();
        hours(sheet, at, after, line.counted, looks)?;
        sheet.write_string_with_format(at, after + 1, &line.evidence_number, &looks.text)?;
        at += 1;
    }
    // Of what counts in part, the line above has the whole entry; the reason goes beside it.
    for rest in &year.uncounted {
        let reason = format!("{}：{}", rest.row.hours, Lang::Zh.reason(rest.row.reason));
        let after = first_after();
        match year.rows.iter().position(|line| line.entry.id == rest.entry.id) {
            Some(line) => {
                sheet.write_string_with_format(line as u32 + 1, after + 2, reason, &looks.text)?;
            }
            None => {
                entry(sheet, at, &rest.entry, demo, looks)?;
                hours(sheet, at, after, Hours::ZERO, looks)?;
                sheet.write_string_with_format(at, after + 2, reason, &looks.text)?;
                at += 1;
            }
        }
    }
    sheet.autofilter(0, 0, at.max(2) - 1, columns.len() as u16 - 1)?;
    Ok(())
}

fn first_after() -> u16 {
    Column::ALL.len() as u16 + 1
}

const fn width(column: Column) -> f64 {
    match column {
        Column::Title => 36.0,
        Column::Organiser | Column::Remarks => 24.0,
        Column::Form | Column::Certificate | Column::ConversionRule | Column::Evidence => 18.0,
        Column::Route => 14.0,
        Column::Start | Column::End => 12.0,
        _ => 10.0,
    }
}

/// The columns of an import: days as days, amounts as numbers, the rest as text.
fn entry(sheet: &mut Worksheet, row: u32, entry: &Entry, demo: bool, looks: &Looks) -> Result<(), XlsxError> {
    let texts = texts(entry, demo);
    for ((at, &column), text) in (1..).zip(Column::ALL).zip(&texts) {
        let quantity = entry.conversion.as_ref().and_then(|used| used.quantity);
        match (column, entry.start, quantity) {
            (Column::Year, ..) => drop(sheet.write_number(row, at, f64::from(entry.year.get()))?),
            (Column::Start, Some(start), _) => day(sheet, row, at, start, looks)?,
            (Column::End, ..) => day(sheet, row, at, entry.end, looks)?,
            (Column::Hours, ..) => hours(sheet, row, at, entry.hours, looks)?,
            (Column::ConversionQuantity, _, Some(quantity)) => hours(sheet, row, at, quantity, looks)?,
            _ if text.is_empty() => {}
            _ => drop(sheet.write_string_with_format(row, at, as_read(text), &looks.text)?),
        }
    }
    Ok(())
}

/// A text that begins with the mark which an import takes off gets one more; no other needs a mark,
/// since a workbook's texts are no formulas.
fn as_read(text: &str) -> String {
    if unguard(text) == text { text.to_owned() } else { guard(text) }
}

fn day(sheet: &mut Worksheet, row: u32, at: u16, date: Date, looks: &Looks) -> Result<(), XlsxError> {
    sheet.write_datetime_with_format(row, at, moment(date)?, &looks.day).map(drop)
}

fn moment(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = Year::of(date).unwrap_or(Year::FIRST);
    ExcelDateTime::from_ymd(year.get(), date.month() as u8, date.day() as u8)
}

/// Hundredths are exact in both; the quotient is the nearest number, which shows the same digits.
fn hours(sheet: &mut Worksheet, row: u32, at: u16, amount: Hours, looks: &Looks) -> Result<(), XlsxError> {
    sheet.write_number_with_format(row, at, amount.hundredths() as f64 / 100.0, &looks.hours).map(drop)
}

#[cfg(test)]
mod tests;
