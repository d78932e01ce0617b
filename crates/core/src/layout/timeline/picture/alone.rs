//! The drawing as a file that stands alone: with what is shown, the key, what is not on it, and where it is from.
//!
//! **Invariant:** it says in words everything that a page says beside the drawing; its colours are the page's light ones.
//! Start at [`alone()`].

use super::super::ticks::TYPE;
use super::super::{Form, Timeline};
use super::{FADES, glyph, inside, reason, strip};
use crate::layout::advance::{self, Face};
use crate::layout::number_text::count;
use crate::layout::px::px;
use crate::layout::svg::Svg;

/// What stands around a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// What is shown: `12 events from 3 of 5 articles: naming Volodymyr Zelenskyy.`
    pub says: String,
    /// Where it is from, and until when: `Al Jazeera, Morning Star. Last article 7 February 2026.`
    pub sources: String,
    /// The forms that the key explains.
    pub key: Vec<Form>,
}

/// The space at every edge.
const EDGE: f64 = 16.0;
/// The height of a line.
const LINE: f64 = 18.0;

const STYLE: &str = "\
    text{font:12px 'Inter Variable',Inter,system-ui,sans-serif;fill:#524e47;font-variant-numeric:tabular-nums}\
    .words{font-family:'Source Serif 4 Variable','Source Serif 4',Georgia,serif}\
    .says{font-size:14px;font-weight:600;fill:#1c1b19}.tick{stroke:#e4e0d8}.floor{fill:#e4e0d8}.unit,.middle{text-anchor:middle}\
    .strip .unit{text-anchor:start;fill:#69645b}.larger,.lane{font-weight:600}\
    .fold{fill:none;stroke:#8a857c}.band{fill:#0b5cad;fill-opacity:.06}\
    .mark .wide.ring{fill:none}.mark .wide.fill{fill-opacity:.2}.later{fill:#f3f1ec}.diagonal{fill:none;stroke:#8a857c;stroke-dasharray:1 4;stroke-linecap:round;stroke-width:1.6}.side,.date.in{fill:#69645b;paint-order:stroke;stroke:#fff;stroke-width:3px}\
    line.known{stroke:#0b5cad}text.known{fill:#0b5cad;font-weight:500}\
    line.last{stroke:#0b5cad;stroke-width:1.6}text.last{fill:#0b5cad;font-weight:500}.end{text-anchor:end}\
    .beyond,.cut{fill:#69645b}.label{fill:#1c1b19}.leader,.join{fill:none;stroke:#69645b}\
    .join{stroke:#0b5cad;stroke-width:1.5}.touch{fill:none}.halo{fill:none;stroke:#0b5cad;stroke-width:2}\
    .number{font-size:11px;font-weight:600}stop{stop-color:#69645b}.gone{stop-opacity:0}\
    .total{fill:#8a857c}.count{fill:#524e47}.strip .ground{fill:#f3f1ec}\
    .brush{fill:#0b5cad;fill-opacity:.1;stroke:#0b5cad;stroke-width:1.5}.brush.all{fill:none;stroke:#e4e0d8}\
    .window{fill:#69645b}.mark .fill:not(.fade){fill:#69645b}.mark .ring{fill:#fff;stroke-width:1.3}\
    .mark .ring:not(.fade){stroke:#69645b}.mark .line{fill:none;stroke:#69645b;stroke-width:1.6}\
    .mark .dashed{stroke-dasharray:2.6 2.2}.matched .fill:not(.fade){fill:#1c1b19}\
    .matched .ring:not(.fade),.matched .line{stroke:#1c1b19;stroke-width:1.7}\
    .matched .bar.fill:not(.fade){fill:#524e47}.matched .bar.ring:not(.fade){stroke:#524e47;stroke-width:1.4}\
    .published.matched .fill{fill:#0b5cad}.published.matched .ring:not(.fade){stroke:#0b5cad}";

/// `t` as an SVG file.
pub fn alone(t: &Timeline, caption: &Caption) -> String {
    let (width, height) = t.size;
    let mut svg = Svg::default();
    let mut y = EDGE;
    let lines = |svg: &mut Svg, y: &mut f64, class: &str, text: &str, size: f64| {
        for line in wrapped(text, width - 2.0 * EDGE, size) {
            *y += LINE;
            svg.add("text", &[("class", class), ("x", &px(EDGE)), ("y", &px(*y - 5.0))], &line);
        }
    };
    lines(&mut svg, &mut y, "says", &caption.says, 14.0);
    y += 6.0;
    let at = |y: f64| format!("translate(0 {})", px(y));
    svg.open("g", &[("transform", &at(y))]);
    svg.put(&inside(t));
    svg.close("g");
    y += height + 8.0;
    svg.open("g", &[("class", "strip"), ("transform", &at(y))]);
    svg.put(&strip(t));
    svg.close("g");
    y += t.overview.size.1 + 8.0;
    key(&mut svg, &mut y, &caption.key, width);
    let undated = t.undated.iter().map(|(why, rows)| format!("{} {}", reason(*why), count(*rows)));
    let undated = undated.collect::<Vec<_>>().join(", ");
    if !undated.is_empty() {
        lines(&mut svg, &mut y, "", &format!("Not on the timeline: {undated}."), TYPE);
    }
    lines(&mut svg, &mut y, "", t.clocks.as_ref().map_or("", |clocks| &clocks.note), TYPE);
    lines(&mut svg, &mut y, "", &caption.sources, TYPE);
    lines(
        &mut svg,
        &mut y,
        "beyond",
        "Read by software: open the passage before you quote it. Dateline",
        TYPE,
    );
    let (width, height) = (px(width), px(y + EDGE));
    let view = format!("0 0 {width} {height}");
    let mut file = Svg::default();
    file.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
        ],
    );
    file.add("title", &[], &caption.says);
    file.add("style", &[], STYLE);
    file.open("defs", &[]);
    file.put(FADES);
    file.close("defs");
    file.add("rect", &[("width", "100%"), ("height", "100%"), ("fill", "#fff")], "");
    file.put(&svg.finish());
    file.close("svg");
    file.finish() + "\n"
}

/// The key: a shape and what it means, one after the other.
fn key(svg: &mut Svg, y: &mut f64, forms: &[Form], width: f64) {
    let mut x = EDGE;
    *y += if forms.is_empty() { 0.0 } else { LINE };
    for form in forms {
        let wide = 21.0 + advance::width(form.meaning(), Face::Sans, TYPE);
        if x > EDGE && x + wide > width - EDGE {
            (x, *y) = (EDGE, *y + LINE);
        }
        let at = format!("translate({} {})", px(x), px(*y - LINE + 1.0));
        svg.open("g", &[("class", &format!("mark matched {}", form.class())), ("transform", &at)]);
        svg.put(&glyph(*form));
        svg.close("g");
        svg.add("text", &[("x", &px(x + 21.0)), ("y", &px(*y - 5.0))], form.meaning());
        x += wide + 14.0;
    }
}

/// `text` in lines of at most `width` pixels, broken at spaces.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|line| advance::width(line, Face::SansStrong, size) <= width) {
            Some(longer) => *lines.last_mut().unwrap_or(&mut String::new()) = longer,
            None => lines.push(word.to_owned()),
        }
    }
    lines
}
