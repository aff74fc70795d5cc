//! What the figures should be, beside what they are.

use super::document::table;
use super::engine::Engine;
use super::page::Page;

struct Goal {
    what: String,
    measured: String,
    is_met: bool,
}

/// A goal that is met up to a limit; what could not be measured is not met.
fn at_most(what: &str, measured: f64, limit: f64, shown: String) -> Goal {
    Goal { what: what.into(), measured: shown, is_met: measured <= limit }
}

fn at_least(what: &str, measured: f64, limit: f64, shown: String) -> Goal {
    Goal { what: what.into(), measured: shown, is_met: measured >= limit }
}

pub fn goals(engine: &Engine, page: &Page) -> String {
    let mut goals = vec![];
    for (name, way) in [("ships", "as it ships"), ("speed", "all for speed")] {
        let taken = engine.milliseconds(name, 10_000);
        let what = format!("10,000 entries assessed in WASM, {way}: at most 2 ms");
        goals.push(at_most(&what, taken, 2.0, format!("{taken:.2} ms")));
        let times = engine.times_as_fast(name, 10_000);
        let what = format!("… at least 3 times as fast as JavaScript, {way}");
        goals.push(at_least(&what, times, 3.0, format!("{times:.1} ×")));
        let flat = engine.flatness(name);
        let what = format!("… cost per entry flat within ±25 % from 1,000 to 100,000, {way}");
        goals.push(at_most(&what, flat, 25.0, format!("±{flat:.0} %")));
    }
    let start = page.start_ratio(1_000, 1);
    let what = "verdict with 1,000 entries: at most 1.5 × the empty Leptos page";
    goals.push(at_most(what, start, 1.5, format!("{start:.2} ×")));
    let longest = page.longest_task();
    let what = "no task over 100 ms with 10,000 entries";
    goals.push(at_most(what, longest, 100.0, format!("{longest:.0} ms")));
    let (name, taken) = page.slowest_act();
    let what = "every act on 10,000 entries: p95 at most 50 ms";
    goals.push(at_most(what, taken, 50.0, format!("{taken:.0} ms ({name})")));
    let growth = page.save_growth();
    let what = "a save writes what changed: in a book a hundred times as long at most 3 × as much";
    goals.push(at_most(what, growth, 3.0, format!("{growth:.1} ×")));
    let row = |goal: Goal| vec![goal.what, goal.measured, if goal.is_met { "yes" } else { "**no**" }.into()];
    table(&["goal", "measured", "met"], goals.into_iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_measured_is_not_met() {
        assert!(at_most("", 2.0, 2.0, String::new()).is_met);
        assert!(!at_most("", 2.1, 2.0, String::new()).is_met);
        assert!(!at_most("", f64::NAN, 2.0, String::new()).is_met);
        assert!(!at_least("", f64::NAN, 3.0, String::new()).is_met);
    }
}
