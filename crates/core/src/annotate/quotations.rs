//! Direct quotations and reported speech, with who speaks.
//!
//! Marks make quotations ([`marks`]), the story becomes a stream of items ([`items`]), verbs of saying ([`cues`])
//! tie a speaker ([`subject`]) to a quotation ([`direct`]) or to a clause ([`reported`]).
//! **Invariant:** an unnamed speaker is a speaker; a speaker who cannot be told is `None`, never the nearest name.
//! Start at [`find`].

pub(crate) mod cues;
mod description;
mod direct;
mod items;
mod marks;
mod object;
mod referent;
mod reported;
mod subject;
mod words;

use super::{Mention, NameKind, Quotation, Speaker, Speech, VoiceClass};
use crate::evidence::Evidence;
use crate::read::Document;
use crate::span::Span;
use direct::Attribution;
use items::{Sentence, What};
use marks::Quote;
use referent::Referents;
use subject::Head;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("according-to", "\"according to\" names the speaker"),
    ("clause-speaker-verb", "the speaker and a verb of saying close the sentence"),
    ("clause-verb-speaker", "a verb of saying and the speaker close the sentence"),
    ("headline-colon", "a colon and the speaker close the headline"),
    ("quote-alone", "nothing near the quotation tells who speaks"),
    ("quote-continued", "it goes on from the quotation before, whose speaker is given"),
    ("quote-dash-speaker", "a dash and the speaker follow the quotation"),
    ("quote-introduced", "the sentence before, which ends with a colon, introduces it"),
    ("quote-speaker-verb", "the speaker and a verb of saying follow the quotation"),
    ("quote-verb-speaker", "a verb of saying and the speaker follow the quotation"),
    ("says-clause", "a verb of saying with what is said"),
    ("says-that", "a verb of saying with \"that\""),
    ("says-demand", "a verb of urging or ordering with what is to be done"),
    ("says-denial", "a verb of denying with what is denied"),
    ("says-forecast", "a verb of expecting or forecasting with what is expected"),
    ("says-something", "\"something\" stands for what is said before, with a verb of saying"),
    (
        "says-threat",
        "a verb of threatening, warning or accusing with what is threatened or somebody accused of",
    ),
    ("speaker-verb-quote", "the speaker and a verb of saying stand before the quotation"),
];

/// The quotations of the story blocks of `document`, in text order.
pub fn find(document: &Document, mentions: &[Mention]) -> Vec<Quotation> {
    let quotes = marks::quotes(document);
    let sentences = items::sentences(document, mentions, &quotes);
    let room = Room { referents: Referents::of(document, mentions), sentences: &sentences };
    let mut spoke: Vec<Option<u32>> = vec![None; sentences.len()];
    let mut found: Vec<Quotation> = Vec::new();
    let mut said: Vec<Option<Quotation>> = quotes.iter().map(|_| None).collect();
    for (index, sentence) in sentences.iter().enumerate() {
        for clause in reported::clauses(sentence) {
            let speaker = room.speaker(index, &clause.attribution, &spoke);
            note(&mut spoke, index, speaker.as_ref());
            let cue = clause.told.then(|| room.cue(index, &clause.attribution));
            let evidence = Evidence::rule(clause.attribution.rule, 85);
            found.push(Quotation { speaker, cue, ..Quotation::new(clause.span, Speech::Reported, evidence) });
        }
        for (at, item) in sentence.items.iter().enumerate() {
            let What::Quote(quote) = item.what else { continue };
            let Some(attribution) = direct::attribute(sentence, at) else { continue };
            let speaker = room.speaker(index, &attribution, &spoke);
            note(&mut spoke, index, speaker.as_ref());
            let cue = Some(room.cue(index, &attribution));
            let evidence = Evidence::rule(attribution.rule, 92);
            let quotation = Quotation { speaker, cue, ..Quotation::new(item.span, Speech::Direct, evidence) };
            if let Some(slot) = said.get_mut(quote) {
                *slot = Some(quotation);
            }
        }
    }
    room.carry(&quotes, &mut said, &spoke);
    found
        .extend(quotes.iter().zip(said).filter_map(|(quote, said)| said.or_else(|| alone(document, *quote))));
    found.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end), q.is_direct()));
    found
}

fn note(spoke: &mut [Option<u32>], index: usize, speaker: Option<&Speaker>) {
    let person = speaker.filter(|s| s.class == VoiceClass::Person).and_then(|s| s.mention);
    if let (Some(slot), Some(person)) = (spoke.get_mut(index), person) {
        *slot = Some(person);
    }
}

/// The word before the last one of a description that ends before item `hi`.
fn before_last<'s>(items: &'s [items::Item<'_>], hi: usize) -> &'s str {
    hi.checked_sub(2).and_then(|k| items.get(k)).map_or("", |t| t.low.as_str())
}

/// A quotation that nobody is given for, unless it is a few words in doubtful marks only.
fn alone(document: &Document, quote: Quote) -> Option<Quotation> {
    let words = quote.span.of(&document.text).split_whitespace().count();
    let evidence = Evidence::rule("quote-alone", 60);
    (words > 3).then(|| Quotation::new(quote.span, Speech::Direct, evidence))
}

/// What attributing needs to know of the document.
struct Room<'a> {
    referents: Referents<'a>,
    sentences: &'a [Sentence<'a>],
}

