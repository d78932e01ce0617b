//! Quotations without an attribution of their own, which go on from another one or are introduced before.
//!
//! **Invariant:** what is carried over is a whole saying: speaker, cue and setting; a quotation that opens no sentence
//! goes on from nothing. Start at [`carry`].

use super::direct::{self, Attribution};
use super::items::{Item, What};
use super::marks::Quote;
use super::nominal;
use super::voices::Room;
use crate::annotate::{Quotation, Speech};
use crate::evidence::Evidence;
use crate::span::Span;

/// Gives quotations without an attribution of their own the speaker of the one that they go on from.
pub(super) fn carry(room: &Room<'_>, quotes: &[Quote], said: &mut [Option<Quotation>]) {
    let mut places = vec![None; quotes.len()];
    for (index, sentence) in room.sentences.iter().enumerate() {
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
        // What is said in the sentence between comes later than the quotation before it.
        let between = q.checked_sub(1).and_then(|p| places.get(p).copied().flatten());
        let passed =
            between.is_none_or(|(earlier, _)| earlier + 1 < index) && before.is_none_or(|(b, _)| !b.runs_on);
        let opens = room.sentences.get(index).and_then(|s| s.items.get(..at)).is_some_and(opens);
        let introduced = || introduced(room, index).filter(|_| opens);
        let ahead = || {
            let (next, attributed) = quotes.get(q + 1).zip(said.get(q + 1)?.as_ref())?;
            (next.block == quote.block && opens || quote.runs_on).then(|| attributed.clone())
        };
        let earlier = || {
            let near = before.filter(|(b, _)| opens && b.block + 1 >= quote.block)?;
            (room.sentences.get(index)?.items.len() <= 2).then(|| near.1.clone())
        };
        let paragraph = || {
            let alone = opens && room.sentences.get(index)?.items.len() <= at + 2;
            (alone && !quote.runs_on).then(|| told(room, index, false)).flatten()
        };
        let within = || (opens && passed && !quote.runs_on).then(|| told(room, index, true)).flatten();
        let source = same_block
            .filter(|_| opens && (!passed || within().is_none()))
            .map(|(_, s)| s.clone())
            .or_else(within)
            .or_else(introduced)
            .or_else(ahead)
            .or_else(earlier)
            .or_else(paragraph);
        let Some(source) = source else { continue };
        let rule =
            if source.evidence.rule == "quote-introduced" { "quote-introduced" } else { "quote-continued" };
        let quotation = Quotation { span: quote.span, evidence: Evidence::rule(rule, 80), ..source };
        if let Some(slot) = said.get_mut(q) {
            *slot = Some(quotation);
        }
    }
}

/// Who is told of in the paragraph before a paragraph that is one quotation, sentence `index`: the one who last says
/// something in it, else whom its last sentence is about.
fn told(room: &Room<'_>, index: usize, within: bool) -> Option<Quotation> {
    let before = index.checked_sub(1)?;
    let sentence = room.sentences.get(before)?;
    let here = room.sentences.get(index)?;
    if sentence.block + usize::from(!within) != here.block {
        return None;
    }
    let items = &sentence.items;
    let rule = "quote-after-telling";
    let said = (0..items.len()).rev().take(60).find_map(|cue| {
        let (_, subject, denied) = direct::saying(items, cue)?;
        (!denied).then_some(Attribution { cue, length: 1, subject, rule })
    });
    let teller = || nominal::teller(items).map(|found| Attribution { rule, ..found });
    let attribution = said.or_else(|| if within { None } else { teller() })?;
    Some(room.quotation(before, &attribution, Span::default(), Speech::Direct, 65))
}

/// Whether a quotation opens its sentence after `items`: nothing stands before it but "But" or "Specifically,".
fn opens(items: &[Item<'_>]) -> bool {
    let joint = |t: &Item<'_>| {
        matches!(
            t.low.as_str(),
            "but" | "and" | "so" | "yet" | "still" | "also" | "then" | "," | "plus" | "or"
        ) || t.what == What::Word && t.low.ends_with("ly")
    };
    items.len() < 3 && items.iter().all(joint)
}

/// The saying of the sentence before `index` if it ends with a colon: "Caddell continued:".
fn introduced(room: &Room<'_>, index: usize) -> Option<Quotation> {
    let before = index.checked_sub(1)?;
    let items = &room.sentences.get(before)?.items;
    if items.last()?.low != ":" {
        return None;
    }
    let said = (0..items.len()).rev().take(60).find_map(|cue| {
        let (_, subject, denied) = direct::saying(items, cue)?;
        (!denied).then_some(Attribution { cue, length: 1, subject, rule: "quote-introduced" })
    });
    let attribution = said.or_else(|| {
        let found = nominal::colon(items, items.len() - 1)?;
        Some(Attribution { rule: "quote-introduced", ..found })
    })?;
    Some(room.quotation(before, &attribution, Span::default(), Speech::Direct, 85))
}
