//! Events: what is reported to have been said, to have happened, or to be planned, and whose word it is.
//!
//! A quotation with its cue is a saying; what is said in it with a time of its own is a second event `of` that
//! saying; a time in the outlet's own words makes an event of the outlet. A time belongs to the cue only where no
//! other verb stands between them.
//! **Invariant:** every event has a status and a voice; a claim is never shown as the outlet's own word.
//! Start at [`find`].

#[cfg(test)]
mod cases;
mod clause;
mod condition;
mod follow;
mod place;
mod plan;
mod remark;
mod said;
mod saying;
mod silence;
mod status;
mod telling;
mod undone;

use std::collections::BTreeMap;

use super::times;
use super::{Event, Mention, Quotation, Status, Time, TimeKind, Undated, Unresolved};
use crate::civil::Interval;
use crate::order::Order as _;
use crate::read::{BlockKind, Document};
use crate::span::Span;
use saying::Saying;
use times::token::{self, Token};

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("said-undated", "words given as somebody's, without a time of the saying"),
    ("saying-with-time", "the time stands with the verb of saying"),
    ("said-in-it", "said to have happened, with a time of its own inside what is said"),
    ("planned-in-it", "said to be planned, due or expected, with a time of its own inside what is said"),
    ("told-with-time", "the article itself tells it, with its time"),
    ("said-beside", "said to have happened, beside something else that has the time"),
    ("remark-with-time", "a noun for a saying, with its time and whose it is"),
    ("saying-then", "the sentence puts the saying at the time of what it tells before"),
    ("planned-cue", "the article itself says that it is planned, due or expected"),
    ("on-condition", "the clause says on what condition"),
    ("not-done", "the clause says that it did not come about, or was called off"),
    ("goes-on", "the clause says that it goes on"),
    ("denied", "the verb of saying denies it"),
    ("said-nothing", "the article tells that it was not said"),
    (
        "said-nothing-then",
        "the article tells that it was not said, beside words of the same speaker with a time",
    ),
    ("saying-goes-on", "the speaker goes on with the words before, so at their time"),
    ("told-on", "the sentence goes on with what was told before it, so at its time"),
];

/// The events of `document` in text order, a saying before what is said in it; the times come back with those
/// inside quotations counted from the day of the saying, and the quotations are told when they were spoken.
pub fn find(
    document: &Document,
    times: Vec<Time>,
    mentions: &[Mention],
    quotations: &mut [Quotation],
) -> (Vec<Time>, Vec<Event>) {
    let sentences = sentences(document);
    let mut sayings = saying::sayings(&sentences, &times, quotations);
    follow::sayings(&document.text, &sentences, &times, mentions, &mut sayings);
    saying::spoken(&sayings, quotations);
    let times = recounted(document, &sentences, times, &sayings);
    let published = document.published.when.map(|w| w.interval);
    let mut media: Vec<Span> = quotations.iter().filter_map(|q| q.medium).collect();
    media.order();
    let page = Page { times: &times, mentions, media, published };
    let mut events = Vec::new();
    let contents = contents(&sentences, &sayings);
    let silences = silence::silences(quotations);
    let mut by_sentence: BTreeMap<usize, Vec<&Saying>> = BTreeMap::new();
    for saying in &sayings {
        by_sentence.entry(saying.sentence).or_default().push(saying);
    }
    let mut told: Option<follow::Told> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let here = by_sentence.get(&index).map_or(&[][..], Vec::as_slice);
        for saying in here {
            saying::report(&page, &sentences, saying, &mut events);
        }
        let said = contents.get(index).map_or(&[][..], Vec::as_slice);
        let silent = silence::within(&silences, sentence.span);
        silence::tell(&page, sentence, silent, here, &mut events);
        let first = events.len();
        let words: Vec<Span> = said.iter().copied().chain(silent.iter().map(|q| q.span)).collect();
        telling::tell(&page, sentence, here, &words, &mut events);
        let plain = here.is_empty() && words.is_empty() && sentence.kind == BlockKind::Paragraph;
        if let Some(before) = told.take().filter(|t| t.sentence + 1 == index && plain) {
            let same = sentences.get(before.sentence).is_some_and(|s| s.block == sentence.block);
            if same && page.times_in(sentence.span).next().is_none() {
                follow::tell(&page, sentence, before, &mut events);
            }
        }
        let one = events.get(first..).filter(|_| plain).unwrap_or_default();
        if let [event] = one
            && event.status == Status::Happened
            && let Some(time) = event.time
        {
            told = Some(follow::Told { sentence: index, time });
        }
    }
    (times, events)
}

/// The longest sentence, in tokens, that is read again for its quoted times: text without full stops is no sentence.
const LONGEST: usize = 1000;

