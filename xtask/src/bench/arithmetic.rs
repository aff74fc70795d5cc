//! What becomes of samples: medians, percentiles, ratios. No mean, which one hiccup can move.

use serde_json::Value;

/// The samples under a name; none where there is no such list.
pub fn samples(result: &Value, name: &str) -> Vec<f64> {
    result[name].as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

pub fn median(samples: &[f64]) -> f64 {
    let sorted = sorted(samples);
    match sorted.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => sorted[count / 2],
        count => (sorted[count / 2 - 1] + sorted[count / 2]) / 2.0,
    }
}

/// The least value that at least 95 of 100 samples do not exceed.
pub fn p95(samples: &[f64]) -> f64 {
    let sorted = sorted(samples);
    let rank = (sorted.len() * 95).div_ceil(100);
    rank.checked_sub(1).map_or(f64::NAN, |place| sorted[place])
}

pub fn most(samples: &[f64]) -> f64 {
    sorted(samples).last().copied().unwrap_or(f64::NAN)
}

pub fn least(samples: &[f64]) -> f64 {
    sorted(samples).first().copied().unwrap_or(f64::NAN)
}

/// How many times the second goes into the first: the median over the rounds, each compared within
/// itself, so that what slows a whole round down cancels out.
pub fn ratio(first: &[f64], second: &[f64]) -> f64 {
    let ratios: Vec<f64> = first.iter().zip(second).map(|(first, second)| first / second).collect();
    median(&ratios)
}

/// How far costs lie from their middle, in percent: `±25` means between 0.75 and 1.25 of it.
pub fn spread(costs: &[f64]) -> f64 {
    let (least, most) = (least(costs), most(costs));
    (most - least) / (most + least) * 100.0
}

fn sorted(samples: &[f64]) -> Vec<f64> {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_between_the_two_middle_ones() {
        assert_eq!(median(&[9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(&[4.0, 1.0, 100.0, 2.0]), 3.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn p95_leaves_one_of_twenty_above() {
        let twenty: Vec<f64> = (1..=20).map(f64::from).collect();
        assert_eq!(p95(&twenty), 19.0);
        // Of nineteen, 18.05 must not exceed it, so all of them.
        assert_eq!(p95(&twenty[..19]), 19.0);
        assert_eq!(p95(&[7.0]), 7.0);
        assert!(p95(&[]).is_nan());
    }

    #[test]
    fn a_ratio_is_taken_round_by_round() {
        // The second round was ten times slower for both, which changes nothing.
        assert_eq!(ratio(&[6.0, 60.0, 9.0], &[2.0, 20.0, 3.0]), 3.0);
    }

    #[test]
    fn costs_between_three_quarters_and_five_quarters_are_spread_by_twenty_five() {
        assert_eq!(spread(&[75.0, 100.0, 125.0]), 25.0);
        assert_eq!(spread(&[100.0, 100.0]), 0.0);
    }

    #[test]
    fn samples_are_read_by_name() {
        let result = serde_json::json!({ "js": [1, 2.5], "name": "x" });
        assert_eq!(samples(&result, "js"), [1.0, 2.5]);
        assert_eq!(samples(&result, "name"), [0.0; 0]);
        assert_eq!(samples(&result, "none"), [0.0; 0]);
    }
}
