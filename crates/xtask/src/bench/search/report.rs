//! A run as Markdown: a table a class, with the ratio to Dateline, losses included.
//!
//! **Invariant:** every number is measured in this run or counted from it; what was not measured is a dash, and what
//! recall voids is crossed out. A ratio above 1 is how many times more a peer takes than Dateline.
//! Start at [`report`]; `costs` has what is paid beside answering, `words` writes numbers.

mod costs;
mod words;

use std::fmt::Write as _;

use super::Run;
use super::measured;
use super::peers::{self, Peer};
use super::queries::Kind;
use super::summary::{Brushed, Judge, LEAST_RECALL, Summary, Times};
use words::{bytes, milliseconds, per_cent, times};

/// How long an answer may take to what nobody means well, in milliseconds.
const MOST_HOSTILE: f64 = 20.0;

/// All tables of `run`.
pub(super) fn report(run: &Run<'_>) -> String {
    let judge = Judge::of(run.documents, run.queries, run.measured);
    let mut out = String::new();
    heading(&mut out, run);
    for kind in Kind::ALL {
        class(&mut out, run, &judge, kind);
    }
    brush(&mut out, run, &judge);
    hostile(&mut out, run);
    costs::building(&mut out, run);
    costs::sections(&mut out, run);
    costs::opening(&mut out, run);
    costs::traffic(&mut out, run, &judge);
    remarks(&mut out, run);
    out
}

fn heading(out: &mut String, run: &Run<'_>) {
    let documents = run.documents;
    let words: usize = documents.tokens.iter().map(Vec::len).sum();
    let _ = writeln!(
        out,
        "{} documents, {} of text, {words} words, {} distinct. {} rounds, seed {}, {} s a class and round.\n{}{}.\n",
        documents.len(),
        bytes(documents.bytes as f64),
        documents.words.len(),
        run.search.rounds(),
        run.search.seed,
        run.search.seconds,
        run.machine,
        if run.measured.chromium.is_empty() { String::new() } else { format!("; {}", run.measured.chromium) },
    );
}

/// The peers that took part, with what was measured of each.
fn taking_part<'a>(run: &Run<'a>) -> impl Iterator<Item = (&'static Peer, &'a measured::Peer)> {
    let measured = run.measured;
    run.peers.iter().filter_map(|peer| Some((*peer, measured.peers.get(peer.name)?)))
}

fn class(out: &mut String, run: &Run<'_>, judge: &Judge<'_>, kind: Kind) {
    let _ = writeln!(out, "## {}\n", kind.title());
    let _ = writeln!(out, "| peer | p50 ms | ratio | p99 ms | ratio | answered | recall | totals exact |");
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|");
    let ours =
        run.measured.peers.get(peers::DATELINE).and_then(|ours| judge.summary(peers::DATELINE, ours, kind));
    let ours = ours.filter(|ours| !ours.is_void()).map(|ours| ours.times);
    for (peer, measured) in taking_part(run) {
        if peer.cannot.contains(&kind) {
            if peer.cannot.len() < Kind::ALL.len() {
                let _ = writeln!(out, "| {} | cannot | | | | | | |", peer.name);
            }
            continue;
        }
        let Some(summary) = judge.summary(peer.name, measured, kind) else {
            let _ = writeln!(out, "| {} | – | | | | 0 | | |", named(run, peer, measured));
            continue;
        };
        let Summary { asked, answered, times: own, recall, exact, .. } = summary;
        let shown = |ms: f64| {
            if summary.is_void() { format!("~~{}~~ void", milliseconds(ms)) } else { milliseconds(ms) }
        };
        let ratio = |own: f64, ours: Option<f64>| {
            ours.filter(|_| !summary.is_void()).map_or_else(|| "–".to_owned(), |ours| times(own / ours))
        };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {answered}/{asked} | {} | {} |",
            named(run, peer, measured),
            shown(own.p50),
            ratio(own.p50, ours.map(|ours| ours.p50)),
            shown(own.p99),
            ratio(own.p99, ours.map(|ours| ours.p99)),
            words::share(recall),
            exact.map_or_else(|| "–".to_owned(), per_cent),
        );
    }
    out.push('\n');
}

/// The peer's name, with how many documents it has where those are not all.
fn named(run: &Run<'_>, peer: &Peer, measured: &measured::Peer) -> String {
    if measured.size as usize == run.documents.len() {
        return peer.name.to_owned();
    }
    format!("{} ({} documents: more did not fit)", peer.name, measured.size)
}

