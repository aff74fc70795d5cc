//! Rules checked, and entries that follow a changed rule.

use super::*;
use crate::book::Draft;
use crate::rules::date::day;

fn hours(whole: u64) -> Hours {
    Hours::whole(whole)
}

fn draft() -> RuleDraft {
    RuleDraft {
        name: " 省级期刊论文 ".into(),
        kind: "论文".into(),
        hours_per_unit: "10".into(),
        cap_per_year: "３０".into(),
        source: "市局 2026 年核定".into(),
        ..RuleDraft::default()
    }
}

/// The draft's rule; the amounts are made up.
fn rule(hours_per_unit: &str) -> ConversionRule {
    RuleDraft { hours_per_unit: hours_per_unit.into(), ..draft() }.check(&[]).expect("a sound rule")
}

fn paper(id: u64, quantity: &str, hours: &str, rule: &str) -> Entry {
    Draft {
        title: format!("论文 {id}"),
        subject: "public".into(),
        route: "conversion".into(),
        end: "2026-03-05".into(),
        hours: hours.into(),
        conversion_rule: rule.into(),
        conversion_quantity: quantity.into(),
        ..Draft::default()
    }
    .check(day(2026, 11, 21))
    .expect("a sound entry")
    .with_id(EntryId(id))
}

fn book() -> Book {
    let mut book = Book::default();
    book.put_conversion(None, rule("10"));
    book.put([
        paper(1, "2", "20", "省级期刊论文"),
        paper(2, "2", "15", "省级期刊论文"),
        paper(3, "", "10", "省级期刊论文"),
        paper(4, "1.5", "15", "省级期刊论文"),
        paper(5, "1", "10", "别的规则"),
    ]);
    book
}

#[test]
fn a_rule_is_checked_field_by_field() {
    let rule = draft().check(&[]).unwrap();
    assert_eq!((rule.name.as_str(), rule.unit, rule.method), ("省级期刊论文", Unit::Item, Method::Unknown));
    assert_eq!(
        (rule.hours_per_unit, rule.cap_per_year, rule.subject),
        (Some(hours(10)), Some(hours(30)), None)
    );
    assert_eq!(RuleDraft::from_rule(&rule).check(&[]), Ok(rule));

    let wrong = |draft: RuleDraft, taken: &[&str]| -> Vec<(RuleField, RuleErrorKind)> {
        draft.check(taken).unwrap_err().into_iter().map(|error| (error.field, error.kind)).collect()
    };
    assert_eq!(wrong(RuleDraft::default(), &[]), [(RuleField::Name, RuleErrorKind::Required)]);
    assert_eq!(wrong(draft(), &["省级期刊论文"]), [(RuleField::Name, RuleErrorKind::NameTaken)]);
    // Where a figure is to be looked up is not where it came from.
    for source in [" ", "待填：见某文件第四章"] {
        let unsourced = RuleDraft { source: source.into(), ..draft() };
        assert_eq!(wrong(unsourced, &[]), [(RuleField::Source, RuleErrorKind::SourceMissing)]);
    }
    let odd = RuleDraft {
        unit: "篇".into(),
        hours_per_unit: "十".into(),
        cap_per_year: "0".into(),
        subject: "x".into(),
        method: "y".into(),
        name: "长".repeat(201),
        ..draft()
    };
    assert_eq!(
        wrong(odd, &[]),
        [
            (RuleField::Name, RuleErrorKind::TooLong { found: 201, most: 200 }),
            (RuleField::Unit, RuleErrorKind::NotAChoice),
            (RuleField::HoursPerUnit, RuleErrorKind::Hours(HoursError::NotANumber)),
            (RuleField::CapPerYear, RuleErrorKind::Hours(HoursError::OutOfRange)),
            (RuleField::Subject, RuleErrorKind::NotAChoice),
            (RuleField::Method, RuleErrorKind::NotAChoice),
        ]
    );
}

#[test]
fn a_quantity_gives_hours_rounded_down_to_hundredths() {
    let quantity = |text| Hours::parse_entry(text).unwrap();
    assert_eq!(rule("10").hours_for(quantity("1.5")), Some(hours(15)));
    assert_eq!(rule("0.35").hours_for(quantity("1.15")), Some(Hours::from_hundredths(40)));
    let blank = RuleDraft { hours_per_unit: String::new(), ..draft() }.check(&[]).unwrap();
    assert_eq!(blank.hours_for(quantity("3")), None);
}

#[test]
fn entries_computed_by_a_rule_follow_it_and_the_others_stay() {
    let mut book = book();
    let told: Vec<(u64, Hours, Hours)> =
        book.recomputed("省级期刊论文", &rule("12")).iter().map(|r| (r.entry.0, r.before, r.after)).collect();
    assert_eq!(told, [(1, hours(20), hours(24)), (4, hours(15), hours(18))]);
    let before = book.clone();
    let change = book.put_conversion(Some("省级期刊论文"), rule("12"));
    let now: Vec<Hours> = book.entries().map(|entry| entry.hours).collect();
    assert_eq!(now, [24, 15, 10, 18, 10].map(hours));
    assert_eq!(book.conversions().len(), 1);
    book.make(change.inverse());
    assert_eq!(book, before);
}

#[test]
fn a_new_name_goes_to_the_entries_and_a_removed_rule_leaves_them_alone() {
    let mut book = book();
    let renamed = ConversionRule { name: "论文（省级）".into(), ..rule("10") };
    assert_eq!(book.recomputed("省级期刊论文", &renamed), []);
    book.put_conversion(Some("省级期刊论文"), renamed);
    let uses = |book: &Book| {
        let uses = book
            .entries()
            .filter(|entry| entry.conversion.as_ref().is_some_and(|used| used.rule == "论文（省级）"));
        uses.count()
    };
    assert_eq!(uses(&book), 4);
    let change = book.remove_conversion("论文（省级）");
    assert!(change.entries.is_empty() && book.conversions().is_empty());
    assert_eq!(uses(&book), 4);
}

#[test]
fn a_figure_taken_away_or_too_large_leaves_the_hours_as_they_are() {
    let book = book();
    let blank = ConversionRule { hours_per_unit: None, ..rule("10") };
    assert_eq!(book.recomputed("省级期刊论文", &blank), []);
    assert_eq!(book.recomputed("省级期刊论文", &rule("9999")).len(), 0);
    assert_eq!(book.recomputed("不存在", &rule("12")), []);
}
