//! As known on a day: hiding what was published later.
//!
//! **Invariant:** the day is a term of the query, `published-before:`; the end of the record is no filter, and today is
//! never asked. Start at [`Explorer::know_until`].

use dateline_core::civil::{DAY, Interval};
use dateline_core::layout::timeline::{Size, Timeline};
use jiff::civil::Date;
use leptos::prelude::*;

use super::Explorer;
use crate::platform::location::Step;

impl Explorer {
    /// The days on which something is known to have been published, in order, counted from 1970.
    pub fn publications(self) -> Vec<i64> {
        self.port.with_untracked(|port| port.record().publications)
    }

    /// The timeline by both clocks, or across alone.
    pub fn set_clocks(self, clocks: bool) {
        self.go(Step::Push, |route| (route.view.clocks, route.view.table) = (clocks, false));
    }

    /// Hides what was published after `day`, or nothing; `rest` ends the intent. From the last publication on nothing is
    /// hidden.
    pub fn know_until(self, day: Option<Date>, rest: bool) {
        let last = self.publications().last().copied();
        let day = day.filter(|day| Some(number(*day)) < last);
        let step = self.going();
        self.go(step, |route| route.query = route.query.known_on(day));
        self.ongoing.set(!rest);
        self.dragging.set(!rest);
        if rest {
            self.adopt();
        }
    }

    /// The day that the key `key` moves the handle to from `day`, if it moves it; beyond the last publication is its own.
    pub fn known_by_key(self, day: Date, key: &str) -> Option<Date> {
        let (all, now) = (self.publications(), number(day));
        let (first, last) = (*all.first()?, *all.last()?);
        let to = match key {
            "ArrowLeft" | "ArrowDown" => now - 1,
            "ArrowRight" | "ArrowUp" => now + 1,
            "PageDown" => *all.get(all.partition_point(|day| *day < now).checked_sub(1)?)?,
            "PageUp" => *all.get(all.partition_point(|day| *day <= now))?,
            "Home" => first,
            "End" => last,
            _ => return None,
        };
        day_at(to.max(first).min(last))
    }

    /// The day of which the end stands nearest to the pixel `at` of the clock of publications; none before the first.
    pub fn known_at(self, drawing: &Timeline, at: f64) -> Option<Date> {
        let end = drawing.published_at(at)?;
        let first = self.publications().first().copied()?;
        day_at((end - DAY / 2).div_euclid(DAY).max(first))
    }
}

/// The space for two clocks in the place of one: higher where the window is.
pub(super) fn higher(size: Size) -> Size {
    let (_, high) = crate::platform::size::window();
    Size { height: (high * 0.38).max(size.height).min(2.0 * size.height), ..size }
}

/// The day with this number, counted from 1970.
pub fn day_at(number: i64) -> Option<Date> {
    Interval { from: number.checked_mul(DAY)?, to: Interval::FUTURE }.first_day()
}

/// The number of a day, counted from 1970.
pub fn number(day: Date) -> i64 {
    dateline_core::civil::seconds(day) / DAY
}
