//! Headlines, standfirsts and pull quotes that repeat a quotation of the text.
//!
//! **Invariant:** the quotation of the text is the original, wherever it stands; words may be dropped, never changed.
//! Start at [`mark`].

use std::collections::BTreeMap;

use crate::annotate::{Quotation, Speech};
use crate::evidence::Evidence;
use crate::read::{BlockKind, Document};

/// How many quotations above the text are compared with it.
const MOST: usize = 20;

/// How many words a pull quote has at least.
const PULLED: usize = 6;

/// Marks in `found`, which is in text order, what repeats another quotation, and gives it that one’s speaker.
pub(super) fn mark(document: &Document, found: &mut [Quotation]) {
    let above: Vec<bool> = found.iter().map(|q| is_above(document, q)).collect();
    let quoted = |q: &Quotation| matches!(q.speech, Speech::Direct | Speech::Scare);
    let words: Vec<Vec<String>> =
        found.iter().map(|q| if quoted(q) { words(q.span.of(&document.text)) } else { Vec::new() }).collect();
    let mut repeated: Vec<(usize, usize)> = Vec::new();
    let heads = (0..found.len())
        .filter(|q| above.get(*q) == Some(&true) && words.get(*q).is_some_and(|w| !w.is_empty()));
    for head in heads.take(MOST) {
        let said = words.get(head).map_or(&[][..], Vec::as_slice);
        let body = (0..found.len()).filter(|q| above.get(*q) == Some(&false));
        let original = body.filter(|q| words.get(*q).is_some_and(|w| holds(w, said)));
        let original = original.min_by_key(|q| found.get(*q).is_none_or(|q| q.speaker.is_none()));
        repeated.extend(original.map(|original| (head, original)));
    }
    let mut first: BTreeMap<&[String], usize> = BTreeMap::new();
    for (at, said) in words.iter().enumerate() {
        let spoken = found.get(at).is_some_and(|q| q.speaker.is_some());
        if spoken && above.get(at) == Some(&false) && said.len() >= PULLED {
            first.entry(said.as_slice()).or_insert(at);
        }
    }
    for (at, said) in words.iter().enumerate().filter(|(at, _)| above.get(*at) == Some(&false)) {
        let alone = found.get(at).is_some_and(|q| q.evidence.rule == "quote-alone");
        if let Some(original) = first.get(said.as_slice()).filter(|original| alone && **original != at) {
            repeated.push((at, *original));
        }
    }
    for (at, original) in repeated {
        let Some(source) = found.get(original).cloned() else { continue };
        let Some(here) = found.get_mut(at) else { continue };
        here.repeats = Some(original as u32);
        here.speech = Speech::Direct;
        if here.speaker.as_ref().is_none_or(|s| s.mention.is_none()) && source.speaker.is_some() {
            here.speaker = source.speaker;
            here.evidence = Evidence::rule("quote-repeated", 85);
        }
    }
}

/// Whether `quotation` stands above the text or between its parts: in the headline, standfirst or a crosshead.
fn is_above(document: &Document, quotation: &Quotation) -> bool {
    let block = document.blocks.partition_point(|b| b.span.end <= quotation.span.start);
    document
        .blocks
        .get(block)
        .is_some_and(|b| matches!(b.kind, BlockKind::Title | BlockKind::Standfirst | BlockKind::Crosshead))
}

/// The words of a quotation, without case and marks.
fn words(text: &str) -> Vec<String> {
    let plain = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-'))
        .map(plain)
        .filter(|w| !w.is_empty())
        .collect()
}

/// Whether `said` holds `again`, with words dropped between where there are enough of them.
fn holds(said: &[String], again: &[String]) -> bool {
    let Some(first) = again.first() else { return false };
    // One or two words are a repetition only of as many, or of an unbroken run.
    if again.len() < 3 {
        return said.len() <= 12 && said.windows(again.len()).any(|run| run == again);
    }
    let starts = said.iter().enumerate().filter(|(_, word)| *word == first).map(|(at, _)| at);
    starts.take(8).any(|start| {
        let mut left = again.iter().peekable();
        let mut room = again.len() + again.len() / 2 + 2;
        for word in said.iter().skip(start) {
            if left.peek().is_some_and(|next| *next == word) {
                left.next();
            }
            room -= 1;
            if left.peek().is_none() || room == 0 {
                break;
            }
        }
        left.peek().is_none()
    })
}
