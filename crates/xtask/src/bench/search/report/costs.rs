//! What is paid beside answering: building, bytes, opening, memory, requests.
//!
//! **Invariant:** a share of the text is of the text of all documents, so it is given only of who has them all.
//! Start at [`building`].

use std::fmt::Write as _;

use super::words::{bytes, milliseconds, per_cent, times};
use super::{named, taking_part};
use crate::bench::search::Run;
use crate::bench::search::measured;
use crate::bench::search::peers;
use crate::bench::search::queries::Kind;
use crate::bench::search::summary::{Judge, Summary};

pub(super) fn building(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## Building, and bytes\n");
    let _ = writeln!(out, "| peer | documents | build s | dump | of text | ratio | brotli | did not fit |");
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---|");
    let text = run.documents.bytes as f64;
    let ours = run.sizes.get(peers::DATELINE).map(|(raw, _)| *raw as f64);
    for (peer, measured) in taking_part(run).filter(|(peer, _)| peer.name != peers::FAST) {
        let is_whole = measured.size as usize == run.documents.len();
        let seconds = if peer.is_ours() {
            run.built.map(|built| built.seconds)
        } else {
            measured.build.map(|ms| ms / 1000.0)
        };
        let size = run.sizes.get(peer.name);
        let whole = size.filter(|_| is_whole);
        let failed = measured.failed.iter().map(|failed| format!("{}: {}", failed.size, failed.why));
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            peer.name,
            measured.size,
            seconds.map_or_else(|| "–".to_owned(), |seconds| format!("{seconds:.1}")),
            size.map_or_else(|| "–".to_owned(), |(raw, _)| bytes(*raw as f64)),
            whole.map_or_else(String::new, |(raw, _)| per_cent(*raw as f64 / text)),
            whole.zip(ours).map_or_else(String::new, |((raw, _), ours)| times(*raw as f64 / ours)),
            size.and_then(|(_, brotli)| *brotli)
                .map_or_else(|| "–".to_owned(), |brotli| bytes(brotli as f64)),
            failed.chain(measured.stopped.clone()).collect::<Vec<_>>().join("; "),
        );
    }
    out.push('\n');
    if let Some(built) = run.built {
        let speed = built.processor.map(|seconds| {
            format!(", {:.2} MB of text a second and processor, annotation included", text / 1e6 / seconds)
        });
        let memory = built.memory.map(|most| format!(", {} of memory at most", bytes(most as f64)));
        let _ = writeln!(
            out,
            "The pack: {:.1} s{}{}.\n",
            built.seconds,
            speed.unwrap_or_default(),
            memory.unwrap_or_default(),
        );
    }
}

/// The pack by its sections, and what of it is an index, beside the least that one can take.
pub(super) fn sections(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## What is in the pack\n");
    let _ = writeln!(out, "| section | bytes | of text | brotli |\n|---|---:|---:|---:|");
    let text = run.documents.bytes as f64;
    let sections = &run.pack.sections;
    let all = sections.iter().map(|(_, own, _)| own).sum::<u64>() as f64;
    for (holds, own, brotli) in sections {
        let own = *own as f64;
        let brotli = brotli.map_or(String::new(), |brotli| bytes(brotli as f64));
        let _ = writeln!(out, "| {holds} | {} | {} | {brotli} |", bytes(own), per_cent(own / text));
    }
    let _ = writeln!(out, "| all of it | {} | {} | |\n", bytes(all), per_cent(all / text));
    let index = sections.iter().filter_map(|(_, _, brotli)| *brotli).sum::<u64>() as f64;
    let (documents, passages) = run.floors;
    let words = run.dictionary as f64;
    let other =
        run.sizes.get("minisearch").and_then(|(_, brotli)| *brotli).map_or_else(String::new, |brotli| {
            let own = brotli as f64;
            let size = run.measured.peers.get("minisearch").map_or(0, |peer| peer.size);
            format!(
                "MiniSearch's dump over {size} documents takes {} (brotli), and that index {} of it. ",
                bytes(own),
                times(index / own)
            )
        });
    let _ = writeln!(
        out,
        "An index for words is terms and postings, here {} (brotli). {other}Postings of passages, as these are, cannot take \
         less than {} ({} of them: which passages {}, how often in each {}) and the distinct words {} (brotli): the index \
         is {} of that. Postings of documents alone, as MiniSearch's are, cannot take less than {} ({} of them): with the \
         words the index is {} of that.\n",
        bytes(index),
        bytes(passages.bytes()),
        passages.postings,
        bytes(passages.ids),
        bytes(passages.frequencies),
        bytes(words),
        times(index / (passages.bytes() + words)),
        bytes(documents.bytes()),
        documents.postings,
        times(index / (documents.bytes() + words)),
    );
}

pub(super) fn opening(out: &mut String, run: &Run<'_>) {
    let _ = writeln!(out, "## Opening, and memory\n");
    let _ = writeln!(
        out,
        "Dateline opens a pack while it comes: `open` is what that takes longer than the same bytes alone just before, and it can be asked while the articles, which come last, are still coming.\n"
    );
    let _ = writeln!(
        out,
        "| peer | bare fetch ms | open ms | ratio | can be asked after ms | first answer ms | tab's memory | less an empty tab's | ratio | JavaScript | wasm |"
    );
    let _ = writeln!(out, "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
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
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            named(run, peer, measured),
            shown(measured.fetched),
            shown(measured.load),
            ratio(measured.load, loads),
            shown(measured.head),
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

pub(super) fn traffic(out: &mut String, run: &Run<'_>, judge: &Judge<'_>) {
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
            Kind::ALL.into_iter().filter_map(|kind| judge.summary(peer.name, measured, kind)).collect();
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
