//! From hit to hit: in the rows of articles, and through the whole result.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

/// What the reader's bar says of where the open passage stands.
async fn stands(page: &Page) -> String {
    page.select(".reader-bar .hits span").await.text().await
}

/// Presses the reader's button `name`, and waits until it says something else.
async fn press(page: &Page, name: &str) -> String {
    let before = stands(page).await;
    page.find("button", name).await.click().await;
    page.wait(&format!("another place than {before}"), async || stands(page).await != before).await;
    stands(page).await
}

const HISTORY: &str = "history.length";

#[test]
fn a_row_of_an_article_shows_the_sentences_that_were_found_and_each_opens_there() {
    Visit::new().at("ceasefire&tab=articles").to(async |page| {
        page.select("#results .found button[data-document]").await;
        let bare = "[...document.querySelectorAll('#results .row')].filter((row) => { \
            const all = [...row.querySelectorAll('.found button[data-document]')]; \
            return all.length > 3 || all.some((one) => !one.querySelector('.hit')) }).length";
        assert_eq!(page.eval(bare).await, 0, "rows with a sentence without a hit, or with too many");
        let sentence = page.select("#results .found li:last-of-type button[data-document]").await;
        let text = sentence.text().await;
        sentence.click().await;
        assert_eq!(page.select("#opened").await.text().await, text);
        assert_eq!(page.axe().await, Vec::<String>::new());
    });
}

#[test]
fn more_opens_the_article_at_the_next_sentence_that_was_found() {
    Visit::new().at("ceasefire&tab=articles").to(async |page| {
        let row = page.select("#results .row:has(.found .link)").await;
        let shown =
            "return [...this.querySelectorAll('.found button[data-document]')].map((b) => b.textContent)";
        let shown = row.eval(shown).await;
        let more = page.select("#results .row .found .link").await;
        assert!(more.text().await.ends_with(" more"));
        more.click().await;
        let opened = page.select("#opened").await;
        assert!(opened.text().await.to_lowercase().contains("ceasefire"));
        let shown: Vec<String> = serde_json::from_value(shown).expect("sentences");
        assert_eq!(shown.len(), 3);
        assert!(!shown.contains(&opened.text().await), "one that the row does not show");
    });
}

#[test]
fn without_words_a_row_of_an_article_is_its_headline() {
    Visit::new().at("&tab=articles").to(async |page| {
        page.select("#results button[data-document]").await;
        assert_eq!(page.eval("document.querySelectorAll('#results .found').length").await, 0);
    });
}

#[test]
fn next_goes_through_the_rows_over_two_articles_and_back_undoes_it_as_one_step() {
    Visit::new().at("ceasefire").to(async |page| {
        let all = page.count().await;
        page.select("#results button[data-document]").await.click().await;
        page.select("#reader article").await;
        assert_eq!(stands(page).await, format!("1 of {all} events"));
        page.find("button", "Previous").await.until("aria-disabled", "true").await;
        let file = "document.querySelector('#reader article').dataset.document";
        let (first, steps) = (page.eval(file).await, page.eval(HISTORY).await);
        let mut at = 1;
        while page.eval(file).await == first {
            at += 1;
            assert_eq!(press(page, "Next").await, format!("{at} of {all} events"));
        }
        let focused = page.focused().await.attribute("aria-label").await;
        assert_eq!(focused.as_deref(), Some("Next"), "the button that was pressed keeps the focus");
        page.select("#opened").await;
        page.until("the row that is open is marked", "!!document.querySelector('#results .row.open')").await;
        page.press("p").await;
        page.wait("one back", async || stands(page).await == format!("{} of {all} events", at - 1)).await;
        assert_eq!(page.eval(HISTORY).await.as_u64(), steps.as_u64().map(|steps| steps + 1));
        page.back().await;
        page.wait("where it began", async || stands(page).await == format!("1 of {all} events")).await;
    });
}

#[test]
fn at_the_last_row_next_is_disabled_and_stays() {
    Visit::new().at("ceasefire&sort=oldest").to(async |page| {
        let all = page.count().await;
        page.until("all rows", &format!("document.querySelectorAll('#rows > ol .row').length === {all}"))
            .await;
        page.eval("[...document.querySelectorAll('#rows > ol details')].forEach((d) => d.open = true)").await;
        page.eval("[...document.querySelectorAll('#rows > ol .row .passage')].at(-1).click()").await;
        page.select("#reader article").await;
        page.wait("the last", async || stands(page).await == format!("{all} of {all} events")).await;
        page.find("button", "Next").await.until("aria-disabled", "true").await;
        page.press("n").await;
        assert_eq!(stands(page).await, format!("{all} of {all} events"));
    });
}

#[test]
fn in_articles_next_goes_through_the_hits_of_one_and_then_to_the_next() {
    Visit::new().at("ceasefire&tab=articles").to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        page.select("#reader article").await;
        let file = "document.querySelector('#reader article').dataset.document";
        let first = page.eval(file).await;
        let mut hits = 0;
        while page.eval(file).await == first {
            let said = press(page, "Next").await;
            hits += 1;
            let inside = said.starts_with("1 of ") && said.contains(", hit ");
            assert!(inside || said.starts_with("2 of "), "{said}");
            assert!(hits < 100, "it comes to the next article");
        }
        assert!(stands(page).await.contains(", hit 1 of "), "{}", stands(page).await);
        let back = press(page, "Previous").await;
        let (_, hit) = back.split_once(", hit ").expect("a hit");
        let (at, of) = hit.split_once(" of ").expect("its place");
        assert_eq!(at, of, "from behind it is the last: {back}");
    });
}
