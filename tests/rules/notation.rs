//! A one-line notation for entries and cycles, so that a test reads like a page of the book.
//!
//! An entry: `[year:] completion-date subject hours route [outcome] [status] [备案] [规则=name] [形式=n]`,
//! such as `2025: 2026-03-05 公需 30 安徽大学 合格`. Without `year:` the completion year is meant.
//! Entries stand on lines of their own or are parted by `;`; the first has the id 1.
//!
//! A cycle: `2022: 65/30 | 2023(淮北): 0/30次年`, professional / public, each year's hours as one
//! class in June and one courseware; `次年` finishes the courseware on 1 March of the next year.

use xueshi::rules::clause::{Clause, Use};
use xueshi::rules::conversion::{Method, Unit};
use xueshi::rules::cycle::{self, Cycle, CycleCheck};
use xueshi::rules::date::{day, parse_date};
use xueshi::rules::entry::ConversionUse;
use xueshi::rules::remedy::{Remedy, remedy};
pub use xueshi::rules::source::cite;
use xueshi::rules::year::WarningCode;
use xueshi::rules::*;

pub const HUAIBEI: City = City::Huaibei;
pub const LUAN: City = City::Luan;
pub const OTHER: City = City::Other;

pub fn date(text: &str) -> Date {
    parse_date(text).unwrap_or_else(|why| panic!("{text}: {why:?}"))
}

pub fn hours(text: &str) -> Hours {
    if text == "0" { Hours::ZERO } else { Hours::parse_entry(text).expect("an amount of hours") }
}

pub fn book(lines: &str) -> Vec<Entry> {
    let lines = lines.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
    lines.enumerate().map(|(index, line)| entry(index as u64 + 1, line)).collect()
}

pub fn entry(id: u64, line: &str) -> Entry {
    let (year, rest) = match line.split_once(':') {
        Some((year, rest)) => (Some(Year::parse(year).expect("a year before the colon")), rest),
        None => (None, line),
    };
    let mut words = rest.split_whitespace();
    let mut next = || words.next().unwrap_or_else(|| panic!("{line}: too short"));
    let end = date(next());
    let subject = match next() {
        "专业" => Subject::Professional,
        "公需" => Subject::Public,
        other => panic!("{line}: subject {other}"),
    };
    let mut entry = Entry {
        id: EntryId(id),
        year: year.or(Year::of(end)).expect("a year within bounds"),
        title: String::new(),
        subject,
        form: Form::Class,
        hours: hours(next()),
        route: route(next()),
        organiser: String::new(),
        start: None,
        end,
        outcome: Outcome::NotAssessed,
        certificate: String::new(),
        status: Status::Completed,
        filing: Filing::Unknown,
        conversion: None,
        evidence: String::new(),
        remarks: String::new(),
    };
    for word in words {
        match word {
            "合格" => entry.outcome = Outcome::Passed,
            "不合格" => entry.outcome = Outcome::Failed,
            "计划" => entry.status = Status::Planned,
            "已登记" => entry.status = Status::Registered,
            "已审验" => entry.status = Status::Verified,
            "备案" => entry.filing = Filing::Yes,
            "未备案" => entry.filing = Filing::No,
            other => match other.split_once('=') {
                Some(("规则", name)) => {
                    entry.conversion = Some(ConversionUse { rule: name.to_string(), quantity: None });
                }
                Some(("形式", code)) => entry.form = Form::from_code(code).expect("a form 1 to 7"),
                _ => panic!("{line}: what is {other}?"),
            },
        }
    }
    entry
}

fn route(word: &str) -> Route {
    match word {
        "培训" => Route::Class,
        "课件" => Route::Courseware,
        "其他平台" => Route::OtherPlatform,
        "折算" => Route::Conversion,
        "安徽开放大学" => Route::Base(Base::AhOpenUniversity),
        "安徽大学" => Route::Base(Base::AnhuiUniversity),
        "安徽农业大学" => Route::Base(Base::AhAgriculturalUniversity),
        "安徽理工大学" => Route::Base(Base::AhScienceTechnologyUniversity),
        other => panic!("route {other}"),
    }
}

