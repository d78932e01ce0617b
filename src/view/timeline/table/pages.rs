//! What goes on in the table: which pages of rows are near the reader's eyes, which have come, and where the reader is.
//!
//! **Invariant:** one page is asked for at a time; rows that another question has found are forgotten. The focus is never
//! lost to a row that is no longer there. Start at [`Table::new`].

use std::collections::BTreeMap;

use dateline_core::engine::row::Row;
use dateline_core::explore::{Query, Sort, Unit};
use dateline_core::layout::windowed::Windowed;
use leptos::prelude::*;

use crate::explorer::{Explorer, PAGE};
use crate::platform::{element, scroll, size};

/// How many pages that are out of sight are kept.
const KEPT: usize = 40;

/// The state of the table.
#[derive(Clone, Copy)]
pub struct Table {
    pub explorer: Explorer,
    /// What is asked, and how many engines were: another query, tab, order or engine is another table.
    asked: Memo<(Query, Unit, Sort, u32)>,
    /// How many rows there are.
    pub matched: Memo<u32>,
    /// The first rows, as the answer has them.
    first: Memo<Vec<Row>>,
    /// The pages that have come.
    pages: RwSignal<BTreeMap<u32, Vec<Row>>>,
    /// How high they are.
    pub list: StoredValue<Windowed>,
    /// The first and the last page that are there.
    pub shown: RwSignal<(u32, u32)>,
    /// How much space stands for the pages before and after them.
    pub space: RwSignal<(f64, f64)>,
    /// The row that the keys have come to.
    pub at: RwSignal<u32>,
    /// Whether it is to have the focus once it is there.
    wanted: StoredValue<bool>,
    /// Whether a page is on its way, and whether a frame is.
    asking: StoredValue<bool>,
    looking: StoredValue<bool>,
}

/// The id of the element of page `page`.
pub fn page_id(page: u32) -> String {
    format!("table-page-{page}")
}

/// The id of the element of row `row`.
pub fn row_id(row: u32) -> String {
    format!("table-row-{row}")
}

fn list(rows: u32) -> Windowed {
    Windowed::new(rows, PAGE, if size::narrow() { 170.0 } else { 52.0 })
}

impl Table {
    pub fn new(explorer: Explorer) -> Self {
        let matched = explorer.part(|a| a.matched);
        let engines = Memo::new(move |before: Option<&u32>| {
            explorer.port.track();
            before.map_or(0, |n| n + 1)
        });
        let asked = move |_: Option<&_>| {
            explorer.route.with(|r| (r.query.clone(), r.view.tab, r.view.sort, engines.get()))
        };
        let table = Self {
            explorer,
            asked: Memo::new(asked),
            matched,
            first: explorer.part(|a| a.rows.clone()),
            pages: RwSignal::new(BTreeMap::new()),
            list: StoredValue::new(list(matched.get_untracked())),
            shown: RwSignal::new((0, 0)),
            space: RwSignal::new((0.0, 0.0)),
            at: RwSignal::new(0),
            wanted: StoredValue::new(false),
            asking: StoredValue::new(false),
            looking: StoredValue::new(false),
        };
        // What is scrolled and measured is the browser's, so that this bridges to it.
        Effect::new(move |before: Option<((Query, Unit, Sort, u32), u32)>| {
            let now = (table.asked.get(), table.matched.get());
            table.first.track();
            explorer.waiting.track();
            if before.is_some_and(|before| before != now) {
                // What was asked of another engine never comes.
                table.asking.set_value(false);
                table.pages.update(BTreeMap::clear);
                table.at.set(0);
                table.list.set_value(list(now.1));
                scroll::set_top("table", 0.0);
                table.shown.set((0, 0));
            }
            table.look_soon();
            now
        });
        table
    }

    /// The rows of page `page`, if they are there.
    pub fn rows_of(self, page: u32) -> Option<Vec<Row>> {
        let (from, rows) = self.list.with_value(|list| list.page(page));
        let (from, to) = (from as usize, (from + rows) as usize);
        let first = self.first.with(|first| first.get(from..to).map(<[Row]>::to_vec));
        first.or_else(|| self.pages.with(|pages| pages.get(&page).cloned()))
    }

