//! Lanes on the page: their heads in the margin, and the panel in which they are chosen and put in order.
//!
//! **Invariant:** where a lane lies and what its name looks like comes from `layout`; a head only folds it.
//! Start at [`LaneHeads`] and [`LanesPanel`].

use dateline_core::engine::lanes::LaneShown;
use dateline_core::explore::By;
use dateline_core::layout::number_text::count;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::Timeline;
use leptos::prelude::*;

use crate::explorer::Explorer;

/// What lanes by each are called.
fn title(by: By) -> &'static str {
    match by {
        By::Person => "People",
        By::Place => "Places",
        By::Organization => "Organizations",
        By::Speaker => "Who says so",
        By::Status => "Reported as",
        By::Source => "Publishers",
        By::Article => "Articles",
        By::Thread => "Threads",
    }
}

/// A button over the name of each lane, which folds it.
#[component]
pub fn LaneHeads(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let lanes = explorer.part(|a| a.lanes.lanes.clone());
    let places = Memo::new(move |_| drawing.with(|t| t.lanes.iter().map(|lane| lane.y).collect::<Vec<_>>()));
    let unit = explorer.part(|a| a.unit.name());
    let head = move |at: usize, lane: LaneShown| {
        let place = move || places.with(|places| places.get(at).copied()).unwrap_or_default();
        let label = format!("{}, {} {}", lane.label, count(lane.count), unit.get());
        let title = if lane.words.is_empty() {
            lane.label.clone()
        } else {
            format!("{}: {}", lane.label, lane.words)
        };
        view! {
            <button
                class="lane-head" aria-expanded=(!lane.folded).to_string() aria-label=label title=title
                style:top=move || px(place().0) + "px" style:height=move || px(place().1 - place().0) + "px"
                on:click=move |_| explorer.fold_lane(&lane.value)
            >{if lane.folded { "▸" } else { "▾" }}</button>
        }
    };
    view! {
        <div class="lane-heads" role="group" aria-label="Lanes">
            {move || lanes.get().into_iter().enumerate().map(|(at, lane)| head(at, lane)).collect_view()}
        </div>
    }
    .into_any()
}

/// Which lanes there are.
#[component]
pub fn LanesPanel() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let by = explorer.view(|v| v.lanes.as_ref().map(|lanes| lanes.by));
    let held = explorer.view(|v| v.lanes.as_ref().is_some_and(|lanes| !lanes.chosen.is_empty()));
    let lanes = explorer.part(|a| a.lanes.clone());
    let choice = move |value: Option<By>| {
        view! {
            <button class="link" aria-pressed=move || (by.get() == value).to_string() on:click=move |_| explorer.set_lanes(value)>
                {value.map_or("One lane", title)}
            </button>
        }
    };
    let line = move |lane: LaneShown, shown: bool| {
        let [tick, up, down, call] = [(); 4].map(|()| lane.value.clone());
        let words = (!lane.words.is_empty()).then(|| view! { <q class="serif">{lane.words.clone()}</q> });
        let label = lane.label.clone();
        let moves = shown.then(|| {
            view! {
                <button class="link" aria-label=format!("Move {label} up") title="Up" on:click=move |_| explorer.move_lane(&up, false)>"↑"</button>
                <button class="link" aria-label=format!("Move {label} down") title="Down" on:click=move |_| explorer.move_lane(&down, true)>"↓"</button>
                <input
                    class="called" aria-label=format!("Another name for {label}") title="Another name" prop:value=label
                    on:change:target=move |e| explorer.call_lane(&call, &e.target().value())
                />
            }
        });
        view! {
            <li>
                <label>
                    <input type="checkbox" prop:checked=shown on:change=move |_| explorer.tick_lane(&tick) />
                    <span class:hidden=shown>{lane.label}</span><span class="count">{count(lane.count)}</span>{words}
                </label>
                {moves}
            </li>
        }
    };
    let own = move || by.get() == Some(By::Thread);
    view! {
        <div class="lanes-panel" id="lanes" role="group" aria-label="Lanes by">
            <p class="ways">
                {choice(None)} {By::ALL.map(|by| choice(Some(by))).collect_view()}
            </p>
            <ul>
                {move || lanes.with(|all| {
                    let named = all.lanes.iter().filter(|lane| !lane.value.is_empty());
                    let shown = |lane: &&LaneShown| all.lanes.iter().any(|own| own.value == lane.value);
                    let rest = all.offered.iter().filter(|lane| !shown(lane)).take(24);
                    let each = named.map(|lane| (lane, true)).chain(rest.map(|lane| (lane, false)));
                    each.map(|(lane, shown)| line(lane.clone(), shown)).collect_view()
                })}
            </ul>
            <Show when=own>
                <p class="hint">
                    "A thread holds what its words find, which stand together oftener than by chance. "
                    <input
                        class="called" aria-label="A thread of your own" placeholder="Words, place:name"
                        on:change:target=move |e| explorer.tick_lane(e.target().value().trim())
                    />
                </p>
            </Show>
            <Show when=move || by.get().is_some()>
                <p class="hint">"Ticked lanes stand in this order, on one scale: tick two to compare them. An event stands in each lane that it belongs to."</p>
            </Show>
            <Show when=move || held.get()>
                <button class="link" on:click=move |_| explorer.free_lanes()>"Let the lanes follow what is asked"</button>
            </Show>
        </div>
    }
    .into_any()
}
