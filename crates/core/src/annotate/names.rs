//! Names of people, places and organizations in one document.
//!
//! Runs of capitalised words are cut into candidates ([`run`]), decided by tables ([`gazetteer`]), by their
//! neighbours, and by the rest of the document ([`agree`]).
//! **Invariant:** a title is no part of a name, a demonym is no name, and credits and bylines name nobody of the
//! story. Start at [`find`].

mod agree;
mod beside;
#[cfg(test)]
pub(crate) mod fixture;
pub mod gazetteer;
mod line;
mod neighbours;
mod run;
pub(crate) mod token;

use super::{Mention, NameKind, Time};
use crate::evidence::Evidence;
use crate::read::Document;
use agree::Known;
use line::Line;
use run::Candidate;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("acronym", "capitals only, as acronyms of organizations are written"),
    ("administration-of", "an administration or a campaign is named after a person"),
    ("body-noun-before", "a word for bodies stands before it, such as company or bank"),
    ("capitalised", "capitalised in the middle of a sentence"),
    ("described-after", "what follows it between commas says what it is"),
    ("full-form-elsewhere", "the full name stands elsewhere in the document"),
    ("gazetteer-body", "a well-known organization"),
    ("gazetteer-city", "the name of a city"),
    ("gazetteer-country", "the name of a country"),
    ("gazetteer-outlet", "the name of a news outlet"),
    ("gazetteer-region", "the name of a region or a part of the world"),
    ("given-name", "it begins with a given name"),
    ("named-elsewhere", "the same name stands elsewhere in the document, where it is clearer"),
    ("organization-head", "it contains a word for organizations, such as Ministry or Bank"),
    ("owned-as-by-bodies", "a word for what only bodies have follows, such as shares"),
    ("place-after", "the place that it lies in follows"),
    ("place-word", "a word for places, such as region or Island, stands with it"),
    ("preposition-of-place", "\"in\", \"near\" or \"at\" stands before it"),
    ("taken-as-places-are", "a verb such as captured or shelled stands before it"),
    ("title-before", "a person's title or office stands before it"),
    ("verb-of-saying", "it is the subject of a verb of saying"),
    ("who-follows", "\"who\" follows it"),
];

/// The names of the story blocks of `document`, in text order, not overlapping.
pub fn find(document: &Document, times: &[Time]) -> Vec<Mention> {
    let lines = line::lines(document, times);
    let text = document.text.as_str();
    let plain = |line: &&Line<'_>| !line.title_case;
    let candidates: Vec<Vec<Candidate<'_>>> = lines
        .iter()
        .map(|line| if plain(&line) { run::candidates(text, line) } else { Vec::new() })
        .collect();
    let known = Known::from(&candidates.concat());
    let mut found: Vec<Mention> = Vec::new();
    for (line, candidates) in lines.iter().zip(candidates) {
        if line.title_case {
            found.extend(known_only(text, line, &known));
        } else {
            found.extend(candidates.iter().filter_map(|c| decide(c, &known)));
        }
    }
    found.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    let mut end = 0;
    found.retain(|m| {
        let clear = m.span.start >= end && !m.span.is_empty();
        end = if clear { m.span.end } else { end };
        clear
    });
    found
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
