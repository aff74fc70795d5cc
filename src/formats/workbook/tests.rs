//! Workbooks of other programs, odd ones and hostile ones. They are built here; calamine, another
//! reader, is asked where both must agree.

use std::io::{Cursor, Write};

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::exchange::Refusal;

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of the given sheets' data, as XML.
fn workbook(sheets: &[&str], texts: &str, styles: &str, properties: &str) -> Vec<u8> {
    let mut listed = String::new();
    let mut links = String::new();
    for at in 1..=sheets.len() {
        listed += &format!("<sheet name=\"表 {at}\" sheetId=\"{at}\" r:id=\"r{at}\"/>");
        links += &format!(
            "<Relationship Id=\"r{at}\" Type=\"{TYPES}/worksheet\" Target=\"worksheets/s{at}.xml\"/>"
        );
    }
    let rels = |inner: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
        )
    };
    let root =
        rels(&format!("<Relationship Id=\"a\" Type=\"{TYPES}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{TYPES}\">{properties}<sheets>{listed}</sheets></workbook>"
    );
    let texts = format!("<sst xmlns=\"{MAIN}\">{texts}</sst>");
    let styles = format!("<styleSheet xmlns=\"{MAIN}\">{styles}</styleSheet>");
    let links = rels(
        &(links
            + &format!(
                "<Relationship Id=\"t\" Type=\"{TYPES}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"y\" Type=\"{TYPES}/styles\" Target=\"styles.xml\"/>"
            )),
    );
    let names: Vec<String> = (1..=sheets.len()).map(|at| format!("xl/worksheets/s{at}.xml")).collect();
    let bodies: Vec<String> = sheets
        .iter()
        .map(|data| format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>"))
        .collect();
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ];
    parts.extend(names.iter().map(String::as_str).zip(bodies.iter().map(|body| body.as_bytes())));
    packed(&parts)
}

fn cells(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let table = Workbook::open(bytes).unwrap().table(0, |_| {}).unwrap();
    table.rows.into_iter().map(|row| (row.line, row.cells)).collect()
}

fn refusal(bytes: &[u8]) -> Refusal {
    let read = Workbook::open(bytes).and_then(|mut book| book.table(0, |_| {}));
    read.expect_err("nothing to be read")
}

#[test]
fn every_kind_of_cell_is_read() {
    let texts = "<si><t>项目名称</t></si><si><r><t>机器</t></r><rPh sb=\"0\" eb=\"1\"><t>jī</t></rPh><r><t xml:space=\"preserve\">学习 </t></r></si>";
    let styles = "<numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs>";
    let data = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>学时</t></is></c><c r=\"D3\" t=\"str\"><f>1</f><v>结束日期</v></c></row>\
        <row r=\"5\"><c r=\"A5\" t=\"s\"><v>1</v></c><c r=\"B5\"><v>4.3499999999999996</v></c><c r=\"C5\" t=\"b\"><v>1</v></c><c r=\"D5\" s=\"1\"><v>46086</v></c><c r=\"F5\"/></row>\
        <row><c s=\"2\"><v>46086</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2026-03-05</v></c></row>";
    let row = |line, cells: &[&str]| (line, cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>());
    assert_eq!(
        cells(&workbook(&[data], texts, styles, "")),
        [
            row(3, &["项目名称", "学时", "", "结束日期"]),
            row(5, &["机器学习 ", "4.35", "TRUE", "2026-03-05"]),
            row(6, &["2026-03-05", "#N/A", "2026-03-05"]),
        ]
    );
}

#[test]
fn days_may_be_counted_from_1904() {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";
    let data = "<row><c><v>44624</v></c></row>";
    let bytes = workbook(&[data], "", styles, "<workbookPr date1904=\"1\"/>");
    assert_eq!(cells(&bytes), [(1, vec!["2026-03-05".to_owned()])]);
}

#[test]
fn what_stands_above_the_heading_is_no_row() {
    let text = |cells: &[&str]| {
        let cells = cells.iter().map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"));
        format!("<row>{}</row>", cells.collect::<String>())
    };
    let data = text(&["2026 年继续教育学时登记表"]) + &text(&["项目名称", "学时"]) + &text(&["甲", "3"]);
    let bytes = workbook(&[&data, "<row/>"], "", "", "");
    assert_eq!(cells(&bytes).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3]);
    let mut heard = Vec::new();
    let sheets = Workbook::open(&bytes).unwrap().sheets(|done, all| heard.push((done, all))).unwrap();
    let found: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.rows, sheet.fits)).collect();
    assert_eq!(found, [("表 1", 3, true), ("表 2", 0, false)]);
    assert_eq!(heard, [(1, 2), (2, 2)]);
}

