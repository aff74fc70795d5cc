//! The reference in JavaScript, with which the engine's speed is compared, computes the same.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use bench_engine::Set;
use bench_engine::rules::City;
use bench_engine::rules::year::{Reason, Verdict, WarningCode};

/// How many entries, of which seed: few leave years short or without enough public hours, many
/// reach every ceiling.
const SETS: [(usize, u64); 8] = [(0, 1), (40, 2), (60, 3), (90, 4), (110, 5), (130, 6), (300, 7), (2000, 8)];

/// What Node prints for a set.
fn reference(set: &Set, city: City) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reference/tell.mjs");
    let mut command = Command::new("node");
    command.arg(script).arg(city.code()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = command.spawn().expect("Node 20 or newer is on the PATH");
    node.stdin.take().expect("is piped").write_all(&set.bytes()).expect("Node listens");
    let output = node.wait_with_output().expect("Node ends");
    assert!(output.status.success(), "see what Node says above");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn engine_and_reference_tell_the_same_of_every_entry_and_year() {
    for city in City::ALL {
        for (count, seed) in SETS {
            let set = Set::new(count, seed, *city);
            assert!(set.told() == reference(&set, *city), "{count} entries of seed {seed} in {city:?}");
        }
    }
}

#[test]
fn the_sets_hold_what_makes_the_rules_work() {
    let told: String = SETS.map(|(count, seed)| Set::new(count, seed, City::Luan).told()).concat();
    let warnings = WarningCode::ALL.iter().map(|warning| warning.code());
    for code in Reason::ALL.iter().map(|reason| reason.code()).chain(warnings) {
        assert!(told.contains(code), "no {code}");
    }
    for verdict in [Verdict::Met, Verdict::MetWithCaution, Verdict::Short, Verdict::Closed] {
        assert!(told.contains(&format!(" {}\nraw", verdict.code())), "no year is {verdict:?}");
    }
}
