//! The title check and the stamp route.

use super::{Lang, texts};
use crate::report::cycle::{OpenKind, Unsettled};
use crate::rules::cycle::{CycleCaution, CycleVerdict};
use crate::rules::stamp_route::{Office, Stamped};
use crate::rules::steps::StepKind;

texts! {
    cycle_title: "申报核查", "Title check";
    cycle_title_sought: "申报", "Title sought";
    cycle_application: "申报年度", "Application year";
    cycle_from: "任职周期从", "Cycle from";
    cycle_to: "到", "to";
    cycle_open_title: "先定要看哪几年", "First choose the years to look at";
    cycle_open_text: "选申报的职称、申报年度和任职周期的起止年。看哪几年，以当年评审通知为准。", "Choose the title, the application year, and the first and last year of the cycle. The year's review notice says which years are looked at.";
    cycle_backwards: "任职周期的起始年晚于结束年，请改正其中一个。", "The cycle begins after it ends: change one of the two years.";
    cycle_no_entries: "这几年还没有记录。添加记录后，这里逐年核对。", "No entries for these years yet. Once there are some, each year is checked here.";
    suggestions_title: "别处的通知这样算（供参考，以当年评审通知为准）", "How other offices' notices count (for reference: the year's review notice decides)";
    suggestion(years: u16, from: &str, to: &str): "{years} 年 · {from}–{to}", "{years} years · {from}–{to}";
    suggestion_master(years: u16, from: &str, to: &str): "硕士 {years} 年 · {from}–{to}", "master's, {years} years · {from}–{to}";

    headline_every_year(span: &str): "{span} 年，每年都达标", "{span}: every year is met";
    headline_every_year_one(span: &str): "{span} 年达标", "{span} is met";
    headline_every_year_caution: "学时每年都够，有的年份要先问窗口", "Every year has enough hours; for some, ask the window first";
    headline_average(years: usize, hours: &str): "{years} 年平均 {hours} 学时，够过渡期的年均要求", "{hours} hours a year on average over {years} years: enough in the transition";
    headline_average_caution(years: usize, hours: &str): "{years} 年平均 {hours} 学时，年均够了，有几点要先问窗口", "{hours} hours a year on average over {years} years: enough, with points to ask the window";
    headline_crammed: "总数够了，但一年里集中了整个周期的学时", "The sum is enough, but one year holds the hours of the whole cycle";
    headline_short_both(professional: &str, any: &str): "周期内还差 *{professional}* 学时专业，另差 *{any}* 学时不限科目", "*{professional}* professional hours and *{any}* of either kind are missing";
    headline_short_professional(professional: &str): "周期内还差 *{professional}* 学时专业科目", "*{professional}* professional hours are missing in the cycle";
    headline_short_any(any: &str): "周期内还差 *{any}* 学时，科目不限", "*{any}* hours of either kind are missing in the cycle";
    headline_cycle_provisional: "有年度的通知还没公布，暂不下结论", "A year's notice is not yet published: no verdict for now";
    headline_cycle_too_early: "过渡期以前的申报，手头文件没有规定，不下结论", "No notice in hand speaks of applications before the transition: no verdict";
    line_not_met(years: &str): "{years} 年单独不达标。", "Not met on their own: {years}.";
    line_average: "过渡期内按最近一个任职周期的年均计算。", "In the transition the average over the latest cycle is what counts.";
    line_no_average_one: "周期只有一年，没有年均可算。", "A cycle of one year has no average.";
    line_no_average_late(year: &str): "过渡期到 {year} 年为止，之后要每年达标。", "The transition ends with {year}; after it every year must be met.";
    line_crammed: "通知不许在一年内突击完成整个周期的学时；是否算突击，由窗口认定。", "The notices forbid cramming a cycle's hours into one year; whether this is it, the window decides.";
    line_provisional: "下面的数照最近公布的一年推算。", "The figures below follow the newest published year.";

    matrix_title: "逐年核对", "Year by year";
    matrix_year: "年度", "Year";
    matrix_required: "应学 · 专业", "Required · prof.";
    matrix_verdict: "结论", "Result";
    year_met: "达标", "Met";
    year_met_ask: "够，先问窗口", "Enough, ask first";
    year_short(hours: &str): "差 {hours}", "{hours} missing";
    year_closed(hours: &str): "差 {hours}，已截止", "{hours} missing, over";
    year_provisional: "通知未公布", "Not published";
    year_transfer(hours: &str): "转入 {hours}", "{hours} standing in";
    matrix_legend: "竖线：应学总数", "Line: the required total";
    uncounted_by_year(hours: &str): "未计入的 {hours} 学时，逐条说明", "The {hours} hours that do not count, one by one";

    sums_title: "合计与年均", "Sums and average";
    sums_enough: "够", "enough";
    sums_missing(hours: &str): "差 {hours}", "{hours} missing";
    sums_average: "年均", "Average";
    sums_average_required(hours: &str): "要求 {hours}", "{hours} required";
    sums_rounded: "余数舍去，不多算。", "Rounded down, never up.";
    concentration: "集中度", "Concentration";
    concentration_text(part: &str, whole: &str, percent: u64): "最多的一年 {part} ÷ 合计 {whole} = {percent}%", "fullest year {part} ÷ sum {whole} = {percent}%";
    concentration_line(percent: u32): "超过 {percent}% 会提示：这条线是本工具设的，通知没有给数。", "Above {percent}% a caution is shown: this tool's own line, no notice gives a number.";
    concentration_apart(part: &str, required: &str): "整个周期应学 {required}，最多的一年 {part}：没有在一年内做满。", "The cycle asks {required}, the fullest year holds {part}: not all of it within one year.";
    concentration_within(part: &str, required: &str): "整个周期应学 {required}，最多的一年 {part}：一年内就做满了。", "The cycle asks {required}, the fullest year holds {part}: all of it within one year.";
    concentration_how: "按归属年度和完成年度分别算，取大的。", "By attribution year and by completion year, whichever is larger.";
    cautions_title: "先问窗口", "Ask the window first";
    caution_years(years: &str): "涉及 {years} 年", "Years: {years}";

    checklist_title: "申报前还要补齐", "To be completed before applying";
    checklist_none: "记录都齐了：证书编号、考核结果、备案、登记、审验。", "The entries are complete: certificate, result, filing, registration, verification.";
    checklist_year(year: &str, count: usize): "{year} 年 {count} 条", "{year}: {count}";

    remedy_title: "还能怎么补", "What could still be done";
    remedy_lead: "最少要补：", "The fewest hours:";
    remedy_each_lead: "让每年单独达标：", "Every year met by itself:";
    remedy_task(year: &str, hours: &str, kind: &str, day: &str): "记入 {year} 年：*{hours}* 学时{kind}，{day}前完成", "for {year}: *{hours}* hours, {kind}, by {day}";
    remedy_kind_professional: "专业科目", "professional";
    remedy_kind_public: "公需科目", "public";
    remedy_kind_any: "，科目不限（年底以后只能是公需）", "either kind (after 31 December only public)";
    remedy_prospect: "补完之后：", "Then:";
    remedy_crams: "这样补，一年里就集中了整个周期的学时，本身就像突击。动手前先问窗口。", "This puts the whole cycle's hours into one year and would itself look like cramming. Ask the window before starting.";
    remedy_doubt: "这样补，学时偏集中，窗口可能会问。", "This concentrates the hours; the window may ask about it.";
    remedy_fine: "这样补，看不出突击。", "This does not look like cramming.";
    remedy_none: "周期内的年份都已截止，没有还能补的。可以问窗口，或看更晚的申报年度。", "Every year of the cycle that lacks hours is over. Ask the window, or look at a later application year.";
    remedy_none_crammed: "单独不达标的年份已截止；再多的学时也不会让那一年显得不集中。请带上材料问窗口。", "The years that are not met on their own are over, and more hours do not make the full year less full. Ask the window, with your papers.";
    remedy_open(years: &str): "还能记学时的年份：{years}", "Years that still take hours: {years}";

    unsettled_title: "手头的通知没有说的", "What no notice in hand settles";

    stamps_title: "盖章顺序", "Stamps, in order";
    stamps_short: "盖章", "Stamps";
    stamps_for(city: &str, level: &str, year: u16): "{city} · {level} · {year} 年度", "{city} · {level} · {year}";
    stamps_titles(held: &str, sought: &str): "现职称：{held} · 申报：{sought}", "Title held: {held} · sought: {sought}";
    stamps_change: "修改个人信息", "Change these details";
    stamps_other_year(found: u16, asked: u16): "手头只有 {found} 年的通知，{asked} 年的盖章办法以新通知为准，所以最后一步是问当地人社部门。", "Only the notice for {found} is in hand; {asked} may differ, so the last step is to ask the local HRSS.";
    stamps_step_year(found: u16): "依 {found} 年通知", "by the notice for {found}";
    stamps_base: "也可以由主管部门认可的继续教育基地盖章。", "A base that the department recognises may stamp instead.";
    stamps_supervising: "有的单位由它自己的主管部门盖章。", "For some units it is their own supervising department that stamps.";
    stamps_ask: "手头的通知没有写明，请问单位所在地的人社部门。", "No notice in hand decides this: ask the HRSS where the unit is.";
    stamps_missing(entries: &str): "周期内还有 {entries}没有审验。", "{entries} of the cycle not verified yet.";
    stamps_all_there: "周期内的记录都已审验。", "Every entry of the cycle is verified.";
    stamps_open: "看完整顺序和电话", "The whole route, with telephones";
    telephone: "电话", "Telephone";
    nav_eligibility: "申报核查", "Title check";
    nav_pack: "窗口材料", "Window pack";
    nav_eligibility_short: "核查", "Check";
    nav_pack_short: "材料", "Pack";
    nav_more: "更多", "More";
}

