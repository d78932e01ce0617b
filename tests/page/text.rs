//! What is shown of a document is what the document says, byte for byte.

use std::collections::BTreeMap;

use dateline_browser_tests::page::Page;
use dateline_browser_tests::{site, visit::Visit};
use serde_json::Value;

/// Every text node in serif with the document that it belongs to, `null` where nothing says which.
const SERIF: &str = "(() => { \
    const found = []; \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
    while (walk.nextNode()) { \
        const parent = walk.currentNode.parentElement; \
        if (!walk.currentNode.data.trim() || !parent.checkVisibility()) continue; \
        const family = getComputedStyle(parent).fontFamily; \
        if (!/serif/i.test(family) || /sans-serif$/i.test(family)) continue; \
        const owner = parent.closest('[data-document]'); \
        found.push([owner && owner.dataset.document, walk.currentNode.data]); \
    } \
    return found; })()";

async fn check(page: &Page, texts: &BTreeMap<String, String>) -> usize {
    let found = page.eval(SERIF).await;
    let runs = found.as_array().cloned().unwrap_or_default();
    for run in &runs {
        let shown = run[1].as_str().unwrap_or_default();
        match &run[0] {
            Value::String(file) => {
                let text = texts.get(file).unwrap_or_else(|| panic!("no document {file}"));
                assert!(text.contains(shown), "{file} does not say `{shown}`");
            }
            _ => assert!(texts.values().any(|text| text.contains(shown)), "no document says `{shown}`"),
        }
    }
    runs.len()
}

#[test]
fn every_run_in_serif_is_in_its_document() {
    Visit::new().to(async |page| {
        let texts: BTreeMap<_, _> =
            site::files().into_iter().filter_map(|f| Some((f.clone(), site::text(&f)?))).collect();
        let mut runs = 0;
        for tab in ["Events", "Articles", "Quotations", "Figures"] {
            page.find("tab", tab).await.click().await;
            page.find("tab", tab).await.until("aria-selected", "true").await;
            runs += check(page, &texts).await;
        }
        assert!(runs > 10, "{runs} runs");
    });
}

#[test]
fn an_article_is_shown_whole_and_as_it_is() {
    Visit::new().to(async |page| {
        let texts: BTreeMap<_, _> = site::files().into_iter().filter_map(|f| Some((f.clone(), site::text(&f)?))).collect();
        page.find("tab", "Articles").await.click().await;
        page.find("tab", "Articles").await.until("aria-selected", "true").await;
        let rows = page.eval("document.querySelectorAll('#results button[data-document]').length").await;
        assert_eq!(rows, texts.len(), "every article is a row");
        for row in 0..texts.len() {
            page.until("the rows", &format!("document.querySelectorAll('#results button[data-document]').length > {row}")).await;
            let opening = format!("(() => {{ const row = document.querySelectorAll('#results button[data-document]')[{row}]; row.click(); return row.dataset.document }})()");
            let file = page.eval(&opening).await.as_str().unwrap_or_default().to_owned();
            let shown = page.select(&format!("#reader [data-document='{file}']")).await;
            page.eval("document.querySelectorAll('#reader details').forEach((d) => d.open = true)").await;
            check(page, &texts).await;
            let said: String = shown.text().await.split_whitespace().collect();
            for line in texts[&file].lines().filter(|line| !line.trim().is_empty()) {
                let line: String = line.split_whitespace().collect();
                assert!(said.contains(&line), "{file}: `{line}` is not shown");
            }
        }
    });
}
