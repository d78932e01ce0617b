//! For every reader: axe-core finds nothing, on every tab, in every colour scheme, on every screen.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

async fn every_tab_and_the_reader(page: &Page) {
    for tab in ["Events", "Articles", "Quotations", "Figures"] {
        page.find("tab", tab).await.click().await;
        page.find("tab", tab).await.until("aria-selected", "true").await;
        assert_eq!(page.axe().await, Vec::<String>::new(), "{tab}");
    }
    page.select("#results button[data-document]").await.click().await;
    page.select("#reader article").await;
    assert_eq!(page.axe().await, Vec::<String>::new(), "the reader");
}

/// Nothing is wider than the screen.
async fn no_sideways(page: &Page) {
    let wider = "(() => { const w = document.documentElement; return w.scrollWidth - w.clientWidth })()";
    assert_eq!(page.eval(wider).await, 0, "pixels to scroll sideways");
}

#[test]
fn axe_finds_nothing_on_a_wide_light_screen() {
    Visit::new().prefers("prefers-color-scheme", "light").to(every_tab_and_the_reader);
}

#[test]
fn axe_finds_nothing_on_a_wide_dark_screen() {
    Visit::new().prefers("prefers-color-scheme", "dark").to(every_tab_and_the_reader);
}

#[test]
fn axe_finds_nothing_on_a_light_phone() {
    Visit::new().size(390, 844).prefers("prefers-color-scheme", "light").to(async |page| {
        no_sideways(page).await;
        every_tab_and_the_reader(page).await;
        no_sideways(page).await;
    });
}

#[test]
fn axe_finds_nothing_on_a_dark_phone() {
    Visit::new().size(390, 844).prefers("prefers-color-scheme", "dark").to(every_tab_and_the_reader);
}

#[test]
fn axe_finds_nothing_at_the_narrowest() {
    Visit::new().size(320, 568).to(async |page| {
        no_sideways(page).await;
        every_tab_and_the_reader(page).await;
        no_sideways(page).await;
    });
}

#[test]
fn nothing_is_too_wide_on_a_very_small_screen_or_with_a_very_long_question() {
    for (width, height) in [(320, 256), (390, 844), (768, 1024), (1440, 900)] {
        let long = format!("%22{}%22%20{}%20person:nobody", "lorem%20".repeat(60), "x".repeat(200));
        Visit::new().size(width, height).at(&long).to(async |page| {
            page.find("region", "Results").await;
            no_sideways(page).await;
            assert_eq!(page.console().await, Vec::<String>::new());
        });
    }
}

#[test]
fn nothing_moves_for_whoever_asked_for_less_motion() {
    Visit::new().prefers("prefers-reduced-motion", "reduce").to(async |page| {
        let moving =
            "document.getAnimations().filter((a) => a.effect.getComputedTiming().duration > 20).length";
        page.find("tab", "Articles").await.click().await;
        assert_eq!(page.eval(moving).await, 0);
    });
}
