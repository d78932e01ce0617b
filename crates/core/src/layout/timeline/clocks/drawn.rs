//! The plot of both clocks as SVG, to be looked at: goldens in `drawn/`, refreshed with `UPDATE_EXPECT=1`.
//!
//! **Invariant:** the data is that of the main drawing's goldens, with a publication for each article but one.
//! Start at [`check`], then the tests.

use expect_test::expect_file;
use jiff::civil::date;

use super::super::drawn::newspaper;
use super::super::picture::{Caption, alone};
use super::*;
use crate::civil::{Certainty, DAY, Granularity, seconds};

fn published() -> Vec<(u32, When)> {
    let days = |from, to| When {
        interval: Interval::days(from, to),
        granularity: Granularity::Day,
        certainty: Certainty::Within,
    };
    [
        (0, days(date(2025, 4, 25), date(2025, 4, 30))),
        (1, days(date(2025, 4, 25), date(2025, 4, 30))),
        (2, days(date(2026, 1, 24), date(2026, 1, 30))),
        (3, When::day(date(2026, 1, 30))),
        (4, When::day(date(2026, 2, 7))),
    ]
    .into()
}

fn check(name: &str, input: &Input, (width, height): (f64, f64)) -> Timeline {
    let published = published();
    let span = Interval { from: seconds(date(2026, 1, 24)), to: seconds(date(2026, 2, 8)) };
    let reported = Reported { published, span: Some(span) };
    let drawing = lay_out(input, &reported, Size { width, height }, &|_, _| Grid::default());
    let svg = alone(&drawing, &Caption::default()).replace("><", ">\n<");
    expect_file![format!("../drawn/{name}.svg")].assert_eq(&svg);
    drawing
}

#[test]
fn a_newspapers_month_by_both_clocks() {
    let drawing = check("clocks", &newspaper(true), (1440.0, 342.0));
    let clocks = drawing.clocks.unwrap();
    for mark in &drawing.marks {
        let (y, h) = match mark.shape {
            super::super::Shape::Dot { y, r, .. } => (y, r),
            super::super::Shape::Bar { y, h, .. } => (y, h / 2.0),
            super::super::Shape::Bracket { y, h, .. } => (y, h),
        };
        assert!(clocks.top - 1.0 <= y - h && y + h <= clocks.floor + 1.0, "{mark:?}");
    }
}

#[test]
fn a_newspapers_month_by_both_clocks_as_known_on_a_day() {
    check(
        "clocks-known",
        &Input { known: Some(seconds(date(2026, 1, 31))), ..newspaper(false) },
        (1440.0, 342.0),
    );
}

#[test]
fn a_newspapers_month_by_both_clocks_on_a_phone() {
    check("clocks-narrow", &newspaper(true), (390.0, 300.0));
}

#[test]
fn many_events_by_both_clocks_are_counted_in_squares() {
    let (first, last) = (seconds(date(2024, 1, 1)), seconds(date(2024, 7, 1)));
    let stretch = |n: i64| {
        let mut item = newspaper(false).items.swap_remove(0);
        item.when.interval = Interval { from: first + n * DAY, to: first + (n + 1) * DAY };
        item.when.granularity = Granularity::Day;
        item
    };
    let items: Vec<Item> = (0..(last - first) / DAY).map(stretch).collect();
    let input = Input { items, crowded: true, last_article: Some(last), fold_gaps: true, ..Input::default() };
    let reported = Reported { span: Some(Interval { from: first, to: last }), ..Reported::default() };
    // Many on their day, fewer the later they are reported, and a few announced.
    let counted = |across: &[Interval], up: &[Interval]| {
        let count = |(y, x): (&Interval, &Interval)| {
            let days = (y.from - x.from) / DAY;
            let total = if days < 0 { (40 + days * 2).max(0) / 10 } else { 400 / (1 + days * days) };
            let total = total.unsigned_abs() as u32;
            (total / 2, total)
        };
        let cells = up.iter().flat_map(|y| across.iter().map(move |x| count((y, x))));
        Grid { cells: cells.collect(), coarse: (1204, 1300), undated: (3, 3) }
    };
    let drawing = lay_out(&input, &reported, Size { width: 1440.0, height: 342.0 }, &counted);
    let svg = alone(&drawing, &Caption::default()).replace("><", ">\n<");
    expect_file!["../drawn/clocks-many.svg"].assert_eq(&svg);
    let clocks = drawing.clocks.unwrap();
    assert_eq!(
        clocks.note,
        "Not in the plot: 3 events of undated articles, 1204 events told less exactly than a square."
    );
    let most = clocks.cells.iter().map(|cell| cell.total).fold(0.0, f64::max);
    assert!(clocks.cells.iter().all(|cell| cell.matched <= cell.total && cell.total <= most));
}

#[test]
fn without_a_publication_nothing_is_drawn_and_that_is_said() {
    let drawing =
        lay_out(&newspaper(false), &Reported::default(), Size { width: 900.0, height: 300.0 }, &|_, _| {
            Grid::default()
        });
    assert!(drawing.marks.is_empty());
    assert_eq!(drawing.clocks.unwrap().note, "Nothing here has a time and a date of publication.");
}
