//! How long an appointment cycle is, as reprints of other offices' notices have it. No notice in
//! hand says it for Huaibei or Lu'an: the year's review notice decides.

use super::*;

pub fn known() -> Vec<CycleLength> {
    let length = |title_sought, with_master, years, source| CycleLength {
        title_sought,
        with_master,
        years: Figure::new(years, &[source]),
    };
    vec![
        length(Some(TitleLevel::Middle), false, 4, Clause::S5),
        length(Some(TitleLevel::Middle), true, 2, Clause::S5),
        length(Some(TitleLevel::Senior), false, 5, Clause::S5),
        length(Some(TitleLevel::Senior), true, 4, Clause::S5),
        length(None, false, 5, Clause::S7),
        length(None, true, 2, Clause::S7),
    ]
}
