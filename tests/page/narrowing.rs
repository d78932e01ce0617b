//! Asking for less: words, names, dates, and the way back.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

/// The first value of the group of names `group`: its name.
async fn first(page: &Page, group: &str) -> String {
    let group = page.find("group", group).await;
    page.wait("a name", async || !group.all("button").await.is_empty()).await;
    group.all("button").await.swap_remove(0).name
}

#[test]
fn typing_words_narrows_the_events_and_the_sentence_says_so() {
    Visit::new().to(async |page| {
        let (all, before) = (page.count().await, page.says().await);
        page.find("combobox", "Search").await.click().await;
        page.type_in("ceasefire").await;
        let says = page.says_other_than(&before).await;
        page.wait("fewer events", async || page.count().await < all).await;
        assert!(page.count().await > 0, "{says}");
        page.press("Enter").await;
        page.find("button", "Remove: words that begin with ceasefire").await;
    });
}

#[test]
fn a_slash_goes_to_the_search() {
    Visit::new().to(async |page| {
        page.press("/").await;
        let search = page.find("combobox", "Search").await;
        page.wait("the focus", async || search.is_focused().await).await;
        assert_eq!(search.eval("return this.value").await, "");
    });
}

#[test]
fn a_name_filters_and_back_undoes_and_reload_restores() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        let name = first(page, "People").await;
        page.find("button", &name).await.click().await;
        page.find("button", &name).await.until("aria-pressed", "true").await;
        let narrowed = page.says_other_than(&before).await;
        assert!(narrowed.contains(&name), "{narrowed}");
        page.find("button", &format!("Remove: {name}")).await;

        page.back().await;
        page.wait("Back undoes", async || page.says().await == before).await;
        page.find("button", &name).await.until("aria-pressed", "false").await;
        page.forward().await;
        page.wait("Forward does it again", async || page.says().await == narrowed).await;

        page.reload().await;
        page.find("button", &name).await.until("aria-pressed", "true").await;
        assert_eq!(page.says().await, narrowed);
    });
}

#[test]
fn a_chip_takes_its_filter_away() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        let name = first(page, "Places").await;
        page.find("button", &name).await.click().await;
        page.find("button", &format!("Remove: {name}")).await.click().await;
        page.wait("everything again", async || page.says().await == before).await;
    });
}

#[test]
fn a_name_can_be_left_out() {
    Visit::new().to(async |page| {
        let (all, before) = (page.count().await, page.says().await);
        let name = first(page, "People").await;
        page.find("button", &format!("Leave out {name}")).await.click().await;
        page.says_other_than(&before).await;
        let without = page.count().await;
        assert!(without < all);
        page.back().await;
        page.wait("everything again", async || page.says().await == before).await;
        page.find("button", &name).await.click().await;
        page.says_other_than(&before).await;
        assert_eq!(page.count().await + without, all, "an event names {name} or it does not");
    });
}

#[test]
fn arrow_keys_on_the_from_slider_change_the_range() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        let slider = page.find("slider", "From").await;
        let stood = slider.attribute("aria-valuetext").await.unwrap_or_default();
        assert!(stood.chars().any(|c| c.is_ascii_digit()), "a date: {stood}");
        slider.focus().await;
        for _ in 0..3 {
            page.press("ArrowRight").await;
        }
        page.wait("another date", async || {
            page.find("slider", "From").await.attribute("aria-valuetext").await.unwrap_or_default() != stood
        })
        .await;
        page.says_other_than(&before).await;
    });
}

#[test]
fn clear_all_clears_all() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        let name = first(page, "People").await;
        page.find("button", &name).await.click().await;
        page.find("button", "Clear all").await.click().await;
        page.wait("everything again", async || page.says().await == before).await;
    });
}

#[test]
fn an_empty_result_offers_ways_out_whose_counts_hold() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        let name = first(page, "People").await;
        page.find("button", &name).await.click().await;
        page.says_other_than(&before).await;
        page.find("combobox", "Search").await.click().await;
        page.type_in("zzzqqq").await;
        page.press("Enter").await;
        page.wait("nothing", async || !page.says().await.starts_with(|c: char| matches!(c, '1'..='9'))).await;
        let offers = page.all("button").await.into_iter().filter(|b| b.name.starts_with("Without "));
        let offer =
            offers.into_iter().find(|b| b.name.contains("zzzqqq")).expect("a way out without the word");
        let (_, count) = offer.name.rsplit_once(": ").expect("a count");
        let expected: u32 = count.trim().replace(',', "").parse().expect("a count");
        assert!(expected > 0);
        offer.click().await;
        page.wait("what was offered", async || page.says().await.starts_with(char::is_numeric)).await;
        assert_eq!(page.count().await, expected);
    });
}

#[test]
fn each_tab_counts_its_own_rows() {
    Visit::new().to(async |page| {
        let tabs = [
            ("Articles", "article"),
            ("Quotations", "quotation"),
            ("Figures", "figure"),
            ("Events", "event"),
        ];
        for (tab, unit) in tabs {
            page.find("tab", tab).await.click().await;
            page.find("tab", tab).await.until("aria-selected", "true").await;
            page.wait(&format!("a sentence about {unit}s"), async || page.says().await.contains(unit)).await;
        }
    });
}

#[test]
fn undo_takes_one_step_back_and_never_leaves_the_page() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        let undo = page.find("button", "Undo").await;
        undo.until("aria-disabled", "true").await;
        undo.click().await;
        let name = first(page, "People").await;
        page.find("button", &name).await.click().await;
        page.says_other_than(&before).await;
        undo.until("aria-disabled", "false").await;
        undo.click().await;
        page.wait("everything again", async || page.says().await == before).await;
        undo.until("aria-disabled", "true").await;
    });
}