/// The most events that one clause is taken to tell.
const MOST: usize = 16;

/// The most tokens that name what a time with a possessive dates: "Friday's meeting between the two ministers".
const MEETING: usize = 24;

/// What the events of one document are made from.
struct Page<'a> {
    times: &'a [Time],
    mentions: &'a [Mention],
    /// Where words were said: "in a post on X". What is named there takes no part in what they tell.
    media: Vec<Span>,
    /// The days of publication.
    published: Option<Interval>,
}

/// A sentence whose events are looked for, with its tokens.
struct Spoken<'a> {
    span: Span,
    kind: BlockKind,
    /// The block that it stands in.
    block: u32,
    tokens: Vec<Token<'a>>,
}

impl Page<'_> {
    /// The times inside `span`, with their indices.
    fn times_in(&self, span: Span) -> impl Iterator<Item = (u32, &Time)> {
        let first = self.times.partition_point(|t| t.span.start < span.start);
        let rest = self.times.iter().enumerate().skip(first);
        rest.take_while(move |(_, t)| t.span.start < span.end).map(|(i, t)| (i as u32, t))
    }

    /// Whether `time` is a part of a name: "the Clean Water Act of 1972".
    fn is_name(&self, sentence: &Spoken, time: Span) -> bool {
        let at = self.mentions.partition_point(|m| m.span.end < time.end);
        let inside = self.mentions.get(at).is_some_and(|m| m.span.contains(time));
        let (start, _) = sentence.place(time);
        let before = |n: usize| start.checked_sub(n).and_then(|i| sentence.tokens.get(i));
        let title = before(2).is_some_and(|t| {
            let word = matches!(
                t.low.as_str(),
                "act" | "law" | "treaty" | "convention" | "code" | "agreement" | "accord"
            );
            t.capital && word
        });
        inside || title && before(1).is_some_and(|t| t.low == "of")
    }

    /// The mentions inside `span` that may take part in something.
    fn mentions_in(&self, span: Span) -> impl Iterator<Item = (u32, &Mention)> {
        let first = self.mentions.partition_point(|m| m.span.start < span.start);
        let rest = self.mentions.iter().enumerate().skip(first);
        let mut medium = self.media.partition_point(|m| m.end <= span.start);
        let mut takes_part = move |m: &Mention| {
            while self.media.get(medium).is_some_and(|at| at.end <= m.span.start) {
                medium += 1;
            }
            !self.media.get(medium).is_some_and(|at| at.contains(m.span))
        };
        let within = rest.take_while(move |(_, m)| m.span.end <= span.end).map(|(i, m)| (i as u32, m));
        within.filter(move |(_, m)| takes_part(m))
    }
}

impl Spoken<'_> {
    /// The tokens `[start, end)` of `time` in this sentence.
    fn place(&self, time: Span) -> (usize, usize) {
        let start = self.tokens.partition_point(|t| t.span.end <= time.start);
        (start, self.tokens.partition_point(|t| t.span.start < time.end))
    }

    /// The passage from `reach` tokens before `span` to as many after it.
    fn around(&self, span: Span, reach: usize) -> Span {
        let (start, end) = self.place(span);
        let first = self.tokens.get(start.saturating_sub(reach)).map_or(self.span, |t| t.span);
        let last = self.tokens.get(end + reach).map_or(self.span, |t| t.span);
        Span { start: first.start, end: last.end }
    }

    /// What `time` dates, where `clause` bears it: "Friday's meeting between them" is the meeting, not the clause.
    fn dated_by(&self, time: Span, clause: Span) -> Span {
        let (_, end) = self.place(time);
        if !self.owns(time) {
            return clause;
        }
        let after = self.tokens.iter().skip(end + 1).take(MEETING);
        let upto = after.take_while(|t| !t.is_quote() && !matches!(t.low.as_str(), "," | ";" | ":" | "that"));
        let end = upto.last().map_or(time.end, |t| t.span.end);
        Span { start: time.start, end: end.min(clause.end) }
    }

    /// Whether what follows `time` is its own: "Friday's meeting".
    fn owns(&self, time: Span) -> bool {
        let (_, end) = self.place(time);
        self.tokens.get(end).is_some_and(|t| t.low == "'s")
    }

    /// Whether `time` only says since when there was nothing like it: "the first time since 1993".
    fn is_compared(&self, time: Span) -> bool {
        let (start, _) = self.place(time);
        let before = self.tokens.get(start.saturating_sub(8)..start).unwrap_or_default();
        // "More than in May", "compared with last year", "up from 4 per cent in June".
        let near = before.get(before.len().saturating_sub(6)..).unwrap_or_default();
        let compares = near.iter().enumerate().any(|(i, t)| match t.low.as_str() {
            "than" => near.get(i + 1).is_none_or(|n| !n.low.starts_with(|c: char| c.is_ascii_digit())),
            "compared" | "versus" => true,
            "from" => i > 0 && near.get(i - 1).is_some_and(|b| matches!(b.low.as_str(), "up" | "down")),
            _ => false,
        });
        if compares {
            return true;
        }
        let Some(since) = before.iter().rposition(|t| t.low == "since") else { return false };
        before.iter().take(since).any(|t| {
            let low = t.low.as_str();
            matches!(low, "first" | "most" | "least" | "worst") || low.len() > 5 && low.ends_with("est")
        })
    }

    /// Whether `time` can date what its clause tells, or explain why that has no date.
    fn is_dated_by(&self, time: &Time) -> bool {
        dates(time) || time.kind == TimeKind::Duration && plan::is_term(self, time.span)
    }

    /// The tense of the clause around `time`.
    fn tense(&self, time: Span) -> times::tense::Tense {
        let (start, end) = self.place(time);
        times::tense::tense(&self.tokens, start, end)
    }

    /// How the words around `time` bound its clause.
    fn bound(&self, time: Span) -> Option<times::tense::Bound> {
        let (start, end) = self.place(time);
        times::tense::bound(&self.tokens, start, end)
    }
}

