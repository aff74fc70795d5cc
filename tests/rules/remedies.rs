//! A short cycle: what could still be earned, by when, and whether that would look like cramming.

use proptest::prelude::*;
use xueshi::rules::cycle::CycleVerdict::{self, *};
use xueshi::rules::remedy::{OpenYear, Plan};
use xueshi::rules::steps::StepKind;
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

/// `2025 public 30 by 2026-05-31; …: verdict`.
fn told(plan: &Plan) -> String {
    let tasks = plan.tasks.iter();
    let tasks: Vec<String> = tasks
        .map(|task| format!("{} {} {} by {}", task.year, task.kind.code(), task.hours, task.last_day))
        .collect();
    format!("{}: {}", tasks.join("; "), plan.prospect.code())
}

fn plan(application: u16, today: &str, line: &str) -> String {
    told(&remedy_of(LUAN, application, today, line).expect("something to say").plan)
}

#[test]
fn the_plan_says_how_many_hours_of_which_kind_for_which_year_by_when() {
    assert_eq!(
        plan(2026, "2026-12-01", "2024: 60/30 | 2025: 30/30 | 2026: 60/20"),
        "2026 professional 30 by 2026-12-31; 2026 any 10 by 2027-05-31: met-on-average"
    );
    // Each open year gets first what it lacks itself; of 2025 only public hours are left to earn.
    assert_eq!(
        plan(2026, "2026-03-01", "2025: 60/20 | 2026: 0/0"),
        "2025 public 10 by 2026-05-31; 2026 professional 60 by 2026-12-31; 2026 any 30 by 2027-05-31: \
         met-every-year"
    );
    // What 2023 lacks goes to the last open year, beside that year's own.
    assert_eq!(
        plan(2026, "2026-03-01", "2023: 50/30 | 2024: 60/30 | 2025: 60/20 | 2026: 60/30"),
        "2025 public 10 by 2026-05-31; 2026 professional 10 by 2026-12-31: met-on-average"
    );
    // Nothing is open.
    assert_eq!(plan(2026, "2027-06-01", "2025: 60/20 | 2026: 60/20"), ": short");
}

#[test]
fn where_no_average_is_accepted_every_year_must_be_met() {
    // After 2030: 2025's surplus of ten is no help to 2026.
    let line = "2025: 70/30 | 2026: 50/30";
    assert_eq!(plan(2031, "2026-12-01", line), "2026 professional 10 by 2026-12-31: met-every-year");
    assert_eq!(lacking(2031, "2026-12-01", line), ("10+0".to_string(), MetEveryYear));
    // A cycle of one year: 90 in all, but 2024 asks 30 public in their own right.
    let line = "2024: 70/20";
    let remedy = remedy_of(LUAN, 2025, "2025-03-01", line).expect("a short cycle");
    assert_eq!(told(&remedy.plan), "2024 public 10 by 2025-05-31: met-every-year");
    assert_eq!((remedy.professional, remedy.any), (hours("0"), hours("10")));
}

#[test]
fn a_crammed_cycle_is_mended_only_by_meeting_every_year() {
    // All of 180 within 2026; 2025 lacks 30 public hours, which are open until May 2026.
    let line = "2025: 60/0 | 2026: 150/40";
    assert_eq!(plan(2026, "2026-03-01", line), "2025 public 30 by 2026-05-31: met-every-year");
    assert_eq!(remedy_of(LUAN, 2026, "2026-06-01", line), None, "2025 is over");
}

#[test]
fn where_the_fewest_hours_leave_a_doubt_every_year_met_is_offered_instead() {
    // 2026 holds 150 professional of the 120 asked for: with 10 more in all the average is
    // reached, in doubt; with 30 public hours for 2025 both years are met.
    let line = "2025: 60/0 | 2026: 80/30";
    let remedy = remedy_of(LUAN, 2026, "2026-03-01", line).expect("a short cycle");
    assert_eq!(told(&remedy.plan), "2025 public 10 by 2026-05-31: met-on-average-caution");
    let instead = remedy.instead.expect("another way");
    assert_eq!(told(&instead), "2025 public 30 by 2026-05-31: met-every-year");
    // Without a doubt there is no need of another way.
    let remedy = remedy_of(LUAN, 2026, "2026-12-01", "2024: 60/30 | 2025: 30/30 | 2026: 60/20");
    assert_eq!(remedy.expect("a short cycle").instead, None);
}

/// The cycle's line with the plan's hours written in, as study finished in time.
fn carried_out(base: &[(u16, u32, u32)], plan: &Plan, less: usize) -> String {
    let mut parts = Vec::new();
    for &(year, professional, public) in base {
        let (mut professional, mut public) = (u64::from(professional) * 100, u64::from(public) * 100);
        for (nth, task) in plan.tasks.iter().enumerate().filter(|(_, task)| task.year.get() == year) {
            let hours = task.hours.hundredths() - u64::from(nth == less);
            match task.kind {
                StepKind::Professional => professional += hours,
                StepKind::Public | StepKind::Any => public += hours,
            }
        }
        let (professional, public) = (Hours::from_hundredths(professional), Hours::from_hundredths(public));
        parts.push(format!("{year}: {professional}/{public}"));
    }
    parts.join(" | ")
}

fn books() -> impl Strategy<Value = Vec<(u16, u32, u32)>> {
    prop::collection::vec((0u32..=140, 0u32..=90), 1..=4).prop_map(|hours| {
        let first = 2027 - hours.len() as u16;
        let years = hours.into_iter().enumerate();
        years.map(|(n, (professional, public))| (first + n as u16, professional, public)).collect()
    })
}

proptest! {
    #[test]
    fn following_the_plan_ends_the_shortage_and_one_hundredth_less_does_not(
        base in books(),
        application in prop::sample::select(vec![2026u16, 2031]),
        today in prop::sample::select(vec!["2026-03-02", "2026-07-01", "2026-12-31", "2027-02-01", "2027-07-01"]),
    ) {
        let line = |plan: &Plan, less| carried_out(&base, plan, less);
        let none = Plan { tasks: vec![], prospect: Short };
        let before = cycle(LUAN, application, today, &line(&none, usize::MAX));
        let remedy = remedy_of(LUAN, application, today, &line(&none, usize::MAX));
        if before.verdict == Short {
            let remedy = remedy.expect("a short cycle always gets an answer");
            if remedy.plan.tasks.is_empty() {
                prop_assert_eq!(remedy.plan.prospect, Short);
            } else {
                prop_assert!(remedy.plan.prospect != Short);
                let after = cycle(LUAN, application, today, &line(&remedy.plan, usize::MAX));
                prop_assert!(after.verdict != Short, "{:?}", told(&remedy.plan));
                for less in 0..remedy.plan.tasks.len() {
                    let almost = cycle(LUAN, application, today, &line(&remedy.plan, less));
                    prop_assert_eq!(almost.verdict, Short, "{} without a bit of task {}", told(&remedy.plan), less);
                }
            }
            let last_days = remedy.plan.tasks.iter().map(|task| task.last_day);
            prop_assert!(last_days.into_iter().all(|day| day >= date(today)));
            if let Some(other) = remedy.instead {
                prop_assert!(matches!(other.prospect, MetEveryYear | MetEveryYearCaution));
            }
        } else if before.verdict != Crammed {
            prop_assert_eq!(remedy, None);
        }
    }
}
