//! Conversion rules and rule packs.

use super::{Lang, texts};
use crate::book::{RuleErrorKind, RuleField};
use crate::exchange::pack::{PackError, PackVerdict};
use crate::rules::conversion::{Method, Unit};
use crate::rules::hours::HoursError;

texts! {
    conversion_title: "折算规则", "Conversion rules";
    conversion_lead: "皖人社秘〔2025〕109号第四章的折算表不在手头，这里不预置任何数值。把主管部门核定的数填一次并写明出处，以后同类成果按数量算。", "The table of conversions (chapter 4 of the province's document 109 of 2025) is not in hand, so no figure is preset. Enter once what the office recognised, with its source; achievements of that kind are then computed from a quantity.";
    conversion_none: "还没有折算规则。", "No conversion rules yet.";
    conversion_add: "添加规则", "Add a rule";
    conversion_blank: "加入空白种类表", "Add the blank kinds";
    conversion_import: "导入规则包", "Import a pack";
    conversion_export: "导出规则包", "Export as a pack";
    conversion_new: "添加折算规则", "Add a conversion rule";
    conversion_edit: "修改折算规则", "Edit the conversion rule";
    conversion_each(hours: &str, unit: &str): "每{unit} {hours} 学时", "{hours} hours per {unit}";
    conversion_blank_figure: "待填", "to be filled in";
    conversion_cap(hours: &str): "每年最多 {hours}", "at most {hours} a year";
    conversion_no_cap: "未设上限", "no cap set";
    conversion_any_subject: "自选科目", "either subject";
    conversion_changes: "保存后这些记录的学时随之改变（可撤销）：", "Saving changes the hours of these entries (it can be undone):";
    conversion_change(title: &str, before: &str, after: &str): "{title}：{before} → {after}", "{title}: {before} → {after}";
    conversion_no_changes: "没有记录因此改变。手填的学时保持不变。", "No entry changes. Hours that were typed by hand stay.";
    conversion_saved(name: &str): "已保存规则“{name}”", "Saved the rule “{name}”";
    conversion_saved_with(name: &str, entries: &str): "已保存规则“{name}”，{entries}随之改变", "Saved the rule “{name}”; changed with it: {entries}";
    conversion_removed(name: &str): "已删除规则“{name}”，用它的记录学时不变", "Deleted the rule “{name}”; its entries keep their hours";
    conversion_taken(count: usize): "已加入折算规则 {count} 条", "Conversion rules added: {count}";

    rule_name: "规则名称", "Name of the rule";
    rule_kind_field: "成果种类", "Kind of achievement";
    rule_unit: "计量单位", "Unit";
    rule_hours: "每单位学时", "Hours per unit";
    rule_cap: "每年上限", "Cap per year";
    rule_subject_field: "科目", "Subject";
    rule_method: "新老办法", "Method";
    rule_source: "出处（文号和条款）", "Source (document and section)";
    rule_error_name_taken: "已有同名规则，请换一个名称。", "Another rule has this name; choose another.";
    rule_error_source: "填了数值，就要写明出处（“待填”不算）。", "A figure needs its source; “to be filled in” is none.";
    method_new: "新人新办法", "New method";
    method_old: "老人老办法", "Old method";
    method_unknown: "不详", "Not known";
    method_note: "谁用新办法、谁用老办法，手头通知没有规定，由您自己标注。", "No notice in hand says who follows which method; the label is yours to set.";

    converted_sum(quantity: &str, unit: &str, each: &str, hours: &str): "{quantity} {unit} × {each} = {hours} 学时", "{quantity} {unit} × {each} = {hours} hours";
    converted_blank: "这条规则还没有数值：请先在规则页填写，或按核定结果手填学时。", "The rule has no figure yet: fill it in on the rules screen, or type the hours that were recognised.";
    converted_no_quantity: "填上数量，就按规则算出学时。", "Give a quantity, and the hours follow from the rule.";
    converted_cap(cap: &str, used: &str, left: &str): "该规则每年最多 {cap}，同年其他记录已用 {used}，本条最多计入 {left}。", "The rule allows {cap} a year; other entries of that year use {used}, so at most {left} of this one count.";
    converted_source(source: &str): "依据：{source}", "Source: {source}";

    rule_pack_title: "导入规则包", "Import a rule pack";
    pack_lead: "把 JSON 规则包粘到下面或选一个文件，逐条看过再加入。包里的数都按“转引”对待并写明发布者，不会改动任何通知里的数。", "Paste a JSON rule pack or choose a file, and look at each rule before it goes in. Its figures are secondary and name their publisher; no figure of a notice is touched.";
    pack_paste_label: "粘贴区", "Paste here";
    pack_file_label: "或选择 JSON 文件", "Or choose a JSON file";
    pack_head(title: &str, publisher: &str, date: &str): "{title} · 发布者：{publisher} · {date}", "{title} · publisher: {publisher} · {date}";
    pack_confirm(count: usize): "加入 {count} 条规则", "Add {count} rules";
    pack_replace: "替换原有的同名规则", "Replace the rule of that name";
    pack_differs(fields: &str): "簿子里有同名规则，不同处：{fields}", "The book has a rule of that name; it differs in: {fields}";
    pack_same: "簿子里已有同样的一条", "The book has the same rule";
    pack_too_large: "文件太大，规则包不超过 1 MB。", "The file is too large: a pack has at most 1 MB.";
    pack_not_a_pack(line: usize, column: usize): "不是规则包：第 {line} 行第 {column} 个字符读不下去。", "No rule pack: it cannot be read at line {line}, character {column}.";
    pack_other_format: "这是别的文件，不是规则包。", "This is another kind of file, no rule pack.";
    pack_newer: "规则包来自更新的版本，请先更新本页。", "The pack was written by a newer version; update this page first.";
    pack_no_publisher: "规则包没有写发布者，不能导入。", "The pack names no publisher and cannot be imported.";
    pack_bad_date: "规则包的日期读不出，要写成 2026-01-05。", "The pack's date cannot be read; it must look like 2026-01-05.";
    pack_no_rules: "规则包里没有规则。", "The pack holds no rules.";
    pack_too_many: "规则包的规则太多，最多 500 条。", "The pack has too many rules: at most 500.";
    pack_twice(name: &str): "规则包里有两条同名规则：{name}。", "Two rules of the pack have the same name: {name}.";
    pack_own_title: "折算规则", "Conversion rules";
    pack_own_publisher: "未署名", "unsigned";
}

