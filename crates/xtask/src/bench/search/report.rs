//! A run as Markdown: a table a class, with the ratio to Dateline, losses included.
//!
//! **Invariant:** every number is measured in this run or counted from it; what was not measured is a dash, and what
//! recall voids is crossed out. A ratio above 1 is how many times more a peer takes than Dateline.
//! Start at [`report`]; `words` writes numbers.

mod words;

use std::fmt::Write as _;

use super::Run;
use super::measured;
use super::peers::{self, Peer};
use super::queries::Kind;
use super::summary::{Judge, LEAST_RECALL, Summary};
use words::{bytes, milliseconds, per_cent, times};

/// All tables of `run`.
pub(super) fn report(run: &Run<'_>) -> String {
    let judge = Judge::of(run.documents, run.queries, run.measured);
    let mut out = String::new();
    heading(&mut out, run);
    for kind in Kind::ALL {
        class(&mut out, run, &judge, kind);
    }
    brush(&mut out, run, &judge);
    building(&mut out, run);
    opening(&mut out, run);
    traffic(&mut out, run, &judge);
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
    let ours = run.measured.peers.get(peers::DATELINE).and_then(|ours| judge.summary(ours, kind));
    let ours = ours.filter(|ours| !ours.is_void()).map(|ours| ours.times);
    for (peer, measured) in taking_part(run) {
        if peer.cannot.contains(&kind) {
            if peer.cannot.len() < Kind::ALL.len() {
                let _ = writeln!(out, "| {} | cannot | | | | | | |", peer.name);
            }
            continue;
        }
        let Some(summary) = judge.summary(measured, kind) else {
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
        "Totals, bins and counts after each move, while `{}` is asked for; every other move is one of a pixel.\n",
        run.queries.brushed.text
    );
    let _ = writeln!(
        out,
        "| peer | moves | p50 ms | p99 ms | ratio | 1 px p50 ms | ratio | 1 px p99 ms | totals exact |"
    );
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|---:|");
    let ours = run.measured.peers.get(peers::DATELINE).and_then(|ours| judge.brushed(ours));
    let ours = ours.filter(|ours| ours.exact >= LEAST_RECALL);
    for (peer, measured) in taking_part(run).filter(|(peer, _)| peer.brushes) {
        let Some(own) = judge.brushed(measured) else { continue };
        // A count that is not the right one is an answer to another question.
        let shown = |ms: f64| {
            if own.exact < LEAST_RECALL { format!("~~{}~~ void", milliseconds(ms)) } else { milliseconds(ms) }
        };
        let nudge =
            |pick: fn(super::summary::Times) -> f64| own.nudges.map_or(String::new(), |t| shown(pick(t)));
        let ratio =
            |own: f64, ours: Option<f64>| ours.map_or_else(|| "–".to_owned(), |ours| times(own / ours));
        let nudged = ours.and_then(|ours| ours.nudges).zip(own.nudges);
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            named(run, peer, measured),
            own.moves,
            shown(own.all.p50),
            shown(own.all.p99),
            ratio(own.all.p99, ours.map(|ours| ours.all.p99)),
            nudge(|times| times.p50),
            nudged.map_or_else(|| "–".to_owned(), |(ours, own)| times(own.p50 / ours.p50)),
            nudge(|times| times.p99),
            per_cent(own.exact),
        );
    }
    out.push('\n');
}

