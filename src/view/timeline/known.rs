//! Up to when publications are shown: the handle on their clock, and the day to type.
//!
//! **Invariant:** both write the same term of the query; a drag is one step of history, and a day at which the record
//! ends is no filter. Start at [`KnownHandle`].

use dateline_core::civil::day_of;
use dateline_core::engine::known::Known as Words;
use dateline_core::layout::date_text;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::Timeline;
use jiff::civil::Date;
use leptos::prelude::*;

use crate::explorer::{Explorer, day_at, number};
use crate::platform::element;

/// The last day of publication that is shown, and the words for what is not.
fn day(explorer: Explorer) -> (Memo<Words>, Memo<Option<Date>>) {
    let words = explorer.part(|a| a.known.clone());
    let last = move || explorer.record().publications.last().copied().and_then(day_at);
    (words, Memo::new(move |_| words.with(|words| day_of(&words.day)).or_else(last)))
}

/// The handle: a slider of days, moved by hand or by key.
#[component]
pub fn KnownHandle(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let (words, day) = day(explorer);
    let ends = Memo::new(move |_| explorer.record().publications);
    let place = Memo::new(move |_| drawing.with(|t| t.known.clone()));
    // How far from its line the hand took hold of the handle.
    let hold = StoredValue::new(None::<f64>);
    let at = move |e: &leptos::ev::PointerEvent| {
        let (x, y) = element::offset("drawing", (e.client_x(), e.client_y()));
        let known = place.get_untracked()?;
        let [x0, y0, ..] = known.line;
        Some(if known.upright { (y, y0) } else { (x, x0) })
    };
    let down = move |e: leptos::ev::PointerEvent| {
        hold.set_value(at(&e).map(|(hand, line)| hand - line));
        element::capture("known", e.pointer_id());
    };
    let drag = move |e: leptos::ev::PointerEvent| {
        let (Some(off), Some((hand, _))) = (hold.get_value(), at(&e)) else { return };
        if let Some(day) = drawing.with_untracked(|t| explorer.known_at(t, hand - off)) {
            explorer.know_until(Some(day), false);
        }
    };
    let rest = move || {
        if explorer.dragging.get_untracked() {
            explorer.rest_range();
        }
    };
    let up = move |_| {
        hold.set_value(None);
        rest();
    };
    let on_key = move |e: leptos::ev::KeyboardEvent| {
        if let Some(to) = day.get_untracked().and_then(|day| explorer.known_by_key(day, &e.key())) {
            e.prevent_default();
            explorer.know_until(Some(to), false);
        }
    };
    let side = move |i: usize| {
        place
            .with(|p| p.as_ref().and_then(|p| p.handle.get(i).copied()))
            .map_or_else(String::new, |v| px(v) + "px")
    };
    let text = move || {
        let day = day.get().map(|d| date_text::range(Some(d), Some(d))).unwrap_or_default();
        words.with(|w| {
            let out = if w.short.is_empty() { "the last article" } else { &w.short };
            format!("{day}, {out}")
        })
    };
    view! {
        <Show when=move || place.with(Option::is_some)>
            <div
                id="known" class="known" role="slider" tabindex="0" aria-label="Published up to"
                class:upright=move || place.with(|p| p.as_ref().is_some_and(|p| p.upright))
                aria-orientation=move || if place.with(|p| p.as_ref().is_some_and(|p| p.upright)) { "vertical" } else { "horizontal" }
                aria-valuemin=move || ends.with(|all| all.first().copied()) aria-valuemax=move || ends.with(|all| all.last().copied())
                aria-valuenow=move || day.get().map(number) aria-valuetext=text
                title="Hide what was published later"
                style:left=move || side(0) style:top=move || side(1) style:width=move || side(2) style:height=move || side(3)
                on:pointerdown=down on:pointermove=drag on:pointerup=up on:pointercancel=up
                on:keydown=on_key on:keyup=move |_| rest() on:blur=move |_| rest()
            ></div>
        </Show>
    }
    .into_any()
}

/// The day to type, and how to show everything again.
#[component]
pub fn KnownDay() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let words = explorer.part(|a| a.known.clone());
    let set = move |text: String| explorer.know_until(day_of(&text), true);
    view! {
        <label class="dates known-day">
            "Published up to"
            <input
                type="date" aria-label="Published up to" prop:value=move || words.with(|w| w.day.clone())
                on:change:target=move |e| set(e.target().value())
            />
        </label>
    }
    .into_any()
}
