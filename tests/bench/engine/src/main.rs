//! Times the rules natively: `bench-engine ROUNDS COUNT…` prints one line of JSON.

use std::hint::black_box;
use std::time::Instant;

use bench_engine::rules::City;
use bench_engine::{Set, read};

/// As in `tests/bench/engine.mjs`.
const SEED: u64 = 1;

fn main() {
    let words: Vec<usize> = std::env::args().skip(1).map(|word| word.parse().expect("a number")).collect();
    let (rounds, counts) = words.split_first().expect("how many rounds, then the counts of entries");
    let timed: Vec<String> = counts.iter().map(|&count| timed(*rounds, count)).collect();
    println!("[{}]", timed.join(","));
}

fn timed(rounds: usize, count: usize) -> String {
    let set = Set::new(count, SEED, City::Luan);
    let (ledger, bytes) = (set.ledger(), set.bytes());
    let repeat = (100_000 / count).clamp(1, 100);
    let mut samples = [vec![], vec![], vec![]];
    for _ in 0..rounds {
        samples[0].push(nanoseconds(repeat, || set.assess()));
        samples[1].push(nanoseconds(repeat, || set.assess_ordered(&ledger)));
        samples[2].push(nanoseconds(repeat, || read(black_box(&bytes))));
    }
    let [whole, ordered, read] = samples;
    format!(r#"{{"count":{count},"native":{whole:?},"native-ordered":{ordered:?},"native-read":{read:?}}}"#)
}

/// One run's time, measured over so many.
fn nanoseconds(repeat: usize, act: impl Fn() -> u64) -> u64 {
    let start = Instant::now();
    for _ in 0..repeat {
        black_box(act());
    }
    start.elapsed().as_nanos() as u64 / repeat as u64
}
