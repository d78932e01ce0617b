//! How what is found is shown: which rows, in which order, how many, as a drawing or as a table.
//!
//! **Invariant:** none of it changes what is asked; each is one step of history. Start at [`Explorer::set_tab`].

use dateline_core::explore::{Sort, Unit};
use leptos::prelude::*;

use super::{Explorer, PAGE};
use crate::platform::location::Step;

impl Explorer {
    /// Opens `tab`.
    pub fn set_tab(self, tab: Unit) {
        self.rows.set(PAGE);
        self.go(Step::Push, |route| route.view.tab = tab);
    }

    /// Orders the rows.
    pub fn set_sort(self, sort: Sort) {
        self.go(Step::Push, |route| route.view.sort = sort);
    }

    /// One line a row, or the whole.
    pub fn set_compact(self, compact: bool) {
        self.go(Step::Push, |route| route.view.compact = compact);
    }

    /// The timeline as a table, or as a drawing.
    pub fn set_table(self, table: bool) {
        self.go(Step::Push, |route| route.view.table = table);
    }

    /// Asks for more rows.
    pub fn more(self) {
        self.rows.update(|rows| *rows += PAGE);
    }
}
