//! Help and settings: what can be asked, which keys there are, and what this page does with documents.
//!
//! **Invariant:** what it says of the query language is what the parser does.

use leptos::prelude::*;

use crate::app::{Drawer, toggle};
use crate::platform::preferences;

/// What can be typed, and what it finds.
const LANGUAGE: [(&str, &str); 21] = [
    ("port strike", "passages with both words, in any English form; while you type, the last may go on"),
    ("strik*", "words that begin so"),
    ("“port authority”", "these words in this order, exactly"),
    ("\"port strike\"~5", "near each other: at most 5 other words among them"),
    ("-football", "not with this word; a minus works before every term"),
    ("strike OR (port blockade)", "either; OR joins its two neighbours, parentheses go first"),
    ("quote:\"we will not strike\"", "somebody's words, also where about a quarter of them differ"),
    ("title:strike", "in the headline"),
    ("person:smith place:geneva", "naming them, in any spelling; also org: and other:"),
    ("about:smith", "naming anything of this name"),
    ("speaker:smith", "said by them; also speaker:\"a union official\""),
    ("publisher:gazette author:lee", "published or written by"),
    ("after:2024-11-13", "on this day or later; before: on this day or earlier"),
    ("on:2024-11-14 in:2024-12", "in one of these: a day, month, year or 2024-11-13..2024-11-20"),
    ("published-before:2024-11", "published by then for sure; also published-after: and published:"),
    ("undated:yes", "also without a date; alone: only those; -undated:yes: none of them"),
    (
        "status:claimed",
        "said, happened, ongoing, claimed, announced, conditional, denied, withheld, not-done",
    ),
    ("voice:unnamed", "resting on unnamed voices only; also voice:one and voice:several"),
    ("language:en origin:reuters", "the article's language; whom it has its text or facts from"),
    ("dated:range incomplete:yes", "dated by a range of days (or day, none); may be cut short"),
    ("scope:article", "words and names anywhere in the article"),
];

/// The keys.
const KEYS: [(&str, &str); 9] = [
    ("/", "search"),
    ("↑ ↓", "in the search box: through what is offered; Enter takes it, Esc closes it"),
    ("t", "timeline; then arrows from event to event, Enter opens"),
    ("n  p", "in the reader: next and previous row of the result; in articles, next and previous hit"),
    ("Tab, then ← →", "in the reader: from mark to mark; Enter explains"),
    ("← →", "on the ends of the brush: a day; Page Up and Page Down: a month"),
    ("Ctrl + wheel", "zoom the timeline at the pointer, as two fingers do"),
    ("Esc", "close what is on top"),
    ("?", "this page"),
];

/// The panel.
#[component]
pub fn Help(
    /// What lies over the panels.
    drawer: RwSignal<Drawer>,
    /// Whether single keys are shortcuts.
    keys: RwSignal<bool>,
) -> impl IntoView {
    let open = move || drawer.get() == Drawer::Help;
    let set = move |on: bool| {
        keys.set(on);
        preferences::keep("keys", if on { "on" } else { "off" });
    };
    let list = |rows: &'static [(&'static str, &'static str)]| {
        rows.iter().map(|(a, b)| view! { <dt><kbd>{*a}</kbd></dt><dd>{*b}</dd> }).collect_view()
    };
    view! {
        <Show when=open>
            <section id="help" class="help" role="dialog" aria-label="Help and settings" tabindex="-1">
                <button class="icon close" aria-label="Close help" on:click=move |_| toggle(drawer, Drawer::Closed)>"✕"</button>
                <div>
                    <h2>"What you can ask"</h2>
                    <dl>{list(&LANGUAGE)}</dl>
                    <p>"All terms hold. The same field again is one or the other; in parentheses, (person:smith person:lee), all hold. \
                        What cannot be read is searched as words, underlined, and explained."</p>
                </div>
                <div>
                    <h2>"What you see"</h2>
                    <p>"Software has read these articles and sorted what they report by when it is said to have happened. \
                        It can misread. Every row, mark and name opens the sentence it came from and says why it is believed. \
                        A claim is shown as the word of whoever makes it; nothing here says who is right."</p>
                    <p>"An article whose file gives no day can be given one: where it is read, and without any date beside the \
                        timeline too. All that counts from it says that you have set it, here and in every file that is kept. It \
                        stays in this browser, with the headline, until it is undone."</p>
                    <p>"Your documents stay in this browser."</p>
                    <h2>"Keys"</h2>
                    <dl>{list(&KEYS)}</dl>
                    <label><input type="checkbox" prop:checked=keys on:change:target=move |e| set(e.target().checked()) />" Single keys are shortcuts"</label>
                </div>
            </section>
        </Show>
    }
    .into_any()
}
