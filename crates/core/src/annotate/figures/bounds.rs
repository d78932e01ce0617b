//! The words around a number that bound it: "at least", "up to", "or so".
//!
//! **Invariant:** where several stand before a number, the one next to it counts, for it is the number's own.
//! Start at [`before`] and [`after`].

use super::super::times::token::Token;
use super::Qualifier;

/// The words, longest first, and what they say.
const BEFORE: &[(&str, Qualifier)] = &[
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("a minimum of", Qualifier::AtLeast),
    ("as low as", Qualifier::AtLeast),
    ("as few as", Qualifier::AtLeast),
    ("as little as", Qualifier::AtLeast),
    ("in excess of", Qualifier::MoreThan),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("as many as", Qualifier::AtMost),
    ("as much as", Qualifier::AtMost),
    ("as high as", Qualifier::AtMost),
    ("a maximum of", Qualifier::AtMost),
    ("an estimated", Qualifier::About),
    ("a total of", Qualifier::Exactly),
    ("a mere", Qualifier::Only),
    ("at least", Qualifier::AtLeast),
    ("more than", Qualifier::MoreThan),
    ("greater than", Qualifier::MoreThan),
    ("well over", Qualifier::MoreThan),
    ("just over", Qualifier::MoreThan),
    ("upwards of", Qualifier::MoreThan),
    ("upward of", Qualifier::MoreThan),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("fewer than", Qualifier::LessThan),
    ("less than", Qualifier::LessThan),
    ("just under", Qualifier::LessThan),
    ("close to", Qualifier::Nearly),
    ("over", Qualifier::MoreThan),
    ("above", Qualifier::MoreThan),
    ("exceeding", Qualifier::MoreThan),
    ("exceeded", Qualifier::MoreThan),
    ("under", Qualifier::LessThan),
    ("below", Qualifier::LessThan),
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("some", Qualifier::About),
    ("roughly", Qualifier::About),
    ("approximately", Qualifier::About),
    ("estimated", Qualifier::About),
    ("circa", Qualifier::About),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("only", Qualifier::Only),
    ("just", Qualifier::Only),
    ("merely", Qualifier::Only),
    ("exactly", Qualifier::Exactly),
];

/// The qualifier that ends before token `start`, with the first token of its words.
pub(super) fn before(t: &[Token], start: usize) -> Option<(usize, Qualifier)> {
    let last = &t.get(start.checked_sub(1)?)?.low;
    let ends = |words: &str| {
        if !words.ends_with(&**last) {
            return None;
        }
        let mut at = start;
        for word in words.rsplit(' ') {
            at = at.checked_sub(1)?;
            if t.get(at)?.low != word {
                return None;
            }
        }
        Some(at)
    };
    let (mut first, qualifier) = BEFORE.iter().find_map(|(words, q)| Some((ends(words)?, *q)))?;
    // "Hand over 157 men", "take over two firms": the verb's own word.
    let verb = first.checked_sub(1).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let handed = ["hand", "turn", "take", "took", "taking", "sign", "carr", "spread", "hold"];
    if t.get(first).is_some_and(|w| w.low == "over") && handed.iter().any(|v| verb.starts_with(v)) {
        return None;
    }
    // "Only about 20": what stands further off is kept with the number, and says no more.
    while let Some(at) = first.checked_sub(1)
        && t.get(at).is_some_and(|w| matches!(w.low.as_str(), "only" | "just" | "perhaps" | "probably"))
    {
        first = at;
    }
    Some((first, qualifier))
}

/// The qualifier that begins at token `end`, with the token after it.
pub(super) fn after(t: &[Token], end: usize) -> Option<(usize, Qualifier)> {
    let low = |n: usize| t.get(end + n).map_or("", |w| w.low.as_str());
    Some(match (low(0), low(1)) {
        ("or", "more") | ("-", "plus") => (end + 2, Qualifier::AtLeast),
        ("or", "so") => (end + 2, Qualifier::About),
        ("or", "less" | "fewer") => (end + 2, Qualifier::AtMost),
        ("+", _) => (end + 1, Qualifier::AtLeast),
        _ => return None,
    })
}
