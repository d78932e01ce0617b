//! The date of publication of an undated article, set by the reader: it takes effect, is marked, is kept and goes again.

use std::cell::RefCell;
use std::fs;

use dateline_browser_tests::page::Page;
use dateline_browser_tests::site;
use dateline_browser_tests::visit::Visit;
use serde_json::{Value, json};

const BUTTON: &str = ".loose-strip .set-date button";

/// What the page shows of dates: its sentence, what is not on the timeline, and the dates of the first events, since the
/// rest comes over some frames.
async fn shown(page: &Page) -> Value {
    page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
    let code = "JSON.stringify([...document.querySelectorAll('.says, .tray, .in-order'), \
                ...[...document.querySelectorAll('#results .row .when')].slice(0, 6)].map((e) => e.textContent))";
    page.eval(code).await
}

/// Types `text` into the field that has just been opened.
async fn type_date(page: &Page, text: &str) {
    page.until("the field has the focus", "document.activeElement.matches('.set-date input')").await;
    page.type_in(text).await;
}

/// Waits until dates are set, or none is.
async fn set(page: &Page, is: bool) {
    page.until("nothing is being set", "!document.querySelector('.dates-said').textContent").await;
    page.until("what is set", &format!("!!document.querySelector('#corrections') === {is}")).await;
    page.until("nothing is on its way", "!document.querySelector('.page.waiting')").await;
}

