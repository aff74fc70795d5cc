//! The words of the printed papers. They go to an office in China and are Chinese whatever the
//! language of the page; exports that carry the same columns take them from here, too.

use chrono::Datelike;

use super::Lang;
use crate::report::cycle::OpenKind;
use crate::report::pack::{Foot, Pack, PackUncounted, PackYear};
use crate::report::stamps::StampView;
use crate::rules::cycle::{CycleCheck, CycleVerdict};
use crate::rules::rulebook::{Figure, Rule, Transfer};
use crate::rules::stamp_route::{Office, StampStep, Stamped};
use crate::rules::{Confidence, Date, Document, Entry, Form, Hours, Source, Verdict};

/// The columns of a year's form.
pub const LINE_COLUMNS: [&str; 9] = [
    "序号",
    "起止时间",
    "培训（活动）内容",
    "主办单位",
    "学习形式",
    "科目类别",
    "学时",
    "考核结果",
    "证明材料编号",
];

/// The columns of what does not count.
pub const UNCOUNTED_COLUMNS: [&str; 6] =
    ["序号", "完成时间", "培训（活动）内容", "科目", "学时", "未计入的原因和依据"];

/// The columns of the evidence index.
pub const INDEX_COLUMNS: [&str; 5] = ["编号", "培训（活动）内容", "完成时间", "证书编号", "证明材料"];

/// The columns of the years on the cover.
pub const YEAR_COLUMNS: [&str; 8] =
    ["年度", "应学（专业）", "专业", "公需", "转入公需", "合计", "条数", "结论"];

/// Below the papers, on every sheet.
pub const DISCLAIMER: &str = "本材料由本人整理，供核验参考，不是学时证明；是否达标以窗口核验为准。";

/// The same for the invented person.
pub const DEMO_DISCLAIMER: &str = "示例数据，人物和记录都是虚构的，不得作为任何人的材料使用。";

pub const COVER_TITLE: &str = "继续教育学时审验材料";
pub const INDEX_TITLE: &str = "证明材料目录";
pub const UNCOUNTED_TITLE: &str = "未计入的条目（不在上表合计之内）";
pub const NO_LINES: &str = "本年度没有计入的条目。";
pub const LISTED_BOOK: &str = "继续教育证书（登记和盖章用）";

pub fn form_title(year: &PackYear) -> String {
    format!("专业技术人员继续教育学时登记（{} 年度）", year.year())
}

/// What the pack is about: `2026 年度`, `任职周期 2022–2026 年`.
pub fn scope(pack: &Pack) -> String {
    let cycle = pack.check.cycle;
    if pack.is_cycle() {
        format!("任职周期 {}–{} 年，{} 年申报", cycle.from, cycle.to, cycle.application)
    } else {
        format!("{} 年度", cycle.from)
    }
}

pub fn page(page: usize, pages: usize) -> String {
    format!("第 {page} 页 共 {pages} 页")
}

/// `2022–2026 年`, or empty where no cycle is set.
pub fn cycle(pack: &Pack) -> String {
    let profile = &pack.profile;
    let (Some(from), Some(to)) = (profile.cycle_from, profile.cycle_to) else { return String::new() };
    format!("{from}–{to} 年")
}

/// The title held, and since when.
pub fn title_held(pack: &Pack) -> String {
    let held = Lang::Zh.title_level(pack.profile.title_held);
    pack.profile.title_held_since.map_or(held.to_owned(), |day| format!("{held}（{day} 取得）"))
}

/// 单位性质 with the level of the unit, on which the stamps depend.
pub fn unit_kind(pack: &Pack) -> String {
    let level = Lang::Zh.unit_level(pack.profile.unit_level);
    match pack.profile.unit_kind.trim() {
        "" => level.to_owned(),
        kind => format!("{}（{level}）", in_head(kind)),
    }
}

/// 起止时间 in one or two parts that are not broken.
pub fn span(entry: &Entry) -> Vec<String> {
    match entry.start.filter(|&start| start != entry.end) {
        Some(start) => vec![start.to_string(), format!("至{}", entry.end)],
        None => vec![entry.end.to_string()],
    }
}

/// 学习形式 in a narrow column.
pub const fn form(form: Form) -> &'static str {
    match form {
        Form::Class => "培训班",
        Form::Practice => "实践",
        Form::Online => "网络学习",
        Form::Conference => "学术活动",
        Form::Research => "专业研究",
        Form::Exam => "资格考试",
        Form::Other => "其他",
    }
}

