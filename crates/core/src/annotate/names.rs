//! Names of people, places and organizations in one document.
//!
//! Runs of capitalised words are cut into candidates ([`run`]) and told by tables ([`gazetteer`]), by their neighbours
//! and by the rest of the document ([`agree`]); a trained model ([`judge`]) weighs that with many smaller signs.
//! **Invariant:** a title is no part of a name, a demonym is no name, and credits and bylines name nobody of the
//! story. Start at [`find`].

mod about;
mod again;
mod agree;
mod beside;
mod chunk;
mod elsewhere;
mod firm;
#[cfg(test)]
pub(crate) mod fixture;
pub mod gazetteer;
mod judge;
mod line;
pub mod model;
mod neighbours;
mod other;
mod platform;
mod product;
mod run;
pub mod signs;
mod site;
pub(crate) mod token;
mod trim;

use super::{Mention, NameKind, Time};
use crate::evidence::Evidence;
use crate::order::{self, Order as _};
use crate::read::Document;
use agree::Known;
use chunk::Told;
use elsewhere::Elsewhere;
use line::Line;
use run::Candidate;
use signs::{Looks, Signs};

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("acronym", "capitals only, as acronyms of organizations are written"),
    ("administration-of", "an administration or a campaign is named after a person"),
    ("begins-a-name-elsewhere", "a longer name of the document begins with it"),
    ("begins-with-a-body", "it begins with an organization that the document names"),
    ("body-noun-before", "a word for bodies stands before it, such as company or bank"),
    ("brand-among-brands", "a brand of cars, and the document names others"),
    ("capitalised", "capitalised in the middle of a sentence"),
    ("described-after", "what follows it between commas says what it is"),
    (
        "designation-of-craft",
        "letters and digits as makers number their models, and a plural or a word such as aircraft says so",
    ),
    ("full-form-elsewhere", "the full name stands elsewhere in the document"),
    ("gazetteer-body", "a well-known organization"),
    ("gazetteer-city", "the name of a city"),
    ("gazetteer-country", "the name of a country"),
    ("gazetteer-outlet", "the name of a news outlet"),
    ("gazetteer-region", "the name of a region or a part of the world"),
    ("given-name", "it begins with a given name"),
    ("maker-and-designation", "a maker's name, and digits as makers number their models"),
    ("maker-and-model", "a maker's name, and the name of a model"),
    ("model-in-document", "the document says elsewhere who makes it or what it is"),
    ("named-elsewhere", "the same name stands elsewhere in the document, where it is clearer"),
    ("one-of-a-brand", "\"a\" stands before a brand of cars, so it is one of them"),
    ("organization-head", "it contains a word for organizations, such as Ministry or Bank"),
    ("owned-as-by-bodies", "a word for what only bodies have follows, such as shares"),
    ("place-after", "the place that it lies in follows"),
    ("place-word", "a word for places, such as region or Island, stands with it"),
    ("posted-there", "a word for posting or for a network, or its old name, Twitter, stands with it"),
    ("preposition-of-place", "\"in\", \"near\" or \"at\" stands before it"),
    ("product-name", "the name of a product or of an index"),
    (
        "strongest-signs",
        "its words, its neighbours and the rest of the document speak for it, taken together",
    ),
    ("taken-as-places-are", "a verb such as captured or shelled stands before it"),
    ("thing-word", "it ends with a word for events, treaties, prizes or works, such as Cup or Accord"),
    ("title-before", "a person's title or office stands before it"),
    ("verb-of-saying", "it is the subject of a verb of saying"),
    ("works-after", "a word for works follows, such as power plant, and makes it theirs"),
    ("who-follows", "\"who\" follows it"),
];

