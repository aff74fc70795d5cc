//! Records, the form of an entry, and the review of an import.

use super::{Lang, texts};
use crate::book::Field;

texts! {
    records_title: "学时记录", "Records";
    records_search: "搜索名称、主办单位、证书号", "Search title, organiser, certificate";
    filter_year: "年度", "Year";
    filter_subject: "科目", "Subject";
    filter_form: "形式", "Form";
    filter_status: "状态", "Status";
    filter_all: "全部", "All";
    sort_label: "排序", "Sort";
    sort_end_down: "完成日期，新的在前", "Completed, newest first";
    sort_end_up: "完成日期，旧的在前", "Completed, oldest first";
    sort_title: "按名称", "By title";
    sort_hours: "学时，多的在前", "Hours, most first";
    records_none: "还没有记录。从表格粘贴几行，或先添加一条。", "No entries yet. Paste some rows from a sheet, or add one.";
    records_none_found: "没有符合条件的记录。", "No entry fits.";
    records_found(count: usize, all: usize): "符合条件 {count} 条，共 {all} 条", "{count} of {all} entries";
    clear_filters: "清除条件", "Clear the filters";
    year_subtotal(professional: &str, public: &str): "填报：专业 {professional}，公需 {public}", "Entered: professional {professional}, public {public}";
    year_subtotal_planned(planned: &str): "，计划 {planned}", ", planned {planned}";
    show_more(count: usize): "再显示 {count} 条", "Show {count} more";
    edit: "修改", "Edit";
    duplicate: "复制", "Copy";
    delete: "删除", "Delete";
    edit_of(title: &str): "修改 {title}", "Edit {title}";
    duplicate_of(title: &str): "复制 {title}", "Copy {title}";
    delete_of(title: &str): "删除 {title}", "Delete {title}";
    column_actions: "操作", "Actions";

    quick_label: "一行快录（回车添加）", "Quick entry (Enter adds it)";
    quick_example: "例：2026-03-05 机器学习培训 6学时 专业", "e.g. 2026-03-05 Machine learning 6h professional";
    quick_add: "添加", "Add";
    quick_repeat: "重复上一条", "Repeat the last";
    quick_form: "在表单里补全", "Complete it in the form";

    form_new: "添加记录", "Add an entry";
    form_edit: "修改记录", "Edit the entry";
    form_save: "保存", "Save";
    form_discard: "不要了", "Discard";
    form_optional: "选填", "optional";
    form_required: "必填", "required";
    form_more: "更多内容（选填）", "More (optional)";
    form_problems(count: usize): "有 {count} 处要改，见各项下面的说明。", "To be changed: {count}; see the note under each field.";
    field_year_by_end: "按完成日期", "By the completion date";
    form_form_by_route: "随途径", "By the route";
    propose_year(year: u16): "{year} 年度还缺学时，这条也可以记到 {year} 年度。", "{year} still lacks hours, and this entry may count for it.";
    take_year(year: u16): "记到 {year} 年度", "Count it for {year}";
    date_hint: "如 2026-03-05", "e.g. 2026-03-05";
    pick_date: "选日期", "Pick a date";
    duration_label: "按分钟推算", "From minutes";
    duration_minutes: "分钟数", "Minutes";
    duration_suggestion(hours: &str, length: u32): "按每学时 {length} 分钟，约 {hours} 学时；证书写了学时的，以证书为准。", "At {length} minutes an hour: {hours} hours. What the certificate says wins.";
    duration_unknown: "该年度每学时多少分钟没有见到文件，请按证书填写。", "The length of an hour is not known for this year; enter what the certificate says.";
    duration_use(hours: &str): "填入 {hours}", "Use {hours}";

    import_title: "从表格导入", "Import from a sheet";
    import_lead: "在 Excel 或 WPS 里连表头一起选中、复制，粘到下面；或选一个 XLSX、CSV 文件（10 MB 以内）。", "Select the rows with their header in Excel or WPS, copy, and paste below; or choose an XLSX or CSV file (up to 10 MB).";
    import_columns: "需要的列：项目名称、科目类别、结束日期、学时；其余的列有就填，顺序不限。", "Needed columns: 项目名称, 科目类别, 结束日期, 学时; the others if you have them, in any order.";
    import_paste_label: "粘贴区", "Paste here";
    import_file_label: "或选择 XLSX、CSV 文件", "Or choose an XLSX or CSV file";
    import_example: "填一段例子", "Insert an example";
    import_busy: "正在读取……", "Reading …";
    import_summary(new: usize, same: usize, conflict: usize, error: usize): "新增 {new} 条，重复 {same} 条，有出入 {conflict} 条，有错 {error} 条", "{new} new, {same} the same, {conflict} conflicting, {error} wrong";
    import_confirm(entries: &str): "导入 {entries}", "Import {entries}";
    import_nothing: "没有可导入的行", "Nothing to import";
    import_line(line: u64): "第 {line} 行", "line {line}";
    import_column_line: "行", "Line";
    import_column_verdict: "结果", "Result";
    import_column_entry: "内容", "Entry";
    verdict_new: "新增", "New";
    verdict_same: "重复", "Same";
    verdict_conflict: "有出入", "Conflict";
    verdict_error: "有错", "Wrong";
    same_as_book: "簿子里已有同样的一条", "The book has the same entry";
    same_as_line(line: u64): "与第 {line} 行相同", "The same as line {line}";
    conflict_with_book(fields: &str): "簿子里有同名同日的一条，不同处：{fields}", "The book has one of that title and day; it differs in: {fields}";
    conflict_with_line(line: u64, fields: &str): "与第 {line} 行同名同日，不同处：{fields}", "Line {line} has that title and day; it differs in: {fields}";
    decision_skip: "不导入", "Leave out";
    decision_add: "作为新的一条", "Add as another";
    decision_replace: "替换原来的", "Replace the old one";
    decision_label(line: u64): "第 {line} 行怎么办", "What to do with line {line}";
    filter_rows: "只看有错或有出入的", "Only wrong or conflicting rows";

    finding_empty: "没有读到内容。", "There is nothing to read.";
    finding_no_rows: "只有表头，没有记录行。", "There is a header, but no row below it.";
    finding_missing(columns: &str): "缺少列：{columns}。请连表头一起复制；表头要写这些名称。", "Missing columns: {columns}. Copy the header too; it must carry these names.";
    finding_duplicate(column: &str, first: usize, second: usize): "第 {first} 列和第 {second} 列都是“{column}”，请删掉一列。", "Columns {first} and {second} are both “{column}”; remove one.";
    finding_unknown(header: &str, position: usize): "第 {position} 列“{header}”不认识，没有读入。", "Column {position}, “{header}”, is not known and was passed over.";
    finding_too_many(most: usize, line: u64): "一次最多读 {most} 行；第 {line} 行起没有读入，请分几次导入。", "At most {most} rows are read at once; from line {line} on nothing was read. Import in several parts.";
    refused_too_large(megabytes: u64): "文件有 {megabytes} MB，超过 10 MB。请拆成几个文件，或只留需要的行。", "The file has {megabytes} MB, more than 10. Split it, or keep only the rows you need.";
    refused_workbook: "这是 Excel 工作簿。请在表格里选中内容、复制，粘到上面；或另存为 CSV 再选。", "This is a workbook. Select and copy its rows and paste them above, or save it as CSV.";
    refused_not_text: "这个文件不是文本。请选 CSV 文件，或直接粘贴。", "This file is no text. Choose a CSV file, or paste.";
    refused_encoding: "读不出文件的编码。请在表格里另存为“CSV UTF-8”，或直接粘贴。", "The file's encoding cannot be read. Save it as “CSV UTF-8”, or paste.";
    refused_unreadable: "浏览器没能读出这个文件。请再选一次，或直接粘贴。", "The browser could not read the file. Choose it again, or paste.";

    error_required: "这一项要填。", "This is needed.";
    error_choose: "请选一项。", "Choose one.";
    error_too_long(found: usize, most: usize): "有 {found} 个字，最多 {most} 个，请缩短。", "{found} characters; at most {most}. Shorten it.";
    error_year: "要写 2001 到 2100 之间的年份，如 2026。", "Write a year from 2001 to 2100, such as 2026.";
    error_choice: "不认识这个写法，请用表格里列出的名称。", "Not one of the choices; use a name from the list.";
    error_date: "看不出日期，请写成 2026-03-05、2026/3/5、2026.3.5 或 2026年3月5日。", "Not a date. Write 2026-03-05, 2026/3/5, 2026.3.5 or 2026年3月5日.";
    error_no_such_day: "没有这一天，请核对月和日。", "There is no such day; check month and day.";
    error_date_range: "日期要在 2001-01-01 到 2100-12-31 之间。", "The date must lie between 2001-01-01 and 2100-12-31.";
    error_start_after_end: "开始日期晚于结束日期，请核对。", "It starts after it ends; check both dates.";
    error_not_yet_over: "结束日期在今天之后。还没学完的，把状态改为“计划”。", "It ends after today. If it is still to come, set the status to “Planned”.";
    error_hours: "要写数字，如 4.5，不带单位。", "Write a number such as 4.5, without a unit.";
    error_hours_decimals: "最多两位小数。", "At most two decimals.";
    error_hours_range: "要在 0.01 到 9999.99 之间。", "It must lie between 0.01 and 9999.99.";
    error_rule_missing: "写了数量，还要写折算规则。", "There is a quantity; name its conversion rule too.";
    error_day_number: "这里是日期的内部数字。请在表格里把这一列设成日期格式再复制。", "This is a date's inner number. Format the column as a date, then copy again.";
    error_hash_marks: "表格的列太窄，复制出来是 ####。请拉宽这一列再复制。", "The column was too narrow and came out as ####. Widen it and copy again.";
    error_only_for_conversion: "只有途径是“折算认定”的行才填这一列。", "Only rows whose route is 折算认定 fill this column.";
    error_extra_cells(found: usize, header: usize): "这一行有 {found} 格，表头只有 {header} 格；多半是内容里有逗号却没加引号。", "The row has {found} cells, the header {header}; most likely a comma without quotes around it.";
    error_unclosed_quote: "这一行有引号没有配对。", "A quotation mark in this row is not closed.";
    error_no_room: "簿子已满，这一行放不下。", "The book is full; there is no room for this row.";
    error_written(cell: &str): "（写的是“{cell}”）", " (it says “{cell}”)";
}

impl Lang {
    pub const fn field(self, field: Field) -> &'static str {
        match field {
            Field::Year => self.pick("归属年度", "Attribution year"),
            Field::Title => self.pick("项目名称", "Title"),
            Field::Subject => self.pick("科目类别", "Subject"),
            Field::Form => self.pick("学习形式", "Form"),
            Field::Route => self.pick("途径", "Route"),
            Field::Organiser => self.pick("主办单位", "Organiser"),
            Field::Start => self.pick("开始日期", "Start"),
            Field::End => self.pick("结束日期", "End"),
            Field::Hours => self.pick("学时", "Hours"),
            Field::Assessment => self.pick("考核结果", "Assessment"),
            Field::Certificate => self.pick("证书编号", "Certificate number"),
            Field::Status => self.pick("状态", "Status"),
            Field::Filing => self.pick("备案", "Filed"),
            Field::Remarks => self.pick("备注", "Remarks"),
            Field::ConversionRule => self.pick("折算规则", "Conversion rule"),
            Field::ConversionQuantity => self.pick("折算数量", "Quantity"),
            Field::Evidence => self.pick("证明材料", "Evidence"),
        }
    }
}
