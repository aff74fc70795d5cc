//! The clause table: every official clause, secondary source and reading of this tool that a
//! figure, a warning or a step can rest on. Paraphrases are the project's own words.

use super::entry::coded;
use Document::*;

/// How far a figure can be trusted. There is no fourth kind: without a source nothing ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// In a notice in hand.
    Official,
    /// Seen only in a reprint or in another body's notice.
    Secondary,
    /// This tool's own line, with no document behind it.
    Tool,
}

impl Confidence {
    pub const fn code(self) -> &'static str {
        match self {
            Confidence::Official => "official",
            Confidence::Secondary => "secondary",
            Confidence::Tool => "tool",
        }
    }
}

/// Where a clause stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// 淮人社秘〔2025〕144号, Huaibei, for 2025.
    Huaibei2025,
    /// 六人社秘〔2026〕30号, Lu'an, for 2026.
    Luan2026,
    /// 皖人社函〔2026〕235号, Anhui, for 2026 (annex to the former).
    Anhui2026,
    /// A text that quotes or reprints a document which is not in hand.
    Reprint,
    /// This tool.
    ThisTool,
}

impl Document {
    /// The document number, in the original; empty where there is none.
    pub const fn number(self) -> &'static str {
        match self {
            Huaibei2025 => "淮人社秘〔2025〕144号",
            Luan2026 => "六人社秘〔2026〕30号",
            Anhui2026 => "皖人社函〔2026〕235号",
            Reprint | ThisTool => "",
        }
    }

    pub const fn confidence(self) -> Confidence {
        match self {
            Huaibei2025 | Luan2026 | Anhui2026 => Confidence::Official,
            Reprint => Confidence::Secondary,
            ThisTool => Confidence::Tool,
        }
    }
}

/// What the program does with a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    Computed,
    Warned,
    Shown,
    Printed,
}

/// One row of the clause table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseInfo {
    pub clause: Clause,
    pub document: Document,
    /// The section within the document; for a reprint, which text it is.
    pub section: &'static str,
    pub section_en: &'static str,
    pub uses: &'static [Use],
    pub zh: &'static str,
    pub en: &'static str,
}

impl Clause {
    pub fn info(self) -> &'static ClauseInfo {
        &CLAUSES[self as usize]
    }

    pub fn confidence(self) -> Confidence {
        // Not by the table: the page's first part names no clause's text.
        DOCUMENTS[self as usize].confidence()
    }
}

