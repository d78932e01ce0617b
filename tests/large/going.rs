//! Going through what was found: the list, the reader, saved searches, and every reader's way in.

use dateline_browser_tests::page::Page;

use crate::corpus::{address, agrees, search, visit, word};

async fn stands(page: &Page) -> String {
    page.select(".reader-bar .hits span").await.text().await
}

const ROWS: &str = "document.querySelectorAll('#results .row').length";

#[test]
fn next_and_previous_go_through_every_row_from_a_row_that_was_opened() {
    visit().to(async |page| {
        search(page, &word(page).await).await;
        agrees(page).await;
        let all = page.select("#tab-Events small").await.text().await;
        let row = page.select("#results button[data-document]").await;
        let text = row.text().await;
        row.click().await;
        let opened = page.select("#opened").await;
        page.wait("the sentence is in view", async || opened.is_in_view().await).await;
        let sentence = opened.text().await;
        assert!(sentence.contains(&text) || text.contains(&sentence), "{sentence}");
        assert_eq!(stands(page).await, format!("1 of {all} events"));
        for at in 2..5 {
            page.find("button", "Next").await.click().await;
            page.wait("the next row", async || stands(page).await == format!("{at} of {all} events")).await;
        }
        page.press("p").await;
        page.wait("the one before", async || stands(page).await == format!("3 of {all} events")).await;
        // The address follows at most four times a second.
        let file = page.select("#reader article").await.attribute("data-document").await.unwrap_or_default();
        page.wait("the row in the address", async || {
            address(page).await.1.contains(&format!("open={file}~"))
        })
        .await;
        page.reload().await;
        page.select("#opened").await;
        page.wait("the same place", async || stands(page).await == format!("3 of {all} events")).await;
        page.press("Escape").await;
        page.until("the reader is closed", "!document.querySelector('#reader article')").await;
        page.back().await;
        page.select("#reader article").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn in_articles_next_goes_through_hits_and_articles() {
    visit().to(async |page| {
        let word = word(page).await;
        page.open(&format!("#{word}&tab=articles")).await;
        agrees(page).await;
        page.select("#results button[data-document]").await.click().await;
        page.select("#reader article").await;
        for _ in 0..12 {
            let before = stands(page).await;
            page.find("button", "Next").await.click().await;
            page.wait(&format!("another place than {before}"), async || stands(page).await != before).await;
            page.until("a hit is open", "!!document.querySelector('#opened')").await;
        }
    });
}

#[test]
fn more_rows_come_as_the_reader_comes_near_their_end() {
    visit().to(async |page| {
        // The numbers come before the rows.
        page.wait("rows", async || page.eval(ROWS).await.as_u64() > Some(0)).await;
        let mut rows = page.eval(ROWS).await.as_u64().unwrap_or_default();
        for _ in 0..3 {
            page.eval("document.querySelector('#results .more').scrollIntoView()").await;
            page.wait("more rows", async || page.eval(ROWS).await.as_u64() > Some(rows)).await;
            rows = page.eval(ROWS).await.as_u64().unwrap_or_default();
        }
        let head = "document.querySelector('#results .month').textContent";
        let newest = page.eval(head).await;
        page.find("button", "Newest first").await.click().await;
        page.find("button", "Oldest first").await;
        page.wait("the oldest rows", async || page.eval(head).await != newest).await;
        agrees(page).await;
    });
}

#[test]
fn a_saved_search_survives_a_reload_and_finds_the_same() {
    visit().to(async |page| {
        let word = word(page).await;
        page.open(&format!("#{word}&tab=articles")).await;
        agrees(page).await;
        let says = page.says().await;
        page.find("button", "Saved").await.click().await;
        page.find("button", "Save this search").await.click().await;
        let saved = format!("{word}: articles, newest first");
        page.find("button", &saved).await;
        page.open("").await;
        page.reload().await;
        page.says_other_than(&says).await;
        page.find("button", "Saved").await.click().await;
        page.find("button", &saved).await.click().await;
        page.wait("the search again", async || page.says().await == says).await;
        assert_eq!(address(page).await, (word, "tab=articles".to_owned()));
        agrees(page).await;
    });
}

#[test]
fn axe_finds_nothing_on_any_tab_or_in_the_reader_wide_or_on_a_phone() {
    for size in [(1440, 900), (390, 844)] {
        visit().size(size.0, size.1).to(async |page| {
            let wider =
                "(() => { const w = document.documentElement; return w.scrollWidth - w.clientWidth })()";
            for tab in ["Events", "Articles", "Quotations", "Figures"] {
                page.find("tab", tab).await.click().await;
                page.find("tab", tab).await.until("aria-selected", "true").await;
                agrees(page).await;
                assert_eq!(page.eval(wider).await, 0, "pixels to scroll sideways: {tab}");
                assert_eq!(page.axe().await, Vec::<String>::new(), "{tab}");
            }
            page.select("#results button[data-document]").await.click().await;
            page.select("#reader article").await;
            assert_eq!(page.axe().await, Vec::<String>::new(), "the reader");
        });
    }
}
