//! Runs of capitalised words cut into candidates: where a name may begin and end, and what its words say it is.
//!
//! **Invariant:** a candidate never covers a title, a possessive ending, or what a time covers; what the words and
//! their neighbours do not decide has a low confidence and waits for the rest of the document.
//! Start at [`candidates`].

use super::super::{Mention, NameKind};
use super::beside::{beside_noun, is_article_and_word, is_article_of_name};
use super::chunk::is_later_part;
use super::gazetteer as known;
use super::line::Line;
use super::neighbours::{AREAS, EITHER, OPENERS, PARTICLES, SITES, TAKEN};
use super::token::Token;
use crate::annotate::quotations::cues;
use crate::span::Span;

/// What may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub name: &'a str,
    /// What it seems to be, `None` where nothing tells.
    pub kind: Option<NameKind>,
    /// The rule that says so.
    pub rule: &'static str,
    /// How sure, in per cent.
    pub confidence: u8,
}

impl<'a> Candidate<'a> {
    /// The candidate that was found to be `mention`.
    pub fn of(text: &'a str, mention: &Mention) -> Self {
        Self {
            span: mention.span,
            name: mention.span.of(text),
            kind: Some(mention.kind),
            rule: "named-elsewhere",
            confidence: mention.evidence.confidence,
        }
    }
}

/// The candidates of a line that is not set in headline capitals, in text order.
pub(crate) fn candidates<'a>(text: &'a str, line: &Line<'a>) -> Vec<Candidate<'a>> {
    let mut found = Vec::new();
    let mut titled = false;
    let mut i = 0;
    while let Some(token) = line.tokens.get(i) {
        if line.taken.get(i) == Some(&true) || !token.is_word() {
            titled = titled && token.text == ".";
            i += 1;
            continue;
        }
        let known = gazetteer(text, line, i);
        let title = title(text, line, i);
        if title > known.map_or(0, |(end, ..)| end - i) && !leads_to_head(line, i + title) {
            titled = true;
            i += title;
            continue;
        }
        if !(token.is_capital() || known.is_some() || is_article_of_name(line, i)) {
            titled = known::is_human(token.text) && !EITHER.contains(&token.text);
            i += 1;
            continue;
        }
        let (end, candidate) = read(text, line, i, titled, known);
        found.extend(candidate);
        titled = false;
        i = end.max(i + 1);
    }
    found
}

/// The longest entry of the gazetteer at token `i`: the token after it, its kind and rule.
pub(crate) fn gazetteer(text: &str, line: &Line<'_>, i: usize) -> Option<(usize, NameKind, &'static str)> {
    let first = line.tokens.get(i)?;
    (1..=known::longest(first.text)).rev().find_map(|length| {
        let last = line.tokens.get(i + length - 1)?;
        let name = first.span.join(last.span).of(text);
        let (kind, rule) = known::known(name)?;
        let whole = !line.tokens.get(i + length).is_some_and(|next| {
            next.text == "-"
                && next.glued
                && line.tokens.get(i + length + 1).is_some_and(|t| t.is_capital() && !is_known_word(t))
        });
        (whole || length > 1).then_some((i + length, kind, rule))
    })
}

/// The number of tokens of the title at token `i`, 0 where there is none.
fn title(text: &str, line: &Line<'_>, i: usize) -> usize {
    let Some(first) = line.tokens.get(i).filter(|t| t.is_capital()) else { return 0 };
    let longest = (1..=6).rev().find(|length| {
        line.tokens
            .get(i + length - 1)
            .is_some_and(|last| known::is_title(first.span.join(last.span).of(text)))
    });
    longest.unwrap_or(0)
}

/// Whether an organization's head follows within two capitalised words, as in "Justice Department".
fn leads_to_head(line: &Line<'_>, from: usize) -> bool {
    let next =
        line.tokens.iter().skip(from).take(2).take_while(|t| t.is_capital() && !known::is_given(t.text));
    next.into_iter().any(|t| known::is_head(t.text))
}

fn is_known_word(token: &Token<'_>) -> bool {
    known::known(token.text).is_some() || known::is_demonym(token.text)
}

