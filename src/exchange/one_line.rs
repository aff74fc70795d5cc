//! An entry typed or pasted as one line: "2026-03-05 机器学习培训 6学时 专业". Words that mean
//! something fill their field, in any order; what is left over is the title.

use super::cells;
use crate::book::Draft;
use crate::rules::date::parse_date;
use crate::rules::hours::half_width;
use crate::rules::{Base, Date, Entry, Filing, Hours, Outcome, Route, Status, Subject, Year};

/// What parts words, beside blanks.
const PARTERS: [char; 6] = ['，', ',', '；', ';', '|', '\u{FEFF}'];

/// What joins two dates to a span.
const SPANS: [&str; 5] = ["至", "到", "~", "—", "–"];

/// Words of a sentence that say nothing about the entry.
const FILLERS: [&str; 6] = ["共", "计", "共计", "学时", "至", "到"];

/// What the line says, as a form would hold it; what it leaves open stays empty. An end that is
/// still to come makes a plan of it unless the line says otherwise.
pub fn read(line: &str, today: Date) -> Draft {
    let mut reading = Reading::default();
    let mut rest: Vec<&str> = words(line).filter(|word| !reading.takes(word)).collect();
    // A bare number is an amount of hours where nothing else is.
    if reading.draft.hours.is_empty() {
        let bare = |word: &&str| hours(word).filter(|_| Year::parse(word).is_none());
        if let Some(at) = rest.iter().rposition(|word| bare(word).is_some()) {
            reading.draft.hours = bare(&rest.remove(at)).unwrap_or_default();
        }
    }
    rest.retain(|word| !FILLERS.contains(word));
    let mut draft = reading.draft;
    draft.title = rest.join(" ");
    let mut dates = reading.dates.into_iter();
    if let Some(first) = dates.next() {
        let (start, end) = match dates.next() {
            Some(second) => (Some(first.min(second)), first.max(second)),
            None => (None, first),
        };
        draft.start = start.map(|start| start.to_string()).unwrap_or_default();
        draft.end = end.to_string();
        if draft.status.is_empty() && end > today {
            draft.status = Status::Planned.code().into();
        }
    }
    draft
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || PARTERS.contains(&c)).filter(|word| !word.is_empty())
}

#[derive(Default)]
struct Reading {
    draft: Draft,
    dates: Vec<Date>,
}

impl Reading {
    /// Whether the word fills a field that is still open.
    fn takes(&mut self, word: &str) -> bool {
        if self.dates.len() < 2
            && let Some(found) = dates(word)
            && self.dates.len() + found.len() <= 2
        {
            self.dates.extend(found);
            return true;
        }
        let draft = &mut self.draft;
        let open = [
            (&mut draft.subject, cells::subject(word).map(Subject::code)),
            (&mut draft.route, route(word)),
            (&mut draft.outcome, outcome(word)),
            (&mut draft.status, cells::status(word).map(Status::code)),
            (&mut draft.filing, filing(word)),
        ];
        for (field, code) in open {
            if let (true, Some(code)) = (field.is_empty(), code) {
                *field = code.into();
                return true;
            }
        }
        if draft.year.is_empty()
            && word.ends_with("年度")
            && let Some(year) = Year::parse(word)
        {
            draft.year = year.to_string();
            return true;
        }
        if draft.hours.is_empty()
            && let Some(amount) = with_unit(word)
        {
            draft.hours = amount;
            return true;
        }
        false
    }
}

/// One date, or two joined to a span.
fn dates(word: &str) -> Option<Vec<Date>> {
    if let Ok(date) = parse_date(word) {
        return Some(vec![date]);
    }
    let (first, second) = SPANS.iter().find_map(|span| word.split_once(span))?;
    Some(vec![parse_date(first).ok()?, parse_date(second).ok()?])
}

/// "6学时", "共6学时", "(6 学时)", "4.5h": the number.
fn with_unit(word: &str) -> Option<String> {
    let half: String = word.chars().map(half_width).collect();
    let bare = half.trim_matches(['(', ')', '【', '】']);
    let bare = bare.trim_start_matches(['共', '计']);
    let number = ["个学时", "学时", "课时", "h", "H"].iter().find_map(|unit| bare.strip_suffix(unit))?;
    hours(number)
}

/// An amount in canonical form.
fn hours(word: &str) -> Option<String> {
    Hours::parse_entry(word).ok().map(|hours| hours.to_string())
}

/// Codes that are plain English words are left to the title.
fn route(word: &str) -> Option<&'static str> {
    let route = cells::route(word)?;
    let is_word = word.is_ascii() && matches!(route, Route::Class | Route::Conversion);
    (!is_word).then_some(route.code())
}

fn outcome(word: &str) -> Option<&'static str> {
    let outcome = cells::outcome(word)?;
    (word != Outcome::NotAssessed.code() && word != "无").then_some(outcome.code())
}

fn filing(word: &str) -> Option<&'static str> {
    match cells::filing(word)? {
        Filing::Yes if word == "已备案" => Some(Filing::Yes.code()),
        Filing::No if word == "未备案" => Some(Filing::No.code()),
        _ => None,
    }
}

/// The line that says the entry again, finished on another day: what `read` gives back is alike in
/// all that a line can say. Certificate and remarks are the entry's own and are left out.
pub fn write(entry: &Entry, end: Date) -> String {
    let subject = match entry.subject {
        Subject::Professional => "专业",
        Subject::Public => "公需",
    };
    let (day, title) = (end.to_string(), entry.title.as_str());
    let hours = format!("{}学时", entry.hours);
    let outcome = match entry.outcome {
        Outcome::Passed => "合格",
        Outcome::Failed => "不合格",
        Outcome::NotAssessed => "",
    };
    let status = if entry.status == Status::Planned { "计划" } else { "" };
    let route = route_word(entry.route);
    let said = [&day, title, &hours, subject, route, outcome, status];
    if is_said_again(&said, entry, end) {
        return joined(&said);
    }
    // A title with words that mean something stands behind all fields, which are filled by then;
    // one with a date, behind two.
    let outcome = if outcome.is_empty() { "未考核" } else { outcome };
    let status = if status.is_empty() { "已完成" } else { status };
    let year = Year::of(end).map(|year| format!("{year}年度")).unwrap_or_default();
    let span = format!("{day}~{day}");
    let last = |day| [day, &hours, subject, route, outcome, status, &year, title];
    if is_said_again(&last(&day), entry, end) {
        return joined(&last(&day));
    }
    joined(&last(&span))
}

fn joined(words: &[&str]) -> String {
    words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_said_again(said: &[&str], entry: &Entry, end: Date) -> bool {
    let draft = read(&joined(said), end);
    words(&draft.title).eq(words(&entry.title))
        && (draft.end, draft.hours) == (end.to_string(), entry.hours.to_string())
}

const fn route_word(route: Route) -> &'static str {
    match route {
        Route::Base(Base::AhOpenUniversity) => "安徽开放大学",
        Route::Base(Base::AnhuiUniversity) => "安徽大学",
        Route::Base(Base::AhAgriculturalUniversity) => "安徽农业大学",
        Route::Base(Base::AhScienceTechnologyUniversity) => "安徽理工大学",
        Route::OtherPlatform => "其他平台",
        Route::Courseware => "网络课件",
        Route::Class => "培训活动",
        Route::Conversion => "折算认定",
    }
}

#[cfg(test)]
mod tests;
