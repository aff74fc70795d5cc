//! The papers' words: the arithmetic, the verdict, the foot.

use xueshi::i18n::paper;
use xueshi::rules::Verdict;

use crate::notation::*;

#[test]
fn a_transfer_is_arithmetic_in_one_line() {
    let huaibei =
        pack_of(&book("huaibei", "2025-06-15 专业 70 培训; 2025-07-01 公需 20 基地"), "2025", "2025-12-01");
    let form = &huaibei.years[0];
    // 70 − 60 = 10 stand in for the 10 that the public part lacks of 30.
    assert_eq!(
        paper::arithmetic(&form.foot, &form.assessment.rule),
        "专业 70 − 转出 10 = 60；公需 20（20 + 0 + 0）+ 转入 10 = 30；合计 60 + 30 = 90"
    );
    assert_eq!(paper::verdict(form), "达标");
    // What is stamped as professional are the hours learnt, before any transfer.
    assert_eq!(paper::stamped(&huaibei.route.steps[0], form), "专业科目 70 学时");
    assert_eq!(paper::stamped(&huaibei.route.steps[1], form), "公需 20 + 转入 10，合计 90 学时");
    let luan = pack_of(&book("luan", "2026-06-15 专业 90 培训"), "2026", "2026-12-01");
    assert_eq!(
        paper::verdict(&luan.years[0]),
        "学时数够；转入的 30 学时在本市该年度通知中没有写明，请窗口认定"
    );
}

#[test]
fn the_verdict_names_what_is_missing() {
    let book = book("luan", "2024-06-15 专业 50 培训; 2024-07-01 公需 20 课件; 2010-05-01 专业 40 培训");
    // 60 − 50 professional, 30 − 20 public of its own; 72 − 40 of either kind.
    let of = |code| pack_of(&book, code, "2025-03-01");
    assert_eq!(paper::verdict(&of("2024").years[0]), "未达标，还差专业 10、公需 10 学时");
    assert_eq!(paper::verdict(&of("2010").years[0]), "未达标，还差不限科目 32 学时");
    assert_eq!(paper::requirement(&of("2024").years[0].assessment.rule), "应学 90（专业 60，公需 30）");
    assert_eq!(paper::requirement(&of("2010").years[0].assessment.rule), "应学 72");
    let later = of("2031");
    assert_eq!(later.years[0].assessment.verdict, Verdict::Provisional);
    assert_eq!(paper::verdict(&later.years[0]), "暂无结论：该年度通知尚未公布，按最近公布的年度推算");
}

#[test]
fn the_foot_names_rulebook_notices_day_and_what_it_is_not() {
    let pack = pack_of(&book("luan", "2026-06-15 专业 90 培训"), "2026", "2026-11-21");
    let form = &pack.years[0];
    assert_eq!(
        paper::foot(&pack.years, &form.basis, pack.made, paper::DISCLAIMER),
        "规则：2026 年度（六安市）。依据：六人社秘〔2026〕30号、皖人社函〔2026〕235号。2026年11月21日制。本材料由本人整理，供核验参考，不是学时证明；是否达标以窗口核验为准。"
    );
}

#[test]
fn long_words_are_shortened_by_characters() {
    assert_eq!(paper::at_most("主办单位", 4), "主办单位");
    assert_eq!(paper::at_most("主办单位", 3), "主办…");
    assert_eq!(paper::at_most("  ", 3), "");
}
