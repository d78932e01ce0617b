//! The spellings of a corpus, each once, and for every mention the one it stands for.
//!
//! **Invariant:** numbers follow the first use in the order of the articles, so they are the same whatever order the
//! files were given in; a mention begins with its own spelling, and only its document or the whole corpus gives it
//! another one. Start at [`Spelled::of`].

use rustc_hash::FxHashMap;

use super::super::{Article, Form};
use crate::annotate::NameKind;

/// The forms of a corpus and what its mentions stand for.
#[derive(Default)]
pub(super) struct Spelled {
    /// Every form, in the order of first use.
    pub(super) forms: Vec<Form>,
    /// For each article, for each mention, the form it stands for.
    pub(super) mentions: Vec<Vec<u32>>,
    /// For each spelling its forms, by kind; only asked for single spellings.
    numbers: FxHashMap<String, [Option<u32>; NameKind::ALL.len()]>,
}

impl Spelled {
    /// The forms that the mentions of `articles` have themselves.
    pub(super) fn of(articles: &[Article]) -> Self {
        let mut spelled = Self::default();
        for article in articles {
            let mentions = article.annotations.mentions.iter();
            let own = mentions.map(|m| {
                let spelling = m.span.of(&article.document.text);
                if is_plain(spelling) {
                    spelled.number(m.kind, spelling)
                } else {
                    spelled.number(m.kind, &spelling.split_whitespace().collect::<Vec<_>>().join(" "))
                }
            });
            let own = own.collect();
            spelled.mentions.push(own);
        }
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
