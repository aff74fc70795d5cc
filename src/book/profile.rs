//! The person whose book it is. The identity number is never stored: no field for it exists.

use crate::rules::entry::coded;
use crate::rules::{City, Date, TitleLevel, UnitLevel, Year};
use crate::sorted::SortedMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub name: String,
    pub sex: String,
    pub unit: String,
    pub unit_level: UnitLevel,
    /// 单位性质, in the person's words.
    pub unit_kind: String,
    pub city: City,
    pub county: String,
    /// Years spent in another city than `city`: a cycle may span a move.
    pub city_by_year: SortedMap<Year, City>,
    pub title_held: TitleLevel,
    pub title_held_since: Option<Date>,
    pub title_sought: TitleLevel,
    pub application_year: Option<Year>,
    pub cycle_from: Option<Year>,
    pub cycle_to: Option<Year>,
    pub degree: Degree,
    /// 继续教育证书编号.
    pub certificate_book: String,
}

coded! {
    Degree {
        Unknown = "unknown",
        BelowMaster = "below-master",
        Master = "master",
        Doctor = "doctor",
    }
}

impl Default for Profile {
    fn default() -> Profile {
        Profile {
            name: String::new(),
            sex: String::new(),
            unit: String::new(),
            unit_level: UnitLevel::County,
            unit_kind: String::new(),
            city: City::Other,
            county: String::new(),
            city_by_year: SortedMap::new(),
            title_held: TitleLevel::None,
            title_held_since: None,
            title_sought: TitleLevel::None,
            application_year: None,
            cycle_from: None,
            cycle_to: None,
            degree: Degree::Unknown,
            certificate_book: String::new(),
        }
    }
}

impl Profile {
    /// The city whose overlay governs a year.
    pub fn city_in(&self, year: Year) -> City {
        self.city_by_year.get(&year).copied().unwrap_or(self.city)
    }
}
