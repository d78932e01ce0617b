//! The amounts of one sentence: each number with qualifier, money or unit, range and noun.
//!
//! **Invariant:** each token belongs to one amount at most, and every number is looked at once.
//! Start at [`amounts`].

use super::super::times::token::Token;
use super::apart::Apart;
use super::number::{self, Number};
use super::unit::{self, Dollar};
use super::{Qualifier, bounds, counted};
use crate::span::Span;

/// A figure before it is known whose it is.
pub(super) struct Amount {
    /// All of it.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    pub value: String,
    pub upto: Option<String>,
    pub qualifier: Qualifier,
    pub unit: &'static str,
    pub counted: Option<Span>,
    pub rule: &'static str,
    pub confidence: u8,
}

/// The amounts in the tokens `t` of a sentence, in text order.
pub(super) fn amounts(t: &[Token], apart: &Apart, dollar: Dollar) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < t.len() {
        let starts = t.get(at).is_some_and(|w| {
            w.low.starts_with(|c: char| c.is_ascii_digit())
                || number::is_word(&w.low)
                || matches!(w.low.as_str(), "a" | "an")
        });
        if !starts {
            at += 1;
            continue;
        }
        let (amount, end) = amount(t, at, apart, dollar, !found.is_empty());
        found.extend(amount);
        at = end.max(at + 1);
    }
    found
}

/// The amount whose number begins at token `at`, and the token to go on from; `again` says that the sentence gave
/// another one before.
fn amount(t: &[Token], at: usize, apart: &Apart, dollar: Dollar, again: bool) -> (Option<Amount>, usize) {
    let symbol = unit::symbol(t, at, dollar);
    let Some(mut first) = number::number(t, at, symbol.is_some()) else { return (None, at + 1) };
    let start = symbol.map_or(at, |(from, _)| from);
    let mut end = first.end;
    let mut unit = symbol.map(|(_, code)| code);
    if unit.is_none()
        && let Some((after, code)) = unit::after(t, end, dollar)
    {
        (end, unit) = (after, Some(code));
    }
    let mut upto = None;
    if let Some(range) = range(t, at, end, &first, symbol.is_some(), dollar) {
        if range.is_score {
            return (None, range.end);
        }
        first.value = range.from;
        upto = Some(range.upto);
        end = range.end;
        unit = unit.or(range.unit);
    }
    if apart.holds(t, start, at, end) {
        return (None, end);
    }
    let mut negative = false;
    let mut from = start;
    if let Some(sign) = start.checked_sub(1).filter(|_| matches!(unit, Some("Cel" | "[degF]")))
        && t.get(sign).is_some_and(|w| matches!(w.low.as_str(), "-" | "−" | "minus"))
    {
        (negative, from) = (true, sign);
    }
    let (value, qualifier) = (if negative { format!("-{}", first.value) } else { first.value.clone() }, None);
    let mut qualifier = qualifier;
    if let Some((word, found)) = bounds::before(t, from) {
        (from, qualifier) = (word, Some(found));
    } else if upto.is_some() && from.checked_sub(1).and_then(|b| t.get(b)).is_some_and(|w| w.low == "between")
    {
        from -= 1;
    }
    if let Some((after, found)) = bounds::after(t, end) {
        (end, qualifier) = (after, Some(found));
    }
    let article = from.checked_sub(1).and_then(|b| t.get(b)).map_or("", |w| w.low.as_str());
    let nominal = matches!(article, "a" | "an" | "the" | "its" | "their" | "his" | "her" | "'s" | "new");
    let one = unit.is_none() && first.value == "1";
    let nouns = if one { one_of(t, end) } else { counted::counted(t, end, unit.is_some(), nominal) };
    if nouns.and_then(|(_, b)| t.get(b.checked_sub(1)?)).is_some_and(|w| is_length(&w.low)) {
        return (None, end);
    }
    let total = nouns.is_none().then(|| counted::total(t, from)).flatten();
    let (rule, confidence) = match (unit, nouns, total) {
        (Some(code), _, _) if unit::is_money(code) => ("figure-money", 90),
        (Some(_), _, _) => ("figure-measured", 90),
        (None, Some(_), _) => ("figure-counted", 85),
        (None, None, Some(_)) => ("figure-total", 80),
        (None, None, None)
            if qualifier.is_some() && !is_age_bound(t, from)
                || hits(t, from)
                || again && goes_on(t, from, end) =>
        {
            ("figure-bounded", 70)
        }
        _ => return (None, end),
    };
    if unit.is_none() && is_idle(t, from, &first, qualifier, nouns) || one && nouns.is_none() {
        return (None, end);
    }
    let words = |(a, b): (usize, usize)| Some(t.get(a)?.span.join(t.get(b.checked_sub(1)?)?.span));
    let last = nouns.map_or(end, |(_, b)| b);
    let (Some(span), Some(number)) = (words((from, last)), words((at, first.end))) else {
        return (None, end);
    };
    let counted = nouns.or(total).and_then(words);
    let qualifier = qualifier.unwrap_or(Qualifier::Exactly);
    let unit = unit.unwrap_or("");
    (Some(Amount { span, number, value, upto, qualifier, unit, counted, rule, confidence }), last)
}

/// A second number that ends a range.
struct Range {
    from: String,
    upto: String,
    end: usize,
    unit: Option<&'static str>,
    /// Two numbers that stand against each other: "3-1", "52-48".
    is_score: bool,
}

