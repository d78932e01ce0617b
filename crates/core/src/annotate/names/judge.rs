//! The model over a document: every chunk is labelled, and once more in the light of what the others say of its words.
//!
//! **Invariant:** a word hears only its other occurrences in the document, never itself; each has one voice, as loud
//! as it is sure. Start at [`judge`].

use std::collections::BTreeMap;

use rustc_hash::FxHashMap as HashMap;

use super::chunk::{Chunk, Told};
use super::elsewhere::Elsewhere;
use super::gazetteer;
use super::gazetteer::key::key;
use super::gazetteer::lexicon::Word;
use super::line::Line;
use super::model::{self, LABELS, Scores};
use super::signs::{About, Looks, Signs};
use crate::annotate::NameKind;
use crate::order::Order as _;
use crate::span::Span;

/// A name that the model found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    /// The line it stands in.
    pub line: usize,
    /// Its first token.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// The chunk that it was found in.
    pub chunk: Chunk,
    /// What it names.
    pub kind: NameKind,
    /// How much more speaks for it than for anything else, in the units of the weights.
    pub margin: i32,
}

impl Judged {
    /// How sure the model is, in per cent.
    pub fn confidence(&self) -> u8 {
        u8::try_from((50 + self.margin / 2).clamp(50, 95)).unwrap_or(50)
    }

