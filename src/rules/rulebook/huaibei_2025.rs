//! Huaibei's notice for 2025: 淮人社秘〔2025〕144号.

use super::*;
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{TitleLevel, UnitLevel};

pub fn overlay() -> Overlay {
    let county = UnitLevel::County;
    Overlay {
        city: City::Huaibei,
        year: Year::known(2025),
        transfer: Some(cite(&[Clause::Hb16, Clause::T2])),
        minutes_per_hour: Some(Figure::new(45, &[Clause::Hb2])),
        prompt_registration: vec![],
        no_stamp_below: vec![],
        stamps: StampTable {
            first: cite(&[Clause::Hb13, Clause::Hb12]),
            rows: vec![
                StampRow::new(
                    county,
                    Who::Applies(vec![TitleLevel::Senior]),
                    &[Office::CountyHrss, Office::CityHrss],
                    &[Clause::Hb14],
                ),
                StampRow::new(
                    county,
                    Who::Holds(vec![TitleLevel::Senior]),
                    &[Office::CityHrss],
                    &[Clause::Hb14],
                ),
                StampRow::new(
                    county,
                    Who::Holds(vec![TitleLevel::Junior, TitleLevel::Middle]),
                    &[Office::CountyHrss],
                    &[Clause::Hb14],
                ),
                StampRow::new(UnitLevel::Municipal, Who::Anyone, &[Office::CityHrss], &[Clause::Hb15])
                    .with_first(&[Clause::Hb15]),
            ],
        },
        telephones: vec![Telephone {
            number: "0561-3881256".into(),
            zh: "淮北市人社局（通知联系电话）".into(),
            en: "Huaibei HRSS (telephone in the notice)".into(),
            source: Clause::Hb19.into(),
        }],
    }
}
