//! The fewest hours that reach the verdict, as a plan: by hand, and against brute force.

use proptest::prelude::*;
use xueshi::rules::date::day;
use xueshi::rules::rulebook::Transfer;
use xueshi::rules::steps::pace_per_month;
use xueshi::rules::suggestion::{Item, Outlook, Prefer, preferences, suggest, suggest_for, surplus};
use xueshi::rules::*;

use crate::notation::*;

/// `kind hours by`, one item after the other.
fn told(items: &[Item]) -> String {
    let told: Vec<String> =
        items.iter().map(|item| format!("{} {} {}", item.kind.code(), item.hours, item.by)).collect();
    told.join("; ")
}

fn suggested(city: City, year: u16, today: &str, lines: &str, prefer: Prefer) -> Outlook {
    suggest(&with_plan(city, year, today, lines), prefer)
}

fn expect(city: City, year: u16, today: &str, lines: &str, items: &str) {
    assert_eq!(told(suggested(city, year, today, lines, Prefer::Public).items()), items, "{lines}");
}

#[test]
fn an_empty_year_is_planned_as_professional_study_and_the_bases() {
    expect(LUAN, 2026, "2026-11-21", "", "professional 60 2026-12-31; bases 30 2027-05-31");
}

#[test]
fn courseware_takes_what_the_ceiling_of_the_bases_leaves() {
    let lines = "2026-03-01 专业 60 培训; 2026-04-01 公需 18 安徽大学 合格";
    expect(LUAN, 2026, "2026-11-21", lines, "bases 12 2027-05-31");
    // 30 of 45 count: nothing is left on the bases. 90 − 45 − 30 lacks 15, all professional.
    let lines = "2026-03-01 专业 45 培训; 2026-04-01 公需 45 安徽大学 合格";
    expect(LUAN, 2026, "2026-11-21", lines, "professional 15 2026-12-31");
    // A base that was not passed counts nothing and uses nothing up; courseware has no ceiling.
    let lines = "2026-03-01 专业 40 培训; 2026-04-01 公需 20 安徽大学 合格; 2026-05-01 公需 10 安徽大学 计划";
    expect(LUAN, 2026, "2026-11-21", lines, "professional 20 2026-12-31");
    // A year that asks for public hours of their own: all of them on a base, no ceiling is known.
    expect(LUAN, 2024, "2024-12-01", "2024-03-01 专业 60 培训", "bases 30 2025-05-31");
}

#[test]
fn what_is_planned_is_not_suggested_again() {
    let lines = "2026-03-01 专业 40 培训; 2026-12-10 专业 20 培训 计划; 2026-12-20 公需 25 安徽大学 计划";
    expect(LUAN, 2026, "2026-11-21", lines, "bases 5 2027-05-31");
    let outlook = suggested(
        LUAN,
        2026,
        "2026-11-21",
        "2026-03-01 专业 60 培训; 2026-12-20 公需 30 课件 计划",
        Prefer::Public,
    );
    assert_eq!(outlook, Outlook::Enough);
}

#[test]
fn surplus_stands_in_only_where_a_notice_documents_it() {
    let lines = "2025-03-01 专业 60 培训; 2025-04-01 公需 10 课件 合格";
    let of = |city, year, today, lines| told(suggested(city, year, today, lines, Prefer::Surplus).items());
    assert_eq!(of(HUAIBEI, 2025, "2025-12-01", lines), "surplus 20 2025-12-31");
    assert_eq!(of(OTHER, 2025, "2025-12-01", lines), "bases 20 2026-05-31", "no notice for this city");
    assert_eq!(of(LUAN, 2026, "2026-12-01", "2026-03-01 专业 60 培训"), "bases 30 2027-05-31");
    assert_eq!(of(HUAIBEI, 2025, "2026-01-01", lines), "bases 20 2026-05-31", "the year is over");
    let may = |city, year, today, lines| surplus(&with_plan(city, year, today, lines));
    assert_eq!(may(HUAIBEI, 2025, "2025-12-01", lines), Some(true));
    assert_eq!(may(OTHER, 2025, "2025-12-01", lines), Some(false));
    assert_eq!(may(HUAIBEI, 2025, "2026-01-01", lines), None);
    assert_eq!(may(HUAIBEI, 2024, "2024-12-01", "2024-03-01 专业 60 培训"), None);
}

