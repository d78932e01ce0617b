//! The drawing as the text of an SVG: every shape one element, with a class that a style sheet knows.
//!
//! A page puts each part into an element of its own, so that what changes is drawn again alone; [`alone()`] is a file.
//! **Invariant:** it maps shapes to elements and decides nothing about time. Start at [`ground`], [`mark()`] and [`alone()`].

mod alone;
mod glyph;

use super::Form;
use super::clocks;
use super::drawing::{Align, Bin, Mark, Shape, Timeline};
use crate::annotate::Undated;
use crate::layout::number_text::{self, count};
use crate::layout::px::{path, px};
use crate::layout::svg::Svg;
pub use alone::{Caption, alone};
pub use glyph::glyph;
use glyph::{bracket, cross, lozenge, notch, outline, pointed, shape, slash};

/// What the ends of a bar fade with, where it has no end.
pub const FADES: &str = "\
    <linearGradient id=\"fade-left\"><stop class=\"gone\" offset=\"0\"/><stop offset=\"0.08\"/><stop offset=\"0.92\"/><stop offset=\"1\"/></linearGradient>\
    <linearGradient id=\"fade-right\"><stop offset=\"0\"/><stop offset=\"0.08\"/><stop offset=\"0.92\"/><stop class=\"gone\" offset=\"1\"/></linearGradient>\
    <linearGradient id=\"fade-both\"><stop class=\"gone\" offset=\"0\"/><stop offset=\"0.08\"/><stop offset=\"0.92\"/><stop class=\"gone\" offset=\"1\"/></linearGradient>";

