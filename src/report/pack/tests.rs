//! The window pack, worked out by hand.

use super::sheets::{Measured, Paper, Piece, Table, Wanted, paginate, papers, pieces};
use super::*;
use crate::i18n::paper;
use crate::rules::date::{day, parse_date};
use crate::rules::entry::ConversionUse;
use crate::rules::stamp_route::Office;
use crate::rules::year::Reason;
use crate::rules::{
    Base, City, ConversionRule, EntryId, Filing, Form, Outcome, Route, Status, Subject, TitleLevel, Verdict,
};

fn year(year: u16) -> Year {
    Year::new(year).expect("a year within bounds")
}

/// `[year:] completion-date 专业|公需 hours route [计划] [未考]`, one entry a line; the title is the
/// line's number, so that the order of completion shows.
fn book(city: &str, lines: &str) -> Book {
    let entries = lines.split(';').map(str::trim).filter(|line| !line.is_empty()).enumerate();
    let entries = entries.map(|(nth, line)| entry(nth as u64 + 1, line));
    let profile = Profile { city: City::from_code(city).expect("a city"), ..Profile::default() };
    Book::from_parts(profile, vec![], entries)
}

fn entry(id: u64, line: &str) -> Entry {
    let (attributed, rest) = match line.split_once(':') {
        Some((attributed, rest)) => (Year::parse(attributed), rest),
        None => (None, line),
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let end = parse_date(words[0]).expect("a date");
    let route = match words[3] {
        "培训" => Route::Class,
        "课件" => Route::Courseware,
        "折算" => Route::Conversion,
        "基地" => Route::Base(Base::AnhuiUniversity),
        "其他平台" => Route::OtherPlatform,
        other => panic!("route {other}"),
    };
    Entry {
        id: EntryId(id),
        year: attributed.or(Year::of(end)).expect("a year"),
        title: format!("第 {id} 项"),
        subject: if words[1] == "专业" { Subject::Professional } else { Subject::Public },
        form: Form::Class,
        route,
        organiser: String::new(),
        start: None,
        end,
        hours: Hours::parse_entry(words[2]).expect("hours"),
        outcome: if words.contains(&"未考") { Outcome::NotAssessed } else { Outcome::Passed },
        certificate: String::new(),
        status: if words.contains(&"计划") { Status::Planned } else { Status::Completed },
        filing: Filing::Unknown,
        conversion: None,
        evidence: String::new(),
        remarks: String::new(),
    }
}

fn pack_of(book: &Book, code: &str, today: &str) -> Pack {
    let scope = Scope::from_code(code, book).expect("a scope");
    pack(book, &Rulebook::shipped(), scope, parse_date(today).expect("a date"), false)
}

/// `2026-01 第 2 项 4`: evidence number, title and counted hours of each line.
fn lines(year: &PackYear) -> Vec<String> {
    let rows = year.rows.iter();
    rows.map(|row| format!("{} {} {}", row.evidence_number, row.entry.title, row.counted)).collect()
}

#[test]
fn every_line_stands_once_in_order_of_completion_with_its_number() {
    let book = book(
        "luan",
        "2026-06-15 专业 20 培训; 2026-03-01 专业 40 培训; 2026-09-01 公需 30 课件; 2026-12-01 专业 9 培训 计划",
    );
    let pack = pack_of(&book, "2026", "2026-11-21");
    assert_eq!(lines(&pack.years[0]), ["2026-01 第 2 项 40", "2026-02 第 1 项 20", "2026-03 第 3 项 30"]);
    // 40 + 20 professional, 30 public; what is planned is no part of it.
    let foot = pack.years[0].foot;
    assert_eq!((foot.professional.count, foot.professional.hours), (2, Hours::whole(60)));
    assert_eq!((foot.online.count, foot.public(), foot.total), (1, Hours::whole(30), Hours::whole(90)));
    assert_eq!(pack.copies(), 3);
    assert_eq!(paper::copies(&pack.years[0]), "2026-01 至 2026-03");
    assert_eq!(
        paper::arithmetic(&foot, &pack.years[0].assessment.rule),
        "专业 60 + 公需 30（30 + 0 + 0）= 90"
    );
    assert_eq!(paper::verdict(&pack.years[0]), "达标");
}

#[test]
fn beyond_99_lines_the_numbers_have_three_digits() {
    let lines: Vec<String> = (0..100).map(|nth| format!("2026-01-{:02} 专业 1 培训", nth % 28 + 1)).collect();
    let pack = pack_of(&book("luan", &lines.join(";")), "2026", "2026-11-21");
    assert_eq!(pack.years[0].rows[0].evidence_number, "2026-001");
    assert_eq!(pack.years[0].rows[99].evidence_number, "2026-100");
}

#[test]
fn the_public_part_is_told_apart_by_route() {
    // 10 on a base and 5 as courseware are online; 4 are a conversion; 3 a class, 2 on another
    // platform before it lapsed on 1 June 2025.
    let book = book(
        "huaibei",
        "2025-03-01 公需 10 基地; 2025-03-02 公需 5 课件; 2025-03-03 公需 4 折算; 2025-03-04 公需 3 培训; 2025-03-05 公需 2 其他平台",
    );
    let foot = pack_of(&book, "2025", "2025-12-01").years[0].foot;
    assert_eq!((foot.online.hours, foot.online.count), (Hours::whole(15), 2));
    assert_eq!((foot.conversion.hours, foot.conversion.count), (Hours::whole(4), 1));
    assert_eq!((foot.other.hours, foot.other.count), (Hours::whole(5), 2));
    assert_eq!((foot.public(), foot.total), (Hours::whole(24), Hours::whole(24)));
}

#[test]
fn what_does_not_count_stands_apart_and_in_no_total() {
    // 45 on the bases: 30 count. A lapsed platform, and an exam that was not sat: nothing counts.
    let book = book(
        "huaibei",
        "2025-06-15 专业 60 培训; 2025-07-01 公需 45 基地; 2025-08-01 公需 10 其他平台; 2025-09-01 公需 6 基地 未考",
    );
    let pack = pack_of(&book, "2025", "2025-12-01");
    let form = &pack.years[0];
    assert_eq!(lines(form), ["2025-01 第 1 项 60", "2025-02 第 2 项 30"]);
    assert_eq!(form.foot.total, Hours::whole(90));
    let apart: Vec<_> = form
        .uncounted
        .iter()
        .map(|line| (line.evidence_number.as_deref(), line.row.hours, line.row.reason))
        .collect();
    assert_eq!(
        apart,
        [
            (Some("2025-02"), Hours::whole(15), Reason::OverOnlineCeiling),
            (None, Hours::whole(10), Reason::PlatformLapsedOrUnlisted),
            (None, Hours::whole(6), Reason::ExamNotPassed),
        ]
    );
    // The clause stands as document and section; the shared ceiling is the tool's reading.
    assert_eq!(
        paper::grounds(&form.uncounted[0]),
        "共 45 学时，未计入 15 学时。超出四个基地合计上限。依据：淮人社秘〔2025〕144号四（二）；整理时的理解，通知没有写明。"
    );
}

#[test]
fn the_lines_add_up_to_what_the_engine_counts() {
    let book = book(
        "luan",
        "2026-01-05 专业 12.25 培训; 2026-02-05 公需 20.5 基地; 2026-03-05 公需 20 基地; 2026-04-05 公需 7.75 折算; 2025: 2026-04-06 公需 3 课件; 2026-05-05 专业 70 培训",
    );
    let pack = pack_of(&book, "2026", "2026-11-21");
    let form = &pack.years[0];
    let assessment = &form.assessment;
    assert_eq!(form.foot.professional.hours, assessment.counted.professional);
    assert_eq!(form.foot.public(), assessment.counted.public);
    assert_eq!((form.foot.total, form.foot.transfer), (assessment.total, assessment.transfer));
    let apart: Hours = form.uncounted.iter().map(|line| line.row.hours).sum();
    assert_eq!(apart, assessment.uncounted);
}

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

/// Five years in Lu'an: 65/30, 0/30, 75/35, 75/30, 85/30.
fn five_years() -> Book {
    let mut lines = Vec::new();
    for (year, professional, public) in
        [(2022, 65, 30), (2023, 0, 30), (2024, 75, 35), (2025, 75, 30), (2026, 85, 30)]
    {
        if professional > 0 {
            lines.push(format!("{year}-06-15 专业 {professional} 培训"));
        }
        lines.push(format!("{year}-07-01 公需 {public} 课件"));
    }
    let mut book = book("luan", &lines.join(";"));
    book.set_profile(Profile {
        title_sought: TitleLevel::Senior,
        application_year: Year::new(2026),
        cycle_from: Year::new(2022),
        cycle_to: Year::new(2026),
        ..book.profile().clone()
    });
    book
}

#[test]
fn a_cycle_is_a_form_for_each_year_and_their_sums() {
    let pack = pack_of(&five_years(), Scope::CYCLE, "2026-12-01");
    let totals: Vec<String> =
        pack.years.iter().map(|year| format!("{} {}", year.year(), year.foot.total)).collect();
    assert_eq!(totals, ["2022 95", "2023 30", "2024 110", "2025 105", "2026 115"]);
    // A copy has the same number whether its year is printed by itself or within the cycle.
    assert_eq!(pack.years[4].rows[1].evidence_number, "2026-02");
    assert_eq!(pack.copies(), 9);
    // 95 + 30 + 110 + 105 + 115 = 455; ÷ 5 = 91.
    assert_eq!(
        paper::cycle_sum(&pack.check),
        "5 年合计 455，应学 450；专业 300，应学 300；年均 455 ÷ 5 = 91（余数舍去）"
    );
    assert_eq!(paper::scope(&pack), "任职周期 2022–2026 年，2026 年申报");
    // The route is that of the application year, whatever year a form is for.
    let offices: Vec<Office> = pack.route.steps.iter().map(|step| step.office).collect();
    assert_eq!(offices, [Office::IndustryDepartment, Office::CityHrss]);
}

#[test]
fn a_cycle_can_be_chosen_once_it_is_set() {
    let codes = |book: &Book| -> Vec<String> {
        scopes(book, day(2026, 11, 21)).into_iter().map(Scope::code).collect()
    };
    assert_eq!(codes(&five_years())[..3], ["cycle", "2027", "2026"]);
    let without = book("luan", "");
    assert_eq!(codes(&without), ["2027", "2026", "2025", "2024", "2023", "2022"]);
    assert_eq!(Scope::from_code(Scope::CYCLE, &without), None);
    assert_eq!(Scope::from_code("2026", &without), Some(Scope::Year(year(2026))));
}

#[test]
fn what_the_papers_lack_is_said() {
    let mut book = book("luan", "2026-06-15 专业 40 培训");
    let codes = |book: &Book, code: &str| -> Vec<&'static str> {
        pack_of(book, code, "2026-11-21").gaps.iter().map(Gap::code).collect()
    };
    assert_eq!(codes(&book, "2026"), ["head-incomplete", "not-met", "no-evidence"]);
    assert_eq!(codes(&book, "2025"), ["head-incomplete", "no-rows"]);
    book.set_profile(Profile {
        name: "王敏".into(),
        sex: "女".into(),
        unit: "某设计院".into(),
        unit_kind: "企业".into(),
        certificate_book: "123".into(),
        ..book.profile().clone()
    });
    assert_eq!(codes(&book, "2026"), ["not-met", "no-evidence"]);
    // A title held wants the day since when.
    book.set_profile(Profile { title_held: TitleLevel::Middle, ..book.profile().clone() });
    let gaps = pack_of(&book, "2026", "2026-11-21").gaps;
    assert_eq!(gaps[0], Gap::Head(vec![HeadField::TitleHeldSince]));
    assert_eq!(gaps[1], Gap::NotMet(vec![year(2026)]));
    assert_eq!(gaps[2], Gap::NoEvidence(vec![EntryId(1)]));
}

