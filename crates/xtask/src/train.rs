//! Trains the model that decides names, from annotated text of open licence.
//!
//! The folder holds JSON lines, one document a line with its `mentions` (`start`, `end`, `kind`), in the files that
//! [`gold::FILES`] names; they are measured against, never copied into the project.
//! **Invariant:** the same files give the same weights: a fixed order of shuffling, no clock, no threads.
//! Start at [`train`].

mod chain;
mod gold;
mod invented;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dateline_core::annotate::names::gazetteer::sorted;
use dateline_core::annotate::names::model::{LABELS, MAGIC};

use chain::{Chunk, Weights};

/// Where the weights stand.
const HOME: &str = "crates/core/src/annotate/names/model/weights.bin";
/// Signs of fewer documents than this are left out: they would be learned by heart.
const LEAST_DOCUMENTS: usize = 5;
/// So many documents of our own are added.
const INVENTED: usize = 150;
/// The most signs that are kept, the heaviest first; each takes 10 bytes.
const MOST_SIGNS: usize = 20_000;
/// One unit of the stored weights is a sixteenth.
const SCALE: f32 = 16.0;

/// Trains on the files in `from`, but for those whose names contain `without`, and writes the weights at `root`.
pub fn train(from: &Path, without: Option<&str>, root: &Path) -> Result<(), String> {
    let mut documents = gold::documents(from, without)?;
    documents.extend(gold::invented(INVENTED));
    let mut seen: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (number, document) in documents.iter().enumerate() {
        let signs = document.iter().flat_map(|chunk| chunk.words.iter().flatten());
        for sign in signs.map(|sign| sign.number).collect::<BTreeSet<_>>() {
            let entry = seen.entry(sign).or_insert((0, number));
            entry.0 += 1;
        }
    }
    let numbers: Vec<u32> =
        seen.into_iter().filter(|(_, (times, _))| *times >= LEAST_DOCUMENTS).map(|(sign, _)| sign).collect();
    let chunks: Vec<Chunk> = documents.iter().flatten().map(|chunk| Chunk::new(chunk, &numbers)).collect();
    let words: usize = chunks.iter().map(|chunk| chunk.words.len()).sum();
    println!(
        "{} documents, {} words in {} chunks, {} signs",
        documents.len(),
        words,
        chunks.len(),
        numbers.len()
    );
    let weights = chain::fit(&chunks, numbers.len());
    let file = quantised(&numbers, &weights);
    fs::write(root.join(HOME), &file).map_err(|e| format!("{HOME}: {e}"))?;
    println!("{HOME}: {} bytes", file.len());
    Ok(())
}

fn quantised(numbers: &[u32], weights: &Weights) -> Vec<u8> {
    let whole = |w: &f32| (w * SCALE).round().clamp(-127.0, 127.0) as i8;
    let mut kept: Vec<(i32, u32, [i8; LABELS])> = Vec::new();
    for (number, row) in numbers.iter().zip(&weights.signs) {
        let row: [i8; LABELS] = std::array::from_fn(|label| whole(&row[label]));
        // What a sign says is the differences between its labels.
        let span = i32::from(*row.iter().max().unwrap_or(&0)) - i32::from(*row.iter().min().unwrap_or(&0));
        if span > 3 {
            kept.push((-span, *number, row));
        }
    }
    kept.sort_unstable();
    kept.truncate(MOST_SIGNS);
    kept.sort_unstable_by_key(|(_, number, _)| *number);
    let keys: Vec<u32> = kept.iter().map(|(_, number, _)| *number).collect();
    let mut rows: Vec<u8> = kept.iter().flat_map(|(.., row)| row.iter().map(|w| w.cast_unsigned())).collect();
    rows.extend(weights.steps.iter().flatten().map(|w| whole(w).cast_unsigned()));
    println!("{} signs kept", keys.len());
    sorted::write(MAGIC, &keys, &[&rows])
}