/// Reads the run at token `i`: the token after it, and the candidate if it may be a name.
fn read<'a>(
    text: &'a str,
    line: &Line<'a>,
    i: usize,
    titled: bool,
    known: Option<(usize, NameKind, &'static str)>,
) -> (usize, Option<Candidate<'a>>) {
    let mut end = extent(text, line, i);
    let words: Vec<&Token<'_>> = line.tokens.iter().take(end).skip(i).filter(|t| t.is_word()).collect();
    let head = line.tokens.iter().take(end).skip(i).rposition(|t| known::is_head(t.text)).map(|at| i + at);
    let make = |from: usize, to: usize, kind: Option<NameKind>, rule: &'static str, confidence: u8| {
        let (first, last) = (line.tokens.get(from)?, line.tokens.get(to.checked_sub(1)?)?);
        let span = first.span.join(last.span);
        Some(Candidate { span, name: span.of(text), kind, rule, confidence })
    };
    let initial = line.initial.get(i) == Some(&true);
    let first = words.first().map_or("", |t| t.text);
    if let Some((to, kind, rule)) = known {
        let single = to == i + 1;
        let person =
            single && known::is_given(first) && words.len() == 2 && head.is_none() && !tail_is_site(&words);
        let organization = head.is_some_and(|head| head >= to);
        let site = words.len() > to - i && tail_is_site(&words);
        if !(person || organization || site) {
            // An everyday word at the start of a sentence is that word: "Time is short", "House prices".
            let doubtful = single && initial && known::is_common(first) && rule != "gazetteer-country";
            return (to, if doubtful { None } else { make(i, to, Some(kind), rule, 90) });
        }
    }
    if OPENERS.contains(&first) {
        return (i + 1, None);
    }
    if let Some(head) = head.filter(|head| *head > i || known::is_of_head(first)) {
        let from = if initial
            && known.is_none()
            && known::is_common(first)
            && head > i + 1
            && !known::is_head(first)
            && first.len() <= 4
        {
            i + 1
        } else {
            i
        };
        let (to, of) = (head + 1, of_phrase(line, head + 1));
        let to = if known::is_of_head(line.tokens.get(head).map_or("", |t| t.text)) {
            of.unwrap_or(to)
        } else {
            to
        };
        let alone = to == from + 1;
        return (
            to,
            if alone { None } else { make(from, to, Some(NameKind::Organization), "organization-head", 85) },
        );
    }
    if first.is_empty()
        || known::is_demonym(first)
        || glued_day(first)
        || (known::is_never(first) && words.len() == 1)
    {
        return (i + 1, None);
    }
    let lower = known::lower(first);
    let described = known::is_human(&lower)
        || known::is_group(&lower)
        || known::is_body_noun(&lower)
        || known::is_common(&lower);
    if initial && described && !titled {
        return (i + 1, None);
    }
    if words.iter().all(|t| known::is_common(t.text) || known::is_never(t.text) || known::is_demonym(t.text))
    {
        return (end, None);
    }
    while end > i + 1
        && line.tokens.get(end - 1).is_some_and(|t| known::is_never(t.text) && t.text.chars().count() > 1)
        && !line.tokens.get(end - 2).is_some_and(|t| t.text == "-" && t.glued)
    {
        end -= 1;
    }
    let (kind, rule, confidence) = classify(line, i, end, &words, titled);
    let kind = if initial && words.len() == 1 && confidence < 60 { None } else { kind };
    (end, make(i, end, kind, rule, confidence))
}

/// The token after the run of capitalised words that begins at token `i`.
fn extent(text: &str, line: &Line<'_>, i: usize) -> usize {
    let capital =
        |at: usize| line.taken.get(at) == Some(&false) && line.tokens.get(at).is_some_and(Token::is_capital);
    let is = |at: usize, mark: &str| line.tokens.get(at).is_some_and(|t| t.text == mark);
    let mut end = i + 1;
    loop {
        let at = |k: usize| line.tokens.get(k);
        let is_particle = |t: Option<&Token<'_>>| t.is_some_and(|t| PARTICLES.contains(&t.text));
        let particle = is_particle(at(end));
        let step = if capital(end) && title(text, line, end) == 0 {
            usize::from(!at(end - 1).is_some_and(|t| known::is_demonym(t.text) && end - 1 > i))
        } else if is(end, "-") && at(end).is_some_and(|t| t.glued) && at(end + 1).is_some_and(|t| t.glued) {
            let pair = at(end - 1).is_some_and(is_known_word) && at(end + 1).is_some_and(is_known_word);
            if (capital(end + 1) && !pair) || is_later_part(line, end + 1) { 2 } else { 0 }
        } else if is(end, ".") && at(end - 1).is_some_and(|t| t.text.chars().count() == 1) && capital(end + 1)
        {
            2
        } else if particle && (is(end + 1, "-") || is_particle(at(end + 1))) && capital(end + 2) {
            3
        } else if (particle || is(end, "&")) && capital(end + 1) {
            2
        } else {
            0
        };
        // No name is longer; a text all in capitals must not be read again from each of its words.
        if step == 0 || end > i + 20 {
            return end.min(line.tokens.len());
        }
        end += step;
    }
}

