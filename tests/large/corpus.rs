//! The corpus: the page that has it, and the same engine natively.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use dateline_browser_tests::found::Found;
use dateline_browser_tests::page::{PATIENCE, Page, number};
use dateline_browser_tests::{site, visit::Visit};
use dateline_core::engine::Engine;
use dateline_core::engine::queries::HitRow;

/// The units in the order of the columns of a table of hits, as the address has them.
const UNITS: [&str; 4] = ["articles", "", "quotations", "figures"];

/// A visit to the page with the corpus.
pub fn visit() -> Visit {
    Visit::new().site(page())
}

fn page() -> &'static std::path::Path {
    static SITE: OnceLock<tempfile::TempDir> = OnceLock::new();
    SITE.get_or_init(|| site::with_pack(pack())).path()
}

fn pack() -> &'static [u8] {
    static PACK: OnceLock<Vec<u8>> = OnceLock::new();
    PACK.get_or_init(|| {
        let file = xtask::large::pack().unwrap_or_else(|error| panic!("{error}"));
        std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    })
}

/// What the engine finds for the queries in `lines`, natively.
pub fn hits(lines: &str) -> Vec<HitRow> {
    thread_local! {
        static ENGINE: Engine = Engine::open(pack().to_vec()).expect("the pack of the corpus");
    }
    ENGINE.with(|engine| engine.hits(lines))
}

/// The query that the address asks, and the parameters behind it.
pub async fn address(page: &Page) -> (String, String) {
    let parts = "location.hash.slice(1).split('&').map(decodeURIComponent)";
    let parts: Vec<String> =
        serde_json::from_value(page.eval(parts).await).expect("the parts of the address");
    let (query, view) = parts.split_first().map_or_else(Default::default, |(q, v)| (q.clone(), v.join("&")));
    (query, view)
}

/// Holds what the page counts against the engine: the sentence, and every tab.
pub async fn agrees(page: &Page) {
    let (start, mut known) = (Instant::now(), None);
    loop {
        // The address follows what is typed at most four times a second.
        let (query, view) = address(page).await;
        let expected = match known.take() {
            Some((of, counts)) if of == query => counts,
            _ => counts(&query),
        };
        let [articles, events, quotations, figures] = expected;
        let tab = view.split('&').find_map(|part| part.strip_prefix("tab=")).unwrap_or_default();
        let at = UNITS.iter().position(|name| *name == tab).expect("a tab");
        let tabs = "[...document.querySelectorAll('[role=tab] small')].map((s) => +s.textContent.replace(/[^0-9]/g, ''))";
        let counted = page.eval(tabs).await;
        let says = page.says().await;
        if number(&says).unwrap_or(0) == expected[at]
            && counted == serde_json::json!([events, articles, quotations, figures])
        {
            return;
        }
        assert!(
            start.elapsed() < PATIENCE,
            "the engine finds {expected:?} (articles, events, quotations, figures) for `{query}`, the page says \
             `{says}` and has {counted} (events, articles, quotations, figures)"
        );
        known = Some((query, expected));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// How many articles, events, quotations and figures `query` finds.
fn counts(query: &str) -> [u32; 4] {
    // A list of no query has no row, and of what nobody says all is left.
    let asked = if query.is_empty() { "-zzzqqqzzz" } else { query };
    hits(asked).pop().map(|row| row.counts).expect("a row")
}

/// The first value of the group `group` of the sidebar.
pub async fn first_of(page: &Page, group: &str) -> Found {
    let group = page.find("group", group).await;
    page.wait("a value", async || !group.all("button").await.is_empty()).await;
    group.all("button").await.swap_remove(0)
}

/// The longest word of letters alone in the first row.
pub async fn word(page: &Page) -> String {
    let text = page.select("#results button[data-document]").await.text().await;
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.max_by_key(|word| word.len()).unwrap_or_default().to_lowercase()
}

/// Puts `text` into the search box, and rests.
pub async fn search(page: &Page, text: &str) {
    page.find("combobox", "Search").await.click().await;
    page.type_in(text).await;
    page.press("Enter").await;
}