impl Lang {
    pub const fn cycle_verdict(self, verdict: CycleVerdict) -> &'static str {
        match verdict {
            CycleVerdict::Provisional => self.pick("暂不下结论", "No verdict yet"),
            CycleVerdict::MetEveryYear => self.pick("每年达标", "Met every year"),
            CycleVerdict::MetEveryYearCaution => {
                self.pick("每年够，先问窗口", "Enough every year, ask first")
            }
            CycleVerdict::MetOnAverage => self.pick("年均达标", "Met on average"),
            CycleVerdict::MetOnAverageCaution => {
                self.pick("年均够，先问窗口", "Enough on average, ask first")
            }
            CycleVerdict::Crammed => self.pick("像突击，由窗口认定", "Looks crammed: the window decides"),
            CycleVerdict::Short => self.pick("尚未达标", "Not yet met"),
        }
    }

    pub const fn cycle_caution(self, caution: CycleCaution) -> &'static str {
        match caution {
            CycleCaution::Concentrated => self.pick(
                "一年里集中的学时超过了提示线；通知只说不得突击，没有给数。",
                "One year holds more than the tool's line; the notices forbid cramming and give no number.",
            ),
            CycleCaution::OneYearHoldsTheProfessionalPart => self.pick(
                "一年里的专业学时已经够整个周期；有的地方按科目分别看突击。",
                "One year holds the professional hours of the whole cycle; some offices look at each subject for cramming.",
            ),
            CycleCaution::PublicMinimumMissed => self.pick(
                "有些年份单独要求公需学时，这些年的公需合计不够。",
                "Some years ask for public hours of their own, and those years together lack them.",
            ),
            CycleCaution::TransferUndocumented => self.pick(
                "要靠专业学时顶公需，但不是每个年度的通知都写明可以。",
                "Professional hours must stand in for public ones, and not every year's notice in hand states that they may.",
            ),
        }
    }

    pub const fn open_kind(self, kind: OpenKind) -> &'static str {
        match kind {
            OpenKind::NoCertificate => self.pick("缺证书编号", "No certificate number"),
            OpenKind::NoAssessment => self.pick("没有考核结果", "No assessment result"),
            OpenKind::FilingNotNoted => {
                self.pick("专业培训未确认备案", "Professional training, filing not confirmed")
            }
            OpenKind::NotRegistered => self.pick("尚未登记进证书", "Not yet in the certificate book"),
            OpenKind::NotVerified => self.pick("尚未审验盖章", "Not yet verified and stamped"),
        }
    }

    pub const fn unsettled(self, what: Unsettled) -> &'static str {
        match what {
            Unsettled::CycleLength => self.pick(
                "任职周期看哪几年：手头的通知没有写，以当年评审通知为准。",
                "Which years make up the cycle: the year's review notice decides.",
            ),
            Unsettled::CrammingLine => self.pick(
                "多集中才算突击：通知没有给数，由窗口认定。",
                "How much in one year is cramming: no number is given, the window decides.",
            ),
            Unsettled::LastYear => self.pick(
                "过渡期含不含最后一年：本工具按包含计算。",
                "Whether the transition includes its last year: this tool takes it so.",
            ),
            Unsettled::BeforeTransition => self.pick(
                "过渡期的年均办法是否适用于更早的申报。",
                "Whether the transition's average holds for earlier applications.",
            ),
            Unsettled::ReprintedYears => self.pick(
                "周期里有的年份，要求只见于转引，原文不在手头。",
                "What some years ask is known from reprints or an imported notice only.",
            ),
            Unsettled::Transfer => self.pick(
                "专业学时顶公需是否都认、按几比几：按 1 比 1 计算。",
                "Whether surplus professional hours are always accepted, and at what rate: computed one for one.",
            ),
            Unsettled::Conversion => self.pick(
                "折算按新办法还是老办法：谁算新人，通知没有说明。",
                "Whether the new or the old conversion method applies: who is new is not said.",
            ),
            Unsettled::PartialYear => self.pick(
                "年中入职、离职或调动的年份怎么算：要求没有按月减少。",
                "Years worked in part: the requirement is not reduced.",
            ),
        }
    }

    pub const fn remedy_kind(self, kind: StepKind) -> &'static str {
        match kind {
            StepKind::Professional => self.remedy_kind_professional(),
            StepKind::Public => self.remedy_kind_public(),
            StepKind::Any => self.remedy_kind_any(),
        }
    }

    pub const fn office(self, office: Office) -> &'static str {
        match office {
            Office::IndustryDepartment => self.pick("行业主管部门", "Industry department"),
            Office::CountyHrss => self.pick("县区人社局", "County or district HRSS"),
            Office::CityHrss => self.pick("市人社局", "City HRSS"),
            Office::AskLocalHrss => self.pick("问当地人社部门", "Ask your local HRSS"),
        }
    }

    pub const fn stamped(self, stamped: Stamped) -> &'static str {
        match stamped {
            Stamped::Professional => {
                self.pick("专业学时：登记审核、盖章", "Professional hours: reviewed and stamped")
            }
            Stamped::PublicAndTotal => {
                self.pick("公需学时和总学时：验证、盖章", "Public hours and the total: verified and stamped")
            }
        }
    }
}