/// How the total comes about, in one line.
pub fn arithmetic(foot: &Foot, rule: &Rule) -> String {
    let Foot { professional, online, conversion, other, transfer, total } = foot;
    let (professional, public) = (professional.hours, foot.public());
    let parts = format!("{} + {} + {}", online.hours, conversion.hours, other.hours);
    if rule.base.professional.is_none() {
        format!("专业 {professional} + 公需 {public} = {total}")
    } else if transfer.is_zero() {
        format!("专业 {professional} + 公需 {public}（{parts}）= {total}")
    } else {
        let (left, grown) = (professional - *transfer, public + *transfer);
        format!(
            "专业 {professional} − 转出 {transfer} = {left}；公需 {public}（{parts}）+ 转入 {transfer} = {grown}；合计 {left} + {grown} = {total}"
        )
    }
}

/// What the year asks.
pub fn requirement(rule: &Rule) -> String {
    let total = rule.base.total.value;
    match (&rule.base.professional, &rule.base.public_minimum) {
        (Some(professional), Some(public)) => {
            format!("应学 {total}（专业 {}，公需 {}）", professional.value, public.value)
        }
        (Some(professional), None) => format!("应学 {total}（专业 {}）", professional.value),
        (None, _) => format!("应学 {total}"),
    }
}

/// 达标与否, in two or three words.
pub const fn verdict_short(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "达标",
        Verdict::MetWithCaution => "学时数够，转入待认定",
        Verdict::Short | Verdict::Closed => "未达标",
        Verdict::Provisional => "暂无结论",
    }
}

/// 达标与否, with what is missing or to be settled.
pub fn verdict(year: &PackYear) -> String {
    let assessment = &year.assessment;
    let short = verdict_short(assessment.verdict);
    match assessment.verdict {
        Verdict::Met => short.to_owned(),
        Verdict::MetWithCaution => {
            format!("学时数够；转入的 {} 学时在本市该年度通知中没有写明，请窗口认定", assessment.transfer)
        }
        Verdict::Short | Verdict::Closed => {
            let needs = assessment.needs;
            let missing = [("专业", needs.professional), ("公需", needs.public), ("不限科目", needs.any)];
            let missing = missing.iter().filter(|(_, hours)| !hours.is_zero());
            let missing: Vec<String> = missing.map(|(kind, hours)| format!("{kind} {hours}")).collect();
            format!("{short}，还差{}学时", missing.join("、") + " ")
        }
        Verdict::Provisional => format!("{short}：该年度通知尚未公布，按最近公布的年度推算"),
    }
}

/// The heading of a stamp box: the office.
pub fn stamp_office(route: &StampView, step: &StampStep) -> String {
    let city = route.applicant.city;
    match step.office {
        Office::IndustryDepartment => "行业主管部门（审核登记）".to_owned(),
        Office::CountyHrss => "县（区）人社局（验证）".to_owned(),
        Office::CityHrss => format!("{}人社局（验证）", Lang::Zh.city(city)),
        Office::AskLocalHrss => "由当地人社部门指定（请先问清）".to_owned(),
    }
}

/// What an office confirms of one year.
pub fn stamped(step: &StampStep, year: &PackYear) -> String {
    let foot = &year.foot;
    match step.stamps {
        Stamped::Professional => format!("专业科目 {} 学时", foot.professional.hours),
        Stamped::PublicAndTotal if foot.transfer.is_zero() => {
            format!("公需 {}，合计 {} 学时", foot.public(), foot.total)
        }
        Stamped::PublicAndTotal => {
            format!("公需 {} + 转入 {}，合计 {} 学时", foot.public(), foot.transfer, foot.total)
        }
    }
}

/// `①` to `⑳`.
pub fn circled(nth: usize) -> char {
    char::from_u32(0x2460 + nth.min(19) as u32).unwrap_or('○')
}

/// Why hours do not count, and on what that rests.
pub fn grounds(uncounted: &PackUncounted) -> String {
    let row = &uncounted.row;
    let reason = Lang::Zh.reason(row.reason);
    let part = if row.hours == row.raw {
        String::new()
    } else {
        format!("共 {} 学时，未计入 {} 学时。", row.raw, row.hours)
    };
    format!("{part}{reason}。依据：{}。", places(&row.sources))
}

/// Where sources stand, each document once: `六人社秘〔2026〕30号二（二）、三`. What a person imported
/// is named with who handed it out, never as if the notice lay here.
pub fn places(sources: &[Source]) -> String {
    let groups = by_document(sources).into_iter().map(|(document, sections)| match document {
        Cited::Known(document) => match document.confidence() {
            Confidence::Official => format!("{}{}", document.number(), sections.join("、")),
            Confidence::Secondary => format!("转引（{}）", sections.join("；")),
            Confidence::Tool => "整理时的理解，通知没有写明".to_owned(),
        },
        Cited::Imported { publisher, number } => imported_place(publisher, number, &sections),
    });
    groups.collect::<Vec<_>>().join("；")
}

