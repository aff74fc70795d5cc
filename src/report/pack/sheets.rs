//! How the papers are laid on A4 sheets: the pieces in order, and the breaks between them.
//!
//! A browser can repeat a table's head when it prints, but it cannot say beforehand how many
//! pages there will be. So the sheets are made here from heights that the browser measured: what
//! is seen on the screen is what is printed, with the same page numbers.

use std::ops::Range;

use super::Pack;

/// Which parts the person wants besides the forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub cover: bool,
    pub index: bool,
    /// List what does not count, with the reason.
    pub uncounted: bool,
}

impl Wanted {
    pub const ALL: Wanted = Wanted { cover: true, index: true, uncounted: true };
}

/// The smallest part that is never cut. Indices are those of the pack's years and their lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    CoverHead,
    CoverYear(usize),
    CoverSum,
    CoverPapers,
    CoverRoute,
    CoverCode,
    FormHead(usize),
    Line(usize, usize),
    Foot(usize),
    Stamps(usize),
    UncountedHead(usize),
    Uncounted(usize, usize),
    IndexHead,
    IndexLine(usize, usize),
}

/// A table whose head is repeated on every sheet that it runs over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Years,
    Lines(usize),
    Uncounted(usize),
    Index,
}

impl Piece {
    pub fn table(self) -> Option<Table> {
        match self {
            Piece::CoverYear(_) => Some(Table::Years),
            Piece::Line(year, _) => Some(Table::Lines(year)),
            Piece::Uncounted(year, _) => Some(Table::Uncounted(year)),
            Piece::IndexLine(..) => Some(Table::Index),
            _ => None,
        }
    }
}

/// One of the papers. Each begins on a sheet of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Cover,
    /// The form of a year, by its index.
    Form(usize),
    Index,
}

/// The papers of a pack in order.
pub fn papers(pack: &Pack, wanted: Wanted) -> Vec<Paper> {
    let cover = wanted.cover.then_some(Paper::Cover);
    let forms = (0..pack.years.len()).map(Paper::Form);
    let index = (wanted.index && pack.copies() > 0).then_some(Paper::Index);
    cover.into_iter().chain(forms).chain(index).collect()
}

/// The pieces of a paper in order.
pub fn pieces(pack: &Pack, paper: Paper, wanted: Wanted) -> Vec<Piece> {
    match paper {
        Paper::Cover => {
            let years = (0..pack.years.len()).map(Piece::CoverYear);
            let sum = pack.is_cycle().then_some(Piece::CoverSum);
            let code = pack.code.as_ref().map(|_| Piece::CoverCode);
            let rest = [Piece::CoverPapers, Piece::CoverRoute].into_iter().chain(code);
            [Piece::CoverHead].into_iter().chain(years).chain(sum).chain(rest).collect()
        }
        Paper::Form(nth) => {
            let year = &pack.years[nth];
            let mut found = vec![Piece::FormHead(nth)];
            found.extend((0..year.rows.len()).map(|row| Piece::Line(nth, row)));
            found.extend([Piece::Foot(nth), Piece::Stamps(nth)]);
            if wanted.uncounted && !year.uncounted.is_empty() {
                found.push(Piece::UncountedHead(nth));
                found.extend((0..year.uncounted.len()).map(|row| Piece::Uncounted(nth, row)));
            }
            found
        }
        Paper::Index => {
            let lines = pack.years.iter().enumerate();
            let lines =
                lines.flat_map(|(nth, year)| (0..year.rows.len()).map(move |row| Piece::IndexLine(nth, row)));
            [Piece::IndexHead].into_iter().chain(lines).collect()
        }
    }
}

/// Whether two neighbours stand on one sheet if a sheet can hold them: the totals and the stamps
/// never stand alone, and no heading stands at a sheet's foot.
fn belong_together(piece: Piece, next: Piece) -> bool {
    matches!(
        (piece, next),
        (Piece::CoverHead | Piece::FormHead(_) | Piece::UncountedHead(_) | Piece::IndexHead, _)
            | (Piece::CoverYear(_), Piece::CoverSum)
            | (Piece::Line(..), Piece::Foot(_))
            | (Piece::Foot(_), Piece::Stamps(_))
    )
}

/// A piece with its height, in tenths of a CSS pixel, rounded up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    pub piece: Piece,
    pub height: u32,
    /// The height of its table's head; 0 without a table.
    pub head: u32,
}

/// Lays pieces on sheets of `room` tenths of a pixel: as many as fit, no piece cut, a table's head
/// counted again on every sheet. A piece taller than a sheet has one for itself.
pub fn paginate(pieces: &[Measured], room: u32) -> Vec<Range<usize>> {
    let mut sheets: Vec<Range<usize>> = Vec::new();
    let mut first = 0;
    let mut used = 0;
    let mut next = 0;
    while next < pieces.len() {
        let mut end = chain_end(pieces, next);
        // What belongs together but does not fit on one sheet is taken apart.
        if height(pieces, next, next..end) > room {
            end = next + 1;
        }
        let more = height(pieces, first, next..end);
        if next > first && used + more > room {
            sheets.push(first..next);
            first = next;
            used = 0;
            continue;
        }
        used += more;
        next = end;
    }
    if first < pieces.len() {
        sheets.push(first..pieces.len());
    }
    sheets
}

/// The end of the chain of pieces that belong together, from `start` on.
fn chain_end(pieces: &[Measured], start: usize) -> usize {
    let mut end = start + 1;
    while end < pieces.len() && belong_together(pieces[end - 1].piece, pieces[end].piece) {
        end += 1;
    }
    end
}

/// The height of a range on a sheet that begins at `first`, table heads included.
fn height(pieces: &[Measured], first: usize, range: Range<usize>) -> u32 {
    let sum = range.map(|nth| {
        let table = pieces[nth].piece.table();
        let goes_on = nth > first && table.is_some() && pieces[nth - 1].piece.table() == table;
        pieces[nth].height + if goes_on { 0 } else { pieces[nth].head }
    });
    sum.fold(0, u32::saturating_add)
}
