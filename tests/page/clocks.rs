//! The clock of publications by hand, key and touch, the plot of both clocks, and the days of undated articles.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

/// The fragment of the address.
async fn fragment(page: &Page) -> String {
    page.eval("location.hash").await.as_str().unwrap_or_default().to_owned()
}

/// What the handle says of itself.
async fn told(page: &Page) -> String {
    page.find("slider", "Published up to").await.attribute("aria-valuetext").await.unwrap_or_default()
}

/// The tab's number of events.
async fn events(page: &Page) -> u32 {
    page.count().await
}

#[test]
fn a_drag_of_the_handle_hides_what_was_published_later_in_one_step_of_history() {
    Visit::new().to(async |page| {
        let all = page.says().await;
        assert!(told(page).await.ends_with("the last article"), "{}", told(page).await);
        let from = page.point("#known", (0.5, 0.5)).await;
        page.drag(from, (from.0 - 260.0, from.1)).await;
        page.wait("a term while the hand is down", async || {
            fragment(page).await.contains("published-before:2026-")
        })
        .await;
        let to = page.point("#known", (0.5, 0.5)).await;
        page.mouse("mouseReleased", to).await;
        let narrowed = page.says_other_than(&all).await;
        page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
        assert!(told(page).await.ends_with("events left out"), "{}", told(page).await);
        page.until(
            "what is left out in words",
            "document.querySelector('.left-out').textContent.startsWith('Left out: ')",
        )
        .await;
        page.until("what is later is marked", "!!document.querySelector('#drawing .later')").await;
        page.until(
            "what is hidden is there, quiet",
            "!!document.querySelector('#marks .mark:not(.matched)')",
        )
        .await;
        let days = "[...document.querySelectorAll('#drawing .tick')].map((t) => t.getAttribute('x1')).join()";
        let scale = page.eval(days).await;
        page.back().await;
        page.wait("one step back is everything", async || page.says().await == all).await;
        assert_eq!(page.eval(days).await, scale, "the scale stood still");
        page.forward().await;
        page.wait("and forward what was known", async || page.says().await == narrowed).await;
        page.reload().await;
        page.wait("a reload keeps it", async || page.says().await == narrowed).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_handle_is_a_slider_of_days_for_the_keyboard() {
    Visit::new().to(async |page| {
        let all = events(page).await;
        page.find("slider", "Published up to").await.focus().await;
        page.press("ArrowLeft").await;
        page.wait("a day before the last", async || told(page).await.starts_with("6 February 2026, ")).await;
        page.wait("fewer events", async || events(page).await < all).await;
        page.press("PageDown").await;
        page.wait("the publication before", async || told(page).await.starts_with("30 January 2026, ")).await;
        page.press("Home").await;
        page.wait("the first publication", async || told(page).await.starts_with("27 April 2025, ")).await;
        page.press("PageUp").await;
        page.wait("the one after it", async || told(page).await.starts_with("30 January 2026, ")).await;
        assert!(fragment(page).await.contains("published-before:2026-01-30"));
        page.press("End").await;
        page.wait("everything", async || events(page).await == all).await;
        assert!(!fragment(page).await.contains("published-before"));
        assert!(page.find("slider", "Published up to").await.is_focused().await);
    });
}

#[test]
fn the_day_can_be_typed_and_cleared() {
    Visit::new().at("published-before:2026-01-30").to(async |page| {
        let field = page.select(".known-day input").await;
        page.wait("the field holds the day", async || field.eval("return this.value").await == "2026-01-30")
            .await;
        let says = page.select(".left-out").await.text().await;
        assert!(says.contains("published later") && says.contains("1 undated article"), "{says}");
        let set = "this.value = ''; this.dispatchEvent(new Event('change', { bubbles: true }))";
        field.eval(set).await;
        page.wait("no term", async || !fragment(page).await.contains("published-before")).await;
    });
}

#[test]
fn a_finger_moves_the_handle() {
    Visit::new().touch().size(390, 844).at("&clocks").to(async |page| {
        let area = "(() => { const s = getComputedStyle(document.querySelector('#known'), '::after'); \
                    return Math.min(parseFloat(s.width), parseFloat(s.height)) })()";
        page.select("#known").await;
        assert!(page.eval(area).await.as_f64().unwrap_or_default() >= 44.0, "a target of 44 pixels");
        page.eval("document.querySelector('#known').scrollIntoView({ block: 'center' })").await;
        let (x, y) = page.point("#known", (0.5, 0.5)).await;
        page.slide((x, y), (x, y + 120.0)).await;
        page.wait("a term", async || fragment(page).await.contains("published-before:")).await;
    });
}

#[test]
fn the_two_clocks_have_the_same_marks_and_keys_and_stay_in_the_address() {
    Visit::new().to(async |page| {
        let high = "document.querySelector('#drawing').getBoundingClientRect().height";
        let before = page.eval(high).await.as_f64().unwrap_or_default();
        page.find("button", "Two clocks").await.click().await;
        page.find("button", "Two clocks").await.until("aria-pressed", "true").await;
        page.until("the diagonal", "!!document.querySelector('#drawing .diagonal')").await;
        page.wait("a higher drawing", async || page.eval(high).await.as_f64().unwrap_or_default() > before)
            .await;
        let sides = "[...document.querySelectorAll('#drawing .side')].map((s) => s.textContent).join('|')";
        assert_eq!(page.eval(sides).await, "Happened before it was reported|Reported ahead of its time");
        assert!(fragment(page).await.contains("clocks"));
        assert_eq!(
            page.eval("document.querySelectorAll('#drawing [role=button][tabindex=\"0\"]').length").await,
            1
        );
        page.press("t").await;
        page.until("a mark has the focus", "!!document.activeElement.closest('#marks')").await;
        let first = page.eval("document.activeElement.id").await;
        page.press("ArrowRight").await;
        page.wait("the next mark", async || page.eval("document.activeElement.id").await != first).await;
        let name =
            page.eval("document.activeElement.ariaLabel").await.as_str().unwrap_or_default().to_owned();
        assert!(name.contains(", published "), "{name}");
        page.press("Enter").await;
        page.select("#opened").await;
        page.reload().await;
        page.until("a reload keeps it", "!!document.querySelector('#drawing .diagonal')").await;
        let (x, y) = page.point("#drawing", (0.5, 0.5)).await;
        page.drag((x, y), (x - 90.0, y)).await;
        page.mouse("mouseReleased", (x - 90.0, y)).await;
        page.wait("the drag moves the window", async || fragment(page).await.contains("window=")).await;
        page.find("button", "Two clocks").await.click().await;
        page.until("the main drawing again", "!document.querySelector('#drawing .diagonal')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_two_clocks_pass_axe_on_both_screens() {
    for (width, height) in [(1440, 900), (390, 844)] {
        Visit::new().size(width, height).at("published-before:2026-01-30&clocks").to(async |page| {
            page.until("the diagonal", "!!document.querySelector('#drawing .diagonal')").await;
            assert_eq!(page.axe().await, Vec::<String>::new());
        });
    }
}

#[test]
fn an_undated_articles_days_stand_in_their_order_and_open_their_passages() {
    Visit::new().to(async |page| {
        let words = "[...document.querySelectorAll('.in-order li')].map((l) => l.textContent).join('|')";
        page.until("a strip", "!!document.querySelector('.in-order li')").await;
        let order = page.eval(words).await.as_str().unwrap_or_default().to_owned();
        assert!(
            order.starts_with("Wednesday")
                && order.contains("|published, on a day that is not known")
                && order.contains("|this Friday"),
            "{order}"
        );
        let high = "document.querySelector('.loose-strip').getBoundingClientRect().height";
        assert!(page.eval(high).await.as_f64().unwrap_or(99.0) <= 28.0);
        page.select(".in-order li button").await.click().await;
        page.select("#opened").await;
        page.until(
            "the passage has the word",
            "document.querySelector('#opened').textContent.includes('Wednesday')",
        )
        .await;
    });
}
