//! docs/benchmarks.md: the words of document.md with the figures put in.

use serde_json::Value;

use super::build::Built;
use super::engine::Engine;
use super::goals::goals;
use super::page::Page;
use crate::place;
use crate::version::locked;

const WORDS: &str = include_str!("document.md");

pub struct Measured {
    pub before: Value,
    pub after: Value,
    pub native: Value,
    pub wasm: Value,
    pub page: Value,
    pub commit: String,
}

pub fn filled(measured: &Measured, built: &Built) -> Result<String, String> {
    let (engine, page) = (Engine { native: &measured.native, wasm: &measured.wasm }, Page(&measured.page));
    let text = |value: &Value| value.as_str().unwrap_or("not known").to_owned();
    let number = |value: &Value| value.as_f64().map_or("not known".into(), |number| format!("{number:.1}"));
    let lock = std::fs::read_to_string(place::root().join("Cargo.lock")).unwrap_or_default();
    let leptos = locked(&lock, "leptos").map_or("not known".into(), |version| version.to_string());
    let machine = &measured.before;
    fill(
        WORDS,
        &[
            ("date", text(&machine["date"])),
            ("commit", measured.commit.clone()),
            ("cpu", text(&machine["cpu"])),
            ("cores", machine["cores"].to_string()),
            ("gigabytes", number(&machine["gigabytes"])),
            ("load-before", number(&machine["load"])),
            ("load-after", number(&measured.after["load"])),
            ("rustc", built.rustc.clone()),
            ("node", text(&machine["node"])),
            ("chromium", text(&measured.page["chromium"])),
            ("leptos", leptos),
            ("engine-rounds", super::ENGINE_ROUNDS.to_string()),
            ("page-loads", super::PAGE_LOADS.to_string()),
            ("goals", goals(&engine, &page)),
            ("times", engine.times()),
            ("costs", engine.costs()),
            ("ratios", engine.ratios()),
            ("parts", engine.parts()),
            ("weights", weights(built)),
            ("starts", page.starts()),
            ("acts", page.acts()),
            ("memory", page.memory()),
            ("saves", page.saves()),
        ],
    )
}

fn weights(built: &Built) -> String {
    let row = |module: &super::build::Module| {
        vec![module.title.to_owned(), module.bytes.to_string(), module.brotli.to_string()]
    };
    table(&["the engine", "bytes", "brotli"], built.modules.iter().map(row).collect())
}

/// A table of Markdown.
pub fn table(head: &[&str], rows: Vec<Vec<String>>) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head_line = line(head.iter().map(|&cell| cell.to_owned()).collect());
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    let rows: String = rows.into_iter().map(line).collect();
    format!("{head_line}{rule}{rows}").trim_end().to_owned()
}

/// Puts the figures in their places `{{name}}`. A place without a figure, and a figure without a
/// place, is an error: neither must go unnoticed.
fn fill(words: &str, figures: &[(&str, String)]) -> Result<String, String> {
    let mut text = words.to_owned();
    for (name, figure) in figures {
        let place = format!("{{{{{name}}}}}");
        if !text.contains(&place) {
            return Err(format!("document.md has no place for {name}"));
        }
        text = text.replace(&place, figure);
    }
    match text.split_once("{{") {
        Some((_, rest)) => Err(format!("no figure for {}", rest.split("}}").next().unwrap_or_default())),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_figure_and_every_figure_its_place() {
        let figure = |name| (name, String::from("1"));
        assert_eq!(fill("a {{a}} {{a}}", &[figure("a")]), Ok("a 1 1".into()));
        assert!(fill("a {{b}}", &[]).unwrap_err().contains("b"));
        assert!(fill("a", &[figure("c")]).unwrap_err().contains("c"));
    }

    #[test]
    fn a_table_has_a_head_a_rule_and_its_rows() {
        let text = table(&["a", "b"], vec![vec!["1".into(), "2".into()]]);
        assert_eq!(text, "| a | b |\n|---|---|\n| 1 | 2 |");
    }
}
