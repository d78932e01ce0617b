//! Without a mouse.

use dateline_browser_tests::visit::Visit;

#[test]
fn the_first_tab_stop_skips_to_the_results() {
    Visit::new().to(async |page| {
        page.press("Tab").await;
        let link = page.find("link", "Skip to results").await;
        assert!(link.is_focused().await);
        assert!(link.is_in_view().await, "a skip link is seen while it has the focus");
        page.press("Enter").await;
        page.until("the focus is in the results", "!!document.activeElement.closest('#results')").await;
    });
}

#[test]
fn the_tab_key_goes_through_the_page_in_its_order() {
    Visit::new().to(async |page| {
        // Where each stop stands in the document; the order of the page is the order of the stops.
        let mut stops = Vec::new();
        for _ in 0..12 {
            page.press("Tab").await;
            let code = "return [...document.querySelectorAll('*')].indexOf(this)";
            stops.push(page.focused().await.eval(code).await.as_i64().unwrap_or(-1));
        }
        assert!(stops.is_sorted(), "{stops:?}");
        assert!(stops.first() < stops.last(), "{stops:?}");
    });
}

#[test]
fn the_timeline_is_one_tab_stop_with_arrows_and_enter_opens() {
    Visit::new().to(async |page| {
        let timeline = "document.querySelector('#drawing')";
        page.until("a mark", &format!("{timeline}.querySelectorAll('[role=button]').length > 1")).await;
        let stops = format!("{timeline}.querySelectorAll('[tabindex=\"0\"]').length");
        assert_eq!(page.eval(&stops).await, 1, "one tab stop");
        page.press("t").await;
        page.until("a mark has the focus", &format!("{timeline}.contains(document.activeElement)")).await;
        page.select("#drawing [role=button][tabindex='0']").await.focus().await;
        let first = page.eval("document.activeElement.id").await;
        page.press("ArrowRight").await;
        page.wait("the next mark", async || page.eval("document.activeElement.id").await != first).await;
        assert_eq!(page.eval(&stops).await, 1, "still one tab stop");
        // Without its place among the marks, which may be another one when it is open.
        let name = "document.activeElement.ariaLabel.replace(/, [0-9]+ of [0-9]+$/, '')";
        let mark = page.eval(name).await;
        page.press("Enter").await;
        page.select("#reader article").await;
        page.select("#opened").await;
        page.until(
            "the mark keeps the focus",
            &format!("(document.activeElement.ariaLabel || '').startsWith({mark})"),
        )
        .await;
    });
}

#[test]
fn a_name_keeps_the_focus_when_the_list_follows() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        page.find("group", "People").await.all("button").await.swap_remove(2).focus().await;
        let text = page.focused().await.text().await;
        page.press("Enter").await;
        page.says_other_than(&before).await;
        page.focused().await.until("aria-pressed", "true").await;
        page.press("Enter").await;
        page.wait("everything again", async || page.says().await == before).await;
        assert_eq!(page.focused().await.text().await, text);
    });
}

#[test]
fn help_takes_the_focus_and_gives_it_back() {
    Visit::new().to(async |page| {
        let button = page.find("button", "Help").await;
        button.focus().await;
        page.press("Enter").await;
        page.until("the focus is in the help", "document.activeElement.id === 'help'").await;
        page.press("Escape").await;
        page.wait("the focus is back", async || button.is_focused().await).await;
    });
}

#[test]
fn a_row_opens_with_enter() {
    Visit::new().to(async |page| {
        page.select("#results button[data-document]").await.focus().await;
        page.press("Enter").await;
        page.select("#opened").await;
    });
}

#[test]
fn arrows_go_from_tab_to_tab() {
    Visit::new().to(async |page| {
        page.find("tab", "Events").await.focus().await;
        page.press("ArrowRight").await;
        page.find("tab", "Articles").await.until("aria-selected", "true").await;
        assert!(page.find("tab", "Articles").await.is_focused().await);
    });
}
