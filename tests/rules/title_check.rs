//! The title check as the screen shows it: rows, cautions, the checklist, what no notice settles,
//! and the stamp route of a profile.

use xueshi::book::{Book, Profile};
use xueshi::report::cycle::{CycleView, OpenKind, Unsettled, cycle_of, cycle_view, suggestions};
use xueshi::report::stamps::stamp_view;
use xueshi::report::year::ledger;
use xueshi::rules::clause::Clause;
use xueshi::rules::cycle::{CycleCaution, CycleVerdict};
use xueshi::rules::year::Reason;
use xueshi::rules::*;

use crate::notation::*;

fn profile(city: City, from: u16, to: u16, application: u16) -> Profile {
    Profile {
        city,
        title_sought: TitleLevel::Senior,
        title_held: TitleLevel::Middle,
        cycle_from: Year::new(from),
        cycle_to: Year::new(to),
        application_year: Year::new(application),
        ..Profile::default()
    }
}

fn view_of(profile: Profile, entries: Vec<Entry>, today: &str) -> Option<CycleView> {
    let mut book = Book::default();
    book.set_profile(profile);
    book.put(entries);
    cycle_view(&book, &ledger(&book), &Rulebook::shipped(), date(today))
}

fn view(profile: Profile, lines: &str, today: &str) -> CycleView {
    view_of(profile, book(lines), today).expect("a complete cycle")
}

/// Worked case 8.
const FIVE_YEARS: &str = "
    2022-06-15 专业 65 培训; 2022-07-01 公需 30 课件 合格
    2023-07-01 公需 30 课件 合格
    2024-06-15 专业 75 培训; 2024-07-01 公需 35 课件 合格
    2025-06-15 专业 75 培训; 2025-07-01 公需 30 课件 合格
    2026-06-15 专业 85 培训; 2026-07-01 公需 30 课件 合格";

/// `kind: year count, …` per open point.
fn open_points(view: &CycleView) -> Vec<String> {
    let points = view.checklist.iter().map(|point| {
        let years = point.years.iter().map(|year| format!("{} {}", year.year, year.entries.len()));
        format!("{}: {}", point.kind.code(), years.collect::<Vec<_>>().join(", "))
    });
    points.collect()
}

#[test]
fn worked_case_8_met_on_average() {
    let view = view(profile(LUAN, 2022, 2026, 2026), FIVE_YEARS, "2026-12-01");
    let check = &view.check;
    assert_eq!(check.verdict, CycleVerdict::MetOnAverage);
    assert_eq!((check.sum_total(), check.professional), (hours("455"), hours("300")));
    assert_eq!((check.average_total(), view.concentration().as_str()), (hours("91"), "0.25"));
    assert_eq!(view.years_not_met(), [Year::known(2023)]);
    assert_eq!((view.line.value, view.line.sources.clone()), (50, cite(&[Clause::T12])));
    assert_eq!((view.cautions.len(), view.remedy), (0, None));
}

#[test]
fn worked_case_9_crammed() {
    let lines = "2026-05-01 专业 150 培训; 2026-06-01 公需 40 课件 合格";
    let view = view(profile(LUAN, 2025, 2026, 2026), lines, "2026-12-01");
    assert_eq!(view.check.verdict, CycleVerdict::Crammed);
    assert_eq!((view.concentration().as_str(), view.line.value), ("1", 75));
    // 2025 is over: nothing can make every year met any more.
    assert_eq!(view.remedy, None);
}

#[test]
fn worked_case_11_met_every_year() {
    let lines = "
        2025-06-01 专业 60 培训; 2025: 2026-03-15 公需 30 安徽大学 合格
        2026-06-01 专业 60 培训; 2026-07-01 公需 30 安徽大学 合格";
    let view = view(profile(HUAIBEI, 2025, 2026, 2026), lines, "2026-12-01");
    assert_eq!(view.check.verdict, CycleVerdict::MetEveryYear);
    assert_eq!(view.concentration(), "0.67", "finished in 2026: 120 of 180");
}

#[test]
fn the_years_share_one_scale_and_a_mark_at_what_is_required() {
    let view = view(profile(LUAN, 2022, 2026, 2026), FIVE_YEARS, "2026-12-01");
    // 115 of 2026 is the longest: 90 of 115 is 782 per mille.
    assert!(view.rows.iter().all(|row| row.mark == 782));
    let widths = |nth: usize| -> u64 { view.rows[nth].bar.segments.iter().map(|part| part.per_mille).sum() };
    assert!((998..=1000).contains(&widths(4)), "{}", widths(4));
    // 30 there and 60 missing fill 90.
    assert!((780..=782).contains(&widths(1)), "{}", widths(1));
}