fn building(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## Building, and bytes\n");
    let _ = writeln!(out, "| peer | documents | build s | dump | of text | brotli | ratio | did not fit |");
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---|");
    let ours = run.sizes.get(peers::DATELINE).map(|(_, brotli)| *brotli as f64);
    for (peer, measured) in taking_part(run) {
        let seconds =
            if peer.name == peers::DATELINE { run.built } else { measured.build.map(|ms| ms / 1000.0) };
        let size = run.sizes.get(peer.name);
        let share = |raw: u64| per_cent(raw as f64 / run.documents.bytes as f64);
        let failed = measured.failed.iter().map(|failed| format!("{}: {}", failed.size, failed.why));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            peer.name,
            measured.size,
            seconds.map_or_else(|| "–".to_owned(), |seconds| format!("{seconds:.2}")),
            size.map_or_else(|| "–".to_owned(), |(raw, _)| bytes(*raw as f64)),
            size.filter(|_| measured.size as usize == run.documents.len())
                .map_or_else(String::new, |(raw, _)| share(*raw)),
            size.map_or_else(|| "–".to_owned(), |(_, brotli)| bytes(*brotli as f64)),
            size.filter(|_| measured.size as usize == run.documents.len())
                .zip(ours)
                .map_or_else(String::new, |((_, own), ours)| times(*own as f64 / ours)),
            failed.chain(measured.stopped.clone()).collect::<Vec<_>>().join("; "),
        );
    }
    let floor = run.floor;
    let _ = writeln!(
        out,
        "\nThe {} postings of documents cannot take less than {} (which documents {}, how often in each {}); the distinct \
         words take {} (brotli). Dumps hold what each peer keeps: the pack holds text, annotations and evidence as well.\n",
        floor.postings,
        bytes(floor.ids + floor.frequencies),
        bytes(floor.ids),
        bytes(floor.frequencies),
        bytes(run.dictionary as f64),
    );
}

fn opening(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## Opening, and memory\n");
    let _ = writeln!(
        out,
        "| peer | bare fetch ms | open ms | ratio | first answer ms | tab's memory | less an empty tab's | ratio | JavaScript | wasm |"
    );
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    let own = |measured: &measured::Peer| {
        let memory = measured.memory.as_ref()?;
        Some(memory.resident.saturating_sub(run.measured.blank) as f64)
    };
    let ours = run.measured.peers.get(peers::DATELINE);
    let (loads, weighs) = (ours.and_then(|ours| ours.load), ours.and_then(own));
    let shown = |ms: Option<f64>| ms.map_or_else(|| "–".to_owned(), milliseconds);
    for (peer, measured) in taking_part(run).filter(|(peer, _)| peer.name != peers::TANTIVY) {
        let memory = measured.memory.as_ref();
        let part = |pick: fn(&measured::Memory) -> u64| {
            memory.map_or_else(|| "–".to_owned(), |memory| bytes(pick(memory) as f64))
        };
        let ratio = |own: Option<f64>, ours: Option<f64>| {
            own.zip(ours.filter(|ours| *ours > 0.0)).map_or_else(String::new, |(own, ours)| times(own / ours))
        };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            named(run, peer, measured),
            shown(measured.fetched),
            shown(measured.load),
            ratio(measured.load, loads),
            shown(measured.first),
            part(|memory| memory.resident),
            own(measured).map_or_else(|| "–".to_owned(), bytes),
            ratio(own(measured), weighs),
            part(|memory| memory.heap),
            part(|memory| memory.wasm),
        );
    }
    out.push('\n');
}

fn traffic(out: &mut String, run: &Run<'_>, judge: &Judge<'_>) {
    let _ = writeln!(out, "## Bytes and requests\n");
    let _ = writeln!(
        out,
        "As this server sends them, not compressed: until the peer is ready, and for an answer with its first twenty documents.\n"
    );
    let _ = writeln!(out, "| peer | until ready | requests | an answer | requests |");
    let _ = writeln!(out, "|---|---:|---:|---:|---:|");
    for (peer, measured) in taking_part(run) {
        let Some(boot) = measured.boot else { continue };
        let summaries: Vec<Summary> =
            Kind::ALL.into_iter().filter_map(|kind| judge.summary(measured, kind)).collect();
        let answers = summaries.iter().map(|summary| summary.answered).sum::<usize>() as f64;
        let of =
            |pick: fn(&Summary) -> u64| summaries.iter().map(pick).sum::<u64>() as f64 / answers.max(1.0);
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {:.1} |",
            named(run, peer, measured),
            bytes(boot.bytes as f64),
            boot.requests,
            bytes(of(|summary| summary.bytes)),
            of(|summary| summary.requests),
        );
    }
    out.push('\n');
}

fn remarks(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## Peers\n");
    let _ = writeln!(out, "| peer | version | how it is asked |");
    let _ = writeln!(out, "|---|---|---|");
    for (peer, measured) in taking_part(run) {
        let kept = measured.kept.as_ref().map_or(String::new(), |why| {
            format!("; it could not be dumped ({why}) and was built again instead of restored")
        });
        let _ = writeln!(out, "| {} | {} | {}{kept} |", peer.name, peer.version(), peer.remark);
    }
}
