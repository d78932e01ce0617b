//! A long list of which only the part near the reader's eyes is there: which pages those are, and how much space stands
//! for the others.
//!
//! **Invariant:** every row lies in one page; what was measured keeps its height, what was not is guessed by the first page
//! that was. No list is higher than a browser can scroll. Start at [`Windowed`].

/// The most that browsers can scroll, with some air, in CSS pixels.
const HIGHEST: f64 = 3e7;

/// A list in pages of as many rows each, the last one excepted.
#[derive(Clone, Debug, PartialEq)]
pub struct Windowed {
    rows: u32,
    /// How many rows a page has.
    per: u32,
    /// The height of a row that has not been seen.
    row: f64,
    /// The height of each page; zero where it has not been measured.
    heights: Vec<f64>,
}

impl Windowed {
    /// A list of `rows` rows, `per` a page, each about `row` pixels high until one is measured.
    pub fn new(rows: u32, per: u32, row: f64) -> Self {
        let per = per.max(1);
        let heights = vec![0.0; rows.div_ceil(per) as usize];
        Self { rows, per, row: row.min(HIGHEST / f64::from(rows.max(1))), heights }
    }

    /// How many rows there are.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The page that holds row `row`.
    pub fn page_of(&self, row: u32) -> u32 {
        row / self.per
    }

    /// The first row of page `page`, and how many it has.
    pub fn page(&self, page: u32) -> (u32, u32) {
        let first = page.saturating_mul(self.per).min(self.rows);
        (first, self.per.min(self.rows - first))
    }

    fn height(&self, page: u32) -> f64 {
        let known = self.heights.get(page as usize).copied().unwrap_or(0.0);
        if known > 0.0 { known } else { f64::from(self.page(page).1) * self.row }
    }

    /// Keeps that page `page` is `height` pixels high; whether that is news.
    pub fn measure(&mut self, page: u32, height: f64) -> bool {
        let first = self.heights.iter().all(|height| *height <= 0.0);
        let rows = f64::from(self.page(page).1);
        let Some(kept) = self.heights.get_mut(page as usize).filter(|_| height > 0.0) else { return false };
        let news = (*kept - height).abs() > 0.5;
        *kept = height;
        if first && rows > 0.0 {
            self.row = (height / rows).min(HIGHEST / f64::from(self.rows));
        }
        news
    }

    /// The first and the last page of which something lies from `top` to `bottom`.
    pub fn shown(&self, top: f64, bottom: f64) -> (u32, u32) {
        let (mut first, mut y) = (0, 0.0);
        let last = (self.heights.len() as u32).saturating_sub(1);
        while first < last && y + self.height(first) <= top {
            y += self.height(first);
            first += 1;
        }
        let mut end = first;
        y += self.height(first);
        while end < last && y < bottom {
            end += 1;
            y += self.height(end);
        }
        (first, end)
    }

    /// How much lies before page `first`, and how much after page `last`.
    pub fn space(&self, first: u32, last: u32) -> (f64, f64) {
        let pages = self.heights.len() as u32;
        let sum = |pages: std::ops::Range<u32>| pages.map(|page| self.height(page)).sum();
        (sum(0..first.min(pages)), sum((last + 1).min(pages)..pages))
    }

    /// About where row `row` begins.
    pub fn top_of(&self, row: u32) -> f64 {
        let page = self.page_of(row);
        let (first, rows) = self.page(page);
        let share = f64::from(row - first.min(row)) / f64::from(rows.max(1));
        self.space(page, page).0 + share * self.height(page)
    }

    /// About how many whole rows `height` pixels show, at least one.
    pub fn rows_in(&self, height: f64) -> u32 {
        // The share of a row is not below zero.
        let rows = (height / self.row.max(1.0)) as i64;
        u32::try_from(rows).unwrap_or(1).max(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "sums and halves of whole numbers are exact")]
    fn only_pages_near_the_eyes_are_shown() {
        let mut list = Windowed::new(100_000, 24, 50.0);
        assert_eq!(list.shown(0.0, 800.0), (0, 0));
        assert_eq!(list.shown(1100.0, 2500.0), (0, 2));
        assert_eq!(list.space(1, 2), (1200.0, 100_000.0 * 50.0 - 3.0 * 1200.0));
        assert!(list.measure(0, 2400.0), "a page is twice as high as was guessed");
        assert!(!list.measure(0, 2400.0));
        assert_eq!(list.shown(2399.0, 2401.0), (0, 1));
        assert_eq!(list.space(1, 1).0, 2400.0);
        assert_eq!(list.top_of(36), 2400.0 + 1200.0);
        assert_eq!(list.shown(1e9, 2e9), (4166, 4166));
        assert_eq!(list.page(4166), (99_984, 16));
        assert_eq!(list.rows_in(1000.0), 10);
    }

    #[test]
    fn an_empty_list_has_no_rows_and_no_space() {
        let list = Windowed::new(0, 24, 50.0);
        assert_eq!((list.shown(0.0, 100.0), list.space(0, 0), list.page(0)), ((0, 0), (0.0, 0.0), (0, 0)));
    }

    #[test]
    fn a_million_rows_can_be_scrolled() {
        let list = Windowed::new(1_000_000, 24, 60.0);
        let (before, after) = list.space(0, 0);
        assert!(before + after < 33e6);
    }

    proptest! {
        #[test]
        fn whatever_is_measured_the_pages_cover_what_is_seen(
            rows in 1u32..5000, measured in prop::collection::vec((0u32..200, 1.0..4000.0_f64), 0..20),
            top in 0.0..300_000.0_f64, high in 1.0..2000.0_f64,
        ) {
            let mut list = Windowed::new(rows, 24, 50.0);
            for (page, height) in measured {
                list.measure(page, height);
            }
            let (first, last) = list.shown(top, top + high);
            let (before, after) = list.space(first, last);
            let (all, _) = list.space(u32::MAX - 1, u32::MAX - 1);
            prop_assert!(first <= last && before <= top.max(0.0) + 0.5 || first == list.page_of(rows - 1));
            prop_assert!(all - after >= (top + high).min(all) - 0.5);
            prop_assert!((list.top_of(rows - 1) - all).abs() <= 4000.0 * 24.0);
        }
    }
}
