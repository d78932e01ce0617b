//! Moving in time: by calendar units (closer to the one under the pointer, farther off, on and back by a window), and by
//! a hand that holds the drawing.
//!
//! **Invariant:** a unit that is moved to is whole, both ends inclusive: a month is its first to its last day, whatever the
//! pixels say; closer is never farther off; and what a hand holds stays under it.
//! Start at [`closer`], [`farther`], [`paged`] and [`Held`].

use super::calendar::Unit;
use super::drawing::Timeline;
use super::scale::Scale;
use crate::civil::{DAY, Interval};

/// The units that a double click goes through, the finest first.
const UNITS: [Unit; 6] =
    [Unit::Hours(6), Unit::Day, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100)];

/// How many days stand on either side of a day that is gone to.
const AROUND: i64 = 7;

/// The unit of `unit` that holds the second `t`.
fn whole(unit: Unit, t: i64) -> Interval {
    let from = unit.floor(t);
    Interval { from, to: unit.next(from) }
}

/// The coarsest unit that is clearly shorter than `window`: three fifths of it at most.
fn finer(window: Interval) -> Option<usize> {
    let length = (window.to - window.from) as f64;
    UNITS.iter().rposition(|unit| unit.length() <= 0.6 * length)
}

/// What a double click at `(x, y)` shows: the year, month, day or hours under it, whichever is the next finer than the
/// window; on the line of the larger units' names one more. `None` where nothing is drawn, or nothing is finer.
pub fn closer(t: &Timeline, (x, y): (f64, f64)) -> Option<Interval> {
    let window = t.window?;
    let second = t.scale.t(x)?.clamp(window.from, window.to - 1);
    let named = y > t.label_y.0 + 2.0 && t.label_y.1 > t.label_y.0;
    let found = whole(*UNITS.get(finer(window)? + usize::from(named))?, second);
    (found != window).then_some(found)
}

/// What holds `window` whole and is longer: the day, month, year, decade or century of its middle; `None` where none does.
pub fn farther(window: Interval) -> Option<Interval> {
    let middle = window.from + (window.to - window.from) / 2;
    let all = UNITS.iter().skip(1).map(|unit| whole(*unit, middle));
    all.into_iter().find(|unit| unit.contains(window) && *unit != window).or_else(|| {
        // It lies over a border: the unit of its middle that is longer.
        let longer = |unit: &Interval| unit.to - unit.from > window.to - window.from;
        UNITS.iter().skip(1).map(|unit| whole(*unit, middle)).find(longer)
    })
}

/// The window after `window`, or before it: the next unit where it is one, else as much time as it has.
pub fn paged(window: Interval, on: bool) -> Interval {
    let unit = UNITS.iter().find(|unit| whole(**unit, window.from) == window);
    if let Some(unit) = unit {
        return whole(*unit, if on { window.to } else { window.from - 1 });
    }
    let by = if on { window.to - window.from } else { window.from - window.to };
    Interval { from: window.from.saturating_add(by), to: window.to.saturating_add(by) }
}

/// The window for `time`, which somebody has gone to: just it, and a day or less with a week on either side.
pub fn around(time: Interval) -> Interval {
    if time.to - time.from > DAY {
        return time;
    }
    let from = Unit::Day.floor(time.from);
    Interval {
        from: from.saturating_sub(AROUND * DAY),
        to: Unit::Day.next(from).saturating_add(AROUND * DAY),
    }
}

/// A drawing as a hand has taken hold of it. What moves it is measured from there, so that nothing adds up on the way,
/// however many drawings follow meanwhile.
#[derive(Clone, Debug)]
pub struct Held {
    window: Interval,
    plot: (f64, f64),
    /// The drawing's own, unless the window has overtaken it: then it says nothing of where time is.
    scale: Option<Scale>,
}

impl Held {
    /// Takes hold of `drawing` while `window` is what should be shown.
    pub fn new(drawing: &Timeline, window: Interval) -> Self {
        let drawn = drawing.window == Some(window);
        Self { window, plot: drawing.plot, scale: drawn.then(|| drawing.scale.clone()) }
    }

    /// The pixel of the drawing that is nearest to `at`, or its middle.
    pub fn point(&self, at: Option<f64>) -> f64 {
        let (x0, x1) = self.plot;
        // A clamp that fails prints floats, and nothing else in the page does.
        at.map_or(f64::midpoint(x0, x1), |x| x.max(x0).min(x1.max(x0)))
    }

    /// The window in which what was at pixel `from` is at `to`, and a pixel is `factor` times as much time (below 1:
    /// closer).
    pub fn moved(&self, from: f64, to: f64, factor: f64) -> Interval {
        let (x0, x1) = self.plot;
        let first = self.second(from - (to - x0) * factor);
        let end = self.second(from + (x1 - to) * factor);
        Interval { from: first, to: end }
    }

