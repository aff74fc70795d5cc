//! The reference in JavaScript, with which the engine's speed is compared, computes the same.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use bench_engine::Set;
use bench_engine::rules::City;

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
        for (count, seed) in [(0, 1), (40, 2), (300, 3), (3000, 4)] {
            let set = Set::new(count, seed, *city);
            assert!(set.told() == reference(&set, *city), "{count} entries of seed {seed} in {city:?}");
        }
    }
}

#[test]
fn the_sets_hold_what_makes_the_rules_work() {
    let told = Set::new(3000, 4, City::Luan).told();
    let codes = [
        "outside-window",
        "exam-not-passed",
        "platform-lapsed-or-unlisted",
        "over-online-ceiling",
        "conversion-cap",
        "window-unknown",
        "public-route-unnamed",
        "spread-registration",
        "failed-but-counted",
        "other-platform-professional",
        "filing-not-noted",
        "not-yet-registered",
        "transfer-undocumented",
    ];
    for code in codes {
        assert!(told.contains(code), "no {code}");
    }
    // Forty entries over ten years leave years short; without any, 2026 is still open.
    assert!(Set::new(40, 2, City::Luan).told().contains("no-stamp-below"));
    assert!(Set::new(0, 1, City::Luan).told().contains("2026 short"));
}
