//! The stamp route: every combination against a table written by hand from the notices.

use xueshi::rules::clause::Clause;
use xueshi::rules::stamp_route::{Applicant, Office, Stamped, stamp_route};
use xueshi::rules::*;

use crate::notation::*;

/// City, unit level, titles held, titles sought, offices after the industry department. `*` is
/// any; n, j, m, s are none, junior, middle, senior; 县, 市 and 问 are the county's HRSS, the
/// city's, and "ask the local HRSS". Every combination fits exactly one row.
const TABLE: &[(&str, &str, &str, &str, &str)] = &[
    // HB-14: who applies for senior this year goes to the county, then to the city; the notice
    // names those who are senior already beside them, so both rules meet in 县 → 市.
    ("huaibei", "county", "*", "s", "县市"),
    ("huaibei", "county", "s", "njm", "市"),
    ("huaibei", "county", "jm", "njm", "县"),
    // Of people without a title the notice says nothing, whatever lesser one they seek.
    ("huaibei", "county", "n", "njm", "问"),
    // HB-15.
    ("huaibei", "municipal", "*", "*", "市"),
    ("huaibei", "provincial", "*", "*", "问"),
    // LA-6 looks at what is applied for, never at what is held.
    ("luan", "county", "*", "s", "市"),
    ("luan", "county", "*", "jm", "县"),
    ("luan", "county", "*", "n", "问"),
    ("luan", "municipal", "*", "*", "市"),
    ("luan", "provincial", "*", "*", "问"),
    ("other", "county", "*", "*", "问"),
    ("other", "municipal", "*", "*", "问"),
    ("other", "provincial", "*", "*", "问"),
];

fn has(pattern: &str, title: TitleLevel) -> bool {
    let letter = &title.code()[..1];
    pattern == "*" || pattern.contains(letter)
}

fn expected(person: &Applicant) -> Vec<Office> {
    let fitting: Vec<_> = TABLE
        .iter()
        .filter(|(city, level, held, sought, _)| {
            *city == person.city.code()
                && *level == person.unit_level.code()
                && has(held, person.title_held)
                && has(sought, person.title_sought)
        })
        .collect();
    assert_eq!(fitting.len(), 1, "{person:?} fits one row");
    let offices = fitting[0].4.chars().map(|office| match office {
        '县' => Office::CountyHrss,
        '市' => Office::CityHrss,
        _ => Office::AskLocalHrss,
    });
    std::iter::once(Office::IndustryDepartment).chain(offices).collect()
}

#[test]
fn every_combination_gives_the_offices_of_the_table() {
    let rulebook = Rulebook::shipped();
    let mut seen = 0;
    for &city in City::ALL {
        let own_year = match city {
            City::Huaibei => Some(2025),
            City::Luan => Some(2026),
            City::Other => None,
        };
        for &unit_level in UnitLevel::ALL {
            for &title_held in TitleLevel::ALL {
                for &title_sought in TitleLevel::ALL {
                    for year in [2024, 2025, 2026, 2027] {
                        let person = Applicant { city, unit_level, title_held, title_sought };
                        let steps = stamp_route(&rulebook, Year::known(year), &person);
                        let mut offices = expected(&person);
                        // Another year's notice is no more than a hint: its steps, then ask.
                        let borrowed = own_year.is_some_and(|own| own != year);
                        if borrowed && offices.last() != Some(&Office::AskLocalHrss) {
                            offices.push(Office::AskLocalHrss);
                        }
                        let found: Vec<Office> = steps.iter().map(|step| step.office).collect();
                        assert_eq!(found, offices, "{person:?} in {year}");
                        let mark = own_year.filter(|_| borrowed).map(Year::known);
                        assert!(
                            steps.iter().all(|step| step.from_other_year == mark),
                            "{person:?} in {year}"
                        );
                        seen += 1;
                    }
                }
            }
        }
    }
    assert_eq!(seen, 3 * 3 * 4 * 4 * 4);
}

#[test]
fn every_step_says_what_it_stamps_on_which_clause_and_whom_to_ring() {
    let rulebook = Rulebook::shipped();
    for &city in City::ALL {
        let numbers: &[&str] = match city {
            City::Huaibei => &["0561-3881256"],
            City::Luan => &["3376010", "3378133"],
            City::Other => &[],
        };
        for &unit_level in UnitLevel::ALL {
            for &title_held in TitleLevel::ALL {
                for &title_sought in TitleLevel::ALL {
                    let person = Applicant { city, unit_level, title_held, title_sought };
                    for year in [2025, 2026] {
                        let steps = stamp_route(&rulebook, Year::known(year), &person);
                        assert_eq!(steps[0].stamps, Stamped::Professional);
                        assert!(steps[1..].iter().all(|step| step.stamps == Stamped::PublicAndTotal));
                        for step in &steps {
                            assert!(!step.sources.is_empty(), "{person:?} in {year}: {:?}", step.office);
                            // The telephones are the city's: they help whoever goes there or must ask.
                            let known: Vec<&str> =
                                step.telephones.iter().map(|known| known.number.as_str()).collect();
                            let rings = matches!(step.office, Office::CityHrss | Office::AskLocalHrss);
                            assert_eq!(known, if rings { numbers } else { &[] }, "{person:?} in {year}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn where_no_notice_decides_the_answer_is_the_province_s_offline_verification() {
    let person = Applicant {
        city: OTHER,
        unit_level: UnitLevel::County,
        title_held: TitleLevel::Middle,
        title_sought: TitleLevel::Senior,
    };
    for step in stamp_route(&Rulebook::shipped(), Year::known(2026), &person) {
        assert_eq!(step.sources, [Clause::Ah4]);
    }
}