#[test]
fn a_conversion_beyond_its_cap_is_a_line_and_a_remainder() {
    let rule = ConversionRule {
        name: "论文".into(),
        kind: "论文".into(),
        unit: crate::rules::conversion::Unit::Item,
        hours_per_unit: None,
        cap_per_year: Some(Hours::whole(10)),
        subject: None,
        method: crate::rules::conversion::Method::Unknown,
        source: "窗口答复".into(),
    };
    let used = ConversionUse { rule: "论文".into(), quantity: None };
    let converted = Entry { conversion: Some(used), ..entry(1, "2026-05-01 公需 12.5 折算") };
    let profile = Profile { city: City::Other, ..Profile::default() };
    let pack = pack_of(&Book::from_parts(profile, vec![rule], [converted]), "2026", "2026-11-21");
    let form = &pack.years[0];
    assert_eq!(lines(form), ["2026-01 第 1 项 10"]);
    assert_eq!(form.uncounted[0].row.hours, Hours::from_hundredths(250));
    assert_eq!(form.uncounted[0].evidence_number.as_deref(), Some("2026-01"));
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

// Sheets

#[test]
fn a_pack_is_a_cover_a_form_a_year_and_an_index() {
    let pack = pack_of(&five_years(), Scope::CYCLE, "2026-12-01");
    let forms = (0..5).map(Paper::Form);
    let all: Vec<Paper> = [Paper::Cover].into_iter().chain(forms.clone()).chain([Paper::Index]).collect();
    assert_eq!(papers(&pack, Wanted::ALL), all);
    let only = Wanted { cover: false, index: false, uncounted: false };
    assert_eq!(papers(&pack, only), forms.collect::<Vec<_>>());
    // 2022 holds two lines: head, two lines, totals, stamps.
    assert_eq!(
        pieces(&pack, Paper::Form(0), Wanted::ALL),
        [Piece::FormHead(0), Piece::Line(0, 0), Piece::Line(0, 1), Piece::Foot(0), Piece::Stamps(0)]
    );
    // Nine lines over five years, each in the index once.
    assert_eq!(pieces(&pack, Paper::Index, Wanted::ALL).len(), 1 + 9);
}

#[test]
fn what_does_not_count_is_left_out_on_request() {
    let book = book("huaibei", "2025-08-01 公需 10 其他平台");
    let pack = pack_of(&book, "2025", "2025-12-01");
    let listed = |uncounted| pieces(&pack, Paper::Form(0), Wanted { uncounted, ..Wanted::ALL });
    assert!(listed(true).contains(&Piece::Uncounted(0, 0)));
    assert_eq!(listed(false), [Piece::FormHead(0), Piece::Foot(0), Piece::Stamps(0)]);
    // Without a line there is no copy and no index.
    assert_eq!(papers(&pack, Wanted::ALL), [Paper::Cover, Paper::Form(0)]);
}

/// A form of so many lines, as the browser might measure it: the head 100, a line 20 below a table
/// head of 10, the totals 30, the stamps 60.
fn measured(lines: usize) -> Vec<Measured> {
    let block = |piece, height| Measured { piece, height, head: 0 };
    let line = |nth| Measured { piece: Piece::Line(0, nth), height: 20, head: 10 };
    let mut all = vec![block(Piece::FormHead(0), 100)];
    all.extend((0..lines).map(line));
    all.extend([block(Piece::Foot(0), 30), block(Piece::Stamps(0), 60)]);
    all
}

#[test]
fn a_short_form_is_one_sheet() {
    // 100 + 10 + 20 + 30 + 60 = 220.
    assert_eq!(paginate(&measured(1), 220), [0..4]);
    assert_eq!(paginate(&[], 220), []);
}

#[test]
fn the_last_line_goes_along_with_totals_and_stamps() {
    // 3 lines: 100 + 10 + 60 + 90 = 260 > 250. Line 3, totals and stamps move: 10 + 20 + 30 + 60.
    assert_eq!(paginate(&measured(3), 250), [0..3, 3..6]);
}

#[test]
fn lines_fill_the_sheets_and_their_head_counts_on_each() {
    // Room 250. First sheet: 100 + 10, then seven lines of 20 are 140. Then 10 and twelve lines are
    // 250. Of 30 lines 11 are left: ten of them with the head are 210; the last one needs
    // 20 + 30 + 60 more and moves.
    let sheets = paginate(&measured(30), 250);
    assert_eq!(sheets, [0..8, 8..20, 20..30, 30..33]);
}

#[test]
fn what_belongs_together_but_fits_nowhere_is_taken_apart() {
    // Totals and stamps with their line need 10 + 20 + 30 + 60 = 120; a sheet holds 110. The line
    // is let go; totals and stamps, 90, stay together, but not below the line: 30 + 90 > 110.
    assert_eq!(paginate(&measured(1), 110), [0..1, 1..2, 2..4]);
    // A line taller than any sheet has one for itself; nothing is lost.
    let mut tall = measured(3);
    tall[2].height = 400;
    assert_eq!(paginate(&tall, 250), [0..2, 2..3, 3..6]);
}

#[test]
fn no_piece_is_lost_or_doubled_and_no_sheet_is_too_full() {
    // Heights from 5 to 84 in a fixed disorder, over every room from 90 to 400.
    let mut pieces = measured(120);
    for (nth, piece) in pieces.iter_mut().enumerate() {
        piece.height = 5 + (nth as u32 * 7919) % 80;
    }
    for room in 90..400 {
        let sheets = paginate(&pieces, room);
        let mut next = 0;
        for sheet in &sheets {
            assert_eq!(sheet.start, next, "room {room}");
            assert!(sheet.end > sheet.start, "room {room}");
            let heights: u32 = pieces[sheet.clone()].iter().map(|piece| piece.height).sum();
            let has_table =
                pieces[sheet.clone()].iter().any(|piece| piece.piece.table() == Some(Table::Lines(0)));
            let full = heights + if has_table { 10 } else { 0 };
            assert!(full <= room || sheet.len() == 1, "room {room}: {full}");
            next = sheet.end;
        }
        assert_eq!(next, pieces.len(), "room {room}");
    }
}
