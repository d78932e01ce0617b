//! A large pack: a worker opens it and answers, and nobody who reads the page can tell.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::{site, visit::Visit};
use serde_json::Value;

/// Counts the pieces of the pack and the questions that go to a worker and what comes back for them, and holds answers
/// back while `held` is a list. When all of the pack is there the worker says so, as if it had been asked.
const WATCH: &str = "window.seen = { pieces: 0, asked: 1, answered: 0 }; \
    window.Worker = class extends Worker { \
        postMessage(...all) { \
            if (all[0] instanceof Uint8Array) seen.pieces++; \
            if (all[0] instanceof ArrayBuffer) seen.asked++; \
            super.postMessage(...all); \
        } \
        addEventListener(kind, take, ...more) { \
            super.addEventListener(kind, (event) => { \
                if (kind === 'message') seen.answered++; \
                if (window.held) held.push(() => take(event)); else take(event); \
            }, ...more); \
        } \
    };";

/// Every worker refuses to start.
const NONE: &str = "window.Worker = class { constructor() { throw new Error('no workers here'); } };";

/// Every worker starts and ends at once.
const ENDING: &str = "window.seen = 0; window.Worker = class extends Worker { \
    constructor() { seen++; super(URL.createObjectURL(new Blob(['throw new Error(0)']))); } };";

/// A worker that gets a question which no page asks.
const CONFUSED: &str = "window.Worker = class extends Worker { \
    postMessage(data, ...more) { window.engine = this; super.postMessage(data, ...more); } };";

fn large() -> tempfile::TempDir {
    site::with_pack(site::large())
}

async fn number(page: &Page, code: &str) -> i64 {
    page.eval(code).await.as_i64().unwrap_or_default()
}

#[test]
fn a_worker_opens_a_large_pack_and_answers() {
    let site = large();
    Visit::new().site(site.path()).before(WATCH).to(async |page| {
        page.until("every question is answered", "seen.answered > 1 && seen.asked === seen.answered").await;
        let (answered, before) = (number(page, "seen.answered").await, page.says().await);
        page.find("tab", "Articles").await.click().await;
        page.says_other_than(&before).await;
        assert!(number(page, "seen.answered").await > answered);
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_small_pack_has_no_worker_unless_all_have_one() {
    let site = site::with_pack(&site::pack());
    Visit::new().site(site.path()).before(WATCH).to(async |page| {
        assert!(page.count().await > 0);
        assert_eq!(number(page, "seen.pieces").await > 0, site::in_worker());
    });
}

#[test]
fn fast_typing_asks_the_first_and_the_last_and_ends_with_the_last_answer() {
    let site = large();
    Visit::new().site(site.path()).before(WATCH).to(async |page| {
        let before = page.says().await;
        page.until("nothing is on its way", "seen.answered > 1 && seen.asked === seen.answered").await;
        let asked = number(page, "seen.asked").await;
        page.eval("window.held = []").await;
        page.find("combobox", "Search").await.click().await;
        page.type_in("ceasefire").await;
        page.until("an answer is there", "held.length > 0").await;
        assert_eq!(number(page, "seen.asked").await, asked + 1, "the others wait");
        assert_eq!(page.says().await, before, "what is shown stays");
        page.until("the page says that it waits", "!!document.querySelector('.page.waiting')").await;
        page.eval("(() => { const all = held; window.held = null; all.forEach((take) => take()); })()").await;
        let after = page.says_other_than(&before).await;
        page.until("it waits no longer", "!document.querySelector('.page.waiting')").await;
        // The first and the last, and then once what the word could go on as; those in between are never asked.
        let all = format!("seen.asked === {} && seen.asked === seen.answered", asked + 3);
        page.until("three questions are answered", &all).await;
        assert_eq!(page.says().await, after);
        page.reload().await;
        assert_eq!(page.says().await, after, "the answer to the whole word");
    });
}

#[test]
fn the_first_frame_is_whole() {
    let site = large();
    // Says what the page held when it first held anything.
    let first = "new MutationObserver((_, watch) => { const page = document.querySelector('.page'); if (!page) return; \
        watch.disconnect(); const all = (s) => page.querySelectorAll(s).length; \
        window.first = [all('.row') > 0, all('.mark') > 0, all('#opened') > 0, !document.querySelector('#opening')]; \
    }).observe(document, { childList: true, subtree: true });";
    Visit::new().site(site.path()).to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        page.select("#opened").await;
        page.before(first).await;
        page.reload().await;
        page.select("#opened").await;
        assert_eq!(page.eval("first").await, serde_json::json!([true, true, true, true]));
    });
}

#[test]
fn where_no_worker_starts_the_page_answers_itself() {
    let site = large();
    for (browser, started) in [(NONE, Value::Null), (ENDING, Value::from(1))] {
        Visit::new().site(site.path()).before(browser).to(async |page| {
            assert!(page.count().await > 0);
            assert_eq!(page.eval("window.seen").await, started);
        });
    }
}

#[test]
fn a_worker_that_fails_ends_in_a_message_that_says_why() {
    let site = large();
    Visit::new().site(site.path()).before(CONFUSED).to(async |page| {
        assert!(page.count().await > 0);
        page.eval("engine.postMessage(new Uint8Array([250, 250]).buffer)").await;
        let message = page.find("alert", "").await.text().await;
        assert!(
            message.contains("Dateline stopped") && message.contains("a question or a reply"),
            "{message}"
        );
    });
}

#[test]
fn a_large_pack_that_is_damaged_ends_in_the_same_message() {
    let mut pack = site::large().to_vec();
    let middle = pack.len() / 2;
    pack[middle] ^= 0x40;
    let site = site::with_pack(&pack);
    Visit::new().site(site.path()).before(WATCH).to(async |page| {
        let message = page.find("alert", "").await.text().await;
        assert!(message.contains("the pack other.pack cannot be opened"), "{message}");
        assert!(number(page, "seen.pieces").await > 0, "a worker has looked");
    });
}

#[test]
fn a_large_pack_opens_with_the_server_gone_and_in_a_worker_still() {
    let site = large();
    Visit::new().site(site.path()).before(WATCH).with_server(async |page, server| {
        let says = page.says().await;
        let active = "navigator.serviceWorker.ready.then((r) => r.active.state === 'activated')";
        page.until("the page is kept", active).await;
        drop(server);
        page.reload().await;
        assert_eq!(page.says().await, says);
        page.until("a worker answers", "seen.answered > 0").await;
    });
}

#[test]
fn one_file_with_a_large_pack_has_its_worker_too() {
    let (site, dir) = (large(), tempfile::tempdir().unwrap());
    let file = dir.path().join("dateline.html");
    xtask::single_file::write(site.path(), &file).unwrap();
    Visit::new().file(&file).before(WATCH).to(async |page| {
        assert!(page.count().await > 0);
        page.until("a worker answers", "seen.answered > 0").await;
        assert_eq!(page.requests().await, Vec::<String>::new());
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}
