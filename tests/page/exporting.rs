//! Files to keep: the timeline as a picture, its events as a table, as objects and as a calendar.

use dateline_browser_tests::page::Page;
use dateline_browser_tests::visit::Visit;
use serde_json::json;

async fn exported(page: &Page, form: &str) -> String {
    page.find("button", "Export").await.focus().await;
    page.press("Enter").await;
    page.until("the focus is in the menu", "document.activeElement.id === 'export'").await;
    let file = page.download(&page.find("button", form).await).await;
    page.until("the menu is closed", "!document.querySelector('#export')").await;
    page.until("the focus is back", "document.activeElement.textContent === 'Export'").await;
    file.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_events_found_are_kept_as_a_table_as_objects_and_as_a_calendar() {
    Visit::new().at("person:%22Steve%20Witkoff%22").to(async |page| {
        let count = page.count().await;
        let table = exported(page, "Table (CSV)").await;
        assert!(table.starts_with("when,from,to,exact_to,who_says_so,passage,source,"), "{table}");
        let objects = exported(page, "Data (JSON)").await;
        assert_eq!(page.eval("JSON.parse(kept).length").await, json!(count), "{objects}");
        let witkoff = "JSON.parse(kept).every((e) => e.passage && e.source && e.file && e.sha256.length === 8 && e.end > e.start)";
        assert_eq!(page.eval(witkoff).await, json!(true), "{objects}");
        let calendar = exported(page, "Calendar (ICS)").await;
        let events = calendar.matches("BEGIN:VEVENT").count();
        assert!(events > 0 && events <= count as usize && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_timeline_is_kept_as_it_is_drawn_with_what_it_shows() {
    Visit::new().at("person:%22Steve%20Witkoff%22").to(async |page| {
        page.find("button", "Export").await.click().await;
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.press("Escape").await;
        let says = page.says().await;
        let svg = exported(page, "Drawing (SVG)").await;
        let read = "[...new DOMParser().parseFromString(kept, 'image/svg+xml').querySelectorAll('title, parsererror')]\
                    .map((e) => e.nodeName + ' ' + e.textContent)[0]";
        assert_eq!(page.eval(read).await, json!(format!("title {says}")), "{svg}");
        assert!(svg.contains("Last article 7 February 2026."), "{svg}");
        let marks = "[...document.querySelectorAll('.marks .mark')].length";
        let drawn = page.eval(marks).await.as_u64().unwrap_or_default() as usize;
        let keyed = svg.matches("<g class=\"mark ").count();
        assert!(drawn > 0 && keyed > drawn, "{keyed} marks and shapes of the key, {drawn} on the page");
    });
}

#[test]
fn a_picture_has_two_pixels_for_each_of_the_drawing() {
    Visit::new().to(async |page| {
        let watch = "{ const make = URL.createObjectURL; URL.createObjectURL = (blob) => { \
                     if (blob.type === 'image/png') createImageBitmap(blob).then((b) => { window.size = b.width }); \
                     return make(blob) } }";
        page.eval(watch).await;
        page.find("button", "Export").await.click().await;
        page.find("button", "Picture (PNG)").await.click().await;
        page.until("a picture", "window.size > 0").await;
        let width = "2 * +document.querySelector('#drawing').getAttribute('width')";
        assert_eq!(page.eval("size").await, page.eval(width).await);
        assert_eq!(page.console().await, Vec::<String>::new());
    });
}
