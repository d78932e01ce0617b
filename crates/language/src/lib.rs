//! The language core as a WebAssembly module: lines of JSON in, lines of JSON out, as `dateline analyze --jsonl`.
//!
//! Whoever runs it asks [`room`] for as many bytes as the lines have, writes them to the address it gives, calls
//! [`analyze`] or [`link`], and reads as many bytes as that returned from [`answer`]'s address. `tests/run.mjs` shows it.
//! **Invariant:** the module imports nothing, so it can ask for nothing; memory is handed over by address only, and
//! every byte that is read here lies in a buffer of this module's own, whatever the caller does.
//! Start at [`analyze`].

#![allow(unsafe_code, reason = "`unsafe(no_mangle)` on the five doors, and nothing else")]

use std::cell::RefCell;

use dateline_core::json::lines::{self, Line};

/// What goes in and what comes out. Only the doors below change them, one at a time: the module has one thread, and
/// none of them calls out of it.
#[derive(Default)]
struct Buffers {
    question: Vec<u8>,
    answer: Vec<u8>,
}

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// Makes room for `length` bytes of lines, and gives the address to write them to; it holds until the next call of
/// any door.
// The name is not mangled. That is sound: no other symbol of the module, of Rust or of the standard library is called
// `dateline_…`, and the signature has only numbers, for which any caller's value is a valid one.
#[unsafe(export_name = "dateline_room")]
pub extern "C" fn room(length: u32) -> *mut u8 {
    BUFFERS.with_borrow_mut(|buffers| {
        buffers.question.clear();
        buffers.question.resize(length as usize, b' ');
        buffers.question.as_mut_ptr()
    })
}

/// Annotates each line by itself, and gives the length of the answer: a line a document, with the entities of its
/// own, or `{"error"}` where a line cannot be read.
#[unsafe(export_name = "dateline_analyze")]
pub extern "C" fn analyze() -> u32 {
    answered(|questions, out| {
        for line in questions {
            match Line::parse(line) {
                Ok((line, own)) => drop(lines::alone(out, line.article(own, None))),
                Err(what) => lines::failed(out, &what),
            }
        }
    })
}

/// Annotates all lines together, and gives the length of the answer: a line a document, and a last one with the
/// entities that they share. A line that cannot be read is an `{"error"}` before them.
#[unsafe(export_name = "dateline_link")]
pub extern "C" fn link() -> u32 {
    answered(|questions, out| {
        let mut articles = Vec::new();
        for line in questions {
            match Line::parse(line) {
                Ok((line, own)) => articles.push(line.article(own, None)),
                Err(what) => lines::failed(out, &what),
            }
        }
        drop(lines::linked(out, articles));
    })
}

/// The address of the last answer; it holds until the next call of any door.
#[unsafe(export_name = "dateline_answer")]
pub extern "C" fn answer() -> *const u8 {
    BUFFERS.with_borrow(|buffers| buffers.answer.as_ptr())
}

/// Gives the memory of question and answer back to the module, for what is asked next.
#[unsafe(export_name = "dateline_clear")]
pub extern "C" fn clear() {
    BUFFERS.take();
}

/// Lets `work` answer the lines that are not empty.
fn answered(work: impl FnOnce(&mut dyn Iterator<Item = &[u8]>, &mut Vec<u8>)) -> u32 {
    let Buffers { question, mut answer } = BUFFERS.take();
    answer.clear();
    let mut questions = question.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    work(&mut questions, &mut answer);
    let length = answer.len() as u32;
    BUFFERS.set(Buffers { question, answer });
    length
}
