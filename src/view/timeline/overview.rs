//! The strip with everything: density by period, and the brush that filters the whole page.
//!
//! **Invariant:** the brush, its two handles and the two date fields write the same two days, both inclusive; a drag is
//! one step of history.

use dateline_core::civil::{DAY, Interval, day_of, iso, plus_days, seconds};
use dateline_core::layout::date_text;
use dateline_core::layout::px::px;
use dateline_core::layout::timeline::{Timeline, picture};
use jiff::civil::Date;
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::platform::element;

/// The end of the range that a handle moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// What a pointer on the strip is doing, and where in the window the strip began when it came down: to ask again while it
/// moves would make the browser lay the page out in between.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Hold {
    grip: Grip,
    left: f64,
}

/// What it has hold of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Grip {
    /// Drawing a new range from this day; it was pressed at this pixel, and nothing is drawn before the hand moves.
    New(Date, f64),
    /// Moving one end.
    Handle(End),
}

/// How far a hand moves before a press becomes a drag, in CSS pixels.
const SLACK: f64 = 3.0;

/// The strip and its handles.
#[component]
pub fn Overview(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let hold = StoredValue::new(None::<Hold>);
    // While the window or the range moves, the bars are the same.
    let bars = Memo::new(move |_| drawing.with(picture::strip_bars));
    let told = RwSignal::new(String::new());
    let down = move |e: leptos::ev::PointerEvent| {
        let (x, _) = element::offset("overview", (e.client_x(), e.client_y()));
        let (left, right) = drawing.with_untracked(|t| t.overview.brush);
        let chosen = explorer.route.with_untracked(|r| r.query.has_range());
        let reach = if e.pointer_type() == "mouse" { 12.0 } else { 22.0 };
        let near = |edge: f64| (edge - x).abs() < reach;
        let new = day_at(drawing, x).map(|day| Grip::New(day, x));
        let grip = match () {
            () if chosen && near(left) => Some(Grip::Handle(End::From)),
            () if chosen && near(right) => Some(Grip::Handle(End::To)),
            () => new,
        };
        hold.set_value(grip.map(|grip| Hold { grip, left: f64::from(e.client_x()) - x }));
        element::capture("overview", e.pointer_id());
    };
    let drag = move |e: leptos::ev::PointerEvent| {
        let Some(Hold { grip, left }) = hold.get_value() else {
            let (x, _) = element::offset("overview", (e.client_x(), e.client_y()));
            told.set(drawing.with_untracked(|t| picture::counted_in_strip(t, x)).unwrap_or_default());
            return;
        };
        let x = f64::from(e.client_x()) - left;
        let Some(day) = day_at(drawing, x) else { return };
        match grip {
            Grip::New(start, at) => {
                if explorer.dragging.get_untracked() || (x - at).abs() > SLACK {
                    explorer.set_range(Some(start), Some(day), false);
                }
            }
            Grip::Handle(end) => explorer.move_end(drawing, end == End::From, day, false),
        }
    };
    let up = move |_| {
        if hold.get_value().is_some() {
            hold.set_value(None);
            explorer.rest_range();
        }
    };
    view! {
        <div class="strip">
            <span class="lane" aria-hidden="true">"All"</span>
            <div class="track">
                <svg
                    id="overview" class="overview" aria-hidden="true"
                    width=move || drawing.with(|t| px(t.overview.size.0)) height=move || drawing.with(|t| px(t.overview.size.1))
                    on:pointerdown=down on:pointermove=drag on:pointerup=up on:pointercancel=up
                    on:dblclick=move |_| explorer.set_range(None, None, true)
                >
                    <title>{move || told.get()}</title>
                    <g inner_html=move || bars.get()></g>
                    <g inner_html=move || drawing.with(picture::strip_range)></g>
                </svg>
                <Handle drawing end=End::From label="From" />
                <Handle drawing end=End::To label="To" />
            </div>
        </div>
    }
    .into_any()
}

/// One end of the brush, for the keyboard: a day to the left or right, a month with Page Up and Down.
#[component]
fn Handle(drawing: Memo<Timeline>, end: End, label: &'static str) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let ends = Memo::new(move |_| days(drawing, explorer));
    let now = move || {
        let (from, to) = ends.get();
        if end == End::From { from } else { to }
    };
    let number = |day: Option<Date>| day.map(|d| (seconds(d) / DAY).to_string());
    let record = Memo::new(move |_| explorer.record_days());
    let on_key = move |e: leptos::ev::KeyboardEvent| {
        let Some(day) = now() else { return };
        let by = match e.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageDown" => -30,
            "PageUp" => 30,
            "Home" | "End" => {
                let (first, last) = record.get_untracked();
                if let Some(day) = if e.key() == "Home" { first } else { last } {
                    explorer.move_end(drawing, end == End::From, day, true);
                }
                e.prevent_default();
                return;
            }
            _ => return,
        };
        e.prevent_default();
        if let Some(day) = plus_days(day, by) {
            explorer.move_end(drawing, end == End::From, day, true);
        }
    };
    let left = move || {
        drawing.with(|t| {
            let (x0, x1) = t.overview.brush;
            px(if end == End::From { x0 } else { x1 }) + "px"
        })
    };
    view! {
        <div
            class="handle" role="slider" tabindex="0" aria-label=label aria-orientation="horizontal"
            aria-valuemin=move || number(record.get().0) aria-valuemax=move || number(record.get().1) aria-valuenow=move || number(now()).unwrap_or_default()
            aria-valuetext=move || now().map(|d| date_text::range(Some(d), Some(d))).unwrap_or_default()
            style:left=left on:keydown=on_key
        ></div>
    }
}

/// The two ends of the range, to type.
#[component]
pub fn Dates() -> impl IntoView {
    view! {
        <div class="dates">
            <Field end=End::From label="From date" />
            <span aria-hidden="true">"to"</span>
            <Field end=End::To label="To date" />
        </div>
    }
}

#[component]
fn Field(end: End, label: &'static str) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let value = Memo::new(move |_| {
        let (from, to) = explorer.route.with(|r| r.query.reach());
        if end == End::From { from } else { to }.map(iso).unwrap_or_default()
    });
    let set = move |text: String| {
        let (mut from, mut to) = explorer.route.with_untracked(|r| r.query.reach());
        let day = day_of(&text);
        if end == End::From {
            from = day;
        } else {
            to = day;
        }
        explorer.set_range(from, to, true);
    };
    view! { <input type="date" aria-label=label prop:value=value on:change:target=move |e| set(e.target().value()) /> }
}

/// The days at the ends of the brush.
fn days(drawing: Memo<Timeline>, explorer: Explorer) -> (Option<Date>, Option<Date>) {
    let (from, to) = explorer.route.with(|r| r.query.reach());
    let shown = drawing.with(|t| (day_of(&t.overview.days.0), day_of(&t.overview.days.1)));
    (from.or(shown.0), to.or(shown.1))
}

/// The day at pixel `x` of the strip.
fn day_at(drawing: Memo<Timeline>, x: f64) -> Option<Date> {
    let second = drawing.with_untracked(|t| t.overview.scale.t(x))?;
    Interval { from: second, to: second + 1 }.first_day()
}
