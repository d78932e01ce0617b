//! Clock times: `10:35 a.m.`, `9 a.m. EST Tuesday`, `18:00 UTC`, `noon`.
//!
//! **Invariant:** an hour above 24 or a score (`3:2`) is no time; `19:52 PM` is 19:52, since the hour already says
//! so. Start at [`clock`].

use super::calendar;
use super::expression::{Expression, Shape};
use super::grammar::{Match, word};
use super::token::Token;
use super::words;

/// A clock time at token `i`, with the day after it where one stands there.
pub(super) fn clock(t: &[Token], i: usize) -> Option<Match> {
    let (hour, minute, end) = face(t, i)?;
    let zoned = zone(t, end);
    let utc = zoned == end + 1 && matches!(word(t, end), "gmt" | "utc");
    let end = zoned;
    let mut at = end;
    while matches!(word(t, at), "," | "on") {
        at += 1;
    }
    let day = calendar::calendar(t, at).filter(|m| {
        let whole = m.start == at && m.expression.part.is_none();
        let shape = &m.expression.shape;
        whole && matches!(shape, Shape::Day { .. } | Shape::Weekday { .. } | Shape::Days(_) | Shape::Told(_))
    });
    let (shape, end) = day.map_or((Shape::Clock, end), |m| (m.expression.shape, m.end));
    Some(Match {
        start: i,
        end,
        expression: Expression { clock: Some((hour, minute)), utc, ..Expression::of(shape) },
    })
}

/// The hour and minute shown at token `i`, and the token after them.
fn face(t: &[Token], i: usize) -> Option<(i8, i8, usize)> {
    match word(t, i) {
        "noon" | "midday" => return Some((12, 0, i + 1)),
        "midnight" => return Some((0, 0, i + 1)),
        _ => {}
    }
    // "At 0900 GMT"; in brackets it repeats the time before it.
    if let Some(figures) = t
        .get(i)
        .and_then(Token::digits)
        .filter(|_| word(t, i).len() == 4 && (i == 0 || word(t, i - 1) != "("))
        && matches!(word(t, i + 1), "gmt" | "utc")
    {
        let (hour, minute) = ((figures / 100) as i8, (figures % 100) as i8);
        return (hour < 24 && minute < 60).then_some((hour, minute, i + 1));
    }
    if let Some(found) = spoken(t, i) {
        return Some(found);
    }
    let number = word(t, i);
    let (hour, minute) = number.split_once([':', '.']).unwrap_or((number, ""));
    let two = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
    let digits = !hour.is_empty() && hour.len() <= 2 && hour.bytes().all(|b| b.is_ascii_digit());
    if !digits || !(minute.is_empty() || two(minute)) {
        return None;
    }
    let half = match word(t, i + 1) {
        "a.m." | "a.m" | "am" => Some(false),
        "p.m." | "p.m" | "pm" => Some(true),
        _ => None,
    };
    // Without a.m. or p.m. only two-digit hours and minutes with a colon are a clock: `18:00`.
    if half.is_none() && !(number.contains(':') && two(hour)) {
        return None;
    }
    let mut h: i8 = hour.parse().ok()?;
    let m: i8 = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    match half {
        Some(true) if h < 12 => h += 12,
        Some(false) if h == 12 => h = 0,
        _ => {}
    }
    let end = if half.is_some() { i + 2 } else { i + 1 };
    ((0..24).contains(&h) && (0..60).contains(&m)).then_some((h, m, end))
}

/// `six o'clock`, `4 in the morning`, `ten at night`.
fn spoken(t: &[Token], i: usize) -> Option<(i8, i8, usize)> {
    let digits = t.get(i)?.digits().and_then(|n| i8::try_from(n).ok());
    let hour = digits.or_else(|| words::numeral(word(t, i)).and_then(|n| i8::try_from(n).ok()))?;
    if !(1..13).contains(&hour) {
        return None;
    }
    let clock = word(t, i + 1) == "o" && word(t, i + 2) == "'" && word(t, i + 3) == "clock";
    let at = if clock { i + 4 } else { i + 1 };
    let (late, end) = match (word(t, at), word(t, at + 1), word(t, at + 2)) {
        ("in", "the", "morning") => (false, at + 3),
        ("in", "the", "afternoon" | "evening") => (true, at + 3),
        ("at", "night", _) => (hour > 5, at + 2),
        _ if clock => (false, at),
        _ => return None,
    };
    let hour = hour % 12 + if late { 12 } else { 0 };
    Some((hour, 0, end))
}

/// The token after the time zone at token `i`, if one stands there: `GMT`, `EST`, `(GMT+8)`, `local time`.
fn zone(t: &[Token], i: usize) -> usize {
    let open = usize::from(word(t, i) == "(");
    let named = matches!(
        word(t, i + open),
        "gmt" | "utc" | "est" | "edt" | "et" | "cet" | "cest" | "bst" | "pst" | "pdt" | "pt" | "ist" | "msk"
    );
    if !named {
        return if word(t, i) == "local" && word(t, i + 1) == "time" { i + 2 } else { i };
    }
    let mut end = i + open + 1;
    if matches!(word(t, end), "+" | "-") && t.get(end + 1).is_some_and(|n| n.digits().is_some()) {
        end += 2;
    }
    match (open, word(t, end)) {
        (1, ")") => end + 1,
        // "At 6 p.m. (GMT time is used)": no zone of this time.
        (1, _) => i,
        _ => end,
    }
}
