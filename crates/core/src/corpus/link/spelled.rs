//! The spellings of a corpus, each once, and for every mention the one it stands for.
//!
//! **Invariant:** numbers follow the first use in the order of the articles, so they are the same whatever order the
//! files were given in; a mention begins with its own spelling, and only its document or the whole corpus gives it
//! another one. Start at [`Spelled::of`].

use rustc_hash::FxHashMap;

use super::super::source::Source;
use super::super::{Article, Form};
use crate::annotate::NameKind;
use crate::columns::Flat;
use crate::span::Span;

/// How the next mention of an article follows on one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::corpus) enum Follows {
    /// Anyhow, or there is none.
    #[default]
    Apart,
    /// After a comma: "Cambridge, Massachusetts".
    Comma,
    /// As what it is short for, or as what is short for it: "European Union (EU)".
    Defined,
}

/// A mention, as far as linking asks.
struct Seen {
    kind: NameKind,
    spelling: String,
    sure: u8,
    follows: Follows,
}

/// The mentions of `article`.
fn mentions(article: &Article) -> Vec<Seen> {
    let (text, mentions) = (&article.document.text, &article.annotations.mentions);
    let nexts = mentions.iter().skip(1).map(Some).chain([None]);
    let seen = mentions.iter().zip(nexts).map(|(mention, next)| {
        let spelling = mention.span.of(text);
        let spelling = if is_plain(spelling) {
            spelling.to_owned()
        } else {
            spelling.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let follows = next.map_or(Follows::Apart, |next| follows(text, mention.span, next.span));
        Seen { kind: mention.kind, spelling, sure: mention.evidence.confidence, follows }
    });
    seen.collect()
}

fn follows(text: &str, one: Span, next: Span) -> Follows {
    let between = text.get(one.end as usize..next.start as usize).unwrap_or_default();
    if between == ", " {
        return Follows::Comma;
    }
    let inside = || {
        let after = text.get(next.end as usize..).unwrap_or_default();
        matches!(between.trim_start(), "(" | "(the ") && after.starts_with([')', ';', ','])
    };
    let defined = matches!(between, ", or " | ", or the ") || inside();
    if defined { Follows::Defined } else { Follows::Apart }
}

/// The forms of a corpus and what its mentions stand for.
#[derive(Default)]
pub(super) struct Spelled {
    /// Every form, in the order of first use.
    pub(super) forms: Vec<Form>,
    /// For each article, for each mention, the form it stands for.
    pub(super) mentions: Flat,
    /// For each mention in that order how sure its kind is.
    pub(super) sure: Vec<u8>,
    /// For each mention in that order how the next one of its article follows.
    pub(super) follows: Vec<Follows>,
    /// For each spelling its forms, by kind; only asked for single spellings.
    numbers: FxHashMap<String, [Option<u32>; NameKind::ALL.len()]>,
}

impl Spelled {
    /// The forms that the mentions of `articles` have themselves.
    pub(super) fn of<S: Source + ?Sized>(articles: &S) -> Self {
        let mut spelled = Self::default();
        articles.each(
            |_, article| mentions(&article),
            |mentions| {
                let own: Vec<u32> = mentions.iter().map(|m| spelled.number(m.kind, &m.spelling)).collect();
                spelled.mentions.push(own);
                spelled.sure.extend(mentions.iter().map(|m| m.sure));
                spelled.follows.extend(mentions.iter().map(|m| m.follows));
            },
        );
        spelled
    }

    /// The number of the form, which is made if it is new.
    pub(super) fn number(&mut self, kind: NameKind, spelling: &str) -> u32 {
        let next = self.forms.len() as u32;
        let known = self.numbers.get_mut(spelling).and_then(|kinds| kinds.get_mut(kind as usize));
        if let Some(slot) = known {
            if slot.is_none() {
                *slot = Some(next);
                self.forms.push(Form { kind, spelling: spelling.to_owned() });
            }
            return slot.unwrap_or(next);
        }
        let mut kinds = [None; NameKind::ALL.len()];
        if let Some(slot) = kinds.get_mut(kind as usize) {
            *slot = Some(next);
        }
        self.numbers.insert(spelling.to_owned(), kinds);
        self.forms.push(Form { kind, spelling: spelling.to_owned() });
        next
    }

    /// The form of that number.
    pub(super) fn form(&self, number: u32) -> Option<&Form> {
        self.forms.get(number as usize)
    }
}

/// Whether white space in `spelling` is single spaces inside it.
fn is_plain(spelling: &str) -> bool {
    let odd = |c: char| c.is_whitespace() && c != ' ';
    !spelling.contains(odd) && !spelling.contains("  ") && spelling.trim() == spelling
}
