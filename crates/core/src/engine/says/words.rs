//! The terms of a query in plain words, for chips and for the sentence that is read aloud.
//!
//! **Invariant:** a lead and its label, read one after the other, are English and say no more than the term asks.
//! Start at [`clause`].

use crate::civil::{Certainty, Granularity, When};
use crate::explore::query::{Clause, Days, Field, Leaf, Pattern};
use crate::layout::date_text;

/// What leads to a value of `field`, and what leads to one that is left out.
pub(super) fn lead(field: Field) -> [&'static str; 2] {
    match field {
        Field::Person | Field::Place | Field::Organization | Field::Other => ["naming", "without"],
        Field::About => ["about", "not about"],
        Field::Speaker => ["said by", "not said by"],
        Field::Publisher => ["published by", "not published by"],
        Field::Author => ["written by", "not written by"],
        Field::Language => ["in the language", "not in the language"],
        Field::Status => ["reported as", "not reported as"],
        Field::Voice => ["resting on", "not resting on"],
        Field::Origin => ["drawing on", "not drawing on"],
        Field::Dated => ["published", "not published"],
        Field::Incomplete => ["from articles that", "not from articles that"],
    }
}

/// A value of `field` behind its lead.
pub fn value(field: Field, value: &str) -> String {
    let words = match (field, value) {
        (Field::Voice, "one") => "one voice",
        (Field::Voice, "several") => "several voices",
        (Field::Voice, _) => "unnamed voices only",
        (Field::Status, "not-done") => "not done",
        (Field::Dated, "day") => "on a known day",
        (Field::Dated, "range") => "in a range of days",
        (Field::Dated, "set") => "on a date the reader set",
        (Field::Dated, _) => "on an unknown day",
        (Field::Incomplete, "yes") => "may be incomplete",
        (Field::Incomplete, _) => "are not known to be incomplete",
        (Field::Language, "none") => "unknown",
        (_, value) => value,
    };
    words.to_owned()
}

/// When an article was published, behind that word: `up to 5 February 2026`.
pub(super) fn published(days: Days) -> String {
    let range = date_text::range(days.from, days.to);
    let whole = date_text::long(&When {
        interval: days.interval(),
        granularity: Granularity::Days,
        certainty: Certainty::Exact,
    });
    match (days.from, days.to) {
        (None, Some(_)) => range.replacen("until", "up to", 1),
        (Some(_), None) => range,
        (from, to) if from == to => format!("on {range}"),
        // A month or a year by its name.
        _ if whole != range => format!("in {whole}"),
        _ => format!("within {range}"),
    }
}

/// The lead and the label of a clause.
pub(super) fn clause(clause: &Clause) -> (&'static str, String) {
    match clause {
        Clause::Leaf(leaf) => leaf_led(leaf, false),
        Clause::Not(inner) => match &**inner {
            Clause::Leaf(leaf) => leaf_led(leaf, true),
            inner => ("without", joined(inner, false)),
        },
        Clause::And(_) | Clause::Or(_) => ("with", joined(clause, false)),
    }
}

fn leaf_led(leaf: &Leaf, excluded: bool) -> (&'static str, String) {
    let led = |[with, without]: [&'static str; 2]| if excluded { without } else { with };
    match leaf {
        Leaf::Text(pattern) => (led(["with", "without"]), text(pattern)),
        Leaf::Title(pattern) => {
            (led(["with the headline saying", "without the headline saying"]), text(pattern))
        }
        Leaf::Quotation(words) => {
            (led(["quoting about", "not quoting about"]), format!("\u{201c}{words}\u{201d}"))
        }
        Leaf::Value(field, own) => (led(lead(*field)), value(*field, own)),
        Leaf::During(days) => (led(["dated", "not dated"]), date_text::range(days.from, days.to)),
        Leaf::Published(days) => (led(["published", "not published"]), published(*days)),
        Leaf::Undated => (led(["without", "with"]), "a date".to_owned()),
    }
}

/// What a leaf looks for in a passage, if it looks there.
pub(super) fn sought(leaf: &Leaf) -> Option<String> {
    match leaf {
        Leaf::Text(pattern) => Some(text(pattern)),
        Leaf::Quotation(words) => Some(format!("\u{201c}{words}\u{201d}")),
        Leaf::Value(field, value)
            if field.kind().is_some() || matches!(field, Field::About | Field::Speaker) =>
        {
            Some(value.clone())
        }
        _ => None,
    }
}

fn text(pattern: &Pattern) -> String {
    let quoted = || format!("\u{201c}{}\u{201d}", pattern.text);
    match (pattern.quoted, pattern.prefix, pattern.slop) {
        (true, true, _) => format!("\u{201c}{}\u{2026}\u{201d}", pattern.text),
        (true, _, 0) => quoted(),
        (true, _, 1) => format!("{} with up to 1 word among them", quoted()),
        (true, _, slop) => format!("{} with up to {slop} words among them", quoted()),
        (false, true, _) => format!("words that begin with {}", pattern.text),
        (false, false, _) => pattern.text.clone(),
    }
}

/// A clause within another one; no deeper than the parser's parentheses.
fn joined(clause: &Clause, inside: bool) -> String {
    let list =
        |all: &[Clause], by: &str| all.iter().map(|one| joined(one, true)).collect::<Vec<_>>().join(by);
    match clause {
        Clause::Leaf(Leaf::Text(pattern)) => text(pattern),
        Clause::Leaf(leaf) => spaced(leaf_led(leaf, false)),
        Clause::Not(inner) => match &**inner {
            Clause::Leaf(Leaf::Text(pattern)) => format!("not {}", text(pattern)),
            Clause::Leaf(leaf) => spaced(leaf_led(leaf, true)),
            inner => format!("not {}", joined(inner, true)),
        },
        Clause::Or(all) if inside => format!("({})", list(all, " or ")),
        Clause::And(all) if inside => format!("({})", list(all, " and ")),
        Clause::Or(all) => list(all, " or "),
        Clause::And(all) => list(all, " and "),
    }
}

fn spaced((lead, label): (&str, String)) -> String {
    format!("{lead} {label}")
}
