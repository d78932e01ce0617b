//! Reading: a row opens the sentence that it came from.

use dateline_browser_tests::visit::Visit;
use serde_json::json;

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

#[test]
fn on_a_phone_the_focus_goes_to_the_reader_and_back_to_the_row() {
    Visit::new().size(390, 844).to(async |page| {
        let row = page.select("#results button[data-document]").await;
        row.focus().await;
        page.press("Enter").await;
        page.until("the focus is in the reader", "!!document.activeElement.closest('#reader')").await;
        page.find("button", "Close reader").await.click().await;
        page.wait("the focus is on the row", async || row.is_focused().await).await;
    });
}

#[test]
fn an_explanation_does_not_move_the_text() {
    Visit::new().to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        page.select("#opened .name").await;
        page.wait("the sentence is in view", async || page.select("#opened").await.is_in_view().await).await;
        let place = "document.querySelector('#opened').getBoundingClientRect().top";
        let stood = page.eval(place).await;
        for explained in [false, true] {
            page.select("#opened .name").await.eval("this.click()").await;
            page.until("an explanation", &format!("!document.querySelector('#reader .why') === {explained}"))
                .await;
            assert_eq!(page.eval(place).await, stood);
        }
    });
}

#[test]
fn the_title_says_what_is_shown() {
    Visit::new().at("ceasefire").to(async |page| {
        page.until("a title", "/^[0-9]+ events?, ceasefire – Dateline$/.test(document.title)").await;
    });
}

#[test]
fn the_list_copies_as_a_table_whose_links_open_the_passages() {
    Visit::new().at("ceasefire").to(async |page| {
        for name in ["clipboard-read", "clipboard-write"] {
            let granted = json!({ "permission": { "name": name, "allowWithoutSanitization": false }, "setting": "granted" });
            page.devtools("Browser.setPermission", &granted).await;
        }
        let rows = page.eval("document.querySelectorAll('#results .row').length").await;
        page.find("button", "Copy as table").await.click().await;
        page.find("button", &format!("Copied {rows} rows")).await;
        let text = page.eval("navigator.clipboard.readText()").await.as_str().unwrap_or_default().to_owned();
        let html = "navigator.clipboard.read().then((all) => all[0].getType('text/html')).then((b) => b.text())";
        let html = page.eval(html).await.as_str().unwrap_or_default().to_owned();
        assert_eq!(Some(text.lines().count() as u64 - 1), rows.as_u64());
        assert_eq!(Some(html.matches("<tr>").count() as u64 - 1), rows.as_u64());
        let link = text.lines().nth(1).and_then(|line| line.split('\t').nth(4)).unwrap_or_default();
        let passage = text.lines().nth(1).and_then(|line| line.split('\t').nth(1)).unwrap_or_default().to_owned();
        let fragment = link.split_once('#').map(|(_, fragment)| fragment).unwrap_or_default();
        page.leave().await;
        page.open(&format!("#{fragment}")).await;
        let opened = page.select("#opened").await.text().await;
        assert!(passage.contains(&opened) || opened.contains(&passage), "{opened}");
    });
}
