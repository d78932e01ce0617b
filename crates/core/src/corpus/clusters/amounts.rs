//! How many of what, as far as two reports can contradict each other.
//!
//! **Invariant:** two figures are held against each other only where unit and counted word are the same, and only
//! what no number can satisfy is a conflict: "at least 12" and "15" are none. Start at [`Amount::conflicts`].

use std::borrow::Cow;

use super::stems;
use crate::annotate::{Figure, Qualifier};
use crate::fold;

/// A figure for comparing.
pub(super) struct Amount {
    /// As the text has it, in digits.
    pub(super) value: String,
    /// ISO 4217 or UCUM code, or empty.
    unit: String,
    /// The stem of the word for what is counted, or empty.
    counted: String,
    /// The least and the most that it allows, in thousandths.
    least: i128,
    most: i128,
}

/// A number too large to be one of anything.
const ENDLESS: i128 = i128::MAX / 4;

impl Amount {
    /// `figure` of `text`; `None` where its number is no number.
    pub(super) fn of(text: &str, figure: &Figure) -> Option<Self> {
        let value = thousandths(&figure.value)?;
        let upto = figure.upto.as_deref().and_then(thousandths).unwrap_or(value);
        let (least, most) = match figure.qualifier {
            Qualifier::Exactly | Qualifier::Only => (value, upto),
            Qualifier::AtLeast | Qualifier::MoreThan => (value, ENDLESS),
            Qualifier::AtMost | Qualifier::LessThan => (0, upto),
            Qualifier::About => (value - value / 5, upto + upto / 5),
            Qualifier::Nearly => (value - value / 5, upto),
        };
        let counted = figure.counted.map_or("", |span| span.of(text));
        let (value, unit) = (figure.value.clone(), figure.unit.clone());
        Some(Self { value, unit, counted: head(counted), least, most })
    }

    /// Whether no number satisfies both.
    pub(super) fn conflicts(&self, other: &Self) -> bool {
        let comparable = self.unit == other.unit
            && self.counted == other.counted
            && !(self.unit.is_empty() && self.counted.is_empty());
        comparable && (self.most < other.least || other.most < self.least)
    }

    /// Whether the number by itself points to one event: not a small or a round one.
    pub(super) fn is_telling(&self) -> bool {
        let digits = self.value.trim_end_matches('0').chars().filter(char::is_ascii_digit).count();
        digits >= 2
    }
}

/// A number in thousandths; `None` for what is none or too large.
fn thousandths(number: &str) -> Option<i128> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    let digits = format!("{whole}{part}");
    (digits.len() <= 30).then(|| digits.parse().ok()).flatten()
}

/// The stem of the last word before a preposition: `prisoners of war` is `prisoner`.
fn head(counted: &str) -> String {
    let words: Vec<Cow<'_, str>> = fold::words(counted).map(|(_, word)| word).collect();
    let small = |word: &Cow<'_, str>| {
        ["of", "in", "from", "for", "on", "at", "with", "and", "who", "a", "per"].contains(&&**word)
    };
    let before = words.iter().take_while(|word| !small(word)).last();
    before.map(|word| stems::stem(word).unwrap_or_else(|| word.clone().into_owned())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::Voice;
    use crate::evidence::Evidence;
    use crate::span::Span;

    fn amount(qualifier: Qualifier, value: &str, counted: &str) -> Amount {
        let figure = Figure {
            span: Span::new(0, 0),
            value: value.to_owned(),
            upto: None,
            qualifier,
            unit: String::new(),
            counted: Some(Span::new(0, counted.len())),
            voice: Voice::OUTLET,
            event: None,
            evidence: Evidence::rule("no-date", 100),
        };
        Amount::of(counted, &figure).unwrap()
    }

    #[test]
    fn only_what_no_number_satisfies_is_a_conflict() {
        use Qualifier::{About, AtLeast, Exactly, LessThan};
        for (a, b, conflict) in [
            ((Exactly, "12", "dead"), (Exactly, "13", "dead"), true),
            ((Exactly, "12", "prisoners of war"), (Exactly, "13", "prisoners"), true),
            ((Exactly, "12", "dead"), (Exactly, "13", "wounded"), false),
            ((AtLeast, "12", "dead"), (Exactly, "15", "dead"), false),
            ((AtLeast, "12", "dead"), (Exactly, "11", "dead"), true),
            ((About, "100", "drones"), (Exactly, "110", "drones"), false),
            ((About, "100", "drones"), (Exactly, "150", "drones"), true),
            ((LessThan, "5", "homes"), (AtLeast, "6", "homes"), true),
            ((Exactly, "2.5", "tonnes"), (Exactly, "2.50", "tonnes"), false),
            ((Exactly, "1", ""), (Exactly, "2", ""), false),
        ] {
            let (one, other) = (amount(a.0, a.1, a.2), amount(b.0, b.1, b.2));
            assert_eq!((one.conflicts(&other), other.conflicts(&one)), (conflict, conflict), "{a:?} {b:?}");
        }
        assert!(amount(Exactly, "157", "x").is_telling() && !amount(Exactly, "400", "x").is_telling());
        assert_eq!(thousandths("9".repeat(40).as_str()), None);
    }
}