/// The events as a table.
async fn table(page: &Page) -> String {
    page.find("button", "Export").await.click().await;
    let file = page.download(&page.find("button", "Table (CSV)").await).await;
    page.until("the menu is closed", "!document.querySelector('#export')").await;
    file.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_date_that_is_set_puts_the_article_in_its_place_and_is_marked_kept_and_undone() {
    Visit::new().to(async |page| {
        let before = shown(page).await;
        let title = page.select(".loose-strip > .serif").await.text().await;
        page.select(BUTTON).await.click().await;
        type_date(page, "7 aug 2025").await;
        page.find("button", "Set").await.click().await;
        set(page, true).await;

        // Its own days stand on the timeline now: the article was published on a Thursday, and tells of Wednesday.
        assert_eq!(page.eval("document.querySelectorAll('.in-order').length").await, 0);
        let corrected = page.select("#corrections").await.text().await;
        assert!(corrected.contains(&title) && corrected.contains("7 August 2025"), "{corrected}");
        let events = table(page).await;
        let said = events.lines().filter(|line| line.contains("briefing at the White House on Wednesday"));
        let said: Vec<&str> = said.collect();
        assert!(!said.is_empty() && said.iter().all(|line| line.contains("2025-08-06")), "{said:?}");
        assert!(said.iter().all(|line| line.contains("by the reader")), "{said:?}");
        page.find("button", &title).await.click().await;
        page.until(
            "the reader says who has dated the article",
            "document.querySelector('.kick').textContent.includes('7 August 2025, set by the reader')",
        )
        .await;
        page.find("button", "Close reader").await.click().await;

        let after = shown(page).await;
        assert_ne!(after, before);
        page.reload().await;
        set(page, true).await;
        page.wait("what was set is kept over a reload", async || shown(page).await == after).await;

        page.select("#corrections .undo").await.click().await;
        set(page, false).await;
        page.wait("all is as it was", async || shown(page).await == before).await;
        page.reload().await;
        page.wait("and so it is over a reload", async || shown(page).await == before).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn it_is_set_changed_and_undone_by_keys_and_what_is_no_date_is_told_back() {
    Visit::new().to(async |page| {
        page.select(BUTTON).await.focus().await;
        page.press("Enter").await;
        type_date(page, "30 feb 2025").await;
        page.press("Enter").await;
        page.until(
            "it says what is wrong",
            "document.querySelector('.set-date .wrong').textContent.includes('There is no 30 February 2025')",
        )
        .await;
        assert_eq!(page.eval("document.querySelector('.set-date input').value").await, "30 feb 2025");
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.press("Escape").await;
        page.until("the focus is back", &format!("document.activeElement.matches('{BUTTON}')")).await;
        page.press("Enter").await;
        type_date(page, "aug 2025").await;
        page.press("Enter").await;
        set(page, true).await;
        page.until("the focus goes to what was set", "document.activeElement.id === 'corrections'").await;
        let corrected = page.select("#corrections").await.text().await;
        assert!(corrected.contains("August 2025"), "{corrected}");
        assert_eq!(page.axe().await, Vec::<String>::new());

        let change = page.select("#corrections .set-date button").await;
        change.focus().await;
        page.press("Enter").await;
        type_date(page, "7 aug 2025").await;
        page.press("Enter").await;
        page.until(
            "another date",
            "(document.querySelector('#corrections .link')?.textContent || '') === '7 August 2025'",
        )
        .await;
        page.select("#corrections .undo").await.focus().await;
        page.press("Enter").await;
        set(page, false).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_finger_sets_it_in_the_reader_of_a_phone() {
    Visit::new().touch().size(390, 844).at("dated:none&tab=articles").to(async |page| {
        page.tap_on("#results .row").await;
        page.until("the reader is open", "!!document.querySelector('#reader .kick')").await;
        page.tap_on("#reader .set-date button").await;
        page.until("the field has the focus", "document.activeElement.matches('.set-date input')").await;
        let high = "Math.min(...[...document.querySelectorAll('#reader .set-date :is(button, input)')]\
                    .map((e) => e.getBoundingClientRect().height))";
        assert!(page.eval(high).await.as_f64().unwrap_or_default() >= 44.0);
        page.type_in("7 aug 2025").await;
        page.tap_on("#reader .set-date form button").await;
        page.until(
            "the reader says who has dated the article",
            "document.querySelector('.kick').textContent.includes('set by the reader')",
        )
        .await;
        page.reload().await;
        page.until(
            "it is kept",
            "document.querySelector('.kick').textContent.includes('7 August 2025, set by the reader')",
        )
        .await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn it_can_be_set_with_the_server_gone_and_in_one_file() {
    Visit::new().with_server(async |page, server| {
        let active = "navigator.serviceWorker.ready.then((r) => r.active.state === 'activated')";
        page.until("the page is kept", active).await;
        page.reload().await;
        drop(server);
        set_by_mouse(page).await;
    });
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("dateline.html");
    xtask::single_file::write(&site::built(), &file).unwrap();
    Visit::new().file(&file).to(async |page| {
        set_by_mouse(page).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

async fn set_by_mouse(page: &Page) {
    page.select(BUTTON).await.click().await;
    type_date(page, "7 aug 2025").await;
    page.find("button", "Set").await.click().await;
    set(page, true).await;
}

/// The built site, whose page names `packer` as its packer.
fn with_packer(packer: &str) -> tempfile::TempDir {
    let copy = site::copy();
    let index = copy.path().join("index.html");
    let html = fs::read_to_string(&index).unwrap();
    let (head, rest) = html.split_once("name=\"dateline-packer\" content=\"").unwrap();
    let (_, tail) = rest.split_once('"').unwrap();
    fs::write(&index, format!("{head}name=\"dateline-packer\" content=\"{packer}\"{tail}")).unwrap();
    copy
}

#[test]
fn where_it_cannot_take_effect_nothing_changes_and_the_page_says_what_to_do() {
    // A page without the program that would do it: the build can.
    let copy = with_packer("");
    Visit::new().site(copy.path()).to(async |page| {
        page.select(BUTTON).await.click().await;
        type_date(page, "7 aug 2025").await;
        page.press("Enter").await;
        let lines = page.select(".set-date code").await.text().await;
        assert!(lines.contains("[[date]]") && lines.contains("published = \"2025-08-07\""), "{lines}");
        assert_eq!(page.axe().await, Vec::<String>::new());
    });

    // One whose program is gone.
    let copy = with_packer("packer-gone.bin");
    Visit::new().site(copy.path()).to(async |page| {
        let before = shown(page).await;
        page.select(BUTTON).await.click().await;
        type_date(page, "7 aug 2025").await;
        page.press("Enter").await;
        page.until(
            "it says what is missing",
            "document.querySelector('.dates-said').textContent.includes('packer-gone.bin')",
        )
        .await;
        assert_eq!(shown(page).await, before);
        assert_eq!(page.eval("!!document.querySelector('#corrections')").await, json!(false));
    });
}

#[test]
fn dates_that_are_kept_where_they_cannot_be_set_say_so_and_can_be_undone() {
    let kept = RefCell::new(String::new());
    Visit::new().to(async |page| {
        set_by_mouse(page).await;
        let own = "Object.entries(localStorage).find(([key]) => key.startsWith('dateline:corrections'))[1]";
        *kept.borrow_mut() = page.eval(own).await.to_string();
    });
    let keep = format!(
        "localStorage.setItem('dateline:corrections:' + location.href.split('#')[0] + '#', {})",
        kept.borrow()
    );
    let copy = with_packer("");
    Visit::new().site(copy.path()).to(async |page| {
        page.before(&keep).await;
        page.reload().await;
        page.until(
            "it says what to do",
            "document.querySelector('.dates-said').textContent.includes('decisions.toml')",
        )
        .await;
        let corrected = page.select("#corrections").await.text().await;
        assert!(corrected.contains("Not in effect") && corrected.contains("7 August 2025"), "{corrected}");
        assert_eq!(page.eval("document.querySelectorAll('.in-order').length").await, 1);
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.select("#corrections .undo").await.click().await;
        set(page, false).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}
