//! The screen of the window pack. What is printed has its words in `paper`.

use super::{Lang, texts};
use crate::report::pack::HeadField;

texts! {
    pack_title: "窗口材料", "Window pack";
    pack_year: "打印哪一年", "Which year";
    pack_cycle_option(from: u16, to: u16): "任职周期 {from}–{to}", "Cycle {from}–{to}";
    pack_parts: "除登记表外还要", "Besides the forms";
    pack_cover: "封面和盖章顺序", "Cover with the stamp route";
    pack_index: "证明材料目录", "Evidence index";
    pack_uncounted: "列出未计入的条目", "List what does not count";
    pack_print: "打印", "Print";
    pack_print_hint: "下面看到的就是打印出来的样子：A4 纵向，左边留装订边。打印时缩放选 100%，不加浏览器的页眉页脚。", "What you see below is what is printed: A4 portrait, with room for binding on the left. Print at 100%, without the browser's headers and footers. The papers are in Chinese, for the office.";
    pack_export_xlsx: "工作簿（XLSX，每年一张表）", "Workbook (XLSX, a sheet a year)";
    pack_export_csv: "全部记录（CSV）", "All entries (CSV)";
    pack_export_ics: "日历（ICS）", "Calendar (ICS)";
    pack_code: "封面二维码", "Code on the cover";
    pack_export_json: "备份（JSON）", "Backup (JSON)";
    pack_preview: "打印预览", "Print preview";
    pack_busy: "正在排版……", "Laying out the pages…";
    pack_complete: "表上要填的都齐了，每条都注明了证明材料。", "Nothing is missing: every field of the form is filled and every line names its evidence.";
    pack_gaps_title: "打印前看一下", "Before you print";
    gap_head(fields: &str): "表头还空着：{fields}。可以先补，也可以打印后手写。", "Empty in the form's head: {fields}. Fill them in first, or by hand on paper.";
    gap_head_mend: "去填写", "Fill them in";
    gap_not_met(years: &str): "{years} 年单独不达标。表照样能打印，上面会如实写明。", "Not met on their own: {years}. The form prints all the same, and says so.";
    gap_not_met_why: "看还差什么", "See what is missing";
    gap_no_rows: "这里没有计入的条目，打印出来的表是空的。", "No entry counts here: the form would be empty.";
    gap_no_evidence(entries: &str): "{entries}没有注明证明材料，目录里会空着。", "{entries} without a note of their evidence: the index leaves these blank.";
    gap_more(entries: &str): "还有 {entries}", "and {entries} more";
}

impl Lang {
    /// The name of a field of the form's head.
    pub const fn head_field(self, field: HeadField) -> &'static str {
        match field {
            HeadField::Name => self.p_name(),
            HeadField::Sex => self.p_sex(),
            HeadField::Unit => self.p_unit(),
            HeadField::UnitKind => self.p_unit_kind(),
            HeadField::TitleHeldSince => self.pick("现职称取得时间", "Title held since"),
            HeadField::CertificateBook => self.p_certificate_book(),
        }
    }
}
