//! Narrowing what was found: names and publishers, the brush, and the way back.

use dateline_browser_tests::found::Found;
use dateline_browser_tests::page::Page;

use crate::corpus::{address, agrees, first_of, search, visit, word};

/// What the sidebar promises for `value`: how many rows it leaves.
async fn promised(value: &Found) -> u32 {
    let counted = value.eval("return this.querySelector('.count').textContent.replace(/[^0-9]/g, '')").await;
    counted.as_str().and_then(|count| count.parse().ok()).expect("a count")
}

async fn until_rows(page: &Page, count: u32) {
    page.wait(&format!("{count} rows"), async || page.count().await == count).await;
    agrees(page).await;
}

#[test]
fn a_value_of_the_sidebar_leaves_as_many_rows_as_it_says_and_back_undoes() {
    visit().to(async |page| {
        let all = page.count().await;
        for group in ["People", "Published by", "Reported as"] {
            let value = first_of(page, group).await;
            let (name, count) = (value.name.clone(), promised(&value).await);
            value.click().await;
            page.find("button", &name).await.until("aria-pressed", "true").await;
            until_rows(page, count).await;
            page.reload().await;
            page.find("button", &name).await.until("aria-pressed", "true").await;
            until_rows(page, count).await;
            page.back().await;
            until_rows(page, all).await;
            page.forward().await;
            until_rows(page, count).await;
            page.back().await;
            until_rows(page, all).await;
        }
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn what_is_left_out_and_what_is_chosen_are_all_rows_together() {
    visit().to(async |page| {
        let all = page.count().await;
        let value = first_of(page, "Organizations").await;
        let (name, with) = (value.name.clone(), promised(&value).await);
        page.find("button", &format!("Leave out {name}")).await.click().await;
        until_rows(page, all - with).await;
        // The counts of a value that is left out are those it would give.
        let other = first_of(page, "Published by").await;
        let count = promised(&other).await;
        other.click().await;
        until_rows(page, count).await;
        page.find("button", "Clear all").await.click().await;
        until_rows(page, all).await;
    });
}

#[test]
fn the_brush_narrows_by_mouse_in_one_step_with_words_in_the_box() {
    visit().to(async |page| {
        let word = word(page).await;
        search(page, &word).await;
        agrees(page).await;
        let before = page.says().await;
        let (from, to) =
            (page.point("#overview", (0.3, 0.6)).await, page.point("#overview", (0.6, 0.6)).await);
        page.drag(from, to).await;
        page.wait("a range", async || address(page).await.0.contains("after:")).await;
        page.mouse("mouseReleased", to).await;
        page.says_other_than(&before).await;
        agrees(page).await;
        page.back().await;
        page.wait("one step back is the whole", async || page.says().await == before).await;
        agrees(page).await;
    });
}

#[test]
fn the_brush_narrows_by_the_keyboard() {
    visit().to(async |page| {
        for (handle, keys) in [("From", ["PageDown", "ArrowRight"]), ("To", ["End", "ArrowLeft"])] {
            let slider = page.find("slider", handle).await;
            slider.focus().await;
            for key in keys {
                let stood = slider.attribute("aria-valuenow").await;
                page.press(key).await;
                if key != "End" {
                    page.wait("another day", async || slider.attribute("aria-valuenow").await != stood).await;
                }
                agrees(page).await;
            }
        }
        assert!(address(page).await.0.contains("after:"));
        page.reload().await;
        agrees(page).await;
    });
}
