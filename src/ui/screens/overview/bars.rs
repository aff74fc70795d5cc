//! Two bars, never one: professional hours on their own, and the total as a stack. The gap is
//! hatched and labelled, so that colour is never alone.

use crate::ui::view::prelude::*;

use crate::i18n::Lang;
use crate::report::YearView;
use crate::report::bars::{Bar, Segment, SegmentKind};
use crate::rules::Source;
use crate::ui::atoms::imported_chips;
use crate::ui::session::lang;

pub fn bars(view: &YearView) -> AnyView {
    let lang = lang();
    let base = &view.assessment.rule.base;
    let sources = base.professional.as_ref().map_or(&[][..], |figure| &figure.sources);
    let professional = view.professional_bar.as_ref();
    let professional = professional.map(|shown| bar(lang, lang.bar_professional(), shown, sources));
    let total = bar(lang, lang.bar_total(), &view.total_bar, &base.total.sources);
    view! { <div class="bars">{professional} {total}</div> }.into_any()
}

fn bar(lang: Lang, name: &'static str, bar: &Bar, sources: &[Source]) -> AnyView {
    let (have, required, gap) = (bar.have.to_string(), bar.required.to_string(), bar.gap.to_string());
    let alt = lang.bar_alt(name, &have, &required, &gap);
    let segments = bar.segments.iter().map(|part| segment(lang, part)).collect_view();
    view! {
        <div class="bar-block">
            <p class="bar-label">{name} " " <b>{have}</b> " / " {required} " " {imported_chips(sources)}</p>
            <div class="stack" role="img" aria-label=alt>{segments}</div>
        </div>
    }
    .into_any()
}

fn segment(lang: Lang, part: &Segment) -> AnyView {
    let (class, name) = match part.kind {
        SegmentKind::Professional => ("seg seg-pro", lang.bar_professional()),
        SegmentKind::Public => ("seg seg-pub", lang.bar_public()),
        SegmentKind::Transfer => ("seg seg-transfer", lang.bar_transfer()),
        SegmentKind::Gap => ("seg seg-gap", lang.bar_gap()),
    };
    let width = format!("{}.{}%", part.per_mille / 10, part.per_mille % 10);
    let label = (part.per_mille >= 90).then(|| view! { <span>{name} " " {part.hours.to_string()}</span> });
    view! { <span class=class style:width=width>{label}</span> }.into_any()
}