pub fn rule(city: City, year: u16) -> Rule {
    Rulebook::shipped().rule(Year::known(year), city)
}

pub fn assess(city: City, year: u16, today: &str, lines: &str) -> Assessment {
    let entries = book(lines);
    Ledger::new(&entries, &[]).assess(rule(city, year), date(today), View::Earned)
}

pub fn with_plan(city: City, year: u16, today: &str, lines: &str) -> Assessment {
    let entries = book(lines);
    Ledger::new(&entries, &[]).assess(rule(city, year), date(today), View::WithPlan)
}

/// The same with conversion rules: name and cap per year.
pub fn assess_capped(city: City, year: u16, today: &str, caps: &[(&str, u64)], lines: &str) -> Assessment {
    let entries = book(lines);
    let rules: Vec<ConversionRule> = caps.iter().map(|&(name, cap)| conversion_rule(name, cap)).collect();
    Ledger::new(&entries, &rules).assess(rule(city, year), date(today), View::Earned)
}

pub fn conversion_rule(name: &str, cap: u64) -> ConversionRule {
    ConversionRule {
        name: name.to_string(),
        kind: "论文".to_string(),
        unit: Unit::Item,
        hours_per_unit: None,
        cap_per_year: Some(Hours::whole(cap)),
        subject: None,
        method: Method::Unknown,
        source: "窗口答复".to_string(),
    }
}

/// `70+20=90 transfer 10 needs 0/0/0 met`: counted professional + public = total, the transfer,
/// the needs professional/public/any, the verdict.
pub fn figures(year: &Assessment) -> String {
    format!(
        "{}+{}={} transfer {} needs {}/{}/{} {}",
        year.counted.professional,
        year.counted.public,
        year.total,
        year.transfer,
        year.needs.professional,
        year.needs.public,
        year.needs.any,
        year.verdict.code(),
    )
}

/// `2: 15 over-online-ceiling`: per entry that does not fully count, its id, how much, why.
pub fn lost(year: &Assessment) -> String {
    let rows = year.lines.iter().filter_map(|line| {
        let uncounted = line.uncounted.as_ref()?;
        Some(format!("{}: {} {}", line.entry.0, uncounted.hours, uncounted.reason.code()))
    });
    rows.collect::<Vec<_>>().join("; ")
}

/// The entries that a warning is about; `None`: there is no such warning.
pub fn warned(year: &Assessment, code: WarningCode) -> Option<Vec<u64>> {
    let warning = year.warnings.iter().find(|warning| warning.code == code)?;
    Some(warning.entries.iter().map(|id| id.0).collect())
}

pub fn warning_sources(year: &Assessment, code: WarningCode) -> Vec<Source> {
    let warning = year.warnings.iter().find(|warning| warning.code == code);
    warning.map_or_else(Vec::new, |warning| warning.sources.clone())
}

/// The clauses on which the n-th uncounted row rests.
pub fn lost_sources(year: &Assessment, n: usize) -> Vec<Source> {
    year.lines.iter().filter_map(|line| line.uncounted.as_ref()).nth(n).expect("a row").sources.to_vec()
}

/// The paraphrases name the essential words and figures.
pub fn says(clause: Clause, zh: &[&str], en: &[&str]) {
    let info = clause.info();
    for word in zh {
        assert!(info.zh.contains(word), "{}: {word} is not in {}", clause.code(), info.zh);
    }
    for word in en {
        assert!(info.en.contains(word), "{}: {word} is not in {}", clause.code(), info.en);
    }
}

/// Where the clause stands and what the program says it does with it.
pub fn stands(clause: Clause, number: &str, section: &str, uses: &[Use]) {
    let info = clause.info();
    assert_eq!((info.document.number(), info.section, info.uses), (number, section, uses));
}

