//! The frame: which panels there are, and where.
//!
//! **Invariant:** the frame knows no panel's content; what is open beside what is the route's and the style's matter.
//! Start at [`App`].

use leptos::prelude::*;

use crate::explorer::{Explorer, First};
use crate::platform::engine::Port;
use crate::platform::{element, keyboard, offline, preferences};
use crate::view::head::Head;
use crate::view::help::Help;
use crate::view::names::Names;
use crate::view::print::Printed;
use crate::view::reader::Reader;
use crate::view::results::Results;
use crate::view::says::SaysLine;
use crate::view::timeline::TimelinePanel;

/// What lies over the panels, or beside them on narrow screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawer {
    /// Nothing.
    #[default]
    Closed,
    /// The names.
    Names,
    /// Help and settings.
    Help,
    /// The saved searches.
    Saved,
    /// What there is to keep.
    Export,
}

/// Opens `which`, or closes it if it was open; the focus goes there, and back to where it was.
pub fn toggle(drawer: RwSignal<Drawer>, which: Drawer) {
    if drawer.get_untracked() == which || which == Drawer::Closed {
        drawer.set(Drawer::Closed);
        element::give_back("results");
        return;
    }
    drawer.set(which);
    element::remember();
    element::focus_soon(match which {
        Drawer::Help => "help",
        Drawer::Saved => "saved",
        Drawer::Export => "export",
        Drawer::Names | Drawer::Closed => "names",
    });
}

/// Mounts the page over the engine behind `port`, as soon as there is something to show; `refused` says why the reader's
/// corrections are not in it, where they are not.
pub fn mount(port: Port, refused: Option<String>) {
    preferences::set_theme(&preferences::read("theme").unwrap_or_else(|| "auto".to_owned()));
    let asked = port.clone();
    First::at(&asked, refused, move |first| {
        element::remove("opening");
        leptos::mount::mount_to_body(move || view! { <App port first /> });
        offline::register();
    });
}

/// The page.
#[component]
pub fn App(
    /// The engine.
    port: Port,
    /// What it has answered.
    first: First,
) -> impl IntoView {
    let explorer = Explorer::new(port, first);
    provide_context(explorer);
    let drawer = RwSignal::new(Drawer::Closed);
    let keys = RwSignal::new(preferences::read("keys").as_deref() != Some("off"));
    shortcuts(explorer, drawer, keys);
    let reading = Memo::new(move |_| explorer.sheet.with(Option::is_some));
    view! {
        <nav class="skip" aria-label="Skip">
            {skip("results", "Skip to results", drawer)}
            {skip("names", "Skip to names", drawer)}
            {skip("reader", "Skip to reader", drawer)}
        </nav>
        <div class="page" class:reading=reading class:waiting=explorer.waiting class:names-open=move || drawer.get() == Drawer::Names>
            <Head drawer=drawer />
            <SaysLine />
            <TimelinePanel />
            <main class="columns">
                <Names drawer=drawer />
                <Results drawer=drawer />
                <Reader />
            </main>
            <Help drawer=drawer keys=keys />
            <Printed />
        </div>
    }
}

/// A link that goes to a panel, and opens the names where they are a drawer.
fn skip(to: &'static str, label: &'static str, drawer: RwSignal<Drawer>) -> impl IntoView {
    let go = move |e: leptos::ev::MouseEvent| {
        e.prevent_default();
        if !element::focus(to) && to == "names" {
            drawer.set(Drawer::Names);
            element::focus_soon(to);
        }
    };
    view! { <a href=format!("#{to}") on:click=go>{label}</a> }
}

/// Single keys, while the reader allows them, and Escape, which closes the topmost thing.
fn shortcuts(explorer: Explorer, drawer: RwSignal<Drawer>, keys: RwSignal<bool>) {
    keyboard::on_key(move |key, typing| match key {
        "Escape" if drawer.get_untracked() != Drawer::Closed => {
            drawer.set(Drawer::Closed);
            element::give_back("results");
            true
        }
        "Escape" if explorer.noted.get_untracked().is_some() => {
            explorer.noted.set(None);
            true
        }
        "Escape" if typing => false,
        "Escape" if explorer.bundle.with_untracked(|ids| !ids.is_empty()) => {
            explorer.close_bundle();
            true
        }
        "Escape" if explorer.sheet.with_untracked(Option::is_some) => {
            explorer.close();
            true
        }
        _ if typing || !keys.get_untracked() => false,
        "/" => {
            element::focus("search");
            true
        }
        "?" => {
            toggle(drawer, Drawer::Help);
            true
        }
        "t" => {
            element::focus("marks");
            true
        }
        "n" | "p" | "N" => {
            explorer.step(key == "n");
            true
        }
        _ => false,
    });
}
