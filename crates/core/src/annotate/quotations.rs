//! Direct quotations and reported speech, with who speaks.
//!
//! Marks make quotations ([`marks`]), the story becomes a stream of items ([`items`]), verbs of saying ([`cues`])
//! tie a speaker ([`subject`]) to a quotation ([`direct`]) or to a clause ([`reported`]).
//! **Invariant:** an unnamed speaker is a speaker; a speaker who cannot be told is `None`, never the nearest name.
//! Start at [`find`].

mod aside;
mod carry;
pub(crate) mod cues;
mod description;
mod direct;
mod free;
mod items;
mod marks;
mod nominal;
mod object;
mod offices;
mod participle;
mod proper;
mod referent;
mod repeats;
mod reported;
mod setting;
mod subject;
mod voices;
mod withheld;
mod words;

use super::{Mention, Quotation, Speech, Time};
use crate::evidence::Evidence;
use crate::order::Order as _;
use crate::read::Document;
use crate::span::Span;
use items::{Sentence, What};
use marks::Quote;
use offices::Offices;
pub(crate) use offices::is_office;
use referent::Referents;
use voices::Room;
use withheld::Withheld;

/// The rules of this room, by id.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("according-to", "\"according to\" names the speaker"),
    ("clause-speaker-verb", "the speaker and a verb of saying close the sentence"),
    ("clause-verb-speaker", "a verb of saying and the speaker close the sentence"),
    ("deed-quote", "whose deed the sentence tells, which words are quoted for"),
    ("headline-colon", "a colon and the speaker close the headline"),
    ("owned-claim", "a noun for a saying with whose it is: \"her claim that\""),
    ("quote-after-colon", "a colon follows who speaks, or what that one did"),
    ("quote-after-telling", "a paragraph that is one quotation follows what is told of somebody"),
    ("quote-alone", "nothing near the quotation tells who speaks"),
    ("quote-continued", "it goes on from the quotation before, whose speaker is given"),
    ("quote-dash-speaker", "a dash and the speaker follow the quotation"),
    ("quote-introduced", "the sentence before, which ends with a colon, introduces it"),
    ("quote-repeated", "it repeats a quotation of the text, whose speaker is given"),
    ("quote-scare", "a few words in marks with nobody who says them: held at arm's length"),
    ("quote-speaker-verb", "the speaker and a verb of saying follow the quotation"),
    ("quote-verb-speaker", "a verb of saying and the speaker follow the quotation"),
    ("said-by", "a verb in the passive with \"by\" and who speaks"),
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
    ("says-nothing", "somebody declines to say it, does not answer, or cannot be reached"),
    ("speaker-verb-quote", "the speaker and a verb of saying stand before the quotation"),
];

/// The quotations of the story blocks of `document`, in text order.
pub fn find(document: &Document, times: &[Time], mentions: &[Mention]) -> Vec<Quotation> {
    let quotes = marks::quotes(document);
    let sentences = items::sentences(document, mentions, &quotes);
    let referents = Referents::of(document, mentions);
    let offices = Offices::of(&sentences);
    let mut room =
        Room { referents, offices, sentences: &sentences, times, spoke: vec![None; sentences.len()] };
    let mut found: Vec<Quotation> = Vec::new();
    let mut said: Vec<Option<Quotation>> = quotes.iter().map(|_| None).collect();
    for (index, sentence) in sentences.iter().enumerate() {
        let withheld = withheld::withheld(&sentence.items);
        for clause in reported::clauses(sentence) {
            // Whether he had told them so is what he did not say.
            let next = withheld.partition_point(|w| w.cue <= clause.attribution.cue);
            if next
                .checked_sub(1)
                .and_then(|k| withheld.get(k))
                .is_some_and(|w| w.hi > clause.attribution.cue)
            {
                continue;
            }
            let span = before_silence(sentence, clause.span, withheld.get(next));
            for attribution in participle::sides(&sentence.items, clause.attribution) {
                let quotation = room.quotation(index, &attribution, span, Speech::Reported, 85);
                room.note(index, quotation.speaker.as_ref());
                found.push(Quotation { cue: quotation.cue.filter(|_| clause.told), ..quotation });
            }
        }
        for (at, item) in sentence.items.iter().enumerate() {
            let What::Quote(quote) = item.what else { continue };
            let Some(attribution) = direct::attribute(sentence, at) else { continue };
            let quotation = room.quotation(index, &attribution, item.span, Speech::Direct, 92);
            room.note(index, quotation.speaker.as_ref());
            if let Some(slot) = said.get_mut(quote) {
                *slot = Some(quotation);
            }
        }
        found.extend(withheld.iter().map(|w| room.withheld(index, w)));
    }
    carry::carry(&room, &quotes, &mut said);
    found
        .extend(quotes.iter().zip(said).map(|(quote, said)| said.unwrap_or_else(|| alone(document, *quote))));
    found.order_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end), q.is_direct()));
    repeats::mark(document, &mut found);
    found
}

/// What is said, up to what the article adds that was not said: "…, although he did not say when".
fn before_silence(sentence: &Sentence<'_>, said: Span, next: Option<&Withheld>) -> Span {
    let items = &sentence.items;
    let last = next.and_then(|w| {
        let joint = w.lo.checked_sub(1).and_then(|k| items.get(k)).filter(|t| said.contains(t.span))?;
        let kept = items.get(..w.lo - 1)?.iter().rev();
        let added = matches!(joint.low.as_str(), "although" | "though" | "but");
        kept.skip_while(|t| t.what == What::Mark).find(|t| added && said.contains(t.span))
    });
    last.map_or(said, |last| Span { end: last.span.end, ..said })
}

/// A quotation that nobody is given for: a few words in doubtful marks are held at arm's length.
fn alone(document: &Document, quote: Quote) -> Quotation {
    if quote.span.of(&document.text).split_whitespace().count() > 3 {
        Quotation::new(quote.span, Speech::Direct, Evidence::rule("quote-alone", 60))
    } else {
        Quotation::new(quote.span, Speech::Scare, Evidence::rule("quote-scare", 60))
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
