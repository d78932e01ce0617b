//! What stands too near to be drawn apart: a number, and a list on a click, by mouse, by keyboard and by touch.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;
use serde_json::json;

/// An address at which marks are bundled.
const AT: &str = "&lanes=person";
/// The first mark with a number for its like.
const FIRST: &str = "[...document.querySelectorAll('#marks .mark')].find((mark) => (mark.querySelector('.number')?.textContent ?? '').startsWith('+'))";

/// How many things the first bundle says that it holds, and where it is.
async fn bundle(page: &Page) -> (u64, (f64, f64)) {
    page.until("a bundle", &format!("!!{FIRST}")).await;
    page.eval(&format!("{FIRST}.scrollIntoView({{ block: 'center' }})")).await;
    let more = page.eval(&format!("Number({FIRST}.querySelector('.number').textContent.slice(1))")).await;
    let at = format!(
        "{{ const box = {FIRST}.querySelector('.touch').getBoundingClientRect(); [(box.left + box.right) / 2, (box.top + box.bottom) / 2] }}"
    );
    let at = page.eval(&at).await;
    let side = |i: usize| at[i].as_f64().unwrap_or_default();
    (more.as_u64().unwrap_or_default() + 1, (side(0), side(1)))
}

async fn listed(page: &Page) -> u64 {
    page.eval("document.querySelectorAll('#bundle .thing').length").await.as_u64().unwrap_or_default()
}

#[test]
fn a_click_opens_the_list_of_a_bundle_and_a_click_there_its_passage() {
    Visit::new().at(AT).to(async |page| {
        let (things, at) = bundle(page).await;
        page.mouse("mousePressed", at).await;
        page.mouse("mouseReleased", at).await;
        page.wait("each thing", async || listed(page).await == things).await;
        assert_eq!(
            page.eval("!!document.querySelector('#reader article')").await,
            false,
            "nothing is read yet"
        );
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.select("#bundle .thing").await.click().await;
        page.select("#opened").await;
        page.wait("the list stays", async || listed(page).await == things).await;
        // What the drawing no longer holds is closed by itself, and Escape is the reader's again.
        page.find("button", "Lanes").await.click().await;
        page.find("button", "One lane").await.click().await;
        page.wait("closed", async || listed(page).await == 0).await;
        page.select("#opened").await;
        page.press("Escape").await;
        page.until("the article is closed", "!document.querySelector('#opened')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn enter_opens_the_list_of_a_bundle_and_escape_gives_the_focus_back() {
    Visit::new().at(AT).to(async |page| {
        let (things, _) = bundle(page).await;
        page.eval(&format!("{FIRST}.focus()")).await;
        let order = format!("[...document.querySelectorAll('#marks .mark')].indexOf({FIRST})");
        assert!(page.eval(&order).await.as_i64().unwrap_or(-1) >= 0);
        page.eval("document.querySelector('#marks').focus()").await;
        page.press("Home").await;
        let is_bundle =
            "(document.activeElement.querySelector('.number')?.textContent ?? '').startsWith('+')";
        for _ in 0..60 {
            if page.eval(is_bundle).await == json!(true) {
                break;
            }
            page.press("ArrowRight").await;
        }
        assert_eq!(page.eval(is_bundle).await, json!(true), "arrows come to a bundle");
        page.press("Enter").await;
        page.wait("a list", async || listed(page).await >= 2.min(things)).await;
        page.until("the focus is in it", "document.activeElement.id === 'bundle'").await;
        page.press("Escape").await;
        page.until("the focus is back", "!!document.activeElement.closest('#marks')").await;
    });
}

#[test]
fn a_finger_opens_the_list_of_a_bundle() {
    Visit::new().touch().size(390, 844).at(AT).to(async |page| {
        page.find("button", "Show the drawing").await.click().await;
        let (things, at) = bundle(page).await;
        page.tap(at).await;
        page.wait("each thing", async || listed(page).await == things).await;
    });
}
