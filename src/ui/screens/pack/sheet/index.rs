//! The evidence index: which copy bears which number.

use crate::ui::view::prelude::*;

use crate::i18n::paper;
use crate::report::pack::{Pack, PackRow};

/// Longer notes are shortened on paper: a line must not outgrow its sheet.
const NOTE_CHARS: usize = 120;
/// The whole title stands in the form; here it is to be recognised.
const TITLE_CHARS: usize = 60;

pub fn head(pack: &Pack) -> AnyView {
    view! {
        <div class="form-head" data-piece="">
            <h2>{paper::INDEX_TITLE}</h2>
            <p class="lead">{paper::index_lead(pack)}</p>
        </div>
    }
    .into_any()
}

pub fn line(row: &PackRow) -> AnyView {
    let entry = &row.entry;
    view! {
        <tr data-piece="" data-testid="index-line" data-value=row.evidence_number.clone()>
            <td>{row.evidence_number.clone()}</td>
            <td class="words">{paper::at_most(&entry.title, TITLE_CHARS)}</td>
            <td>{entry.end.to_string()}</td>
            <td class="words">{paper::at_most(&entry.certificate, NOTE_CHARS)}</td>
            <td class="words">{paper::at_most(&entry.evidence, NOTE_CHARS)}</td>
        </tr>
    }
    .into_any()
}
