//! Opening the page: what a reader meets first, and what the page asks of the network.

use dateline_browser_tests::visit::Visit;

#[test]
fn it_opens_without_a_word_on_the_console_and_asks_no_other_origin() {
    Visit::new().to(async |page| {
        assert!(page.says().await.len() > 3);
        let origin = page.eval("location.origin").await.as_str().unwrap_or_default().to_owned();
        let requests = page.requests().await;
        assert!(requests.len() > 2, "{requests:?}");
        for request in requests {
            assert!(request.starts_with(&origin), "{request}");
        }
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}
