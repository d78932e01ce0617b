//! The timeline: the main drawing, the strip with everything, the key, and what is not on it.
//!
//! **Invariant:** every position comes from `layout`; this maps shapes to SVG. The wheel scrolls the page unless Ctrl is
//! held. Start at [`TimelinePanel`]; [`super::mark`] draws one mark, [`super::overview`] the strip.

use dateline_core::annotate::Undated;
use dateline_core::layout::number_text;
use dateline_core::layout::px::{path, px};
use dateline_core::layout::timeline::{Align, Form, Timeline};
use leptos::prelude::*;

use super::events_table::EventsTable;
use super::mark::{Marks, nearest, open};
use super::overview::{Dates, Overview};
use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::platform::engine::Port;
use crate::platform::{element, size};

/// What a form means, for the key.
fn meaning(form: Form) -> &'static str {
    match form {
        Form::Said => "said",
        Form::Happened => "happened",
        Form::Ongoing => "goes on",
        Form::Claimed => "one side’s claim",
        Form::Announced => "announced",
        Form::Deadline => "deadline",
        Form::Conditional => "on a condition",
        Form::Denied => "denied",
        Form::NotDone => "did not happen",
        Form::Withheld => "not said",
        Form::Published => "published",
    }
}

/// The height of the main drawing, in CSS pixels: the same at every width, so that nothing jumps.
const HEIGHT: f64 = 212.0;

/// The panel.
#[component]
pub fn TimelinePanel() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let drawing = explorer.part(|a| a.timeline.clone());
    let table = explorer.view(|v| v.table);
    let grown = RwSignal::new(false);
    let node = NodeRef::<leptos::html::Div>::new();
    node.on_load(move |div| {
        size::on_width(&div, move |width| {
            explorer.size.update(|s| (s.width, s.height) = (width.max(240.0), HEIGHT));
        });
    });
    view! {
        <section class="timeline" class:grown=grown class:as-table=table role="region" aria-label="Timeline">
            <div class="measure" node_ref=node></div>
            <Show when=move || table.get() fallback=move || view! { <Drawing drawing /> }>
                <EventsTable />
            </Show>
            <Tray />
            <Overview drawing />
            <Under drawing grown />
        </section>
    }
    .into_any()
}

/// How far a hand moves before a click becomes a drag, in CSS pixels.
const SLACK: f64 = 4.0;

/// What a pointer on the drawing is doing: where it went down, where it was last, whether it drags, how far it reaches.
#[derive(Clone, Copy, Default)]
struct Hand {
    down: bool,
    start: f64,
    last: f64,
    moved: bool,
    reach: f64,
}

/// The main drawing.
#[component]
fn Drawing(drawing: Memo<Timeline>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let place = |e: &leptos::ev::MouseEvent| element::offset("drawing", (e.client_x(), e.client_y()));
    let hand = StoredValue::new(Hand::default());
    let down = move |e: leptos::ev::PointerEvent| {
        let (x, _) = place(&e);
        let reach = if e.pointer_type() == "mouse" { 14.0 } else { 22.0 };
        hand.set_value(Hand { down: e.button() == 0, start: x, last: x, moved: false, reach });
    };
    let drag = move |e: leptos::ev::PointerEvent| {
        let (now, (x, _)) = (hand.get_value(), place(&e));
        if !now.down || (!now.moved && (x - now.start).abs() < SLACK) {
            return;
        }
        if !now.moved {
            element::capture("drawing", e.pointer_id());
        }
        hand.set_value(Hand { last: x, moved: true, ..now });
        explorer.pan(now.last, x);
    };
    let up = move |_| hand.update_value(|h| h.down = false);
    let click = move |e: leptos::ev::MouseEvent| {
        let hand = hand.get_value();
        if hand.moved || e.detail() == 0 {
            return;
        }
        if let Some(mark) = drawing.with_untracked(|t| nearest(t, place(&e), hand.reach)) {
            open(explorer, mark);
        }
    };
    view! {
        <svg
            id="drawing" class="drawing" role="group" aria-label="Events and publications in time"
            width=move || drawing.with(|t| px(t.size.0)) height=move || drawing.with(|t| px(t.size.1))
            on:wheel=move |e| if e.ctrl_key() || e.meta_key() {
                e.prevent_default();
                explorer.zoom(if e.delta_y() > 0.0 { 1.25 } else { 0.8 }, Some(place(&e).0));
            }
            on:pointerdown=down on:pointermove=drag on:pointerup=up on:pointercancel=up on:click=click
        >
            <Fades />
            {move || drawing.with(ground)}
            {move || drawing.with(density)}
            <Marks drawing />
            {move || drawing.with(labels)}
        </svg>
    }
    .into_any()
}