/// Checks a cycle written in the notation; its years run from the first to the last written.
pub fn cycle(city: City, application: u16, today: &str, line: &str) -> CycleCheck {
    let (entries, cities) = cycle_book(city, line);
    check_entries(&entries, &cities, application, today).0
}

/// What a cycle written in the notation could still do.
pub fn remedy_of(city: City, application: u16, today: &str, line: &str) -> Option<Remedy> {
    let (entries, cities) = cycle_book(city, line);
    check_entries(&entries, &cities, application, today).1
}

fn cycle_book(city: City, line: &str) -> (Vec<Entry>, Vec<(Year, City)>) {
    let mut entries = Vec::new();
    let mut cities = Vec::new();
    for part in line.split('|') {
        let (head, amounts) = part.split_once(':').expect("year: professional/public");
        let (year, place) = match head.trim().split_once('(') {
            Some((year, "淮北)")) => (year, HUAIBEI),
            Some((year, "六安)")) => (year, LUAN),
            Some((_, other)) => panic!("which city is {other}?"),
            None => (head.trim(), city),
        };
        let year = Year::parse(year).expect("a year");
        cities.push((year, place));
        let amounts = amounts.trim();
        let (amounts, next_year) = match amounts.strip_suffix("次年") {
            Some(amounts) => (amounts, 1),
            None => (amounts, 0),
        };
        let (professional, public) = amounts.split_once('/').expect("professional/public");
        let mut add = |words: &str, amount: &str, end: Date| {
            if amount != "0" {
                let text = format!("{year}: {end} {words} ");
                let text = text.replace('#', amount);
                entries.push(entry(entries.len() as u64 + 1, &text));
            }
        };
        add("专业 # 培训", professional, day(year.get(), 6, 15));
        add("公需 # 课件 合格", public, day(year.get() + next_year, 3, 1));
    }
    (entries, cities)
}

fn check_entries(
    entries: &[Entry],
    cities: &[(Year, City)],
    application: u16,
    today: &str,
) -> (CycleCheck, Option<Remedy>) {
    let rulebook = Rulebook::shipped();
    let span = Cycle {
        from: cities.first().expect("a year").0,
        to: cities.last().expect("a year").0,
        application: Year::known(application),
    };
    let city_of = |year| cities.iter().find(|(known, _)| *known == year).expect("every year is written").1;
    let ledger = Ledger::new(entries, &[]);
    let (rule_of, today) = (|year| rulebook.rule(year, city_of(year)), date(today));
    let check = cycle::check(span, &ledger, &rulebook, rule_of, today);
    let remedy = remedy(&check, &ledger, &rulebook, rule_of, today);
    (check, remedy)
}

#[test]
fn a_line_says_all_that_the_rules_look_at() {
    let entry = entry(7, "2025: 2026-03-05 公需 30.5 安徽大学 合格 已登记 备案 形式=3");
    assert_eq!(entry.year, Year::known(2025));
    assert_eq!(entry.end, day(2026, 3, 5));
    assert_eq!(entry.hours, Hours::from_hundredths(3050));
    assert_eq!(entry.route, Route::Base(Base::AnhuiUniversity));
    assert_eq!((entry.subject, entry.form), (Subject::Public, Form::Online));
    assert_eq!((entry.outcome, entry.status), (Outcome::Passed, Status::Registered));
    assert_eq!((entry.filing, entry.id), (Filing::Yes, EntryId(7)));
}

#[test]
fn a_cycle_line_becomes_two_entries_a_year() {
    let check = cycle(LUAN, 2026, "2026-12-01", "2024(淮北): 65/30 | 2025: 0/20次年");
    assert_eq!(check.years.len(), 2);
    assert_eq!((check.years[0].rule.city, check.years[1].rule.city), (HUAIBEI, LUAN));
    assert_eq!((check.sum.professional, check.sum.public), (hours("65"), hours("50")));
    assert_eq!(check.years[1].lines[0].end, day(2026, 3, 1));
}