/// A document that sources name.
#[derive(PartialEq)]
enum Cited<'a> {
    Known(Document),
    Imported { publisher: &'a str, number: &'a str },
}

/// The documents in the order in which they are first named, each with its sections.
fn by_document(sources: &[Source]) -> Vec<(Cited<'_>, Vec<&str>)> {
    let mut found: Vec<(Cited, Vec<&str>)> = Vec::new();
    for source in sources {
        let (document, section) = match source {
            Source::Clause(clause) => (Cited::Known(clause.info().document), clause.info().section),
            Source::Notice(from) => {
                let document = Cited::Imported { publisher: &from.publisher, number: &from.document };
                (document, from.section.as_str())
            }
        };
        let nth = found.iter().position(|(known, _)| *known == document).unwrap_or_else(|| {
            found.push((document, vec![]));
            found.len() - 1
        });
        if !found[nth].1.contains(&section) {
            found[nth].1.push(section);
        }
    }
    found
}

/// The most characters of a publisher, a document's number or its sections beside a figure.
const PLACE_CHARS: usize = 60;

fn imported_place(publisher: &str, number: &str, sections: &[&str]) -> String {
    let [publisher, number, sections] =
        [publisher, number, &sections.join("、")].map(|text| at_most(text, PLACE_CHARS));
    format!("转引（{publisher}：{number} {sections}）")
}

/// What of a year's requirements a person imported, each figure with its publisher, document and
/// section; `None`: nothing.
pub fn imported(rule: &Rule) -> Option<String> {
    let base = &rule.base;
    let deadline = &rule.public_deadline;
    let figures = [
        named("应学", Some(&base.total)),
        named("专业", base.professional.as_ref()),
        named("公需", base.public_minimum.as_ref()),
        Some((format!("公需学习截至 {}", deadline.value), &deadline.sources[..])),
        named("四个基地合计上限", base.base_ceiling.as_ref()),
        match &rule.transfer {
            Transfer::Documented(sources) => Some(("专业超出部分可转入公需".to_owned(), &sources[..])),
            Transfer::None | Transfer::Undocumented(_) => None,
        },
    ];
    let cited = figures.into_iter().flatten().filter_map(|(figure, sources)| {
        let from = sources.iter().find_map(Source::citation)?;
        Some(format!("{figure}，{}", imported_place(&from.publisher, &from.document, &[&from.section])))
    });
    let cited: Vec<String> = cited.collect();
    (!cited.is_empty()).then(|| format!("{}。", cited.join("；")))
}

fn named<'a>(name: &str, figure: Option<&'a Figure<Hours>>) -> Option<(String, &'a [Source])> {
    figure.map(|figure| (format!("{name} {}", figure.value), &figure.sources[..]))
}

/// Where to call; an imported number is named with who handed it out.
pub fn telephones(step: &StampStep) -> Option<String> {
    let numbers = step.telephones.iter().map(|known| {
        let from = known.source.citation().map(|_| places(std::slice::from_ref(&known.source)));
        let from = from.map(|from| format!("，{from}"));
        format!("{} {}{}", known.zh, known.number, from.unwrap_or_default())
    });
    let numbers: Vec<String> = numbers.collect();
    (!numbers.is_empty()).then(|| format!("电话：{}。", numbers.join("；")))
}

/// `2026 年度（六安市）`: the entry of the rulebook that a year's figures come from.
fn rulebook(rule: &Rule) -> String {
    format!("{} 年度（{}）", rule.year, Lang::Zh.city(rule.city))
}

/// The foot of a sheet: the rulebook, the notices, the day, and what this paper is not.
pub fn foot(years: &[PackYear], clauses: &[Source], day: Date, disclaimer: &str) -> String {
    let named: Vec<String> = years.iter().map(|year| rulebook(&year.assessment.rule)).collect();
    let named = match named.as_slice() {
        [first, _, .., last] => format!("{first}至 {last}"),
        all => all.join("、"),
    };
    let day = format!("{}年{}月{}日", day.year(), day.month(), day.day());
    format!("规则：{named}。依据：{}。{day}制。{disclaimer}", basis(clauses))
}

/// The notices and reprints on which figures rest; what was imported with its sections, because
/// nothing else on the sheet names them.
pub fn basis(sources: &[Source]) -> String {
    let mut notices: Vec<String> = Vec::new();
    for (document, sections) in by_document(sources) {
        match document {
            Cited::Known(document) => match document.confidence() {
                Confidence::Official => notices.push(document.number().to_owned()),
                Confidence::Secondary => notices.extend(sections.into_iter().map(str::to_owned)),
                Confidence::Tool => {}
            },
            Cited::Imported { publisher, number } => {
                notices.push(imported_place(publisher, number, &sections));
            }
        }
    }
    notices.join("、")
}

