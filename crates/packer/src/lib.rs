//! The packer as a WebAssembly module: a pack and the reader's corrections in, the pack under those corrections out.
//!
//! Reading and annotating weigh more than all of the page, and few readers correct anything: so this is run by
//! whoever does, and runs apart from the page. Whoever runs it asks [`room`] for as many bytes as the pack and the
//! corrections have, writes them there one behind the other, calls [`correct`], and reads as many bytes as that
//! returned from [`answer`]'s address.
//! **Invariant:** the module imports nothing, so it can ask for nothing; memory is handed over by address only, and
//! every byte that is read here lies in a buffer of this module's own, whatever the caller does.
//! Start at [`correct`].

#![allow(unsafe_code, reason = "`unsafe(no_mangle)` on the three doors, and nothing else")]

use std::cell::RefCell;

use dateline_core::corpus::decisions::Decisions;
use dateline_core::explore;

/// What an answer begins with where a pack follows, and where the reason follows why there is none.
const PACK: u8 = 1;
const REFUSED: u8 = 0;

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

/// Makes room for `length` bytes, and gives the address to write them to; it holds until the next call of any door.
// The name is not mangled. That is sound: no other symbol of the module, of Rust or of the standard library is called
// `dateline_…`, and the signature has only numbers, for which any caller's value is a valid one.
#[unsafe(export_name = "dateline_room")]
pub extern "C" fn room(length: u32) -> *mut u8 {
    BUFFERS.with_borrow_mut(|buffers| {
        buffers.question.clear();
        buffers.question.resize(length as usize, 0);
        buffers.question.as_mut_ptr()
    })
}

/// Corrects the pack in the first `pack` bytes of the room by the corrections behind it, which are a text as in
/// `decisions.toml`, and gives the length of the answer: a byte that is 1, and the new pack; or one that is 0, and why
/// there is none. The room is empty then.
#[unsafe(export_name = "dateline_correct")]
pub extern "C" fn correct(pack: u32) -> u32 {
    // The question goes into the work: what it takes of memory is the most that there is.
    let Buffers { question, .. } = BUFFERS.take();
    let answer = match corrected(question, pack as usize) {
        Ok(mut pack) => {
            pack.insert(0, PACK);
            pack
        }
        Err(why) => [&[REFUSED], why.as_bytes()].concat(),
    };
    let length = answer.len() as u32;
    BUFFERS.set(Buffers { question: Vec::new(), answer });
    length
}

/// The address of the last answer; it holds until the next call of any door.
#[unsafe(export_name = "dateline_answer")]
pub extern "C" fn answer() -> *const u8 {
    BUFFERS.with_borrow(|buffers| buffers.answer.as_ptr())
}

fn corrected(mut question: Vec<u8>, pack: usize) -> Result<Vec<u8>, String> {
    if pack > question.len() {
        let all = question.len();
        return Err(format!(
            "expected a pack of {pack} bytes, found {all}: make room for it and write it there"
        ));
    }
    let text = question.split_off(pack);
    let text = str::from_utf8(&text).map_err(|e| format!("the corrections are no text: {e}"))?;
    let decisions = Decisions::parse(text).map_err(|e| format!("the corrections cannot be read: {e}"))?;
    explore::corrected(question, &decisions).map_err(|e| format!("the pack cannot be corrected: {e}"))
}

#[cfg(test)]
mod tests {
    use super::corrected;

    #[test]
    fn what_cannot_be_corrected_says_what_was_expected_and_what_to_do() {
        let check = |question: &[u8], pack: usize, expected: &str| {
            assert_eq!(corrected(question.to_vec(), pack).unwrap_err(), expected);
        };
        check(b"abc", 4, "expected a pack of 4 bytes, found 3: make room for it and write it there");
        check(
            b"pack[[date]]\n",
            4,
            "the corrections cannot be read: line 1: expected TOML (missing field `article`), found `[[date]]`: \
             correct the line, or take it out",
        );
        check(
            b"DATELIES",
            8,
            "the pack cannot be corrected: expected a file that begins with `DATELINE`, found `DATELIES`: open a \
             file that Dateline packed",
        );
        assert!(corrected(b"pack\xff".to_vec(), 4).unwrap_err().starts_with("the corrections are no text: "));
    }
}
