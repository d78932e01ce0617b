//! What was measured, as tables.
//!
//! **Invariant:** every number was measured, a row says of what, and what did not end says why. Start at [`report`].

use std::fmt::Write as _;

use super::{Measured, Moved};

/// The time that a frame has at sixty a second, in milliseconds.
const FRAME: f64 = 16.7;

/// The tables in Markdown.
pub(super) fn report(measured: &Measured) -> String {
    let mut out = String::new();
    let page = &measured.page;
    let _ = write!(
        out,
        "{}. Times are milliseconds, medians.\n\n## First drawing\n\n\
         A library's time is from its call to the frame after the one that shows all of it, in an area of 1440 by 320 pixels: \
         uPlot with points and no line, vis-timeline with points of one word. Dateline's page shows “{}”: bars where marks \
         would lie on one another. Its time is from the press of a button to such a frame, with the question, its answer and \
         whatever else of the page follows, most of which is waiting for frames; below it what its two threads worked for it. What opening takes is from the \
         request of the page on: program, pack, index and all.\n\n\
         | what | events | ms |\n|---|---:|---:|\n",
        measured.chromium, page.says,
    );
    let row = |out: &mut String, what: &str, count: &str, ms: &str| {
        let _ = writeln!(out, "| {what} | {count} | {ms} |");
    };
    for draw in &measured.draws {
        let why = draw.why.clone().unwrap_or_default();
        row(&mut out, &draw.library, &draw.count.to_string(), &draw.ms.map_or(why, number));
    }
    row(&mut out, "Dateline’s page, drawn again", "all", &number(page.again));
    row(&mut out, "… its own thread’s work for it", "all", &number(page.own));
    row(&mut out, "… its engine’s work for it", "all", &number(page.engine));
    row(&mut out, "Dateline’s page, opened", "all", &number(page.opened));
    let _ = write!(
        out,
        "\n## Moved by hand\n\n\
         For each frame the scripting, style and layout of the page’s own thread, and the longest task of any kind in it, from a \
         trace, in processor time. A frame of sixty a second has {FRAME} ms.\n\n\
         | window | bars | marks | hand | frames | work: median | p99 | worst | above {FRAME} | longest task: median | p99 | worst |\n\
         |---|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
    );
    for moved in &measured.moves {
        let _ = writeln!(out, "{}", moved_row(moved));
    }
    out
}

fn moved_row(moved: &Moved) -> String {
    let (work, task) = (Spread::of(&moved.work), Spread::of(&moved.task));
    let above = moved.work.iter().filter(|ms| **ms > FRAME).count();
    let Moved { window, hand, bars, marks, .. } = moved;
    format!(
        "| {window} | {bars} | {marks} | {hand} | {} | {} | {} | {} | {above} | {} | {} | {} |",
        moved.work.len(),
        number(work.median),
        number(work.p99),
        number(work.worst),
        number(task.median),
        number(task.p99),
        number(task.worst),
    )
}

/// How numbers are spread.
#[derive(Debug, Default, PartialEq)]
struct Spread {
    median: f64,
    p99: f64,
    worst: f64,
}

impl Spread {
    fn of(numbers: &[f64]) -> Self {
        let mut sorted = numbers.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |share: usize| sorted.get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1)));
        let at = |share: usize| at(share).copied().unwrap_or_default();
        Self { median: at(50), p99: at(99), worst: at(100) }
    }
}

/// Three digits that count.
fn number(ms: f64) -> String {
    match ms {
        ms if ms < 10.0 => format!("{ms:.2}"),
        ms if ms < 100.0 => format!("{ms:.1}"),
        ms => format!("{ms:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_how_many_frames_took_too_long() {
        let work = vec![2.0, 20.0, 4.0, 3.0];
        let task = vec![1.0, 12.5, 1.0, 1.0];
        let (window, hand) = ("a week".to_owned(), "pan".to_owned());
        let moved = Moved { window, hand, bars: 0, marks: 300, work, task };
        let expected = "| a week | 0 | 300 | pan | 4 | 4.00 | 20.0 | 20.0 | 1 | 1.00 | 12.5 | 12.5 |";
        assert_eq!(moved_row(&moved), expected);
        assert_eq!(Spread::of(&[]), Spread::default());
    }
}
