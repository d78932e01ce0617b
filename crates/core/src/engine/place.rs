//! Where the open passage stands among the rows of an answer, and which rows stand beside it.
//!
//! **Invariant:** the order is that of the rows, and going on always comes to another row: rows of one sentence are told
//! apart by their numbers. It costs one pass over the rows that match.
//! Start at [`place`].

use serde::{Deserialize, Serialize};

use super::Ask;
use super::passage::Passage;
use super::row::{self, Making, found};
use crate::explore::{Ranking, Set, Unit};
use crate::span::Span;

/// What is open: a passage, and which row it is, where that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// The passage.
    pub passage: Passage,
    /// The number of its row among those of its unit, as a [`Row`](row::Row) or a [`Place`] has it; several rows may be
    /// about one passage.
    pub row: Option<u32>,
}

/// Where the open passage stands among the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its position, from 1 on, or 0 where it is none of them.
    pub position: u32,
    /// The number of the row that it is or lies in, matching or not.
    pub row: Option<u32>,
    /// The row before it; for an article the last place in it that was found.
    pub before: Option<Open>,
    /// The row after it, or the first of all where it is in no row; for an article the first place that was found.
    pub after: Option<Open>,
}

/// The place of what `ask` has open among `matched`, which stand in the order of `ranking`.
pub(super) fn place(making: Making, ask: &Ask, ranking: &Ranking, matched: &Set) -> Option<Place> {
    let open = ask.open.as_ref()?;
    let (article, opened) = open.passage.find(making.pack, making.index)?;
    let own = |row: u32| {
        let (_, own) = making.index.place(ask.unit, row)?;
        row::span(ask.unit, &opened, own)
    };
    // How well a row is what is open, the best first.
    let fits = |row: u32| {
        let span = own(row)?;
        let same = span == open.passage.span;
        let touched = same || ask.unit == Unit::Articles || span.overlaps(open.passage.span);
        touched.then_some((!(same && open.row == Some(row)), !same, !matched.has(row), ranking.key(row)))
    };
    let rows = ranking.of_article(article).filter_map(|row| Some((fits(row)?, row)));
    let Some((_, here)) = rows.min() else {
        let first = ranking.first(matched, 1).into_iter().next();
        return Some(Place { after: first.map(|row| stop(making, ask.unit, row, true)), ..Place::default() });
    };
    let (earlier, before, after) = ranking.around(matched, here);
    Some(Place {
        position: if matched.has(here) { earlier + 1 } else { 0 },
        row: Some(here),
        before: before.map(|row| stop(making, ask.unit, row, false)),
        after: after.map(|row| stop(making, ask.unit, row, true)),
    })
}

/// Where `row` is opened; an article where something was found in it, from the front or from behind.
fn stop(making: Making, unit: Unit, row: u32, front: bool) -> Open {
    let passage = making.index.place(unit, row).and_then(|(article, own)| {
        let opened = making.pack.article(article)?;
        let found = || {
            let stops = found::stops(&making.hits.in_article(making.pack, &opened), &opened);
            if front { stops.first().copied() } else { stops.last().copied() }
        };
        let hit: Option<Span> =
            if unit == Unit::Articles && !making.hits.is_empty() { found() } else { None };
        Some(Passage::of(&opened.article, hit.or_else(|| row::span(unit, &opened, own))?))
    });
    Open { passage: passage.unwrap_or_default(), row: Some(row) }
}
