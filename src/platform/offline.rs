//! The service worker, which keeps the page for the time without a network.
//!
//! **Invariant:** nothing is registered over `file://`, nor by a page that names no script for it; a browser that has
//! no service workers, or refuses, works all the same.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Registers the script that `<meta name="dateline-offline">` names.
pub fn register() {
    let Some(window) = web_sys::window() else { return };
    let served = window.location().protocol().is_ok_and(|p| p.starts_with("http"));
    let navigator = window.navigator();
    // An insecure origin has no service workers: the property is then absent.
    let able = js_sys::Reflect::has(&navigator, &JsValue::from_str("serviceWorker")).unwrap_or(false);
    let script = super::pack::meta("dateline-offline").unwrap_or_default();
    if served && able && !script.is_empty() {
        let registering = navigator.service_worker().register(&script);
        spawn_local(async move {
            let _ = JsFuture::from(registering).await;
        });
    }
}
