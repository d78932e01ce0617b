//! Lanes on the page: chosen, put in order, folded and compared, by mouse, by keyboard and by touch.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;

/// The names of the lanes from top to bottom, each with whether it is open.
async fn lanes(page: &Page) -> Vec<String> {
    let heads = "[...document.querySelectorAll('.lane-head')].map((head) => \
                 head.getAttribute('aria-label').split(',')[0] + (head.getAttribute('aria-expanded') === 'true' ? '' : ' (folded)'))";
    let found = page.eval(heads).await;
    found.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

async fn until_lanes(page: &Page, what: &str, expected: &[&str]) {
    page.wait(what, async || lanes(page).await == expected).await;
}

async fn choose(page: &Page, by: &str) {
    page.find("button", "Lanes").await.click().await;
    page.find("button", by).await.click().await;
}

/// How many marks stand in the lane with this number.
async fn marks_between(page: &Page, lane: usize) -> u64 {
    let inside = format!(
        "{{ const box = document.querySelectorAll('.lane-head')[{lane}].getBoundingClientRect(); \
         [...document.querySelectorAll('#marks .mark')].filter((mark) => {{ const own = mark.getBoundingClientRect(); \
         const y = (own.top + own.bottom) / 2; return y > box.top && y < box.bottom }}).length }}"
    );
    page.eval(&inside).await.as_u64().unwrap_or_default()
}

#[test]
fn people_have_lanes_that_stay_over_a_reload_and_change_no_count() {
    Visit::new().to(async |page| {
        let says = page.says().await;
        choose(page, "People").await;
        let first =
            ["Donald Trump", "Volodymyr Zelenskyy", "Vladimir Putin", "Steve Witkoff", "All others (folded)"];
        until_lanes(page, "the persons named most", &first).await;
        assert_eq!(page.says().await, says, "lanes are no filter");
        assert_eq!(page.axe().await, Vec::<String>::new());
        for lane in 0..first.len() {
            assert!(marks_between(page, lane).await > 0, "lane {lane} holds what names it");
        }

        page.find("button", "Vladimir Putin, 26 events").await.click().await;
        let folded = [
            "Donald Trump",
            "Volodymyr Zelenskyy",
            "Vladimir Putin (folded)",
            "Steve Witkoff",
            "All others (folded)",
        ];
        until_lanes(page, "one is folded", &folded).await;
        page.reload().await;
        until_lanes(page, "as before", &folded).await;
        page.back().await;
        until_lanes(page, "unfolded", &first).await;
        page.back().await;
        until_lanes(page, "one lane", &[]).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn two_speakers_are_compared_one_under_the_other_by_keyboard_alone() {
    let at = "&lanes=speaker&lane=Volodymyr%20Zelenskyy&lane=Donald%20Trump";
    Visit::new().at(at).to(async |page| {
        let both = ["Volodymyr Zelenskyy", "Donald Trump", "All others (folded)"];
        until_lanes(page, "both", &both).await;
        page.find("button", "Lanes").await.focus().await;
        page.press("Enter").await;
        page.find("button", "Move Donald Trump up").await.focus().await;
        page.press("Enter").await;
        until_lanes(page, "the other order", &["Donald Trump", "Volodymyr Zelenskyy", "All others (folded)"])
            .await;
        page.select(".lanes-panel input[type=checkbox]:not(:checked)").await.focus().await;
        page.press(" ").await;
        page.wait("a third lane", async || lanes(page).await.len() == 4).await;

        page.eval("document.querySelector('#marks').focus()").await;
        page.press("Home").await;
        let label = "document.activeElement.getAttribute('aria-label')";
        let named = page.eval(label).await.as_str().unwrap_or_default().to_owned();
        assert!(named.contains(", in "), "a mark says its lane: {named}");
        page.press("ArrowDown").await;
        page.wait("another lane", async || {
            let now = page.eval(label).await.as_str().unwrap_or_default().to_owned();
            let lane = |text: &str| {
                text.rsplit(", in ").next().and_then(|rest| rest.split(',').next()).map(str::to_owned)
            };
            lane(&now) != lane(&named)
        })
        .await;
        page.press("ArrowUp").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_thread_gets_another_name_and_one_of_ones_own_stands_beside_it() {
    Visit::new().to(async |page| {
        choose(page, "Threads").await;
        page.wait("threads", async || lanes(page).await.len() > 2).await;
        let before = lanes(page).await;
        page.select(".lanes-panel li .called").await.click().await;
        page.eval("document.activeElement.select()").await;
        page.type_in("The matter").await;
        page.press("Enter").await;
        page.wait("the new name", async || lanes(page).await.first().is_some_and(|l| l == "The matter"))
            .await;
        assert_eq!(lanes(page).await.len(), before.len());
        page.select("[aria-label='A thread of your own']").await.click().await;
        page.type_in("prisoner").await;
        page.press("Enter").await;
        page.wait("one's own", async || lanes(page).await.iter().any(|lane| lane.contains("prisoner"))).await;
        let now = lanes(page).await;
        page.reload().await;
        page.wait("as before", async || lanes(page).await == now).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn lanes_fold_under_a_finger_on_a_phone() {
    Visit::new().touch().size(390, 844).at("&lanes=source").to(async |page| {
        page.find("button", "Show the drawing").await.click().await;
        page.wait("lanes", async || !lanes(page).await.is_empty()).await;
        let before = lanes(page).await;
        page.tap(page.point(".lane-head", (0.3, 0.5)).await).await;
        page.wait("the first is folded", async || {
            lanes(page).await.first() == before.first().map(|l| format!("{l} (folded)")).as_ref()
        })
        .await;
        assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth").await, true);
    });
}

#[test]
fn an_address_with_lanes_that_are_unknown_here_opens_and_says_they_are_empty() {
    Visit::new().at("&lanes=person&lane=Nobody%20At%20All&lane=Steve%20Witkoff").to(async |page| {
        until_lanes(page, "both", &["Nobody At All", "Steve Witkoff", "All others (folded)"]).await;
        assert!(page.has("button", "Nobody At All, 0 events").await);
        page.open("#&lanes=nonsense&lane=x").await;
        until_lanes(page, "one lane", &[]).await;
    });
}