/// What the ends of a bar fade with, where it has no end.
#[component]
fn Fades() -> impl IntoView {
    let fade = |id: &'static str, left: bool, right: bool| {
        let stops = [(left, 0.0), (false, 0.08), (false, 0.92), (right, 1.0)];
        let stops = stops.map(|(gone, at)| view! { <stop class:gone=gone offset=px(at) /> });
        view! { <linearGradient id=id>{stops.collect_view()}</linearGradient> }
    };
    view! { <defs>{fade("fade-left", true, false)}{fade("fade-right", false, true)}{fade("fade-both", true, true)}</defs> }
        .into_any()
}

/// Everything under the marks: band, ticks, lanes, folds, the end of the record.
fn ground(t: &Timeline) -> AnyView {
    let bottom = t.lanes.last().map_or(t.size.1, |l| l.y.1);
    let band = t
        .chosen
        .map(|(x0, x1)| view! { <rect class="band" x=px(x0) y="0" width=px((x1 - x0).max(0.0)) height=px(bottom) /> });
    let ticks = t.ticks.iter().map(|tick| {
        view! {
            <line class="tick" x1=px(tick.x) x2=px(tick.x) y1="8" y2=px(bottom) />
            <text class="unit" x=px(tick.middle) y=px(t.label_y.0)>{tick.label.clone()}</text>
            <text class="larger" x=px(tick.x + 2.0) y=px(t.label_y.1)>{tick.larger.clone()}</text>
        }
    });
    let lanes = t.lanes.iter().map(|lane| {
        let middle = f64::midpoint(lane.y.0, lane.y.1);
        let lines = lane.name.iter().enumerate().map(move |(i, line)| {
            view! { <text class="lane" x="16" y=px(middle + 15.0 * i as f64)>{line.clone()}</text> }
        });
        lines.collect_view()
    });
    let folds = t.folds.iter().map(|fold| {
        let teeth = std::iter::successors(Some(8.0), |y| Some(y + 16.0)).take_while(|y| y + 16.0 <= bottom);
        let d = path(&[("M", &[fold.x, 8.0])]) + &"l4 8l-4 8".repeat(teeth.count());
        view! {
            <path class="fold" d=d />
            <text class="unit" x=px(fold.x) y=px(t.label_y.0)>{fold.label.clone()}</text>
        }
    });
    let last = t.last_article.as_ref().map(|last| {
        let (x, class) = if last.left { (last.x - 6.0, "last end") } else { (last.x + 6.0, "last") };
        view! {
            <line class="last" x1=px(last.x) x2=px(last.x) y1="4" y2=px(bottom) />
            <text class=class x=px(x) y=px(t.lanes.first().map_or(12.0, |l| l.y.0 - 3.0))>{last.label.clone()}</text>
        }
    });
    let before = t.before.as_ref().map(|(count, text)| {
        // On narrow screens the margin has no room for the second line.
        let wide = t.plot.0 > 132.0;
        view! {
            <text class="beyond" x="16" y="30">{format!("◂ {} before", number_text::count(*count))}</text>
            {wide.then(|| view! { <text class="beyond" x="16" y="45">{text.clone()}</text> })}
        }
    });
    let after = t.after.as_ref().map(|(count, text)| {
        let text = format!("{} after, {text} ▸", number_text::count(*count));
        view! { <text class="beyond end" x=px(t.plot.1) y=px(t.label_y.1)>{text}</text> }
    });
    let join = t.join.clone().map(|d| view! { <path class="join" d=d /> });
    view! {
        <g aria-hidden="true">
            {band}{ticks.collect_view()}{lanes.collect_view()}{folds.collect_view()}{last}{before}{after}{join}
        </g>
    }
    .into_any()
}

