//! Foreign formats: reading a workbook, and what is saved as a file.

use super::{Lang, texts};
use crate::exchange::Refusal;

texts! {
    import_cancel: "停止读取", "Stop reading";
    export_busy: "正在生成文件……", "Making the file …";
    export_cancel: "停止", "Stop";
    export_saved(name: &str): "已交给浏览器保存：{name}", "Handed to the browser to save: {name}";
    sheet_choose: "这个工作簿有几张表，请选要导入的一张：", "The workbook has several sheets. Choose the one to import:";
    sheet_rows(rows: usize): "{rows} 行", "{rows} rows";
    sheet_unfit: "（没有找到所需的列名）", "(no heading with the needed columns)";

    file_not_a_workbook: "这不是 XLSX 工作簿，也不是 CSV 文件。请在表格软件里另存为 XLSX 或 CSV 再选。", "This is neither an XLSX workbook nor a CSV file. Save it as XLSX or CSV in your spreadsheet, then choose it again.";
    file_encrypted: "这个工作簿设了打开密码，读不出内容。请在表格软件里去掉密码再选，或直接复制粘贴。", "The workbook is protected by a password and cannot be read. Take the password off in your spreadsheet, or copy and paste the rows.";
    file_old: "这是旧版的 XLS 工作簿。请另存为 XLSX 或 CSV 再选，或直接复制粘贴。", "This is a workbook of the old XLS kind. Save it as XLSX or CSV, or copy and paste the rows.";
    file_broken: "这个工作簿已损坏或不完整，读不出来。请在表格软件里打开后重新保存，再选一次。", "The workbook is damaged or incomplete and cannot be read. Open it in your spreadsheet, save it again, and choose it once more.";
    file_no_sheet: "这个工作簿里没有可读的表。", "The workbook has no sheet that can be read.";
    file_too_many_sheets(found: u64, most: u64): "这个工作簿有 {found} 张表，最多读 {most} 张。请把要导入的表另存为一个文件。", "The workbook has {found} sheets; at most {most} are read. Save the one to import as a file of its own.";
    file_too_many_cells(most: u64): "这张表太大，超过 {most} 格。请只留需要的行和列，另存后再选。", "The sheet is too large: more than {most} cells. Keep only the rows and columns you need, and save it again.";
    file_inflates(most: u64): "这个文件展开后超过 {most} MB，不像正常的工作簿，没有读入。请只留需要的行，另存后再选。", "Unpacked, the file is larger than {most} MB, which no usual workbook is; nothing was read. Keep only the rows you need, and save it again.";
    file_stopped: "读取中途停止了，您的记录没有变动。请关掉一些网页后再试，或分几个文件导入。", "Reading stopped half-way; your records are unchanged. Close some pages and try again, or import in several parts.";
    file_no_worker: "这个浏览器打不开 Excel 读写部分：它不支持，或者没有下载到。请联网刷新后再试；在微信里，请选“在浏览器打开”。仍可粘贴内容。", "This browser cannot start the part that handles Excel files: it does not support it, or it could not be fetched. Reload with a network and try again; inside WeChat, choose “Open in browser”. Pasting still works.";
    code_damaged: "这串封面码不完整，或有字母不对。请重新扫码，把整串文字原样复制过来。", "This cover code is incomplete or has wrong letters. Scan it again and copy the whole text as it is.";
    code_newer: "这串封面码是较新版本的学时簿做的，请刷新页面后再试。", "A newer version of the app made this cover code. Reload the page and try again.";
    code_is_totals: "这串封面码只有各年度的合计，不含记录，不能用来恢复。要恢复记录，请用备份文件。", "This cover code holds only the sums of the years. It has no entries and nothing can be restored from it; use a backup file for that.";
    code_year(year: u16, professional: &str, public: &str, transfer: &str, total: &str): "{year} 年度：专业 {professional}，公需 {public}，转入公需 {transfer}，合计 {total}", "{year}: professional {professional}, public {public}, transferred {transfer}, total {total}";

    calendar_name: "继续教育学时", "Continuing-education hours";
    calendar_professional(year: u16): "{year} 年度专业科目学习截止", "Professional hours for {year}: last day";
    calendar_professional_about(year: u16): "{year} 年度的专业科目学时要在这一天前学完。还差多少，打开学时簿看总览。", "The professional hours for {year} are to be finished by this day. What is still missing is on the overview of the app.";
    calendar_public(year: u16): "{year} 年度公需科目学习截止", "Public hours for {year}: last day";
    calendar_public_about(year: u16): "{year} 年度的公需科目学习到这一天为止。还差多少，打开学时簿看总览。", "Public-subject study for {year} ends on this day. What is still missing is on the overview of the app.";
    calendar_imported(source: &str): "（转引：{source}）", " (secondary: {source})";
    calendar_planned(title: &str): "计划：{title}", "Planned: {title}";
    calendar_planned_about(subject: &str, hours: &str, year: u16, organiser: &str): "{subject}，{hours} 学时，归属 {year} 年度。{organiser}", "{subject}, {hours} hours, for {year}. {organiser}";

    export_no_worker: "这个浏览器打不开生成文件的部分：它不支持，或者没有下载到。请联网刷新后再试；在微信里，请选“在浏览器打开”。备份（JSON）仍可使用。", "This browser cannot start the part that makes files: it does not support it, or it could not be fetched. Reload with a network and try again; inside WeChat, choose “Open in browser”. The backup (JSON) still works.";
    export_stopped: "文件没有生成完，您的记录没有变动。请关掉一些网页后再试。", "The file was not finished; your records are unchanged. Close some pages and try again.";
    file_other_version: "页面已有新版本，请刷新后再试。您的记录不受影响。", "The page has a newer version. Reload it and try again; your records are safe.";
}

impl Lang {
    /// Why a file could not be made.
    pub fn export_refused(self, refusal: Refusal) -> String {
        match refusal {
            Refusal::NoWorker => self.export_no_worker().into(),
            Refusal::OtherVersion => self.file_other_version().into(),
            _ => self.export_stopped().into(),
        }
    }

    pub fn refused_file(self, refusal: Refusal) -> String {
        match refusal {
            Refusal::TooLarge { bytes } => self.refused_too_large(bytes.div_ceil(1024 * 1024)),
            Refusal::NotAWorkbook => self.file_not_a_workbook().into(),
            Refusal::UnknownEncoding => self.refused_encoding().into(),
            Refusal::Encrypted => self.file_encrypted().into(),
            Refusal::OldWorkbook => self.file_old().into(),
            Refusal::Broken => self.file_broken().into(),
            Refusal::NoSheet => self.file_no_sheet().into(),
            Refusal::TooManySheets { found, most } => self.file_too_many_sheets(found, most),
            Refusal::TooManyCells { most } => self.file_too_many_cells(most),
            Refusal::Inflates { most } => self.file_inflates(most),
            Refusal::Stopped => self.file_stopped().into(),
            Refusal::NoWorker => self.file_no_worker().into(),
            Refusal::CodeDamaged => self.code_damaged().into(),
            Refusal::CodeNewer => self.code_newer().into(),
            Refusal::OtherVersion => self.file_other_version().into(),
        }
    }
}
