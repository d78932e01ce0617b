//! Words and numbers as rows: whose they are stands beside them, and what they are stands out.

use dateline_browser_tests::visit::Visit;
use serde_json::json;

#[test]
fn a_figure_stands_out_in_its_sentence_with_whose_it_is_and_the_address_holds_the_tab() {
    Visit::new().to(async |page| {
        page.find("tab", "Figures").await.click().await;
        page.find("tab", "Figures").await.until("aria-selected", "true").await;
        page.until("a figure stands out", "!!document.querySelector('#rows .row .passage .own')").await;
        let bare = "[...document.querySelectorAll('#rows > ol .row')]\
            .filter((row) => !row.querySelector('.own') || !row.querySelector('.tag').textContent.match(/[0-9]/)\
                || !row.querySelector('.tag').textContent.match(/ by |according to/)).length";
        assert_eq!(page.eval(bare).await, 0, "rows without a number or without whose it is");
        let says = page.says().await;
        page.reload().await;
        page.find("tab", "Figures").await.until("aria-selected", "true").await;
        assert_eq!(page.says().await, says);
    });
}

#[test]
fn a_click_on_a_figure_in_the_reader_explains_it() {
    Visit::new().at("&tab=figures").to(async |page| {
        page.select("#results button[data-document]").await.click().await;
        page.select("#reader article").await;
        page.select("#reader .now .figure").await.click().await;
        page.until(
            "it is explained",
            "/According to/.test(document.querySelector('#reader .why').innerText)",
        )
        .await;
    });
}

#[test]
fn the_key_explains_each_shape_once_and_only_what_there_is_to_see() {
    Visit::new().to(async |page| {
        let key = "[...document.querySelectorAll('.key .glyph')].map((g) => g.getAttribute('class'))";
        let key = page.eval(key).await;
        let shapes = key.as_array().cloned().unwrap_or_default();
        assert!(shapes.len() >= 4, "{key}");
        let twice = shapes.iter().enumerate().any(|(at, shape)| shapes[..at].contains(shape));
        assert!(!twice, "{key}");
        let unexplained = "[...document.querySelectorAll('.marks .mark')]\
            .map((m) => m.getAttribute('class').split(' ')[1])\
            .filter((form) => !document.querySelector('.key .glyph.' + form)).length";
        assert_eq!(page.eval(unexplained).await, json!(0), "marks of a shape that the key does not name");
    });
}
