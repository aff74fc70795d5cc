//! 2016–2024: 90 hours, 60 professional and 30 public in their own right, known from two
//! institutions' notices.

use super::*;

const REPRINTS: &[Clause] = &[Clause::S2, Clause::S3];

pub fn rule() -> YearRule {
    YearRule {
        from: Year::known(2016),
        to: Year::known(2024),
        total: Figure::new(Hours::whole(90), REPRINTS),
        professional: Some(Figure::new(Hours::whole(60), REPRINTS)),
        public_minimum: Some(Figure::new(Hours::whole(30), REPRINTS)),
        minutes_per_hour: None,
        public_window: Some(PublicWindow {
            last_day: (5, 31),
            years_later: 1,
            routes: study_routes(),
            known: false,
            sources: cite(&[Clause::T6]),
        }),
        base_ceiling: None,
        exam: cite(&[Clause::T16, Clause::Hb9]),
        courseware: cite(&[Clause::T4]),
        named_public_routes: None,
        conversion: cite(&[Clause::T17, Clause::Hb8]),
        forms: cite(&[Clause::T17, Clause::Hb6]),
        filing: vec![],
    }
}
