//! The names of the things of the rules: subjects, forms, routes, states, reasons, warnings.

use super::{Lang, texts};
use crate::book::profile::Degree;
use crate::rules::year::{Reason, WarningCode};
use crate::rules::{
    Base, City, Confidence, Document, Filing, Form, Outcome, Route, Status, Subject, TitleLevel, UnitLevel,
    Verdict,
};

texts! {
    hours_unit: "学时", "hours";
    total: "合计", "Total";
}

impl Lang {
    pub const fn subject(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Professional => self.pick("专业科目", "Professional subject"),
            Subject::Public => self.pick("公需科目", "Public subject"),
        }
    }

    pub const fn subject_short(self, subject: Subject) -> &'static str {
        match subject {
            Subject::Professional => self.pick("专业", "Professional"),
            Subject::Public => self.pick("公需", "Public"),
        }
    }

    pub const fn form(self, form: Form) -> &'static str {
        match form {
            Form::Class => self.pick("培训班、研修班或进修班", "Class, seminar or further study"),
            Form::Practice => {
                self.pick("到教学、科研、生产单位实践", "Practice at a teaching, research or production unit")
            }
            Form::Online => self.pick("网络、移动端学习", "Online or mobile study"),
            Form::Conference => self.pick("学术会议、讲座、访问", "Conference, lecture or visit"),
            Form::Research => {
                self.pick("论文论著、科研项目研究", "Research for a paper, a book or a project")
            }
            Form::Exam => self.pick("专业技术资格考试", "Industry qualification exam"),
            Form::Other => self.pick("主管部门规定的其他方式", "Other, as set by the departments in charge"),
        }
    }

    pub const fn route(self, route: Route) -> &'static str {
        match route {
            Route::Base(base) => self.base(base),
            Route::OtherPlatform => self.pick("其他平台", "Another platform"),
            Route::Courseware => self.pick("网络课件", "Courseware"),
            Route::Class => self.pick("培训活动", "Class or activity"),
            Route::Conversion => self.pick("折算认定", "Conversion"),
        }
    }

    pub const fn base(self, base: Base) -> &'static str {
        match base {
            Base::AhOpenUniversity => self.pick("安徽开放大学", "Anhui Open University"),
            Base::AnhuiUniversity => self.pick("安徽大学", "Anhui University"),
            Base::AhAgriculturalUniversity => self.pick("安徽农业大学", "Anhui Agricultural University"),
            Base::AhScienceTechnologyUniversity => {
                self.pick("安徽理工大学", "Anhui University of Science and Technology")
            }
        }
    }

    pub const fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Passed => self.pick("合格", "Passed"),
            Outcome::Failed => self.pick("不合格", "Failed"),
            Outcome::NotAssessed => self.pick("未考核", "Not assessed"),
        }
    }

    pub const fn status(self, status: Status) -> &'static str {
        match status {
            Status::Planned => self.pick("计划", "Planned"),
            Status::Completed => self.pick("已完成", "Completed"),
            Status::Registered => self.pick("已登记", "Registered"),
            Status::Verified => self.pick("已审验", "Verified"),
        }
    }

    pub const fn filing(self, filing: Filing) -> &'static str {
        match filing {
            Filing::Yes => self.pick("是", "Yes"),
            Filing::No => self.pick("否", "No"),
            Filing::Unknown => self.pick("不详", "Not known"),
        }
    }

    pub const fn city(self, city: City) -> &'static str {
        match city {
            City::Huaibei => self.pick("淮北市", "Huaibei"),
            City::Luan => self.pick("六安市", "Lu'an"),
            City::Other => self.pick("安徽其他市", "Another city of Anhui"),
        }
    }

    pub const fn unit_level(self, level: UnitLevel) -> &'static str {
        match level {
            UnitLevel::County => self.pick("县区单位", "County or district unit"),
            UnitLevel::Municipal => self.pick("市直单位", "Municipal unit"),
            UnitLevel::Provincial => self.pick("省直单位", "Provincial unit"),
        }
    }

    pub const fn title_level(self, level: TitleLevel) -> &'static str {
        match level {
            TitleLevel::None => self.pick("无", "None"),
            TitleLevel::Junior => self.pick("初级", "Junior"),
            TitleLevel::Middle => self.pick("中级", "Middle"),
            TitleLevel::Senior => self.pick("高级", "Senior"),
        }
    }

    pub const fn degree(self, degree: Degree) -> &'static str {
        match degree {
            Degree::Unknown => self.pick("未填", "Not given"),
            Degree::BelowMaster => self.pick("本科及以下", "Bachelor or below"),
            Degree::Master => self.pick("硕士", "Master"),
            Degree::Doctor => self.pick("博士", "Doctor"),
        }
    }

    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.pick("已达标", "Met"),
            Verdict::MetWithCaution => {
                self.pick("学时已够，但请先问窗口", "Enough hours, but ask the window first")
            }
            Verdict::Short => self.pick("尚未达标", "Not yet met"),
            Verdict::Closed => self.pick("本年度已无法补齐", "Can no longer be met for this year"),
            Verdict::Provisional => self.pick("该年规则尚未公布", "Rules not yet published"),
        }
    }

    pub const fn reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::OutsideWindow => self.pick(
                "完成日期不在该年度，也不在该年度公需学习的延长期内",
                "Finished outside the year and outside its extended window for public study",
            ),
            Reason::ExamNotPassed => self.pick("考试没有合格记录", "No passed exam is noted"),
            Reason::PlatformLapsedOrUnlisted => self.pick(
                "2025 年 6 月 1 日起，该平台不是认可的公需学习途径",
                "From 1 June 2025 this platform is no recognised way to public hours",
            ),
            Reason::OverOnlineCeiling => {
                self.pick("超出四个基地合计上限", "Beyond the common ceiling of the four bases")
            }
            Reason::ConversionCap => {
                self.pick("超出该折算规则的年度上限", "Beyond the yearly cap of its conversion rule")
            }
        }
    }

    /// How to mend what does not count; one sentence.
    pub const fn remedy(self, reason: Reason) -> &'static str {
        match reason {
            Reason::OutsideWindow => self.pick(
                "核对完成日期和归属年度；年度写错时改成完成的那一年。",
                "Check the completion date and the attribution year; if the year is a slip, set the year of completion.",
            ),
            Reason::ExamNotPassed => self.pick(
                "考试合格后，把考核结果改为“合格”。",
                "Once the exam is passed, set the assessment to “Passed”.",
            ),
            Reason::PlatformLapsedOrUnlisted => self.pick(
                "改在四个基地或认可的网络课件学习；若该平台其实是认可的课件，改途径为“网络课件”。",
                "Study on one of the four bases or with accepted courseware; if it was accepted courseware, change the route.",
            ),
            Reason::OverOnlineCeiling => self.pick(
                "其余公需学时用网络课件或折算认定补。",
                "Earn further public hours by courseware or conversion.",
            ),
            Reason::ConversionCap => self.pick(
                "其余学时用别的途径补。",
                "Earn the rest by another route.",
            ),
        }
    }

    pub const fn warning(self, code: WarningCode) -> &'static str {
        match code {
            WarningCode::WindowUnknown => self.pick(
                "在次年 1–5 月完成的公需学习按计入处理，但当年的截止日没有见到文件，请向窗口核实。",
                "Public study finished in January–May of the next year is counted, but no text in hand gives that year's last day: check with the window.",
            ),
            WarningCode::PublicRouteUnnamed => self.pick(
                "线下班或活动得来的公需学时，通知没有点名；窗口可能要求按折算认定。",
                "The notice does not name classes or activities as a way to public hours; the window may want them recognised as conversion.",
            ),
            WarningCode::SpreadRegistration => self.pick(
                "同一年完成的学习分记到两个以上其他年度；通知不许突击学完再分散登记。",
                "Study finished within one year is attributed to two or more other years; the notice forbids spreading it.",
            ),
            WarningCode::FailedButCounted => self.pick(
                "考核不合格，但该途径没有见到必须合格的规定，按计入处理，请核实。",
                "Assessed as failed; no rule in hand asks for a pass on this route, so it is counted: check it.",
            ),
            WarningCode::OtherPlatformProfessional => self.pick(
                "其他平台的专业学时已计入；请确认该培训已备案。",
                "Professional hours from another platform are counted; make sure that the training was filed.",
            ),
            WarningCode::FilingNotNoted => self.pick(
                "专业科目培训须先备案；这些记录没有注明已备案。",
                "Professional training must be filed beforehand; these entries do not say that it was.",
            ),
            WarningCode::NotYetRegistered => self.pick(
                "培训结束后要及时登记到继续教育证书；这些还没有登记。",
                "Finished training goes into the certificate book promptly; these are not registered yet.",
            ),
            WarningCode::TransferUndocumented => self.pick(
                "这里用专业学时顶了公需，但本市本年的通知没有写明可以，请先问窗口。",
                "Professional hours stand in for public ones here; no notice in hand says so for this city and year: ask the window first.",
            ),
            WarningCode::NoStampBelow => self.pick(
                "学时不够时，人社部门不盖核验章。",
                "Below the requirement the HRSS gives no verification stamp.",
            ),
        }
    }

    pub const fn confidence(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Official => self.pick("官方文件", "Official"),
            Confidence::Secondary => self.pick("转引", "Secondary"),
            Confidence::Tool => self.pick("本工具的理解", "This tool's reading"),
        }
    }

    pub const fn document(self, document: Document) -> &'static str {
        match document {
            Document::Huaibei2025 => self.pick("淮北市人社局 2025 年通知", "Huaibei HRSS, notice for 2025"),
            Document::Luan2026 => self.pick("六安市人社局 2026 年通知", "Lu'an HRSS, notice for 2026"),
            Document::Anhui2026 => self.pick("安徽省人社厅 2026 年通知", "Anhui HRSS, notice for 2026"),
            Document::Reprint => {
                self.pick("他处转引，原文不在手头", "Quoted elsewhere, original not in hand")
            }
            Document::ThisTool => self.pick("没有文件依据", "No document behind it"),
        }
    }
}
