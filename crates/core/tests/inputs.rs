//! What the fuzzer has found, and what it begins with, once more: `fuzz/inputs/TARGET/`.
//!
//! **Invariant:** every input of every target is read in the ordinary tests, so that what was mended stays so.
//! Start at `fuzz/src/targets.rs`.

#[path = "../../../fuzz/src/targets.rs"]
mod targets;

use std::fs;
use std::path::Path;

#[test]
fn every_input_that_was_saved_is_read() {
    for (target, run) in targets::TARGETS {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/inputs").join(target);
        let inputs: Vec<_> =
            fs::read_dir(&dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display())).collect();
        assert!(!inputs.is_empty(), "{target} has no input to begin with");
        for input in inputs {
            run(&fs::read(input.unwrap().path()).unwrap());
        }
    }
}
