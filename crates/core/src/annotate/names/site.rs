//! Works that are named after the place they stand in: "Zaporizhzhia nuclear power plant", "Kakhovka
//! hydroelectric power station".
//!
//! **Invariant:** only what news names as one thing by its place, in the singular and right after it; a country's plant
//! is any of its plants. Start at [`extend`].

use super::super::{Mention, NameKind};
use super::gazetteer;
use super::line::Line;
use crate::evidence::Evidence;

/// Makes the places of `found` that such words follow the names of the works themselves.
pub(super) fn extend(text: &str, lines: &[Line<'_>], found: &mut [Mention]) {
    let mut at = 0;
    for line in lines {
        for (i, token) in line.tokens.iter().enumerate() {
            while found.get(at).is_some_and(|m| m.span.end < token.span.end) {
                at += 1;
            }
            let Some(mention) = found.get_mut(at).filter(|m| m.span.end == token.span.end) else { continue };
            let country =
                gazetteer::known(mention.span.of(text)).is_some_and(|(_, r)| r == "gazetteer-country");
            let unsure = mention.kind == NameKind::Organization && mention.evidence.confidence < 70;
            let named = (mention.kind == NameKind::Place || unsure) && !country;
            let Some(last) = works(line, i + 1).filter(|_| named).and_then(|end| line.tokens.get(end - 1))
            else {
                continue;
            };
            mention.span = mention.span.join(last.span);
            mention.kind = NameKind::Place;
            mention.evidence = Evidence::rule("works-after", 88);
        }
    }
}

/// The token after the words for works at token `i`: "nuclear power plant", "hydroelectric power station".
fn works(line: &Line<'_>, i: usize) -> Option<usize> {
    let word = |at: usize| line.tokens.get(at).map_or("", |t| t.text);
    let free = |at: usize| line.taken.get(at) == Some(&false);
    let mut end = i;
    if !matches!(word(end), "nuclear" | "thermal" | "hydroelectric" | "hydropower" | "atomic" | "power") {
        return None;
    }
    while matches!(word(end), "nuclear" | "thermal" | "hydroelectric" | "hydropower" | "atomic" | "power")
        && end < i + 3
    {
        end += 1;
    }
    let fits = matches!(word(end), "plant" | "station" | "facility" | "complex") && (i..=end).all(free);
    // "a Springfield power plant worker" is of the town's plant all the same.
    fits.then_some(end + 1)
}
