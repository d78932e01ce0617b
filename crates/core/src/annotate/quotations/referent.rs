//! Whom "he", "she" or "they" stands for.
//!
//! **Invariant:** only a person named before the pronoun, within reach, and not known to be of the other sex; else
//! nobody. Start at [`Referents`].

use super::items::{Sentence, What};
use super::words::is_preposition;
use crate::annotate::names::gazetteer::is_woman;
use crate::annotate::{Mention, NameKind};
use crate::read::Document;

/// How many sentences back a pronoun reaches.
const REACH: usize = 6;

/// The people that pronouns may stand for.
pub(crate) struct Referents<'a> {
    document: &'a Document,
    mentions: &'a [Mention],
}

impl<'a> Referents<'a> {
    /// The people among `mentions`.
    pub fn of(document: &'a Document, mentions: &'a [Mention]) -> Self {
        Self { document, mentions }
    }

    /// The mention that the pronoun at item `at` of sentence `index` stands for; `spoke` gives for each sentence the
    /// person who was last found to speak in it.
    pub fn find(
        &self,
        sentences: &[Sentence<'_>],
        index: usize,
        at: usize,
        spoke: &[Option<u32>],
    ) -> Option<u32> {
        let sentence = sentences.get(index)?;
        let pronoun = sentence.items.get(at)?.low.as_str();
        let woman = match pronoun {
            "he" | "his" | "him" => Some(false),
            "she" | "her" => Some(true),
            _ => return None,
        };
        if let Some(found) = self.subject(sentence, at, woman) {
            return Some(found);
        }
        (0..index).rev().take(REACH).find_map(|i| {
            let speaker = spoke.get(i).copied().flatten().filter(|m| self.fits(*m, woman));
            let before = sentences.get(i)?;
            speaker.or_else(|| self.subject(before, before.items.len(), woman))
        })
    }

    /// The first person of `sentence` before item `end` who is neither governed by a preposition nor an owner; else
    /// the first person of any kind.
    fn subject(&self, sentence: &Sentence<'_>, end: usize, woman: Option<bool>) -> Option<u32> {
        let people =
            sentence.items.iter().enumerate().take(end.min(200)).filter_map(|(i, item)| match item.what {
                What::Name(index, NameKind::Person) if self.fits(index, woman) => Some((i, index)),
                _ => None,
            });
        let people: Vec<_> = people.collect();
        let free = people.iter().find(|(i, _)| {
            let before = (0..*i)
                .rev()
                .filter_map(|k| sentence.items.get(k))
                .find(|t| !t.text.starts_with(char::is_uppercase));
            let owned = sentence.items.get(i + 1).is_some_and(|t| t.low == "'s");
            !owned && !before.is_some_and(|t| is_preposition(&t.low))
        });
        free.or(people.first()).map(|(_, index)| *index)
    }

    fn fits(&self, mention: u32, woman: Option<bool>) -> bool {
        let known = self.mentions.get(mention as usize).and_then(|m| {
            let name =
                m.evidence.anchor.as_ref().map_or(m.span.of(&self.document.text), |a| a.value.as_str());
            let known = is_woman(name.split_whitespace().next()?);
            known.or_else(|| {
                // A short form whose full form comes first in the text has the sex of that.
                let last = name.rsplit(char::is_whitespace).next()?;
                self.mentions.iter().take(200).map(|m| m.span.of(&self.document.text)).find_map(|full| {
                    (full != last && full.ends_with(last))
                        .then(|| is_woman(full.split_whitespace().next()?))
                        .flatten()
                })
            })
        });
        known.is_none() || woman.is_none() || known == woman
    }
}