#[test]
fn every_uncounted_hour_of_the_cycle_has_its_reason() {
    let lines = "2025-06-01 专业 60 培训; 2025-07-01 公需 30 安徽大学; 2026-02-01 公需 40 安徽大学 合格";
    let view = view(profile(LUAN, 2025, 2026, 2026), lines, "2026-12-01");
    let reasons: Vec<_> =
        view.rows.iter().map(|row| row.uncounted.iter().map(|row| row.reason).collect::<Vec<_>>()).collect();
    assert_eq!(reasons, [vec![Reason::ExamNotPassed], vec![Reason::OverOnlineCeiling]]);
}

#[test]
fn the_checklist_names_what_is_open_by_kind_and_year() {
    let lines = "
        2025-03-01 专业 60 培训 合格 备案 已审验
        2025-04-01 公需 30 课件 合格 已登记
        2026-03-01 专业 30 培训 已登记
        2026-04-01 专业 30 培训 合格 未备案
        2026-05-01 公需 20 安徽大学
        2026-06-01 公需 10 折算 已审验
        2026-11-01 公需 10 课件 计划";
    let mut entries = book(lines);
    entries[0].certificate = "A-1".into();
    entries[1].certificate = "A-2".into();
    entries[2].certificate = " ".into();
    let view = view_of(profile(LUAN, 2025, 2026, 2026), entries, "2026-12-01").expect("a cycle");
    assert_eq!(
        open_points(&view),
        [
            // The class, the unfiled class and the conversion; the base's course brings nothing yet.
            "no-certificate: 2026 3",
            // The class, and the base's course, which counts as soon as its exam is passed.
            "no-assessment: 2026 2",
            "filing-not-noted: 2026 2",
            "not-registered: 2026 1",
            "not-verified: 2025 1, 2026 2",
        ]
    );
    let point = |kind| view.checklist.iter().find(|point| point.kind == kind).expect("an open point");
    assert_eq!(point(OpenKind::NotVerified).count(), 3);
    assert_eq!(point(OpenKind::NotRegistered).sources, [Clause::La2]);
    assert_eq!(point(OpenKind::NotVerified).sources, [Clause::La3, Clause::La7, Clause::Ah4]);
    assert_eq!(point(OpenKind::FilingNotNoted).sources, rule(LUAN, 2026).base.filing);
    assert!(point(OpenKind::NoCertificate).sources.is_empty(), "no notice asks for a number");
}

#[test]
fn a_book_in_order_leaves_nothing_open() {
    let mut entries = book("2026-03-01 专业 60 培训 合格 备案 已审验; 2026-04-01 公需 30 课件 合格 已审验");
    entries.iter_mut().for_each(|entry| entry.certificate = "A-1".into());
    let view = view_of(profile(LUAN, 2026, 2026, 2026), entries, "2026-12-01").expect("a cycle");
    assert_eq!(view.checklist, []);
    assert_eq!(view.check.verdict, CycleVerdict::MetEveryYear);
}

#[test]
fn every_caution_is_shown_with_its_source() {
    // 449 of 450 in 2026, none of it in the years with a public minimum.
    let lines = "2025-03-01 专业 1 培训; 2026-03-01 专业 300 培训; 2026-04-01 公需 149 课件 合格";
    let all = view(profile(LUAN, 2022, 2026, 2026), lines, "2026-12-01");
    let rows: Vec<_> = all.cautions.iter().map(|row| (row.caution, row.sources.clone())).collect();
    assert_eq!(
        rows,
        [
            (CycleCaution::Concentrated, cite(&[Clause::T12])),
            (CycleCaution::OneYearHoldsTheProfessionalPart, cite(&[Clause::S6])),
            (CycleCaution::PublicMinimumMissed, cite(&[Clause::S2, Clause::S3])),
            (CycleCaution::TransferUndocumented, cite(&[Clause::T2, Clause::Hb16])),
        ]
    );
    // Year by year, the caution names the years that need the transfer.
    let lines = "2025-03-01 专业 90 培训; 2026-03-01 专业 60 培训; 2026-04-01 公需 30 课件 合格";
    let one = view(profile(LUAN, 2025, 2026, 2026), lines, "2026-12-01");
    assert_eq!(one.check.verdict, CycleVerdict::MetEveryYearCaution);
    assert_eq!(one.cautions.len(), 1);
    assert_eq!(one.cautions[0].years, [Year::known(2025)]);
}

