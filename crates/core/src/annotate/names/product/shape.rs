//! How the names of models are written: digits and capitals, editions, epithets.
//!
//! **Invariant:** shapes only; what a company makes is not known here. Years, amounts and ordinals are no designations.
//! Start at [`designation`].

use super::super::gazetteer::{self, lexicon};
use super::super::line::Line;
use crate::fold::{WordList, sorted};

/// The token after the designation at token `i`: "A380", "747-400", "F-150", "787s"; `None` where there is none.
pub(super) fn designation(line: &Line<'_>, i: usize) -> Option<usize> {
    let token = line.tokens.get(i).filter(|_| line.taken.get(i) == Some(&false))?;
    let word = singular(token.text);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    // "A320neo": small letters only after a capital and its digits.
    let small = word.len() - digits - capitals;
    let build = small <= 3
        && capitals > 0
        && digits > 1
        && word.bytes().rev().take(small).all(|b| b.is_ascii_lowercase());
    if small > 0 && !build {
        return None;
    }
    let hyphen = |at: usize| {
        line.tokens.get(at).is_some_and(|t| t.glued && t.text == "-")
            && line.tokens.get(at + 1).is_some_and(|t| t.glued)
    };
    let tail = |at: usize| {
        line.tokens.get(at).is_some_and(|t| {
            let word = singular(t.text);
            word.len() <= 5
                && word.bytes().any(|b| b.is_ascii_digit())
                && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase())
        })
    };
    // "F-150", "KC-45": capitals, a hyphen, digits.
    if digits == 0 {
        return ((1..=3).contains(&capitals) && hyphen(i + 1) && tail(i + 2)).then_some(i + 3);
    }
    let quarter = word.len() == 2 && digits == 1 && word.starts_with(['Q', 'H', 'F']);
    let number = match capitals {
        0 => match digits {
            3 => true,
            4 => !word.starts_with("19") && !word.starts_with("20"),
            _ => false,
        },
        _ => (2..=7).contains(&word.len()) && !quarter,
    };
    // "1,500" and "747.5" are one token, and "100%" an amount.
    let amount = line.tokens.get(i + 1).is_some_and(|t| t.text == "%");
    if !number || amount {
        return None;
    }
    Some(if hyphen(i + 1) && tail(i + 2) { i + 3 } else { i + 1 })
}

/// `word` without the "s" of a plural after a digit: "787" of "787s".
pub(super) fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(word)
}

/// The token after the epithet at token `i`, a capitalised word that means nothing else: the "Dreamliner" of
/// "787 Dreamliner". Everyday words, names of people and places and acronyms may go on with another name.
pub(super) fn epithet(line: &Line<'_>, i: usize) -> Option<usize> {
    let token = line.tokens.get(i).filter(|t| line.taken.get(i) == Some(&false) && t.is_capital())?;
    let before = line.tokens.get(i.checked_sub(1)?)?;
    let after_digits =
        singular(before.text).ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase());
    let plain = token.text.chars().skip(1).all(char::is_lowercase) && token.text.len() >= 8;
    let known = lexicon::word(token.text) != lexicon::Word::default()
        || gazetteer::known(token.text).is_some()
        || gazetteer::is_head(token.text)
        || gazetteer::is_title_word(token.text)
        || gazetteer::is_demonym(token.text);
    (after_digits && plain && !known).then_some(i + 1)
}

/// The token after the edition at token `i`: "Pro", "Hybrid", and after the name of a product a number, "4", "3GS".
pub(super) fn edition(line: &Line<'_>, i: usize, numbers: bool) -> Option<usize> {
    let token = line.tokens.get(i).filter(|t| line.taken.get(i) == Some(&false) && !t.glued)?;
    if token.is_capital() && EDITIONS.has(&gazetteer::lower(token.text)) {
        return Some(i + 1);
    }
    let digits = token.text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = token.text.get(digits..).unwrap_or("");
    let number = (1..=2).contains(&digits) && matches!(rest, "" | "S" | "s" | "c" | "C" | "GS" | "G" | "E");
    (numbers && number && !count_noun_follows(line, i + 1)).then_some(i + 1)
}

/// Words for the size, the build or the rank of a product.
const EDITIONS: WordList =
    sorted!["classic", "elite", "hybrid", "lite", "max", "mini", "plus", "pro", "ultra"];

/// Whether what stands at token `i` makes the number before it an amount: "300 workers", "747 million", "787 %".
pub(super) fn count_noun_follows(line: &Line<'_>, i: usize) -> bool {
    let Some(next) = line.tokens.get(i) else { return false };
    let counted = next.text.len() > 3
        && next.text.ends_with('s')
        && next.text.bytes().all(|b| b.is_ascii_lowercase())
        && !gazetteer::is_of_models(next.text)
        && lexicon::word(next.text).is(lexicon::Word::NOUN.or(lexicon::Word::HUMAN))
        && !lexicon::word(next.text).is(lexicon::Word::VERB);
    counted
        || matches!(
            next.text,
            "%" | "percent"
                | "per"
                | "million"
                | "billion"
                | "trillion"
                | "thousand"
                | "people"
                | "men"
                | "staff"
                | "jobs"
                | "workers"
                | "employees"
                | "points"
                | "times"
                | "or"
                | "to"
        )
        || (next.glued
            && matches!(next.text, "-" | "/" | "." | ":")
            && line.tokens.get(i + 1).is_some_and(|t| t.glued))
}

/// Whether the number at token `i` is said of a thing: "the 787", "737 aircraft", "their 717", "777-200LR".
pub(super) fn is_thing_there(line: &Line<'_>, i: usize) -> bool {
    let at = |k: Option<usize>| k.and_then(|k| line.tokens.get(k)).map_or("", |t| t.text);
    let after = at(Some(i + 1));
    gazetteer::is_of_models(after)
        || designation(line, i).is_some_and(|end| end > i + 1)
        || epithet(line, i + 1).is_some()
        || (matches!(
            gazetteer::lower(at(i.checked_sub(1))).as_ref(),
            "the"
                | "a"
                | "an"
                | "its"
                | "their"
                | "this"
                | "that"
                | "each"
                | "every"
                | "new"
                | "final"
                | "first"
                | "last"
        ) && !count_noun_follows(line, i + 1))
}
