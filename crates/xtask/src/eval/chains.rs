//! Names linked across documents: B-cubed over the names of the set that were found.
//!
//! For each name its precision is the share of those that we give the same entity which the set gives the same too,
//! its recall the share the other way round; the figures are the means.
//! **Invariant:** one name of the set is answered by the one of ours that overlaps it best. Start at [`score`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Outcome;
use super::gold::{Bytes, Document, Mention, shared};

/// A name of the set: document and place.
type Key = (usize, Bytes);

/// Scores how the names of `ours` are linked against `gold`.
pub fn score(gold: &[Document], ours: &[Document]) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut all, mut found) = (0, 0);
    let mut entities: BTreeMap<Key, (Option<&str>, &str)> = BTreeMap::new();
    for (at, (gold, ours)) in gold.iter().zip(ours).enumerate() {
        for (entity, places) in gold.chains.iter().flatten() {
            for place in places.as_array().into_iter().flatten().filter_map(place) {
                all += 1;
                let mine = ours.mentions.iter().flatten();
                match best(mine, place) {
                    Some(name) => {
                        found += 1;
                        entities.insert((at, place), (name.entity.as_deref(), entity));
                    }
                    None => outcome.misses.push(format!("missed {} {}", gold.id, gold.around(place))),
                }
            }
        }
    }
    let (mut ours_of, mut theirs_of) = (BTreeMap::new(), BTreeMap::new());
    for (key, (ours, theirs)) in &entities {
        ours_of.entry(*ours).or_insert_with(BTreeSet::new).insert(*key);
        theirs_of.entry(*theirs).or_insert_with(BTreeSet::new).insert(*key);
    }
    let (mut precision, mut recall) = (0.0, 0.0);
    for (ours, theirs) in entities.values() {
        let (Some(mine), Some(right)) = (ours_of.get(ours), theirs_of.get(theirs)) else { continue };
        let both = mine.intersection(right).count() as f64;
        precision += both / mine.len() as f64;
        recall += both / right.len() as f64;
    }
    outcome.misses.extend(split_or_joined(gold, &entities));
    let names = (entities.len() as f64).max(1.0);
    let (precision, recall) = (precision / names, recall / names);
    outcome.share("found", f64::from(found), f64::from(all));
    outcome.share("B-cubed P", precision, 1.0);
    outcome.share("B-cubed R", recall, 1.0);
    outcome.share("B-cubed F1", 2.0 * precision * recall, precision + recall);
    outcome
}

/// Each pair of our entity and the set's that does not stand alone, by one of its names.
fn split_or_joined(gold: &[Document], entities: &BTreeMap<Key, (Option<&str>, &str)>) -> Vec<String> {
    let mut pairs: BTreeMap<(&str, Option<&str>), Key> = BTreeMap::new();
    for (key, (ours, theirs)) in entities {
        pairs.entry((theirs, *ours)).or_insert(*key);
    }
    let wrong =
        pairs.iter().filter(|((theirs, ours), _)| pairs.keys().any(|(t, o)| (t == theirs) != (o == ours)));
    let say = |((theirs, ours), (document, place)): (&(&str, Option<&str>), &Key)| {
        let around = gold.get(*document).map(|gold| gold.around(*place)).unwrap_or_default();
        format!("linked gold {theirs} ours {} {around}", ours.unwrap_or("none"))
    };
    wrong.map(say).collect()
}

/// The first of `names` that overlaps `place` best: by what they share of what they cover together.
fn best<'a>(names: impl Iterator<Item = &'a Mention>, place: Bytes) -> Option<&'a Mention> {
    let mut best: Option<(&Mention, (usize, usize))> = None;
    for name in names {
        let at = (name.start, name.end);
        let share = (shared(at, place), at.1.max(place.1) - at.0.min(place.0));
        let better = best.is_none_or(|(_, (part, whole))| share.0 * whole > part * share.1);
        if share.0 > 0 && better {
            best = Some((name, share));
        }
    }
    best.map(|(name, _)| name)
}

fn place(value: &Value) -> Option<Bytes> {
    let number = |key: &str| value.get(key).and_then(Value::as_u64).map(|n| n as usize);
    Some((number("start")?, number("end")?))
}

#[cfg(test)]
mod tests {
    use super::super::gold::documents;
    use super::*;

    #[test]
    fn two_people_in_one_entity_cost_precision_alone() {
        let gold = "{\"text\":\"Berg Lund Berg\",\"chains\":{\"b\":[{\"start\":0,\"end\":4},{\"start\":10,\"end\":14}],\
                    \"l\":[{\"start\":5,\"end\":9}]}}";
        let name = |start: usize, entity: &str| {
            format!("{{\"start\":{start},\"end\":{},\"kind\":\"person\",\"entity\":\"{entity}\"}}", start + 4)
        };
        let ours = |second: &str| {
            let names = [name(0, "x"), name(5, second), name(10, "x")].join(",");
            documents(&format!("{{\"text\":\"Berg Lund Berg\",\"mentions\":[{names}]}}")).unwrap()
        };
        let figures = |second: &str| {
            let outcome = score(&documents(gold).unwrap(), &ours(second));
            outcome.figures.iter().map(|f| f.value.round()).collect::<Vec<_>>()
        };
        assert_eq!(figures("y"), [100.0; 4]);
        assert_eq!(figures("x"), [100.0, 56.0, 100.0, 71.0]);
    }
}
