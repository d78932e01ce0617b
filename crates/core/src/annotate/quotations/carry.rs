//! Quotations without an attribution of their own, which go on from another one or are introduced before.
//!
//! **Invariant:** what is carried over is a whole saying: speaker, cue and setting; a quotation that opens no sentence
//! goes on from nothing. Start at [`carry`].

use super::direct::{self, Attribution};
use super::items::What;
use super::marks::Quote;
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
        let opens = at == 0;
        let introduced = || introduced(room, index).filter(|_| opens);
        let ahead = || {
            let (next, attributed) = quotes.get(q + 1).zip(said.get(q + 1)?.as_ref())?;
            (next.block == quote.block && opens || quote.runs_on).then(|| attributed.clone())
        };
        let earlier = || {
            let near = before.filter(|(b, _)| opens && b.block + 1 >= quote.block)?;
            (room.sentences.get(index)?.items.len() <= 2).then(|| near.1.clone())
        };
        let source = same_block
            .filter(|_| opens)
            .map(|(_, s)| s.clone())
            .or_else(introduced)
            .or_else(ahead)
            .or_else(earlier);
        let Some(source) = source else { continue };
        let rule =
            if source.evidence.rule == "quote-introduced" { "quote-introduced" } else { "quote-continued" };
        let quotation = Quotation { span: quote.span, evidence: Evidence::rule(rule, 80), ..source };
        if let Some(slot) = said.get_mut(q) {
            *slot = Some(quotation);
        }
    }
}

/// The saying of the sentence before `index` if it ends with a colon: "Caddell continued:".
fn introduced(room: &Room<'_>, index: usize) -> Option<Quotation> {
    let before = index.checked_sub(1)?;
    let items = &room.sentences.get(before)?.items;
    if items.last()?.low != ":" {
        return None;
    }
    let (cue, subject) = (0..items.len()).rev().find_map(|cue| {
        let (_, subject, denied) = direct::saying(items, cue)?;
        (!denied).then_some((cue, subject))
    })?;
    let attribution = Attribution { cue, length: 1, subject, rule: "quote-introduced" };
    Some(room.quotation(before, &attribution, Span::default(), Speech::Direct, 85))
}