#[test]
fn what_is_no_workbook_says_what_it_is() {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole =
        |name: &str| [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600], &wide(name)].concat();
    for (bytes, why) in [
        (ole("EncryptedPackage"), Refusal::Encrypted),
        (ole("Workbook"), Refusal::OldWorkbook),
        (ole("WordDocument"), Refusal::NotAWorkbook),
        (b"%PDF-1.7".to_vec(), Refusal::NotAWorkbook),
        (b"PK\x03\x04 and nothing more".to_vec(), Refusal::Broken),
        (packed(&[("word/document.xml", b"<w/>")]), Refusal::NotAWorkbook),
        (packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), Refusal::NotAWorkbook),
        (packed(&[("xl/workbook.xml", b"<workbook><sheets/></workbook>")]), Refusal::NoSheet),
        (packed(&[("xl/workbook.xml", b"<workbook><sheets>")]), Refusal::NoSheet),
        (packed(&[("xl/workbook.xml", b"<workbook></sheets>")]), Refusal::Broken),
        (workbook(&["<row><c t=\"s\"><v>7</v></c></row>"], "", "", ""), Refusal::Broken),
        (workbook(&["<row><c t=\"s\"><v>-1</v></c></row>"], "", "", ""), Refusal::Broken),
        (workbook(&["<row><c></row>"], "", "", ""), Refusal::Broken),
        (workbook(&[], "", "", ""), Refusal::NoSheet),
    ] {
        assert_eq!(refusal(&bytes), why, "{:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_hundred_sheets_are_too_many() {
    let most = MAX_SHEETS as u64;
    assert_eq!(refusal(&workbook(&["<row/>"; 100], "", "", "")), Refusal::TooManySheets { found: 100, most });
    assert!(Workbook::open(&workbook(&["<row/>"; MAX_SHEETS], "", "", "")).is_ok());
}

#[test]
fn a_file_that_bursts_is_stopped() {
    const MIB: u64 = 1024 * 1024;
    let refusal = |bytes: &[u8]| Workbook::open_within(bytes, MIB).map(drop).expect_err("too much");
    let blank = " ".repeat(MIB as usize + 1);
    let bomb = workbook(&["<row/>"], &blank, "", "");
    assert!(bomb.len() < 10_000, "{} bytes hold it", bomb.len());
    assert_eq!(refusal(&bomb), Refusal::Inflates { most: 1 });
    assert!(Workbook::open(&bomb).is_ok(), "within the usual measure");
    // The same with a size that lies, in both places where the container states it: the texts are
    // said to hold 9 bytes.
    let mut lies = bomb.clone();
    let size = (format!("<sst xmlns=\"{MAIN}\"></sst>").len() as u32 + MIB as u32 + 1).to_le_bytes();
    let honest: Vec<usize> = (0..lies.len() - 4).filter(|at| lies[*at..at + 4] == size).collect();
    assert_eq!(honest.len(), 2, "before the part and in the list of contents");
    for at in honest {
        lies[at..at + 4].copy_from_slice(&9u32.to_le_bytes());
    }
    let why = refusal(&lies);
    assert!(matches!(why, Refusal::Inflates { .. } | Refusal::Broken), "{why:?}");
}

#[test]
fn cells_far_apart_and_texts_shared_a_thousand_times_are_bounded() {
    let most = MAX_CELLS as u64;
    // 62 rows with a cell in the last column of a sheet: 62 × 16,384 > 1,000,000.
    let far = "<row><c r=\"XFD1\"><v>1</v></c></row>".repeat(62);
    assert_eq!(refusal(&workbook(&[&far], "", "", "")), Refusal::TooManyCells { most });
    let nowhere = "<row><c r=\"ZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c></row>";
    assert_eq!(refusal(&workbook(&[nowhere], "", "", "")), Refusal::TooManyCells { most });
    let long = format!("<si><t>{}</t></si>", "x".repeat(40_000));
    let shared = "<row><c t=\"s\"><v>0</v></c></row>".repeat(1000);
    assert_eq!(refusal(&workbook(&[&shared], &long, "", "")), Refusal::TooManyCells { most });
}

#[test]
fn both_readers_agree_on_a_workbook_of_another_writer() {
    let mut written = rust_xlsxwriter::Workbook::new();
    let sheet = written.add_worksheet();
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy/m/d;@");
    for (row, text) in (0..).zip(["项目名称", " 首尾空格 ", "a\nb", "<&>\"'", "_x0041_"]) {
        sheet.write_string(row, 0, text).unwrap();
        sheet.write_number(row, 1, f64::from(row) / 3.0).unwrap();
        sheet.write_number_with_format(row, 2, f64::from(row) + 46086.0, &day).unwrap();
    }
    let bytes = written.save_to_buffer().unwrap();
    let ours = cells(&bytes);
    let mut theirs: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
    let range = theirs.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(ours.len(), range.height());
    for ((_, ours), theirs) in ours.iter().zip(range.rows()) {
        assert_eq!(Data::String(ours[0].clone()), theirs[0]);
        let Data::Float(number) = theirs[1] else { panic!("{:?}", theirs[1]) };
        assert!((ours[1].parse::<f64>().unwrap() - number).abs() < 1e-14);
        let Data::DateTime(date) = theirs[2] else { panic!("{:?}", theirs[2]) };
        let (year, month, day, ..) = date.to_ymd_hms_milli();
        assert_eq!(ours[2], format!("{year}-{month:02}-{day:02}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_workbook_cut_short_or_scrambled_never_panics(cut in 0usize..2000, at in 0usize..2000, with: u8) {
        let data = "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46086</v></c></row>";
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
        let mut bytes = workbook(&[data], "<si><t>x</t></si>", styles, "");
        let at = at % bytes.len();
        bytes[at] = with;
        bytes.truncate(bytes.len().saturating_sub(cut / 4));
        let _ = Workbook::open(&bytes).and_then(|mut book| book.table(0, |_| {}));
    }
}
