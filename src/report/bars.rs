//! The two bars of the overview: professional hours against their own requirement, and the total
//! as a stack. Widths are whole per-mille of the total's bar, so that both share one scale.

use crate::rules::{Assessment, Hours};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    Professional,
    Public,
    /// Professional hours that stand in for public ones.
    Transfer,
    Gap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    pub kind: SegmentKind,
    pub hours: Hours,
    /// Of the scale's whole, 0 to 1,000.
    pub per_mille: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub have: Hours,
    pub required: Hours,
    pub gap: Hours,
    pub segments: Vec<Segment>,
}

/// The professional bar (absent where a year knows no professional part) and the total's.
pub fn bars(assessment: &Assessment) -> (Option<Bar>, Bar) {
    let scale = room(assessment);
    let professional = assessment.rule.base.professional.as_ref().map(|figure| {
        let have = assessment.counted.professional;
        let parts = [(SegmentKind::Professional, have)];
        bar(have, figure.value, assessment.needs.professional, &parts, scale)
    });
    (professional, total_bar(assessment, scale))
}

/// The hours that a year's bar must have room for.
pub fn room(assessment: &Assessment) -> Hours {
    (assessment.total + assessment.needs.sum()).max(assessment.rule.base.total.value)
}

/// The total as a stack, on a scale that other years may share.
pub fn total_bar(assessment: &Assessment, scale: Hours) -> Bar {
    let counted = assessment.counted;
    let parts = [
        (SegmentKind::Professional, counted.professional - assessment.transfer),
        (SegmentKind::Transfer, assessment.transfer),
        (SegmentKind::Public, counted.public),
    ];
    bar(assessment.total, assessment.rule.base.total.value, assessment.needs.sum(), &parts, scale)
}

/// A part of the scale's whole, 0 to 1,000.
pub fn per_mille(hours: Hours, scale: Hours) -> u64 {
    hours.hundredths() * 1000 / scale.hundredths().max(1)
}

fn bar(have: Hours, required: Hours, gap: Hours, parts: &[(SegmentKind, Hours)], scale: Hours) -> Bar {
    let segments = parts
        .iter()
        .chain(&[(SegmentKind::Gap, gap)])
        .filter(|(_, hours)| !hours.is_zero())
        .map(|&(kind, hours)| Segment { kind, hours, per_mille: per_mille(hours, scale) })
        .collect();
    Bar { have, required, gap, segments }
}
