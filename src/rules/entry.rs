//! One entry of the book: what was learnt, when, by which route, for how many hours.

use super::date::{Date, Year};
use super::hours::Hours;

/// Identifies an entry for life, across devices and backups: a random number below 2⁵³.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub u64);

/// An entry with every field that the person can fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    /// 归属年度: the year it is to count for, which may differ from the completion year.
    pub year: Year,
    pub title: String,
    pub subject: Subject,
    pub form: Form,
    pub route: Route,
    pub organiser: String,
    /// Not after `end`; unknown in many old certificates.
    pub start: Option<Date>,
    /// The completion date.
    pub end: Date,
    pub hours: Hours,
    pub outcome: Outcome,
    pub certificate: String,
    pub status: Status,
    pub filing: Filing,
    /// The conversion rule that the hours come from, for `Route::Conversion`.
    pub conversion: Option<ConversionUse>,
    pub evidence: String,
    pub remarks: String,
}

impl Entry {
    /// The same, so many days later or earlier; `None` beyond the years that the rules know.
    pub fn moved_by(&self, days: i64) -> Option<Entry> {
        let moved = |date: Date| {
            let date = date.checked_add_signed(chrono::TimeDelta::try_days(days)?)?;
            Year::of(date).map(|_| date)
        };
        let start = match self.start {
            Some(start) => Some(moved(start)?),
            None => None,
        };
        Some(Entry { start, end: moved(self.end)?, ..self.clone() })
    }
}

/// Which conversion rule an entry uses, and how much of it: "2 papers".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConversionUse {
    /// The rule's name, unique in the book.
    pub rule: String,
    /// How many units; exact to two decimals, like hours.
    pub quantity: Option<Hours>,
}

/// Declares an enum whose values have stable codes: the ones in storage, files and the page.
#[macro_export]
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable code, kebab-case.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub use coded;

coded! {
    /// 科目.
    Subject {
        /// 专业科目.
        Professional = "professional",
        /// 公需科目.
        Public = "public",
    }
}

coded! {
    /// 学习形式: the seven forms of taking part (HB-6, AH-2).
    Form {
        /// 培训班、研修班、进修班.
        Class = "1",
        /// 到教学、科研、生产单位实践.
        Practice = "2",
        /// 网络远程教育、移动端.
        Online = "3",
        /// 学术会议、讲座、访问.
        Conference = "4",
        /// 为论文论著、科研项目进行的研究.
        Research = "5",
        /// 行业专业技术资格考试.
        Exam = "6",
        /// 主管部门规定的其他方式.
        Other = "7",
    }
}

coded! {
    /// The four national bases whose platforms give public-subject certificates (HB-9, AH-5).
    Base {
        AhOpenUniversity = "ah-open-university",
        AnhuiUniversity = "anhui-university",
        AhAgriculturalUniversity = "ah-agricultural-university",
        AhScienceTechnologyUniversity = "ah-science-technology-university",
    }
}

/// 途径: how the hours were come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// Online on one of the four bases.
    Base(Base),
    /// Online on a platform that is neither a base nor accepted courseware.
    OtherPlatform,
    /// Courseware of the bodies that the notices name (HB-10, AH-6).
    Courseware,
    /// A class or another activity in person.
    Class,
    /// An achievement converted into hours (学时折算认定).
    Conversion,
}

impl Route {
    pub const ALL: [Route; 8] = [
        Route::Base(Base::AhOpenUniversity),
        Route::Base(Base::AnhuiUniversity),
        Route::Base(Base::AhAgriculturalUniversity),
        Route::Base(Base::AhScienceTechnologyUniversity),
        Route::OtherPlatform,
        Route::Courseware,
        Route::Class,
        Route::Conversion,
    ];

    /// The stable code, kebab-case.
    pub const fn code(self) -> &'static str {
        match self {
            Route::Base(base) => base.code(),
            Route::OtherPlatform => "other-platform",
            Route::Courseware => "courseware",
            Route::Class => "class",
            Route::Conversion => "conversion",
        }
    }

    pub fn from_code(code: &str) -> Option<Route> {
        Route::ALL.into_iter().find(|route| route.code() == code)
    }

    pub const fn is_base(self) -> bool {
        matches!(self, Route::Base(_))
    }
}

coded! {
    /// 考核结果.
    Outcome {
        Passed = "passed",
        Failed = "failed",
        NotAssessed = "none",
    }
}

coded! {
    /// 状态: how far an entry has come.
    Status {
        /// 计划: never counted, only projected.
        Planned = "planned",
        /// 已完成.
        Completed = "completed",
        /// 已登记: written into the certificate book.
        Registered = "registered",
        /// 已审验: stamped.
        Verified = "verified",
    }
}

impl Status {
    /// Planned hours never mix into earned ones.
    pub const fn is_earned(self) -> bool {
        !matches!(self, Status::Planned)
    }
}

coded! {
    /// 备案: whether the professional-subject training plan was filed beforehand (HB-4, AH-8).
    Filing {
        Yes = "yes",
        No = "no",
        Unknown = "unknown",
    }
}
