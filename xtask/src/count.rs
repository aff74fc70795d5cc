//! How many tests passed, failed and were skipped, read from what each runner reports.

use std::fmt;
use std::ops::AddAssign;

use serde_json::Value;

#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub fn failed(count: u64) -> Tally {
        Tally { failed: count, ..Tally::default() }
    }

    pub fn skipped(count: u64) -> Tally {
        Tally { skipped: count, ..Tally::default() }
    }

    /// The sum of the `test result:` lines that `cargo test` and wasm-bindgen's runner print.
    pub fn of_libtest(output: &str) -> Tally {
        let mut tally = Tally::default();
        for line in output.lines().filter(|line| line.starts_with("test result: ")) {
            tally += Tally {
                passed: before(line, " passed"),
                failed: before(line, " failed"),
                skipped: before(line, " ignored"),
            };
        }
        tally
    }

    /// The `stats` of Playwright's JSON report.
    pub fn of_playwright(report: &str) -> Option<Tally> {
        let report: Value = serde_json::from_str(report).ok()?;
        let stats = report.get("stats")?;
        let number = |name: &str| stats.get(name).and_then(Value::as_u64);
        let passed = number("expected")?;
        // An error outside any test, such as a spec that does not load, stands in `errors` alone.
        let astray = report.get("errors").and_then(Value::as_array).map_or(0, |errors| errors.len() as u64);
        Some(Tally {
            passed,
            failed: number("unexpected")? + number("flaky")? + astray,
            skipped: number("skipped")?,
        })
    }

    /// The closing comments of node:test's TAP report. It calls skipped what a filter leaves out,
    /// too, which is no test of this run.
    pub fn of_node(report: &str) -> Option<Tally> {
        let number = |name: &str| {
            let line = report.lines().rev().find_map(|line| line.strip_prefix(&format!("# {name} ")))?;
            line.trim().parse::<u64>().ok()
        };
        let left_out =
            report.lines().filter(|line| line.ends_with("# SKIP test name does not match pattern"));
        Some(Tally {
            passed: number("pass")?,
            failed: number("fail")? + number("cancelled")?,
            skipped: number("skipped")?.saturating_sub(left_out.count() as u64),
        })
    }

    /// A run that went wrong must not read as one in which nothing failed.
    pub fn or_failed(self, went_well: bool) -> Tally {
        if went_well || self.failed > 0 { self } else { Tally { failed: 1, ..self } }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Tally) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.skipped += more.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The number that stands right before the words.
fn before(line: &str, words: &str) -> u64 {
    let number = line.find(words).and_then(|end| line[..end].split(' ').next_back());
    number.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// How many tests a source file declares, for when they cannot run: lines that begin with a mark.
pub fn declared(source: &str, mark: &str) -> u64 {
    source.lines().filter(|line| line.trim_start().starts_with(mark)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_line_counts_and_what_a_filter_leaves_out_does_not() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.00s\n\
            test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Tally::of_libtest(output), Tally { passed: 13, failed: 2, skipped: 1 });
    }

    #[test]
    fn playwright_s_report_counts_flaky_and_stray_errors_as_failed() {
        let report = r#"{"errors":[{}],"stats":{"expected":4,"unexpected":1,"flaky":1,"skipped":2}}"#;
        assert_eq!(Tally::of_playwright(report), Some(Tally { passed: 4, failed: 3, skipped: 2 }));
        assert_eq!(Tally::of_playwright("{}"), None);
    }

    #[test]
    fn node_s_report_counts_what_ran_and_what_was_cut_off() {
        let report = "TAP version 13\nok 1 - # pass 7\nok 2 - # SKIP test name does not match pattern\n# tests 7\n# suites 0\n# pass 3\n# fail 1\n\
            # cancelled 1\n# skipped 2\n# todo 0\n# duration_ms 12.5\n";
        assert_eq!(Tally::of_node(report), Some(Tally { passed: 3, failed: 2, skipped: 1 }));
        assert_eq!(Tally::of_node("# pass 3\n"), None);
    }

    #[test]
    fn a_run_gone_wrong_counts_at_least_one_failure() {
        assert_eq!(Tally::default().or_failed(false), Tally::failed(1));
        assert_eq!(Tally::failed(3).or_failed(false), Tally::failed(3));
        assert_eq!(Tally::default().or_failed(true), Tally::default());
    }

    #[test]
    fn the_closing_line_has_one_form() {
        assert_eq!(Tally { passed: 3, failed: 0, skipped: 12 }.to_string(), "3 passed, 0 failed, 12 skipped");
    }

    #[test]
    fn declared_tests_are_counted_by_their_mark() {
        assert_eq!(declared("test('a', x);\n  test('b', y);\n// test('c')\ntest.describe('d')", "test("), 2);
    }
}
