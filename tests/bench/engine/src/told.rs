//! An assessment in words: every figure, every line and every warning with its clauses.

use std::fmt::Write;

use crate::rules::year::Needs;
use crate::rules::{Assessment, Source};

pub fn told(assessment: &Assessment) -> String {
    let Assessment { rule, lines, raw, counted, from_bases, transfer, total, .. } = assessment;
    let Assessment { uncounted, planned, needs, verdict, warnings, .. } = assessment;
    let Needs { professional, public, any } = needs;
    let mut text = String::new();
    let mut say = |words: std::fmt::Arguments| writeln!(text, "{words}").expect("a text takes all");
    say(format_args!("{} {}", rule.year, verdict.code()));
    say(format_args!(
        "raw {} {} counted {} {} bases {from_bases} transfer {transfer} total {total}",
        raw.professional, raw.public, counted.professional, counted.public
    ));
    say(format_args!("uncounted {uncounted} planned {planned} needs {professional} {public} {any}"));
    for line in lines {
        let why = line.uncounted.as_ref().map_or(String::new(), |uncounted| {
            format!(" {} {} {}", uncounted.reason.code(), uncounted.hours, codes(&uncounted.sources))
        });
        say(format_args!("{} {} {}{why}", line.entry.0, line.raw, line.counted));
    }
    for warning in warnings {
        let entries: Vec<String> = warning.entries.iter().map(|entry| entry.0.to_string()).collect();
        say(format_args!("{} {} [{}]", warning.code.code(), codes(&warning.sources), entries.join(" ")));
    }
    text
}

fn codes(sources: &[Source]) -> String {
    sources.iter().map(Source::code).collect::<Vec<_>>().join(",")
}
