//! The note beside a mark, and the ring where the reader is reading.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;
use serde_json::json;

const NOTE: &str = "document.querySelector('#note')";

/// The middle of the first mark that stands for one saying.
async fn mark(page: &Page) -> (f64, f64) {
    page.point("#marks .mark.said.matched .touch", (0.5, 0.5)).await
}

async fn move_to(page: &Page, (x, y): (f64, f64)) {
    page.devtools("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": x, "y": y })).await;
}

#[test]
fn hovering_a_mark_shows_who_says_what_beside_it() {
    Visit::new().to(async |page| {
        let at = mark(page).await;
        move_to(page, at).await;
        page.until("a note", &format!("!!{NOTE}")).await;
        let text = page.eval(&format!("{NOTE}.textContent")).await.as_str().unwrap_or_default().to_owned();
        assert!(text.contains("aid by ") && text.contains(" 202"), "{text}");
        page.until(
            "the whole sentence in serif",
            &format!("{NOTE}.querySelector('.serif').textContent.length > 20"),
        )
        .await;
        let apart = format!(
            "(() => {{ const n = {NOTE}.getBoundingClientRect(); \
             return n.right < {x} || n.left > {x} || n.bottom < {y} || n.top > {y} }})()",
            x = at.0,
            y = at.1
        );
        assert_eq!(page.eval(&apart).await, true, "not over its mark");
        assert_eq!(page.eval(&format!("getComputedStyle({NOTE}).pointerEvents")).await, "none");

        page.press("Escape").await;
        page.until("closed", &format!("!{NOTE}")).await;
        move_to(page, (at.0 + 1.0, at.1)).await;
        assert_eq!(page.eval(&format!("!{NOTE}")).await, true, "it stays closed on the same mark");
        move_to(page, (at.0, at.1 - 120.0)).await;
        move_to(page, at).await;
        page.until("again", &format!("!!{NOTE}")).await;
        let (x, y) = page.point("#results", (0.5, 0.5)).await;
        move_to(page, (x, y)).await;
        page.until("gone with the pointer", &format!("!{NOTE}")).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_keyboard_shows_a_note_and_touch_does_not() {
    Visit::new().to(async |page| {
        page.press("t").await;
        page.until("a mark has the focus", "!!document.activeElement.closest('.mark')").await;
        page.press("ArrowRight").await;
        page.until("a note", &format!("!!{NOTE}")).await;
        let first = page.eval(&format!("{NOTE}.textContent")).await;
        page.press("ArrowRight").await;
        page.wait("that of the next mark", async || {
            page.eval(&format!("{NOTE} && {NOTE}.textContent")).await != first
        })
        .await;
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.press("Escape").await;
        page.until("closed", &format!("!{NOTE}")).await;
    });
    Visit::new().touch().to(async |page| {
        page.tap(mark(page).await).await;
        page.select("#opened").await;
        assert_eq!(page.eval(&format!("!{NOTE}")).await, true);
    });
}

#[test]
fn scrolling_an_article_moves_the_ring_on_the_timeline() {
    Visit::new().to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        page.select("#opened").await;
        let rings = "document.querySelector('.here').innerHTML";
        let mut seen = Vec::new();
        for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let code = format!(
                "{{ const r = document.querySelector('#reader'); r.scrollTop = (r.scrollHeight - r.clientHeight) * {share} }}"
            );
            page.eval(&code).await;
            page.eval("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))").await;
            seen.push(page.eval(rings).await.as_str().unwrap_or_default().to_owned());
        }
        let ringed = seen.iter().filter(|rings| rings.contains("<rect")).count();
        seen.dedup();
        assert!(ringed >= 2 && seen.len() >= 3, "{seen:?}");
        page.find("button", "Close reader").await.click().await;
        page.until("no ring", &format!("{rings} === ''")).await;
    });
}
