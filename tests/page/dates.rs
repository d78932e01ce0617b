//! Moving in time by date: typed, by calendar units, by the keys of the drawing, and what is said of it.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;
use serde_json::json;

/// The first second of the first day and of the day after the last one, from the address.
async fn window(page: &Page) -> Option<(i64, i64)> {
    let address = page.location().await;
    let (_, window) = address.split_once("window=")?;
    let (from, to) = window.split('&').next()?.split_once("..")?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

async fn shows(page: &Page, (from, to): (&str, &str)) {
    let second = async |day: &str| page.eval(&format!("Date.parse('{day}T00:00:00Z') / 1000")).await.as_i64();
    let wanted = (second(from).await.unwrap_or(-1), second(to).await.unwrap_or(-1));
    page.wait(&format!("{from} to before {to}"), async || window(page).await == Some(wanted)).await;
}

async fn go(page: &Page, text: &str) {
    let field = page.find("textbox", "Go to date").await;
    field.focus().await;
    field.eval("this.select()").await;
    page.type_in(text).await;
    page.press("Enter").await;
    assert_eq!(field.eval("return this.value").await, text, "what was typed stays");
}

async fn double_click(page: &Page, (x, y): (f64, f64), modifiers: u8) {
    for count in [1, 2] {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": x, "y": y, "button": "left", "clickCount": count, "modifiers": modifiers,
            });
            page.devtools("Input.dispatchMouseEvent", &event).await;
        }
    }
}

#[test]
fn a_typed_date_is_gone_to_and_is_a_step_to_undo_and_reload() {
    Visit::new().to(async |page| {
        go(page, "feb 2024").await;
        shows(page, ("2024-02-01", "2024-03-01")).await;
        go(page, "31 dec 2025").await;
        shows(page, ("2025-12-24", "2026-01-08")).await;
        let said = "document.querySelector('#goto-says').textContent";
        page.until("where that is", &format!("{said} === 'Shows 24 December 2025 to 7 January 2026.'")).await;
        page.reload().await;
        shows(page, ("2025-12-24", "2026-01-08")).await;
        page.back().await;
        shows(page, ("2024-02-01", "2024-03-01")).await;
        go(page, "last article").await;
        page.wait("weeks up to it", async || window(page).await.is_some_and(|w| w.1 - w.0 == 28 * 86_400))
            .await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_date_that_cannot_be_read_says_why_and_stays() {
    Visit::new().to(async |page| {
        for (text, why) in [
            ("29 feb 2026", "There is no 29 February 2026: expected a day from 1 to 28."),
            ("soon", "found “soon”"),
            ("5/2/2026", "expected the month as a word"),
        ] {
            go(page, text).await;
            page.until(
                why,
                &format!("document.querySelector('#goto-says').textContent.includes({})", json!(why)),
            )
            .await;
            page.find("textbox", "Go to date").await.until("aria-invalid", "true").await;
        }
        assert_eq!(window(page).await, None, "nothing has moved");
        assert_eq!(page.axe().await, Vec::<String>::new());
    });
}

#[test]
fn a_double_click_goes_to_the_month_the_day_and_back_out() {
    Visit::new().to(async |page| {
        go(page, "2025 to 2026").await;
        shows(page, ("2025-01-01", "2027-01-01")).await;
        page.find("button", "Fit").await.click().await;
        go(page, "jan to mar 2024").await;
        shows(page, ("2024-01-01", "2024-04-01")).await;
        // In the middle of it, where nothing is drawn: 15 February.
        let at = page.point("#drawing", (0.5, 0.2)).await;
        double_click(page, at, 0).await;
        shows(page, ("2024-02-01", "2024-03-01")).await;
        page.until("the drawing follows", "!document.querySelector('.page.waiting')").await;
        double_click(page, at, 0).await;
        page.wait("one day", async || window(page).await.is_some_and(|w| w.1 - w.0 == 86_400)).await;
        page.until("the drawing follows", "!document.querySelector('.page.waiting')").await;
        double_click(page, at, 8).await;
        shows(page, ("2024-02-01", "2024-03-01")).await;
        double_click(page, at, 8).await;
        shows(page, ("2024-01-01", "2025-01-01")).await;
    });
}

#[test]
fn the_keys_of_the_drawing_move_it_even_where_there_is_no_mark() {
    Visit::new().to(async |page| {
        go(page, "feb 1950").await;
        shows(page, ("1950-02-01", "1950-03-01")).await;
        page.until("no marks", "!document.querySelector('#marks .mark')").await;
        assert_eq!(page.eval("document.querySelectorAll('#drawing [tabindex=\"0\"]').length").await, 1);
        page.press("Escape").await;
        page.select("#marks").await.focus().await;
        page.press("PageDown").await;
        shows(page, ("1950-03-01", "1950-04-01")).await;
        page.press("PageUp").await;
        page.press("PageUp").await;
        shows(page, ("1950-01-01", "1950-02-01")).await;
        page.press("+").await;
        page.wait("closer", async || window(page).await.is_some_and(|w| w.1 - w.0 < 25 * 86_400)).await;
        page.press("-").await;
        page.press("0").await;
        page.wait("what fits", async || window(page).await.is_none()).await;
        page.until("marks", "!!document.querySelector('#marks .mark')").await;
    });
}

#[test]
fn the_timeline_is_told_in_words_and_a_mark_with_how_exact_it_is() {
    Visit::new().to(async |page| {
        let says = "document.querySelector('#timeline-summary').textContent";
        let summary = page.eval(says).await.as_str().unwrap_or_default().to_owned();
        assert!(
            summary.contains("events on the timeline") && summary.ends_with("Last article 7 February 2026."),
            "{summary}"
        );
        assert!(summary.split(' ').count() <= 65, "{summary}");
        let region = page.find("region", "Timeline").await;
        assert_eq!(region.attribute("aria-describedby").await.as_deref(), Some("timeline-summary"));
        go(page, "feb 2026").await;
        page.wait("another summary", async || page.eval(says).await != summary.as_str()).await;
        let day = "[...document.querySelectorAll('#marks .mark')].some((m) => \
                   /^[0-9]+ February 2026, day, said by .+, [0-9]+ of [0-9]+$/.test(m.ariaLabel))";
        page.until("a mark that is exact to the day", day).await;
    });
}
