//! Lays the papers on sheets: draws their pieces out of sight, measures them, and distributes
//! them. Everything happens in short steps, so that a thousand lines do not freeze the page.

use std::sync::Arc;

use crate::ui::view::prelude::*;
use wasm_bindgen::JsCast;

use super::{Desk, sheet};
use crate::report::pack::Pack;
use crate::report::pack::sheets::{Measured, Paper, Piece, Wanted, paginate, papers, pieces};

/// How many pieces are drawn and measured, and how many sheets are drawn, between two breaths.
const PIECES_AT_ONCE: usize = 120;
const SHEETS_AT_ONCE: usize = 3;

/// Where the pieces are tried.
const TRIAL: &str = "pack-trial";

/// A pack on its sheets.
#[derive(Debug, PartialEq)]
pub struct Laid {
    pub pack: Arc<Pack>,
    pub wanted: Wanted,
    pub sheets: Vec<Sheet>,
}

#[derive(Debug, PartialEq)]
pub struct Sheet {
    pub paper: Paper,
    /// Whether the paper began on an earlier sheet.
    pub goes_on: bool,
    pub pieces: Vec<Piece>,
    /// One piece alone that no sheet can hold: the browser breaks it where it likes.
    pub too_tall: bool,
}

impl Laid {
    pub fn is_of(&self, pack: &Arc<Pack>, wanted: Wanted) -> bool {
        // Mostly it is the very same: comparing ten thousand lines at each step would be felt.
        self.wanted == wanted && (Arc::ptr_eq(&self.pack, pack) || self.pack == *pack)
    }

    /// The first and the last page of a paper, from 1; `None` where it is not printed.
    pub fn pages_of(&self, paper: Paper) -> Option<(usize, usize)> {
        let first = self.sheets.iter().position(|sheet| sheet.paper == paper)?;
        let last = self.sheets.iter().rposition(|sheet| sheet.paper == paper)?;
        Some((first + 1, last + 1))
    }
}

/// Lays the desk's pack out whenever it changes. The view returned is where pieces are tried.
pub fn keep_laid_out(desk: Desk) -> AnyView {
    let trial: RwSignal<Vec<Piece>> = RwSignal::new(vec![]);
    let run = RwSignal::new(0_u32);
    Effect::new(move |_| {
        let (pack, wanted) = (desk.pack.get(), desk.wanted.get());
        let this = run.get_untracked() + 1;
        run.set(this);
        leptos::task::spawn_local(async move {
            // Going on only while nothing newer is to be laid out and the screen is there.
            let going_on = move || run.try_get_untracked() == Some(this);
            let Some(sheets) = lay_out(&pack, wanted, trial, going_on).await else { return };
            let count = sheets.len();
            desk.drawn.set(0);
            desk.laid.set(Some(Arc::new(Laid { pack, wanted, sheets })));
            for drawn in (0..count).step_by(SHEETS_AT_ONCE) {
                desk.drawn.set((drawn + SHEETS_AT_ONCE).min(count));
                breath().await;
                if !going_on() {
                    return;
                }
            }
        });
    });
    view! {
        <div id=TRIAL class="trial" aria-hidden="true" inert>
            <div class="leaf">
                <div class="leaf-room"></div>
                <div class="leaf-body">
                    {move || sheet::body(&desk.pack.get_untracked(), &trial.get(), None)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The sheets; `None` when something newer came in between.
async fn lay_out(
    pack: &Pack,
    wanted: Wanted,
    trial: RwSignal<Vec<Piece>>,
    going_on: impl Fn() -> bool,
) -> Option<Vec<Sheet>> {
    let mut sheets = Vec::new();
    for paper in papers(pack, wanted) {
        let mut measured = Vec::new();
        let list = pieces(pack, paper, wanted);
        for some in list.chunks(PIECES_AT_ONCE) {
            trial.set(some.to_vec());
            breath().await;
            if !going_on() {
                return None;
            }
            measured.extend(measure(some));
        }
        // A line that was not measured would be a line lost.
        if measured.len() != list.len() {
            return None;
        }
        let room = document().query_selector("#pack-trial .leaf-room").ok()??;
        let room = tenths(&room);
        for (nth, range) in paginate(&measured, room).into_iter().enumerate() {
            let alone = range.len() == 1;
            let first = measured[range.start];
            sheets.push(Sheet {
                paper,
                goes_on: nth > 0,
                too_tall: alone && first.height + first.head > room,
                pieces: measured[range].iter().map(|measured| measured.piece).collect(),
            });
        }
    }
    trial.set(vec![]);
    Some(sheets)
}

/// The heights of the pieces that are tried just now.
fn measure(pieces: &[Piece]) -> Vec<Measured> {
    let Ok(found) = document().query_selector_all("#pack-trial [data-piece]") else { return vec![] };
    let elements = (0..found.length()).filter_map(|nth| found.get(nth)?.dyn_into::<web_sys::Element>().ok());
    let head = |element: &web_sys::Element| -> Option<u32> {
        let table = element.closest("table[data-table]").ok()??;
        Some(tenths(&table.query_selector("thead").ok()??))
    };
    let measured = pieces.iter().zip(elements).map(|(&piece, element)| Measured {
        piece,
        height: tenths(&element),
        head: head(&element).unwrap_or(0),
    });
    measured.collect()
}

/// An element's height in tenths of a CSS pixel, rounded up.
fn tenths(element: &web_sys::Element) -> u32 {
    (element.get_bounding_client_rect().height() * 10.0).ceil() as u32
}

/// Lets the browser draw and the person act.
async fn breath() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback(&done);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
