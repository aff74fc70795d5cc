//! The overview: the verdict in words, the steps, the bars, the reasons.

use super::{Lang, texts};
use crate::rules::steps::{StepKind, Way};

texts! {
    year_label: "年度", "Year";
    year_option(year: u16): "{year} 年度", "Year {year}";
    paste_from_sheet: "从表格粘贴", "Paste from a sheet";
    add_entry: "添加记录", "Add an entry";
    context_line(city: &str, year: u16, today: &str): "{city} · {year} 年度 · 今天 {today}", "{city} · year {year} · today {today}";
    chip_missing(verdict: &str, hours: &str): "{verdict} · 还差 {hours} 学时", "{verdict} · {hours} hours missing";
    chip_projected(hours: &str): "另有计划 {hours} 学时，未计入", "{hours} more hours planned, not counted";

    headline_professional(day: &str, hours: &str): "{day}前再学 *{hours}* 学时专业科目", "*{hours}* professional hours by {day}";
    headline_public(day: &str, hours: &str): "{day}前再补 *{hours}* 学时公需科目", "*{hours}* public hours by {day}";
    headline_any(day: &str, hours: &str): "{day}前再补 *{hours}* 学时", "*{hours}* more hours by {day}";
    headline_met(year: u16, hours: &str, required: &str): "{year} 年已有 {hours} 学时，达到 {required} 的要求", "{year}: {hours} hours counted, the {required} required are reached";
    headline_met_surplus(hours: &str): "其中 {hours} 学时是专业转公需", "{hours} of them professional hours standing in for public ones";
    headline_closed_professional(hours: &str, day: &str): "专业科目差 *{hours}* 学时，{day}已经截止", "*{hours}* professional hours are missing; {day} has passed";
    headline_closed_rest(hours: &str, day: &str): "还差 *{hours}* 学时，{day}已经截止", "*{hours}* hours are missing; {day} has passed";
    closed_hint: "这一年只能靠任职周期的年均来补救。", "For this year only the average of the appointment cycle can still help.";
    headline_provisional(year: u16): "{year} 年的通知还没有公布，先按最近一年推算", "The notice for {year} is not yet published; computed as the newest known year";
    headline_provisional_need(hours: &str): "照此推算还差 *{hours}* 学时", "By that, *{hours}* hours are missing";
    headline_provisional_enough: "照此推算已经够了", "By that, the hours are enough";

    empty_title: "从一条记录开始，马上看到还差多少", "Start with one entry and see what is still missing";
    empty_text: "从 Excel 或 WPS 里复制几行粘进来，或者先添加一条。所有内容只留在这台设备的浏览器里。", "Copy some rows from Excel or WPS and paste them, or add a single entry. Everything stays in this device's browser.";
    empty_city: "先选单位所在的城市，规则随之而变", "First choose the city of your unit: the rules follow it";
    see_demo: "看一份示例", "Look at a demo";

    step_professional: "学时 专业科目", "hours, professional";
    step_public: "学时 公需科目", "hours, public";
    step_any: "学时 专业或公需", "hours, either kind";
    step_days_left(days: &str, pace: &str): "还有 {days} · 每周约 {pace} 学时", "{days} left · about {pace} hours a week";
    step_today(hours: &str): "今天是最后一天 · 要学 {hours} 学时", "Today is the last day · {hours} hours to go";
    until_day(day: &str): "到 {day}", "until {day}";
    way_professional: "培训班、实践、学术活动等七种形式（先确认已备案）", "Any of the seven forms: class, practice, conference … (make sure it was filed)";
    way_bases_left(hours: &str): "四个线上基地，尚可计 {hours} 学时", "The four online bases: {hours} more hours can count";
    way_bases: "四个线上基地，考试合格", "The four online bases, exam passed";
    way_courseware: "认可单位的网络课件", "Courseware of the recognised bodies";
    way_class: "培训班或活动", "A class or an activity";
    way_conversion: "学时折算认定", "Conversion of an achievement";
    way_surplus_documented: "多学的专业学时可顶公需", "Surplus professional hours may stand in";
    way_surplus_undocumented: "多学的专业学时顶公需：本市本年通知没写，先问窗口", "Surplus professional hours: not stated for this city and year, ask first";

    bar_professional: "专业", "Professional";
    bar_total: "合计", "Total";
    bar_public: "公需", "Public";
    bar_transfer: "转入公需", "Standing in";
    bar_gap: "差", "Missing";
    bar_alt(name: &str, have: &str, required: &str, gap: &str): "{name} {have}，要求 {required}，还差 {gap}", "{name}: {have} of {required}, {gap} missing";

    figures_title: "这些数怎么来的", "Where the figures come from";
    explain: "逐条说明", "Explain";
    explain_hide: "收起说明", "Hide";
    column_item: "项目", "Item";
    column_raw: "填报", "Entered";
    column_counted: "计入", "Counted";
    column_basis: "依据", "Basis";
    not_counted: "未计入", "Not counted";
    partly_counted: "部分计入", "Partly counted";
    no_entries_in_year: "这一年还没有记录。", "No entries for this year yet.";
    waterfall_title: "从填报到合计", "From entered to total";
    waterfall_raw: "填报学时", "Hours entered";
    waterfall_uncounted: "减：不计入", "Less: not counted";
    waterfall_counted: "计入学时", "Hours counted";
    waterfall_transfer: "其中专业转公需（不增加合计）", "Of these, professional standing in for public (adds nothing)";
    waterfall_total: "合计", "Total";
    waterfall_required: "要求", "Required";
    waterfall_required_professional: "其中专业", "Of these professional";
    waterfall_required_public: "其中公需", "Of these public";
    waterfall_missing: "还差", "Missing";
    arithmetic(professional: &str, public: &str, total: &str): "专业 {professional} + 公需 {public} = {total}", "Professional {professional} + public {public} = {total}";
    uncounted_title: "没有计入的学时", "Hours that do not count";
    uncounted_none: "填报的学时全部计入。", "Every hour entered counts.";
    uncounted_hours(hours: &str): "{hours} 学时", "{hours} hours";
    uncounted_part(hours: &str, raw: &str): "{raw} 学时中的 {hours}", "{hours} of {raw} hours";
    edit_entry: "修改这条", "Edit this entry";
    clauses_title: "用到的条款", "The clauses behind it";
    partial_year: "年中入职、离职或调动的，手头通知没有规定，要求不按月减少。", "For someone who started, left or moved within the year no notice in hand reduces the requirement.";

    facts_title: "三项学时", "The amounts";
    fact_professional: "专业", "Professional";
    fact_public: "公需", "Public";
    fact_transfer: "专业转公需", "Standing in for public";
    fact_total: "合计", "Total";
    fact_uncounted: "未计入", "Not counted";
    fact_planned: "计划中", "Planned";
    need_professional: "还差专业", "Professional missing";
    need_public: "还差公需", "Public missing";
    need_any: "还差任一科目", "Either kind missing";
    need_any_now_public: "还差（只能补公需）", "Missing (public only)";

    deadlines_title: "到期日", "Deadlines";
    deadline_professional: "专业科目", "Professional";
    deadline_public: "公需科目", "Public";
    days_left(days: &str): "还有 {days}", "{days} left";
    days_over(days: &str): "已过 {days}", "{days} ago";
    days_today: "就是今天", "today";
    today_mark: "今天", "Today";
    january: "1 月", "January";
    warnings_title: "请留意", "Please check";
}

impl Lang {
    pub const fn step_kind(self, kind: StepKind) -> &'static str {
        match kind {
            StepKind::Professional => self.step_professional(),
            StepKind::Public => self.step_public(),
            StepKind::Any => self.step_any(),
        }
    }

    pub fn way(self, way: Way) -> String {
        match way {
            Way::ProfessionalStudy => self.way_professional().into(),
            Way::Bases { left: Some(left) } => self.way_bases_left(&left.to_string()),
            Way::Bases { left: None } => self.way_bases().into(),
            Way::Courseware => self.way_courseware().into(),
            Way::Class => self.way_class().into(),
            Way::Conversion => self.way_conversion().into(),
            Way::Surplus { documented: true } => self.way_surplus_documented().into(),
            Way::Surplus { documented: false } => self.way_surplus_undocumented().into(),
        }
    }
}
