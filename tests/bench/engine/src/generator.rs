//! Entries as people have them, made by integers alone: titles of some twenty characters, every
//! route, some finished early in the next year, a few moved to another year.

use crate::rules::conversion::{Method, Unit};
use crate::rules::date::day;
use crate::rules::entry::ConversionUse;
use crate::rules::{
    ConversionRule, Entry, EntryId, Filing, Form, Hours, Outcome, Route, Status, Subject, Year,
};

/// The years of the entries.
pub const YEARS: std::ops::RangeInclusive<u16> = 2017..=2026;

const TOPICS: &[&str] = &[
    "建筑工程施工安全与质量管理",
    "人工智能与数字化转型",
    "生态环境保护法律法规与政策",
    "水利工程建设与运行",
];
const KINDS: &[&str] = &["专题培训班", "高级研修班", "继续教育网络课程"];
const ORGANISERS: &[&str] =
    &["安徽省住房和城乡建设厅", "淮北市人力资源和社会保障局", "六安市专业技术人员培训中心"];
/// The one conversion rule, with a cap.
const RULE: &str = "论文";

/// A sequence that depends on its seed alone (xorshift).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 11) % end
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }
}

pub fn entries(count: usize, seed: u64) -> Vec<Entry> {
    let mut seeded = Seeded(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    (0..count).map(|number| entry(number, &mut seeded)).collect()
}

pub fn conversions() -> Vec<ConversionRule> {
    vec![ConversionRule {
        name: RULE.into(),
        kind: "核心期刊".into(),
        unit: Unit::Item,
        hours_per_unit: Some(Hours::whole(20)),
        cap_per_year: Some(Hours::whole(40)),
        subject: None,
        method: Method::New,
        source: "市人社局答复".into(),
    }]
}

fn entry(number: usize, seeded: &mut Seeded) -> Entry {
    let span = u64::from(YEARS.end() - YEARS.start() + 1);
    let year = YEARS.start() + seeded.below(span) as u16;
    let subject = seeded.of(&[Subject::Professional, Subject::Professional, Subject::Public]);
    let route = seeded.of(&Route::ALL);
    let (completed, month) = match seeded.below(100) {
        // Public study that ran into the next year, mostly in time.
        0..12 if subject == Subject::Public => (year + 1, 1 + seeded.below(6) as u32),
        // Written down for another year than the one it was finished in.
        97.. => (YEARS.start() + seeded.below(span) as u16, 1 + seeded.below(12) as u32),
        _ => (year, 1 + seeded.below(12) as u32),
    };
    let end = day(completed, month, 1 + seeded.below(28) as u32);
    let period = 1 + seeded.below(40);
    Entry {
        id: EntryId(seeded.next() >> 11),
        year: Year::known(year),
        title: format!("{}{}（第{period}期）", seeded.of(TOPICS), seeded.of(KINDS)),
        subject,
        form: seeded.of(Form::ALL),
        route,
        organiser: seeded.of(ORGANISERS).into(),
        start: Some(end),
        end,
        hours: Hours::from_hundredths(50 * (1 + seeded.below(48))),
        outcome: seeded.of(&[Outcome::Passed, Outcome::Passed, Outcome::Failed, Outcome::NotAssessed]),
        certificate: format!("皖继教{completed}{month:02}{number:06}"),
        status: seeded.of(&[Status::Planned, Status::Completed, Status::Registered, Status::Verified]),
        filing: seeded.of(Filing::ALL),
        conversion: (route == Route::Conversion)
            .then(|| ConversionUse { rule: RULE.into(), quantity: Some(Hours::whole(1)) }),
        evidence: String::new(),
        remarks: String::new(),
    }
}
