//! 2001–2015: an average of 72 hours over the term, known only from a reprint.

use super::*;

pub fn rule() -> YearRule {
    YearRule {
        from: Year::known(2001),
        to: Year::known(2015),
        total: Figure::new(Hours::whole(72), &[Clause::S1, Clause::T15]),
        professional: None,
        public_minimum: None,
        minutes_per_hour: None,
        public_window: None,
        base_ceiling: None,
        exam: cite(&[Clause::T16, Clause::Hb9]),
        courseware: cite(&[Clause::T4]),
        named_public_routes: None,
        conversion: cite(&[Clause::T17, Clause::Hb8]),
        forms: cite(&[Clause::T17, Clause::Hb6]),
        filing: vec![],
    }
}
