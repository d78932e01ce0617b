//! Preferences kept in this browser: the theme, whether single keys are shortcuts, the searches that were saved, and the
//! dates that were set.
//!
//! **Invariant:** nothing of the documents is kept but what the reader typed or chose of them in a search that they saved,
//! and the name and the headline of an article whose date they set; and a browser that keeps nothing, or refuses to
//! be asked, is no error.

use web_sys::Storage;

/// The kept value of `key`.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(&format!("dateline:{key}")).ok().flatten()
}

/// Keeps `value` for `key`, and says whether it is kept.
pub fn keep(key: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&format!("dateline:{key}"), value).is_ok())
}

/// Where the browser keeps things; some refuse even to be asked.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Sets the theme of the whole page: `light`, `dark`, or `auto` for the system's.
pub fn set_theme(theme: &str) {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    let Some(root) = root else { return };
    let _ = match theme {
        "auto" => root.remove_attribute("data-theme"),
        theme => root.set_attribute("data-theme", theme),
    };
}
