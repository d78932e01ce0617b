//! The marks of the timeline: one tab stop, arrows from mark to mark in the order of time.
//!
//! **Invariant:** each mark says its time, its status, who says so and its passage to somebody who cannot see it.

use dateline_core::layout::number_text::count;
use dateline_core::layout::timeline::{Mark, Shape, Timeline, picture};
use dateline_core::order::Order as _;
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::platform::{element, scroll};

/// All marks.
#[component]
pub fn Marks(
    /// The drawing.
    drawing: Memo<Timeline>,
    /// The mark under the pointer, where there are many.
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let order = Memo::new(move |_| drawing.with(in_time));
    let now = RwSignal::new(0_usize);
    let many = move || drawing.with(|t| t.many);
    // Of many only the one that has the focus or could have it is an element, and the one under the pointer.
    let shown = Memo::new(move |_| {
        if !many() {
            return order.get();
        }
        let now = order.with(|o| o.get(now.get().min(o.len().saturating_sub(1))).copied());
        let pointed = pointed.get().filter(|at| Some(*at) != now && drawing.with(|t| *at < t.marks.len()));
        now.into_iter().chain(pointed).collect()
    });
    let step = move |to: usize| {
        let to = to.min(order.with_untracked(Vec::len).saturating_sub(1));
        if let Some(mark) = order.with_untracked(|o| o.get(to).copied()) {
            // It is read out when it gets the focus, so what it says has to be known before.
            explorer.name(mark, move |_| {
                now.set(to);
                if !element::focus(&id(mark)) {
                    element::focus_soon(id(mark));
                }
            });
        }
    };
    let first = move |index: usize| {
        drawing.with_untracked(|t| t.marks.get(index).and_then(|m| m.ids.first().copied()))
    };
    let on_key = move |e: leptos::ev::KeyboardEvent| {
        let (at, last) = (now.get_untracked(), order.with_untracked(Vec::len));
        match e.key().as_str() {
            "ArrowRight" => step(at + 1),
            "ArrowLeft" => step(at.saturating_sub(1)),
            "ArrowDown" | "ArrowUp" => {
                let down = e.key() == "ArrowDown";
                let next = order.with_untracked(|order| {
                    let own = order.get(at).copied()?;
                    let next = drawing.with_untracked(|t| t.across(own, down))?;
                    order.iter().position(|mark| *mark == next)
                });
                next.into_iter().for_each(step);
            }
            "Home" => step(0),
            "End" => step(last),
            "Enter" | " " => {
                let index = order.with_untracked(|o| o.get(at).copied());
                if let Some(index) = index.filter(|index| !opens_bundle(explorer, *index)) {
                    let was = first(index);
                    explorer.name(index, move |name| {
                        explorer.open(&name.passage);
                        // What is open comes to stand first among its like: the focus goes with it.
                        explorer.when_answered(move || {
                            let is = |i: &usize| first(*i) == was;
                            step(order.with_untracked(|o| o.iter().position(is)).unwrap_or(at));
                        });
                    });
                }
            }
            key if !e.ctrl_key() && !e.meta_key() && !e.alt_key() && explorer.moves(key) => {
                if drawing.with_untracked(|t| t.many) {
                    // The one that has the focus may be another element then.
                    explorer.when_answered(move || step(now.get_untracked()));
                }
            }
            _ => return,
        }
        e.prevent_default();
        e.stop_propagation();
    };
    view! {
        <g class="marks" id="marks" tabindex=move || if order.with(Vec::is_empty) { "0" } else { "-1" } role="group" aria-label="Marks" on:keydown=on_key on:focus=move |_| step(now.get_untracked())
            on:focusin=move |_| if scroll::focus_is_seen() { explorer.noted.set(order.with_untracked(|o| o.get(now.get_untracked()).copied())) }
            on:focusout=move |_| explorer.noted.set(None)
        >
            <For each=move || shown.get() key=|index| *index let(index)>
                <One drawing order index now />
            </For>
        </g>
    }
    .into_any()
}

/// The indices of the marks in the order of time, then from top to bottom.
fn in_time(t: &Timeline) -> Vec<usize> {
    let mut order: Vec<usize> = (0..t.marks.len()).collect();
    let place = |i: &usize| {
        t.marks.get(*i).map_or((0, 0), |m| match m.shape {
            Shape::Dot { x, y, .. } | Shape::Bracket { x, y, .. } => (x as i64, y as i64),
            Shape::Bar { x0, y, .. } => (x0 as i64, y as i64),
        })
    };
    order.order_by_key(|i| (place(i), *i));
    order
}