/// Everything under the marks: band, ticks, lanes, folds, the end of the record.
pub fn ground(t: &Timeline) -> String {
    let bottom = px(t.lanes.last().map_or(t.size.1, |l| l.y.1));
    let mut svg = Svg::default();
    let line = |svg: &mut Svg, class: &str, x: f64, y: &str| {
        let x = px(x);
        svg.add("line", &[("class", class), ("x1", &x), ("x2", &x), ("y1", y), ("y2", &bottom)], "");
    };
    let text = |svg: &mut Svg, class: &str, (x, y): (f64, f64), words: &str| {
        svg.add("text", &[("class", class), ("x", &px(x)), ("y", &px(y))], words);
    };
    let known = t.known.as_ref().and_then(|known| Some((known, known.later?)));
    if let Some((_, later)) = known {
        svg.rect("later", later, 0.0);
    }
    if let Some((x0, x1)) = t.chosen {
        svg.rect("band", [x0, 0.0, (x1 - x0).max(0.0), t.lanes.last().map_or(t.size.1, |l| l.y.1)], 0.0);
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
    if let Some((known, _)) = known {
        let [x1, y1, x2, y2] = known.line.map(px);
        svg.add("line", &[("class", "known"), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)], "");
        let (x, y, label) = &known.label;
        text(&mut svg, "known end", (*x, *y), label);
    }
    svg.put(&clocks::picture::ground(t));
    if let Some((count, span)) = &t.before {
        // Where publications are told upward their dates stand in the margin.
        let y = match &t.clocks {
            None => 30.0,
            Some(clocks) if t.plot.0 < 60.0 => clocks.floor - 8.0,
            Some(_) => t.label_y.0,
        };
        text(&mut svg, "beyond", (16.0, y), &format!("◂ {} before", number_text::count(*count)));
        // On narrow screens the margin has no room for the second line.
        if t.plot.0 > 132.0 {
            text(&mut svg, "beyond", (16.0, y + 15.0), span);
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
pub fn density(t: &Timeline) -> String {
    let mut svg = Svg::default();
    for ((bins, lane), noun) in t.density.iter().zip(&t.lanes).zip(["events", "publications"]) {
        for bin in bins {
            add_bar(&mut svg, bin, lane.y.1, noun);
        }
    }
    svg.finish()
}

/// The labels beside the marks: who in sans, then the document's words in serif.
pub fn labels(t: &Timeline) -> String {
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

/// A mark's shape with what surrounds it; `edge` is where the plot ends.
pub fn mark(mark: &Mark, edge: f64) -> String {
    let (x, y, w, h) = match mark.shape {
        Shape::Dot { x, y, .. } => (x - 12.0, y - 12.0, 24.0, 24.0),
        Shape::Bar { x0, x1, y, h, .. } => (x0, y - h.max(16.0) / 2.0, (x1 - x0).max(8.0), h.max(16.0)),
        Shape::Bracket { x, y, h, arm } => (x - arm, y - h, arm + 8.0, 2.0 * h),
    };
    let mut svg = Svg::default();
    svg.rect("touch", [x, y, w, h], 0.0);
    if mark.open {
        svg.rect("halo", [x - 1.0, y - 1.0, w + 2.0, h + 2.0], 12.0);
    }
    match mark.shape {
        Shape::Dot { x, y, r } => shape(&mut svg, mark.form, (x, y), r),
        Shape::Bracket { x, y, h, arm } => outline(&mut svg, "line dashed", &bracket(x, y, h, arm)),
        Shape::Bar { .. } => bar(&mut svg, mark),
    }
    if mark.ids.len() > 1 {
        let text = format!("+{}", count(mark.ids.len() as u32 - 1));
        let (x, y, class) = if x + w > edge - 16.0 {
            (edge - 2.0, y + 4.0, "number end")
        } else {
            (x + w, y + 6.0, "number")
        };
        svg.add("text", &[("class", class), ("x", &px(x)), ("y", &px(y))], &text);
    }
    svg.finish()
}

/// A bar over its interval: filled, hollow or dashed as its form is, its ends faded where it has none.
fn bar(svg: &mut Svg, mark: &Mark) {
    let Shape::Bar { x0, x1, y, h, fade_left, fade_right, soft } = mark.shape else { return };
    let class = match mark.form {
        Form::Happened | Form::Ongoing | Form::Claimed => "bar fill",
        Form::Said | Form::Denied | Form::NotDone | Form::Withheld => "bar ring",
        Form::Announced | Form::Deadline | Form::Conditional | Form::Published => "bar ring dashed",
    };
    let fade = match (fade_left || soft, fade_right || soft) {
        (true, true) => "url(#fade-both)",
        (true, false) => "url(#fade-left)",
        (false, true) => "url(#fade-right)",
        (false, false) => "",
    };
    let x1 = x1.max(x0 + 1.0);
    // As wide as its time and as high as its publication is told: what lies in it is seen through it.
    let class = if h > 12.0 && x1 - x0 > 12.0 { format!("{class} wide") } else { class.to_owned() };
    let class = if fade.is_empty() { class } else { format!("{class} fade") };
    let mut attributes = vec![("class", class.as_str())];
    if !fade.is_empty() {
        attributes.push((if class.starts_with("bar fill") { "fill" } else { "stroke" }, fade));
    }
    let pointed = match mark.form {
        Form::Claimed => Some(notch(x0, x1, y, h)),
        Form::Ongoing => Some(pointed(x0, x1, y, h + 3.0)),
        Form::Conditional => Some(lozenge(x0, x1, y, h + 2.0)),
        _ => None,
    };
    if let Some(d) = pointed {
        attributes.push(("d", &d));
        svg.add("path", &attributes, "");
        return;
    }
    let corner = if mark.form == Form::Published { 1.5 } else { h.min(x1 - x0).min(8.0) / 2.0 };
    let [x, top, width, height, corner] = [x0, y - h / 2.0, x1 - x0, h, corner].map(px);
    attributes.extend([("x", &*x), ("y", &*top), ("width", &*width), ("height", &*height), ("rx", &*corner)]);
    svg.add("rect", &attributes, "");
    // What was denied or did not happen is crossed out in its middle, where a name would stand.
    match mark.form {
        Form::Denied => outline(svg, "line", &slash(f64::midpoint(x0, x1), y, 5.0)),
        Form::NotDone => outline(svg, "line", &cross(f64::midpoint(x0, x1), y, 4.5)),
        _ => {}
    }
}

/// The bars, labels, brush and window of the strip.
pub fn strip(t: &Timeline) -> String {
    let o = &t.overview;
    let height = o.size.1;
    let mut svg = Svg::default();
    let rect = |svg: &mut Svg, class: &str, (x0, x1): (f64, f64), (y, high): (f64, f64), rx: f64| {
        svg.rect(class, [x0, y, (x1 - x0).max(0.0), high], rx);
    };
    rect(&mut svg, "ground", t.plot, (0.0, height), 4.0);
    for bin in &o.bins {
        add_bar(&mut svg, bin, height, "events");
    }
    for (x, text) in &o.labels {
        svg.add("text", &[("class", "unit"), ("x", &px(*x)), ("y", "11")], text);
    }
    let least = |(x0, x1): (f64, f64)| (x0, x1.max(x0 + 2.0));
    rect(&mut svg, if o.whole { "brush all" } else { "brush" }, least(o.brush), (1.0, height - 2.0), 5.0);
    rect(&mut svg, "window", least(o.window), (height - 2.0, 2.0), 0.0);
    svg.finish()
}

/// A bar that stands on `floor`: how many `noun` there are, and in it how many match.
fn add_bar(svg: &mut Svg, bin: &Bin, floor: f64, noun: &str) {
    let (x, width) = (px(bin.x0), px((bin.x1 - bin.x0).max(1.0)));
    let mut rect = |class: &str, high: f64, says: &str| {
        let (y, high) = (px(floor - high), px(high));
        svg.open("rect", &[("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", &high)]);
        if !says.is_empty() {
            svg.add("title", &[], says);
        }
        svg.close("rect");
    };
    rect("total", bin.total, "");
    let says = format!("{}: {} of {} {noun}", bin.label, count(bin.count.0), count(bin.count.1));
    rect("count", bin.matched, &says);
}

/// Why something has no place on the timeline, as its reader is told.
pub fn reason(why: Undated) -> &'static str {
    match why {
        Undated::NoArticleDate => "No article date",
        Undated::TooVague => "Too vague",
        Undated::NoAnchor => "Relative to something undated",
        Undated::NoTimeGiven => "No time given",
    }
}