/// The range that goes on at token `end` after `first`, which begins at token `at`.
fn range(t: &[Token], at: usize, end: usize, first: &Number, money: bool, dollar: Dollar) -> Option<Range> {
    let link = t.get(end)?;
    let low = |i: Option<usize>| i.and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let between = low(at.checked_sub(1)) == "between"
        || money && low(at.checked_sub(2)) == "between"
        || bounds::before(t, at).is_some_and(|(b, _)| low(b.checked_sub(1)) == "between");
    let dash = matches!(link.low.as_str(), "-" | "–" | "‑") && !link.spaced;
    let joins = dash || link.low == "to" || link.low == "or" || link.low == "and" && between;
    let next = end + 1;
    if !joins {
        return None;
    }
    let next = next + usize::from(matches!(low(Some(next)), "$" | "€" | "£"));
    let second = number::number(t, next, money)?;
    let (after, code) = match unit::after(t, second.end, dollar) {
        Some((after, code)) => (after, Some(code)),
        None => (second.end, None),
    };
    // "From 3 to 5" may be a change, and "2-1" a score: only a growing pair with a noun or unit is a range.
    let low_scale =
        first.mantissa.1 == 0 && second.mantissa.1 > 0 && is_less(&first.value, &second.mantissa.0);
    let from = if low_scale { number::scaled(&first.value, second.mantissa.1) } else { first.value.clone() };
    let grows = is_less(&from, &second.value);
    if dash && !grows {
        return Some(Range { from, upto: second.value, end: after, unit: code, is_score: true });
    }
    if low(at.checked_sub(1)) == "from" || !grows {
        return None;
    }
    let noun = code.is_some() || money || counted::counted(t, after, false, false).is_some();
    if !noun {
        let is_score = dash;
        return is_score.then_some(Range { from, upto: second.value, end: after, unit: code, is_score });
    }
    Some(Range { from, upto: second.value, end: after, unit: code, is_score: false })
}

/// Whether the decimal `a` is less than `b`.
fn is_less(a: &str, b: &str) -> bool {
    let parts = |s: &str| {
        let (whole, part) = s.split_once('.').unwrap_or((s, ""));
        (whole.trim_start_matches('0').len(), whole.trim_start_matches('0').to_owned(), part.to_owned())
    };
    parts(a) < parts(b)
}

/// Whether the words before token `from` tell who was hit: "killed 12", "wounding another 30".
fn hits(t: &[Token], from: usize) -> bool {
    let low = |n: usize| from.checked_sub(n).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let hit = |w: &str| {
        matches!(
            w,
            "killed"
                | "killing"
                | "kills"
                | "wounded"
                | "wounding"
                | "wounds"
                | "injured"
                | "injuring"
                | "injures"
                | "leaving"
                | "kill"
                | "wound"
                | "injure"
        )
    };
    hit(low(1)) || matches!(low(1), "another" | "and" | "a") && hit(low(2))
}

/// Nouns of lengths of time, which are times and no figures.
fn is_length(low: &str) -> bool {
    matches!(
        low,
        "years" | "months" | "weeks" | "days" | "hours" | "minutes" | "seconds" | "decades" | "centuries"
    )
}

/// "People under 30": an age, where nothing is counted.
fn is_age_bound(t: &[Token], from: usize) -> bool {
    t.get(from).is_some_and(|w| matches!(w.low.as_str(), "under" | "over" | "above" | "below"))
}

/// "And two more in the port": the noun of the number before is left out.
fn goes_on(t: &[Token], from: usize, end: usize) -> bool {
    let and =
        from.checked_sub(1).and_then(|i| t.get(i)).is_some_and(|w| matches!(w.low.as_str(), "and" | ","));
    and && t.get(end).is_some_and(|w| matches!(w.low.as_str(), "more" | "others"))
}

/// Whether the number only points at things already known: "the two sides", "these four".
fn is_idle(
    t: &[Token],
    from: usize,
    first: &Number,
    qualifier: Option<Qualifier>,
    nouns: Option<(usize, usize)>,
) -> bool {
    let before = from.checked_sub(1).and_then(|i| t.get(i)).map_or("", |w| w.low.as_str());
    let noun = nouns.and_then(|(_, b)| t.get(b.checked_sub(1)?)).map_or("", |w| w.low.as_str());
    let small = first.in_words && first.value.len() == 1;
    if !small {
        return false;
    }
    let points = matches!(
        before,
        "the"
            | "these"
            | "those"
            | "both"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "all"
            | "other"
            | "'s"
            | "any"
            | "last"
            | "first"
            | "next"
    );
    let parties =
        matches!(noun, "sides" | "countries" | "nations" | "leaders" | "ways" | "things" | "parties");
    points || parties && qualifier.is_none()
}

/// The tokens of what "one" at the tokens before `at` counts. It is mostly a pronoun or an article, and a count only
/// with people and things that news counts.
fn one_of(t: &[Token], at: usize) -> Option<(usize, usize)> {
    let people = usize::from(t.get(at).is_some_and(|w| w.capital));
    let noun = t.get(at + people)?;
    let counts = matches!(
        noun.low.as_str(),
        "person"
            | "soldier"
            | "civilian"
            | "child"
            | "woman"
            | "officer"
            | "worker"
            | "missile"
            | "drone"
            | "policeman"
            | "boy"
            | "girl"
            | "passenger"
            | "protester"
            | "patient"
            | "fatality"
            | "death"
            | "aircraft"
            | "vessel"
    );
    counts.then_some((at, at + people + 1))
}
