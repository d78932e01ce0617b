//! Names of what companies make: "Boeing 747-400", "Airbus A380", "iPhone 4", "Toyota Prius", "Dow Jones Industrial
//! Average".
//!
//! A maker with a designation in digits, a name that the table of products knows, and within the document what is left
//! of them when the maker is dropped: "the A380", "two 787s".
//! **Invariant:** a product is never its maker, so it is of kind [`NameKind::Other`]; a number alone is a product only
//! where the document has named it with its maker. Start at [`tell_apart`].

mod made;
mod shape;

use std::collections::BTreeSet;

use super::super::{Mention, NameKind};
use super::gazetteer;
use super::line::Line;
use super::token::is_possessive;
use crate::evidence::Evidence;
use crate::order::Order as _;
use crate::span::Span;
pub(super) use made::is_brand;
use shape::{count_noun_follows, designation, edition, epithet};

/// A product by its first token and the token after its last one.
struct Made {
    line: usize,
    start: usize,
    end: usize,
    rule: &'static str,
}

/// Makes the names of products [`NameKind::Other`], with their makers' names in front of them, and adds those that
/// nobody has named.
pub(super) fn tell_apart(text: &str, lines: &[Line<'_>], found: &mut Vec<Mention>) {
    let makers = found.iter().any(|m| gazetteer::is_company(m.span.of(text)));
    let mut all: Vec<Made> = Vec::new();
    let mut short: BTreeSet<&str> = BTreeSet::new();
    for (at, line) in lines.iter().enumerate() {
        let mut i = 0;
        while i < line.tokens.len() {
            let Some((start, end, rule)) = full(text, line, i, makers) else {
                i += 1;
                continue;
            };
            // What is left without the maker: the designation, or the one word that names nothing but the model.
            short.extend(match rule {
                "maker-and-designation" => (start..end)
                    .find_map(|j| Some((j, designation(line, j)?)))
                    .map(|(j, end)| shape::singular(spelling(text, line, j, end))),
                "designation-of-craft" => designation(line, start)
                    .filter(|end| is_craft_by_description(line, *end))
                    .map(|end| shape::singular(spelling(text, line, start, end))),
                "maker-and-model" if end == start + 2 => {
                    line.tokens.get(start + 1).map(|t| t.text).filter(|word| !made::is_word_too(word))
                }
                _ => None,
            });
            all.push(Made { line: at, start, end, rule });
            i = end.max(i + 1);
        }
    }
    if !short.is_empty() {
        for (at, line) in lines.iter().enumerate() {
            again(text, at, line, &short, &mut all);
        }
    }
    let mut spans: Vec<(Span, &'static str)> = all
        .iter()
        .filter_map(|made| {
            let tokens = &lines.get(made.line)?.tokens;
            let span = tokens.get(made.start)?.span.join(tokens.get(made.end.checked_sub(1)?)?.span);
            (!span.of(text).contains('\n')).then_some((span, made.rule))
        })
        .collect();
    spans.order_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    replace(text, found, &spans);
}

/// The product named in full at token `i`: its first token, the token after its last, and the rule.
fn full(text: &str, line: &Line<'_>, i: usize, makers: bool) -> Option<(usize, usize, &'static str)> {
    let first = line.tokens.get(i).filter(|_| line.taken.get(i) == Some(&false))?;
    if first.glued && i > 0 && line.tokens.get(i - 1).is_some_and(|t| matches!(t.text, "-" | "@" | "." | "/"))
    {
        return None;
    }
    if let Some(end) = made::name(text, line, i) {
        return Some((i, extent(line, end, true), "product-name"));
    }
    if let Some(end) = designation(line, i) {
        // "787 Dreamliner", "3G iPhone"; "777-200LR" is like nothing else.
        let size = first.text.ends_with('B');
        if let Some(end) = made::name(text, line, end).filter(|_| !size && !is_amount(line, i)) {
            return Some((i, extent(line, end, true), "product-name"));
        }
        if is_variant(line, i, end) {
            return Some((i, extent(line, end, false), "maker-and-designation"));
        }
        if makers && is_of_craft(text, line, i, end) {
            return Some((i, extent(line, end, false), "designation-of-craft"));
        }
    }
    if !first.text.contains(char::is_uppercase) {
        return None;
    }
    let longest = gazetteer::longest(first.text).clamp(1, 3);
    (1..=longest).rev().find_map(|length| {
        let last = line.tokens.get(i + length - 1)?;
        let maker = first.span.join(last.span).of(text);
        if !(gazetteer::is_company(maker) || made::is_brand(maker)) {
            return None;
        }
        let next = i + length;
        if made::is_brand(maker) && made::is_one_of_its(line, i, next) {
            return Some((i, next, "one-of-a-brand"));
        }
        // "Boeing's 787": the maker is a name of its own here.
        if line.tokens.get(next).is_some_and(|t| is_possessive(t.text)) {
            let end = designation(line, next + 1).filter(|end| !count_noun_follows(line, *end))?;
            return Some((next + 1, extent(line, end, false), "maker-and-designation"));
        }
        let free = line.taken.get(next) == Some(&false) && line.tokens.get(next).is_some_and(|t| !t.glued);
        if !free {
            return None;
        }
        if let Some(end) = made::name(text, line, next) {
            return Some((i, extent(line, end, true), "product-name"));
        }
        if let Some(end) = made::model(line, maker, next).filter(|_| !line.title_case) {
            return Some((i, extent(line, end, true), "maker-and-model"));
        }
        let end = designation(line, next)
            .or_else(|| class_and_number(line, maker, next))
            .filter(|end| !count_noun_follows(line, *end))?;
        Some((i, extent(line, end, false), "maker-and-designation"))
    })
}

/// Whether the designation in `i..end` is digits, a hyphen and digits with letters: "777-200LR", "747-8F".
fn is_variant(line: &Line<'_>, i: usize, end: usize) -> bool {
    let text = |at: usize| line.tokens.get(at).map_or("", |t| t.text);
    let mixed =
        |word: &str| word.bytes().any(|b| b.is_ascii_digit()) && word.bytes().any(|b| b.is_ascii_uppercase());
    end == i + 3 && text(i).len() == 3 && text(i).bytes().all(|b| b.is_ascii_digit()) && mixed(text(i + 2))
}

/// The token after a class in capitals and its number at token `i`, after a brand of cars: "Lexus ES 350".
fn class_and_number(line: &Line<'_>, maker: &str, i: usize) -> Option<usize> {
    let is = |at: usize, fits: fn(u8) -> bool, lengths: std::ops::RangeInclusive<usize>| {
        let free = line.taken.get(at) == Some(&false);
        free && line
            .tokens
            .get(at)
            .is_some_and(|t| lengths.contains(&t.text.len()) && t.text.bytes().all(fits))
    };
    let fits = is(i, |b| b.is_ascii_uppercase(), 1..=3) && is(i + 1, |b| b.is_ascii_digit(), 2..=3);
    (made::is_brand(maker) && fits).then_some(i + 2)
}

/// Whether the designation in `i..end` is a capital with two digits or more, "A380", or two and a hyphen, "KC-767", of
/// what is one of several or what a word beside it says to be an aircraft or a vehicle. Two capitals without a hyphen
/// number a flight, "QF32", and a "U" the age of a team.
fn is_of_craft(text: &str, line: &Line<'_>, i: usize, end: usize) -> bool {
    let name = spelling(text, line, i, end);
    let word = name.as_bytes();
    let letters = word.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let hyphen = usize::from(word.get(letters) == Some(&b'-'));
    let digits = word.iter().skip(letters + hyphen).take_while(|b| b.is_ascii_digit()).count();
    (1..=1 + hyphen).contains(&letters)
        && (2..=3).contains(&digits)
        // "I-95" is a road.
        && word.first() != Some(&b'U')
        && !(hyphen == 1 && word.first() == Some(&b'I'))
        && gazetteer::known(name).is_none()
        && (name.ends_with('s')
            || [i.checked_sub(1), Some(end)]
                .into_iter()
                .any(|at| at.and_then(|at| line.tokens.get(at)).is_some_and(|t| gazetteer::is_craft(t.text)))
            || is_craft_by_description(line, end))
}

/// Whether what stands after the comma at token `end` says that an aircraft or a vehicle is named before it: "the A380,
/// a large aircraft".
fn is_craft_by_description(line: &Line<'_>, end: usize) -> bool {
    let mut after = line.tokens.iter().skip(end).take(7).map(|t| t.text);
    after.next() == Some(",")
        && matches!(after.next(), Some("a" | "an" | "its" | "the"))
        && after.take_while(|word| *word != ",").any(gazetteer::is_craft)
}

/// What the tokens `i..end` spell.
fn spelling<'a>(text: &'a str, line: &Line<'a>, i: usize, end: usize) -> &'a str {
    match (line.tokens.get(i), end.checked_sub(1).and_then(|last| line.tokens.get(last))) {
        (Some(first), Some(last)) => first.span.join(last.span).of(text),
        _ => "",
    }
}

/// Whether the number at token `i` is an amount of money.
fn is_amount(line: &Line<'_>, i: usize) -> bool {
    i.checked_sub(1)
        .and_then(|before| line.tokens.get(before))
        .is_some_and(|t| matches!(t.text, "$" | "£" | "€" | "#"))
}

/// Where the name that reaches to token `end` ends with its edition and its epithets: "iPhone 4S", "A330 MRTT".
fn extent(line: &Line<'_>, end: usize, editions: bool) -> usize {
    let further = |at: usize| {
        designation(line, at).or_else(|| epithet(line, at)).or_else(|| edition(line, at, editions))
    };
    // No name has more of them, whatever a text lists.
    std::iter::successors(Some(end), |at| further(*at)).take(5).last().unwrap_or(end)
}

/// The models of `short` without their makers in `line`: "the A380", "787s", "737 aircraft".
fn again(text: &str, at: usize, line: &Line<'_>, short: &BTreeSet<&str>, all: &mut Vec<Made>) {
    let mut i = 0;
    while let Some(token) = line.tokens.get(i) {
        let word = shape::singular(token.text);
        let free = line.taken.get(i) == Some(&false)
            && !(token.glued
                && i > 0
                && line.tokens.get(i - 1).is_some_and(|t| t.is_word() || t.text == "-"));
        let number = word.bytes().all(|b| b.is_ascii_digit());
        let named = !number || word.len() < token.text.len() || shape::is_thing_there(line, i);
        // The capital of a word at the start of a sentence tells nothing.
        let word_there = word.bytes().any(|b| b.is_ascii_digit()) || line.initial.get(i) == Some(&false);
        let end = designation(line, i).unwrap_or(i + 1);
        let known = || short.contains(word) || short.contains(shape::singular(spelling(text, line, i, end)));
        if !(free && named && word_there && known()) {
            i += 1;
            continue;
        }
        let end = extent(line, end, false);
        all.push(Made { line: at, start: i, end, rule: "model-in-document" });
        i = end;
    }
}

/// The owner in `mention` whose name goes before the product `span`, a name of its own: "Singapore Airlines" of
/// "Singapore Airlines A380". A name that ends with such a word for itself is left whole: "Freddie Mac".
fn owner(text: &str, mention: &Mention, span: Span) -> Option<Mention> {
    let whole = mention.span.start < span.start && mention.span.end <= span.end;
    if !whole || mention.kind != NameKind::Organization || gazetteer::known(mention.span.of(text)).is_some() {
        return None;
    }
    let before = text.get(mention.span.start as usize..span.start as usize)?.trim_end();
    let numbered = span.of(text).bytes().any(|b| b.is_ascii_digit());
    let told = gazetteer::known(before).is_some_and(|(kind, _)| kind == NameKind::Organization);
    let mut owner = mention.clone();
    owner.span.end = owner.span.start + before.len() as u32;
    (numbered || told).then_some(owner)
}

/// Puts `spans` in the place of the names that they hold; where a name reaches beyond, it stays.
fn replace(text: &str, found: &mut Vec<Mention>, spans: &[(Span, &'static str)]) {
    let mut kept: Vec<Mention> = Vec::with_capacity(found.len() + spans.len());
    let mut at = 0;
    let mut end = 0;
    for &(span, rule) in spans.iter().filter(|(span, _)| !span.is_empty()) {
        if span.start < end {
            continue;
        }
        while let Some(mention) = found.get(at).filter(|m| m.span.end <= span.start) {
            kept.push(mention.clone());
            at += 1;
        }
        let owner = found.get(at).and_then(|mention| owner(text, mention, span));
        let first = at + usize::from(owner.is_some());
        let held = found.iter().skip(first).take_while(|m| m.span.start < span.end);
        let (mut count, mut fits) = (0, true);
        for mention in held {
            count += 1;
            fits &= mention.span.start >= span.start && mention.span.end <= span.end;
        }
        if !fits {
            continue;
        }
        kept.extend(owner);
        at = first + count;
        end = span.end;
        let confidence = if rule == "model-in-document" { 75 } else { 85 };
        let evidence = Evidence::rule(rule, confidence);
        kept.push(Mention { span, kind: NameKind::Other, evidence });
    }
    kept.extend(found.iter().skip(at).cloned());
    *found = kept;
}
