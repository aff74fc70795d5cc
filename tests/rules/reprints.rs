//! What is known only from reprints and other bodies' notices: secondary, and said to be.

use xueshi::rules::clause::{Clause, Document, Use};
use xueshi::rules::cycle::{CycleCaution, CycleVerdict};
use xueshi::rules::*;

use crate::notation::*;

fn is_secondary(clause: Clause) {
    assert_eq!(clause.info().document, Document::Reprint);
    assert_eq!(clause.confidence(), Confidence::Secondary);
}

#[test]
fn s_1_seventy_two_hours_a_year_before_2016() {
    is_secondary(Clause::S1);
    // 71.99 is a hundredth short; the mix of subjects is nobody's business.
    let short = assess(OTHER, 2010, "2010-12-31", "2010-06-01 公需 71.99 培训");
    assert_eq!(figures(&short), "0+71.99=71.99 transfer 0 needs 0/0/0.01 short");
    let met = assess(OTHER, 2010, "2010-12-31", "2010-06-01 公需 72 培训");
    assert_eq!(figures(&met), "0+72=72 transfer 0 needs 0/0/0 met");
    assert_eq!(met.rule.base.total.confidence(), Confidence::Secondary);
    assert_eq!(
        (rule(OTHER, 2001).base.total.value, rule(OTHER, 2015).base.total.value),
        (hours("72"), hours("72"))
    );
    says(Clause::S1, &["72"], &["72"]);
}

#[test]
fn s_2_from_2016_ninety_hours_with_thirty_public_in_their_own_right() {
    is_secondary(Clause::S2);
    // 65 + 25 reaches 90, but 5 public hours are missing and no transfer was seen in any text.
    let year = assess(LUAN, 2016, "2016-12-01", "2016-06-01 专业 65 培训; 2016-07-01 公需 25 课件");
    assert_eq!(figures(&year), "65+25=90 transfer 0 needs 0/5/0 short");
    let total = year.rule.base.total;
    assert_eq!(
        (total.value, total.sources[0].clause(), total.confidence()),
        (hours("90"), Some(Clause::S2), Confidence::Secondary)
    );
    says(Clause::S2, &["2016", "90", "60", "30"], &["2016", "90", "60", "30"]);
}

#[test]
fn s_3_the_second_witness_for_the_same_figures() {
    is_secondary(Clause::S3);
    for year in [2016, 2020, 2024] {
        let base = rule(OTHER, year).base;
        for figure in [Some(base.total), base.professional, base.public_minimum] {
            assert_eq!(figure.expect("stated").sources, [Clause::S2, Clause::S3], "{year}");
        }
    }
    says(Clause::S3, &["90", "60", "30"], &["90", "60", "30"]);
}

#[test]
fn s_4_forty_five_minutes_outside_huaibei_are_secondary() {
    is_secondary(Clause::S4);
    for city in [LUAN, OTHER] {
        let minutes = rule(city, 2025).minutes_per_hour.expect("known");
        assert_eq!((minutes.value, minutes.sources.clone()), (45, cite(&[Clause::S4])), "{city:?}");
        assert_eq!(minutes.confidence(), Confidence::Secondary);
    }
    assert_eq!(rule(HUAIBEI, 2025).minutes_per_hour.expect("known").confidence(), Confidence::Official);
    says(Clause::S4, &["45"], &["45"]);
}

#[test]
fn s_5_a_district_s_cycle_lengths_are_a_suggestion() {
    is_secondary(Clause::S5);
    assert_eq!(Clause::S5.info().uses, [Use::Shown]);
    says(
        Clause::S5,
        &["中级看 4 年（硕士 2 年）", "高级看 5 年（硕士 4 年）", "含申报当年"],
        &["4 years for middle (2 with", "5 for senior (4 with", "application year included"],
    );
}

#[test]
fn s_6_one_year_that_holds_the_cycle_s_professional_part_draws_a_caution() {
    is_secondary(Clause::S6);
    // 2025 + 2026 ask 120 professional. 2026 alone holds 120 of 120: the subject by itself is
    // done within one year; the total of that year (125) stays below 180 and below 3/4 of 180.
    let check = cycle(LUAN, 2026, "2026-12-01", "2025: 0/55 | 2026: 120/5");
    assert_eq!(check.verdict, CycleVerdict::MetOnAverageCaution);
    assert_eq!(check.cautions, [CycleCaution::OneYearHoldsTheProfessionalPart]);
    // One hour of it done in the other year: no caution.
    let check = cycle(LUAN, 2026, "2026-12-01", "2025: 1/55 | 2026: 119/5");
    assert_eq!((check.verdict, check.cautions), (CycleVerdict::MetOnAverage, vec![]));
    assert_eq!(Rulebook::shipped().transition.each_subject, [Clause::S6]);
    says(Clause::S6, &["各科目"], &["each subject"]);
}

#[test]
fn s_7_a_university_s_cycle_lengths_are_a_suggestion() {
    is_secondary(Clause::S7);
    assert_eq!(Clause::S7.info().uses, [Use::Shown]);
    says(Clause::S7, &["5 年", "硕士 2 年"], &["5 years", "2 with a master's"]);
}
