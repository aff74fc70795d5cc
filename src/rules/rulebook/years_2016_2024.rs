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
            routes: study_routes(),
            known: false,
            sources: vec![Clause::T6],
        }),
        base_ceiling: None,
        exam: vec![Clause::T16, Clause::Hb9],
        courseware: vec![Clause::T4],
        named_public_routes: None,
        conversion: vec![Clause::T17, Clause::Hb8],
        forms: vec![Clause::T17, Clause::Hb6],
        filing: vec![],
    }
}