/// Whether `time` can date an event or explain why one has no date: lengths and sets cannot, but a length counted
/// from something told can.
fn dates(time: &Time) -> bool {
    match time.kind {
        TimeKind::Date | TimeKind::Time => time.when.is_some() || time.unresolved.is_some(),
        // "In the coming days" is written as a length, and asks for a date like "soon".
        TimeKind::Duration => {
            let around = time.unresolved == Some(Unresolved::TooVague) && time.evidence.rule == "no-unit";
            around || time.unresolved == Some(Unresolved::NoAnchor)
        }
        TimeKind::Set => false,
    }
}

/// Why an event of `time` is undated, iff it is.
fn undated(time: Option<&Time>) -> Option<Undated> {
    let Some(time) = time else { return Some(Undated::NoTimeGiven) };
    if time.when.is_some() {
        return None;
    }
    Some(match time.unresolved {
        Some(Unresolved::NoArticleDate) => Undated::NoArticleDate,
        Some(Unresolved::TooVague) => Undated::TooVague,
        // A length counts from something that nobody dates.
        Some(Unresolved::NoAnchor) => Undated::NoAnchor,
        None if time.kind == TimeKind::Duration => Undated::NoAnchor,
        None => Undated::NoTimeGiven,
    })
}

fn sentences(document: &Document) -> Vec<Spoken<'_>> {
    let spoken = |s: &crate::read::Sentence| {
        let kind = document.blocks.get(s.block as usize)?.kind;
        let told = kind.is_story() && !matches!(kind, BlockKind::Title | BlockKind::Crosshead);
        told.then(|| Spoken {
            span: s.span,
            kind,
            block: s.block,
            tokens: token::tokens(&document.text, s.span),
        })
    };
    document.sentences.iter().filter_map(spoken).collect()
}

/// What is given as somebody's words in each sentence.
fn contents(sentences: &[Spoken], sayings: &[Saying]) -> Vec<Vec<Span>> {
    let mut all: Vec<Vec<Span>> = vec![Vec::new(); sentences.len()];
    for content in sayings.iter().flat_map(|s| s.contents.iter().copied()) {
        let first = sentences.partition_point(|s| s.span.end <= content.start);
        let touched = all.iter_mut().zip(sentences).skip(first);
        for (here, _) in touched.take_while(|(_, s)| s.span.start < content.end) {
            here.push(content);
        }
    }
    for here in &mut all {
        here.order();
    }
    all
}

/// The times with those inside direct quotations counted from the day of their saying.
fn recounted(
    document: &Document,
    sentences: &[Spoken],
    mut times: Vec<Time>,
    sayings: &[Saying],
) -> Vec<Time> {
    for saying in sayings {
        let Some(day) = saying.time.and_then(|t| times.get(t as usize)).cloned() else { continue };
        for quoted in &saying.quoted {
            let first = times.partition_point(|t| t.span.start < quoted.start);
            for time in times.iter_mut().skip(first).take_while(|t| t.span.end <= quoted.end) {
                let at = sentences.partition_point(|s| s.span.end <= time.span.start);
                let Some(sentence) = sentences.get(at).filter(|s| s.tokens.len() < LONGEST) else { continue };
                if let Some(again) = times::recount(document, time, sentence.span, &day) {
                    *time = again;
                }
            }
        }
    }
    times
}
