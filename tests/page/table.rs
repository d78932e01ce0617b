//! The rows as a table: by mouse, by keyboard, by touch, narrow, and at the same address again.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::{site, visit::Visit};

/// How many rows of the table there are as elements.
const ROWS: &str = "document.querySelectorAll('#table tbody tr[aria-rowindex]').length";

/// The number of the row that has the focus, from 1 on, or 0.
async fn focused(page: &Page) -> i64 {
    page.eval("Number(document.activeElement.getAttribute('aria-rowindex') || 1) - 1")
        .await
        .as_i64()
        .unwrap_or(0)
}

async fn on_row(page: &Page, row: i64) {
    page.wait(&format!("the focus on row {row}"), async || focused(page).await == row).await;
}

#[test]
fn rows_can_be_sorted_and_stand_so_after_a_reload() {
    Visit::new().at("&table").to(async |page| {
        page.until("rows", &format!("{ROWS} > 2")).await;
        let first = "document.querySelector('#table tbody tr').textContent";
        let newest = page.eval(first).await;
        let sorted = "document.querySelector('#table th').getAttribute('aria-sort')";
        assert_eq!(page.eval(sorted).await, "descending");
        page.select("#table th .sort").await.click().await;
        page.until("oldest first", &format!("{sorted} === 'ascending'")).await;
        page.wait("another first row", async || page.eval(first).await != newest).await;
        let oldest = page.eval(first).await;
        page.reload().await;
        page.wait("the same first row", async || page.eval(first).await == oldest).await;
        assert_eq!(page.eval(sorted).await, "ascending");
        assert!(page.location().await.contains("sort=oldest"));
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn words_can_be_sorted_by_how_well_they_match() {
    Visit::new().at("talks&table").to(async |page| {
        page.find("button", "Best match first").await.click().await;
        page.until(
            "sorted by that column",
            "document.querySelectorAll('#table th')[2].getAttribute('aria-sort') === 'descending'",
        )
        .await;
        assert_eq!(page.eval("document.querySelector('#table th').getAttribute('aria-sort')").await, "none");
        assert!(page.location().await.contains("sort=best"));
    });
}

#[test]
fn the_table_is_one_tab_stop_with_arrows_pages_and_ends_and_enter_opens() {
    Visit::new().at("&table").to(async |page| {
        page.until("rows", &format!("{ROWS} > 2")).await;
        let stops = "document.querySelectorAll('#table tbody [tabindex=\"0\"]').length";
        assert_eq!(page.eval(stops).await, 1);
        page.select("#table th .sort").await.focus().await;
        page.press("Tab").await;
        on_row(page, 1).await;
        for (key, row) in [("ArrowDown", 2), ("ArrowDown", 3), ("ArrowUp", 2), ("Home", 1)] {
            page.press(key).await;
            on_row(page, row).await;
        }
        let all = page.eval("Number(document.querySelector('#table table').ariaRowCount) - 1").await;
        page.press("End").await;
        on_row(page, all.as_i64().unwrap_or(-1)).await;
        page.until(
            "the row is seen",
            "{ const r = document.activeElement.getBoundingClientRect(); \
             const t = document.querySelector('#table').getBoundingClientRect(); \
             r.top >= t.top && r.bottom <= t.bottom + 1 }",
        )
        .await;
        page.press("Home").await;
        on_row(page, 1).await;
        page.press("PageDown").await;
        page.wait("some rows on", async || focused(page).await > 2).await;
        assert_eq!(page.eval(stops).await, 1, "still one tab stop");
        let row = focused(page).await;
        page.press("Enter").await;
        page.select("#opened").await;
        on_row(page, row).await;
        page.until("it says that it is open", "document.activeElement.ariaCurrent === 'true'").await;
        assert_eq!(page.axe().await, Vec::<String>::new());
    });
}

#[test]
fn of_thousands_of_rows_only_those_in_sight_are_there() {
    let site = site::with_pack(site::large());
    Visit::new().site(site.path()).at("&table").to(async |page| {
        page.until("rows", &format!("{ROWS} > 2")).await;
        let all = page
            .eval("Number(document.querySelector('#table table').ariaRowCount) - 1")
            .await
            .as_i64()
            .unwrap_or(0);
        assert_eq!(all, i64::from(page.count().await));
        assert!(all > 3000, "{all}");
        let few = async || assert!(page.eval(ROWS).await.as_i64().unwrap_or(0) < 200);
        few().await;
        page.select("#table tbody tr").await.focus().await;
        page.press("End").await;
        on_row(page, all).await;
        few().await;
        page.press("ArrowUp").await;
        on_row(page, all - 1).await;
        page.press("Home").await;
        on_row(page, 1).await;
        // By the scroll bar: what comes into sight is asked for.
        page.eval("document.querySelector('#table').scrollTop = 60000").await;
        page.until(
            "rows in sight, with their numbers",
            "{ const t = document.querySelector('#table').getBoundingClientRect(); \
             const e = document.elementFromPoint(t.left + 400, t.top + 200).closest('tr'); \
             e && Number(e.getAttribute('aria-rowindex')) > 300 && e.textContent.length > 40 }",
        )
        .await;
        few().await;
        // The row with the focus is out of sight: the next key goes on from it.
        page.press("ArrowDown").await;
        on_row(page, 2).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn on_a_phone_the_columns_lie_under_each_other_and_a_tap_opens() {
    Visit::new().touch().size(390, 844).at("&table").to(async |page| {
        page.until("rows", &format!("{ROWS} > 2")).await;
        let wider =
            "(() => { const t = document.querySelector('#table'); return t.scrollWidth - t.clientWidth })()";
        assert_eq!(page.eval(wider).await, 0, "pixels to scroll sideways");
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.tap(page.point("#table tbody tr", (0.5, 0.5)).await).await;
        page.select("#opened").await;
    });
}