/// `each` hours for a unit, `cap` a year at most.
fn worth(name: &str, each: &str, cap: Option<u64>, subject: Option<Subject>) -> ConversionRule {
    ConversionRule {
        hours_per_unit: Some(hours(each)),
        cap_per_year: cap.map(Hours::whole),
        subject,
        ..conversion_rule(name, 0)
    }
}

fn by_conversion(year: u16, today: &str, rules: &[ConversionRule], lines: &str) -> String {
    let entries = book(lines);
    let assessed = Ledger::new(&entries, rules).assess(rule(LUAN, year), date(today), View::WithPlan);
    let outlook = suggest(&assessed, Prefer::Conversion);
    let quantities = outlook.items().iter().filter_map(|item| item.conversion.as_ref());
    let quantities: Vec<String> =
        quantities.map(|used| format!("{}×{}", used.rule, used.quantity.expect("whole units"))).collect();
    format!("{} | {}", told(outlook.items()), quantities.join(" "))
}

#[test]
fn achievements_come_first_in_whole_units_by_the_persons_rules() {
    // 60 professional and 30 of either kind. Papers: 20 each, three are 60 professional, and one
    // more would be 20 of the other 30. What is left of these 10 takes a lecture of 8; 2 remain.
    let rules = [worth("讲课", "8", None, None), worth("论文", "20", None, None)];
    assert_eq!(
        by_conversion(2026, "2026-11-21", &rules, ""),
        "conversion 60 2026-12-31; conversion 20 2026-12-31; conversion 8 2026-12-31; bases 2 2027-05-31 \
         | 论文×3 论文×1 讲课×1"
    );
    // A unit that is more than what is asked is not suggested: it would not be the fewest hours.
    let rules = [worth("专利", "40", None, Some(Subject::Public))];
    let lines = "2026-03-01 专业 60 培训";
    assert_eq!(by_conversion(2026, "2026-11-21", &rules, lines), "bases 30 2027-05-31 | ");
}

#[test]
fn a_conversion_is_suggested_up_to_its_cap_and_for_its_subject() {
    // 40 a year at most, 10 of them used: 30 left are two papers of 15, both professional.
    let rules = [worth("论文", "15", Some(40), Some(Subject::Professional))];
    let lines = "2026-03-01 专业 10 折算 规则=论文; 2026-04-01 公需 30 课件 合格";
    assert_eq!(
        by_conversion(2026, "2026-11-21", &rules, lines),
        "professional 20 2026-12-31; conversion 30 2026-12-31 | 论文×2"
    );
    // Nothing left under the cap, no figure, or only for the other subject: study as usual.
    let used_up = [worth("论文", "15", Some(10), None)];
    let blank = [ConversionRule { hours_per_unit: None, ..worth("论文", "1", None, None) }];
    let public_only = [worth("论文", "15", None, Some(Subject::Public))];
    for rules in [&used_up[..], &blank[..], &public_only[..]] {
        assert_eq!(by_conversion(2026, "2026-11-21", rules, lines), "professional 50 2026-12-31 | ");
    }
}

#[test]
fn an_achievement_is_for_its_own_year() {
    let rules = [worth("论文", "10", None, None)];
    let lines = "2025-03-01 专业 60 培训";
    assert_eq!(by_conversion(2025, "2026-02-01", &rules, lines), "bases 30 2026-05-31 | ");
}

#[test]
fn a_class_is_a_way_where_the_year_names_no_routes() {
    let lines = "2024-03-01 专业 60 培训";
    let of = |today| told(suggested(LUAN, 2024, today, lines, Prefer::Class).items());
    assert_eq!(of("2024-12-01"), "class 30 2025-05-31");
    assert_eq!(of("2025-03-01"), "class 30 2025-05-31");
    // From 2025 on the notices name conversion and online study.
    assert_eq!(
        told(suggested(LUAN, 2026, "2026-12-01", "2026-03-01 专业 60 培训", Prefer::Class).items()),
        "bases 30 2027-05-31"
    );
}

