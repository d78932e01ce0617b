//! Dateline's page: the only code that knows a browser.
//!
//! The page asks the engine one question at a time and draws its answer; what it knows of the world is in the
//! address ([`route`]), what the reader wants is a method of [`explorer::Explorer`], and what the browser can do is in
//! [`platform`]. Where to start: [`app`] says which panels there are, [`explorer`] which state there is.
//!
//! **Invariant:** text from documents reaches the page as text nodes in serif, everything that Dateline says is sans;
//! no component holds a rule about news.

#![allow(
    clippy::large_types_passed_by_value,
    reason = "the state is handles, and is copied into every closure that a view makes"
)]

pub mod app;
pub mod explorer;
pub mod part;
pub mod platform;
pub mod route;
pub mod view;

use explorer::correcting;

/// Opens the pack and mounts the page, or a message that can be copied where that fails; in a worker, answers the
/// page that started it.
pub fn mount() {
    if platform::worker::serve() {
        return;
    }
    platform::panic::install();
    platform::pack::open(correcting::kept_decisions(), |opened| match opened {
        Ok((port, refused)) => app::mount(port, refused),
        Err(message) => platform::panic::show(&message),
    });
}
