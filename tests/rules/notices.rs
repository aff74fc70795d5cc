//! Imported notices: what they fill, what they leave alone, and what they end.

use xueshi::book::Book;
use xueshi::exchange::notice::read;
use xueshi::rules::notice::{FigureKind, Standing};
use xueshi::rules::rulebook::Transfer;
use xueshi::rules::stamp_route::{Applicant, Office, stamp_route};
use xueshi::rules::*;

use crate::notation::*;

/// `淮北 2027 total=96@二 …`: a notice in one line. The document is always the same.
fn notice(city: Option<City>, year: u16, figures: &[(&str, &str)], more: &str) -> Notice {
    let place = r#""document":"某人社秘〔2027〕1号","section":"二""#;
    let figure = |(kind, value): &(&str, &str)| {
        let value = match *kind {
            "minutes-per-hour" => format!(r#""minutes":"{value}","#),
            "public-deadline" => format!(r#""day":"{value}","#),
            "transfer" => String::new(),
            _ => format!(r#""hours":"{value}","#),
        };
        format!(r#"{{"kind":"{kind}",{value}{place}}}"#)
    };
    let figures: Vec<String> = figures.iter().map(figure).collect();
    let city = city.map_or(String::new(), |city| format!(r#""city":"{}","#, city.code()));
    let text = format!(
        r#"{{"app":"xueshi","format":"notice","version":1,"publisher":"某公司人事处","date":"2027-07-01",
            "year":"{year}",{city}{more}"figures":[{}]}}"#,
        figures.join(",")
    );
    read(&text.replace("PLACE", place)).unwrap_or_else(|why| panic!("{text}: {why:?}"))
}

/// What a verdict needs.
const WHOLE: [(&str, &str); 3] = [("total", "96"), ("professional", "64"), ("public-deadline", "2028-06-30")];

fn with(notices: &[Notice]) -> Rulebook {
    Rulebook::shipped().with_notices(notices)
}

fn assessed(rulebook: &Rulebook, city: City, year: u16, today: &str, lines: &str) -> Assessment {
    let entries = book(lines);
    let rule = rulebook.rule(Year::known(year), city);
    Ledger::new(&entries, &[]).assess(rule, date(today), View::Earned)
}

#[test]
fn a_years_notice_ends_its_being_provisional() {
    let lines = "2027-05-01 专业 70 培训; 2027: 2028-06-30 公需 20 课件";
    // Without the notice 2027 is computed as 2026: 70 + 0 (June is after 31 May) = 70 of 90.
    let before = assessed(&Rulebook::shipped(), HUAIBEI, 2027, "2027-12-01", lines);
    assert_eq!(figures(&before), "70+0=70 transfer 10 needs 0/0/20 provisional");
    // With it: 96 in all, 64 professional, public study to 30 June 2028. 70 + 20 = 90, so 6 of
    // either kind are missing; 6 professional ones above 64 stand in for public ones (the public
    // part is 96 − 64 = 32, of which 12 are missing).
    let rulebook = with(&[notice(Some(HUAIBEI), 2027, &WHOLE, "")]);
    let after = assessed(&rulebook, HUAIBEI, 2027, "2027-12-01", lines);
    assert_eq!(figures(&after), "70+20=90 transfer 6 needs 0/0/6 short");
    assert_eq!(after.rule.public_deadline.value, date("2028-06-30"));
    // Another city's person is told nothing by it.
    let elsewhere = assessed(&rulebook, LUAN, 2027, "2027-12-01", lines);
    assert_eq!(elsewhere.verdict, Verdict::Provisional);
}

#[test]
fn its_figures_are_secondary_and_name_the_publisher() {
    let rule = with(&[notice(Some(HUAIBEI), 2027, &WHOLE, "")]).rule(Year::known(2027), HUAIBEI);
    let professional = rule.base.professional.expect("stated");
    let deadline = rule.public_deadline;
    for sources in [&rule.base.total.sources, &professional.sources, &deadline.sources] {
        assert_eq!(sources.len(), 1);
        assert_eq!(sources[0].confidence(), Confidence::Secondary);
        let place = sources[0].citation().expect("a place in the notice");
        assert_eq!(place.publisher, "某公司人事处");
        assert_eq!((place.document.as_str(), place.section.as_str()), ("某人社秘〔2027〕1号", "二"));
    }
}

#[test]
fn t_18_what_an_imported_notice_does_not_state_is_as_in_the_newest_known_year() {
    let rule = with(&[notice(None, 2027, &WHOLE, "")]).rule(Year::known(2027), OTHER);
    assert!(!rule.provisional);
    // The ceiling and the minutes are 2026's, and say so first.
    let ceiling = rule.base.base_ceiling.expect("a ceiling");
    assert_eq!((ceiling.value, ceiling.sources[0].clause()), (hours("30"), Some(Clause::T18)));
    assert_eq!(rule.minutes_per_hour.expect("a length").sources[0], Clause::T18);
    assert_eq!(rule.base.exam[0], Clause::T18);
    assert_eq!(rule.base.filing, cite(&[Clause::T18, Clause::Ah8]));
}

#[test]
fn half_a_notice_leaves_the_year_provisional() {
    for missing in WHOLE {
        let stated: Vec<_> = WHOLE.into_iter().filter(|kind| *kind != missing).collect();
        let rulebook = with(&[notice(None, 2027, &stated, "")]);
        let year = assessed(&rulebook, OTHER, 2027, "2027-12-01", "2027-05-01 专业 200 培训");
        assert_eq!(year.verdict, Verdict::Provisional, "without {:?}", missing.0);
        let lacking = xueshi::rules::rulebook::lacking(&rulebook.notices_for(Year::known(2027), OTHER));
        assert_eq!(lacking.iter().map(|kind| kind.code()).collect::<Vec<_>>(), [missing.0]);
    }
    // The province's and a city's notice together are whole.
    let halves = [notice(None, 2027, &WHOLE[..2], ""), notice(Some(HUAIBEI), 2027, &WHOLE[2..], "")];
    assert!(!with(&halves).rule(Year::known(2027), HUAIBEI).provisional);
    assert!(with(&halves).rule(Year::known(2027), LUAN).provisional);
}

#[test]
fn a_citys_notice_goes_before_the_provinces() {
    let province = notice(None, 2027, &WHOLE, "");
    let city = notice(Some(HUAIBEI), 2027, &[("total", "100")], "");
    for notices in [[province.clone(), city.clone()], [city, province]] {
        let rulebook = with(&notices);
        assert_eq!(rulebook.rule(Year::known(2027), HUAIBEI).base.total.value, hours("100"));
        assert_eq!(rulebook.rule(Year::known(2027), LUAN).base.total.value, hours("96"));
    }
}

#[test]
fn an_official_figure_is_never_overridden() {
    // 2026: 90, 60, 31 May and the ceiling of 30 are official; so are Lu'an's 40 minutes.
    let other = [
        ("total", "72"),
        ("professional", "10"),
        ("public-minimum", "40"),
        ("minutes-per-hour", "30"),
        ("public-deadline", "2027-12-31"),
        ("base-ceiling", "90"),
    ];
    let imported = notice(Some(LUAN), 2026, &other, "");
    let shipped = Rulebook::shipped().rule(Year::known(2026), LUAN);
    assert_eq!(with(std::slice::from_ref(&imported)).rule(Year::known(2026), LUAN), shipped);
    let rows = Book::default().with(vec![], vec![]).compare_notice(&imported);
    assert!(rows.iter().all(|row| row.standing == Standing::Kept), "{rows:?}");
    // What stands there instead is told, with its source; of a public minimum none is stated.
    let known: Vec<Option<&str>> = rows
        .iter()
        .map(|row| {
            let known = row.known.as_ref()?;
            Some(known.sources[0].clause().expect("official").code())
        })
        .collect();
    assert_eq!(known, [Some("LA-4"), Some("LA-4"), None, Some("LA-4"), Some("AH-9"), Some("AH-5")]);
}

#[test]
fn what_only_a_reprint_states_gives_way_to_an_import() {
    // Huaibei's 45 minutes of 2025 are official there, and hearsay elsewhere (S-4).
    let minutes = notice(None, 2025, &[("minutes-per-hour", "50")], "");
    let rulebook = with(&[minutes]);
    let length = |city| rulebook.rule(Year::known(2025), city).minutes_per_hour.expect("a length").value;
    assert_eq!((length(HUAIBEI), length(LUAN)), (45, 50));
    // 2016–2024 are known from reprints only; until when public study ran is this tool's reading.
    let old = notice(None, 2023, &[("total", "80"), ("public-deadline", "2024-03-31")], "");
    let rule = with(&[old]).rule(Year::known(2023), LUAN);
    assert_eq!((rule.base.total.value, rule.public_deadline.value), (hours("80"), date("2024-03-31")));
    assert!(rule.base.public_window.expect("a window").known, "no warning about an unknown window");
}

#[test]
fn a_documented_transfer_lifts_the_caution() {
    // Worked case 3: Lu'an 2026, 90 professional hours: 30 stand in for public ones.
    let transfer = notice(Some(LUAN), 2026, &[("transfer", "")], "");
    let rulebook = with(std::slice::from_ref(&transfer));
    let year = assessed(&rulebook, LUAN, 2026, "2026-12-01", "2026-05-01 专业 90 培训");
    assert_eq!(figures(&year), "90+0=90 transfer 30 needs 0/0/0 met");
    assert!(year.warnings.iter().all(|warning| warning.code.code() != "transfer-undocumented"));
    assert_eq!(year.rule.transfer.sources()[1], Clause::T2, "one for one is still this tool's reading");
    assert_eq!(Book::default().compare_notice(&transfer)[0].standing, Standing::New);
    // Where the year asks for public hours of their own there is nothing that it could fill.
    let old = notice(Some(LUAN), 2023, &[("transfer", "")], "");
    assert_eq!(with(std::slice::from_ref(&old)).rule(Year::known(2023), LUAN).transfer, Transfer::None);
    assert_eq!(Book::default().compare_notice(&old)[0].standing, Standing::Kept);
}

#[test]
fn a_notice_is_compared_with_the_one_that_it_replaces() {
    let mut book = Book::default();
    let first = notice(Some(HUAIBEI), 2027, &WHOLE, "");
    let standings = |book: &Book, notice: &Notice| -> Vec<&str> {
        book.compare_notice(notice).iter().map(|row| row.standing.code()).collect()
    };
    assert_eq!(standings(&book, &first), ["new", "new", "new"]);
    book.put_notice(first.clone());
    assert_eq!(standings(&book, &first), ["same", "same", "same"]);
    let second = notice(Some(HUAIBEI), 2027, &[("total", "96"), ("professional", "70")], "");
    assert_eq!(standings(&book, &second), ["same", "differs"]);
    let change = book.put_notice(second);
    assert_eq!(book.notices().len(), 1);
    assert!(book.rulebook().rule(Year::known(2027), HUAIBEI).provisional, "the deadline went with the first");
    book.make(change.inverse());
    assert_eq!(book.notices(), std::slice::from_ref(&first));
    let change = book.remove_notice(&first);
    assert!(book.rulebook() == Rulebook::shipped());
    book.make(change.inverse());
    assert_eq!(book.notices(), [first]);
}

#[test]
fn a_notice_may_say_who_stamps_and_whom_to_call() {
    let more = r#""stamp-route":{PLACE,"rows":[
        {"unit-level":"county","applies-for":["senior"],"offices":["county-hrss","city-hrss"],PLACE}]},
        "telephones":[{"number":"0561-1","whose":"窗口",PLACE}],"#
        .replace("0561-1", "0561-111");
    let imported = notice(Some(HUAIBEI), 2027, &[], &more);
    let rulebook = with(std::slice::from_ref(&imported));
    let person = Applicant {
        city: HUAIBEI,
        unit_level: UnitLevel::County,
        title_held: TitleLevel::Middle,
        title_sought: TitleLevel::Senior,
    };
    let steps = stamp_route(&rulebook, Year::known(2027), &person);
    let offices: Vec<&str> = steps.iter().map(|step| step.office.code()).collect();
    assert_eq!(offices, ["industry-department", "county-hrss", "city-hrss"]);
    assert!(steps.iter().all(|step| step.from_other_year.is_none()));
    assert!(steps.iter().all(|step| step.sources.iter().all(|source| source.citation().is_some())));
    assert_eq!(steps[2].telephones[0].number, "0561-111");
    // For 2025 the city's official notice stands, whatever is imported for it.
    let over = Notice { year: Year::known(2025), ..imported };
    let official = stamp_route(&Rulebook::shipped(), Year::known(2025), &person);
    assert_eq!(stamp_route(&with(std::slice::from_ref(&over)), Year::known(2025), &person), official);
    let standings: Vec<_> = Book::default().compare_notice(&over).iter().map(|row| row.standing).collect();
    assert_eq!(standings, [Standing::Kept, Standing::Kept]);
    // A notice that says nothing of stamps does not hide the city's older route.
    let silent = with(&[notice(Some(HUAIBEI), 2027, &WHOLE, "")]);
    let steps = stamp_route(&silent, Year::known(2027), &person);
    assert_eq!(steps.last().map(|step| step.office), Some(Office::AskLocalHrss));
    assert_eq!(steps[0].from_other_year, Some(Year::known(2025)));
}

#[test]
fn the_year_after_an_imported_one_is_presumed_to_be_like_it() {
    let rulebook = with(&[notice(Some(HUAIBEI), 2027, &WHOLE, "")]);
    let next = rulebook.rule(Year::known(2028), HUAIBEI);
    assert!(next.provisional);
    assert_eq!((next.base.total.value, next.base.total.sources[0].clause()), (hours("96"), Some(Clause::T7)));
    assert_eq!(next.public_deadline.value, date("2029-06-30"));
    assert_eq!(rulebook.rule(Year::known(2028), LUAN).base.total.value, hours("90"));
}

#[test]
fn study_may_end_with_the_year_itself_or_on_a_leap_day() {
    let mut stated = WHOLE;
    stated[2].1 = "2027-12-31";
    let rulebook = with(&[notice(None, 2027, &stated, "")]);
    let rule = rulebook.rule(Year::known(2027), OTHER);
    assert_eq!(rule.public_deadline.value, date("2027-12-31"));
    let late = "2027: 2028-01-01 公需 30 课件";
    assert_eq!(assessed(&rulebook, OTHER, 2027, "2028-01-02", late).counted.public, Hours::ZERO);
    stated[2].1 = "2028-02-29";
    let rulebook = with(&[notice(None, 2027, &stated, "")]);
    assert_eq!(rulebook.rule(Year::known(2027), OTHER).public_deadline.value, date("2028-02-29"));
    // 2029 has no such day.
    assert_eq!(rulebook.rule(Year::known(2028), OTHER).public_deadline.value, date("2029-02-28"));
}

#[test]
fn a_kind_is_found_by_its_code() {
    for &kind in FigureKind::ALL {
        assert_eq!(FigureKind::from_code(kind.code()), Some(kind));
    }
}
