//! Documents as lines of JSON over standard input: one in, one out, in order, and no more than one in memory.
//!
//! **Invariant:** a line that cannot be read ends the run by its number, and everything before it has been printed by
//! then; a panic is one line's alone. What a line holds and how it is printed is core's ([`dateline_core::json::lines`]).
//! Start at [`each`]; [`linked`] keeps the whole input, since names are linked over all of it.

use std::io::{BufRead, Read as _, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use dateline_core::corpus::Article;
use dateline_core::json::lines::{self, Line};
use dateline_core::read;
use jiff::civil::Date;

use crate::failure::Failure;

/// Annotates each line by itself, with the entities of its own.
pub fn each(input: impl BufRead, out: &mut impl Write, date: Option<Date>) -> Result<(), Failure> {
    for_each(input, date, |article| {
        lines::alone(&mut *out, article)?;
        // Whoever feeds one line at a time waits for its answer.
        Ok(out.flush()?)
    })
}

/// Annotates all lines together; the last line holds the entities that they share.
pub fn linked(input: impl BufRead, out: &mut impl Write, date: Option<Date>) -> Result<(), Failure> {
    let mut articles = Vec::new();
    let read = for_each(input, date, |article| {
        articles.push(article);
        Ok(())
    });
    lines::linked(&mut *out, articles)?;
    out.flush()?;
    read
}

/// The longest line that is read: a largest text in which every character is escaped.
const MAX_LINE: u64 = 6 * read::MAX_BYTES as u64 + 65_536;

fn for_each(
    mut input: impl BufRead,
    date: Option<Date>,
    mut step: impl FnMut(Article) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        let wrong = |what: String| Failure::wrong(format!("line {number}: {what}"));
        let length = input.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes);
        let length = length.map_err(|e| wrong(format!("expected to read it, found: {e}")))?;
        if length == 0 {
            break;
        }
        if length as u64 == MAX_LINE {
            return Err(wrong(format!("expected at most {MAX_LINE} bytes, found more: split the text")));
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let (line, own) = Line::parse(&bytes).map_err(wrong)?;
        step(article(&line, own, date))?;
    }
    Ok(())
}

/// The article of `line`; a panic is a fault of this text alone, and the lines after it go on.
fn article(line: &Line, own: Option<Date>, otherwise: Option<Date>) -> Article {
    let found = catch_unwind(AssertUnwindSafe(|| line.article(own, otherwise)));
    found.unwrap_or_else(|_| {
        line.stopped("annotating it stopped Dateline itself: please report this with the text")
    })
}