#[test]
fn what_no_notice_settles_is_said_only_where_it_matters() {
    use Unsettled::*;
    let told = |profile: Profile, lines: &str| -> Vec<Unsettled> {
        let view = view(profile, lines, "2026-12-01");
        assert!(view.unsettled.iter().all(|row| !row.sources.is_empty()));
        view.unsettled.iter().map(|row| row.what).collect()
    };
    let met = "2026-03-01 专业 60 培训; 2026-04-01 公需 30 课件 合格";
    assert_eq!(told(profile(LUAN, 2026, 2026, 2026), met), [CycleLength, PartialYear]);
    assert_eq!(
        told(profile(LUAN, 2022, 2026, 2026), FIVE_YEARS),
        [CycleLength, CrammingLine, ReprintedYears, PartialYear]
    );
    let average = "2025-03-01 专业 59 培训; 2025-04-01 公需 30 课件 合格; 2026-03-01 专业 71 培训; 2026-04-01 公需 20 折算";
    assert_eq!(
        told(profile(LUAN, 2025, 2026, 2030), average),
        [CycleLength, CrammingLine, LastYear, Transfer, Conversion, PartialYear]
    );
    assert_eq!(
        told(profile(LUAN, 2024, 2024, 2024), "2024-03-01 专业 60 培训"),
        [CycleLength, BeforeTransition, ReprintedYears, PartialYear]
    );
}

#[test]
fn a_cycle_is_asked_about_once_its_years_are_set_and_in_order() {
    assert!(cycle_of(&profile(LUAN, 2022, 2026, 2026)).is_some());
    assert_eq!(cycle_of(&profile(LUAN, 2026, 2022, 2026)), None);
    assert_eq!(cycle_of(&Profile { application_year: None, ..profile(LUAN, 2022, 2026, 2026) }), None);
    assert_eq!(cycle_of(&Profile { cycle_from: None, ..profile(LUAN, 2022, 2026, 2026) }), None);
    assert_eq!(cycle_of(&Profile::default()), None);
    assert_eq!(view_of(Profile::default(), vec![], "2026-12-01"), None);
}

#[test]
fn a_move_takes_each_year_s_own_city() {
    let mut moved = profile(LUAN, 2025, 2026, 2026);
    moved.city_by_year.insert(Year::known(2025), HUAIBEI);
    let lines = "2025-03-01 专业 90 培训; 2026-03-01 专业 60 培训; 2026-04-01 公需 30 课件 合格";
    // Huaibei documents the transfer of 2025; Lu'an would leave a caution.
    assert_eq!(view(moved, lines, "2026-12-01").check.verdict, CycleVerdict::MetEveryYear);
}

#[test]
fn lengths_from_reprints_are_offered_for_the_title_ending_with_the_application_year() {
    let offered = |title, year| -> Vec<String> {
        let offered = suggestions(&Rulebook::shipped(), title, Year::known(year));
        let texts = offered.iter().map(|one| {
            let source = &one.length.years.sources[0];
            assert_eq!(source.confidence(), Confidence::Secondary);
            let master = if one.length.with_master { " master" } else { "" };
            format!("{} {}–{}{master}", source.code(), one.from, one.to)
        });
        texts.collect()
    };
    let university = ["S-7 2022–2026", "S-7 2025–2026 master"];
    assert_eq!(
        offered(TitleLevel::Middle, 2026),
        [&["S-5 2023–2026", "S-5 2025–2026 master"][..], &university].concat()
    );
    assert_eq!(
        offered(TitleLevel::Senior, 2026),
        [&["S-5 2022–2026", "S-5 2023–2026 master"][..], &university].concat()
    );
    assert_eq!(offered(TitleLevel::Junior, 2026), university);
    // A span that would begin before 2001 is not offered.
    assert_eq!(offered(TitleLevel::None, 2003), ["S-7 2002–2003 master"]);
}

#[test]
fn the_stamp_route_follows_the_profile() {
    let route = |profile: Profile, today: &str| -> Vec<String> {
        let mut book = Book::default();
        book.set_profile(profile);
        let view = stamp_view(&book, &Rulebook::shipped(), date(today));
        view.steps.iter().map(|step| step.office.code().to_string()).collect()
    };
    let senior = profile(LUAN, 2022, 2026, 2026);
    assert_eq!(route(senior.clone(), "2026-12-01"), ["industry-department", "city-hrss"]);
    let middle = Profile { title_sought: TitleLevel::Middle, ..senior.clone() };
    assert_eq!(route(middle.clone(), "2026-12-01"), ["industry-department", "county-hrss"]);
    // Without an application year the current one is meant: for 2027 there is no notice.
    let open = Profile { application_year: None, ..middle };
    assert_eq!(route(open.clone(), "2026-12-01"), ["industry-department", "county-hrss"]);
    assert_eq!(route(open, "2027-03-01"), ["industry-department", "county-hrss", "ask-local-hrss"]);
    // The city is that of the application year.
    let mut moved = senior;
    moved.city_by_year.insert(Year::known(2026), OTHER);
    assert_eq!(route(moved, "2026-12-01"), ["industry-department", "ask-local-hrss"]);
}
