//! Opening the page: what a reader meets first, and what the page asks of the network.

use dateline_browser_tests::visit::Visit;

#[test]
fn it_opens_without_a_word_on_the_console_and_asks_no_other_origin() {
    Visit::new().to(async |page| {
        page.find("region", "Results").await;
        let origin = page.eval("location.origin").await.as_str().unwrap_or_default().to_owned();
        let requests = page.requests().await;
        assert!(requests.len() > 2, "{requests:?}");
        for request in requests {
            assert!(request.starts_with(&origin), "{request}");
        }
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn it_opens_on_the_events_with_a_sentence_that_counts_them() {
    Visit::new().to(async |page| {
        assert_eq!(
            page.find("tab", "Events").await.attribute("aria-selected").await.as_deref(),
            Some("true")
        );
        assert!(page.count().await > 0);
        assert!(page.says().await.contains("event"), "{}", page.says().await);
        page.select("#results [data-document]").await;
    });
}

#[test]
fn every_landmark_is_found_by_role_and_name() {
    Visit::new().to(async |page| {
        for (role, name) in [
            ("combobox", "Search"),
            ("group", "Filters"),
            ("region", "Timeline"),
            ("region", "Names"),
            ("region", "Results"),
            ("region", "Reader"),
            ("group", "People"),
            ("group", "Places"),
            ("group", "Organizations"),
            ("tab", "Events"),
            ("tab", "Articles"),
            ("tab", "Quotations"),
            ("tab", "Figures"),
            ("slider", "From"),
            ("slider", "To"),
            ("button", "Events as a table"),
            ("link", "Skip to results"),
            ("heading", "Dateline"),
        ] {
            page.find(role, name).await;
        }
        for date in ["From date", "To date"] {
            page.select(&format!("input[type=date][aria-label='{date}']")).await;
        }
    });
}

#[test]
fn the_events_are_a_table_for_whoever_asks() {
    Visit::new().to(async |page| {
        page.find("button", "Events as a table").await.click().await;
        page.find("grid", "Rows").await;
        page.until("a head for each column", "document.querySelectorAll('table th').length > 2").await;
        page.until("a row for each event", "document.querySelectorAll('table tbody tr').length > 2").await;
    });
}