    /// How high page `page` is, as far as that is known.
    pub fn height_of(self, page: u32) -> f64 {
        self.list.with_value(|list| list.space(page + 1, page).0 - list.space(page, page).0)
    }

    /// Whether the row that the keys have come to is there to have the focus.
    pub fn has_stop(self) -> bool {
        let (first, last) = self.shown.get();
        let page = self.list.with_value(|list| list.page_of(self.at.get()));
        (first..=last).contains(&page) && self.rows_of(page).is_some_and(|rows| !rows.is_empty())
    }

    /// How many rows are in sight.
    pub fn rows_in_sight(self) -> u32 {
        let (_, high) = scroll::seen("table");
        self.list.with_value(|list| list.rows_in(high).saturating_sub(1).max(1))
    }

    /// Goes to row `to`, or to the last one where there are fewer.
    pub fn step(self, to: u32) {
        let to = to.min(self.matched.get_untracked().saturating_sub(1));
        self.at.set(to);
        if !element::focus(&row_id(to)) {
            self.wanted.set_value(true);
            scroll::set_top("table", self.list.with_value(|list| list.top_of(to)));
            self.look_soon();
        }
    }

    /// Opens row `at`.
    pub fn open(self, at: u32) {
        let page = self.list.with_value(|list| list.page_of(at));
        let index = (at % PAGE) as usize;
        if let Some(row) = untrack(|| self.rows_of(page)).as_ref().and_then(|rows| rows.get(index)) {
            self.explorer.open_row(&row.passage, Some(row.number));
        }
    }

    /// At the next frame, looks what is in sight.
    pub fn look_soon(self) {
        if !self.looking.get_value() {
            self.looking.set_value(true);
            request_animation_frame(move || {
                self.looking.try_set_value(false);
                self.look();
            });
        }
    }

    fn look(self) {
        // The table may have gone before the frame came.
        let Some((first, last)) = self.shown.try_get_untracked() else { return };
        let measured = (first..=last).filter(|page| {
            let high = scroll::height(&page_id(*page));
            untrack(|| self.rows_of(*page)).is_some()
                && self.list.try_update_value(|list| list.measure(*page, high)).unwrap_or(false)
        });
        let news = measured.count() > 0;
        let (top, high) = scroll::seen("table");
        let now = self.list.with_value(|list| list.shown(top - high, top + 2.0 * high));
        if now != (first, last) {
            let page = self.list.with_value(|list| list.page_of(self.at.get_untracked()));
            if !(now.0..=now.1).contains(&page) && scroll::holds_focus(&page_id(page)) {
                element::focus("table");
            }
            self.shown.set(now);
        }
        let space = self.list.with_value(|list| list.space(now.0, now.1));
        if space != self.space.get_untracked() {
            self.space.set(space);
        }
        if self.wanted.get_value() && element::focus(&row_id(self.at.get_untracked())) {
            self.wanted.set_value(false);
        }
        if news
            || now != (first, last)
            || self.wanted.get_value() && !self.asking.get_value() && self.has_all()
        {
            self.look_soon();
        }
        self.fetch();
    }

    fn has_all(self) -> bool {
        let (first, last) = self.shown.get_untracked();
        untrack(|| (first..=last).all(|page| self.rows_of(page).is_some()))
    }

    /// Asks for the first page in sight that has not come.
    fn fetch(self) {
        let (first, last) = self.shown.get_untracked();
        let missing = untrack(|| (first..=last).find(|page| self.rows_of(*page).is_none()));
        let Some(page) =
            missing.filter(|_| !self.asking.get_value() && !self.explorer.waiting.get_untracked())
        else {
            return;
        };
        self.asking.set_value(true);
        let asked = self.asked.get_untracked();
        let from = self.list.with_value(|list| list.page(page).0);
        self.explorer.rows_from(from, move |rows| {
            self.asking.try_set_value(false);
            if self.asked.try_get_untracked().is_none_or(|now| now != asked) {
                return;
            }
            self.pages.update(|pages| {
                let (first, last) = self.shown.get_untracked();
                if pages.len() >= KEPT {
                    pages.retain(|page, _| (first..=last).contains(page));
                }
                pages.insert(page, rows);
            });
            self.look_soon();
        });
    }
}
