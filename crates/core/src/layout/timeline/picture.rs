//! The drawing as the text of an SVG: every shape one element, with a class that a style sheet knows.
//!
//! A page puts each part into an element of its own, so that what changes is drawn again alone; [`alone()`] is a file.
//! **Invariant:** it maps shapes to elements and decides nothing about time. Start at [`ground`], [`mark()`] and [`alone()`].

mod alone;
mod glyph;
mod layers;

use super::Form;
use super::clocks;
use super::drawing::{Align, Bin, Mark, Shape, Timeline};
use crate::annotate::Undated;
use crate::layout::number_text::{self, count};
use crate::layout::px::{path, px};
use crate::layout::svg::Svg;
pub use alone::{Caption, alone};
pub use glyph::glyph;
use glyph::{Pen as _, bracket, cross, lozenge, notch, pointed, shape, slash};
pub use layers::{Ink, Paint, Way, layers};

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
    let several = t.lanes.len() > 2;
    for lane in &t.lanes {
        let (x, mut y) = lane.at;
        for words in &lane.name {
            text(&mut svg, "lane", (x, y), words);
            y += 15.0;
        }
        for (at, words) in lane.words.0.iter().enumerate() {
            svg.open("text", &[("x", &px(x)), ("y", &px(y))]);
            svg.add("tspan", &[("class", "words")], words);
            if lane.words.1 && at + 1 == lane.words.0.len() {
                svg.add("tspan", &[("class", "cut")], "…");
            }
            svg.close("text");
            y += 15.0;
        }
        if !lane.count.is_empty() {
            text(&mut svg, "beyond end", (t.plot.0 - 10.0, lane.at.1), &lane.count);
        }
        if several {
            svg.rect(
                "floor",
                [lane.at.0.min(t.plot.0), lane.y.1 - 0.5, t.plot.1 - lane.at.0.min(t.plot.0), 1.0],
                0.0,
            );
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
        // Where lanes have their names in the margin, or publications their dates, it stands below them.
        let narrow = t.plot.0 < 60.0;
        let y = match &t.clocks {
            None if !several => (30.0, 45.0),
            None if narrow => (t.lanes.first().map_or(0.0, |lane| lane.y.0 - 3.0), 0.0),
            Some(clocks) if narrow => (clocks.floor - 8.0, 0.0),
            _ => (t.label_y.0, t.label_y.0 + 15.0),
        };
        text(&mut svg, "beyond", (16.0, y.0), &format!("◂ {} before", number_text::count(*count)));
        // On narrow screens the margin has no room for the second line.
        if t.plot.0 > 132.0 {
            text(&mut svg, "beyond", (16.0, y.1), span);
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

/// The main drawing whole, for where nothing in it is touched.
pub fn inside(t: &Timeline) -> String {
    let mut svg = Svg::default();
    for part in [ground(t), density(t)] {
        svg.put(&part);
    }
    for own in &t.marks {
        let matched = if own.matched { " matched" } else { "" };
        svg.open("g", &[("class", &format!("mark {}{matched}", own.form.class()))]);
        svg.put(&mark(own, t.plot.1));
        svg.close("g");
    }
    svg.put(&labels(t));
    svg.finish()
}

/// Bars in the place of marks, where there are too many to be drawn one by one.
pub fn density(t: &Timeline) -> String {
    let mut svg = Svg::default();
    for (bins, lane) in t.density.iter().zip(&t.lanes) {
        add_bars(&mut svg, bins, lane.y.1);
    }
    svg.finish()
}

/// What the bar at `(x, y)` counts, if there is one: `February 2026: 12 of 40 events`.
pub fn counted(t: &Timeline, (x, y): (f64, f64)) -> Option<String> {
    let lanes = t.density.iter().zip(&t.lanes).zip(["events", "publications"]);
    let ((bins, _), noun) = lanes.into_iter().find(|((_, lane), _)| lane.y.0 <= y && y <= lane.y.1)?;
    told(bins, x, noun)
}

/// What the bar of the strip at `x` counts.
pub fn counted_in_strip(t: &Timeline, x: f64) -> Option<String> {
    told(&t.overview.bins, x, "events")
}

fn told(bins: &[Bin], x: f64, noun: &str) -> Option<String> {
    let bin = bins.iter().find(|bin| bin.x0 - 1.0 <= x && x <= bin.x1 + 1.0)?;
    Some(format!("{}: {} of {} {noun}", bin.label, count(bin.count.0), count(bin.count.1)))
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
    let (x, y, w, h) = around(mark);
    let mut svg = Svg::default();
    svg.rect("touch", [x, y, w, h], 0.0);
    if mark.open {
        svg.rect("halo", [x - 1.0, y - 1.0, w + 2.0, h + 2.0], 12.0);
    }
    match mark.shape {
        Shape::Dot { x, y, r } => shape(&mut svg, mark.form, (x, y), r),
        Shape::Bracket { x, y, h, arm } => svg.outline("line dashed", &bracket(x, y, h, arm)),
        Shape::Bar { .. } => bar(&mut svg, mark),
    }
    // How many more there are here, or in how many articles this one is.
    let text = match (mark.things, mark.articles) {
        (2.., _) => format!("+{}", count(mark.things - 1)),
        (_, 2..) => format!("×{}", count(mark.articles)),
        _ => String::new(),
    };
    if !text.is_empty() {
        // Beside a point, above the end of a bar.
        let (right, base) = match mark.shape {
            Shape::Dot { x, y, r } => (x + r + 3.0, y + 4.0),
            _ => (x + w, y + 6.0),
        };
        let (x, y, class) =
            if right > edge - 16.0 { (edge - 2.0, y + 4.0, "number end") } else { (right, base, "number") };
        svg.add("text", &[("class", class), ("x", &px(x)), ("y", &px(y))], &text);
    }
    svg.finish()
}

/// A ring around a mark, outside of all that belongs to it.
pub fn ring(mark: &Mark) -> String {
    let (x, y, w, h) = around(mark);
    let mut svg = Svg::default();
    svg.rect("ring", [x - 2.0, y - 2.0, w + 4.0, h + 4.0], 14.0);
    svg.finish()
}

/// What belongs to a mark: where a finger finds it.
fn around(mark: &Mark) -> (f64, f64, f64, f64) {
    match mark.shape {
        Shape::Dot { x, y, .. } => (x - 12.0, y - 12.0, 24.0, 24.0),
        Shape::Bar { x0, x1, y, .. } => (x0, y - 8.0, (x1 - x0).max(8.0), 16.0),
        Shape::Bracket { x, y, h, arm } => (x - arm, y - h, arm + 8.0, 2.0 * h),
    }
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
        Form::Denied => svg.outline("line", &slash(f64::midpoint(x0, x1), y, 5.0)),
        Form::NotDone => svg.outline("line", &cross(f64::midpoint(x0, x1), y, 4.5)),
        _ => {}
    }
}

/// The strip.
pub fn strip(t: &Timeline) -> String {
    strip_bars(t) + &strip_range(t)
}

/// The bars and labels of the strip, which stay while the window or the range is moved.
pub fn strip_bars(t: &Timeline) -> String {
    let o = &t.overview;
    let mut svg = Svg::default();
    let (x0, x1) = t.plot;
    svg.rect("ground", [x0, 0.0, (x1 - x0).max(0.0), o.size.1], 4.0);
    add_bars(&mut svg, &o.bins, o.size.1);
    for (x, text) in &o.labels {
        svg.add("text", &[("class", "unit"), ("x", &px(*x)), ("y", "11")], text);
    }
    svg.finish()
}

/// The brush and the window of the strip.
pub fn strip_range(t: &Timeline) -> String {
    let o = &t.overview;
    let height = o.size.1;
    let mut svg = Svg::default();
    let rect = |svg: &mut Svg, class: &str, (x0, x1): (f64, f64), (y, high): (f64, f64), rx: f64| {
        svg.rect(class, [x0, y, (x1 - x0).max(2.0), high], rx);
    };
    rect(&mut svg, if o.whole { "brush all" } else { "brush" }, o.brush, (1.0, height - 2.0), 5.0);
    rect(&mut svg, "window", o.window, (height - 2.0, 2.0), 0.0);
    svg.finish()
}

/// Bars that stand on `floor`: how many there are, and in each how many match. All are two shapes, since hundreds of
/// elements would have to be styled again with every move.
fn add_bars(svg: &mut Svg, bins: &[Bin], floor: f64) {
    let mut bars = |class: &str, high: fn(&Bin) -> f64| {
        let mut d = String::new();
        for bin in bins.iter().filter(|bin| high(bin) > 0.0) {
            let (x0, x1) = (bin.x0, bin.x1.max(bin.x0 + 1.0));
            d += &path(&[("M", &[x0, floor]), ("V", &[floor - high(bin)]), ("H", &[x1]), ("V", &[floor])]);
        }
        svg.outline(class, &d);
    };
    bars("total", |bin| bin.total);
    bars("count", |bin| bin.matched);
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
