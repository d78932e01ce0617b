//! From when words were free to print: "in comments embargoed until Saturday", "in an interview that airs on Friday".
//!
//! **Invariant:** only a time that stands with a word of embargo or broadcast, outside what is said, and that time
//! alone. Start at [`free`].

use super::items::{Item, What};
use crate::annotate::Time;
use crate::span::Span;

/// How many items may stand between the word and its time: "to be broadcast late on".
const REACH: usize = 5;

/// How many items around the cue are looked at.
const AROUND: usize = 60;

/// The time from which the words `said` were free to print, whose cue is item `cue`: an index into `times`.
pub(super) fn free(items: &[Item<'_>], cue: usize, times: &[Time], said: Span) -> Option<u32> {
    let low = |k: usize| items.get(k).map_or("", |t| t.low.as_str());
    let outside = |k: &usize| {
        items.get(*k).is_some_and(|t| !matches!(t.what, What::Quote(_)) && !t.span.overlaps(said))
    };
    (cue.saturating_sub(AROUND)..cue + AROUND).filter(outside).find_map(|k| {
        let until = match low(k) {
            "embargo" => (k..k + 4).any(|b| matches!(low(b), "until" | "till")),
            "embargoed" | "airs" | "airing" | "aired" => true,
            "broadcast" | "published" | "released" => k.checked_sub(1).is_some_and(|b| low(b) == "be"),
            _ => false,
        };
        let from = items.get(k).filter(|_| until)?.span.end;
        let upto = (k + 1..k + 1 + REACH).take_while(outside).last().and_then(|b| items.get(b))?.span.end;
        let first = times.partition_point(|t| t.span.start < from);
        let time = times.get(first).filter(|t| t.span.start < upto && t.when.is_some())?;
        (!time.span.overlaps(said)).then_some(first as u32)
    })
}
