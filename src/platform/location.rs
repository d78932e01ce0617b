//! The address bar: the fragment, the history of it, and the title of each step.
//!
//! **Invariant:** at most four `replaceState` a second, since browsers ration it; the last one always arrives.
//! Start at [`fragment`] and [`go`].

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;

/// Milliseconds between two replacements.
const RATION: u32 = 250;

thread_local! {
    static PENDING: RefCell<Option<String>> = const { RefCell::new(None) };
    static TITLE: RefCell<Option<String>> = const { RefCell::new(None) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// How a new fragment enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a step that Back undoes.
    Push,
    /// In place of the present one, while an intent goes on.
    Replace,
}

/// The fragment without `#`, as the browser keeps it (percent-encoded).
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|w| w.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The whole address with `fragment`, for links that are copied.
pub fn address(fragment: &str) -> String {
    let href = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}#{fragment}")
}

/// Goes to `fragment`.
pub fn go(fragment: &str, step: Step) {
    match step {
        Step::Push => {
            flush();
            if fragment != self::fragment() {
                write(fragment, Step::Push);
            }
        }
        Step::Replace => {
            PENDING.set(Some(fragment.to_owned()));
            soon();
        }
    }
}

/// Names the page, in the browser's tab and its history: soon, since browsers take longer over it than over a row.
pub fn title(text: &str) {
    TITLE.set(Some(text.to_owned()));
    soon();
}

/// What is pending is written when [`RATION`] is over.
fn soon() {
    if !WAITING.replace(true) {
        Timeout::new(RATION, || {
            WAITING.set(false);
            flush();
            if let (Some(title), Some(document)) =
                (TITLE.take(), web_sys::window().and_then(|w| w.document()))
            {
                document.set_title(&title);
            }
        })
        .forget();
    }
}

/// How many steps were made on this page before the present one; kept by the browser, also when the page is loaded anew.
pub fn steps() -> f64 {
    let state = web_sys::window().and_then(|w| w.history().ok()).and_then(|h| h.state().ok());
    state.and_then(|s| s.as_f64()).unwrap_or(0.0)
}

/// One step back, unless that would leave the page.
pub fn back() {
    flush();
    if steps() > 0.0 {
        let _ = web_sys::window().and_then(|w| w.history().ok()).map(|h| h.back());
    }
}

/// Calls `then` whenever the reader has gone back, forward, or edited the address.
pub fn on_change(then: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    EventListener::new(&window, "popstate", move |_| {
        PENDING.set(None);
        then();
    })
    .forget();
}

fn flush() {
    if let Some(fragment) = PENDING.take() {
        write(&fragment, Step::Replace);
    }
}

fn write(fragment: &str, step: Step) {
    let Some(history) = web_sys::window().and_then(|w| w.history().ok()) else { return };
    // An empty fragment keeps its `#`: an empty address would mean "this page", with the old fragment.
    let url = format!("#{fragment}");
    let _ = match step {
        Step::Push => history.push_state_with_url(&(steps() + 1.0).into(), "", Some(&url)),
        Step::Replace => history.replace_state_with_url(&steps().into(), "", Some(&url)),
    };
}
