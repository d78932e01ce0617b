//! Preferences kept in this browser: the theme, and whether single keys are shortcuts.
//!
//! **Invariant:** nothing about the documents is kept, and a browser that keeps nothing is no error.

use gloo::storage::{LocalStorage, Storage as _};

/// The kept value of `key`.
pub fn read(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(&format!("dateline:{key}")).ok().flatten()
}

/// Keeps `value` for `key`.
pub fn keep(key: &str, value: &str) {
    let _ = LocalStorage::raw().set_item(&format!("dateline:{key}"), value);
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
