//! Asking by words: rows, suggestions, ways out of nothing, and a list of queries.

use dateline_core::engine::queries::csv;

use crate::corpus::{address, agrees, first_of, hits, search, visit, word};

#[test]
fn typed_words_find_rows_with_hits_as_many_as_the_engine_counts() {
    visit().to(async |page| {
        agrees(page).await;
        let (all, word) = (page.count().await, word(page).await);
        page.find("combobox", "Search").await.click().await;
        for letter in word.chars() {
            page.type_in(&letter.to_string()).await;
            agrees(page).await;
        }
        let found = page.count().await;
        assert!(0 < found && found < all, "{found} of {all} for {word}");
        page.until(
            "every row has a hit",
            "[...document.querySelectorAll('#results .row')].every((row) => row.querySelector('.hit'))",
        )
        .await;
        search(page, " said").await;
        agrees(page).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_suggestion_is_taken_by_the_keyboard_and_finds_what_it_counts() {
    visit().at("&tab=articles").to(async |page| {
        let name = first_of(page, "Places").await.name;
        let search = page.find("combobox", "Search").await;
        search.click().await;
        page.type_in(&name.chars().take(3).collect::<String>().to_lowercase()).await;
        search.until("aria-expanded", "true").await;
        assert_eq!(page.axe().await, Vec::<String>::new(), "offered");
        page.press("ArrowDown").await;
        page.press("Enter").await;
        search.until("aria-expanded", "false").await;
        page.wait("a filter", async || !address(page).await.0.is_empty()).await;
        agrees(page).await;
        assert!(page.count().await > 0);
    });
}

#[test]
fn nothing_found_offers_ways_out_whose_counts_hold() {
    visit().to(async |page| {
        let name = first_of(page, "People").await;
        name.click().await;
        agrees(page).await;
        search(page, "zzzqqq").await;
        let offer = page.find("region", "Widen the search").await;
        page.wait("the way without the word", async || {
            offer
                .all("button")
                .await
                .iter()
                .any(|button| button.name.starts_with("Without ") && button.name.contains("zzzqqq"))
        })
        .await;
        assert_eq!(page.axe().await, Vec::<String>::new());
        let mut offers = offer.all("button").await;
        offers.retain(|button| button.name.contains("zzzqqq"));
        let offer = offers.swap_remove(0);
        let count: String = offer.name.rsplit(": ").next().unwrap_or_default().replace(',', "");
        offer.click().await;
        page.wait("what was offered", async || page.count().await.to_string() == count).await;
        agrees(page).await;
    });
}

#[test]
fn a_misspelt_word_is_never_corrected_silently_and_offered_with_a_count_that_holds() {
    visit().at("&tab=articles").to(async |page| {
        let word = word(page).await;
        let wrong = format!("{}qz{}", &word[..word.len() - 2], &word[word.len() - 2..]);
        // Two letters too many are more than a short word is near to.
        let wrong = if word.len() < 8 { wrong.replacen('q', "", 1) } else { wrong };
        page.open(&format!("#{wrong}&tab=articles")).await;
        agrees(page).await;
        let (query, _) = address(page).await;
        assert_eq!(query, wrong);
        let meant = async || {
            let all = page.all("button").await;
            all.into_iter().find(|button| button.name.starts_with("Did you mean "))
        };
        page.wait("what may be meant", async || meant().await.is_some()).await;
        let offer = meant().await.expect("it is still offered");
        let count: String = offer.name.rsplit(": ").next().unwrap_or_default().replace(',', "");
        offer.click().await;
        page.wait("what was offered", async || page.count().await.to_string() == count).await;
        agrees(page).await;
    });
}

#[test]
fn a_list_of_queries_is_the_commands_table() {
    visit().to(async |page| {
        let (word, name) = (word(page).await, first_of(page, "People").await.name);
        let lines = format!("A word\t{word}\nperson:\"{name}\"\nperson:\"{name}\" -{word}\n{word} in:2020..2024\nzzzqqq");
        let paste = format!(
            "const data = new DataTransfer(); data.setData('text/plain', {}); \
             this.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}))",
            serde_json::json!(lines)
        );
        page.find("combobox", "Search").await.eval(&paste).await;
        let button = page.find("button", "Download CSV").await;
        assert_eq!(page.download(&button).await, csv(&hits(&lines)));
    });
}