#[test]
fn only_ways_that_lead_somewhere_are_offered() {
    let of = |city, year, today, rules: &[ConversionRule], lines: &str| -> Vec<&str> {
        let entries = book(lines);
        let assessed = Ledger::new(&entries, rules).assess(rule(city, year), date(today), View::WithPlan);
        preferences(&assessed).iter().map(|prefer| prefer.code()).collect()
    };
    let papers = [worth("论文", "10", None, None)];
    assert_eq!(of(LUAN, 2026, "2026-11-21", &papers, ""), ["public", "conversion"]);
    assert_eq!(of(HUAIBEI, 2025, "2025-11-21", &[], ""), ["public", "surplus"]);
    assert_eq!(of(LUAN, 2024, "2024-11-21", &[], ""), ["public", "class"]);
    assert_eq!(of(LUAN, 2026, "2027-02-01", &papers, "2026-03-01 专业 60 培训"), ["public"]);
}

#[test]
fn a_year_that_cannot_be_reached_any_more_gets_no_plan() {
    let closed = |year, today, lines| suggested(LUAN, year, today, lines, Prefer::Public) == Outlook::Closed;
    assert!(closed(2026, "2027-02-01", "2026-03-01 专业 50 培训; 2026-04-01 公需 30 课件"));
    assert!(closed(2026, "2027-06-01", "2026-03-01 专业 60 培训"));
    assert!(!closed(2026, "2027-05-31", "2026-03-01 专业 60 培训"));
}

#[test]
fn the_previous_year_comes_first_while_its_window_is_open() {
    let previous =
        with_plan(LUAN, 2025, "2026-03-01", "2025-03-01 专业 60 培训; 2025-04-01 公需 12 安徽大学 合格");
    let current = with_plan(LUAN, 2026, "2026-03-01", "");
    let items = suggest_for(&[&current, &previous], Prefer::Public);
    assert_eq!(told(&items), "bases 18 2026-05-31; professional 60 2026-12-31; bases 30 2027-05-31");
    assert_eq!(items[0].year, Year::known(2025));
}

#[test]
fn a_planned_item_is_an_entry_that_the_projection_counts() {
    let outlook = suggested(LUAN, 2026, "2026-11-21", "2026-04-01 公需 6 安徽开放大学 合格", Prefer::Public);
    let entries: Vec<Entry> = (outlook.items().iter().zip(10..))
        .map(|(item, id)| item.as_planned(EntryId(id), format!("计划 {id}")))
        .collect();
    assert!(entries.iter().all(|entry| entry.status == Status::Planned));
    // The first base is in use: the next one is proposed.
    assert_eq!(entries[1].route, Route::Base(Base::AnhuiUniversity));
    let all: Vec<Entry> = book("2026-04-01 公需 6 安徽开放大学 合格").into_iter().chain(entries).collect();
    let ledger = Ledger::new(&all, &[]);
    let assess = |view| ledger.assess(rule(LUAN, 2026), date("2026-11-21"), view);
    assert_eq!((assess(View::WithPlan).verdict, assess(View::WithPlan).total), (Verdict::Met, hours("90")));
    assert_eq!(assess(View::Earned).total, hours("6"));
}

#[test]
fn the_pace_of_a_month_never_falls_short() {
    // 60 × 365 ÷ 12 ÷ 191 = 9.55.
    assert_eq!(pace_per_month(hours("60"), 191), hours("9.6"));
    assert_eq!(pace_per_month(hours("60"), 31), hours("60"));
    assert_eq!(pace_per_month(hours("60"), -3), hours("60"));
}

/// A small book of tens of hours, in a year that is or could be open.
fn a_case() -> impl Strategy<Value = (City, u16, Date, Vec<Entry>)> {
    let a_line = (
        prop::sample::select(vec!["专业", "公需"]),
        1u64..=4,
        prop::sample::select(vec![
            "培训",
            "课件 合格",
            "安徽大学 合格",
            "安徽大学",
            "其他平台",
            "培训 计划",
            "课件 计划",
            "安徽大学 计划",
        ]),
        1u32..=12,
    );
    let lines = prop::collection::vec(a_line, 0..6);
    let cities = prop::sample::select(City::ALL);
    (cities, 2024u16..=2027, (any::<bool>(), 1u32..=12, 1u32..=28), lines).prop_map(
        |(city, year, when, lines)| {
            let (later, month, dayth) = when;
            let today = day(year + u16::from(later), if later { 1 + month % 6 } else { month }, dayth);
            let entries = lines.into_iter().zip(1..).map(|((subject, tens, rest, month), id)| {
                entry(id, &format!("{year}-{month:02}-10 {subject} {}0 {rest}", tens))
            });
            (city, year, today, entries.collect())
        },
    )
}

