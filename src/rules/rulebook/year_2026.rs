//! 2026: the provincial notice, repeated by Lu'an's.

use super::*;

pub fn rule() -> YearRule {
    YearRule {
        from: Year::known(2026),
        to: Year::known(2026),
        total: Figure::new(Hours::whole(90), &[Clause::La4]),
        professional: Some(Figure::new(Hours::whole(60), &[Clause::La4])),
        public_minimum: None,
        minutes_per_hour: Some(Figure::new(40, &[Clause::La4])),
        public_window: Some(PublicWindow {
            last_day: (5, 31),
            years_later: 1,
            routes: study_routes(),
            known: true,
            sources: cite(&[Clause::Ah9, Clause::T10]),
        }),
        base_ceiling: Some(Figure::new(Hours::whole(30), &[Clause::Ah5, Clause::T3])),
        exam: cite(&[Clause::Ah5]),
        courseware: cite(&[Clause::Ah6]),
        named_public_routes: Some(Figure::new(conversion_and_online(), &[Clause::Ah3, Clause::T9])),
        conversion: cite(&[Clause::Ah4]),
        forms: cite(&[Clause::Ah2]),
        filing: cite(&[Clause::Ah8]),
    }
}
