//! Reading: a row opens the sentence that it came from.

use dateline_browser_tests::visit::Visit;

#[test]
fn a_row_opens_the_reader_at_its_sentence() {
    Visit::new().to(async |page| {
        let row = page.select("#results button[data-document]").await;
        let (text, file) = (row.text().await, row.attribute("data-document").await.unwrap_or_default());
        row.click().await;
        let shown = page.select(&format!("#reader [data-document='{file}']")).await;
        assert!(shown.text().await.contains(&text), "the passage stands in the article");
        let opened = page.select("#opened").await;
        page.wait("the sentence is in view", async || opened.is_in_view().await).await;
        let sentence = opened.text().await;
        assert!(sentence.contains(&text) || text.contains(&sentence), "{sentence}");
    });
}

#[test]
fn an_address_opens_its_passage_again() {
    Visit::new().to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        let sentence = page.select("#opened").await.text().await;
        page.reload().await;
        let again = page.select("#opened").await;
        assert_eq!(again.text().await, sentence);
        page.wait("the sentence is in view", async || again.is_in_view().await).await;
    });
}

#[test]
fn escape_closes_the_reader_and_back_opens_it_again() {
    Visit::new().to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        page.select("#reader article").await;
        page.press("Escape").await;
        page.until("the reader is closed", "!document.querySelector('#reader article')").await;
        page.back().await;
        page.select("#reader article").await;
    });
}
