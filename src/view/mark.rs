//! The marks of the timeline: one tab stop, arrows from mark to mark in the order of time.
//!
//! **Invariant:** each mark says its time, its status, who says so and its passage to somebody who cannot see it.

use dateline_core::engine::MarkName;
use dateline_core::layout::timeline::{Form, Mark, Shape, Timeline};
use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::part::glyph::{form_class, notch, shape};
use crate::platform::element;

/// All marks.
#[component]
pub fn Marks(
    /// The drawing.
    drawing: Memo<Timeline>,
) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let names = explorer.part(|a| a.marks.clone());
    let order = Memo::new(move |_| drawing.with(in_time));
    let now = RwSignal::new(0_usize);
    let step = move |to: usize| {
        let to = to.min(order.with_untracked(Vec::len).saturating_sub(1));
        now.set(to);
        if let Some(mark) = order.with_untracked(|o| o.get(to).copied()) {
            element::focus(&id(mark));
        }
    };
    let on_key = move |e: leptos::ev::KeyboardEvent| {
        let (at, last) = (now.get_untracked(), order.with_untracked(Vec::len));
        match e.key().as_str() {
            "ArrowRight" | "ArrowDown" => step(at + 1),
            "ArrowLeft" | "ArrowUp" => step(at.saturating_sub(1)),
            "Home" => step(0),
            "End" => step(last),
            "+" => explorer.zoom(0.6, 0.5),
            "-" => explorer.zoom(1.0 / 0.6, 0.5),
            "Enter" | " " => {
                let passage = order.with_untracked(|o| o.get(at).copied());
                let passage =
                    passage.and_then(|m| names.with_untracked(|n| n.get(m).map(|n| n.passage.clone())));
                if let Some(passage) = passage {
                    explorer.open(&passage);
                }
            }
            _ => return,
        }
        e.prevent_default();
        e.stop_propagation();
    };
    view! {
        <g class="marks" id="marks" tabindex="-1" on:keydown=on_key on:focus=move |_| step(now.get_untracked())>
            {move || {
                let order = order.get();
                let first = now.get_untracked().min(order.len().saturating_sub(1));
                let all = order.len();
                drawing.with(|t| names.with(|names| {
                    let shown = order.iter().enumerate().filter_map(|(place, index)| {
                        let (mark, name) = (t.marks.get(*index)?, names.get(*index)?);
                        Some(one(explorer, mark, name, *index, (place, all), place == first))
                    });
                    shown.collect_view()
                }))
            }}
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
    order.sort_by_key(|i| (place(i), *i));
    order
}

fn id(mark: usize) -> String {
    format!("mark-{mark}")
}

fn one(
    explorer: Explorer,
    mark: &Mark,
    name: &MarkName,
    index: usize,
    (place, all): (usize, usize),
    first: bool,
) -> AnyView {
    let class = format!(
        "mark {}{}{}",
        form_class(mark.form),
        if mark.matched { " matched" } else { "" },
        if mark.open { " open" } else { "" }
    );
    let label = format!("{}, {} of {all}", name.name, place + 1);
    let title = label.clone();
    let passage = name.passage.clone();
    let (x, y, w, h) = match mark.shape {
        Shape::Dot { x, y, .. } => (x - 12.0, y - 12.0, 24.0, 24.0),
        Shape::Bar { x0, x1, y, .. } => (x0, y - 8.0, (x1 - x0).max(8.0), 16.0),
        Shape::Bracket { x, y, h, arm } => (x - arm, y - h, arm + 8.0, 2.0 * h),
    };
    let halo = mark.open.then(|| {
        view! {
            <rect class="halo" x=x - 1.0 y=y - 1.0 width=w + 2.0 height=h + 2.0 rx="12" />
        }
    });
    let number = (mark.ids.len() > 1).then(|| {
        view! { <text class="number" x=x + w y=y + 6.0>{format!("+{}", mark.ids.len() - 1)}</text> }
    });
    view! {
        <g
            id=id(index) class=class role="button" tabindex=if first { "0" } else { "-1" } aria-label=label
            on:click=move |_| explorer.open(&passage)
        >
            <title>{title}</title>
            <rect class="touch" x=x y=y width=w height=h />
            {halo}
            {drawn(mark)}
            {number}
        </g>
    }
    .into_any()
}

fn drawn(mark: &Mark) -> AnyView {
    match mark.shape {
        Shape::Dot { x, y, r } => shape(mark.form, x, y, r),
        Shape::Bracket { x, y, h, arm } => {
            let d = format!("M{x} {}v{}M{x} {y}h{}", y - h, 2.0 * h, -arm);
            view! { <path class="line dashed" d=d /> }.into_any()
        }
        Shape::Bar { x0, x1, y, h, fade_left, fade_right, soft } => {
            let class = match mark.form {
                Form::Happened | Form::Claimed => "fill",
                Form::Said => "ring",
                Form::Announced | Form::Deadline | Form::Published => "ring dashed",
            };
            let fade = match (fade_left || soft, fade_right || soft) {
                (true, true) => Some("url(#fade-both)"),
                (true, false) => Some("url(#fade-left)"),
                (false, true) => Some("url(#fade-right)"),
                (false, false) => None,
            };
            let class = format!("bar {class}{}", if fade.is_some() { " fade" } else { "" });
            let (fill, stroke) = if class.contains("fill") { (fade, None) } else { (None, fade) };
            if mark.form == Form::Claimed {
                return view! { <path class=class fill=fill d=notch(x0, x1, y, h) /> }.into_any();
            }
            let corner = if mark.form == Form::Published { 1.5 } else { h / 2.0 };
            view! {
                <rect class=class fill=fill stroke=stroke x=x0 y=y - h / 2.0 width=(x1 - x0).max(1.0) height=h rx=corner />
            }
            .into_any()
        }
    }
}
