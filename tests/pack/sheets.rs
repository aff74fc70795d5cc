//! Which pieces there are, and how they are laid on sheets.

use xueshi::report::pack::Scope;
use xueshi::report::pack::sheets::{Measured, Paper, Piece, Table, Wanted, paginate, papers, pieces};

use crate::notation::*;

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
    assert_eq!(paginate(&measured(1), 220), vec![0..4; 1]);
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
