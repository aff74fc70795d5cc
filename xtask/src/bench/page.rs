//! The page's tables.

use serde_json::Value;

use super::arithmetic::{median, most, p95, ratio, samples};
use super::document::table;

pub struct Page<'a>(pub &'a Value);

impl Page<'_> {
    fn list(&self, name: &str) -> Vec<&Value> {
        self.0[name].as_array().into_iter().flatten().collect()
    }

    /// The starts with so many entries stored; `None`: the empty page's.
    fn start(&self, entries: Option<u64>, slowdown: u64) -> &Value {
        let is = |start: &&Value| start["entries"].as_u64() == entries && start["slowdown"] == slowdown;
        self.list("starts").into_iter().find(is).unwrap_or(&Value::Null)
    }

    /// How many times as long as the empty page it takes to the verdict, round by round.
    pub fn start_ratio(&self, entries: u64, slowdown: u64) -> f64 {
        let verdict = |entries| samples(self.start(entries, slowdown), "verdict");
        ratio(&verdict(Some(entries)), &verdict(None))
    }

    pub fn starts(&self) -> String {
        let rows = self.list("starts").into_iter().map(|start| {
            let entries = start["entries"].as_u64();
            let slowdown = start["slowdown"].as_u64().unwrap_or(1);
            let middle = |name| format!("{:.0}", median(&samples(start, name)));
            vec![
                entries.map_or("empty Leptos page".into(), |entries| format!("app, {entries} entries")),
                format!("{slowdown} ×"),
                middle("paint"),
                middle("verdict"),
                entries
                    .map_or(String::new(), |entries| format!("{:.2} ×", self.start_ratio(entries, slowdown))),
                middle("longest"),
            ]
        });
        let head = ["page", "slowdown", "first paint", "verdict", "verdict : empty page's", "longest task"];
        table(&head, rows.collect())
    }

    pub fn acts(&self) -> String {
        let rows = self.list("acts").into_iter().map(|act| {
            let (taken, longest) = (samples(act, "taken"), samples(act, "longest"));
            vec![
                act["name"].as_str().unwrap_or_default().to_owned(),
                format!("{} ×", act["slowdown"]),
                taken.len().to_string(),
                format!("{:.0}", median(&taken)),
                format!("{:.0}", p95(&taken)),
                format!("{:.0}", median(&longest)),
                format!("{:.0}", most(&longest)),
            ]
        });
        let head = ["act", "slowdown", "times", "median", "p95", "longest task", "at most"];
        table(&head, rows.collect())
    }

    /// The slowest act without a slowdown, by its p95.
    pub fn slowest_act(&self) -> (String, f64) {
        let acts = self.list("acts").into_iter().filter(|act| act["slowdown"] == 1);
        let timed = acts.map(|act| (act["name"].as_str().unwrap_or_default(), p95(&samples(act, "taken"))));
        let slowest = timed.max_by(|(_, a), (_, b)| a.total_cmp(b));
        slowest.map_or((String::new(), f64::NAN), |(name, taken)| (name.to_owned(), taken))
    }

    /// The longest task with 10,000 entries and no slowdown, at the start or in any act.
    pub fn longest_task(&self) -> f64 {
        let acts = self.list("acts").into_iter().filter(|act| act["slowdown"] == 1);
        let all = acts.chain([self.start(Some(10_000), 1)]);
        most(&all.map(|each| most(&samples(each, "longest"))).collect::<Vec<_>>())
    }

    pub fn memory(&self) -> String {
        let kinds = [
            (None, "empty Leptos page"),
            (Some(0), "app, 0"),
            (Some(1_000), "app, 1,000"),
            (Some(10_000), "app, 10,000"),
        ];
        let rows = kinds.map(|(entries, name)| {
            let start = self.start(entries, 1);
            let megabytes = |name| format!("{:.1}", median(&samples(start, name)) / 1e6);
            vec![name.to_owned(), megabytes("wasm"), megabytes("heap")]
        });
        table(&["entries", "WebAssembly's memory, MB", "JavaScript's heap, MB"], rows.to_vec())
    }

    fn written(&self, entries: u64, act: &str) -> f64 {
        let is = |save: &&Value| save["entries"] == entries;
        self.list("saves").into_iter().find(is).map_or(f64::NAN, |save| median(&samples(save, act)))
    }

    pub fn saves(&self) -> String {
        let rows = self.list("saves").into_iter().map(|save| {
            let entries = save["entries"].as_u64().unwrap_or_default();
            let written = |act| format!("{:.0}", self.written(entries, act));
            vec![
                entries.to_string(),
                save["stored"].to_string(),
                written("add"),
                written("edit"),
                written("delete"),
            ]
        });
        table(&["entries", "stored in all", "add", "edit", "delete"], rows.collect())
    }

    /// How many times as much the dearest save writes in a book a hundred times as long.
    pub fn save_growth(&self) -> f64 {
        let acts = ["add", "edit", "delete"];
        most(&acts.map(|act| self.written(10_000, act) / self.written(100, act)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn figures_without_a_slowdown_are_told_from_those_with_one() {
        let result = json!({
            "starts": [
                { "entries": null, "slowdown": 1, "verdict": [100, 200] },
                { "entries": 1000, "slowdown": 1, "verdict": [150, 300] },
                { "entries": 10000, "slowdown": 1, "longest": [70] },
            ],
            "acts": [
                { "name": "add", "slowdown": 1, "taken": [20, 30], "longest": [0, 90] },
                { "name": "edit", "slowdown": 1, "taken": [25], "longest": [0] },
                { "name": "add", "slowdown": 4, "taken": [200], "longest": [400] },
            ],
            "saves": [
                { "entries": 100, "add": [10], "edit": [10], "delete": [8] },
                { "entries": 10000, "add": [12], "edit": [20], "delete": [8] },
            ],
        });
        let page = Page(&result);
        assert_eq!(page.start_ratio(1_000, 1), 1.5);
        assert_eq!(page.slowest_act(), ("add".into(), 30.0));
        assert_eq!(page.longest_task(), 90.0);
        assert_eq!(page.save_growth(), 2.0);
    }
}