    /// The window in which what was under two fingers is under them again, now that they have gone elsewhere.
    pub fn pinched(&self, was: [(f64, f64); 2], is: [(f64, f64); 2]) -> Interval {
        let middle = |[a, b]: [(f64, f64); 2]| f64::midpoint(a.0, b.0);
        let apart = |[a, b]: [(f64, f64); 2]| {
            let (x, y) = (a.0 - b.0, a.1 - b.1);
            // Two fingers on one spot are as near as two can be felt.
            (x * x + y * y).sqrt().max(8.0)
        };
        self.moved(middle(was), middle(is), apart(was) / apart(is))
    }

    /// The second nearest to pixel `x`: read off the drawing, since time is not even there where gaps are folded; what is not
    /// drawn is taken as even.
    fn second(&self, x: f64) -> i64 {
        let (x0, x1) = self.plot;
        let inside = x >= x0 && x <= x1;
        if let Some(t) = self.scale.as_ref().filter(|_| inside).and_then(|scale| scale.t(x)) {
            return t;
        }
        let length = (self.window.to - self.window.from) as f64;
        self.window.from + ((x - x0) / (x1 - x0).max(1.0) * length).round() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::super::scale::{Piece, Scale};
    use super::*;
    use crate::layout::date_text::typed::Typed;

    fn days(text: &str) -> Interval {
        match Typed::read(text) {
            Ok(Typed::Time(time)) => time,
            other => panic!("{text}: {other:?}"),
        }
    }

    /// A drawing of `window` that is 1000 pixels wide, without folds.
    fn drawn(window: Interval) -> Timeline {
        let piece = Piece { from: window.from, to: window.to, x0: 100.0, x1: 1100.0 };
        Timeline {
            window: Some(window),
            scale: Scale { pieces: vec![piece] },
            plot: (100.0, 1100.0),
            label_y: (193.0, 208.0),
            ..Timeline::default()
        }
    }

    fn check_closer(window: &str, on: &str, expected: &str) {
        let drawing = drawn(days(window));
        let x = drawing.scale.x(days(on).from + DAY / 2);
        assert_eq!(closer(&drawing, (x, 100.0)), Some(days(expected)), "{window} at {on}");
    }

    #[test]
    fn a_double_click_goes_from_century_to_day() {
        check_closer("1950 to 2040", "29 feb 2024", "2020s");
        check_closer("2014 to 2026", "29 feb 2024", "2024");
        check_closer("2020s", "29 feb 2024", "2024");
        check_closer("2022 to 2026", "29 feb 2024", "2024");
        check_closer("2024", "29 feb 2024", "feb 2024");
        check_closer("jan to mar 2024", "29 feb 2024", "feb 2024");
        check_closer("feb 2024", "29 feb 2024", "29 feb 2024");
        check_closer("22 jan to 15 feb 2026", "31 jan 2026", "31 jan 2026");
        check_closer("20 dec 2025 to 10 jan 2026", "31 dec 2025", "31 dec 2025");
        check_closer("2025 to 2026", "31 dec 2025", "2025");
        check_closer("dec 2025", "31 dec 2025", "31 dec 2025");
    }

    #[test]
    fn both_ends_of_a_unit_are_in_it() {
        for (window, first, last, unit) in [
            ("jan to mar 2024", "1 feb 2024", "29 feb 2024", "feb 2024"),
            ("2025 to 2026", "1 jan 2025", "31 dec 2025", "2025"),
            ("feb 2024", "29 feb 2024", "29 feb 2024", "29 feb 2024"),
        ] {
            let drawing = drawn(days(window));
            for second in [days(first).from + 3600, days(last).to - 3600] {
                assert_eq!(closer(&drawing, (drawing.scale.x(second), 50.0)), Some(days(unit)), "{window}");
            }
        }
    }

    #[test]
    fn hours_are_a_quarter_of_a_day_and_nothing_is_finer() {
        let day = drawn(days("29 feb 2024"));
        let quarter = closer(&day, (1000.0, 50.0)).unwrap();
        assert_eq!(
            (quarter.from - days("29 feb 2024").from, quarter.to),
            (DAY / 4 * 3, days("29 feb 2024").to)
        );
        assert_eq!(closer(&drawn(quarter), (600.0, 50.0)), None);
        assert_eq!(closer(&Timeline::default(), (600.0, 50.0)), None);
    }

    #[test]
    fn the_name_of_a_larger_unit_goes_to_that_unit() {
        let drawing = drawn(days("22 jan to 15 feb 2026"));
        assert_eq!(closer(&drawing, (1000.0, 204.0)), Some(days("feb 2026")));
        let drawing = drawn(days("oct 2025 to mar 2026"));
        assert_eq!(closer(&drawing, (1000.0, 204.0)), Some(days("2026")));
        assert_eq!(closer(&drawing, (1000.0, 190.0)), Some(days("mar 2026")));
    }

    #[test]
    fn farther_off_holds_the_window_whole() {
        for (window, expected) in [
            ("29 feb 2024", "feb 2024"),
            ("feb 2024", "2024"),
            ("10 to 12 feb 2024", "feb 2024"),
            ("2024", "2020s"),
            ("jan to mar 2024", "2024"),
            ("30 jan to 2 feb 2024", "2024"),
            ("31 dec 2025 to 1 jan 2026", "2020s"),
        ] {
            assert_eq!(farther(days(window)), Some(days(expected)), "{window}");
        }
        assert_eq!(farther(days("2019 to 2020")), Some(whole(Unit::Years(100), days("2020").from)));
        let quarter = Interval { from: days("29 feb 2024").from, to: days("29 feb 2024").from + DAY / 4 };
        assert_eq!(farther(quarter), Some(days("29 feb 2024")));
        assert_eq!(farther(Interval { from: days("1901").from, to: days("2100").to }), None);
    }

    #[test]
    fn a_page_is_the_next_unit_or_as_much_time() {
        for (window, on, expected) in [
            ("feb 2024", true, "mar 2024"),
            ("mar 2024", false, "feb 2024"),
            ("28 feb 2024", true, "29 feb 2024"),
            ("28 feb 2026", true, "1 mar 2026"),
            ("2025", true, "2026"),
            ("dec 2025", true, "jan 2026"),
            ("1 jan 2026", false, "31 dec 2025"),
            ("5 to 9 feb 2024", true, "10 to 14 feb 2024"),
            ("2 to 3 mar 2024", false, "29 feb to 1 mar 2024"),
        ] {
            let there = paged(days(window), on);
            assert_eq!(there, days(expected), "{window}");
            assert_eq!(paged(there, !on), days(window), "{window} and back");
        }
    }

    #[test]
    fn a_day_is_shown_with_the_weeks_beside_it_and_all_else_as_it_is() {
        assert_eq!(around(days("29 feb 2024")), days("22 feb to 7 mar 2024"));
        assert_eq!(around(days("1 jan 2026")), days("25 dec 2025 to 8 jan 2026"));
        for text in ["feb 2026", "2025", "5 to 9 feb 2026"] {
            assert_eq!(around(days(text)), days(text));
        }
    }

    #[test]
    fn what_is_held_stays_under_the_hand() {
        let window = days("1 to 20 feb 2024");
        let held = Held::new(&drawn(window), window);
        let at = |x: f64| window.from + ((x - 100.0) / 1000.0 * (20 * DAY) as f64).round() as i64;
        // Twice as near at a quarter: the quarter stays.
        assert_eq!(held.moved(350.0, 350.0, 0.5), Interval { from: at(225.0), to: at(725.0) });
        assert_eq!([Some(350.0), Some(9.0), None].map(|x| held.point(x) as i64), [350, 100, 600]);
        // Two fingers that go apart to twice their distance, and to the right by 100 pixels.
        let (was, is) = ([(300.0, 50.0), (400.0, 50.0)], [(350.0, 90.0), (550.0, 90.0)]);
        let pinched = held.pinched(was, is);
        assert_eq!(pinched, Interval { from: at(175.0), to: at(675.0) });
        let drawn = drawn(pinched);
        for (was, is) in was.iter().zip(is) {
            assert!((drawn.scale.x(at(was.0)) - is.0).abs() < 0.01, "{was:?} at {is:?}");
        }
        // The same whichever finger is named first, and as they were: nothing moves.
        assert_eq!(held.pinched([was[1], was[0]], [is[1], is[0]]), pinched);
        assert_eq!(held.pinched(was, was), window);
        // One above the other they go apart too.
        let upright = held.pinched([(350.0, 80.0), (350.0, 120.0)], [(350.0, 60.0), (350.0, 140.0)]);
        assert_eq!(upright, held.moved(350.0, 350.0, 0.5));
    }

    #[test]
    fn farther_off_than_is_drawn_time_is_even() {
        let window = days("11 to 20 feb 2024");
        let held = Held::new(&drawn(window), window);
        assert_eq!(held.moved(600.0, 600.0, 2.0), days("6 to 25 feb 2024"));
        // A drawing of another window says nothing of this one.
        let late = Held::new(&drawn(days("2023")), window);
        assert_eq!(late.moved(600.0, 600.0, 2.0), days("6 to 25 feb 2024"));
        assert_eq!(late.moved(100.0, 100.0, 0.5), days("11 to 15 feb 2024"));
    }

    #[test]
    fn closer_to_a_fold_holds_what_is_drawn_there() {
        let window = days("2024");
        let pieces = vec![
            Piece { from: window.from, to: days("10 jan 2024").to, x0: 100.0, x1: 600.0 },
            Piece { from: days("1 dec 2024").from, to: window.to, x0: 620.0, x1: 1100.0 },
        ];
        let drawing = Timeline { scale: Scale { pieces }, ..drawn(window) };
        let half = Held::new(&drawing, window).moved(100.0, 100.0, 0.5);
        assert_eq!(half, days("1 to 10 jan 2024"));
    }
}
