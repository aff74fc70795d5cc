//! The engine's tables.

use serde_json::Value;

use super::arithmetic::{least, median, ratio, samples, spread};
use super::document::table;

/// What is timed, by the names of its samples and of its column. The last two show what the order
/// takes and what nobody can go below.
const COLUMNS: [(&str, &str); 4] = [
    ("native", "native"),
    ("ships", "WASM, as it ships"),
    ("speed", "WASM, for speed"),
    ("js", "JavaScript"),
];

/// The results of a way to run the engine, one for each count of entries.
pub struct Engine<'a> {
    pub native: &'a Value,
    pub wasm: &'a Value,
}

impl Engine<'_> {
    fn results(&self, name: &str) -> Vec<&Value> {
        let all = if name.starts_with("native") { self.native } else { self.wasm };
        all.as_array().into_iter().flatten().collect()
    }

    pub fn of(&self, name: &str, count: u64) -> Vec<f64> {
        let found = self.results(name).into_iter().find(|result| result["count"].as_u64() == Some(count));
        found.map_or(vec![], |result| samples(result, name))
    }

    pub fn milliseconds(&self, name: &str, count: u64) -> f64 {
        median(&self.of(name, count)) / 1e6
    }

    /// How many times as fast as the reference, round by round.
    pub fn times_as_fast(&self, name: &str, count: u64) -> f64 {
        ratio(&self.of("js", count), &self.of(name, count))
    }

    /// Nanoseconds for each entry.
    fn cost(&self, name: &str, count: u64) -> f64 {
        median(&self.of(name, count)) / count as f64
    }

    /// How flat the cost is from 1,000 entries on, in percent about its middle.
    pub fn flatness(&self, name: &str) -> f64 {
        let counts = super::COUNTS.iter().map(|&count| u64::from(count)).filter(|&count| count >= 1_000);
        spread(&counts.map(|count| self.cost(name, count)).collect::<Vec<_>>())
    }

    pub fn times(&self) -> String {
        let head: Vec<&str> = ["entries"].into_iter().chain(COLUMNS.map(|(_, title)| title)).collect();
        table(
            &head,
            self.rows(|name, count| {
                let of = self.of(name, count);
                format!("{:.3} ({:.3})", median(&of) / 1e6, least(&of) / 1e6)
            }),
        )
    }

    pub fn costs(&self) -> String {
        let head: Vec<&str> = ["entries"].into_iter().chain(COLUMNS.map(|(_, title)| title)).collect();
        let mut rows = self.rows(|name, count| format!("{:.0}", self.cost(name, count)));
        let mut flat = vec!["flat within".to_owned()];
        flat.extend(COLUMNS.map(|(name, _)| format!("±{:.0} %", self.flatness(name))));
        rows.push(flat);
        table(&head, rows)
    }

    /// Where the time goes: the whole, the part after ordering, and a read of the same bytes.
    pub fn parts(&self) -> String {
        let rows = COLUMNS.map(|(name, title)| {
            let part = |ending: &str| format!("{:.3}", self.milliseconds(&format!("{name}{ending}"), 10_000));
            let floor = ratio(&self.of(name, 10_000), &self.of(&format!("{name}-read"), 10_000));
            vec![title.to_owned(), part(""), part("-ordered"), part("-read"), format!("{floor:.1} ×")]
        });
        let head = ["10,000 entries, ms", "whole", "assessing alone", "reading the bytes", "whole : reading"];
        table(&head, rows.to_vec())
    }

    pub fn ratios(&self) -> String {
        let rows = super::COUNTS.map(|count| {
            let times = |name| format!("{:.1} ×", self.times_as_fast(name, u64::from(count)));
            vec![count.to_string(), times("ships"), times("speed")]
        });
        table(&["entries", "WASM, as it ships", "WASM, for speed"], rows.to_vec())
    }

    fn rows(&self, cell: impl Fn(&str, u64) -> String) -> Vec<Vec<String>> {
        let row = |count: u32| {
            let cells = COLUMNS.iter().map(|(name, _)| cell(name, u64::from(count)));
            [count.to_string()].into_iter().chain(cells).collect()
        };
        super::COUNTS.into_iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn costs_are_flat_from_a_thousand_entries_on_and_speeds_compared_round_by_round() {
        let wasm = json!([
            { "count": 1_000, "ships": [75_000], "js": [300_000] },
            { "count": 10_000, "ships": [2_000_000, 1_000_000], "js": [8_000_000, 4_000_000] },
            { "count": 100_000, "ships": [12_500_000], "js": [1] },
        ]);
        let engine = Engine { native: &json!([]), wasm: &wasm };
        // 75, 150 and 125 ns for each: from 75 to 150 about the middle 112.5.
        assert_eq!(engine.flatness("ships").round(), 33.0);
        assert_eq!(engine.times_as_fast("ships", 10_000), 4.0);
        assert_eq!(engine.milliseconds("ships", 10_000), 1.5);
        assert!(engine.milliseconds("native", 10_000).is_nan());
    }
}
