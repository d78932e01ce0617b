//! The pack while it is still coming: numbers first, then rows.

use dateline_browser_tests::page::Page;

use crate::corpus::{agrees, first_of, search, visit};

/// Holds back the last piece of the pack until `come` is called, with whether the connection breaks.
const HELD: &str = "(() => { \
    const { read } = ReadableStreamDefaultReader.prototype; let came = 0; \
    ReadableStreamDefaultReader.prototype.read = async function () { \
        const next = await read.call(this); came += next.value?.length ?? 0; \
        if (came < window.bytes) return next; \
        window.bytes = Infinity; \
        if (await new Promise((come) => { window.come = come; })) throw new Error('gone'); \
        return next; \
    }; \
    const { get } = Headers.prototype; \
    Headers.prototype.get = function (name) { \
        const found = get.call(this, name); if (name === 'content-length') window.bytes = +found; return found; \
    }; })()";

const COMING: &str = "!!document.querySelector('#rows .coming')";

async fn is_coming(page: &Page) {
    page.until("the page says that the articles are coming", COMING).await;
    assert_eq!(page.eval("document.querySelectorAll('#results .row').length").await, 0);
}

#[test]
fn all_numbers_are_there_before_the_articles_and_the_rows_follow_by_themselves() {
    visit().before(HELD).to(async |page| {
        is_coming(page).await;
        agrees(page).await;
        let name = first_of(page, "People").await;
        let phrase = format!("\"{}\"", name.name);
        name.click().await;
        is_coming(page).await;
        agrees(page).await;
        page.find("tab", "Articles").await.click().await;
        agrees(page).await;
        // The order of words is in the articles: the answer waits, and the question after it does not.
        search(page, &phrase).await;
        page.until("the page says that it waits", "!!document.querySelector('.page.waiting')").await;
        let says = page.says().await;
        assert!(!says.contains(&format!("{}”", name.name)), "no number that is not known: {says}");
        page.back().await;
        page.until("it waits no longer", "!document.querySelector('.page.waiting')").await;
        agrees(page).await;
        page.forward().await;
        page.eval("come(false)").await;
        page.until("the rows are there", "document.querySelectorAll('#results .row').length > 0").await;
        agrees(page).await;
        assert_eq!(page.eval(COMING).await, false);
        page.select("#results button[data-document]").await.click().await;
        page.select("#reader article").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_pack_whose_connection_breaks_ends_in_a_message() {
    visit().before(HELD).to(async |page| {
        is_coming(page).await;
        page.eval("come(true)").await;
        let message = page.find("alert", "").await.text().await;
        assert!(message.contains("cut short"), "{message}");
    });
}
