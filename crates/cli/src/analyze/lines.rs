//! Documents as lines of JSON over standard input: one in, one out, in order, and no more than one in memory.
//!
//! **Invariant:** a line that cannot be read ends the run by its number, and everything before it has been printed by
//! then; a panic is one line's alone. What a line holds and how it is printed is core's ([`dateline_core::json::lines`]).
//! Start at [`each`]; [`linked`] keeps the whole input, since names are linked over all of it.

use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use dateline_core::corpus::Article;
use dateline_core::json::lines::{self, Line};
use jiff::civil::Date;

use crate::articles::{Lines, Numbered};
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

fn for_each(
    input: impl BufRead,
    date: Option<Date>,
    mut step: impl FnMut(Article) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut lines = Lines::new(input);
    for Numbered { number, bytes } in lines.by_ref() {
        let wrong = |what: String| Failure::wrong(format!("line {number}: {what}"));
        let (line, own) = bytes.and_then(|bytes| Line::parse(&bytes)).map_err(wrong)?;
        step(article(&line, own, date))?;
    }
    lines.failed().map_or(Ok(()), |what| Err(Failure::wrong(what)))
}

/// The article of `line`; a panic is a fault of this text alone, and the lines after it go on.
fn article(line: &Line, own: Option<Date>, otherwise: Option<Date>) -> Article {
    let found = catch_unwind(AssertUnwindSafe(|| line.article(own, otherwise)));
    found.unwrap_or_else(|_| {
        line.stopped("annotating it stopped Dateline itself: please report this with the text")
    })
}
