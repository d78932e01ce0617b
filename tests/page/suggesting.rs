//! What the search box offers while somebody types, and what it does with a list of queries.

use dateline_browser_tests::found::Found;
use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

/// The name that most rows name, and the beginning of its last word as somebody would type it.
async fn somebody(page: &Page) -> (String, String) {
    let group = page.find("group", "People").await;
    page.wait("a name", async || !group.all("button").await.is_empty()).await;
    let name = group.all("button").await.swap_remove(0).name;
    let last = name.split(' ').next_back().unwrap_or_default();
    (name.clone(), last.chars().take(3).collect::<String>().to_lowercase())
}

/// The box, after `text` was typed into it and something is offered.
async fn typed(page: &Page, text: &str) -> Found {
    let search = page.find("combobox", "Search").await;
    search.click().await;
    search.until("aria-expanded", "false").await;
    page.type_in(text).await;
    search.until("aria-expanded", "true").await;
    search
}

/// The option that starts with `label`, once the box offers it.
async fn option(page: &Page, label: &str) -> Found {
    let found = async || page.all("option").await.into_iter().find(|option| option.name.starts_with(label));
    page.wait(&format!("an option `{label}`"), async || found().await.is_some()).await;
    found().await.expect("the option is still there")
}

async fn value(search: &Found) -> String {
    search.eval("return this.value").await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_suggestion_is_taken_with_the_arrow_keys_and_enter() {
    Visit::new().to(async |page| {
        let (name, begun) = somebody(page).await;
        let search = typed(page, &begun).await;
        assert_eq!(search.attribute("aria-activedescendant").await, None, "nothing is chosen at first");
        let option = option(page, &name).await;
        assert!(option.name.ends_with("passages") || option.name.ends_with("passage"), "{}", option.name);
        assert_eq!(page.axe().await, Vec::<String>::new(), "offered");
        for _ in 0..8 {
            if option.attribute("aria-selected").await.as_deref() == Some("true") {
                break;
            }
            page.press("ArrowDown").await;
        }
        option.until("aria-selected", "true").await;
        let active = search.attribute("aria-activedescendant").await;
        assert_eq!(active, option.attribute("id").await);
        assert_eq!(page.axe().await, Vec::<String>::new(), "chosen");
        page.press("Enter").await;
        search.until("aria-expanded", "false").await;
        assert_eq!(value(&search).await, format!("person:\"{name}\" "));
        assert!(search.is_focused().await);
        page.until(
            "the caret is behind it",
            "document.activeElement.selectionStart === document.activeElement.value.length",
        )
        .await;
        page.find("button", &format!("Remove: {name}")).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_suggestion_is_taken_by_a_click_and_a_field_offers_its_values() {
    Visit::new().to(async |page| {
        let search = typed(page, "publi").await;
        option(page, "publisher:").await.click().await;
        page.wait("the field", async || value(&search).await == "publisher:").await;
        assert!(search.is_focused().await);
        page.wait("its values", async || {
            let all = page.all("option").await;
            !all.is_empty() && all.iter().all(|option| option.name.contains("publisher"))
        })
        .await;
        let before = page.says().await;
        page.all("option").await.swap_remove(0).click().await;
        search.until("aria-expanded", "false").await;
        assert!(value(&search).await.starts_with("publisher:"));
        page.says_other_than(&before).await;
        assert!(page.count().await > 0);
    });
}

#[test]
fn suggestions_are_never_in_the_way() {
    Visit::new().to(async |page| {
        let search = typed(page, "cease").await;
        page.press("Escape").await;
        search.until("aria-expanded", "false").await;
        assert_eq!(value(&search).await, "cease", "the first Escape closes the list alone");
        page.press("ArrowDown").await;
        search.until("aria-expanded", "true").await;
        page.press("Enter").await;
        search.until("aria-expanded", "false").await;
        page.find("button", "Remove: words that begin with cease").await;
        page.press("Escape").await;
        page.wait("an empty box", async || value(&search).await.is_empty()).await;

        typed(page, "cease").await;
        page.press("ArrowDown").await;
        page.press("Tab").await;
        search.until("aria-expanded", "false").await;
        assert!(!search.is_focused().await);
    });
}

#[test]
fn suggestions_fit_a_dark_phone() {
    Visit::new().size(390, 844).prefers("prefers-color-scheme", "dark").to(async |page| {
        typed(page, "a").await;
        page.press("ArrowDown").await;
        let wider = "(() => { const w = document.documentElement; return w.scrollWidth - w.clientWidth })()";
        assert_eq!(page.eval(wider).await, 0, "pixels to scroll sideways");
        assert!(page.all("option").await.len() > 1);
        assert_eq!(page.axe().await, Vec::<String>::new());
    });
}

#[test]
fn a_list_of_queries_that_is_pasted_or_dropped_gives_a_table_of_hits() {
    let lines = "# mine\\nTalks\\tceasefire\\n-ceasefire\\n\\nzzzqqq";
    let paste = format!(
        "const data = new DataTransfer(); data.setData('text/plain', '{lines}'); \
         this.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}))"
    );
    let drop = format!(
        "const data = new DataTransfer(); data.items.add(new File(['{lines}'], 'mine.txt')); \
         this.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}))"
    );
    for given in [paste, drop] {
        Visit::new().to(async |page| {
            let before = page.says().await;
            let search = page.find("combobox", "Search").await;
            search.eval(&given).await;
            let button = page.find("button", "Download CSV").await;
            page.until("what it is", "document.body.textContent.includes('3 queries: a table of hits')")
                .await;
            assert_eq!(page.axe().await, Vec::<String>::new());
            let table = page.download(&button).await;
            let rows: Vec<&str> = table.as_str().unwrap_or_default().split_terminator("\r\n").collect();
            assert_eq!(rows.len(), 4, "{rows:?}");
            assert_eq!(rows[0], "name,query,articles,events,quotations,figures,hints");
            assert!(rows[1].starts_with("Talks,ceasefire,"), "{rows:?}");
            assert!(rows[2].starts_with(",'-ceasefire,"), "{rows:?}");
            assert_eq!(rows[3], ",zzzqqq,0,0,0,0,");
            assert_eq!(
                (page.says().await, value(&search).await),
                (before, String::new()),
                "nothing else has changed"
            );
            assert_eq!(page.console().await, Vec::<String>::new());
            page.find("button", "Close the list of queries").await.click().await;
            page.wait("no list", async || !page.has("button", "Download CSV").await).await;
        });
    }
}
