//! What stands beside a name and says what it names: a common noun before it, a description after it.
//!
//! **Invariant:** only words of the same sentence, within a few tokens of the name. Start at [`beside_noun`].

use std::borrow::Cow;

use super::super::NameKind;
use super::gazetteer as known;
use super::line::Line;
use crate::fold::{WordList, sorted};

/// What a common noun beside the name says it is: "shipping company Norlund", "Norlund, a shipping company,",
/// "Marek, a retired teacher,".
pub(super) fn beside_noun(
    line: &Line<'_>,
    i: usize,
    end: usize,
) -> Option<(Option<NameKind>, &'static str, u8)> {
    let low = |at: usize| line.tokens.get(at).map_or(Cow::Borrowed(""), |t| known::lower(t.text));
    if i.checked_sub(1).is_some_and(|before| known::is_body_noun(&low(before))) {
        return Some((Some(NameKind::Organization), "body-noun-before", 86));
    }
    if matches!(low(end).as_ref(), "shares" | "stock" | "shareholders" | "subsidiary") {
        return Some((Some(NameKind::Organization), "owned-as-by-bodies", 78));
    }
    if low(end) != "," || !matches!(low(end + 1).as_ref(), "a" | "an" | "the" | "one") {
        return None;
    }
    // The head of the description is the last word before what goes with it: "a union of nurses", "a bank, said".
    let stops = |at: &usize| {
        line.tokens.get(*at).is_none_or(|t| !t.is_word())
            || matches!(
                low(*at).as_ref(),
                "of" | "for" | "in" | "at" | "from" | "who" | "which" | "that" | "with" | "based"
            )
    };
    let stop = (end + 2..end + 8).find(stops)?;
    let head = low(stop.checked_sub(1).filter(|head| *head > end + 1)?);
    if known::is_human(&head) {
        return Some((Some(NameKind::Person), "described-after", 80));
    }
    known::is_body_noun(&head).then_some((Some(NameKind::Organization), "described-after", 78))
}

/// Whether an Arabic article begins a name at token `i`: "al-Shifa", "el-Fasher".
pub(super) fn is_article_of_name(line: &Line<'_>, i: usize) -> bool {
    let at = |k: usize| line.tokens.get(k);
    at(i).is_some_and(|t| ARTICLES.has(t.text))
        && at(i + 1).is_some_and(|t| t.text == "-" && t.glued)
        && at(i + 2).is_some_and(|t| t.glued && t.is_capital())
}

/// Whether the name at token `i` is an article and one word, so that it may be a place as well as a family.
pub(super) fn is_article_and_word(line: &Line<'_>, i: usize, words: usize) -> bool {
    let article = line.tokens.get(i).map_or(Cow::Borrowed(""), |t| known::lower(t.text));
    words == 2 && ARTICLES.has(article.as_ref())
}

const ARTICLES: WordList =
    sorted!["ad", "al", "an", "ar", "as", "ash", "at", "az", "ed", "el", "er", "es", "esh", "ez"];
