//! The plot of both clocks as the text of an SVG: what lies under its marks.
//!
//! **Invariant:** it maps shapes to elements and decides nothing about time. Start at [`ground`].

use super::super::drawing::Timeline;
use crate::layout::px::{path, px};
use crate::layout::svg::Svg;

/// Everything under the marks that belongs to the clock of publications; nothing where it is not told upward.
pub fn ground(t: &Timeline) -> String {
    let Some(clocks) = &t.clocks else { return String::new() };
    let (mut svg, (left, right)) = (Svg::default(), t.plot);
    let text = |svg: &mut Svg, class: &str, (x, y): (f64, f64), words: &str| {
        svg.add("text", &[("class", class), ("x", &px(x)), ("y", &px(y))], words);
    };
    for y in &clocks.lines {
        let (x1, x2, y) = (px(left), px(right), px(*y));
        svg.add("line", &[("class", "tick"), ("x1", &x1), ("x2", &x2), ("y1", &y), ("y2", &y)], "");
    }
    for y in &clocks.folds {
        let teeth = std::iter::successors(Some(left), |x| Some(x + 16.0)).take_while(|x| x + 16.0 <= right);
        let d = path(&[("M", &[left, *y])]) + &"l8 4l8 -4".repeat(teeth.count());
        svg.add("path", &[("class", "fold"), ("d", &d)], "");
    }
    svg.add("path", &[("class", "diagonal"), ("d", &clocks.diagonal)], "");
    for (x, y, ends, words) in &clocks.sides {
        text(&mut svg, if *ends { "side end" } else { "side" }, (*x, *y), words);
    }
    // Without a margin dates stand in the plot, where there is least: on the side of what is ahead.
    let narrow = left < 60.0;
    for (y, date) in &clocks.dates {
        let (x, class) = if narrow { (right - 3.0, "date in end") } else { (left - 16.0, "date end") };
        text(&mut svg, class, (x, *y + 4.0), date);
    }
    for (high, low, is_range) in clocks.published.iter().filter(|_| !narrow) {
        svg.open("g", &[("class", "mark published matched")]);
        if *is_range {
            svg.rect("bar ring dashed", [left - 10.0, *high, 5.0, low - high], 1.5);
        } else {
            svg.rect("fill", [left - 11.5, f64::midpoint(*high, *low) - 4.0, 8.0, 8.0], 1.5);
        }
        svg.close("g");
    }
    if !narrow {
        text(&mut svg, "lane", (16.0, clocks.top - 3.0), "Published");
    }
    for cell in &clocks.cells {
        for (class, side) in [("total", cell.total), ("count", cell.matched)] {
            let half = side / 2.0;
            let [x, y, side] = [cell.x - half, cell.y - half, side].map(px);
            svg.open("rect", &[("class", class), ("x", &x), ("y", &y), ("width", &side), ("height", &side)]);
            svg.add("title", &[], &cell.label);
            svg.close("rect");
        }
    }
    svg.finish()
}