fn brush(out: &mut String, run: &Run<'_>, judge: &Judge<'_>) {
    let _ = writeln!(out, "## Moving the brush\n");
    let _ = writeln!(
        out,
        "Totals, bins and the counts on the screen (the first eight values of each group) after each move, while `{}` is asked for; every other move is one of a pixel. It is publication that is moved, except where that is said. What is prepared before the first move is shown apart, and in the last p99 each is a move. The page itself still moves its brush by whole answers, as in the rows with the first twenty rows.\n",
        run.queries.brushed.text
    );
    let _ = writeln!(
        out,
        "| peer | moves | p50 ms | p99 ms | ratio | 1 px p50 ms | ratio | 1 px p99 ms | totals exact | prepared ms | p99 with that |"
    );
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    let ours = run.measured.peers.get(peers::DATELINE);
    let ours = ours.and_then(|ours| judge.brushed(peers::DATELINE, ours.size, &ours.brush, true));
    let ours = ours.filter(|ours| !is_wrong(ours));
    for (peer, measured) in taking_part(run).filter(|(peer, _)| peer.brushes) {
        let name = named(run, peer, measured);
        let with_rows = format!("{name}, and the first twenty rows");
        let happened = format!("{name}, of when it happened");
        for (name, moves, published) in [
            (name, &measured.brush, true),
            (happened, &measured.brush_happened, false),
            (with_rows, &measured.brush_rows, true),
        ] {
            if let Some(own) = judge.brushed(peer.name, measured.size, moves, published) {
                brushed(out, &name, own, ours);
            }
        }
    }
    out.push('\n');
}

/// Whether its totals are those of another question.
fn is_wrong(brushed: &Brushed) -> bool {
    brushed.exact.is_some_and(|exact| exact < LEAST_RECALL)
}

fn brushed(out: &mut String, name: &str, own: Brushed, ours: Option<Brushed>) {
    let shown = |ms: f64| {
        if is_wrong(&own) { format!("~~{}~~ void", milliseconds(ms)) } else { milliseconds(ms) }
    };
    let nudge = |pick: fn(Times) -> f64| own.nudges.map_or(String::new(), |t| shown(pick(t)));
    let ratio = |own: f64, ours: Option<f64>| ours.map_or_else(|| "–".to_owned(), |ours| times(own / ours));
    let nudged = ours.and_then(|ours| ours.nudges).zip(own.nudges);
    let _ = writeln!(
        out,
        "| {name} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
        own.moves,
        shown(own.all.p50),
        shown(own.all.p99),
        ratio(own.all.p99, ours.map(|ours| ours.all.p99)),
        nudge(|times| times.p50),
        nudged.map_or_else(|| "–".to_owned(), |(ours, own)| times(own.p50 / ours.p50)),
        nudge(|times| times.p99),
        own.exact.map_or_else(|| "–".to_owned(), per_cent),
        own.held.map_or_else(|| "–".to_owned(), milliseconds),
        own.held.map_or_else(|| "–".to_owned(), |_| shown(own.with_held.p99)),
    );
}

/// What nobody means well: the slowest of each kind.
fn hostile(out: &mut String, run: &Run<'_>) {
    let ours: Vec<(&str, &measured::Peer)> = [peers::DATELINE, peers::FAST]
        .iter()
        .filter_map(|name| Some((*name, run.measured.peers.get(*name)?)))
        .filter(|(_, peer)| !peer.hostile.is_empty())
        .collect();
    let Some((_, first)) = ours.first() else { return };
    let _ = writeln!(out, "## What nobody means well\n");
    let over = first.hostile.iter().filter(|ms| **ms > MOST_HOSTILE).count();
    let _ = writeln!(
        out,
        "Each text once as it is typed and once as it stands, the slower of both; {over} of {} take more than {MOST_HOSTILE} ms.\n",
        run.queries.hostile.len(),
    );
    let heads: Vec<String> = ours.iter().map(|(name, _)| format!("{name} ms")).collect();
    let _ = writeln!(out, "| text | {} |\n|---|{}", heads.join(" | "), "---:|".repeat(heads.len()));
    let names = &run.queries.hostile_names;
    let mut rows: Vec<(&str, Vec<f64>)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let own = ours.iter().map(|(_, peer)| peer.hostile.get(at).copied().unwrap_or(f64::NAN));
        match rows.last_mut().filter(|(last, _)| last == name) {
            Some((_, most)) => most.iter_mut().zip(own).for_each(|(most, own)| *most = most.max(own)),
            None => rows.push((name, own.collect())),
        }
    }
    rows.sort_by(|a, b| b.1.first().unwrap_or(&0.0).total_cmp(a.1.first().unwrap_or(&0.0)));
    for (name, most) in rows {
        let shown: Vec<String> = most.into_iter().map(measured_or_not).collect();
        let _ = writeln!(out, "| {name} | {} |", shown.join(" | "));
    }
    out.push('\n');
}

/// Milliseconds, or a dash where there was no time left.
fn measured_or_not(ms: f64) -> String {
    if ms.is_nan() { "–".to_owned() } else { milliseconds(ms) }
}

fn remarks(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## Peers\n");
    let _ = writeln!(out, "| peer | version | how it is asked |");
    let _ = writeln!(out, "|---|---|---|");
    for (peer, measured) in taking_part(run) {
        let kept = measured.kept.as_ref().map_or(String::new(), |why| {
            format!("; it could not be dumped and opened again ({why}), so it is asked as it was built")
        });
        let _ = writeln!(out, "| {} | {} | {}{kept} |", peer.name, peer.version(), peer.remark);
    }
}
