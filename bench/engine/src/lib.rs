//! The engine as a WebAssembly module for `cargo xtask bench search`: a pack in, piece by piece, questions in, answers
//! kept.
//!
//! Whoever runs it asks [`room`] for as many bytes as it has, writes them to the address it gives, and calls [`more`]
//! or [`ask`]. What an answer says is told by [`told`], so that telling is no part of answering.
//! **Invariant:** the module imports nothing, and every byte that is read here lies in a buffer of its own.
//! Everything that is known of the core stands in [`asking`]. Start at [`ask`].

#![allow(unsafe_code, reason = "`unsafe(no_mangle)` on the doors, and nothing else")]

mod asking;

use std::cell::RefCell;

use asking::Asking;
use dateline_core::engine::Stage;

/// What goes in, what comes out, and what is asked. Only the doors below change them, one at a time.
#[derive(Default)]
struct Kept {
    given: Vec<u8>,
    said: Vec<u8>,
    asking: Asking,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Makes room for `length` bytes, and gives the address to write them to; it holds until the next call of any door.
// The name is not mangled. That is sound: nothing else of the module has a name of these doors, and the signatures have
// only numbers, for which any caller's value is a valid one.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: u32) -> *mut u8 {
    KEPT.with_borrow_mut(|kept| {
        kept.given.resize(length as usize, 0);
        kept.given.as_mut_ptr()
    })
}

/// Takes the next bytes of the pack, which were given: 0 while too few are there to ask, 1 where all are but the articles,
/// 2 where those are too; below 0 where something is wrong, less the length of what.
#[unsafe(no_mangle)]
pub extern "C" fn more() -> i32 {
    KEPT.with_borrow_mut(|kept| match kept.asking.more(&kept.given) {
        Ok(Stage::Begun) => 0,
        Ok(Stage::Head) => 1,
        Ok(Stage::Whole) => 2,
        Err(what) => -say(kept, what).cast_signed(),
    })
}

/// Answers the question whose text was given, its last word a prefix where `typing` is not 0; how many articles match.
#[unsafe(no_mangle)]
pub extern "C" fn ask(typing: u32) -> u32 {
    KEPT.with_borrow_mut(|kept| {
        let text = str::from_utf8(&kept.given).unwrap_or_default();
        kept.asking.ask(text, typing != 0)
    })
}

/// Answers the last question again, of articles from the day `from` to the day `to`, counted from 1970, both inclusive,
/// with the first `rows` of them; how many match.
#[unsafe(no_mangle)]
pub extern "C" fn brush(from: i32, to: i32, rows: u32) -> u32 {
    KEPT.with_borrow_mut(|kept| kept.asking.brush(from, to, rows))
}

/// Takes hold of a range beside the last question, of publication or, where `happened` is not 0, of when it happened,
/// with bars from the day `first` to the day `last`, counted from 1970.
#[unsafe(no_mangle)]
pub extern "C" fn hold(happened: u32, first: i32, last: i32) {
    KEPT.with_borrow_mut(|kept| {
        kept.asking.hold(happened != 0, first, last);
    });
}

/// Moves the range that is held to the days from `from` to `to`, both inclusive; how many articles match, or the highest
/// number where none is held.
#[unsafe(no_mangle)]
pub extern "C" fn shift(from: i32, to: i32) -> u32 {
    KEPT.with_borrow_mut(|kept| kept.asking.shift(from, to).unwrap_or(u32::MAX))
}

/// Writes what the last answer says as JSON, and gives its length: `{"files": […], "total": n}`.
#[unsafe(no_mangle)]
pub extern "C" fn told() -> u32 {
    KEPT.with_borrow_mut(|kept| {
        let said = kept.asking.told();
        say(kept, said)
    })
}

/// The address of what was said last; it holds until the next call of any door.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    KEPT.with_borrow(|kept| kept.said.as_ptr())
}

fn say(kept: &mut Kept, said: String) -> u32 {
    kept.said = said.into_bytes();
    kept.said.len() as u32
}