/// The names of the story blocks of `document`, in text order, not overlapping.
pub fn find(document: &Document, times: &[Time]) -> Vec<Mention> {
    let text = document.text.as_str();
    let lines = line::lines(document, times);
    let (ruled, told) = by_rules(text, &lines);
    let elsewhere = Elsewhere::of(&lines, &told);
    let mut found = Vec::new();
    for name in judge::judge(text, &lines, &told, &elsewhere) {
        let Some(span) = name.span(&lines) else { continue };
        let at = ruled.partition_point(|m| m.span.start < span.start);
        let same = ruled.get(at).filter(|m| m.span == span);
        let certain = same.filter(|_| told_at(&told, &name).is_some_and(|t| t.confidence == chunk::CERTAIN));
        if let Some(same) = certain.or(same.filter(|m| m.kind == name.kind)) {
            found.push(same.clone());
            continue;
        }
        let signs = judge::strongest(text, &lines, &told, &elsewhere, &name);
        let evidence =
            Evidence::rule("strongest-signs", name.confidence()).from("strongest signs", signs, Vec::new());
        found.push(Mention { span, kind: name.kind, evidence });
    }
    repeat(text, &ruled, &mut found);
    trim::trim(text, &mut found);
    platform::add(&lines, &mut found);
    again::add(text, &lines, &mut found);
    other::tell_apart(text, &lines, &mut found);
    let plain: Vec<Candidate<'_>> = found.iter().map(|m| Candidate::of(text, m)).collect();
    let known = Known::from(&plain);
    for line in lines.iter().filter(|line| line.title_case) {
        found.extend(known_only(text, line, &known));
    }
    found.order_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    product::tell_apart(text, &lines, &mut found);
    site::extend(text, &lines, &mut found);
    firm::recognise(text, &mut found);
    found
}

/// Adds what the rules take for a name and the model leaves open, where the model has found that very name elsewhere.
fn repeat(text: &str, ruled: &[Mention], found: &mut Vec<Mention>) {
    let kinds = order::map(found.iter().map(|m| (m.span.of(text), m.kind)));
    let mut at = 0;
    let mut more = Vec::new();
    for mention in ruled {
        while found.get(at).is_some_and(|m| m.span.end <= mention.span.start) {
            at += 1;
        }
        let free = found.get(at).is_none_or(|m| m.span.start >= mention.span.end);
        if free && let Some(kind) = kinds.get(mention.span.of(text)) {
            let evidence = Evidence::rule("named-elsewhere", 60);
            more.push(Mention { span: mention.span, kind: *kind, evidence });
        }
    }
    found.extend(more);
    found.order_by_key(|m| m.span.start);
}

/// What the rules say of the first word of `name`.
fn told_at(told: &[Vec<Told>], name: &judge::Judged) -> Option<Told> {
    told.get(name.line)?.get(name.start).copied()
}

/// The words of one chunk with their signs, for the trainer.
#[doc(hidden)]
pub struct Chunked {
    /// Where each word stands.
    pub spans: Vec<crate::span::Span>,
    /// The signs of each.
    pub signs: Vec<Vec<signs::Sign>>,
    /// What the rules take each for.
    pub told: Vec<Option<(NameKind, bool, u8)>>,
}

/// The chunks of `document` that the model labels.
#[doc(hidden)]
pub fn chunked(document: &Document, times: &[Time]) -> Vec<Chunked> {
    let lines = line::lines(document, times);
    let (_, told) = by_rules(&document.text, &lines);
    let elsewhere = Elsewhere::of(&lines, &told);
    let mut all = Vec::new();
    for (line, told) in lines.iter().zip(&told).filter(|(line, _)| !line.title_case) {
        let mut looked = Looks::line(line);
        for chunk in chunk::chunks(line, told) {
            let signs = Signs::of(&document.text, line, told, &elsewhere, &mut looked, chunk);
            let signs = (chunk.start..chunk.end).map(|i| signs.all(i)).collect();
            let spans = line.tokens.iter().take(chunk.end).skip(chunk.start).map(|t| t.span).collect();
            let told = told.iter().take(chunk.end).skip(chunk.start);
            let told = told.map(|told| Some((told.kind?, told.first, told.confidence))).collect();
            all.push(Chunked { spans, signs, told });
        }
    }
    all
}

