//! The story's sentences as tokens, each with what its place in the sentence tells.
//!
//! **Invariant:** only story blocks, without credits and without what the times cover; a capital at the start of a
//! sentence or a quotation is marked as no evidence. Start at [`lines`].

use super::super::Time;
use super::gazetteer;
use super::token::{Token, tokens};
use crate::annotate::quotations::cues;
use crate::order::Order as _;
use crate::read::{BlockKind, Document};
use crate::span::Span;

/// One sentence of the story.
pub(crate) struct Line<'a> {
    /// Its tokens.
    pub tokens: Vec<Token<'a>>,
    /// For each token: whether a capital would stand here anyway.
    pub initial: Vec<bool>,
    /// For each token: whether it belongs to a time or a credit.
    pub taken: Vec<bool>,
    /// Whether it is set in the capitals of a headline.
    pub title_case: bool,
}

/// The sentences of the story blocks of `document`, in text order.
pub(crate) fn lines<'a>(document: &'a Document, times: &[Time]) -> Vec<Line<'a>> {
    let story = |sentence: &&crate::read::Sentence| {
        document.blocks.get(sentence.block as usize).is_some_and(|block| block.kind.is_story())
    };
    let mut time = 0;
    let loose = are_loose(document);
    let sentences = document.sentences.iter().filter(story);
    let each = sentences.map(|sentence| {
        let block = document.blocks.get(sentence.block as usize);
        while times.get(time).is_some_and(|t| t.span.end <= sentence.span.start) {
            time += 1;
        }
        let mut here: Vec<Span> = times
            .iter()
            .skip(time)
            .take_while(|t| t.span.start < sentence.span.end)
            .map(|t| t.span)
            .chain(block.and_then(|b| b.credit))
            .collect();
        here.order();
        let heading = block.is_some_and(|b| matches!(b.kind, BlockKind::Title | BlockKind::Crosshead));
        line(&document.text, sentence.span, &here, heading, loose)
    });
    each.collect()
}

/// Whether hyphens stand loose in `document`, as some software leaves them: "anti - gay", "a 5 - year plan".
fn are_loose(document: &Document) -> bool {
    document.text.match_indices(" - ").take(200).any(|(at, dash)| {
        let before = document.text.get(..at).unwrap_or("");
        let after = document.text.get(at + dash.len()..).unwrap_or("");
        let start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
        let end = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let word = |range: Option<&str>, list: &[&str]| range.is_some_and(|w| list.contains(&w));
        word(before.get(start..), HYPHENED_FIRST) || word(after.get(..end), HYPHENED_LAST)
    })
}

/// Parts of words that no dash follows.
const HYPHENED_FIRST: &[&str] = &[
    "anti", "co", "ex", "inter", "intra", "mid", "multi", "non", "pan", "post", "pre", "pro", "self", "semi",
    "sub", "trans", "ultra", "vice",
];

/// Parts of words that no dash stands before.
const HYPHENED_LAST: &[&str] =
    &["backed", "based", "day", "general", "hour", "led", "month", "old", "run", "wide", "year"];

fn line<'a>(text: &'a str, span: Span, taken: &[Span], heading: bool, loose: bool) -> Line<'a> {
    let mut tokens = tokens(text, span);
    let mut glue = false;
    for token in tokens.iter_mut().filter(|_| loose) {
        let hyphen = token.text == "-";
        token.glued |= glue || hyphen;
        glue = hyphen;
    }
    let mut initial = Vec::with_capacity(tokens.len());
    let mut fresh = true;
    for token in &tokens {
        initial.push(fresh && token.is_word());
        fresh = match token.text {
            "“" | "‘" | "\"" | ":" | "•" | "*" | "—" | "." | "?" | "!" => true,
            _ => fresh && !token.is_word(),
        };
    }
    // An initial or an abbreviated title ends no sentence: "George W. Bush", "Sen. Lindsey Graham".
    for i in 2..tokens.len() {
        if let (Some(before), Some(dot)) = (tokens.get(i - 2), tokens.get(i - 1))
            && dot.text == "."
            && dot.glued
            && before.text.chars().count() <= 4
            && before.is_capital()
            && let Some(mark) = initial.get_mut(i)
        {
            *mark = false;
        }
    }
    let mut passed = 0;
    let mut covered = |token: Span| {
        while taken.get(passed).is_some_and(|s| s.end <= token.start) {
            passed += 1;
        }
        taken.get(passed).is_some_and(|s| s.overlaps(token))
    };
    let taken = tokens.iter().map(|t| covered(t.span)).collect();
    let title_case = is_title_case(&tokens, heading);
    Line { tokens, initial, taken, title_case }
}

/// Whether most of the longer words have capitals, as headlines are set in American papers.
fn is_title_case(tokens: &[Token<'_>], heading: bool) -> bool {
    let long = |t: &&Token<'_>| t.text.chars().count() >= 4 && t.text.chars().all(char::is_alphabetic);
    // Running text ends with a full stop, however many names it lists.
    if !heading && tokens.last().is_some_and(|t| t.text == ".") {
        return false;
    }
    let (least, share) = if heading { (2, 60) } else { (4, 65) };
    let words = tokens.iter().skip(1).filter(long).count();
    let capitals = tokens.iter().skip(1).filter(long).filter(|t| t.is_capital()).count();
    if words < least || capitals * 100 < words * share {
        return false;
    }
    // A sentence full of names is no headline: some everyday word has to have a capital too.
    let everyday = |t: &&Token<'_>| {
        t.is_capital() && !t.is_acronym() && gazetteer::is_common(t.text) && !gazetteer::is_title_word(t.text)
    };
    let named = |t: &&Token<'_>| gazetteer::known(t.text).is_none() && !gazetteer::is_given(t.text);
    let shouted = tokens.iter().skip(1).filter(everyday).any(|t| named(&t));
    shouted && !tokens.iter().any(|t| !t.is_capital() && cues::is_saying(t.text))
}
