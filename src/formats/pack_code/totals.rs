//! A pack's sums, where its entries are too many for a code.

use crate::report::pack::Pack;
use crate::rules::{Date, Hours, Verdict, Year};

const FIELD: char = '\t';
const LINE: char = '\n';

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    pub made: Date,
    pub demo: bool,
    pub years: Vec<YearTotals>,
}

/// One year's sums, as its form states them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTotals {
    pub year: Year,
    pub professional: Hours,
    pub public: Hours,
    pub transfer: Hours,
    pub total: Hours,
    /// Lines of the form.
    pub lines: u64,
    pub verdict: Verdict,
}

impl Totals {
    pub fn of(pack: &Pack) -> Totals {
        let years = pack.years.iter().map(|year| YearTotals {
            year: year.year(),
            professional: year.foot.professional.hours,
            public: year.foot.public(),
            transfer: year.foot.transfer,
            total: year.foot.total,
            lines: year.rows.len() as u64,
            verdict: year.assessment.verdict,
        });
        Totals { made: pack.made, demo: pack.demo, years: years.collect() }
    }
}

pub fn write(totals: &Totals) -> String {
    let mut text = format!("{}{FIELD}{}", totals.made, u8::from(totals.demo));
    for year in &totals.years {
        let YearTotals { year, professional, public, transfer, total, lines, verdict } = year;
        let amounts = [professional, public, transfer, total].map(|hours| hours.hundredths().to_string());
        let fields = [year.to_string(), amounts.join(&FIELD.to_string()), lines.to_string()];
        text.push(LINE);
        text.push_str(&fields.join(&FIELD.to_string()));
        text.push(FIELD);
        text.push_str(verdict.code());
    }
    text
}

pub fn read(text: &str) -> Option<Totals> {
    let mut lines = text.split(LINE);
    let (made, demo) = lines.next()?.split_once(FIELD)?;
    let years = lines.map(|line| {
        let mut fields = line.split(FIELD);
        let year = Year::parse(fields.next()?)?;
        let mut number = || fields.next().and_then(|field| field.parse::<u64>().ok());
        let (professional, public, transfer) = (number()?, number()?, number()?);
        let (total, lines) = (number()?, number()?);
        Some(YearTotals {
            year,
            professional: Hours::from_hundredths(professional),
            public: Hours::from_hundredths(public),
            transfer: Hours::from_hundredths(transfer),
            total: Hours::from_hundredths(total),
            lines,
            verdict: Verdict::from_code(fields.next()?)?,
        })
    });
    Some(Totals { made: made.parse().ok()?, demo: demo == "1", years: years.collect::<Option<_>>()? })
}
