//! The fuzzer: bytes from libFuzzer into the target that `DATELINE_FUZZ` names.
//!
//! **Invariant:** nothing is checked here; a target fails by panicking. `cargo xtask fuzz` builds and runs it with
//! coverage counters. Start at `targets`.

#![no_main]

mod targets;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("DATELINE_FUZZ").unwrap_or_default();
    let found = targets::TARGETS.iter().find(|(target, _)| *target == name);
    found.unwrap_or_else(|| panic!("expected the name of a target in DATELINE_FUZZ, found `{name}`")).1
});

fuzz_target!(|bytes: &[u8]| (*TARGET)(bytes));
