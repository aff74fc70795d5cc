//! The plan: what is earned beside what it would come to, the timeline, the suggestion.

use super::{Lang, texts};
use crate::rules::suggestion::{Item, ItemKind, Prefer};

texts! {
    plan_export_ics: "截止日和计划存入日历（ICS）", "Last days and plan as a calendar (ICS)";
    plan_title: "年度规划", "Plan";
    plan_add: "添加计划", "Add a planned entry";
    plan_totals: "现有与照计划做完之后", "Now, and with the plan carried out";
    plan_now: "已有", "Now";
    plan_then: "加上计划", "With the plan";
    plan_required: "要求", "Required";
    plan_missing_then: "那时还差", "Missing then";
    plan_apart: "计划不是学时：完成并登记之前，总览里一学时也不算。", "A plan is no credit: until it is done, the overview counts none of it.";
    plan_enough: "照计划做完就够了。", "Carried out, the plan is enough.";
    plan_enough_caution: "照计划做完就够了，但要用专业学时顶公需，本市本年通知没写，先问窗口。", "Carried out, the plan is enough, but it lets professional hours stand in for public ones, which no notice states for this city and year: ask the window first.";
    plan_enough_provisional: "照最近一年的规则推算，计划做完就够了。", "By the newest known rules the plan is enough.";
    plan_not_enough(hours: &str): "照计划做完还差 *{hours}* 学时。", "With the plan carried out, *{hours}* hours are still missing.";
    plan_closed: "这一年缺的学时已经补不了了，只能靠任职周期的年均。", "What this year lacks can no longer be earned; only the cycle's average can help.";
    plan_list: "计划", "The plan";
    plan_none: "还没有计划。可以采用下面的建议，或自己添加。", "Nothing is planned yet. Take the suggestion, or add an entry.";
    plan_number: "序号", "No.";
    plan_effect: "能带来什么", "What it would change";
    plan_counts(hours: &str): "计入 {hours}", "counts {hours}";
    plan_missing_change(before: &str, after: &str): "还差 {before} → {after}", "missing {before} → {after}";
    plan_overdue: "日期已过", "its day has passed";
    plan_for_year(year: u16): "记到 {year} 年度", "for {year}";
    plan_earlier: "− 周", "− week";
    plan_later: "+ 周", "+ week";
    plan_earlier_of(title: &str): "− 周：{title} 提前一周", "− week: {title}, a week earlier";
    plan_later_of(title: &str): "+ 周：{title} 推后一周", "+ week: {title}, a week later";
    plan_complete: "完成", "Done";
    plan_complete_of(title: &str): "完成：{title}", "Done: {title}";
    plan_moved(title: &str, day: &str): "“{title}”改到 {day}", "“{title}” moved to {day}";
    plan_taken(entries: &str): "已列入计划 {entries}", "Planned {entries}";
    plan_timeline: "时间线", "Timeline";
    plan_timeline_alt(first: &str, last: &str): "从 {first} 到 {last} 的时间线，内容见下面的表", "Timeline from {first} to {last}; the table below says the same";
    plan_drag_hint: "可以拖动圆点改日期，也可以用表里的“− 周”“+ 周”。", "Drag a dot to change its day, or use − week and + week in the table.";
    plan_today: "今天", "today";
    plan_pace: "每周每月要学多少", "Pace";
    plan_pace_by(day: &str, days: &str): "到 {day}，还有 {days}", "by {day}, {days} left";
    plan_pace_week: "每周", "A week";
    plan_pace_month: "每月", "A month";
    plan_what: "学什么", "What";
    plan_when: "到期", "By when";
    suggest: "最少还要学什么", "Suggest the fewest hours";
    suggest_hide: "收起建议", "Hide the suggestion";
    suggest_title: "建议：用最少的学时达标", "Suggestion: the fewest hours that are enough";
    suggest_nothing: "不用再安排：已有的加上计划就够了。", "Nothing more to plan: what you have and plan is enough.";
    suggest_accept(entries: &str): "列入计划（{entries}）", "Plan {entries}";
    suggest_by(day: &str): "{day} 前", "by {day}";
    suggest_dates: "列入时日期记在最后一天，之后可以提前。", "Each is planned for its last day; move it forward afterwards.";
    suggest_prefer: "优先哪种途径", "Which way first";
    suggest_prefer_public: "专业培训，公需在线学", "professional study, public online";
    suggest_prefer_surplus: "多学专业来顶（通知写明可以）", "surplus professional hours (as the notice states)";
    suggest_surplus_caution: "多学专业来顶公需：本市本年通知没写，先问窗口，所以没有放进建议。", "Surplus professional hours in place of public ones: not stated for this city and year. Ask the window first; the suggestion leaves it out.";
    suggest_exam(hours: &str): "已学的 {hours} 学时只差考试合格：先去考，不必另学。", "{hours} hours already studied only lack a passed exam: sit it before studying anew.";
    suggest_for_year(year: u16): "{year} 年度", "{year}";
    suggest_prefer_conversion: "先用成果折算（按您的折算规则）", "achievements first, by your conversion rules";
    suggest_prefer_class: "参加培训班或活动", "a class or an activity";
    item_class: "公需科目培训活动", "Public subject, class or activity";
    item_conversion(rule: &str, units: &str): "折算认定：{rule} × {units}", "Conversion: {rule} × {units}";
    item_professional: "专业科目培训", "Professional study";
    item_surplus: "专业科目培训（顶公需）", "Professional study (stands in for public)";
    item_courseware: "公需科目网络课件", "Public subject, courseware";
    item_bases: "公需科目网络学习", "Public subject, online base";
}

impl Lang {
    pub const fn prefer(self, prefer: Prefer) -> &'static str {
        match prefer {
            Prefer::Public => self.suggest_prefer_public(),
            Prefer::Surplus => self.suggest_prefer_surplus(),
            Prefer::Conversion => self.suggest_prefer_conversion(),
            Prefer::Class => self.suggest_prefer_class(),
        }
    }

    /// What an item of the suggestion is called, on the screen and as the title of its entry.
    pub fn item(self, item: &Item) -> String {
        match (item.kind, item.base) {
            (ItemKind::Professional, _) => self.item_professional().into(),
            (ItemKind::Surplus, _) => self.item_surplus().into(),
            (ItemKind::Class, _) => self.item_class().into(),
            (ItemKind::Conversion, _) => {
                let (rule, units) =
                    item.conversion.as_ref().map_or(("", None), |used| (&used.rule, used.quantity));
                self.item_conversion(rule, &units.map(|units| units.to_string()).unwrap_or_default())
            }
            (ItemKind::Courseware, _) => self.item_courseware().into(),
            (ItemKind::Bases, None) => self.item_bases().into(),
            (ItemKind::Bases, Some(base)) => format!("{} · {}", self.item_bases(), self.base(base)),
        }
    }
}
