//! A drawing as an SVG file for people to look at.
//!
//! **Invariant:** used by tests alone. Start at [`svg`].

#![expect(clippy::many_single_char_names, reason = "a writer of x, y, w and h reads best in these")]

use std::fmt::Write as _;

use super::super::*;

/// The main drawing with the overview under it.
pub(super) fn svg(t: &Timeline) -> String {
    let mut out = String::new();
    let o = &mut out;
    let (w, h) = t.size;
    let all = h + t.overview.size.1 + 8.0;
    let _ = writeln!(
        o,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{all}" viewBox="0 0 {w} {all}">"#
    );
    let _ = writeln!(
        o,
        "<style>text{{font:12px 'Inter Variable',sans-serif;fill:#69645b;font-variant-numeric:tabular-nums}}\
         .s{{font-family:'Source Serif 4 Variable',serif}}.b{{font-weight:600;fill:#524e47}}.i{{fill:#1c1b19}}\
         .a{{fill:#0b5cad;font-weight:600}}path,line{{fill:none}}</style><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    );
    let (top, floor) = (t.lanes.first().map_or(0.0, |l| l.y.0), t.lanes.last().map_or(0.0, |l| l.y.1));
    if let Some((a, b)) = t.chosen {
        let _ = writeln!(
            o,
            r##"<rect x="{a}" y="{top}" width="{}" height="{}" fill="#eef4fb"/>"##,
            b - a,
            floor - top
        );
    }
    for lane in &t.lanes {
        for (i, line) in lane.name.iter().enumerate() {
            text(o, 16.0, f64::midpoint(lane.y.0, lane.y.1) + 4.0 + i as f64 * 16.0, "start", "b", line);
        }
    }
    ticks(o, t, top, floor);
    if let Some((n, span)) = &t.before {
        text(o, 16.0, top + 12.0, "start", "i", &format!("◂ {n} before"));
        text(o, 16.0, top + 27.0, "start", "", span);
    }
    if let Some((n, span)) = &t.after {
        text(o, t.plot.1, t.label_y.1, "end", "i", &format!("{n} after, {span} ▸"));
    }
    for mark in &t.marks {
        draw(o, mark);
    }
    if let Some(path) = &t.join {
        let _ = writeln!(o, r##"<path d="{path}" stroke="#0b5cad" stroke-width="1.5"/>"##);
    }
    if let Some(last) = &t.last_article {
        let x = last.x;
        let _ = writeln!(
            o,
            r##"<line x1="{x}" x2="{x}" y1="{}" y2="{floor}" stroke="#0b5cad" stroke-width="1.6"/>"##,
            top - 12.0
        );
        let (at, anchor) = if last.left { (x - 6.0, "end") } else { (x + 6.0, "start") };
        text(o, at, top - 3.0, anchor, "a", &last.label);
    }
    for label in &t.labels {
        draw_label(o, label);
    }
    overview(o, t);
    o.push_str("</svg>\n");
    out
}

fn text(o: &mut String, x: f64, y: f64, anchor: &str, class: &str, s: &str) {
    let s = s.replace('&', "&amp;").replace('<', "&lt;");
    let _ = writeln!(o, r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" class="{class}">{s}</text>"#);
}

fn ticks(o: &mut String, t: &Timeline, top: f64, floor: f64) {
    for tick in &t.ticks {
        let _ =
            writeln!(o, r##"<line x1="{0}" x2="{0}" y1="{top}" y2="{floor}" stroke="#e4e0d8"/>"##, tick.x);
        if !tick.label.is_empty() {
            text(o, tick.middle, t.label_y.0, "middle", "", &tick.label);
        }
        if !tick.larger.is_empty() {
            text(o, tick.x + 2.0, t.label_y.1, "start", "b", &tick.larger);
        }
    }
    for fold in &t.folds {
        let mut d = format!("M{} {top}", fold.x - 2.5);
        for k in 0..(floor - top) as i32 / 8 {
            let _ = write!(d, "l{} 8", if k % 2 == 0 { 5 } else { -5 });
        }
        let _ = writeln!(o, r##"<path d="{d}" stroke="#8a857c"/>"##);
        text(o, fold.x, t.label_y.0, "middle", "", &fold.label);
    }
}

fn draw(o: &mut String, mark: &Mark) {
    let ink = if mark.matched { "#1c1b19" } else { "#69645b" };
    let dash = if matches!(mark.form, Form::Announced | Form::Deadline | Form::Conditional) {
        r#" stroke-dasharray="2.6 2.2""#
    } else {
        ""
    };
    match mark.shape {
        Shape::Dot { x, y, r } => {
            let _ = match mark.form {
                Form::Published => writeln!(
                    o,
                    r##"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}" fill="#0b5cad"/>"##,
                    x - r,
                    y - r,
                    2.0 * r,
                    2.0 * r
                ),
                Form::Happened => writeln!(o, r#"<circle cx="{x}" cy="{y}" r="{r}" fill="{ink}"/>"#),
                Form::Claimed => writeln!(
                    o,
                    r#"<path d="M{x} {:.1}a{r} {r} 0 1 0 {r} {r}h-{r}z" style="fill:{ink}"/>"#,
                    y - r
                ),
                Form::Said => writeln!(
                    o,
                    r##"<circle cx="{x}" cy="{y}" r="{:.1}" fill="#fff" stroke="{ink}" stroke-width="1.6"/><circle cx="{x}" cy="{y}" r="{:.1}" fill="{ink}"/>"##,
                    r - 0.8,
                    r * 0.36
                ),
                _ => writeln!(
                    o,
                    r##"<circle cx="{x}" cy="{y}" r="{:.1}" fill="#fff" stroke="{ink}" stroke-width="1.6"{dash}/>"##,
                    r - 0.8
                ),
            };
            if mark.open {
                let _ = writeln!(
                    o,
                    r##"<circle cx="{x}" cy="{y}" r="{}" fill="none" stroke="#0b5cad" stroke-width="2"/>"##,
                    r + 3.0
                );
            }
            if mark.ids.len() > 1 {
                text(o, x + r + 2.0, y + 4.0, "start", "b", &format!("+{}", mark.ids.len()));
            }
        }
        Shape::Bar { x0, x1, y, h, fade_left, fade_right, .. } => {
            let fade = if fade_left || fade_right { r#" opacity=".6""# } else { "" };
            let fill = match mark.form {
                Form::Happened | Form::Claimed => format!(r#"fill="{ink}""#),
                Form::Said => format!(r#"fill="none" stroke="{ink}""#),
                _ => format!(r#"fill="none" stroke="{ink}" stroke-dasharray="2.6 2.2""#),
            };
            let _ = writeln!(
                o,
                r#"<rect x="{x0}" y="{:.1}" width="{:.1}" height="{h}" rx="1.5" {fill}{fade}/>"#,
                y - h / 2.0,
                x1 - x0
            );
        }
        Shape::Bracket { x, y, h, arm } => {
            let _ = writeln!(
                o,
                r#"<path d="M{x} {:.1}v{:.1}M{x} {y}h{:.1}" stroke="{ink}" stroke-width="1.6"{dash}/>"#,
                y - h,
                2.0 * h,
                -arm
            );
        }
    }
}

fn draw_label(o: &mut String, label: &Label) {
    let anchor = match label.align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    };
    let gap = if label.who.is_empty() || label.words.is_empty() { "" } else { " " };
    let cut = if label.cut { "…" } else { "" };
    let _ = writeln!(
        o,
        r#"<text x="{}" y="{}" text-anchor="{anchor}" class="i">{}{gap}<tspan class="s">{}</tspan>{cut}</text>"#,
        label.x, label.y, label.who, label.words
    );
    if !label.leader.is_empty() {
        let points: Vec<String> = label.leader.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let _ = writeln!(o, r##"<polyline points="{}" fill="none" stroke="#69645b"/>"##, points.join(" "));
    }
}

fn overview(o: &mut String, t: &Timeline) {
    let v = &t.overview;
    let _ = writeln!(o, r#"<g transform="translate(0 {})">"#, t.size.1 + 6.0);
    let _ = writeln!(
        o,
        r##"<rect x="{}" y="17" width="{:.1}" height="{}" fill="#f3f1ec"/>"##,
        t.plot.0,
        t.plot.1 - t.plot.0,
        v.size.1 - 17.0
    );
    for bin in &v.bins {
        for (height, colour) in [(bin.total, "#b5b0a6"), (bin.matched, "#524e47")] {
            let _ = writeln!(
                o,
                r#"<rect x="{}" y="{:.1}" width="{:.1}" height="{height}" fill="{colour}"/>"#,
                bin.x0,
                v.size.1 - height,
                bin.x1 - bin.x0
            );
        }
    }
    for (x, s) in &v.labels {
        text(o, *x, 11.0, "start", "", s);
    }
    let (a, b) = v.window;
    let _ = writeln!(
        o,
        r##"<rect x="{a}" y="15" width="{:.1}" height="{}" fill="#0b5cad22" stroke="#0b5cad"/></g>"##,
        b - a,
        v.size.1 - 15.0
    );
}