/// The numbers of a year's copies: `2026-01 至 2026-24`; empty without any.
pub fn copies(year: &PackYear) -> String {
    match (year.rows.first(), year.rows.last()) {
        (Some(first), Some(last)) if first.number == last.number => first.evidence_number.clone(),
        (Some(first), Some(last)) => format!("{} 至 {}", first.evidence_number, last.evidence_number),
        _ => String::new(),
    }
}

/// Hours of which only a part counts.
pub fn part_of(whole: Hours) -> String {
    format!("共 {whole}")
}

/// The number of a line that stands beside the form: nothing of it counts, no copy bears it.
pub fn beside(nth: usize) -> String {
    format!("附 {nth}")
}

pub fn index_lead(pack: &Pack) -> String {
    format!(
        "{}　{}　共 {} 份。编号与登记表末栏一致，请写在每份复印件的右上角。",
        pack.profile.name,
        scope(pack),
        pack.copies()
    )
}

/// A paper of the pack with its pages, where it is printed.
pub fn listed(title: &str, pages: Option<(usize, usize)>) -> String {
    match pages {
        Some((first, last)) if first == last => format!("{title}　第 {first} 页"),
        Some((first, last)) => format!("{title}　第 {first}–{last} 页"),
        None => title.to_owned(),
    }
}

/// How many copies there are; their numbers year by year are [`copies`].
pub fn listed_copies(pack: &Pack) -> String {
    format!("证明材料复印件 {} 份，编号", pack.copies())
}

/// Something open about entries: how many.
pub fn listed_open(kind: OpenKind, count: usize) -> String {
    format!("{}：{}", Lang::Zh.open_kind(kind), Lang::Zh.entries(count))
}

pub fn route_title(route: &StampView) -> String {
    let applicant = &route.applicant;
    format!(
        "盖章顺序（{} 年，{}，{}）",
        route.year,
        Lang::Zh.city(applicant.city),
        Lang::Zh.unit_level(applicant.unit_level)
    )
}

/// A step taken from another year's notice.
pub fn from_other_year(year: u16) -> String {
    format!("（{year} 年的通知，今年是否照办请先问）")
}

/// The sums of a cycle and its average, in one line.
pub fn cycle_sum(check: &CycleCheck) -> String {
    let years = check.years.len();
    format!(
        "{years} 年合计 {}，应学 {}；专业 {}，应学 {}；年均 {} ÷ {years} = {}（余数舍去）",
        check.sum_total(),
        check.required_total,
        check.professional,
        check.required_professional,
        check.sum_total(),
        check.average_total()
    )
}

/// The answer for a cycle, in the words of the notices.
pub const fn cycle_verdict(verdict: CycleVerdict) -> &'static str {
    match verdict {
        CycleVerdict::MetEveryYear => "每年达标",
        CycleVerdict::MetEveryYearCaution => "每年学时数够；有的年份转入公需待窗口认定",
        CycleVerdict::MetOnAverage => "年均达标（过渡期按最近一个任职周期的年均计算）",
        CycleVerdict::MetOnAverageCaution => "年均学时数够；有几点请窗口认定",
        CycleVerdict::Crammed => "总数够，但一年内集中了整个周期的学时，请窗口认定",
        CycleVerdict::Short => "未达标",
        CycleVerdict::Provisional => "暂无结论",
    }
}

/// What the square code on the cover holds.
pub fn code_sentence(pack: &Pack, is_whole: bool) -> String {
    let years = pack.years.len();
    let demo = if pack.demo { "示例数据。" } else { "" };
    if is_whole {
        let counted = pack.years.iter().flat_map(|year| &year.uncounted);
        let alone = counted.filter(|rest| rest.evidence_number.is_none()).count();
        let entries = pack.copies() + alone;
        format!("{demo}扫码得到一串文字，可在学时簿的“数据”页恢复本材料的 {entries} 条记录。不含姓名和单位。")
    } else {
        format!("{demo}记录较多，码里只有 {years} 个年度的合计，不含记录，也不含姓名和单位。")
    }
}

/// A word of the head, short enough for its field.
pub fn in_head(text: &str) -> String {
    at_most(text, 60)
}

/// At most so many characters; what is longer ends with an ellipsis. A line of the form must
/// never be taller than a sheet.
pub fn at_most(text: &str, chars: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= chars {
        return text.to_owned();
    }
    let kept = text.chars().take(chars.saturating_sub(1));
    kept.chain(['…']).collect()
}
