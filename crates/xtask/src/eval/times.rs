//! Expressions of time, as TempEval-3 scores its task A.
//!
//! A time of the set and one of ours belong together where they overlap; of several the one with more equal ends.
//! Relaxed counts those, strict the ones with equal ends, type and value the ones that say the same.
//! **Invariant:** one of ours stands for one of the set at most. Start at [`score`].

use super::Outcome;
use super::gold::{Bytes, Document, Time};

/// Scores the times of `ours` against `gold`.
pub fn score(gold: &[Document], ours: &[Document]) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut wanted, mut given) = (0, 0);
    let (mut strict, mut relaxed, mut typed, mut valued) = (0, 0, 0, 0);
    for (gold, ours) in gold.iter().zip(ours) {
        let mine: Vec<(Bytes, &Time)> = of(ours).map(|time| (place(gold, time), time)).collect();
        let mut used = vec![false; mine.len()];
        given += mine.len() as u32;
        for time in of(gold) {
            wanted += 1;
            let at = place(gold, time);
            let Some(best) = best(&mine, &used, at) else {
                outcome.misses.push(format!(
                    "missed {} {} {}",
                    gold.id,
                    text(time.value.as_ref()),
                    gold.around(at)
                ));
                continue;
            };
            let (place, found) = mine[best];
            used[best] = true;
            relaxed += 1;
            strict += u32::from(place == at);
            typed += u32::from(found.r#type == time.r#type);
            valued += u32::from(found.value == time.value);
            if found.value != time.value {
                let (wanted, found) = (text(time.value.as_ref()), text(found.value.as_ref()));
                outcome.misses.push(format!(
                    "value {} gold {wanted} ours {found} {}",
                    gold.id,
                    gold.around(at)
                ));
            }
        }
        let extra = mine.iter().zip(&used).filter(|(_, used)| !**used);
        outcome.misses.extend(extra.map(|((at, time), _)| {
            format!("extra {} {} {}", gold.id, text(time.value.as_ref()), gold.around(*at))
        }));
    }
    for (name, hits) in [("strict", strict), ("relaxed", relaxed), ("type", typed), ("value", valued)] {
        outcome.agreement(name, hits, given, wanted);
    }
    outcome
}

/// The one of `mine` that belongs to the time at `at`: the first with the most equal ends.
fn best(mine: &[(Bytes, &Time)], used: &[bool], at: Bytes) -> Option<usize> {
    let free = mine.iter().enumerate().filter(|(i, (place, _))| {
        let overlap = place.0 < at.1 && at.0 < place.1;
        overlap && !used[*i]
    });
    let equal = |place: Bytes| u32::from(place.0 == at.0) + u32::from(place.1 == at.1);
    // The first of several equally good ones: the last of the reversed order.
    free.rev().max_by_key(|(_, (place, _))| equal(*place)).map(|(i, _)| i)
}

fn of(document: &Document) -> impl Iterator<Item = &Time> {
    document.times.iter().flatten()
}

fn place(gold: &Document, time: &Time) -> Bytes {
    gold.trim((time.start, time.end))
}

fn text(value: Option<&String>) -> &str {
    value.map_or("nothing", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::super::gold::documents;
    use super::*;

    fn figures(gold: &str, ours: &str) -> Vec<String> {
        let form = |times: &str| {
            documents(&format!("{{\"id\":\"a\",\"text\":\"early on Friday or so\",\"times\":[{times}]}}"))
                .unwrap()
        };
        let outcome = score(&form(gold), &form(ours));
        outcome.figures.iter().map(|f| format!("{} {:.1}", f.name, f.value)).collect()
    }

    #[test]
    fn one_that_overlaps_is_found_and_one_with_equal_ends_is_right() {
        let friday = "{\"start\":9,\"end\":15,\"type\":\"DATE\",\"value\":\"2026-02-06\"}";
        let early = "{\"start\":0,\"end\":15,\"type\":\"TIME\",\"value\":\"2026-02-06\"}";
        let all = figures(friday, friday);
        assert!(all.iter().all(|figure| figure.ends_with(" 100.0")), "{all:?}");
        let wide = figures(friday, early);
        assert_eq!(wide[0], "strict P 0.0");
        assert_eq!(wide[5], "relaxed F1 100.0");
        assert_eq!(wide[8], "type F1 0.0");
        assert_eq!(wide[11], "value F1 100.0");
    }

    #[test]
    fn each_of_ours_counts_once() {
        let friday = "{\"start\":9,\"end\":15,\"type\":\"DATE\",\"value\":\"2026-02-06\"}";
        let twice = format!("{friday},{friday}");
        assert_eq!(figures(&twice, friday)[4], "relaxed R 50.0");
        assert_eq!(figures(friday, &twice)[3], "relaxed P 50.0");
    }
}