/// What the rules alone find in running text, and for each line what they say of its tokens.
fn by_rules(text: &str, lines: &[Line<'_>]) -> (Vec<Mention>, Vec<Vec<Told>>) {
    let candidates: Vec<Vec<Candidate<'_>>> = lines
        .iter()
        .map(|line| if line.title_case { Vec::new() } else { run::candidates(text, line) })
        .collect();
    let known = Known::from(&candidates.concat());
    let mut found: Vec<(Mention, &'static str)> =
        candidates.iter().flatten().filter_map(|c| Some((decide(c, &known)?, c.rule))).collect();
    found.order_by_key(|(m, _)| (m.span.start, std::cmp::Reverse(m.span.end)));
    let mut end = 0;
    found.retain(|(m, _)| {
        let clear = m.span.start >= end && !m.span.is_empty();
        end = if clear { m.span.end } else { end };
        clear
    });
    let told = lines.iter().map(|line| chunk::told(text, line, &found)).collect();
    (found.into_iter().map(|(m, _)| m).collect(), told)
}

/// The mention that `candidate` is, in the light of the rest of the document.
fn decide(candidate: &Candidate<'_>, known: &Known<'_>) -> Option<Mention> {
    let single = !candidate.name.contains(char::is_whitespace) && !gazetteer::is_head(candidate.name);
    if single
        && candidate.confidence < 85
        && let Some((full, first)) =
            known.full(candidate.name).filter(|(_, first)| !first.contains(candidate.span))
    {
        let evidence = Evidence::rule("full-form-elsewhere", 90).from("first full name", full, vec![first]);
        return Some(Mention { span: candidate.span, kind: NameKind::Person, evidence });
    }
    let (kind, rule, confidence) = match (candidate.kind, known.kind(candidate.name)) {
        (None, Some((kind, _, confidence))) => (kind, "named-elsewhere", confidence.min(70)),
        (Some(own), Some((kind, _, confidence))) if own != kind && confidence > candidate.confidence => {
            (kind, "named-elsewhere", confidence.min(80))
        }
        (own, _) => (own?, candidate.rule, candidate.confidence),
    };
    Some(Mention { span: candidate.span, kind, evidence: Evidence::rule(rule, confidence) })
}

/// The names of a line set in headline capitals: only what the tables or the rest of the document know.
fn known_only(text: &str, line: &Line<'_>, known: &Known<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut i = 0;
    while let Some(token) = line.tokens.get(i) {
        let free = line.taken.get(i) == Some(&false) && token.is_capital();
        let hit = free.then(|| longest(text, line, i, known)).flatten();
        let Some((end, mention)) = hit else {
            i += 1;
            continue;
        };
        found.push(mention);
        i = end;
    }
    found
}

/// The longest known name at token `i`: the token after it, and the mention.
fn longest(text: &str, line: &Line<'_>, i: usize, known: &Known<'_>) -> Option<(usize, Mention)> {
    let first = line.tokens.get(i)?;
    let told = (1..=5).rev().find_map(|length| {
        let span = first.span.join(line.tokens.get(i + length - 1)?.span);
        let (kind, _, confidence) = known.kind(span.of(text))?;
        let sure = confidence >= 60 || length > 1;
        sure.then(|| {
            (i + length, Mention { span, kind, evidence: Evidence::rule("named-elsewhere", confidence) })
        })
    });
    let listed = run::gazetteer(text, line, i).and_then(|(end, kind, rule)| {
        let span = first.span.join(line.tokens.get(end.checked_sub(1)?)?.span);
        let everyday = end == i + 1 && gazetteer::is_common(first.text) && !first.is_acronym();
        (!everyday).then(|| (end, Mention { span, kind, evidence: Evidence::rule(rule, 85) }))
    });
    let part = || {
        let (full, at) = known.full(first.text)?;
        let evidence = Evidence::rule("full-form-elsewhere", 85).from("first full name", full, vec![at]);
        Some((i + 1, Mention { span: first.span, kind: NameKind::Person, evidence }))
    };
    [listed, told].into_iter().flatten().max_by_key(|(end, _)| *end).or_else(part)
}

#[cfg(test)]
mod tests;
