//! The invariants of ARCHITECTURE.md, enforced. Each failure says why the rule exists.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the project, with its path from the root.
struct Source {
    path: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file below the given folders and files, what builds leave behind excepted.
fn files(places: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for place in places {
        walk(&root().join(place), endings, &mut found);
    }
    assert!(!found.is_empty(), "nothing found in {places:?}: has a folder moved?");
    found
}

fn walk(path: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if ["target", "dist", "node_modules", "results", ".git"].contains(&name) {
        return;
    }
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder that can be read");
        entries.for_each(|entry| walk(&entry.expect("an entry").path(), endings, found));
    } else if endings.iter().any(|ending| name.ends_with(ending))
        && let Ok(text) = fs::read_to_string(path)
    {
        let shown = path.strip_prefix(root()).expect("below the root").display().to_string();
        found.push(Source { path: shown, text });
    }
}

/// Collects complaints and fails once, with the reason.
fn demand(why: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{why}\n  {}\n", complaints.join("\n  "));
}

/// Lines that hold one of the words, comments excepted.
fn lines_with<'a>(source: &'a Source, words: &'a [&'a str]) -> impl Iterator<Item = String> + 'a {
    let lines = source.text.lines().enumerate();
    lines.filter(|(_, line)| !line.trim_start().starts_with("//")).filter_map(move |(number, line)| {
        let word = words.iter().find(|word| line.contains(**word))?;
        Some(format!("{}:{}: {word}", source.path, number + 1))
    })
}

#[test]
fn data_flows_one_way() {
    // Each layer with the layers that it may use.
    let layers: &[(&str, &[&str])] = &[
        ("rules", &["rules"]),
        ("book", &["book", "rules"]),
        ("exchange", &["exchange", "book", "rules"]),
        ("report", &["report", "exchange", "book", "rules"]),
        ("store", &["store", "book", "rules"]),
        ("i18n", &["i18n", "report", "exchange", "store", "book", "rules"]),
        ("formats", &["formats", "i18n", "report", "exchange", "book", "rules"]),
    ];
    let mut complaints = Vec::new();
    for (layer, allowed) in layers {
        for source in files(&[&format!("src/{layer}")], &[".rs"]) {
            for (number, line) in source.text.lines().enumerate() {
                let Some((_, rest)) = line.split_once("crate::") else { continue };
                let used: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_layer = ["rules", "book", "exchange", "report", "store", "i18n", "formats", "ui"]
                    .contains(&&*used);
                if is_layer && !allowed.contains(&&*used) {
                    complaints.push(format!("{}:{}: {layer} uses {used}", source.path, number + 1));
                }
            }
        }
    }
    demand(
        "Data flows store → book → rules → report → ui; a layer that looks up cannot be tested alone.",
        complaints,
    );
}

#[test]
fn the_rules_know_no_browser_no_clock_no_format() {
    let forbidden = [
        "leptos",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "serde",
        "std::time",
        "Utc::",
        "Local::",
        "std::fs",
        "std::env",
        "println!",
    ];
    let complaints = files(&["src/rules"], &[".rs"])
        .iter()
        .flat_map(|s| lines_with(s, &forbidden).collect::<Vec<_>>())
        .collect();
    demand("The rules are pure: today is an argument, and formats belong to store and exchange.", complaints);
}

#[test]
fn only_the_ui_knows_leptos_and_only_the_stores_adapter_the_browsers_storage() {
    let layers =
        ["src/rules", "src/book", "src/exchange", "src/report", "src/i18n", "src/store", "src/formats"];
    let browser = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
    let mut complaints: Vec<String> = files(&layers, &[".rs"])
        .iter()
        .filter(|source| {
            !["src/store/web.rs", "src/store/mod.rs", "src/formats/wire.rs"].contains(&&*source.path)
        })
        .flat_map(|source| lines_with(source, &browser).collect::<Vec<_>>())
        .collect();
    let storage = ["local_storage", "LocalStorage::raw", "session_storage"];
    complaints.extend(
        files(&["src"], &[".rs"])
            .iter()
            .filter(|source| source.path != "src/store/web.rs")
            .flat_map(|source| lines_with(source, &storage).collect::<Vec<_>>()),
    );
    demand(
        "The browser is reached at one place each, so that everything else is tested natively.",
        complaints,
    );
}