/// Bars in the place of marks, where there are too many to be drawn one by one.
fn density(t: &Timeline) -> AnyView {
    let bars = t.density.iter().zip(&t.lanes).zip(["events", "publications"]);
    let bars = bars.flat_map(|((bins, lane), noun)| {
        let floor = lane.y.1;
        bins.iter().map(move |bin| {
            let width = (bin.x1 - bin.x0).max(1.0);
            view! {
                <rect class="total" x=px(bin.x0) y=px(floor - bin.total) width=px(width) height=px(bin.total) />
                <rect class="count" x=px(bin.x0) y=px(floor - bin.matched) width=px(width) height=px(bin.matched)>
                    <title>{format!("{}: {} of {} {noun}", bin.label, number_text::count(bin.count.0), number_text::count(bin.count.1))}</title>
                </rect>
            }
        })
    });
    view! { <g class="density" aria-hidden="true">{bars.collect_view()}</g> }.into_any()
}

/// The labels beside the marks: who in sans, then the document's words in serif.
fn labels(t: &Timeline) -> AnyView {
    let labels = t.labels.iter().map(|label| {
        let points = label.leader.iter().map(|(x, y)| px(*x) + "," + &px(*y)).collect::<Vec<_>>().join(" ");
        let class = match label.align {
            Align::Start => "label",
            Align::Middle => "label middle",
            Align::End => "label end",
        };
        let cut = label.cut.then(|| view! { <tspan class="cut">"…"</tspan> });
        let space = if label.words.is_empty() { "" } else { " " };
        view! {
            <polyline class="leader" points=points />
            <text class=class x=px(label.x) y=px(label.y)>
                <tspan>{format!("{}{space}", label.who)}</tspan>
                <tspan class="words">{label.words.clone()}</tspan>
                {cut}
            </text>
        }
    });
    view! { <g class="labels" aria-hidden="true">{labels.collect_view()}</g> }.into_any()
}

/// What is not on the timeline, by reason; a click shows just those rows.
#[component]
fn Tray() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let undated = explorer.part(|a| a.undated.clone());
    let reason = |why: Undated| match why {
        Undated::NoArticleDate => "No article date",
        Undated::TooVague => "Too vague",
        Undated::NoAnchor => "Relative to something undated",
        Undated::NoTimeGiven => "No time given",
    };
    let all = move || number_text::count(undated.with(|u| u.iter().map(|(_, n)| n).sum()));
    view! {
        <Show when=move || undated.with(|u| !u.is_empty())>
            <div class="tray" role="group" aria-label="Not on the timeline">
                <p>"Not on the timeline"<span>": "{all}</span></p>
                <ul>
                    {move || undated.with(|u| u.iter().map(|(why, n)| {
                        view! { <li>{format!("{} · {}", reason(*why), number_text::count(*n))}</li> }
                    }).collect_view())}
                </ul>
                <button class="link" on:click=move |_| explorer.undated_only()>"Show them"</button>
            </div>
        </Show>
    }
    .into_any()
}

/// The line under the strip: the key and the window's buttons.
#[component]
fn Under(drawing: Memo<Timeline>, grown: RwSignal<bool>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let table = explorer.view(|v| v.table);
    // Only what there is to see in these articles, whatever is shown of them just now.
    let key = explorer.port.with_value(Port::record).forms;
    let last = move |_| {
        let end = drawing.with_untracked(|t| t.last_article.is_some());
        let day = explorer.answer.with_untracked(|a| a.timeline.window).map(|w| w.to);
        let end = if end { explorer.last() } else { day };
        if let Some(end) = end {
            explorer.last_article(end);
        }
    };
    view! {
        <div class="under">
            <ul class="key" aria-label="Key">
                {key.into_iter().map(|form| view! { <li><Glyph form />{meaning(form)}</li> }).collect_view()}
            </ul>
            <Dates />
            <div class="moves" role="group" aria-label="Window">
                <button class="link grow" aria-expanded=move || grown.get().to_string() on:click=move |_| grown.update(|g| *g = !*g)>
                    {move || if grown.get() { "Hide the drawing" } else { "Show the drawing" }}
                </button>
                <button class="link" aria-pressed=move || table.get().to_string() on:click=move |_| explorer.set_table(!table.get_untracked())>
                    "Events as a table"
                </button>
                <button class="link" on:click=last>"Last article"</button>
                <button class="box" aria-label="Zoom in" title="Zoom in" on:click=move |_| explorer.zoom(0.6, None)>"+"</button>
                <button class="box" aria-label="Zoom out" title="Zoom out" on:click=move |_| explorer.zoom(1.0 / 0.6, None)>"−"</button>
                <button class="box" on:click=move |_| explorer.fit()>"Fit"</button>
            </div>
        </div>
    }
    .into_any()
}