/// The end of "of Foreign Affairs", "of the Red Cross", "for Human Rights" at token `at`.
fn of_phrase(line: &Line<'_>, at: usize) -> Option<usize> {
    let word = |k: usize| line.tokens.get(k).map_or("", |t| t.text);
    let capital =
        |k: usize| line.taken.get(k) == Some(&false) && line.tokens.get(k).is_some_and(Token::is_capital);
    if !matches!(word(at), "of" | "for" | "on") {
        return None;
    }
    let mut end = at + 1 + usize::from(word(at + 1) == "the");
    if !capital(end) {
        return None;
    }
    while capital(end) || (word(end) == "and" && capital(end + 1) && !known::is_given(word(end + 1))) {
        end += 1;
    }
    Some(end)
}

fn tail_is_site(words: &[&Token<'_>]) -> bool {
    words.len() > 1 && words.last().is_some_and(|t| SITES.contains(&t.text))
}

/// What the words of the run `i..end` and their neighbours say it is.
fn classify(
    line: &Line<'_>,
    i: usize,
    end: usize,
    words: &[&Token<'_>],
    titled: bool,
) -> (Option<NameKind>, &'static str, u8) {
    use NameKind::{Organization, Person, Place};
    let word = |at: usize| line.tokens.get(at).map_or("", |t| t.text);
    let before = i.checked_sub(1).map_or("", word);
    let first = words.first().map_or("", |t| t.text);
    let common = words.iter().any(|t| known::is_common(t.text) && !known::is_given(t.text));
    let acronym = words.iter().any(|t| t.is_acronym());
    if titled && !acronym {
        return (Some(Person), "title-before", 95);
    }
    if tail_is_site(words) {
        return (Some(Place), "place-word", 85);
    }
    if words.len() > 1 && known::is_given(first) && !common {
        return (Some(Person), "given-name", 92);
    }
    if let Some(found) = beside_noun(line, i, end) {
        return found;
    }
    if words.len() == 1
        && words.iter().all(|t| t.is_acronym() && !t.text.contains(|c: char| c.is_ascii_digit()))
    {
        return (Some(Organization), "acronym", 70);
    }
    if words.len() <= 3
        && (AREAS.contains(&word(end)) || (before == "of" && i >= 2 && AREAS.contains(&word(i - 2))))
    {
        return (Some(Place), "place-word", 80);
    }
    // "…, said Orlov": elsewhere what follows the verb is what is said.
    let set_off = i < 3 || matches!(word(i - 2), "," | "”" | "\"" | "’" | "'" | "—" | "–" | "-");
    let says = cues::is_saying(word(end)) || (cues::is_saying(before) && cues::inverts(before) && set_off);
    if says && words.len() <= 3 && !common {
        return (Some(Person), "verb-of-saying", 65);
    }
    if word(end) == ","
        && known::known(word(end + 1)).is_some_and(|(kind, _)| kind == Place)
        && words.len() <= 2
    {
        return (Some(Place), "place-after", 75);
    }
    if words.len() <= 2 && matches!(before, "in" | "near" | "at" | "around" | "outside" | "across") && !common
    {
        return (Some(Place), "preposition-of-place", 62);
    }
    if words.len() <= 2 && !common && TAKEN.contains(&before) && !known::is_given(first) {
        return (Some(Place), "taken-as-places-are", 60);
    }
    if words.len() <= 3 && !common && !acronym && word(end) == "," && matches!(word(end + 1), "who" | "whose")
    {
        return (Some(Person), "who-follows", 80);
    }
    let acts = cues::verb(word(end)).is_some_and(|v| matches!(v.form, cues::Form::Past));
    if words.len() == 1 && !common && !acronym && acts && before != "the" {
        return (Some(Person), "verb-of-saying", 61);
    }
    if words.len() == 1 && known::is_given(first) {
        return (Some(Person), "given-name", 60);
    }
    let article = before == "the" || before == "a";
    match words.len() {
        1 if article
            && matches!(word(end), "administration" | "campaign" | "presidency" | "camp" | "team") =>
        {
            (Some(Person), "administration-of", 75)
        }
        1 if article => (None, "capitalised", 30),
        2 | 3 if article => (None, "capitalised", 45),
        2 if is_article_and_word(line, i, 2) => (None, "capitalised", 40),
        1 => (None, "capitalised", 30),
        2 | 3 if !common && !acronym => (Some(Person), "capitalised", 50),
        _ => (None, "capitalised", 40),
    }
}

/// Whether `word` is a weekday with the next word stuck to it, as bad extraction leaves it: "Fridaycame".
fn glued_day(word: &str) -> bool {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        .iter()
        .any(|d| word.starts_with(d))
}
