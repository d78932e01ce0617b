//! Dateline's page.

mod platform;

use leptos::prelude::*;

/// Mounts the page.
pub fn mount() {
    platform::offline::register();
    leptos::mount::mount_to_body(|| {
        let pack = LocalResource::new(platform::pack::load);
        let said = move || match pack.get() {
            None => "opening".to_owned(),
            Some(Ok(bytes)) => format!("a pack of {} bytes", bytes.len()),
            Some(Err(error)) => error,
        };
        view! {
            <main>
                <h1>"Dateline"</h1>
                <p role="status">{said}</p>
            </main>
        }
    });
}
