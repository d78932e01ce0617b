//! The last resort: a message that can be copied, in place of a page that cannot go on.
//!
//! **Invariant:** it uses nothing but the document, since everything else may be what failed.

use std::panic::PanicHookInfo;

/// Shows every panic as a message, once.
pub fn install() {
    std::panic::set_hook(Box::new(|info| show(&stopped(info))));
}

/// What a panic says.
pub(super) fn stopped(info: &PanicHookInfo) -> String {
    format!("Dateline stopped: {info}")
}

/// Replaces the page by `message`; the reader's documents and address are untouched.
pub fn show(message: &str) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let Some(body) = document.body() else { return };
    let advice = "Copy this message if you report it. Reload the page to go on; if it comes back, open the page \
                  without what follows # in its address.";
    let (Ok(main), Ok(heading), Ok(text), Ok(help)) = (
        document.create_element("main"),
        document.create_element("h1"),
        document.create_element("pre"),
        document.create_element("p"),
    ) else {
        return;
    };
    main.set_class_name("stopped");
    let _ = main.set_attribute("role", "alert");
    heading.set_text_content(Some("Dateline cannot show this page"));
    text.set_text_content(Some(message));
    let _ = text.set_attribute("tabindex", "0");
    help.set_text_content(Some(advice));
    let _ = main.append_with_node_3(&heading, &text, &help);
    body.set_text_content(None);
    let _ = body.append_child(&main);
}
