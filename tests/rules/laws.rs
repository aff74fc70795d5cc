//! What holds of every book, tried on random ones.

use proptest::prelude::*;
use xueshi::rules::date::day;
use xueshi::rules::entry::ConversionUse;
use xueshi::rules::rulebook::Transfer;
use xueshi::rules::steps::{StepKind, steps};
use xueshi::rules::year::Needs;
use xueshi::rules::*;

use crate::notation::*;

fn conversions() -> Vec<ConversionRule> {
    // One capped rule for either subject: a cap that both subjects share moves hours between
    // them, which `year_edges` shows by itself.
    vec![conversion_rule("专业论文", 20), conversion_rule("公需宣讲", 10)]
}

fn a_city() -> impl Strategy<Value = City> {
    prop::sample::select(City::ALL)
}

fn a_year() -> impl Strategy<Value = u16> {
    prop_oneof![4 => 2023u16..=2027, 1 => 2001u16..=2100]
}

/// Entries in and around a year.
fn an_entry(year: u16) -> impl Strategy<Value = Entry> {
    let amount = prop_oneof![(1u64..=40).prop_map(|whole| whole * 100), 1u64..=5000];
    let words = (
        prop::sample::select(Subject::ALL),
        prop::sample::select(Route::ALL.to_vec()),
        prop::sample::select(Outcome::ALL),
        prop::sample::select(Status::ALL),
        prop::sample::select(Filing::ALL),
    );
    let when = (prop_oneof![1 => Just(-1i32), 6 => Just(0), 3 => Just(1)], 1u32..=12, 1u32..=28);
    (amount, words, when, 0i32..=20, any::<bool>(), 0u8..3).prop_map(
        move |(amount, words, when, stray, capped, title)| {
            let (subject, route, outcome, status, filing) = words;
            let mut entry = entry(0, "2026-01-01 专业 1 培训");
            let bounded = |year: i32| year.clamp(2001, 2100) as u16;
            entry.year = Year::known(if stray == 0 { bounded(i32::from(year) - 1) } else { year });
            entry.end = day(bounded(i32::from(year) + when.0), when.1, when.2);
            entry.hours = Hours::from_hundredths(amount);
            entry.title = ["", "甲", "乙"][usize::from(title)].to_string();
            (entry.subject, entry.route, entry.outcome, entry.status, entry.filing) =
                (subject, route, outcome, status, filing);
            if route == Route::Conversion && capped {
                let rule = if subject == Subject::Professional { "专业论文" } else { "公需宣讲" };
                entry.conversion = Some(ConversionUse { rule: rule.to_string(), quantity: None });
            }
            entry
        },
    )
}

fn a_book(year: u16) -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(an_entry(year), 0..12).prop_map(numbered)
}

fn numbered(mut entries: Vec<Entry>) -> Vec<Entry> {
    for (id, entry) in entries.iter_mut().enumerate() {
        entry.id = EntryId(id as u64 + 1);
    }
    entries
}

/// A year, a city, a book, and a day around the year.
fn a_case() -> impl Strategy<Value = (u16, City, Vec<Entry>, Date)> {
    a_year().prop_flat_map(|year| {
        let today = (0u16..=2, 1u32..=12, 1u32..=28)
            .prop_map(move |(later, month, dayth)| day((year + later).min(2101), month, dayth));
        (Just(year), a_city(), a_book(year), today)
    })
}

fn assessed(entries: &[Entry], city: City, year: u16, today: Date, view: View) -> Assessment {
    let conversions = conversions();
    Ledger::new(entries, &conversions).assess(rule(city, year), today, view)
}

fn no_need_rises(before: Needs, after: Needs) -> bool {
    after.professional <= before.professional && after.public <= before.public && after.any <= before.any
}

