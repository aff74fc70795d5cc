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
        prompt_registration: vec![Clause::La2],
        no_stamp_below: vec![Clause::La7],
        stamps: StampTable {
            first: vec![Clause::La3],
            rows: vec![
                StampRow::new(
                    county,
                    Who::Applies(&[TitleLevel::Senior]),
                    &[Office::CityHrss],
                    &[Clause::La6],
                ),
                StampRow::new(
                    county,
                    Who::Applies(&[TitleLevel::Junior, TitleLevel::Middle]),
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
                number: "3376010",
                zh: "六安市人社局政策法规科（行政审批服务科）",
                en: "Lu'an HRSS, policy and approvals section",
                source: Clause::La8,
            },
            Telephone {
                number: "3378133",
                zh: "六安市政务中心人社综合服务窗口",
                en: "Lu'an service centre, HRSS window",
                source: Clause::La8,
            },
        ],
    }
}
