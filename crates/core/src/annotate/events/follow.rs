//! Times that the discourse gives: "he added" goes on with the saying before, "The blast killed 12" with what was
//! told before.
//!
//! **Invariant:** a time is inherited from the sentence directly before only, of the same speaker or the same telling,
//! with no other time between; the evidence is a rule of its own, and the anchor is the passage of the time.
//! Start at [`sayings`] and [`tell`].

use super::saying::Saying;
use super::{Page, Spoken, dates};
use crate::annotate::figures;
use crate::annotate::quotations::cues;
use crate::annotate::times::token::Token;
use crate::annotate::times::verbs;
use crate::annotate::{Event, Mention, Speaker, Status, Time, Voice};
use crate::civil::Granularity;
use crate::evidence::Evidence;

/// The most sentences, the saying's own counted, over which "he added" reaches back to the cue before.
const NEAR: usize = 3;

/// Gives each undated saying that goes on with the one before it the time of that one.
pub(super) fn sayings(
    document: &str,
    sentences: &[Spoken],
    times: &[Time],
    mentions: &[Mention],
    all: &mut [Saying],
) {
    for at in 1..all.len() {
        let Some([before, this]) = all.get_mut(at - 1..=at) else { continue };
        let dated = before.time.and_then(|t| times.get(t as usize)).filter(|t| is_day(t));
        if this.time.is_some() || dated.is_none() || this.sentence - before.sentence > NEAR {
            continue;
        }
        let (Some(was), Some(here)) = (sentences.get(before.sentence), sentences.get(this.sentence)) else {
            continue;
        };
        let (Some(a), Some(b)) = (&before.speaker, &this.speaker) else { continue };
        if !is_same(document, mentions, a, b) {
            continue;
        }
        // Another time between, outside what was said, begins another telling.
        let page = Page { times, mentions, media: Vec::new(), published: None };
        let between = sentences.get(before.sentence + 1..=this.sentence).unwrap_or_default();
        let said =
            |t: &Time| before.contents.iter().chain(&this.contents).any(|c| c.overlaps(t.span)) || !dates(t);
        let told = between.iter().any(|s| page.times_in(s.span).any(|(_, t)| !said(t)));
        let cue =
            cues::verb(this.cue.of(document).split_whitespace().next().unwrap_or("")).map_or("", |v| v.lemma);
        let adds = matches!(cue, "add" | "continue" | "go_on");
        let pronoun = matches!(b.span.of(document).to_lowercase().as_str(), "he" | "she" | "they");
        let next = this.sentence - before.sentence <= 1 && was.block == here.block;
        if !told && (adds || pronoun && next && cue == "say") {
            this.time = before.time;
            this.inherited = Some("saying-goes-on");
        }
    }
}

fn is_day(time: &Time) -> bool {
    time.when.is_some_and(|w| w.interval.is_closed() && w.granularity <= Granularity::Day)
        || time.when.is_none() && time.unresolved.is_some()
}

/// Whether the two are one: the same mention, or names with the same last word.
fn is_same(document: &str, mentions: &[Mention], a: &Speaker, b: &Speaker) -> bool {
    let name = |s: &Speaker| {
        let mention = s.mention.and_then(|m| mentions.get(m as usize))?;
        mention.span.of(document).split_whitespace().next_back()
    };
    match (name(a), name(b)) {
        (Some(x), Some(y)) => x == y,
        _ => false,
    }
}

/// What was told last with a time, for the sentence after it.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// The index of its sentence.
    pub sentence: usize,
    /// Its time, an index into the times.
    pub time: u32,
}

/// What `sentence`, directly after `told` and without any time of its own, goes on to tell, added to `events`.
pub(super) fn tell(page: &Page, sentence: &Spoken, told: Told, events: &mut Vec<Event>) {
    let Some(time) = page.times.get(told.time as usize) else { return };
    let when = time.when.filter(|w| w.interval.is_closed() && w.granularity <= Granularity::Day);
    let names = page.mentions_in(sentence.span).next().is_some();
    let (Some(when), true) = (when, goes_on(&sentence.tokens, names)) else { return };
    let evidence = Evidence::rule("told-on", 60).from("told", time.value.clone(), vec![time.span]);
    let participants = page.mentions_in(sentence.span).map(|(i, _)| i).collect();
    events.push(Event {
        when: Some(when),
        time: Some(told.time),
        undated: None,
        participants,
        ..Event::new(sentence.span, Status::Happened, Voice::OUTLET, evidence)
    });
}

/// Whether the sentence goes on telling: its subject points back, its verb is a simple past that tells a doing.
fn goes_on(t: &[Token], names: bool) -> bool {
    let low = |i: usize| t.get(i).map_or("", |w| w.low.as_str());
    let noun = (1..4).any(|i| THINGS.contains(&low(i)));
    let subject = match low(0) {
        "it" | "he" | "she" | "they" => true,
        "the" | "this" | "that" | "both" => noun,
        // "Twelve people were killed": where no name says that it was elsewhere.
        first => {
            let number = figures::is_number_word(first) || t.first().is_some_and(|w| w.digits().is_some());
            (number || first == "at" && low(1) == "least") && !names
        }
    };
    let plain = |w: &Token| {
        !w.is_quote()
            && !matches!(
                w.low.as_str(),
                "had"
                    | "has"
                    | "have"
                    | "is"
                    | "are"
                    | "will"
                    | "would"
                    | "could"
                    | "may"
                    | "might"
                    | "should"
                    | "not"
                    | "never"
                    | "no"
                    | "if"
                    | "?"
                    | "t"
                    | "often"
                    | "always"
                    | "usually"
                    | "since"
                    | "until"
                    | "previously"
                    | "once"
                    | "used"
                    | "later"
                    | "earlier"
                    | "then"
                    | "afterwards"
            )
    };
    let Some(verb) = t.iter().take(10).position(|w| verbs::is_past(&w.low)) else { return false };
    let passive = matches!(low(verb), "was" | "were") && (verb + 1..verb + 3).any(|i| HITS.contains(&low(i)));
    let doing = passive
        || !matches!(
            low(verb),
            "was"
                | "were"
                | "did"
                | "said"
                | "wanted"
                | "needed"
                | "believed"
                | "thought"
                | "knew"
                | "meant"
                | "remained"
                | "lived"
                | "based"
                | "called"
                | "united"
        );
    subject && doing && t.iter().all(plain)
}

/// Nouns that point back to what was told.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "accident", "assault", "attack", "attacks", "attacker", "blast", "blasts", "blaze", "bombing", "collision", "crash",
    "decision", "disaster", "drone", "drones", "earthquake", "eruption", "exchange", "explosion", "explosions", "fire", "flood",
    "gunman", "hearing", "incident", "landing", "launch", "march", "meeting", "missile", "missiles", "move", "protest", "quake",
    "raid", "ruling", "session", "shelling", "shooting", "storm", "strike", "strikes", "summit", "swap", "talks", "tremor",
    "verdict", "vote",
];

#[rustfmt::skip]
const HITS: &[&str] = &[
    "arrested", "attacked", "captured", "charged", "damaged", "destroyed", "detained", "evacuated", "found", "freed", "hit",
    "hurt", "injured", "killed", "released", "rescued", "sentenced", "shot", "taken", "wounded",
];
