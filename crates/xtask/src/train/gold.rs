//! Annotated text, as the chunks that the core would label with the labels that are right.
//!
//! **Invariant:** what a file does not annotate is left open rather than taken for "no name". Start at [`documents`].

use std::fs;
use std::path::Path;

use dateline_core::annotate::names::gazetteer;
use dateline_core::annotate::names::model::{label_of, prior};
use dateline_core::annotate::names::signs::Sign;
use dateline_core::annotate::{NameKind, names, times};
use dateline_core::read;

/// The files that are read, with whether they leave parties, elections and countries within their names unmarked.
pub const FILES: &[(&str, bool)] = &[
    // WikiGold, CC BY 4.0
    ("mentions-wikigold.jsonl", false),
    // CrossNER politics, CC BY-SA
    ("mentions-politics.jsonl", true),
    // Universal NER on the English Web Treebank, CC BY-SA 4.0
    ("mentions-ewt.jsonl", false),
];

/// A chunk with what is known of its words.
pub struct Marked {
    /// The signs of each word.
    pub words: Vec<Vec<Sign>>,
    /// For each word: one bit for each label that may be right.
    pub allowed: Vec<u8>,
    /// For each word: what the rules add to which label.
    pub prior: Vec<(usize, f32)>,
}

/// The chunks of every document.
pub fn documents(from: &Path, without: Option<&str>) -> Result<Vec<Vec<Marked>>, String> {
    let mut all = Vec::new();
    for (name, open) in FILES.iter().filter(|(name, _)| !without.is_some_and(|w| name.contains(w))) {
        let path = from.join(name);
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for line in text.lines() {
            let value = serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))?;
            all.push(
                document(&value, *open).ok_or_else(|| format!("{}: no text or mentions", path.display()))?,
            );
        }
    }
    Ok(all)
}

/// The chunks of `many` documents of our own.
pub fn invented(many: usize) -> Vec<Vec<Marked>> {
    let names = super::invented::Names {
        given: gazetteer::listed_given().collect(),
        places: gazetteer::listed_places().collect(),
        countries: gazetteer::listed_countries().collect(),
    };
    let all = super::invented::documents(&names, many).into_iter().map(|(text, spans)| {
        let kind = |name: &str| NameKind::ALL.into_iter().find(|kind| kind.name() == name);
        let gold: Vec<_> =
            spans.iter().filter_map(|(start, end, name)| Some((*start, *end, kind(name)?))).collect();
        mark(&text, &gold, false)
    });
    all.collect()
}

fn document(value: &serde_json::Value, open: bool) -> Option<Vec<Marked>> {
    let mut gold: Vec<(u32, u32, NameKind)> = Vec::new();
    for mention in value["mentions"].as_array()? {
        let kind = NameKind::ALL.into_iter().find(|kind| Some(kind.name()) == mention["kind"].as_str())?;
        gold.push((mention["start"].as_u64()? as u32, mention["end"].as_u64()? as u32, kind));
    }
    gold.sort_unstable();
    Some(mark(value["text"].as_str()?, &gold, open))
}

fn mark(text: &str, gold: &[(u32, u32, NameKind)], open: bool) -> Vec<Marked> {
    let document = read::read("gold.txt", text.as_bytes());
    let times = times::find(&document);
    let marked = names::chunked(&document, &times).into_iter().map(|chunk| {
        let mut before = None;
        let allowed = chunk.spans.iter().zip(&chunk.told).map(|(span, told)| {
            let at = gold.partition_point(|(_, end, _)| *end <= span.start);
            let here = gold.get(at).filter(|(start, ..)| *start <= span.start).map(|gold| (at, gold.2));
            let label = here.map_or(0, |(at, kind)| label_of(kind, before != Some(at)));
            before = here.map(|(at, _)| at);
            match told {
                Some((kind, first, _)) if open && here.is_none() && *kind != NameKind::Person => {
                    1 | 1 << label_of(*kind, *first)
                }
                _ => 1 << label,
            }
        });
        let allowed = allowed.collect();
        let prior = chunk.told.iter().map(|t| {
            t.map_or((0, 0.0), |(kind, first, sure)| (label_of(kind, first), prior(sure) as f32 / 16.0))
        });
        let prior = prior.collect();
        Marked { allowed, prior, words: chunk.signs }
    });
    marked.collect()
}