#[test]
fn the_first_part_of_the_page_asks_for_what_the_second_holds() {
    // Named in the first part, any of these would be compiled into it.
    let words = [
        "export::",
        "trouble::",
        "shortcuts::",
        "records::",
        "plan::",
        "eligibility::",
        "pack::",
        "data::",
        "notices::",
        "conversion::",
        "session.new_entry(",
        "session.edit_entry(",
        "session.open_import(",
        "session.change_profile(",
        "session.enter_demo(",
        "session.leave_demo(",
        "session.undo(",
        "session.save_again(",
        "session.set_language(",
    ];
    let complaints = files(&["src/ui/shell.rs", "src/ui/screens/overview"], &[".rs"])
        .iter()
        .flat_map(|source| lines_with(source, &words).collect::<Vec<_>>())
        .collect();
    demand("The first part asks through `Arrival`; what it names, it carries.", complaints);
}

#[test]
fn the_clock_is_read_at_one_place() {
    let words = ["Date::now", "Date::new_0", "Instant::now", "SystemTime"];
    let complaints = files(&["src"], &[".rs"])
        .iter()
        .filter(|source| source.path != "src/ui/clock.rs" && !source.path.ends_with("/tests.rs"))
        .flat_map(|source| lines_with(source, &words).collect::<Vec<_>>())
        .collect();
    demand("Today comes from src/ui/clock.rs alone, so that a test can set the clock.", complaints);
}

#[test]
fn no_float_holds_hours() {
    let complaints = files(&["src"], &[".rs"])
        .iter()
        .filter(|source| !source.path.starts_with("src/ui/") && source.path != "src/store/web.rs")
        // A workbook holds nothing but floating numbers; they are turned into decimals at its door.
        .filter(|source| source.path != "src/formats/workbook/number.rs")
        .filter(|source| !source.path.starts_with("src/formats/workbook_out"))
        .filter(|source| !source.path.ends_with("/tests.rs"))
        .flat_map(|source| lines_with(source, &["f64", "f32"]).collect::<Vec<_>>())
        .collect();
    demand("Hours are exact decimals; a float would round somebody's 4.35 away.", complaints);
}

#[test]
fn years_and_cities_are_told_apart_in_the_rulebook_only() {
    let allowed = ["src/rules/rulebook/", "src/rules/person.rs", "src/i18n/terms.rs", "src/ui/demo.rs"];
    let complaints = files(&["src"], &[".rs"])
        .iter()
        .filter(|source| !allowed.iter().any(|place| source.path.starts_with(place)))
        .filter(|source| !source.path.contains("test"))
        .flat_map(|source| {
            lines_with(source, &["City::Huaibei", "City::Luan", "Year::known("])
                .filter(|line| !line.contains("rules/date.rs"))
                .collect::<Vec<_>>()
        })
        .collect();
    demand(
        "The rulebook is data: a new notice is one new entry, no match on a year or a city elsewhere.",
        complaints,
    );
}

#[test]
fn no_user_text_becomes_html_and_nothing_is_unsafe() {
    let words = ["inner_html", "set_inner_html", "insert_adjacent_html", "outer_html", "unsafe ", "eval("];
    let complaints =
        files(&["src"], &[".rs"]).iter().flat_map(|s| lines_with(s, &words).collect::<Vec<_>>()).collect();
    demand("What people typed is text and stays text.", complaints);
}

#[test]
fn only_the_node_layer_touches_the_renderer() {
    // The whole prelude brings Leptos' own `view!`; the rest are parts of its renderer.
    let words = ["leptos::prelude::*", "leptos::view", "tachys", "leptos::mount", "RenderEffect"];
    let complaints = files(&["src/ui"], &[".rs"])
        .iter()
        .filter(|source| !source.path.starts_with("src/ui/view/"))
        .flat_map(|source| lines_with(source, &words).collect::<Vec<_>>())
        .collect();
    demand(
        "Leptos' renderer is compiled for every shape of view: screens use crate::ui::view::prelude.",
        complaints,
    );
}

#[test]
fn no_style_is_written_into_the_page() {
    let sources = files(&["src/ui"], &["rs"]);
    let words = [" style=", "\"style\""];
    // The macro that knows `style:` names it.
    let sources = sources.iter().filter(|source| !source.path.starts_with("src/ui/view_macro/"));
    let complaints = sources.flat_map(|source| lines_with(source, &words).collect::<Vec<_>>()).collect();
    demand("The page's policy forbids style attributes: write `style:width=…` instead.", complaints);
}

