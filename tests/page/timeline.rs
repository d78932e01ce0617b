//! The timeline by hand: the brush on the strip, and moving the drawing.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;
use serde_json::json;

/// Where the strip is pressed and let go: the middle third, where bars are.
async fn brush(page: &Page) {
    let (from, to) = (page.point("#overview", (0.4, 0.6)).await, page.point("#overview", (0.7, 0.6)).await);
    page.drag(from, to).await;
}

/// The fragment of the address.
async fn fragment(page: &Page) -> String {
    page.eval("location.hash").await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_drag_on_the_strip_chooses_a_range_in_one_step_of_history() {
    Visit::new().to(async |page| {
        let before = page.says().await;
        brush(page).await;
        page.wait("a range while the hand is down", async || fragment(page).await.contains("after:")).await;
        assert_eq!(page.says().await, before, "screen readers hear the range when the hand lets go");
        let to = page.point("#overview", (0.7, 0.6)).await;
        page.mouse("mouseReleased", to).await;
        page.says_other_than(&before).await;
        // On a busy machine the first other sentence may be that of the way there.
        page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
        let narrowed = page.says().await;
        let field = page.select("input[aria-label='From date']").await;
        assert_ne!(field.eval("return this.value").await, "", "the field holds the first day");

        page.back().await;
        page.wait("one step back is the whole", async || page.says().await == before).await;
        page.forward().await;
        page.wait("and forward the range", async || page.says().await == narrowed).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_handle_moves_its_end_alone_and_a_double_click_clears() {
    Visit::new().at("after:2025-04-01%20before:2026-01-31").to(async |page| {
        let handle = "document.querySelectorAll('.handle')[1].getBoundingClientRect().left";
        let stood = page.eval(handle).await.as_f64().unwrap_or_default();
        let (_, y) = page.point("#overview", (0.5, 0.6)).await;
        page.drag((stood + 5.0, y), (stood + 65.0, y)).await;
        page.mouse("mouseReleased", (stood + 65.0, y)).await;
        page.wait("the other end moved", async || !fragment(page).await.contains("before:2026-01-31")).await;
        let moved = fragment(page).await;
        assert!(moved.contains("after:2025-04-01") && moved.contains("before:2026-"), "{moved}");

        let (x, y) = page.point("#overview", (0.5, 0.6)).await;
        for count in [1, 2] {
            for kind in ["mousePressed", "mouseReleased"] {
                let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count });
                page.devtools("Input.dispatchMouseEvent", &event).await;
            }
        }
        page.wait("no range", async || !fragment(page).await.contains("after:")).await;
    });
}

#[test]
fn dragging_the_drawing_moves_it_and_opens_nothing_and_fit_undoes_it() {
    Visit::new().to(async |page| {
        let mark = "#marks .mark.matched";
        let from = page.point(mark, (0.5, 0.5)).await;
        page.drag(from, (from.0 - 90.0, from.1)).await;
        page.mouse("mouseReleased", (from.0 - 90.0, from.1)).await;
        page.wait("a window in the address", async || fragment(page).await.contains("window=")).await;
        assert_eq!(page.eval("!!document.querySelector('#reader article')").await, false);
        page.find("button", "Fit").await.click().await;
        page.wait("no window", async || !fragment(page).await.contains("window=")).await;
    });
}

#[test]
fn a_click_opens_the_nearest_mark_and_a_wheel_with_ctrl_zooms() {
    Visit::new().to(async |page| {
        let (x, y) = page.point("#marks .mark.said .touch", (0.5, 0.5)).await;
        // Beside the mark, where no shape is.
        page.mouse("mousePressed", (x - 9.0, y + 3.0)).await;
        page.mouse("mouseReleased", (x - 9.0, y + 3.0)).await;
        page.select("#opened").await;

        let ticks = "document.querySelectorAll('#drawing .tick').length";
        let before = page.eval(ticks).await.as_u64().unwrap_or_default();
        for _ in 0..4 {
            let wheel =
                json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -100, "modifiers": 2 });
            page.devtools("Input.dispatchMouseEvent", &wheel).await;
        }
        page.wait("a window in the address", async || fragment(page).await.contains("window=")).await;
        page.wait("fewer days", async || page.eval(ticks).await.as_u64().unwrap_or_default() < before).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}
