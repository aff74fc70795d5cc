//! The sheets of paper, on the screen as in the printer. Their words are Chinese whatever the
//! language of the page: an office reads them.

mod cover;
mod form;
mod index;

use std::sync::Arc;

use crate::ui::view::prelude::*;

use super::Desk;
use super::layout::{Laid, Sheet};
use crate::i18n::paper;
use crate::report::pack::sheets::{Paper, Piece, Table};
use crate::report::pack::{Pack, PackYear};
use crate::rules::Source;
use crate::ui::session::lang;

/// The papers as they will be printed.
pub fn preview(desk: Desk) -> AnyView {
    let lang = lang();
    let sheets = move || {
        let Some(laid) = desk.laid.get() else {
            return view! { <p class="soft" role="status">{lang.pack_busy()}</p> }.into_any();
        };
        let count = laid.sheets.len();
        (0..count).map(|nth| sheet(desk, &laid, nth)).collect_view().into_any()
    };
    view! {
        <div
            class="pack-preview sheets"
            role="region"
            tabindex="0"
            aria-label=lang.pack_preview()
            data-testid="pack-preview"
            data-value=move || if desk.is_ready() { "ready" } else { "busy" }
        >
            {sheets}
        </div>
    }
    .into_any()
}

/// One sheet: its frame at once, its contents when its turn comes.
fn sheet(desk: Desk, laid: &Arc<Laid>, nth: usize) -> AnyView {
    let is_drawn = Memo::new(move |_| nth < desk.drawn.get());
    let Some(Sheet { paper, goes_on, too_tall, .. }) = laid.sheets.get(nth) else {
        return ().into_any();
    };
    let (pages, demo) = (laid.sheets.len(), laid.pack.demo);
    let page = paper::page(nth + 1, pages);
    let label = page.clone();
    let contents = {
        let laid = laid.clone();
        move || is_drawn.get().then(|| body(&laid.pack, &laid.sheets[nth].pieces, Some(&laid)))
    };
    view! {
        <div
            class="leaf"
            class:too-tall=*too_tall
            class:demo=demo
            lang="zh-CN"
            role="group"
            aria-label=label
            data-testid="sheet"
            data-value=(nth + 1).to_string()
        >
            <p class="leaf-head">{goes_on.then(|| running_head(&laid.pack, *paper))}</p>
            <div class="leaf-body">{contents}</div>
            <div class="leaf-foot">
                <p>{foot(&laid.pack, *paper)}</p>
                <p class="leaf-page">{page}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What stands above a sheet on which a paper goes on.
fn running_head(pack: &Pack, paper: Paper) -> String {
    let title = match paper {
        Paper::Cover => paper::COVER_TITLE.to_owned(),
        Paper::Form(nth) => pack.years.get(nth).map(paper::form_title).unwrap_or_default(),
        Paper::Index => paper::INDEX_TITLE.to_owned(),
    };
    format!("{title}（续） {}", pack.profile.name)
}

fn foot(pack: &Pack, paper: Paper) -> String {
    let (years, basis): (&[PackYear], &[Source]) = match paper {
        Paper::Form(nth) => (&pack.years[nth..=nth], &pack.years[nth].basis),
        Paper::Cover | Paper::Index => (&pack.years, &pack.basis),
    };
    let disclaimer = if pack.demo { paper::DEMO_DISCLAIMER } else { paper::DISCLAIMER };
    paper::foot(years, basis, pack.made, disclaimer)
}

/// Pieces of a paper in order; neighbours of one table share it. `laid` is not yet known while the
/// pieces are measured.
pub fn body(pack: &Pack, pieces: &[Piece], laid: Option<&Laid>) -> AnyView {
    let mut views = Vec::new();
    for some in pieces.chunk_by(|one, next| one.table().is_some() && one.table() == next.table()) {
        let Some(first) = some.first() else { continue };
        let parts = some.iter().map(|&one| piece(pack, one, laid)).collect::<Vec<_>>();
        views.push(match first.table() {
            Some(kind) => table(kind, parts),
            None => parts.into_iter().next().into_any(),
        });
    }
    views.into_any()
}

fn piece(pack: &Pack, piece: Piece, laid: Option<&Laid>) -> AnyView {
    match piece {
        Piece::CoverHead => cover::head(pack),
        Piece::CoverYear(year) => cover::year(&pack.years[year]),
        Piece::CoverSum => cover::sum(&pack.check),
        Piece::CoverPapers => cover::papers(pack, laid),
        Piece::CoverRoute => cover::route(&pack.route),
        Piece::CoverCode => pack.code.as_ref().map(cover::code).into_any(),
        Piece::FormHead(year) => form::head(pack, &pack.years[year]),
        Piece::Line(year, line) => form::line(&pack.years[year].rows[line]),
        Piece::Foot(year) => form::foot(&pack.years[year]),
        Piece::Stamps(year) => form::stamps(&pack.route, &pack.years[year]),
        Piece::UncountedHead(_) => form::uncounted_head(),
        Piece::Uncounted(year, line) => form::uncounted(&pack.years[year].uncounted[line], line),
        Piece::IndexHead => index::head(pack),
        Piece::IndexLine(year, line) => index::line(&pack.years[year].rows[line]),
    }
}

/// A table with its head, which every sheet repeats.
fn table(kind: Table, rows: Vec<AnyView>) -> AnyView {
    let (class, columns): (_, &[&'static str]) = match kind {
        Table::Years => ("grid years", &paper::YEAR_COLUMNS),
        Table::Lines(_) => ("grid lines", &paper::LINE_COLUMNS),
        Table::Uncounted(_) => ("grid uncounted", &paper::UNCOUNTED_COLUMNS),
        Table::Index => ("grid index", &paper::INDEX_COLUMNS),
    };
    let heads = columns.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect_view();
    view! {
        <table class=class data-table="">
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