impl Room<'_> {
    fn cue(&self, index: usize, attribution: &Attribution) -> Span {
        let items = self.sentences.get(index).map_or(&[][..], |s| &s.items);
        let at = |k: usize| items.get(k).map_or(Span::default(), |item| item.span);
        at(attribution.cue).join(at(attribution.cue + attribution.length - 1))
    }

    /// The speaker of `attribution` in sentence `index`.
    fn speaker(&self, index: usize, attribution: &Attribution, spoke: &[Option<u32>]) -> Option<Speaker> {
        let items = &self.sentences.get(index)?.items;
        let subject = attribution.subject;
        let span = items.get(subject.lo)?.span.join(items.get(subject.hi.checked_sub(1)?)?.span);
        let (class, mention) = match subject.head {
            Head::Name(mention, NameKind::Person) => (VoiceClass::Person, Some(mention)),
            Head::Name(mention, _) => (VoiceClass::Office, Some(mention)),
            // "The coast guard" is a body.
            Head::Human
                if matches!(
                    (before_last(items, subject.hi), items.get(subject.hi - 1).map(|t| t.low.as_str())),
                    ("coast" | "national" | "border" | "home" | "revolutionary", Some("guard" | "guards"))
                ) =>
            {
                (VoiceClass::Office, None)
            }
            Head::Human => (VoiceClass::Unnamed, None),
            // "Some news outlets", "an agency": described, not named.
            Head::Group
                if matches!(
                    items.get(subject.lo)?.low.as_str(),
                    "a" | "an" | "some" | "several" | "many" | "other" | "one"
                ) =>
            {
                (VoiceClass::Unnamed, None)
            }
            Head::Group => (VoiceClass::Office, None),
            Head::Pronoun => match self.referents.find(self.sentences, index, subject.lo, spoke) {
                Some(mention) => (VoiceClass::Person, Some(mention)),
                // "It said" is a body's word, whichever it is.
                None if items.get(subject.lo)?.low == "it" => (VoiceClass::Office, None),
                // "Who" alone tells nobody; "he" and "they" are at least somebody.
                None if items.get(subject.lo)?.low == "who" => return None,
                None => (VoiceClass::Unnamed, None),
            },
        };
        Some(Speaker { class, mention, span })
    }

    /// Gives quotations without an attribution of their own the speaker of the one that they go on from.
    fn carry(&self, quotes: &[Quote], said: &mut [Option<Quotation>], spoke: &[Option<u32>]) {
        let mut places = vec![None; quotes.len()];
        for (index, sentence) in self.sentences.iter().enumerate() {
            for (at, item) in sentence.items.iter().enumerate() {
                if let What::Quote(quote) = item.what
                    && let Some(place) = places.get_mut(quote)
                {
                    *place = Some((index, at));
                }
            }
        }
        for q in 0..quotes.len() {
            if said.get(q).is_some_and(Option::is_some) {
                continue;
            }
            let (Some(quote), Some((index, at))) = (quotes.get(q), places.get(q).copied().flatten()) else {
                continue;
            };
            let before = q.checked_sub(1).and_then(|p| quotes.get(p).zip(said.get(p)?.as_ref()));
            let same_block = before.filter(|(b, _)| b.block == quote.block || b.runs_on);
            let opens = at == 0;
            let introduced = || self.introduced(index, spoke).filter(|_| opens);
            let ahead = || {
                let (next, attributed) = quotes.get(q + 1).zip(said.get(q + 1)?.as_ref())?;
                (next.block == quote.block && opens || quote.runs_on).then(|| attributed.clone())
            };
            let earlier = || {
                let near = before.filter(|(b, _)| opens && b.block + 1 >= quote.block)?;
                (self.sentences.get(index)?.items.len() <= 2).then(|| near.1.clone())
            };
            let source = same_block
                .filter(|_| opens)
                .map(|(_, s)| s.clone())
                .or_else(introduced)
                .or_else(ahead)
                .or_else(earlier);
            let Some(source) = source else { continue };
            let rule = if source.evidence.rule == "quote-introduced" {
                "quote-introduced"
            } else {
                "quote-continued"
            };
            let quotation = Quotation { span: quote.span, evidence: Evidence::rule(rule, 80), ..source };
            if let Some(slot) = said.get_mut(q) {
                *slot = Some(quotation);
            }
        }
    }

    /// The saying of the sentence before `index` if it ends with a colon: "Caddell continued:".
    fn introduced(&self, index: usize, spoke: &[Option<u32>]) -> Option<Quotation> {
        let before = index.checked_sub(1)?;
        let items = &self.sentences.get(before)?.items;
        if items.last()?.low != ":" {
            return None;
        }
        let (cue, subject) = (0..items.len()).rev().find_map(|cue| {
            let (_, subject, denied) = direct::saying(items, cue)?;
            (!denied).then_some((cue, subject))
        })?;
        let attribution = Attribution { cue, length: 1, subject, rule: "quote-introduced" };
        let speaker = self.speaker(before, &attribution, spoke);
        let cue = Some(self.cue(before, &attribution));
        let evidence = Evidence::rule("quote-introduced", 85);
        Some(Quotation { speaker, cue, ..Quotation::new(Span::default(), Speech::Direct, evidence) })
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
