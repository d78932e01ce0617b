//! Keeps the page for use without a network, where the browser and the page allow it.
//!
//! **Invariant:** nothing is registered over `file://`, nor by a page that names no script for it.

use wasm_bindgen::JsValue;

/// Registers the service worker that `<meta name="dateline-offline">` names.
pub(crate) fn register() {
    let Some(window) = web_sys::window() else { return };
    let http = window.location().protocol().is_ok_and(|p| p.starts_with("http"));
    let navigator = window.navigator();
    // An insecure origin has no service workers: the property is then absent.
    let able = js_sys::Reflect::has(&navigator, &JsValue::from_str("serviceWorker")).unwrap_or(false);
    let script = super::pack::meta("dateline-offline").unwrap_or_default();
    if http && able && !script.is_empty() {
        let registering = navigator.service_worker().register(&script);
        wasm_bindgen_futures::spawn_local(async move {
            // The page works without it, so a refusal is no error.
            let _ = wasm_bindgen_futures::JsFuture::from(registering).await;
        });
    }
}