/// Every way of the rules to add hours from today on, each at its latest day.
fn ways(rule: &Rule, today: Date) -> Vec<Entry> {
    let year = rule.year;
    let last_of_year = year.last_day();
    let in_year =
        ["专业 1 培训", "专业 1 折算", "公需 1 培训", "公需 1 折算"].map(|words| (words, last_of_year));
    let in_window =
        ["公需 1 安徽大学 合格", "公需 1 课件 合格"].map(|words| (words, rule.public_deadline.value));
    let open = in_year.into_iter().chain(in_window).filter(|&(_, by)| today <= by);
    open.map(|(words, by)| entry(99, &format!("{year}: {by} {words}"))).collect()
}

/// Whether some set of the ways, of exactly so many tens of hours, reaches the requirement.
fn some_set_reaches(ways: &[Entry], tens: u64, book: &[Entry], reached: &dyn Fn(&[Entry]) -> bool) -> bool {
    let Some((way, rest)) = ways.split_first() else { return tens == 0 && reached(book) };
    (0..=tens).any(|here| {
        let mut longer = book.to_vec();
        if here > 0 {
            let id = EntryId(1000 + ways.len() as u64);
            longer.push(Entry { id, hours: Hours::whole(here * 10), ..way.clone() });
        }
        some_set_reaches(rest, tens - here, &longer, reached)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_smaller_set_reaches_the_verdict_and_following_does(
        (city, year, today, entries) in a_case(), prefer in prop::sample::select(Prefer::ALL),
        worths in prop::collection::vec((1u64..=4, prop::option::of(1u64..=5)), 0..3),
    ) {
        let rules: Vec<ConversionRule> = worths.iter().enumerate()
            .map(|(n, &(tens, cap))| worth(&n.to_string(), &(tens * 10).to_string(), cap.map(|tens| tens * 10), None))
            .collect();
        let rule = rule(city, year);
        let assess = |entries: &[Entry]| Ledger::new(entries, &rules).assess(rule.clone(), today, View::WithPlan);
        let reached = |entries: &[Entry]| {
            let it = assess(entries);
            it.verdict.is_met() || (it.verdict == Verdict::Provisional && it.needs.sum().is_zero())
        };
        let before = assess(&entries);
        match suggest(&before, prefer) {
            Outlook::Enough => prop_assert!(reached(&entries)),
            // Not with any amount of any way that is open.
            Outlook::Closed => prop_assert!(
                (0..=9).all(|tens| !some_set_reaches(&ways(&rule, today), tens, &entries, &reached))),
            Outlook::Open(items) => {
                prop_assert!(!reached(&entries));
                let plan: Vec<Entry> = (items.iter().zip(500..))
                    .map(|(item, id)| item.as_planned(EntryId(id), String::new()))
                    .collect();
                prop_assert!(items.iter().all(|item| item.by >= today && !item.sources.is_empty()));
                prop_assert!(items.is_sorted_by_key(|item| item.by));
                let followed: Vec<Entry> = entries.iter().cloned().chain(plan).collect();
                prop_assert!(reached(&followed));
                // Done as planned, with the exams passed, it is earned.
                let done: Vec<Entry> = followed.iter().cloned().map(|entry| match entry.status {
                    Status::Planned => Entry { status: Status::Completed, outcome: Outcome::Passed, ..entry },
                    _ => entry,
                }).collect();
                let earned = Ledger::new(&done, &rules).assess(rule.clone(), today, View::Earned);
                prop_assert!(earned.needs.sum().is_zero());
                // A suggestion never leans on what no notice states, unless the book already does.
                let leans = matches!(rule.transfer, Transfer::Undocumented(_)) && earned.transfer > before.transfer;
                prop_assert!(!leans);
                let asked: Hours = items.iter().map(|item| item.hours).sum();
                let tens = asked.hundredths() / 1000;
                prop_assert_eq!(tens * 1000, asked.hundredths());
                let ways = ways(&rule, today);
                prop_assert!((0..tens).all(|fewer| !some_set_reaches(&ways, fewer, &entries, &reached)));
            }
        }
    }
}