#[test]
fn no_request_leaves_the_origin() {
    let allowed =
        ["http://www.w3.org/", "https://hrss.ah.gov.cn/", "http://127.0.0.1", "https://json-schema.org/"];
    let complaints = files(
        &["src", "style", "public", "Trunk.toml"],
        &[".rs", ".css", ".html", ".toml", ".webmanifest", ".svg", ".js"],
    )
    .iter()
    // Names of XML's vocabularies in workbooks that a test builds; nothing is fetched by them.
    .filter(|source| source.path != "src/formats/workbook/tests.rs")
    .flat_map(|source| {
        source
            .text
            .lines()
            .enumerate()
            .filter_map(|(number, line)| {
                let at = line.find("http://").or_else(|| line.find("https://"))?;
                let known = allowed.iter().any(|start| line[at..].starts_with(start));
                (!known).then(|| format!("{}:{}: {}", source.path, number + 1, line.trim()))
            })
            .collect::<Vec<_>>()
    })
    .collect();
    demand("Private by construction: no address of another origin in what is shipped.", complaints);
}

#[test]
fn files_stay_short_and_say_what_they_are() {
    // A table of data is read by looking up, not from top to bottom.
    let tables = ["src/rules/clause.rs", "src/i18n/"];
    let mut complaints = Vec::new();
    for source in files(&["src", "xtask/src"], &[".rs"]) {
        let lines = source.text.lines().count();
        let most = if tables.iter().any(|table| source.path.starts_with(table)) { 600 } else { 330 };
        if lines > most {
            complaints.push(format!("{}: {lines} lines, at most {most}", source.path));
        }
        if !source.text.starts_with("//!") {
            complaints.push(format!("{}: does not begin with //! and what it is for", source.path));
        }
        let stem = Path::new(&source.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if ["util", "utils", "helper", "helpers", "misc", "common"].contains(&stem) {
            complaints.push(format!("{}: a name without a meaning", source.path));
        }
    }
    demand("A house one can see: no file that nobody wants to open.", complaints);
}

#[test]
fn english_texts_are_english_and_no_text_is_left_unfinished() {
    // The names of columns and of the two languages are the same in both. The printed papers are
    // Chinese alone.
    let mut complaints = Vec::new();
    for source in files(&["src/i18n"], &[".rs"]).iter().filter(|source| source.path != "src/i18n/paper.rs") {
        for (number, line) in source.text.lines().enumerate() {
            let Some((_, english)) =
                line.trim_end().strip_suffix(';').and_then(|line| line.rsplit_once("\", \""))
            else {
                continue;
            };
            let place = format!("{}:{}", source.path, number + 1);
            let columns = ["项目名称", "科目类别", "结束日期", "学时", "折算认定", "2026年3月5日"];
            let mut rest = english.to_owned();
            columns.iter().for_each(|column| rest = rest.replace(column, ""));
            if rest.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) {
                complaints.push(format!("{place}: Chinese in the English text"));
            }
            if english.trim_end_matches('"').is_empty() {
                complaints.push(format!("{place}: the English text is empty"));
            }
        }
    }
    demand("Chinese first, English complete.", complaints);
}

#[test]
fn the_project_speaks_of_itself_alone() {
    let words =
        ["/root/", "/work/", "/home/", "TODO", "FIXME", "XXX", "crates.io-index", "registry.npmjs.org"];
    let complaints = files(
        &[
            "src",
            "xtask",
            "tests",
            "docs",
            "public",
            "style",
            "README.md",
            "ARCHITECTURE.md",
            "Cargo.toml",
            "deny.toml",
            ".ci",
        ],
        &[".rs", ".md", ".toml", ".css", ".html", ".ts", ".mjs", ".json", "run"],
    )
    .iter()
    .filter(|source| source.path != "tests/tidy.rs")
    .flat_map(|source| {
        source
            .text
            .lines()
            .enumerate()
            // A checksum may spell anything.
            .filter(|(_, line)| !line.trim_start().starts_with("\"integrity\": "))
            .filter_map(|(number, line)| {
                let word = words.iter().find(|word| line.contains(**word))?;
                Some(format!("{}:{}: {word}", source.path, number + 1))
            })
            .collect::<Vec<_>>()
    })
    .collect();
    demand("No path of a machine, no registry host, nothing left to do in a comment.", complaints);
}

#[test]
fn the_map_names_every_folder_of_the_source() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let folders = fs::read_dir(root().join("src")).expect("src").map(|entry| entry.expect("an entry").path());
    let complaints = folders
        .filter(|path| path.is_dir())
        .map(|path| format!("src/{}/", path.file_name().and_then(|name| name.to_str()).unwrap_or_default()))
        .filter(|folder| !map.contains(&format!("`{folder}`")))
        .collect();
    demand("A newcomer trusts ARCHITECTURE.md: every folder has its line in the code map.", complaints);
}
