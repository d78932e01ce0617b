//! How what is found is shown: which rows, in which order, how many, as a drawing or as a table; and what the browser's
//! tab says of it.
//!
//! **Invariant:** none of it changes what is asked; each is one step of history. Start at [`Explorer::set_tab`].

use dateline_core::engine::says::Says;
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

/// What is shown, short enough for a browser's tab: `5 events, Volodymyr Zelenskyy – Dateline`.
pub(super) fn title(says: &Says) -> String {
    let mut title = says.count.clone();
    for part in &says.parts {
        title.push_str(", ");
        if part.lead.starts_with("without") || part.lead.starts_with("not ") {
            title.extend([part.lead.as_str(), " "]);
        }
        title.push_str(&part.label);
    }
    title.push_str(" – Dateline");
    title
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_core::engine::says::parts;
    use dateline_core::explore::Query;

    #[test]
    fn the_title_says_what_is_shown_and_what_is_left_out() {
        for (query, expected) in [
            ("", "5 events – Dateline"),
            ("person:\"Steve Witkoff\" -place:Kyiv", "5 events, Steve Witkoff, without Kyiv – Dateline"),
            ("talks on:2026-02-05", "5 events, 5 February 2026, talks – Dateline"),
        ] {
            let parts = parts(&Query::parse(query));
            assert_eq!(title(&Says { count: "5 events".to_owned(), parts, ..Says::default() }), expected);
        }
    }
}