/// Declares the clauses: one row gives the id, the place, the uses and the paraphrase in both
/// languages, so that a clause without a text does not compile.
macro_rules! clauses {
    ($($variant:ident = $code:literal, $document:ident $section:literal / $section_en:literal, [$($use:ident),+], $zh:literal, $en:literal;)+) => {
        coded! {
            /// The id of a row of the clause table.
            Clause { $(#[doc = $en] $variant = $code),+ }
        }

        /// The table, in the order of [`Clause::ALL`].
        pub const CLAUSES: &[ClauseInfo] = &[$(ClauseInfo {
            clause: Clause::$variant,
            document: $document,
            section: $section,
            section_en: $section_en,
            uses: &[$(Use::$use),+],
            zh: $zh,
            en: $en,
        }),+];

        /// The document of each clause, in the same order.
        const DOCUMENTS: &[Document] = &[$($document),+];
    };
}

clauses! {
    Hb1 = "HB-1", Huaibei2025 "一" / "section 1", [Shown],
        "面向本市企业、事业单位、社会团体和非公单位在职的专业技术人员。",
        "For in-service professionals of the city's enterprises, institutions, social organisations and non-public units.";
    Hb2 = "HB-2", Huaibei2025 "二" / "section 2", [Computed],
        "一年合计至少 90 学时，每学时至少 45 分钟。",
        "At least 90 hours in the year; an hour lasts at least 45 minutes.";
    Hb2a = "HB-2a", Huaibei2025 "二" / "section 2", [Shown],
        "公需科目是各类专业人员都应掌握的知识（法规、政策、时事、职业道德、信息与创新等）；专业科目是本专业的新理论、新知识、新技术、新方法。",
        "The public subject is what every professional should know (law, policy, current affairs, ethics, information, innovation); the professional subject is what is new in one's own field.";
    Hb3 = "HB-3", Huaibei2025 "二" / "section 2", [Computed],
        "其中专业科目至少 60 学时。",
        "Of these, at least 60 hours are professional.";
    Hb4 = "HB-4", Huaibei2025 "二" / "section 2", [Warned],
        "专业科目培训计划要先报学员属地人社部门备案，同意后才能开展。",
        "A professional-subject plan is carried out only after filing with, and consent of, the learner's local HRSS.";
    Hb5 = "HB-5", Huaibei2025 "二 注" / "section 2, note", [Computed],
        "2024 年 5 月征集的公需专题和学习平台，自 2025 年 6 月 1 日起不再作数。",
        "The public-subject topics and platforms collected in May 2024 no longer serve from 1 June 2025.";
    Hb6 = "HB-6", Huaibei2025 "三" / "section 3", [Computed],
        "七种参加形式：培训班、实践、网络和移动学习、学术活动、专业研究、资格考试、市级以上行业主管部门规定的其他方式。",
        "Seven forms: class, practice, online and mobile, academic events, research, qualification exam, and others set by industry departments of city level or above.";
    Hb7 = "HB-7", Huaibei2025 "四" / "section 4", [Computed],
        "2025 年起公需学时有三条途径：折算认定、线上学习、两者结合，由本人自选。",
        "From 2025 public hours come by three routes, freely chosen: conversion, online study, or both.";
    Hb8 = "HB-8", Huaibei2025 "四（一）" / "section 4(1)", [Shown],
        "折算按皖人社秘〔2025〕109号第四章；五年过渡期内新人用新办法、老人用老办法，逐步过渡到 2030 年。谁算新人，手头文件没有说明。",
        "Conversion follows chapter 4 of 皖人社秘〔2025〕109号; in a transition of five years, run down to 2030, the new method serves new people and the old method old ones. No notice in hand says who is new.";
    Hb9a = "HB-9a", Huaibei2025 "四（二）" / "section 4(2)", [Shown],
        "官方入口：省人社厅网站“专题专栏”（hrss.ah.gov.cn/zxzx/ztl）→ 专技人员综合管理服务平台 → 继续教育 → 前往培训平台。",
        "The official way in: the provincial HRSS site's special topics (hrss.ah.gov.cn/zxzx/ztl) → the professionals' service platform → continuing education → training platforms.";
    Hb9 = "HB-9", Huaibei2025 "四（二）" / "section 4(2)", [Computed],
        "四个国家级基地任选其一学习公需课，考试合格才有证书，最多 30 学时。",
        "Public courses on any of four national bases; a certificate only after passing the exam; at most 30 hours.";
    Hb10 = "HB-10", Huaibei2025 "四（二）" / "section 4(2)", [Computed],
        "网络课件可选市级组织、人社、行业主管部门和国家、省、市级基地等提供的。",
        "Courseware may also come from city organisation departments, HRSS, industry departments, and national, provincial or city bases.";
    Hb11 = "HB-11", Huaibei2025 "四（三）" / "section 4(3)", [Computed],
        "折算不够的，可以用线上学习补齐。",
        "What conversion leaves short may be filled online.";
    Hb12 = "HB-12", Huaibei2025 "五" / "section 5", [Computed, Printed],
        "2025 年在线下审验：先专业科目，后公需科目和总学时。",
        "2025 is verified offline: the professional subject first, then the public subject and the total.";
    Hb13 = "HB-13", Huaibei2025 "五（一）" / "section 5(1)", [Computed, Printed],
        "专业学时由行业主管部门的组织人事机构，或其认可的继续教育基地盖章。",
        "Professional hours are stamped by the industry department's personnel body or a base it recognises.";
    Hb14 = "HB-14", Huaibei2025 "五（二）" / "section 5(2)", [Computed, Printed],
        "公需和总学时：中、初级由单位属地县区人社局盖章；当年申报高级的，县区审核盖章后报市人社局；已是高级的由市人社局盖章。",
        "Public hours and total: junior and middle titles by the county HRSS of the unit; applying for senior this year, county then city HRSS; already senior, city HRSS.";
    Hb15 = "HB-15", Huaibei2025 "五（三）" / "section 5(3)", [Computed, Printed],
        "市直单位：专业学时可由主管部门盖章，公需和总学时由市人社局盖章。",
        "Municipal units: professional hours by the supervising department, public hours and total by the city HRSS.";
    Hb16 = "HB-16", Huaibei2025 "五 注意" / "section 5, note", [Computed],
        "学时可按需要申请认定为公需或专业；专业科目满额后的学时可折算成公需，公需不能认定为专业。",
        "Hours may be claimed as public or as professional, as needed; professional hours beyond the requirement may become public ones, never the other way.";
    Hb17 = "HB-17", Huaibei2025 "六（一）" / "section 6(1)", [Computed],
        "2025 年度公需科目线上学习到 2026 年 5 月 31 日为止。",
        "Online study for 2025's public subject ends on 31 May 2026.";
    Hb18 = "HB-18", Huaibei2025 "六（二）" / "section 6(2)", [Computed],
        "过渡期内申报职称，最近一个任职周期的年均学时达标即可，但不得在一年内突击完成整个周期的学时。",
        "In the transition a title application needs the yearly average over the latest appointment cycle; the cycle's hours may not be crammed into one year.";
    Hb19 = "HB-19", Huaibei2025 "文末" / "at its end", [Printed],
        "通知所留联系电话：0561-3881256。",
        "The telephone that the notice gives: 0561-3881256.";
    La1 = "LA-1", Luan2026 "二" / "section 2", [Printed],
        "继续教育实行年度登记；建立登记管理制度是用人单位的事。",
        "Hours are registered year by year; having a register is the employer's duty.";
    La2 = "LA-2", Luan2026 "二（一）" / "section 2(1)", [Warned, Printed],
        "培训结束后，及时把内容、学时、考核结果记入继续教育证书。",
        "After each training, its content, hours and result go into the certificate book promptly.";
    La3 = "LA-3", Luan2026 "二（二）" / "section 2(2)", [Computed, Printed],
        "行业主管部门审核登记，并在登记审核页盖章。",
        "The industry department reviews the registration and stamps its page.";
    La4 = "LA-4", Luan2026 "二（二）；附件三" / "section 2(2), annex 3", [Computed],
        "一年合计至少 90 学时，其中专业科目至少 60 学时；每学时一般不少于 40 分钟。",
        "At least 90 hours in the year, 60 of them professional; an hour generally lasts at least 40 minutes.";
    La5 = "LA-5", Luan2026 "二（三）" / "section 2(3)", [Computed, Warned, Printed],
        "按真实情况、时间顺序逐年逐项登记，不得涂改；不得一年内突击学完再分散登记。",
        "Registered truthfully, in time order, year by year and item by item, nothing altered; not crammed into one year and then spread.";
    La6 = "LA-6", Luan2026 "三" / "section 3", [Computed, Printed],
        "拟申报高级的县区人员和市直单位人员，由市人社局验证；县区申报初、中级的，由同级人社部门验证。",
        "County people applying for senior, and people of municipal units, are verified by the city HRSS; county people applying for junior or middle by the HRSS of their own level.";
    La7 = "LA-7", Luan2026 "四" / "section 4", [Computed, Shown],
        "学时不够的不盖核验章；人数多的行业可预约集中验证。",
        "Below the requirement there is no verification stamp; large industries may be verified together by appointment.";
    La8 = "LA-8", Luan2026 "文末" / "at its end", [Printed],
        "通知所留电话：政策法规科 3376010，政务中心人社窗口 3378133（通知没有写区号）。",
        "The telephones that the notice gives: policy section 3376010, service-centre window 3378133 (it prints no area code).";
    Ah1 = "AH-1", Anhui2026 "一" / "section 1", [Shown],
        "面向全省在职的专业技术人员。",
        "For in-service professionals of the whole province.";
    Ah2 = "AH-2", Anhui2026 "四" / "section 4", [Computed],
        "七种参加形式，第七种由市级以上人社部门或行业主管部门规定。",
        "Seven forms; the seventh is set by HRSS or industry departments of city level or above.";
    Ah3 = "AH-3", Anhui2026 "五（一）" / "section 5(1)", [Computed],
        "公需学时三条途径：折算认定、线上学习、两者结合；折算不够的线上补齐。",
        "Public hours by three routes: conversion, online study, or both; a conversion shortfall may be filled online.";
    Ah4 = "AH-4", Anhui2026 "五（二）" / "section 5(2)", [Shown],
        "折算按皖人社秘〔2025〕109号；五年过渡期内新人用新办法、老人用老办法，逐步过渡到 2030 年。省学时管理系统建成前由属地人社和行业主管部门线下核验，建成后由国有企事业单位和属地人社部门线上核验。",
        "Conversion follows 皖人社秘〔2025〕109号; in a transition of five years, run down to 2030, the new method serves new people and the old method old ones. Verified offline by local HRSS and industry departments until the provincial system exists, afterwards online by state-owned units and local HRSS.";
    Ah5 = "AH-5", Anhui2026 "五（三）" / "section 5(3)", [Computed],
        "同样四个国家级基地，考试合格才有证书，最多 30 学时。",
        "The same four national bases; a certificate only after passing the exam; at most 30 hours.";
    Ah6 = "AH-6", Anhui2026 "五（三）" / "section 5(3)", [Computed],
        "网络课件可选各级组织、人社、行业主管部门，三级基地，以及其他符合条件且在地市备案的单位提供的。",
        "Courseware from organisation departments, HRSS and industry departments of all levels, bases of three levels, and other qualifying units filed in the city.";
    Ah7 = "AH-7", Anhui2026 "六" / "section 6", [Computed],
        "过渡期内申报职称，最近一个任职周期的年均学时达标即可，但不得在一年内突击完成整个周期的学时。",
        "In the transition a title application needs the yearly average over the latest appointment cycle; the cycle's hours may not be crammed into one year.";
    Ah8 = "AH-8", Anhui2026 "六" / "section 6", [Warned],
        "专业科目培训须经学员所在地人社部门（省直单位为干部人事部门）备案同意。",
        "Professional-subject training needs filing with, and consent of, the learner's local HRSS (provincial units: their personnel department).";
    Ah9 = "AH-9", Anhui2026 "六" / "section 6", [Computed],
        "2026 年度公需科目学习到 2027 年 5 月 31 日为止。",
        "2026's public-subject study ends on 31 May 2027.";
    S1 = "S-1", Reprint "皖人发〔2001〕30号，见某高校转载的开头" / "皖人发〔2001〕30号, its opening as reprinted by a university", [Computed],
        "2001 年起，任期内年均不少于 72 学时。",
        "From 2001, 72 hours a year on average over the term.";
    S2 = "S-2", Reprint "某高校 2021 年通知，引皖人社秘〔2021〕115号" / "a university's notice of 2021, citing 皖人社秘〔2021〕115号", [Computed],
        "2016 年以来每年 90 学时，其中专业 60、公需 30。",
        "Since 2016, 90 hours a year: 60 professional and 30 public.";
    S3 = "S-3", Reprint "某学院 2020 年通知，引皖人社秘〔2020〕70号" / "a college's notice of 2020, citing 皖人社秘〔2020〕70号", [Computed],
        "每年 90 学时，其中专业 60、公需 30。",
        "90 hours a year: 60 professional and 30 public.";
    S4 = "S-4", Reprint "省内另一单位 2025 年通知，引皖人社函〔2025〕278号" / "another Anhui unit's notice of 2025, citing 皖人社函〔2025〕278号", [Computed],
        "2025 年每学时不低于 45 分钟。",
        "In 2025 an hour lasts at least 45 minutes.";
    S5 = "S-5", Reprint "合肥某区 2023 年通知" / "a Hefei district's notice of 2023", [Shown],
        "任职周期：中级看 4 年（硕士 2 年），高级看 5 年（硕士 4 年），含申报当年。",
        "Appointment cycle: 4 years for middle (2 with a master's degree), 5 for senior (4 with a master's), the application year included.";
    S6 = "S-6", Reprint "某区 2023 年通知" / "a district's notice of 2023", [Computed],
        "“不得突击”对专业、公需各科目分别适用。",
        "The ban on cramming applies to each subject by itself.";
    S7 = "S-7", Reprint "某高校 2021 年通知" / "a university's notice of 2021", [Shown],
        "任职周期：5 年，硕士 2 年。",
        "Appointment cycle: 5 years, 2 with a master's degree.";
    T1 = "T-1", ThisTool "对“全年累计”的理解" / "how the year's total is read", [Computed],
        "专业学时按当年 12 月 31 日截止计算。",
        "Professional hours are taken to be due by 31 December of the year.";
    T2 = "T-2", ThisTool "对 HB-16 的理解" / "reading of HB-16", [Computed],
        "专业转公需按 1 比 1 计算，通知没有写比例。",
        "Surplus professional hours become public ones one for one; the notice states no ratio.";
    T3 = "T-3", ThisTool "对 HB-9、AH-5 的理解" / "reading of HB-9 and AH-5", [Computed],
        "30 学时上限由四个基地共用，不是每个基地各 30。",
        "The ceiling of 30 is shared by the four bases; it is not 30 for each.";
    T4 = "T-4", ThisTool "通知只写了基地考试" / "the notices speak of the bases' exam only", [Computed],
        "网络课件考核不合格的不计入；其他途径考核不合格的计入，但会提示。",
        "Courseware assessed as failed does not count; any other route assessed as failed counts, with a warning.";
    T5 = "T-5", ThisTool "对 HB-5 的理解" / "reading of HB-5", [Computed],
        "2025 年 6 月 1 日前在其他平台学完的公需课仍计入。",
        "Public courses finished on other platforms before 1 June 2025 still count.";
    T6 = "T-6", ThisTool "2016–2024 年没有见到截止日期" / "no last day was seen for 2016–2024", [Computed, Warned],
        "公需学习按次年 5 月 31 日截止处理，并提示核实。",
        "Public study is taken to end on 31 May of the next year, with a warning to check.";
    T7 = "T-7", ThisTool "该年通知尚未发布" / "that year's notice is not yet published", [Computed],
        "暂按最近一年的规则推算，截止日按次年 5 月 31 日，不下最终结论。",
        "Computed as the newest known year, public study to 31 May of the next year; no final verdict.";
    T8 = "T-8", ThisTool "手头通知没有规定" / "no notice in hand says", [Shown],
        "年中入职、离职或调入的，要求不按月减少。",
        "For someone who started, left or joined within the year the requirement is not reduced.";
    T9 = "T-9", ThisTool "对 HB-7、AH-3 的理解" / "reading of HB-7 and AH-3", [Computed, Warned],
        "线下班或活动取得的公需学时计入，但通知只列了折算和线上，窗口可能要求按折算认定。",
        "Public hours from a class or an activity count; the notices name only conversion and online study, so the window may want them recognised as conversion.";
    T10 = "T-10", ThisTool "对 HB-17、AH-9 的理解" / "reading of HB-17 and AH-9", [Computed],
        "延长到次年的只是“学习”：2025 年限线上，2026 年除折算外都可；折算看成果完成日。",
        "Only study runs into the next year: online in 2025, every route but conversion in 2026; a conversion goes by the day the achievement was completed.";
    T11 = "T-11", ThisTool "对“至 2030 年”的理解" / "how “to 2030” is read", [Computed],
        "过渡期含 2030 年。",
        "The transition includes 2030.";
    T12 = "T-12", ThisTool "通知没有给数" / "the notices give no number", [Computed],
        "集中度提示线：三年及以上的周期为二分之一，两年的为四分之三。",
        "Concentration lines: one half in a cycle of three or more years, three quarters in one of two.";
    T13 = "T-13", ThisTool "对 LA-6 的理解" / "reading of LA-6", [Computed],
        "“拟申报高级”只限定县区人员；市直单位人员一律由市人社局验证。",
        "\"Applying for senior\" limits the county people only; people of municipal units all go to the city HRSS.";
    T14 = "T-14", ThisTool "时长换算" / "from minutes to hours", [Computed],
        "按分钟推算学时只取整数，仅作建议；证书上写的学时为准。",
        "Hours from minutes are rounded down to whole hours, as a suggestion only; what the certificate says wins.";
    T15 = "T-15", ThisTool "对 S-1 的理解" / "reading of S-1", [Computed],
        "2001–2015 年逐年与 72 学时比较。",
        "For 2001–2015 each year is compared with 72 hours.";
    T16 = "T-16", ThisTool "2025 年以前没有见到考试规定" / "no rule on exams was seen for the years before 2025", [Computed],
        "基地公需课须考试合格这一条，往年记录也照此处理。",
        "That a base's public course needs a passed exam is applied to earlier years too.";
    T17 = "T-17", ThisTool "2025 年以前没有见到条文" / "no text was seen for the years before 2025", [Computed],
        "2025 年以前的学习形式和折算认定，参照 2025 年的通知处理。",
        "Forms of study and conversion before 2025 are taken as in the notice for 2025.";
    T18 = "T-18", ThisTool "导入的通知没有写到" / "the imported notice does not say", [Computed],
        "导入的通知没有写到的，照最近一年的规定处理。",
        "What an imported notice does not state is taken as in the newest known year.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_finds_its_own_row() {
        for &clause in Clause::ALL {
            assert_eq!(clause.info().clause, clause);
        }
    }
}