fn id(mark: usize) -> String {
    format!("mark-{mark}")
}

/// One mark: the element stays while what it shows changes, so that it keeps the focus.
#[component]
fn One(
    drawing: Memo<Timeline>,
    order: Memo<Vec<usize>>,
    index: usize,
    now: RwSignal<usize>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let mark = Memo::new(move |_| drawing.with(|t| t.marks.get(index).cloned()));
    let place = Memo::new(move |_| order.with(|o| o.iter().position(|i| *i == index).unwrap_or(0)));
    let class = move || {
        mark.with(|mark| {
            mark.as_ref().map(|mark| {
                let (matched, open) =
                    (if mark.matched { " matched" } else { "" }, if mark.open { " open" } else { "" });
                format!("mark {}{matched}{open}", mark.form.class())
            })
        })
    };
    let lane = Memo::new(move |_| {
        let at = mark.with(|mark| mark.as_ref().map_or(0, |mark| mark.lane as usize));
        explorer
            .answer
            .with(|a| a.lanes.lanes.get(at).map(|lane| format!(", in {}", lane.label)))
            .unwrap_or_default()
    });
    let label = Memo::new(move |_| {
        let known = explorer.answer.with(|a| a.marks.get(index).map(|n| n.name.clone()));
        let name = known.unwrap_or_else(|| mark.with(|mark| asked(explorer, mark.as_ref())));
        let (at, all) = (count(place.get() as u32 + 1), count(order.with(Vec::len) as u32));
        format!("{name}{}, {at} of {all}", lane.get())
    });
    let edge = move || drawing.with(|t| t.plot.1);
    let last = move || order.with(Vec::len).saturating_sub(1);
    view! {
        <g
            id=id(index) class=class role="button" aria-label=label
            tabindex=move || if place.get() == now.get().min(last()) { "0" } else { "-1" }
            on:click=move |e| if e.detail() == 0 {
                // Not a pointer but a screen reader: a pointer's click belongs to the nearest mark.
                open(explorer, index);
            }
        >
            <title>{label}</title>
            <g inner_html=move || mark.with(|m| m.as_ref().map(|m| picture::mark(m, edge())).unwrap_or_default())></g>
        </g>
    }
    .into_any()
}

/// What a mark of many says, as far as it is known by now.
fn asked(explorer: Explorer, mark: Option<&Mark>) -> String {
    let Some(mark) = mark else { return String::new() };
    let named = explorer.named.with(|named| {
        let (first, name) = named.as_ref()?;
        (mark.ids.first() == Some(first)).then(|| name.name.clone())
    });
    named.unwrap_or_else(|| format!("{}, {}", mark.when, mark.form.meaning()))
}

/// Opens the passage of the mark `index`, or of a bundle the list of its things.
pub fn open(explorer: Explorer, index: usize) {
    if !opens_bundle(explorer, index) {
        explorer.name(index, move |name| explorer.open(&name.passage));
    }
}

/// Opens the list of what the mark `index` holds, if it is a bundle.
fn opens_bundle(explorer: Explorer, index: usize) -> bool {
    let ids = explorer.answer.with_untracked(|a| {
        a.timeline.marks.get(index).filter(|mark| mark.things > 1).map(|mark| mark.ids.clone())
    });
    let Some(ids) = ids else { return false };
    explorer.noted.set(None);
    explorer.bundle.set(ids);
    true
}

/// The mark nearest to `(x, y)`, if one is within `reach` pixels: marks stand closer than a finger is wide.
pub fn nearest(t: &Timeline, (x, y): (f64, f64), reach: f64) -> Option<usize> {
    let outside = |v: f64, low: f64, high: f64| (low - v).max(v - high).max(0.0);
    let far = |mark: &Mark| match mark.shape {
        Shape::Dot { x: mx, y: my, .. } => (x - mx).hypot(y - my),
        Shape::Bracket { x: mx, y: my, h, arm } => outside(x, mx - arm, mx).hypot(outside(y, my - h, my + h)),
        Shape::Bar { x0, x1, y: my, h, .. } => {
            let (high, low) = (my - h / 2.0, my + h / 2.0);
            // Inside it is taken by its edge, so that a small mark in a large one can be reached.
            let inside = (x - x0).min(x1 - x).min(y - high).min(low - y).max(0.0);
            outside(x, x0, x1).hypot(outside(y, high, low)) + inside
        }
    };
    let near = t.marks.iter().map(far).enumerate().filter(|(_, d)| *d <= reach);
    near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}
