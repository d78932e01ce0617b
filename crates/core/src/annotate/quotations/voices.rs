//! Who an attribution names, as a voice: its class, the person meant, the words of the text.
//!
//! **Invariant:** "who" and "it" alone name nobody, and a description is never given a name that it does not have.
//! Start at [`Room::speaker`].

use super::direct::Attribution;
use super::free::free;
use super::items::{Item, Sentence};
use super::offices::Offices;
use super::referent::Referents;
use super::setting::setting;
use super::subject::{Head, Subject};
use super::withheld::Withheld;
use crate::annotate::{NameKind, Quotation, Speaker, Speech, Time, Voice, VoiceClass};
use crate::evidence::Evidence;
use crate::span::Span;

/// What attributing needs to know of the document.
pub(super) struct Room<'a> {
    pub referents: Referents<'a>,
    pub offices: Offices,
    pub sentences: &'a [Sentence<'a>],
    pub times: &'a [Time],
    /// For each sentence, the person who was last found to speak in it.
    pub spoke: Vec<Option<u32>>,
}

impl Room<'_> {
    /// The items `lo..hi` of sentence `index`, as a passage.
    pub fn span(&self, index: usize, lo: usize, hi: usize) -> Span {
        let items = self.sentences.get(index).map_or(&[][..], |s| &s.items);
        let at = |k: usize| items.get(k).map_or(Span::default(), |item| item.span);
        at(lo).join(at(hi.saturating_sub(1).max(lo)))
    }

    /// The verb or phrase of `attribution` in sentence `index`.
    pub fn cue(&self, index: usize, attribution: &Attribution) -> Span {
        self.span(index, attribution.cue, attribution.cue + attribution.length)
    }

    /// The words `said` as `attribution` in sentence `index` gives them.
    pub fn quotation(
        &self,
        index: usize,
        attribution: &Attribution,
        said: Span,
        speech: Speech,
        confidence: u8,
    ) -> Quotation {
        let items = self.sentences.get(index).map_or(&[][..], |s| &s.items);
        let setting = setting(items, attribution, said);
        Quotation {
            speaker: self.speaker(index, attribution.subject),
            cue: Some(self.cue(index, attribution)),
            addressee: setting.to.and_then(|to| self.voice(index, to)),
            medium: setting.medium.map(|(lo, hi)| self.span(index, lo, hi)),
            free: free(items, attribution.cue, self.times, said),
            ..Quotation::new(said, speech, Evidence::rule(attribution.rule, confidence))
        }
    }

    /// What is not said in sentence `index`.
    pub fn withheld(&self, index: usize, withheld: &Withheld) -> Quotation {
        let span = self.span(index, withheld.lo, withheld.hi);
        Quotation {
            speaker: self.speaker(index, withheld.subject),
            cue: Some(self.span(index, withheld.cue, withheld.after)),
            addressee: withheld.to.and_then(|to| self.voice(index, to)),
            ..Quotation::new(span, Speech::Withheld, Evidence::rule("says-nothing", 88))
        }
    }

    /// Remembers who speaks in sentence `index`, for the pronouns that follow.
    pub fn note(&mut self, index: usize, speaker: Option<&Speaker>) {
        let person = speaker.filter(|s| s.class == VoiceClass::Person).and_then(|s| s.mention);
        if let (Some(slot), Some(person)) = (self.spoke.get_mut(index), person) {
            *slot = Some(person);
        }
    }

    /// The voice of `subject`, as whom somebody speaks to.
    pub fn voice(&self, index: usize, subject: Subject) -> Option<Voice> {
        let Speaker { class, mention, span } = self.speaker(index, subject)?;
        Some(Voice { class, mention, span: Some(span) })
    }

    /// The speaker that `subject` in sentence `index` names.
    pub fn speaker(&self, index: usize, subject: Subject) -> Option<Speaker> {
        let items = &self.sentences.get(index)?.items;
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
            Head::Human => match self.offices.bearer(items, subject) {
                Some(mention) => (VoiceClass::Person, Some(mention)),
                None => (VoiceClass::Unnamed, None),
            },
            Head::Person => (VoiceClass::Person, None),
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
            Head::Pronoun => match self.referents.find(self.sentences, index, subject.lo, &self.spoke) {
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
}

/// The word before the last one of a description that ends before item `hi`.
fn before_last<'s>(items: &'s [Item<'_>], hi: usize) -> &'s str {
    hi.checked_sub(2).and_then(|k| items.get(k)).map_or("", |t| t.low.as_str())
}
