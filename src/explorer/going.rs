//! Going to a place in time: by a date that is typed, by calendar units, by a window at a time.
//!
//! **Invariant:** each is one step of history, and its window is whole units, both ends inclusive, as `layout` says.
//! Start at [`Explorer::go_to`].

use dateline_core::civil::Interval;
use dateline_core::layout::date_text::typed::Typed;
use dateline_core::layout::date_text::{days_of, range};
use dateline_core::layout::timeline::moving;
use leptos::prelude::*;

use super::Explorer;
use crate::platform::location::Step;

impl Explorer {
    /// Shows the time that `text` names, and says which that is; or why it names none.
    pub fn go_to(self, text: &str) -> Result<String, String> {
        let window = match Typed::read(text)? {
            Typed::Time(time) => moving::around(time),
            Typed::Last => {
                let Some(last) = self.last() else {
                    return Err("No article has a date, so there is no last one.".to_owned());
                };
                self.last_article(last);
                return Ok("Shows the last article.".to_owned());
            }
        };
        self.jump(window);
        let (first, last) = days_of(window);
        Ok(format!("Shows {}.", range(first, last)))
    }

    /// Shows the calendar unit at `at` of the drawing, or (`out`) the one that holds what is shown.
    pub fn to_unit(self, at: (f64, f64), out: bool) {
        let unit = if out {
            self.window().and_then(moving::farther)
        } else {
            self.answer.with_untracked(|a| moving::closer(&a.timeline, at))
        };
        if let Some(unit) = unit {
            self.jump(unit);
        }
    }

    /// Shows the time after what is shown, or before it.
    pub fn page(self, on: bool) {
        if let Some(window) = self.window() {
            self.jump(moving::paged(window, on));
        }
    }

    /// The keys of the drawing, wherever in it the focus is; whether `key` is one.
    pub fn moves(self, key: &str) -> bool {
        match key {
            "+" | "=" => self.zoom(0.6, None),
            "-" => self.zoom(1.0 / 0.6, None),
            "0" => self.fit(),
            "PageDown" => self.page(true),
            "PageUp" => self.page(false),
            _ => return false,
        }
        true
    }

    fn jump(self, window: Interval) {
        self.ongoing.set(false);
        self.go(Step::Push, |route| route.view.window = Some(window));
    }
}
