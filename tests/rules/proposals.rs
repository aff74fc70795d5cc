//! The year that is proposed for an entry finished in January to May.

use xueshi::rules::attribution::earlier_year;
use xueshi::rules::*;

use crate::notation::*;

fn proposed(city: City, new: &str, lines: &str) -> Option<u16> {
    let entries = book(lines);
    let ledger = Ledger::new(&entries, &[]);
    let rulebook = Rulebook::shipped();
    let new = entry(99, new);
    earlier_year(&new, &ledger, |year| rulebook.rule(year, city), date("2026-04-01")).map(Year::get)
}

#[test]
fn the_earlier_year_is_proposed_while_it_lacks_hours_and_accepts_the_entry() {
    let lacking = "2025-03-01 专业 60 培训; 2025-03-02 公需 10 课件";
    let new = "2026-03-05 公需 20 安徽大学 合格";
    assert_eq!(proposed(LUAN, new, lacking), Some(2025));
    assert_eq!(proposed(LUAN, new, ""), Some(2025));
    // Nothing lacks, or only professional hours, which public study cannot fill.
    assert_eq!(proposed(LUAN, new, "2025-03-01 专业 60 培训; 2025-03-02 公需 30 课件"), None);
    assert_eq!(proposed(LUAN, new, "2025-03-01 专业 50 培训; 2025-03-02 公需 30 课件"), None);
    // 2025 takes online study only, no later than 31 May.
    assert_eq!(proposed(LUAN, "2026-03-05 公需 20 培训", lacking), None);
    assert_eq!(proposed(LUAN, "2026-03-05 公需 20 折算", lacking), None);
    assert_eq!(proposed(LUAN, "2026-03-05 专业 20 课件", lacking), None);
    assert_eq!(proposed(LUAN, "2026-05-31 公需 20 课件", lacking), Some(2025));
    assert_eq!(proposed(LUAN, "2026-06-01 公需 20 课件", lacking), None);
    assert_eq!(proposed(LUAN, "2025-12-31 公需 20 课件", lacking), None);
    // 2024 asks for 30 public hours of its own.
    assert_eq!(proposed(LUAN, "2025-03-05 公需 20 课件", "2024-03-01 专业 90 培训"), Some(2024));
    // Before 2016 no window is known; before 2001 there is no year.
    assert_eq!(proposed(LUAN, "2015-03-05 公需 20 课件", ""), None);
    assert_eq!(proposed(LUAN, "2001-03-05 公需 20 课件", ""), None);
}

#[test]
fn the_earlier_year_is_not_proposed_where_the_entry_would_bring_nothing() {
    // Failed courseware and a failed exam count for no year.
    assert_eq!(proposed(LUAN, "2025-03-05 公需 20 课件 不合格", ""), None);
    assert_eq!(proposed(LUAN, "2025-03-05 公需 20 安徽大学 不合格", ""), None);
    // 2026 takes any study to the end of May 2027, but not from platforms that lapsed in 2025.
    assert_eq!(proposed(LUAN, "2027-03-05 公需 20 其他平台", ""), None);
    assert_eq!(proposed(LUAN, "2027-03-05 公需 20 培训", ""), Some(2026));
    // An exam that is still to be sat leaves the year open to the entry.
    assert_eq!(proposed(LUAN, "2026-03-05 公需 20 安徽大学", ""), Some(2025));
    assert_eq!(proposed(LUAN, "2026-05-20 公需 20 安徽大学 计划", ""), Some(2025));
    assert_eq!(proposed(LUAN, "2026-05-20 公需 20 安徽大学 计划 不合格", ""), Some(2025));
    // With another ceiling of the bases, used up: courseware still helps, a base does not.
    let entries = book("2025-03-01 专业 60 培训; 2025-04-01 公需 20 安徽大学 合格");
    let ledger = Ledger::new(&entries, &[]);
    for (ceiling, new, year) in [
        ("20", "2026-03-05 公需 5 安徽大学 合格", None),
        ("20", "2026-03-05 公需 5 课件", Some(Year::known(2025))),
        ("20.01", "2026-03-05 公需 5 安徽大学 合格", Some(Year::known(2025))),
    ] {
        let rule_of = |year: Year| {
            let mut rule = rule(LUAN, year.get());
            rule.base.base_ceiling.as_mut().expect("a ceiling").value = hours(ceiling);
            rule
        };
        assert_eq!(earlier_year(&entry(99, new), &ledger, rule_of, date("2026-04-01")), year, "{new}");
    }
}
