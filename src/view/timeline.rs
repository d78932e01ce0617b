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
use super::overview::{Dates, Overview, add_bar};
use crate::explorer::Explorer;
use crate::part::glyph::Glyph;
use crate::part::svg::Svg;
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
            <g aria-hidden="true" inner_html=move || drawing.with(ground)></g>
            <g class="density" aria-hidden="true" inner_html=move || drawing.with(density)></g>
            <Marks drawing />
            <g class="labels" aria-hidden="true" inner_html=move || drawing.with(labels)></g>
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
fn ground(t: &Timeline) -> String {
    let bottom = px(t.lanes.last().map_or(t.size.1, |l| l.y.1));
    let mut svg = Svg::default();
    let line = |svg: &mut Svg, class: &str, x: f64, y: &str| {
        let x = px(x);
        svg.add("line", &[("class", class), ("x1", &x), ("x2", &x), ("y1", y), ("y2", &bottom)], "");
    };
    let text = |svg: &mut Svg, class: &str, (x, y): (f64, f64), words: &str| {
        svg.add("text", &[("class", class), ("x", &px(x)), ("y", &px(y))], words);
    };
    if let Some((x0, x1)) = t.chosen {
        let (x, width) = (px(x0), px((x1 - x0).max(0.0)));
        svg.add(
            "rect",
            &[("class", "band"), ("x", &x), ("y", "0"), ("width", &width), ("height", &bottom)],
            "",
        );
    }
    for tick in &t.ticks {
        line(&mut svg, "tick", tick.x, "8");
        text(&mut svg, "unit", (tick.middle, t.label_y.0), &tick.label);
        text(&mut svg, "larger", (tick.x + 2.0, t.label_y.1), &tick.larger);
    }
    for lane in &t.lanes {
        let mut y = f64::midpoint(lane.y.0, lane.y.1);
        for words in &lane.name {
            text(&mut svg, "lane", (16.0, y), words);
            y += 15.0;
        }
    }
    let floor = t.lanes.last().map_or(t.size.1, |l| l.y.1);
    for fold in &t.folds {
        let teeth = std::iter::successors(Some(8.0), |y| Some(y + 16.0)).take_while(|y| y + 16.0 <= floor);
        let d = path(&[("M", &[fold.x, 8.0])]) + &"l4 8l-4 8".repeat(teeth.count());
        svg.add("path", &[("class", "fold"), ("d", &d)], "");
        text(&mut svg, "unit", (fold.x, t.label_y.0), &fold.label);
    }
    if let Some(last) = &t.last_article {
        let (x, class) = if last.left { (last.x - 6.0, "last end") } else { (last.x + 6.0, "last") };
        line(&mut svg, "last", last.x, "4");
        text(&mut svg, class, (x, t.lanes.first().map_or(12.0, |l| l.y.0 - 3.0)), &last.label);
    }
    if let Some((count, span)) = &t.before {
        text(&mut svg, "beyond", (16.0, 30.0), &format!("◂ {} before", number_text::count(*count)));
        // On narrow screens the margin has no room for the second line.
        if t.plot.0 > 132.0 {
            text(&mut svg, "beyond", (16.0, 45.0), span);
        }
    }
    if let Some((count, span)) = &t.after {
        let words = format!("{} after, {span} ▸", number_text::count(*count));
        text(&mut svg, "beyond end", (t.plot.1, t.label_y.1), &words);
    }
    if let Some(d) = &t.join {
        svg.add("path", &[("class", "join"), ("d", d)], "");
    }
    svg.finish()
}

/// Bars in the place of marks, where there are too many to be drawn one by one.
fn density(t: &Timeline) -> String {
    let mut svg = Svg::default();
    for ((bins, lane), noun) in t.density.iter().zip(&t.lanes).zip(["events", "publications"]) {
        for bin in bins {
            add_bar(&mut svg, bin, lane.y.1, noun);
        }
    }
    svg.finish()
}

/// The labels beside the marks: who in sans, then the document's words in serif.
fn labels(t: &Timeline) -> String {
    let mut svg = Svg::default();
    for label in &t.labels {
        let points = label.leader.iter().map(|(x, y)| px(*x) + "," + &px(*y)).collect::<Vec<_>>().join(" ");
        let class = match label.align {
            Align::Start => "label",
            Align::Middle => "label middle",
            Align::End => "label end",
        };
        svg.add("polyline", &[("class", "leader"), ("points", &points)], "");
        svg.open("text", &[("class", class), ("x", &px(label.x)), ("y", &px(label.y))]);
        let space = if label.words.is_empty() { "" } else { " " };
        svg.add("tspan", &[], &format!("{}{space}", label.who));
        svg.add("tspan", &[("class", "words")], &label.words);
        if label.cut {
            svg.add("tspan", &[("class", "cut")], "…");
        }
        svg.close("text");
    }
    svg.finish()
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