proptest! {
    // Some laws speak only of books that are short: what does not fit is passed over, however often.
    #![proptest_config(ProptestConfig { max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entries_is_irrelevant((year, city, book, today) in a_case(), turn in 0usize..12) {
        let mut turned = book.clone();
        turned.reverse();
        turned.rotate_left(turn % book.len().max(1));
        for view in [View::Earned, View::WithPlan] {
            prop_assert_eq!(
                assessed(&book, city, year, today, view), assessed(&turned, city, year, today, view));
        }
    }

    #[test]
    fn another_entry_never_raises_a_need((year, city, book, today) in a_case(), more in an_entry(2026)) {
        let mut more = more;
        more.year = Year::known(year);
        more.id = EntryId(99);
        let before = assessed(&book, city, year, today, View::Earned);
        let mut longer = book.clone();
        longer.push(more);
        let after = assessed(&longer, city, year, today, View::Earned);
        prop_assert!(no_need_rises(before.needs, after.needs), "{:?} {:?}", before.needs, after.needs);
        prop_assert!(after.total >= before.total);
    }

    #[test]
    fn a_longer_entry_never_raises_a_need(
        (year, city, book, today) in a_case(), pick in any::<prop::sample::Index>(), more in 1u64..=3000,
    ) {
        prop_assume!(!book.is_empty());
        let before = assessed(&book, city, year, today, View::Earned);
        let mut raised = book.clone();
        let entry = &mut raised[pick.index(book.len())];
        entry.hours += Hours::from_hundredths(more);
        let after = assessed(&raised, city, year, today, View::Earned);
        prop_assert!(no_need_rises(before.needs, after.needs), "{:?} {:?}", before.needs, after.needs);
    }

    #[test]
    fn the_figures_of_a_year_agree_with_one_another((year, city, book, today) in a_case()) {
        for view in [View::Earned, View::WithPlan] {
            let it = assessed(&book, city, year, today, view);
            prop_assert_eq!(it.total, it.counted.professional + it.counted.public);
            // Every hour that is raw and not counted has a row that says why.
            let rows: Hours = it.lines.iter().filter_map(|line| line.uncounted.as_ref()).map(|row| row.hours).sum();
            prop_assert_eq!(rows, it.uncounted);
            prop_assert_eq!(it.raw.total(), it.total + rows);
            for line in &it.lines {
                prop_assert_eq!(line.uncounted.is_some(), line.counted < line.raw);
                prop_assert!(line.uncounted.as_ref().is_none_or(|row| !row.sources.is_empty()));
            }
            // A transfer is within the surplus and within what the public part lacks.
            prop_assert!(it.transfer <= it.counted.professional - it.rule.required_professional());
            prop_assert!(it.transfer <= it.rule.rest() - it.counted.public);
            if it.rule.transfer == Transfer::None {
                prop_assert!(it.transfer.is_zero());
            }
            // The needs are what lacks, no more: with them the total is reached.
            prop_assert!(it.total + it.needs.sum() >= it.rule.base.total.value);
            if it.verdict.is_met() {
                prop_assert!(it.needs.sum().is_zero());
            }
            prop_assert!(it.warnings.iter().all(|warning| !warning.sources.is_empty()));
            let ceiling = it.rule.base.base_ceiling.as_ref();
            prop_assert!(ceiling.is_none_or(|ceiling| it.from_bases <= ceiling.value));
        }
    }

    #[test]
    fn public_hours_never_reduce_the_professional_need((year, city, book, today) in a_case(), amount in 1u64..=9999) {
        let before = assessed(&book, city, year, today, View::Earned);
        let mut longer = book.clone();
        longer.push(entry(99, &format!("{year}-03-01 公需 {amount} 课件 合格")));
        let after = assessed(&longer, city, year, today, View::Earned);
        prop_assert_eq!(before.needs.professional, after.needs.professional);
        prop_assert_eq!(before.counted.professional, after.counted.professional);
    }

    #[test]
    fn a_planned_entry_changes_no_earned_figure((year, city, book, today) in a_case(), plan in an_entry(2026)) {
        let before = assessed(&book, city, year, today, View::Earned);
        let mut longer = book.clone();
        longer.push(Entry { year: Year::known(year), id: EntryId(99), status: Status::Planned, ..plan.clone() });
        let after = assessed(&longer, city, year, today, View::Earned);
        prop_assert_eq!(after.planned, before.planned + plan.hours);
        prop_assert_eq!(Assessment { planned: before.planned, ..after }, before);
    }

    #[test]
    fn the_plan_never_takes_from_what_is_needed((year, city, book, today) in a_case()) {
        let earned = assessed(&book, city, year, today, View::Earned);
        let planned = assessed(&book, city, year, today, View::WithPlan);
        prop_assert!(no_need_rises(earned.needs, planned.needs));
        prop_assert_eq!(earned.planned, planned.planned);
    }

    #[test]
    fn following_the_steps_reaches_the_requirement((year, city, book, today) in a_case()) {
        let before = assessed(&book, city, year, today, View::Earned);
        prop_assume!(before.verdict == Verdict::Short);
        let mut followed = book.clone();
        for step in steps(&before) {
            prop_assert!(step.last_day >= today && step.days_left >= 0);
            prop_assert!(!step.hours.is_zero() && !step.routes.is_empty() && !step.sources.is_empty());
            let words = match step.kind {
                StepKind::Professional => "专业 1 培训",
                StepKind::Public | StepKind::Any => "公需 1 课件 合格",
            };
            let mut done = entry(100 + followed.len() as u64, &format!("{year}: {} {words}", step.last_day));
            done.hours = step.hours;
            followed.push(done);
        }
        let after = assessed(&followed, city, year, today, View::Earned);
        prop_assert!(after.verdict.is_met(), "{:?}", after.needs);
        // The smallest set: what was asked is exactly what was missing.
        let asked: Hours = steps(&before).iter().map(|step| step.hours).sum();
        prop_assert_eq!(asked, before.needs.sum());
    }

    #[test]
    fn steps_come_in_the_order_of_their_last_days((year, city, book, today) in a_case()) {
        let steps = steps(&assessed(&book, city, year, today, View::Earned));
        prop_assert!(steps.is_sorted_by_key(|step| step.last_day));
    }

    #[test]
    fn no_day_and_no_year_brings_the_rules_down(
        year in 2001u16..=2100, city in a_city(), (now, month, dayth) in (2001u16..=2100, 1u32..=12, 1u32..=28),
        book in a_book(2026),
    ) {
        let book: Vec<Entry> = book.into_iter().map(|entry| Entry { year: Year::known(year), ..entry }).collect();
        let it = assessed(&book, city, year, day(now, month, dayth), View::Earned);
        steps(&it);
        prop_assert_eq!(it.verdict == Verdict::Provisional, year > 2026);
    }

    #[test]
    fn minutes_are_floored(year in 2001u16..=2100, city in a_city(), minutes in any::<u32>()) {
        let rule = rule(city, year);
        match rule.hours_from_minutes(minutes) {
            Some(suggested) => {
                let length = u64::from(rule.minutes_per_hour.expect("a length").value);
                let whole = suggested.hundredths() / 100;
                prop_assert_eq!(suggested, Hours::whole(whole));
                prop_assert!(whole * length <= u64::from(minutes) && u64::from(minutes) < (whole + 1) * length);
            }
            // Before 2025 no text in hand gives the length.
            None => prop_assert!(year < 2025),
        }
    }
}
