//! 2025: what the Huaibei notice says of the whole province.

use super::*;

pub fn rule() -> YearRule {
    YearRule {
        from: Year::known(2025),
        to: Year::known(2025),
        total: Figure::new(Hours::whole(90), &[Clause::Hb2]),
        professional: Some(Figure::new(Hours::whole(60), &[Clause::Hb3])),
        public_minimum: None,
        minutes_per_hour: Some(Figure::new(45, &[Clause::S4])),
        public_window: Some(PublicWindow {
            last_day: (5, 31),
            years_later: 1,
            routes: online_routes(),
            known: true,
            sources: cite(&[Clause::Hb17, Clause::T10]),
        }),
        base_ceiling: Some(Figure::new(Hours::whole(30), &[Clause::Hb9, Clause::T3])),
        exam: cite(&[Clause::Hb9]),
        courseware: cite(&[Clause::Hb10]),
        named_public_routes: Some(Figure::new(
            conversion_and_online(),
            &[Clause::Hb7, Clause::Hb11, Clause::T9],
        )),
        conversion: cite(&[Clause::Hb8, Clause::Hb16]),
        forms: cite(&[Clause::Hb6]),
        filing: cite(&[Clause::Hb4]),
    }
}
