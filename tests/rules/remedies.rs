//! A short cycle: what could still be earned, by when, and whether that would look like cramming.

use xueshi::rules::cycle::CycleVerdict::{self, *};
use xueshi::rules::remedy::OpenYear;
use xueshi::rules::*;

use crate::notation::*;

/// What lacks (professional + either kind), and the verdict were it earned.
fn lacking(application: u16, today: &str, line: &str) -> (String, CycleVerdict) {
    let remedy = remedy_of(LUAN, application, today, line).expect("a short cycle");
    (format!("{}+{}", remedy.professional, remedy.any), remedy.plan.prospect)
}

fn expect(today: &str, line: &str, hours: &str, prospect: CycleVerdict) {
    assert_eq!(lacking(2026, today, line), (hours.to_string(), prospect), "{line} on {today}");
}

fn open(today: &str, line: &str) -> Vec<OpenYear> {
    remedy_of(LUAN, 2026, today, line).expect("a short cycle").open
}

#[test]
fn a_cycle_that_is_not_short_needs_no_remedy() {
    for line in ["2025: 60/30 | 2026: 60/30", "2025: 0/0 | 2026: 120/60", "2025: 61/30 | 2026: 59/30"] {
        assert_eq!(remedy_of(LUAN, 2026, "2026-12-01", line), None, "{line}");
    }
    assert_eq!(remedy_of(LUAN, 2027, "2026-12-01", "2026: 0/0 | 2027: 0/0"), None, "provisional");
}

#[test]
fn hours_that_the_last_year_can_still_carry_save_the_average() {
    // 230 of 270 and 150 of 180 professional: 30 + 10. Then 2026 holds 120 of 270.
    expect("2026-12-01", "2024: 60/30 | 2025: 30/30 | 2026: 60/20", "30+10", MetOnAverage);
    // The missing hours are 2026's own: with them every year is met.
    expect("2026-12-01", "2025: 60/30 | 2026: 50/20", "10+10", MetEveryYear);
    expect("2026-12-01", "2026: 50/30", "10+0", MetEveryYear);
    // Only hours of either kind lack: 61 + 59 professional, 29 + 30 public.
    expect("2026-12-01", "2025: 61/29 | 2026: 59/30", "0+1", MetOnAverage);
}

#[test]
fn earning_all_that_lacks_at_the_end_can_itself_be_cramming() {
    // 2025 is empty: 60 + 30 more make 180 of 180 in 2026.
    expect("2026-12-01", "2025: 0/0 | 2026: 60/30", "60+30", Crammed);
    // With one hour of 2025, 179 of 180: beyond three quarters, the professional part but for one.
    expect("2026-12-01", "2025: 1/0 | 2026: 60/30", "59+30", MetOnAverageCaution);
}

#[test]
fn what_is_over_cannot_be_earned() {
    let line = "2024: 60/30 | 2025: 30/30 | 2026: 60/20";
    // After 31 December no professional hour can be added, whatever public study still brings.
    expect("2026-12-31", line, "30+10", MetOnAverage);
    expect("2027-01-01", line, "30+10", Short);
    // A lack of public hours alone can be filled until the end of May.
    let line = "2025: 60/30 | 2026: 60/20";
    expect("2027-05-31", line, "0+10", MetEveryYear);
    expect("2027-06-01", line, "0+10", Short);
    // After 2030 no average is accepted; meeting the year itself is.
    let average = "2025: 59/30 | 2026: 60/30";
    assert_eq!(lacking(2031, "2026-12-01", average), ("1+0".to_string(), Short));
}

#[test]
fn the_open_years_say_until_when() {
    let year = |year, professional: Option<&str>, public| OpenYear {
        year: Year::known(year),
        professional_until: professional.map(date),
        public_until: date(public),
    };
    let line = "2024: 60/30 | 2025: 60/20 | 2026: 0/0";
    let in_2026 = year(2026, Some("2026-12-31"), "2027-05-31");
    assert_eq!(open("2026-03-01", line), [year(2025, None, "2026-05-31"), in_2026]);
    assert_eq!(open("2026-06-01", line), [in_2026]);
    assert_eq!(open("2027-01-01", line), [year(2026, None, "2027-05-31")]);
    assert_eq!(open("2027-06-01", line), []);
    // A year to come takes hours too: of the 60 + 40 that lack before it has begun, 10 are 2025's own.
    expect("2025-12-31", "2025: 60/20 | 2026: 0/0", "60+40", MetEveryYear);
}
