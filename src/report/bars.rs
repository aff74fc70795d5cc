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
    let rule = &assessment.rule;
    let required = rule.base.total.value;
    let gap = assessment.needs.sum();
    let scale = (assessment.total + gap).max(required).hundredths().max(1);
    let bar = |have: Hours, required: Hours, gap: Hours, parts: &[(SegmentKind, Hours)]| Bar {
        have,
        required,
        gap,
        segments: parts
            .iter()
            .chain(&[(SegmentKind::Gap, gap)])
            .filter(|(_, hours)| !hours.is_zero())
            .map(|&(kind, hours)| Segment { kind, hours, per_mille: hours.hundredths() * 1000 / scale })
            .collect(),
    };
    let counted = assessment.counted;
    let professional = rule.base.professional.as_ref().map(|figure| {
        let parts = [(SegmentKind::Professional, counted.professional)];
        bar(counted.professional, figure.value, assessment.needs.professional, &parts)
    });
    let total = bar(
        assessment.total,
        required,
        gap,
        &[
            (SegmentKind::Professional, counted.professional - assessment.transfer),
            (SegmentKind::Transfer, assessment.transfer),
            (SegmentKind::Public, counted.public),
        ],
    );
    (professional, total)
}
