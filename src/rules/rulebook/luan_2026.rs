//! Lu'an's notice for 2026: 六人社秘〔2026〕30号.

use super::*;
use crate::rules::stamp_route::{Office, StampRow, StampTable, Who};
use crate::rules::{TitleLevel, UnitLevel};

pub fn overlay() -> Overlay {
    let county = UnitLevel::County;
    Overlay {
        city: City::Luan,
        year: Year::known(2026),
        transfer: None,
        minutes_per_hour: Some(Figure::new(40, &[Clause::La4])),
        prompt_registration: cite(&[Clause::La2]),
        no_stamp_below: cite(&[Clause::La7]),
        stamps: StampTable {
            first: cite(&[Clause::La3]),
            rows: vec![
                StampRow::new(
                    county,
                    Who::Applies(vec![TitleLevel::Senior]),
                    &[Office::CityHrss],
                    &[Clause::La6],
                ),
                StampRow::new(
                    county,
                    Who::Applies(vec![TitleLevel::Junior, TitleLevel::Middle]),
                    &[Office::CountyHrss],
                    &[Clause::La6],
                ),
                StampRow::new(
                    UnitLevel::Municipal,
                    Who::Anyone,
                    &[Office::CityHrss],
                    &[Clause::La6, Clause::T13],
                ),
            ],
        },
        telephones: vec![
            Telephone {
                number: "3376010".into(),
                zh: "六安市人社局政策法规科（行政审批服务科）".into(),
                en: "Lu'an HRSS, policy and approvals section".into(),
                source: Clause::La8.into(),
            },
            Telephone {
                number: "3378133".into(),
                zh: "六安市政务中心人社综合服务窗口".into(),
                en: "Lu'an service centre, HRSS window".into(),
                source: Clause::La8.into(),
            },
        ],
    }
}