impl Lang {
    pub const fn unit(self, unit: Unit) -> &'static str {
        match unit {
            Unit::Item => self.pick("项", "item"),
            Unit::Day => self.pick("天", "day"),
            Unit::HalfDay => self.pick("半天", "half-day"),
            Unit::ClassHour => self.pick("课时", "class hour"),
            Unit::Month => self.pick("月", "month"),
            Unit::TenThousandCharacters => self.pick("万字", "10,000 characters"),
        }
    }

    pub const fn method(self, method: Method) -> &'static str {
        match method {
            Method::New => self.method_new(),
            Method::Old => self.method_old(),
            Method::Unknown => self.method_unknown(),
        }
    }

    pub const fn rule_field(self, field: RuleField) -> &'static str {
        match field {
            RuleField::Name => self.rule_name(),
            RuleField::Kind => self.rule_kind_field(),
            RuleField::Unit => self.rule_unit(),
            RuleField::HoursPerUnit => self.rule_hours(),
            RuleField::CapPerYear => self.rule_cap(),
            RuleField::Subject => self.rule_subject_field(),
            RuleField::Method => self.rule_method(),
            RuleField::Source => self.rule_source(),
        }
    }

    pub fn rule_problem(self, kind: RuleErrorKind) -> String {
        match kind {
            RuleErrorKind::Required => self.error_required().into(),
            RuleErrorKind::TooLong { found, most } => self.error_too_long(found, most),
            RuleErrorKind::NameTaken => self.rule_error_name_taken().into(),
            RuleErrorKind::NotAChoice => self.error_choice().into(),
            RuleErrorKind::SourceMissing => self.rule_error_source().into(),
            RuleErrorKind::Hours(HoursError::TooManyDecimals) => self.error_hours_decimals().into(),
            RuleErrorKind::Hours(HoursError::OutOfRange) => self.error_hours_range().into(),
            RuleErrorKind::Hours(HoursError::Empty | HoursError::NotANumber) => self.error_hours().into(),
        }
    }

    pub fn pack_problem(self, why: &PackError) -> String {
        match why {
            PackError::TooLarge => self.pack_too_large().into(),
            PackError::NotAPack { line, column } => self.pack_not_a_pack(*line, *column),
            PackError::OtherFormat => self.pack_other_format().into(),
            PackError::NewerVersion => self.pack_newer().into(),
            PackError::PublisherMissing => self.pack_no_publisher().into(),
            PackError::BadDate => self.pack_bad_date().into(),
            PackError::NoRules => self.pack_no_rules().into(),
            PackError::TooManyRules => self.pack_too_many().into(),
            PackError::Twice(name) => self.pack_twice(name),
        }
    }

    pub const fn pack_verdict(self, verdict: &PackVerdict) -> &'static str {
        match verdict {
            PackVerdict::New => self.verdict_new(),
            PackVerdict::Same => self.verdict_same(),
            PackVerdict::Conflict(_) => self.verdict_conflict(),
            PackVerdict::Error(_) => self.verdict_error(),
        }
    }
}
