//! The rules screen.

use super::{Lang, texts};
use crate::report::rulebook::ItemKind;

texts! {
    rules_title: "规则依据", "The rules and their sources";
    rules_intro: "每个数字都标出条款和可信程度。文件原文以人社部门发布的为准。", "Every figure names its clause and how far it can be trusted. The published notices decide.";
    rules_city: "城市", "City";
    rule_total: "全年合计", "Total for the year";
    rule_professional: "其中专业科目", "Of these professional";
    rule_public_minimum: "其中公需科目", "Of these public";
    rule_minutes: "每学时分钟数", "Minutes in an hour";
    rule_professional_deadline: "专业科目截止", "Professional subject ends";
    rule_public_deadline: "公需科目截止", "Public subject ends";
    rule_ceiling: "四个基地合计上限", "Ceiling of the four bases";
    rule_transfer: "专业转公需", "Professional standing in for public";
    rule_routes: "公需学时途径", "Routes to public hours";
    rule_platforms: "旧公需平台停用", "Old public platforms lapse";
    rule_filing: "专业培训备案", "Filing of professional training";
    rule_courseware: "认可的课件", "Accepted courseware";
    rule_exam: "基地考试", "Exam at the bases";
    rule_forms: "学习形式", "Forms of taking part";
    hours_value(hours: &str): "{hours} 学时", "{hours} hours";
    minutes_value(minutes: u32): "{minutes} 分钟", "{minutes} minutes";
    not_known: "不详", "Not known";
    none_stated: "没有单独规定", "None stated";
    transfer_none: "没有见到可转的文件", "No text in hand allows it";
    transfer_undocumented: "按可转计算，但本市本年没有文件写明", "Computed, but not stated for this city and year";
    transfer_documented: "可以转，文件写明", "Allowed, as the notice states";
    routes_named: "折算认定、线上学习、两者结合", "Conversion, online study, or both";
    forms_seven: "七种", "Seven";
    filing_needed: "先备案，同意后实施", "Filed beforehand, with consent";
    exam_needed: "考试合格才计入", "Counts only with a passed exam";
    courseware_bodies: "组织、人社、行业主管部门和各级基地等", "Organisation, HRSS and industry departments, bases, and the like";
    not_published: "该年通知尚未公布，以下为推算", "The notice for this year is not published; what follows is presumed";
    clause_table: "全部条款", "All clauses";
    clause_official_text: "官方条款", "Official clauses";
    clause_other_text: "转引与本工具的理解", "Quotations and this tool's readings";
    clause_of(id: &str): "条款 {id}", "Clause {id}";
    clause_number: "文号", "Number";
    open_in_rules: "在规则页查看", "Open in the rules";
    confidence_legend: "可信程度：官方文件＝手头有通知原文；转引＝只在转载或其他单位的通知里见到；本工具的理解＝没有文件依据。", "Confidence: official = the notice is in hand; secondary = seen only in a reprint or another body's notice; this tool's reading = no document behind it.";
    figure: "项目", "Item";
    figure_value: "数值", "Value";
    figure_confidence: "可信程度", "Confidence";
}

impl Lang {
    pub const fn rule_item(self, kind: ItemKind) -> &'static str {
        match kind {
            ItemKind::Total => self.rule_total(),
            ItemKind::Professional => self.rule_professional(),
            ItemKind::PublicMinimum => self.rule_public_minimum(),
            ItemKind::Minutes => self.rule_minutes(),
            ItemKind::ProfessionalDeadline => self.rule_professional_deadline(),
            ItemKind::PublicDeadline => self.rule_public_deadline(),
            ItemKind::Ceiling => self.rule_ceiling(),
            ItemKind::TransferNone | ItemKind::TransferUndocumented | ItemKind::TransferDocumented => {
                self.rule_transfer()
            }
            ItemKind::Routes => self.rule_routes(),
            ItemKind::Exam => self.rule_exam(),
            ItemKind::Courseware => self.rule_courseware(),
            ItemKind::Platforms => self.rule_platforms(),
            ItemKind::Filing => self.rule_filing(),
            ItemKind::Forms => self.rule_forms(),
        }
    }

    /// What a row without a figure says.
    pub const fn rule_words(self, kind: ItemKind) -> &'static str {
        match kind {
            ItemKind::TransferNone => self.transfer_none(),
            ItemKind::TransferUndocumented => self.transfer_undocumented(),
            ItemKind::TransferDocumented => self.transfer_documented(),
            ItemKind::Routes => self.routes_named(),
            ItemKind::Exam => self.exam_needed(),
            ItemKind::Courseware => self.courseware_bodies(),
            ItemKind::Filing => self.filing_needed(),
            ItemKind::Forms => self.forms_seven(),
            _ => "",
        }
    }
}
