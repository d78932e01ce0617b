//! On paper, and where there is little room: the same, in one page or one column.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;
use serde_json::{Value, json};

/// How many pages a PDF has, which is given in base64.
async fn pages(page: &Page, pdf: &Value) -> Value {
    page.eval(&format!(r"atob({pdf}).match(/\/Type\s*\/Page[^s]/g).length")).await
}

#[test]
fn it_prints_to_one_page_with_the_drawing_and_what_does_not_fit_counted() {
    for dark in ["light", "dark"] {
        Visit::new().prefers("prefers-color-scheme", dark).to(async |page| {
            let says = page.says().await;
            let pdf = page.devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true })).await;
            assert_eq!(pages(page, &pdf["data"]).await, 1);
            let sheet = "document.querySelector('.printed')";
            page.until("the sheet", &format!("!!{sheet}")).await;
            let text = page.eval(&format!("{sheet}.textContent")).await.as_str().unwrap_or_default().to_owned();
            assert!(text.contains(&says) && text.contains("Last article 7 February 2026."), "{text}");
            let rows = page.eval(&format!("{sheet}.querySelectorAll('ol li').length")).await.as_u64().unwrap_or(0);
            let all = u64::from(page.count().await);
            assert!(rows > 6, "{rows} rows");
            assert!(text.contains(&format!("and {} more", all - rows)), "{rows} of {all}: {text}");
            page.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" })).await;
            let over = format!(
                "(() => {{ const list = {sheet}.querySelector('ol').getBoundingClientRect(); \
                 return [...{sheet}.querySelectorAll('ol li')].filter((li) => {{ const r = li.getBoundingClientRect(); \
                 return r.right > list.right + 1 || r.bottom > list.bottom + 1 }}).length }})()"
            );
            assert_eq!(page.eval(&over).await, 0, "rows that do not fit");
            assert!(page.eval(&format!("{sheet}.getBoundingClientRect().height")).await.as_f64().unwrap_or(1e9) <= 703.0);
            assert_eq!(page.eval("getComputedStyle(document.body).backgroundColor").await, "rgb(255, 255, 255)");
        });
    }
}

#[test]
fn on_a_phone_the_rows_stand_on_a_line_under_the_strip_which_stays() {
    Visit::new().size(390, 844).to(async |page| {
        page.select("#rows .row").await;
        page.eval("window.scrollTo(0, 1200)").await;
        page.until(
            "the strip is on top",
            "Math.abs(document.querySelector('.strip').getBoundingClientRect().top) < 1",
        )
        .await;
        let glyphs = "[...document.querySelectorAll('#rows .row .tag:first-child .glyph')]";
        page.until(
            "the forms on one line",
            &format!("new Set({glyphs}.map((g) => Math.round(g.getBoundingClientRect().left))).size === 1"),
        )
        .await;
        let small = "[...document.querySelectorAll('.timeline button, .timeline input')].filter((e) => e.checkVisibility() && \
                     e.getBoundingClientRect().height < 44).map((e) => e.outerHTML.slice(0, 80))";
        assert_eq!(page.eval(small).await, json!([]), "targets that are too small");
        let before = page.says().await;
        let (from, to) = (page.point("#overview", (0.5, 0.6)).await, page.point("#overview", (0.8, 0.6)).await);
        page.drag(from, to).await;
        page.mouse("mouseReleased", to).await;
        page.says_other_than(&before).await;
        assert_eq!(page.axe().await, Vec::<String>::new());
    });
}

#[test]
fn it_can_be_used_where_there_is_very_little_room_and_with_forced_colours() {
    Visit::new().size(320, 256).to(async |page| {
        page.find("button", "Show the drawing").await.click().await;
        page.until("the drawing", "document.querySelector('#drawing').checkVisibility()").await;
        let wider = "(() => { const w = document.documentElement; return w.scrollWidth - w.clientWidth })()";
        assert_eq!(page.eval(wider).await, 0);
        assert_eq!(
            page.eval("getComputedStyle(document.querySelector('.strip')).position").await,
            "relative"
        );
    });
    Visit::new().prefers("forced-colors", "active").to(async |page| {
        page.press("t").await;
        page.until("a note", "!!document.querySelector('#note')").await;
        assert_eq!(page.axe().await, Vec::<String>::new());
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}