    /// Where it stands.
    pub fn span(&self, lines: &[Line<'_>]) -> Option<Span> {
        let tokens = &lines.get(self.line)?.tokens;
        Some(tokens.get(self.start)?.span.join(tokens.get(self.end.checked_sub(1)?)?.span))
    }
}

struct Labelled {
    line: usize,
    chunk: Chunk,
    scores: Vec<Scores>,
    labels: Vec<usize>,
}

/// The names of `lines`, in text order; lines set in headline capitals have none. `told` is what the rules say.
pub(crate) fn judge(
    text: &str,
    lines: &[Line<'_>],
    told: &[Vec<Told>],
    elsewhere: &Elsewhere,
) -> Vec<Judged> {
    let mut all = Vec::new();
    for (at, (line, told)) in lines.iter().zip(told).enumerate().filter(|(_, (line, _))| !line.title_case) {
        let mut looked = Looks::line(line);
        for chunk in super::chunk::chunks(line, told) {
            let signs = Signs::of(text, line, told, elsewhere, &mut looked, chunk);
            let scores = (chunk.start..chunk.end).map(|i| {
                let mut scores = model::told(told.get(i).copied().unwrap_or_default());
                signs.each(i, |sign| model::weigh(sign, &mut scores));
                scores
            });
            let scores: Vec<Scores> = scores.collect();
            let labels = model::label(&scores);
            all.push(Labelled { line: at, chunk, scores, labels });
        }
    }
    let votes = Votes::of(text, lines, &all);
    for labelled in &mut all {
        votes.hear(text, lines, told, labelled);
        labelled.labels = model::label(&labelled.scores);
    }
    let mut found: Vec<Judged> = all.iter().flat_map(names).collect();
    found.retain(|name| !is_nobody(lines, told, name));
    found
}

/// Whether `name` is one word that names nobody: a month, a people, an everyday word in capitals that no rule knows.
fn is_nobody(lines: &[Line<'_>], told: &[Vec<Told>], name: &Judged) -> bool {
    let word = lines.get(name.line).and_then(|line| line.tokens.get(name.start)).map_or("", |t| t.text);
    let told =
        told.get(name.line).and_then(|told| told.get(name.start)).is_some_and(|told| told.kind.is_some());
    let initial = lines.get(name.line).is_some_and(|line| line.initial.get(name.start) == Some(&true));
    let everyday = || {
        let lower = gazetteer::lower(word);
        gazetteer::is_common(word)
            || gazetteer::is_human(&lower)
            || gazetteer::is_group(&lower)
            || ((initial || !word.contains(char::is_lowercase))
                && gazetteer::lexicon::word(word).is(Word::EVERYDAY))
    };
    name.end == name.start + 1
        && gazetteer::known(word).is_none()
        && (gazetteer::is_never(word) || gazetteer::is_demonym(word) || (!told && everyday()))
}

/// The names that the labels of a chunk make.
fn names(labelled: &Labelled) -> Vec<Judged> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(label) = labelled.labels.get(at) {
        let later = labelled.labels.iter().skip(at + 1).take_while(|l| **l == label + 1 && label % 2 == 1);
        let end = at + 1 + later.count();
        if let Some((kind, true)) = model::meaning(*label) {
            let margins = (at..end).filter_map(|i| Some(margin(labelled.scores.get(i)?, kind)));
            found.push(Judged {
                line: labelled.line,
                start: labelled.chunk.start + at,
                end: labelled.chunk.start + end,
                chunk: labelled.chunk,
                kind,
                margin: margins.min().unwrap_or(0),
            });
        }
        at = end;
    }
    found
}

/// The signs that speak most for `name`, in words.
pub(crate) fn strongest(
    text: &str,
    lines: &[Line<'_>],
    told: &[Vec<Told>],
    elsewhere: &Elsewhere,
    name: &Judged,
) -> String {
    let (Some(line), Some(told)) = (lines.get(name.line), told.get(name.line)) else { return String::new() };
    let mut looked = Looks::around(name.chunk);
    let signs = Signs::of(text, line, told, elsewhere, &mut looked, name.chunk);
    let mut sums: BTreeMap<About, i32> = BTreeMap::new();
    for i in name.start..name.end {
        let label = model::label_of(name.kind, i == name.start);
        signs.each(i, |sign| {
            let row = model::alone(sign);
            let most =
                |skip: usize| row.iter().enumerate().filter(|(l, _)| *l != skip).map(|(_, w)| *w).max();
            let gain = row.get(label).copied().unwrap_or(0) - most(label).unwrap_or(0);
            *sums.entry(sign.about).or_default() += gain;
        });
    }
    let mut sums: Vec<(i32, About)> = sums.into_iter().map(|(about, sum)| (-sum, about)).collect();
    sums.order();
    let at = |i: Option<usize>| i.and_then(|i| line.tokens.get(i)).map_or("", |t| t.text);
    let words = sums.iter().take(2).filter(|(sum, _)| *sum < 0).map(|(_, about)| match about {
        About::Before | About::Left if name.start > 0 => format!("before: {}", at(name.start.checked_sub(1))),
        About::After | About::Right if name.end < line.tokens.len() => {
            format!("after: {}", at(Some(name.end)))
        }
        About::Last => format!("last word: {}", at(name.end.checked_sub(1))),
        about => about.words().to_owned(),
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() { About::Elsewhere.words().to_owned() } else { words.join("; ") }
}

/// How much more `scores` speak for a word of a name of `kind` than for another kind or none.
fn margin(scores: &Scores, kind: NameKind) -> i32 {
    let (first, later) = (model::label_of(kind, true), model::label_of(kind, false));
    let best = |labels: &mut dyn Iterator<Item = usize>| {
        labels.filter_map(|l| scores.get(l)).max().copied().unwrap_or(0)
    };
    best(&mut [first, later].into_iter()) - best(&mut (0..LABELS).filter(|l| *l != first && *l != later))
}

/// What a document's chunks say of its words and names: for none, and for each kind.
struct Votes {
    words: HashMap<u32, [i32; 4]>,
}

/// The most that the other occurrences add, in the units of the weights, and how loud they are for half of it.
const HEARD: i64 = 56;
const HALF: i32 = 32;
/// The loudest that one occurrence speaks.
const LOUDEST: i32 = 48;

impl Votes {
    fn of(text: &str, lines: &[Line<'_>], all: &[Labelled]) -> Self {
        let mut votes = Self { words: HashMap::default() };
        for labelled in all {
            for (word, voice, loud) in voices(text, lines, labelled) {
                if let Some(sum) = votes.words.entry(word).or_default().get_mut(voice) {
                    *sum += loud;
                }
            }
        }
        votes
    }

    /// Adds to the scores of a chunk what its words are elsewhere.
    fn hear(&self, text: &str, lines: &[Line<'_>], told: &[Vec<Told>], labelled: &mut Labelled) {
        let own = voices(text, lines, labelled);
        let Some(line) = lines.get(labelled.line) else { return };
        let mut adds: Vec<(usize, [i32; 4])> = Vec::new();
        let mut add = |from: usize, to: usize, word: u32| {
            let Some(mut sums) = self.words.get(&word).copied() else { return };
            for (_, voice, loud) in own.iter().filter(|(of, ..)| *of == word) {
                if let Some(sum) = sums.get_mut(*voice) {
                    *sum -= loud;
                }
            }
            let total: i32 = sums.iter().sum();
            if total > 0 {
                let share = sums.map(|sum| (i64::from(sum) * HEARD / i64::from(total + HALF)) as i32);
                adds.extend((from..to).map(|i| (i, share)));
            }
        };
        for (i, token) in line.tokens.iter().enumerate().take(labelled.chunk.end).skip(labelled.chunk.start) {
            if token.is_capital() {
                add(i - labelled.chunk.start, i + 1 - labelled.chunk.start, key(token.text));
            }
        }
        let mut whole: Vec<(usize, usize)> =
            names(labelled).iter().map(|name| (name.start, name.end)).collect();
        if let Some(told) = told.get(labelled.line) {
            let within = labelled.chunk.start..labelled.chunk.end;
            for start in within.filter(|i| told.get(*i).is_some_and(|t| t.first && t.kind.is_some())) {
                let later = told.iter().skip(start + 1).take_while(|t| t.kind.is_some() && !t.first);
                whole.push((start, (start + 1 + later.count()).min(labelled.chunk.end)));
            }
        }
        whole.order();
        whole.dedup();
        for (start, end) in whole.into_iter().filter(|(start, end)| *end > start + 1) {
            if let (Some(first), Some(last)) = (line.tokens.get(start), line.tokens.get(end - 1)) {
                let from = labelled.chunk.start;
                add(start - from, end - from, key(first.span.join(last.span).of(text)));
            }
        }
        for (i, share) in adds {
            let Some(scores) = labelled.scores.get_mut(i) else { continue };
            for (voice, plus) in share.iter().enumerate() {
                for label in if voice == 0 { 0..=0 } else { 2 * voice - 1..=2 * voice } {
                    if let Some(score) = scores.get_mut(label) {
                        *score += plus;
                    }
                }
            }
        }
    }
}

/// What the words of a chunk say as they stand: the word's or the name's key, for whom (0 none, 1 and on a kind), how
/// loud. A word within a person's name speaks for that person alone too; a word within another name does not.
fn voices(text: &str, lines: &[Line<'_>], labelled: &Labelled) -> Vec<(u32, usize, i32)> {
    let Some(line) = lines.get(labelled.line) else { return Vec::new() };
    let mut voices = Vec::new();
    let found = names(labelled);
    for name in &found {
        let loud = name.margin.clamp(0, LOUDEST);
        let voice = 1 + name.kind as usize;
        if let Some(span) = name.span(lines) {
            voices.push((key(span.of(text)), voice, loud));
        }
        let within = name.end > name.start + 1 && name.kind == NameKind::Person;
        for token in line.tokens.iter().take(name.end).skip(name.start).filter(|t| within && t.is_capital()) {
            voices.push((key(token.text), voice, loud));
        }
    }
    for (i, token) in line.tokens.iter().enumerate().take(labelled.chunk.end).skip(labelled.chunk.start) {
        let covered = found.iter().any(|name| (name.start..name.end).contains(&i));
        if !covered && token.is_capital() && line.initial.get(i) == Some(&false) {
            let scores = labelled.scores.get(i - labelled.chunk.start);
            let best = scores.map_or(0, |s| s.iter().skip(1).max().copied().unwrap_or(0));
            let loud = scores.and_then(|s| s.first()).map_or(0, |none| none - best).clamp(0, LOUDEST);
            voices.push((key(token.text), 0, loud));
        }
    }
    voices
}
