//! What could go on where the reader types: names, words, values and fields, each with its count.
//!
//! Names and values are offered where one of their words begins so, or, with several words typed, where they hold them
//! in this order; the most frequent first. What was mistyped comes last, and only where little begins so.
//! **Invariant:** nothing is offered that finds nothing by itself, but for the values of `undated:`, which are not
//! counted; taking an offer changes the word at the caret (and words before it that are the same name) and no other byte
//! but a space behind it.
//! Start at [`suggest`]; what is being typed is [`typed`]'s to say, [`found`] looks things up.

mod begins;
mod found;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::Index;
use super::query::{Expected, Leaf, Typed, field_names, typed};
use crate::annotate::NameKind;
use crate::corpus::pack::Pack;
use crate::fold::{self, fold};
use begins::Beginnings;
use found::{Offer, Offers};

/// The most that are offered at a time.
pub const MOST_SUGGESTED: usize = 8;
/// Where fewer begin so, what is near is offered too.
const FEW: usize = 3;
/// How many places are kept for words, and for fields, where names would take them all.
const WORDS: usize = 3;
const FIELDS: usize = 2;
/// How many words that are near are offered, and of how many of them the names are.
const NEAR: usize = 5;
const NEAR_NAMES: usize = 3;

/// Something that could stand where the reader types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggested {
    /// What it is called: a name, a word as it is compared, or a field with its colon.
    pub label: String,
    /// The kind of name that it is, if it is one.
    pub kind: Option<NameKind>,
    /// What it is: `person`, `word`, `similar word`, `publisher`, `field`.
    pub about: String,
    /// How much there is of it: `57 passages` of a name or word, `12 articles` of another value, `84 values` of a field;
    /// empty where that is not counted.
    pub counted: String,
    /// The text of the box once it is taken.
    pub text: String,
    /// The byte of that text before which the caret then stands.
    pub caret: u32,
}

/// What is worked out when it is first needed, and kept.
#[derive(Debug, Default)]
pub struct Prepared {
    names: OnceLock<Beginnings>,
    /// For each entity whether anything is its word.
    heard: OnceLock<Vec<bool>>,
}

/// What could stand in `text` where the caret is, before byte `caret`; at most [`MOST_SUGGESTED`].
pub fn suggest(pack: &Pack, index: &Index, prepared: &Prepared, text: &str, caret: u32) -> Vec<Suggested> {
    let Some(place) = typed(text, caret) else { return Vec::new() };
    let ground = Offers { pack, index, prepared };
    let begun = |from: u32| text.get(from as usize..caret as usize).unwrap_or_default();
    let last = place.starts.last().copied().unwrap_or(caret);
    let offers = match place.expected {
        Expected::Anything => anything(ground, &place, begun),
        Expected::Value(field) => {
            let begun = plain(begun(last));
            let mut offers = ground.values(field, &begun);
            if offers.len() < FEW {
                let word = fold::words(&begun).last().map(|(_, word)| ground.similar(&word, NEAR_NAMES));
                for near in word.unwrap_or_default() {
                    add(&mut offers, ground.values(field, &near.label));
                }
            }
            offers.into_iter().map(|offer| (last, offer)).collect()
        }
        Expected::OneOf(values) => {
            let begun = plain(begun(last));
            let values = values.iter().filter(|value| value.starts_with(begun.as_str()));
            values.map(|value| (last, Offer::value(value, "value", 0))).collect()
        }
    };
    let is_value = place.expected != Expected::Anything;
    let taken = |(from, offer): Placed| offer.taken(text, from, place.end, is_value);
    offers.into_iter().take(MOST_SUGGESTED).map(taken).collect()
}

/// An offer, and where what it replaces begins.
type Placed = (u32, Offer);

/// Names, words and fields.
fn anything<'a>(ground: Offers, place: &Typed, begun: impl Fn(u32) -> &'a str) -> Vec<Placed> {
    let mut names: Vec<Placed> = Vec::new();
    for from in &place.starts {
        let begun = plain(begun(*from));
        if !begun.is_empty() {
            add_at(&mut names, *from, ground.names(&NameKind::ALL, &begun));
        }
    }
    let last = place.starts.last().copied().unwrap_or(place.end);
    let own = begun(last).trim_end_matches('*');
    let (mut words, mut near) = (Vec::<Placed>::new(), Vec::<Placed>::new());
    // Of what is joined by hyphens the last word is being typed.
    if let Some((span, word)) = fold::words(own).last().filter(|(span, _)| span.end as usize == own.len()) {
        let from = last + span.start;
        add_at(&mut words, from, ground.words(&word));
        if names.len() + words.len() < FEW {
            let similar = ground.similar(&word, NEAR);
            for word in similar.iter().take(NEAR_NAMES) {
                add_at(&mut near, last, ground.names(&NameKind::ALL, &word.label));
            }
            add_at(&mut near, from, similar);
            near.retain(|(_, new)| !names.iter().chain(&words).any(|(_, own)| own.is(new)));
        }
    }
    let mut fields: Vec<Placed> = Vec::new();
    if !own.is_empty() {
        fields.extend(field_names(own).filter_map(|name| Some((last, ground.field(name)?))).take(FIELDS));
    }
    names.truncate(MOST_SUGGESTED - fields.len() - words.len().min(WORDS));
    words.truncate(MOST_SUGGESTED - fields.len() - names.len());
    names.extend(words);
    names.extend(fields);
    names.extend(near);
    names
}

fn add_at(all: &mut Vec<Placed>, from: u32, more: Vec<Offer>) {
    for offer in more {
        if !all.iter().any(|(_, own)| own.is(&offer)) {
            all.push((from, offer));
        }
    }
}

fn add(all: &mut Vec<Offer>, more: Vec<Offer>) {
    for offer in more {
        if !all.iter().any(|own| own.is(&offer)) {
            all.push(offer);
        }
    }
}

/// What is typed as values are compared with it: folded, without the quotation mark before it and the star behind it.
fn plain(begun: &str) -> String {
    let begun = begun.trim_start_matches(super::query::is_quote).trim_end_matches('*');
    fold(begun.trim_start())
}

impl Offer {
    /// What becomes of `text` when this replaces what stands from `from` to `end`.
    fn taken(self, text: &str, from: u32, end: u32, is_value: bool) -> Suggested {
        let (before, behind) = (text.get(..from as usize), text.get(end as usize..));
        let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
        let mut out = before.to_owned();
        match self.field {
            Some(field) => {
                let term = Leaf::Value(field, self.label.clone()).to_string();
                // Behind a field that was typed its value alone is replaced.
                let value = term.split_once(':').map_or("", |(_, value)| value);
                out.push_str(if is_value { value } else { &term });
            }
            None => out.push_str(&self.label),
        }
        let next = behind.chars().next();
        if self.is_done && !next.is_some_and(|c| c.is_whitespace() || c == ')') {
            out.push(' ');
        }
        let plural = if self.count == 1 { "" } else { "s" };
        let counted =
            if self.count == 0 { String::new() } else { format!("{} {}{plural}", self.count, self.of) };
        let space = next.filter(|c| self.is_done && c.is_whitespace()).map_or(0, char::len_utf8);
        let caret = (out.len() + space) as u32;
        out.push_str(behind);
        Suggested {
            label: self.label,
            kind: self.kind,
            about: self.about.to_owned(),
            counted,
            text: out,
            caret,
        }
    }
}
