//! The timeline under fingers: range, window, what is not on it, files to keep; and the same address again.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

/// The fragment of the address.
async fn fragment(page: &Page) -> String {
    page.eval("location.hash").await.as_str().unwrap_or_default().to_owned()
}

/// A phone with the drawing shown.
async fn drawn(page: &Page) {
    page.find("button", "Show the drawing").await.eval("this.scrollIntoView({ block: 'center' })").await;
    page.tap_on(".grow").await;
    page.find("button", "Hide the drawing").await;
    page.eval("document.querySelector('#drawing').scrollIntoView({ block: 'center' })").await;
}

#[test]
fn a_finger_on_the_strip_chooses_a_range_that_survives_a_reload() {
    for size in [(1440, 900), (390, 844)] {
        Visit::new().touch().size(size.0, size.1).to(async |page| {
            let all = page.says().await;
            page.select("#overview").await.eval("this.scrollIntoView({ block: 'center' })").await;
            let (from, to) =
                (page.point("#overview", (0.4, 0.6)).await, page.point("#overview", (0.7, 0.6)).await);
            page.slide(from, to).await;
            page.wait("a range", async || fragment(page).await.contains("after:")).await;
            page.says_other_than(&all).await;
            page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
            let chosen = page.says().await;
            // Its right end, which the finger need not hit to the pixel.
            let end = "document.querySelectorAll('.handle')[1].getBoundingClientRect().left";
            let stood = page.eval(end).await.as_f64().unwrap_or_default();
            page.slide((stood + 15.0, to.1), (stood + 55.0, to.1)).await;
            page.says_other_than(&chosen).await;
            // On a busy machine the first other sentence may be that of the way there.
            rested(page).await;
            page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
            let (says, range) = (page.says().await, fragment(page).await);
            page.reload().await;
            assert_eq!((page.says().await, fragment(page).await), (says, range));
            assert_eq!(page.console().await, Vec::<String>::new());
        });
    }
}

#[test]
fn two_fingers_that_go_apart_zoom_to_what_lies_between_them_and_back() {
    Visit::new().touch().size(390, 844).to(async |page| {
        drawn(page).await;
        let ticks =
            "[...document.querySelectorAll('#drawing .tick')].map((t) => t.getAttribute('x1')).join()";
        let whole = page.eval(ticks).await;
        let [a, b] = [page.point("#drawing", (0.5, 0.4)).await, page.point("#drawing", (0.7, 0.4)).await];
        let [c, d] = [page.point("#drawing", (0.2, 0.45)).await, page.point("#drawing", (0.95, 0.35)).await];
        page.pinch([(a, c), (b, d)]).await;
        page.wait("a window in the address", async || fragment(page).await.contains("window=")).await;
        page.wait("another scale", async || page.eval(ticks).await != whole).await;
        rested(page).await;
        assert_eq!(page.eval("visualViewport.scale").await, 1, "the page itself is as large as before");
        assert_eq!(
            page.eval("!!document.querySelector('#reader article')").await,
            false,
            "nothing is opened"
        );
        let near = length(page).await;
        page.reload().await;
        assert_eq!(length(page).await, near);
        drawn(page).await;
        page.pinch([(c, a), (d, b)]).await;
        page.wait("a longer window", async || length(page).await > near).await;
        // A finger alone moves it, and how long it is stays. The address follows at a distance.
        let stood = rested(page).await;
        let wide = length(page).await;
        page.slide(b, a).await;
        page.wait("a later window", async || fragment(page).await != stood).await;
        rested(page).await;
        assert_eq!(length(page).await, wide);
        rested(page).await;
        page.find("button", "Fit").await.click().await;
        page.wait("all of it", async || !fragment(page).await.contains("window=")).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

/// The fragment once it has been the same for half a second.
async fn rested(page: &Page) -> String {
    let code = "new Promise((on) => { let at = location.hash; const again = () => setTimeout(() => { \
                if (at === location.hash) return on(at); at = location.hash; again() }, 500); again() })";
    page.eval(code).await.as_str().unwrap_or_default().to_owned()
}

/// How many seconds the window in the address is long.
async fn length(page: &Page) -> i64 {
    let code = "(() => { const [, w] = decodeURIComponent(location.hash).match(/window=([^&]*)/) ?? []; \
                const [from, to] = (w ?? '0..0').split('..').map(Number); return to - from })()";
    page.eval(code).await.as_i64().unwrap_or_default()
}

#[test]
fn the_buttons_of_the_window_answer_a_tap() {
    Visit::new().touch().size(390, 844).to(async |page| {
        drawn(page).await;
        page.tap_on("[aria-label='Zoom in']").await;
        page.wait("a window", async || length(page).await > 0).await;
        let near = length(page).await;
        page.tap_on("[aria-label='Zoom out']").await;
        page.wait("a longer one", async || length(page).await > near).await;
        let small = "[...document.querySelectorAll('.moves button, .tray button')].filter((b) => b.offsetWidth \
                     && (b.offsetHeight < 44 || b.offsetWidth < 44)).map((b) => b.textContent).join()";
        assert_eq!(page.eval(small).await, "", "targets smaller than 44 pixels");
    });
}

#[test]
fn what_is_not_on_the_timeline_is_shown_by_tap_by_key_and_by_click() {
    let shown = async |page: &Page, all: &str| {
        page.says_other_than(all).await;
        page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
        assert!(fragment(page).await.contains("undated"), "{}", fragment(page).await);
        let says = page.says().await;
        let counted = "Number(document.querySelector('.tray p span').textContent.replace(/\\D/g, ''))";
        assert_eq!(page.eval(counted).await, page.count().await, "as many as were counted: {says}");
        page.reload().await;
        assert_eq!(page.says().await, says);
        page.back().await;
        page.wait("everything", async || page.says().await == all).await;
    };
    Visit::new().to(async |page| {
        let all = page.says().await;
        page.find("button", "Show them").await.click().await;
        shown(page, &all).await;
        page.find("button", "Show them").await.focus().await;
        page.press("Enter").await;
        shown(page, &all).await;
    });
    Visit::new().touch().size(390, 844).to(async |page| {
        let all = page.says().await;
        page.tap_on(".tray button").await;
        shown(page, &all).await;
    });
}

#[test]
fn a_file_to_keep_is_made_by_taps() {
    Visit::new().touch().size(390, 844).to(async |page| {
        page.eval(
            "{ const make = URL.createObjectURL; \
             URL.createObjectURL = (blob) => { blob.text().then((text) => { window.kept = text }); return make(blob) } }",
        )
        .await;
        let button = "[...document.querySelectorAll('button')].find((b) => b.textContent === 'Export')";
        page.until("a way to keep", &format!("!!{button}")).await;
        page.eval(&format!("{button}.id = 'way'")).await;
        page.tap_on("#way").await;
        page.until("a menu", "!!document.querySelector('#export')").await;
        let form = "[...document.querySelectorAll('#export button')].find((b) => b.textContent.includes('CSV'))";
        page.eval(&format!("{form}.id = 'form'")).await;
        page.tap_on("#form").await;
        page.until("a table", "(window.kept ?? '').startsWith('when,from,to,')").await;
    });
}
