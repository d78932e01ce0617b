//! Quotations: found where ours covers more than half of it, right where its speaker is one whom the set gives.
//!
//! **Invariant:** of several of ours that cover it the first in the text counts. Start at [`score`].

use serde_json::Value;

use super::Outcome;
use super::gold::{Bytes, Document, Quotation, shared};

/// Scores the quotations of `ours` against `gold`.
pub fn score(gold: &[Document], ours: &[Document]) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut all, mut found, mut attributed, mut right) = (0, 0, 0, 0);
    for (gold, ours) in gold.iter().zip(ours) {
        for quotation in of(gold) {
            all += 1;
            let at = (quotation.start, quotation.end);
            let covers = |x: &&Quotation| 2 * shared(at, (x.start, x.end)) > at.1 - at.0;
            let Some(mine) = of(ours).find(covers) else {
                outcome.misses.push(format!("not found {} {}", gold.id, gold.around(at)));
                continue;
            };
            found += 1;
            let Some(speaker) = place(&mine.speaker) else {
                outcome.misses.push(format!("no speaker {} {}", gold.id, gold.around(at)));
                continue;
            };
            attributed += 1;
            let theirs = places(&quotation.speaker);
            if theirs.iter().any(|place| shared(*place, speaker) > 0) {
                right += 1;
                continue;
            }
            let theirs: Vec<String> = theirs.iter().map(|place| gold.around(*place)).collect();
            let theirs = theirs.join(" | ");
            outcome.misses.push(format!("speaker {} ours {} gold {theirs}", gold.id, gold.around(speaker)));
        }
    }
    let [all, found, attributed, right] = [all, found, attributed, right].map(|n: u32| f64::from(n));
    outcome.share("found", found, all);
    outcome.share("attributed", attributed, all);
    outcome.share("speaker right of all", right, all);
    outcome.share("speaker right of attributed", right, attributed);
    outcome
}

fn of(document: &Document) -> impl Iterator<Item = &Quotation> {
    document.quotations.iter().flatten()
}

/// Where our speaker stands.
fn place(speaker: &Value) -> Option<Bytes> {
    let number = |key: &str| speaker.get(key).and_then(Value::as_u64).map(|n| n as usize);
    Some((number("start")?, number("end")?))
}

/// Where a set's speakers stand.
fn places(speakers: &Value) -> Vec<Bytes> {
    let number = |pair: &Value, at: usize| pair.get(at).and_then(Value::as_u64).map(|n| n as usize);
    let all = speakers.as_array().into_iter().flatten();
    all.filter_map(|pair| Some((number(pair, 0)?, number(pair, 1)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::gold::documents;
    use super::*;

    #[test]
    fn more_than_half_is_found_and_any_of_the_speakers_is_right() {
        let form = |quotation: &str| {
            let text = "“It is so,” Berg said, and left.";
            documents(&format!("{{\"text\":\"{text}\",\"quotations\":[{quotation}]}}")).unwrap()
        };
        let gold = form("{\"start\":0,\"end\":14,\"speaker\":[[30,34],[15,19]]}");
        let check = |ours: &str, expected: [f64; 4]| {
            let figures = score(&gold, &form(ours)).figures;
            assert_eq!(figures.iter().map(|f| f.value).collect::<Vec<_>>(), expected, "{ours}");
        };
        check("{\"start\":3,\"end\":14,\"speaker\":{\"start\":15,\"end\":19}}", [100.0; 4]);
        check("{\"start\":3,\"end\":14,\"speaker\":{\"start\":20,\"end\":24}}", [100.0, 100.0, 0.0, 0.0]);
        check("{\"start\":3,\"end\":14,\"speaker\":null}", [100.0, 0.0, 0.0, 0.0]);
        check("{\"start\":3,\"end\":10,\"speaker\":null}", [0.0; 4]);
    }
}
