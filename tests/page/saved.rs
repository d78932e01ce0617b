//! Searches that are kept in the browser.

use dateline_browser_tests::visit::Visit;

const SAVED: &str = "ceasefire: articles, oldest first";

/// A browser that does not even say where it keeps things.
const NOTHING_KEPT: &str = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";

#[test]
fn a_search_is_saved_survives_a_reload_opens_again_and_is_deleted() {
    Visit::new().at("ceasefire&tab=articles&sort=oldest").to(async |page| {
        let says = page.says().await;
        page.find("button", "Saved").await.click().await;
        page.until("the focus is in the menu", "document.activeElement.id === 'saved'").await;
        page.find("button", "Save this search").await.click().await;
        page.find("button", "This search is saved").await.until("aria-disabled", "true").await;
        page.find("button", SAVED).await;
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.press("Escape").await;
        page.until("it is closed", "!document.querySelector('#saved')").await;
        page.until("the focus is back", "document.activeElement.textContent === 'Saved'").await;

        page.open("").await;
        page.reload().await;
        page.wait("everything", async || page.says().await != says).await;
        page.find("button", "Saved").await.focus().await;
        page.press("Enter").await;
        page.find("button", SAVED).await.focus().await;
        page.press("Enter").await;
        page.wait("the search again", async || page.says().await == says).await;
        page.find("tab", "Articles").await.until("aria-selected", "true").await;
        page.find("button", "Oldest first").await;
        page.back().await;
        page.wait("one step back", async || page.says().await != says).await;

        page.find("button", "Saved").await.click().await;
        page.find("button", &format!("Delete {SAVED}")).await.click().await;
        page.until("it is gone", "!document.querySelector('#saved li')").await;
        page.until("the focus stays", "document.activeElement.id === 'saved'").await;
        page.reload().await;
        page.find("button", "Saved").await.click().await;
        page.until("the menu", "!!document.querySelector('#saved')").await;
        assert!(!page.has("button", SAVED).await);
    });
}

#[test]
fn a_browser_that_keeps_nothing_breaks_nothing_and_says_so() {
    Visit::new().before(NOTHING_KEPT).at("ceasefire").to(async |page| {
        assert!(page.count().await > 0);
        page.find("button", "Saved").await.click().await;
        page.find("button", "Save this search").await.click().await;
        page.find("button", "ceasefire: events, newest first").await;
        page.until("it is said", "[...document.querySelectorAll('#saved p')].some((p) => p.checkVisibility() && /keeps nothing/.test(p.innerText))").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_menu_fits_a_phone() {
    Visit::new().size(390, 844).to(async |page| {
        page.find("button", "Saved").await.click().await;
        page.find("button", "Save this search").await.click().await;
        let wider = "(() => { const w = document.documentElement; return w.scrollWidth - w.clientWidth })()";
        assert_eq!(page.eval(wider).await, 0);
        assert_eq!(page.axe().await, Vec::<String>::new());
    });
}

#[test]
fn the_help_fits_one_screen() {
    Visit::new().to(async |page| {
        page.find("button", "Help").await.click().await;
        let help = page.select("#help").await;
        assert_eq!(help.eval("return this.scrollHeight - this.clientHeight").await, 0, "pixels to scroll");
    });
}
