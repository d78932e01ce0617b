//! Moving in time: the date range that filters, and the window that only shows.
//!
//! **Invariant:** both ends of a range are inclusive days; the brush, the handles and the date fields write the same
//! two days. Start at [`Explorer::set_range`] and [`Explorer::zoom`].

use dateline_core::civil::{DAY, Interval, day_of};
use dateline_core::layout::timeline::Timeline;
use dateline_core::layout::timeline::moving::Held;
use jiff::civil::Date;
use leptos::prelude::*;

use super::Explorer;
use crate::platform::engine::Port;
use crate::platform::location::Step;

/// The shortest window: six hours.
const SHORTEST: i64 = DAY / 4;

/// The longest window: two centuries.
const LONGEST: i64 = 200 * 366 * DAY;

impl Explorer {
    /// Shows only what overlaps the days `from` to `to`; `rest` ends the intent (the handle is let go).
    pub fn set_range(self, from: Option<Date>, to: Option<Date>, rest: bool) {
        let (from, to) = match (from, to) {
            (Some(a), Some(b)) if b < a => (Some(b), Some(a)),
            ends => ends,
        };
        let step = self.going();
        self.go(step, |route| route.query = route.query.with_range(from, to));
        self.ongoing.set(!rest);
        self.dragging.set(!rest);
        if rest {
            self.adopt();
        }
    }

    /// The hand has let go: the range stands, and the next one is a step of its own.
    pub fn rest_range(self) {
        self.dragging.set(false);
        self.ongoing.set(false);
        self.adopt();
    }

    /// Zooms the window by `factor` (below 1: closer) around the pixel `at` of the drawing, or its middle.
    pub fn zoom(self, factor: f64, at: Option<f64>) {
        if let Some(held) = self.hold() {
            let at = held.point(at);
            self.show(held.moved(at, at, factor));
        }
    }

    /// The drawing as a hand takes hold of it; `None` where no time is shown.
    pub fn hold(self) -> Option<Held> {
        let window = self.window()?;
        Some(self.answer.with_untracked(|a| Held::new(&a.timeline, window)))
    }

    /// Shows `window`, unless it is shorter or longer than any that is shown.
    pub fn show(self, window: Interval) {
        if (SHORTEST..=LONGEST).contains(&(window.to - window.from)) {
            self.set_window(Some(window));
        }
    }

    /// Moves the window so that the time at the drawing's pixel `from` comes to stand at `to`.
    pub fn pan(self, from: f64, to: f64) {
        let Some(window) = self.window() else { return };
        let scale = |x: f64| self.answer.with_untracked(|a| a.timeline.scale.t(x));
        let (Some(was), Some(is)) = (scale(from), scale(to)) else { return };
        let shift = was - is;
        self.set_window(Some(Interval { from: window.from + shift, to: window.to + shift }));
    }

    /// Shows the window that fits.
    pub fn fit(self) {
        self.ongoing.set(false);
        self.go(Step::Push, |route| route.view.window = None);
    }

    /// Shows the weeks up to the end of the record.
    pub fn last_article(self, last: i64) {
        self.ongoing.set(false);
        let window = Interval { from: last - 21 * DAY, to: last + 7 * DAY };
        self.go(Step::Push, |route| route.view.window = Some(window));
    }

    /// What is shown.
    pub(super) fn window(self) -> Option<Interval> {
        let fits = self.answer.with_untracked(|a| a.timeline.window);
        self.route.with_untracked(|r| r.view.window).or(fits).filter(|w| w.is_closed())
    }

    fn set_window(self, window: Option<Interval>) {
        // Zooming comes in bursts of wheel events: they replace one step instead of filling the history.
        self.go(Step::Replace, |route| route.view.window = window);
    }
}

impl Explorer {
    /// The first and last day of the record.
    pub fn record_days(self) -> (Option<Date>, Option<Date>) {
        let days = self.record().days;
        (day_of(&days.0), day_of(&days.1))
    }

    /// The end of the last article's latest day of publication.
    pub fn last(self) -> Option<i64> {
        self.port.with_untracked(Port::record).last
    }

    /// Moves one end of the range (`first`: its beginning) to `day`; the other end stays where the brush shows it.
    pub fn move_end(self, drawing: Memo<Timeline>, first: bool, day: Date, rest: bool) {
        let shown = drawing.with_untracked(|t| t.overview.days.clone());
        let (from, to) = self.route.with_untracked(|r| r.query.reach());
        let (from, to) = (from.or_else(|| day_of(&shown.0)), to.or_else(|| day_of(&shown.1)));
        let (from, to) = if first { (Some(day), to) } else { (from, Some(day)) };
        self.set_range(from, to, rest);
    }
}
