//! The year's last days and what is planned, as a calendar file (RFC 5545).

use chrono::{DateTime, Days, TimeDelta, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};

use super::csv_out::DEMO_MARK;
use crate::book::Book;
use crate::i18n::Lang;
use crate::order::sort_by_key;
use crate::report::year::previous_year_still_open;
use crate::rules::{Date, Entry, Rulebook, Status, Year};

/// So many days before, each event is announced.
const ALARM_DAYS: [i64; 3] = [90, 30, 7];

/// What a calendar file is made of.
pub struct Wanted<'a> {
    pub lang: Lang,
    /// The years whose last days are entered.
    pub years: &'a [Year],
    /// China Standard Time, `YYYY-MM-DDTHH:MM`: when the file is made.
    pub now: &'a str,
    pub demo: bool,
}

/// The years whose last days concern somebody on a day: the chosen one, and the one before while
/// its public study is open.
pub fn years(book: &Book, rulebook: &Rulebook, chosen: Year, today: Date) -> Vec<Year> {
    previous_year_still_open(book, rulebook, chosen, today).into_iter().chain([chosen]).collect()
}

/// The file's text. The same book gives the same UIDs, so that a calendar that reads the file again
/// changes its events and adds none.
pub fn calendar(book: &Book, rulebook: &Rulebook, wanted: &Wanted<'_>) -> String {
    let lang = wanted.lang;
    let mut calendar = Calendar::empty();
    let name = mark(lang.calendar_name(), wanted.demo);
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//xueshi//CN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", name.as_str()),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for &year in wanted.years {
        let rule = rulebook.rule(year, book.profile().city_in(year));
        let number = year.get();
        if rule.base.professional.is_some() {
            let about = lang.calendar_professional_about(number);
            let title = lang.calendar_professional(number);
            let day = rule.professional_deadline.value;
            calendar.push(event(wanted, &format!("professional-{year}"), &title, &about, day, day));
        }
        let day = rule.public_deadline.value;
        let imported = rule.public_deadline.sources.iter().find(|source| source.citation().is_some());
        let imported = imported.map(|source| lang.calendar_imported(&lang.source(source)));
        let about = lang.calendar_public_about(number) + &imported.unwrap_or_default();
        calendar.push(event(
            wanted,
            &format!("public-{year}"),
            &lang.calendar_public(number),
            &about,
            day,
            day,
        ));
    }
    let mut planned: Vec<&Entry> = book.entries().map(|entry| entry.as_ref()).collect();
    planned.retain(|entry| entry.status == Status::Planned);
    sort_by_key(&mut planned, |entry| (entry.end, entry.id));
    for entry in planned {
        let title = lang.calendar_planned(&entry.title);
        let about = lang.calendar_planned_about(
            lang.subject(entry.subject),
            &entry.hours.to_string(),
            entry.year.get(),
            &entry.organiser,
        );
        let first = entry.start.unwrap_or(entry.end);
        calendar.push(event(wanted, &format!("entry-{}", entry.id.0), &title, &about, first, entry.end));
    }
    strict(&calendar.to_string())
}

/// What the crate writes, to the letter of RFC 5545: it folds at 76 octets where a line has
/// characters of several, and gives alarms a random UID and the time, which they do not have.
fn strict(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut in_alarm = false;
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        match line {
            "BEGIN:VALARM" => in_alarm = true,
            "END:VALARM" => in_alarm = false,
            _ if in_alarm && (line.starts_with("UID:") || line.starts_with("DTSTAMP:")) => continue,
            _ => {}
        }
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > 75 {
                found.push_str("\r\n ");
                width = 1;
            }
            found.push(c);
            width += c.len_utf8();
        }
        found.push_str("\r\n");
    }
    found
}

fn mark(text: &str, demo: bool) -> String {
    if demo { format!("{DEMO_MARK}{text}") } else { text.to_owned() }
}

fn event(wanted: &Wanted<'_>, id: &str, title: &str, about: &str, first: Date, last: Date) -> Event {
    let title = mark(title, wanted.demo);
    let mut event = Event::new();
    let owner = if wanted.demo { "demo.xueshi" } else { "xueshi" };
    event.uid(&format!("{id}@{owner}")).timestamp(moment(wanted.now)).summary(&title).description(about);
    // Whole days; the end is the day after the last.
    event.starts(first).ends(last.checked_add_days(Days::new(1)).unwrap_or(last));
    // Nobody is busy because of a last day.
    event.add_property("TRANSP", "TRANSPARENT");
    for days in ALARM_DAYS {
        let alarm = Alarm::display(&title, -TimeDelta::days(days));
        // In days, where the crate would write millions of seconds.
        event.alarm(alarm.clone().add_property("TRIGGER", format!("-P{days}D")).done());
    }
    event.done()
}

/// China Standard Time as UTC.
fn moment(now: &str) -> DateTime<Utc> {
    let local = chrono::NaiveDateTime::parse_from_str(now, "%Y-%m-%dT%H:%M").unwrap_or_default();
    (local - TimeDelta::hours(8)).and_utc()
}

#[cfg(test)]
mod tests;
