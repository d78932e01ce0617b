//! Names: right where kind and both ends are.
//!
//! **Invariant:** only people, places and organizations count, on both sides, and each place once a kind.
//! Start at [`score`].

use std::collections::BTreeSet;

use super::Outcome;
use super::gold::Document;

const KINDS: [&str; 3] = ["person", "place", "organization"];

/// Scores the names of `ours` against `gold`.
pub fn score(gold: &[Document], ours: &[Document]) -> Outcome {
    let mut outcome = Outcome::default();
    let mut counts = [(0, 0, 0); KINDS.len()];
    for (gold, ours) in gold.iter().zip(ours) {
        let (mine, theirs) = (names(ours), names(gold));
        for (kind, (hits, given, wanted)) in KINDS.iter().zip(&mut counts) {
            let of = |set: &BTreeSet<(usize, usize, &str)>| {
                set.iter().filter(|name| name.2 == *kind).count() as u32
            };
            *hits += of(&mine.intersection(&theirs).copied().collect());
            *given += of(&mine);
            *wanted += of(&theirs);
        }
        for (said, names) in [("missed", theirs.difference(&mine)), ("extra", mine.difference(&theirs))] {
            outcome.misses.extend(
                names.map(|(start, end, kind)| format!("{said} {kind} {}", gold.around((*start, *end)))),
            );
        }
    }
    for (kind, (hits, given, wanted)) in KINDS.iter().zip(counts) {
        outcome.agreement(kind, hits, given, wanted);
    }
    let sum = |of: fn(&(u32, u32, u32)) -> u32| counts.iter().map(of).sum();
    outcome.agreement("all", sum(|c| c.0), sum(|c| c.1), sum(|c| c.2));
    outcome
}

fn names(document: &Document) -> BTreeSet<(usize, usize, &str)> {
    let all = document.mentions.iter().flatten();
    all.map(|name| (name.start, name.end, name.kind.as_str()))
        .filter(|name| KINDS.contains(&name.2))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::gold::documents;
    use super::*;

    #[test]
    fn a_name_counts_where_kind_and_ends_are_equal() {
        let form = |kind: &str, end: usize| {
            let name = format!("{{\"start\":0,\"end\":{end},\"kind\":\"{kind}\"}}");
            documents(&format!("{{\"text\":\"Anna Berg\",\"mentions\":[{name}]}}")).unwrap()
        };
        let check = |kind: &str, end: usize, expected: f64| {
            let outcome = score(&form("person", 9), &form(kind, end));
            let all = outcome.figures.last().unwrap();
            assert_eq!((all.name.as_str(), all.value.to_bits()), ("all F1", expected.to_bits()));
        };
        check("person", 9, 100.0);
        check("person", 4, 0.0);
        check("place", 9, 0.0);
    }
}
