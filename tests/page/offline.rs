//! Without a network, from any folder of any server, as one file; and with a pack that is damaged.

use std::fs;

use dateline_browser_tests::page::Page;
use dateline_browser_tests::{site, visit::Visit};

/// Waits until the page is kept for use without a network.
async fn kept(page: &Page) {
    let active = "navigator.serviceWorker.ready.then((r) => r.active.state === 'activated')";
    page.until("the page is kept", active).await;
}

#[test]
fn after_one_visit_it_opens_again_with_the_server_gone() {
    Visit::new().with_server(async |page, server| {
        let says = page.says().await;
        kept(page).await;
        drop(server);
        page.reload().await;
        assert_eq!(page.says().await, says);
        assert_eq!(page.eval("!!navigator.serviceWorker.controller").await, true);
    });
}

#[test]
fn a_pack_beside_the_page_is_kept_too() {
    let copy = site::copy();
    fs::write(copy.path().join("other.pack"), site::pack()).unwrap();
    dateline_folder::site::use_pack(copy.path(), "other.pack").unwrap();
    Visit::new().site(copy.path()).with_server(async |page, server| {
        let says = page.says().await;
        assert!(page.requests().await.iter().any(|request| request.ends_with("/a/b/other.pack")));
        assert_eq!(page.console().await, Vec::<String>::new());
        kept(page).await;
        drop(server);
        page.reload().await;
        assert_eq!(page.says().await, says);
    });
}

#[test]
fn a_new_build_takes_over_when_no_page_of_the_old_one_is_open() {
    let copy = site::copy();
    Visit::new().site(copy.path()).to(async |page| {
        kept(page).await;
        let old = page.eval("caches.keys()").await;
        fs::write(copy.path().join("other.pack"), site::pack()).unwrap();
        dateline_folder::site::use_pack(copy.path(), "other.pack").unwrap();
        page.reload().await;
        page.until("the new build waits", "navigator.serviceWorker.ready.then((r) => !!r.waiting)").await;
        assert_eq!(page.eval("document.querySelector('meta[name=dateline-pack]').content").await, "");

        page.leave().await;
        page.open("").await;
        page.until(
            "the new build answers",
            "document.querySelector('meta[name=dateline-pack]').content === 'other.pack'",
        )
        .await;
        page.until("one cache is left", "caches.keys().then((all) => all.length === 1)").await;
        assert_ne!(page.eval("caches.keys()").await, old);
    });
}

#[test]
fn one_file_opens_by_double_click() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("dateline.html");
    xtask::single_file::write(&site::built(), &file).unwrap();
    Visit::new().file(&file).to(async |page| {
        assert!(page.count().await > 0);
        assert_eq!(page.requests().await, Vec::<String>::new());
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn one_file_holds_its_pack_too() {
    let (copy, dir) = (site::copy(), tempfile::tempdir().unwrap());
    fs::write(copy.path().join("other.pack"), site::pack()).unwrap();
    dateline_folder::site::use_pack(copy.path(), "other.pack").unwrap();
    let file = dir.path().join("dateline.html");
    xtask::single_file::write(copy.path(), &file).unwrap();
    Visit::new().file(&file).to(async |page| {
        assert!(page.count().await > 0);
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_damaged_pack_ends_in_a_message_that_can_be_copied() {
    let copy = site::copy();
    let mut pack = site::pack();
    let middle = pack.len() / 2;
    pack[middle] ^= 0x40;
    fs::write(copy.path().join("damaged.pack"), pack).unwrap();
    dateline_folder::site::use_pack(copy.path(), "damaged.pack").unwrap();
    Visit::new().site(copy.path()).to(async |page| {
        let message = page.find("alert", "").await.text().await;
        assert!(message.contains("damaged.pack"), "{message}");
        let selected = "(() => { getSelection().selectAllChildren(document.querySelector('[role=alert]')); \
                        return getSelection().toString() })()";
        let selected = page.eval(selected).await;
        assert!(selected.as_str().unwrap_or_default().contains("damaged.pack"), "{selected}");
    });
}
