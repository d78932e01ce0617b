//! Opening passages, and going from one to the next through the whole result.
//!
//! **Invariant:** the order is that of the rows. In the tab of articles a reader first goes through what was found in the
//! open one. However many steps are taken in a row, they are one step of history.
//! Start at [`Explorer::step`].

use dateline_core::engine::passage::Passage;
use dateline_core::engine::place::Open;
use dateline_core::explore::Unit;
use leptos::prelude::*;

use super::{Explained, Explorer};
use crate::platform::location::Step;

/// How near the end of the list the reader comes before more rows are asked for.
const NEAR: u32 = 2;

impl Explorer {
    /// Opens `passage` in the reader, with why it is believed.
    pub fn open(self, passage: &Passage) {
        self.open_row(passage, None);
    }

    /// Opens `passage` as the one of row `row`.
    pub fn open_row(self, passage: &Passage, row: Option<u32>) {
        self.read_on(Step::Push, Open { passage: passage.clone(), row });
    }

    /// Closes the reader.
    pub fn close(self) {
        self.row.set(None);
        self.go(Step::Push, |route| route.view.open = None);
    }

    /// Opens the next place in the result, or (`on` is false) the one before.
    pub fn step(self, on: bool) {
        // What is beside the open passage is known when it is answered.
        if self.waiting.get_untracked() {
            return;
        }
        let Some(beside) = untrack(|| self.beside(on)) else { return };
        let step = if self.stepping.get_value() { Step::Replace } else { Step::Push };
        self.read_on(step, beside);
        self.stepping.set_value(true);
        // The list keeps up with the reader, unless it was left far behind.
        let at = self.answer.with_untracked(|a| a.place.as_ref().map_or(0, |place| place.position));
        if self.rows.get_untracked().abs_diff(at) <= NEAR {
            self.more();
        }
    }

    /// What [`step`](Self::step) would open.
    pub fn beside(self, on: bool) -> Option<Open> {
        let (tab, open) = self.route.with(|r| (r.view.tab, r.view.open.clone()));
        let Some(open) = open else {
            let first = self.answer.with(|a| a.rows.first().map(|r| (r.passage.clone(), r.number)));
            return first.filter(|_| on).map(|(passage, row)| Open { passage, row: Some(row) });
        };
        let place = self.answer.with(|a| a.place.clone());
        let row = place.as_ref().and_then(|place| place.row);
        let inside = self.sheet.with(|sheet| {
            let sheet = sheet.as_ref().filter(|s| tab == Unit::Articles && s.passage.file == open.file)?;
            let mut hits = sheet.hits.iter();
            let hit = if on {
                hits.find(|hit| hit.start >= open.span.end)
            } else {
                hits.rfind(|hit| hit.end <= open.span.start)
            };
            hit.map(|hit| Open { passage: Passage { span: *hit, ..open.clone() }, row })
        });
        inside.or_else(|| place.and_then(|place| if on { place.after } else { place.before }))
    }

    fn read_on(self, step: Step, open: Open) {
        self.explained.set(Some(Explained::Passage));
        self.row.set(open.row);
        self.go(step, |route| route.view.open = Some(open.passage));
    }
}
