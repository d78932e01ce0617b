//! The service worker, which keeps the page for the time without a network.
//!
//! **Invariant:** a browser that has none, and a page opened as a file, work all the same.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Registers `sw.js` beside the page, after the first paint.
pub fn register() {
    let Some(window) = web_sys::window() else { return };
    let served = window.location().protocol().is_ok_and(|p| p.starts_with("http"));
    // Insecure origins have no `serviceWorker` at all; the accessor would be undefined.
    if !served || !window.is_secure_context() {
        return;
    }
    let registering = window.navigator().service_worker().register("sw.js");
    spawn_local(async move {
        let _ = JsFuture::from(registering).await;
    });
}
