//! The year as a line. The table below it says the same, so a screen reader skips the drawing.

use crate::ui::view::prelude::*;
use chrono::Datelike;

use super::drag::Drag;
use crate::report::timeline::{Mark, Span, Timeline};
use crate::rules::Subject;
use crate::ui::session::lang;

/// Heights in pixels: the months, then the line, then a lane per entry, then the names of days in
/// two rows, so that they stay apart on a phone.
const AXIS: usize = 34;
const LANE: usize = 26;
const FOOT: usize = 38;

fn percent(at: u16) -> String {
    format!("{}.{}%", at / 10, at % 10)
}

pub fn drawing(line: &Timeline) -> AnyView {
    let lang = lang();
    let bottom = AXIS + 8 + LANE * line.spans.len();
    let height = bottom + FOOT;
    let alt = lang.plan_timeline_alt(&line.first.day.to_string(), &line.last.day.to_string());
    let months = line.months.iter().map(month).collect_view();
    let whole = StoredValue::new(line.clone());
    let shown = RwSignal::new(None);
    let lane = |(index, span)| lane(index, span, Drag::of(whole, span, shown));
    let lanes = line.spans.iter().enumerate().map(lane).collect_view();
    let from = line.first.day;
    let pulled = move || shown.get().map(|to| lang.day(to, from));
    let hint = (!line.spans.is_empty()).then(|| {
        view! { <p class="soft plan-drag-hint">{lang.plan_drag_hint()} " " <b class="plan-drag-day">{pulled}</b></p> }
    });
    let day = |mark: Mark| lang.day(mark.day, line.first.day);
    let (upper, lower) = (height - 22, height - 6);
    let due = [
        (Some(line.professional_deadline), upper),
        (line.previous_deadline, upper),
        (Some(line.public_deadline), lower),
    ];
    let due = due
        .into_iter()
        .filter_map(|(mark, text_at)| Some(upright("plan-due", mark?, AXIS, bottom, text_at, day(mark?))))
        .collect_view();
    let today =
        line.today.map(|mark| upright("plan-now", mark, 18, bottom, 12, lang.plan_today().to_owned()));
    let done = percent(line.today.map_or(0, |mark| mark.at));
    view! {
        <div class="plan-line">
            <svg width="100%" height=height.to_string() role="img" aria-label=alt>
                {months}
                <line class="time-rest" x1="0" x2="100%" y1=AXIS.to_string() y2=AXIS.to_string() />
                <line class="time-past" x1="0" x2=done y1=AXIS.to_string() y2=AXIS.to_string() />
                {due}
                {today}
                {lanes}
            </svg>
            {hint}
        </div>
    }
    .into_any()
}

/// A tick with the month's number; January says its year.
fn month(mark: &Mark) -> AnyView {
    let number = mark.day.month();
    let name = if number == 1 { mark.day.year().to_string() } else { number.to_string() };
    let anchor = if mark.at == 0 { "start" } else { "middle" };
    let minor = if number % 3 == 1 { "plan-month" } else { "plan-month minor" };
    view! {
        <line class="plan-tick" x1=percent(mark.at) x2=percent(mark.at) y1=(AXIS - 6).to_string() y2=AXIS.to_string() />
        <text class=minor x=percent(mark.at) y=(AXIS - 9).to_string() text-anchor=anchor>{name}</text>
    }
    .into_any()
}

/// A day across all lanes, with its name.
fn upright(
    class: &'static str,
    mark: Mark,
    top: usize,
    bottom: usize,
    text_at: usize,
    name: String,
) -> AnyView {
    let anchor = match mark.at {
        0..=60 => "start",
        61..=930 => "middle",
        _ => "end",
    };
    view! {
        <line class=class x1=percent(mark.at) x2=percent(mark.at) y1=top.to_string() y2=bottom.to_string() />
        <text class=format!("{class}-name") x=percent(mark.at) y=text_at.to_string() text-anchor=anchor>{name}</text>
    }
    .into_any()
}

/// One entry: its days as a bar, its number as in the table.
fn lane(index: usize, span: &Span, drag: Drag) -> AnyView {
    let y = AXIS + 8 + LANE * index + LANE / 2;
    let class = match span.subject {
        Subject::Professional => "plan-span pro",
        Subject::Public => "plan-span pub",
    };
    // Kept inside, so that no number is cut off at the ends.
    let inside = |at: u16| percent(at.clamp(14, 986));
    let (from, to) = (inside(span.from), inside(span.to));
    view! {
        <g
            class=class
            data-testid="plan-span"
            data-value=span.end.to_string()
            on:pointerdown=move |event| drag.take(&event)
            on:pointermove=move |event| drag.pull(&event)
            on:pointerup=move |event| drag.drop(&event)
            on:pointercancel=move |event| drag.let_go(&event)
        >
            <circle class="plan-grip" cx=to.clone() cy=y.to_string() r=(LANE / 2).to_string() />
            <line x1=from x2=to.clone() y1=y.to_string() y2=y.to_string() />
            <circle cx=to.clone() cy=y.to_string() r="10" />
            <text x=to y=(y + 4).to_string() text-anchor="middle">{(index + 1).to_string()}</text>
        </g>
    }
    .into_any()
}
