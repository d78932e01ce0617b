//! The rows of a unit: which passages each has, whom it names, when it was.
//!
//! Most rows have one passage, and names of that passage alone; only what the others have more is written for a row.
//! **Invariant:** rows are in the order of articles and text; a row that does not exist has nothing.
//! Start at [`Rows`], which are those of articles too; [`Kept`] are the columns of the other units, which
//! [`mod@write`] writes.

mod begun;
mod decoded;
pub(super) mod write;

use std::ops::Range;

use super::{Articles, Index, Passages};
use crate::annotate::Undated;
use crate::civil::Interval;
use crate::columns::Flat;
use crate::columns::{Cursor, Lists, Packed, Reader, Sparse, Starts};
use crate::explore::Unit;
use crate::explore::query::VoiceCount;
use crate::explore::set::Set;
use crate::order::Order as _;
pub(super) use decoded::Decoded;

/// The columns of one unit.
#[derive(Debug)]
pub(super) struct Kept {
    /// For each passage the rows that begin there.
    rows: Starts,
    /// For rows of several passages all but the first.
    more: Sparse,
    /// For passages of such rows those rows.
    touching: Sparse,
    /// For rows in which somebody takes part who is not named in their passages those entities.
    also: Sparse,
    /// For such entities those rows.
    taking_part: Sparse,
    /// For each row what dates it, from the first mark of its article on.
    marks: Lists,
    /// For each row one more than the number of the second by which it is sorted, 0 for none.
    key: Packed,
    /// For each row why it is undated, one more than the number of the reason, 0 where it is not.
    undated: Packed,
    /// For each row which quotation of its article it is.
    own: Packed,
    /// For each row its statuses, a bit each.
    statuses: Packed,
    /// For each row one more than the number of how many voices it rests on, 0 where the text does not tell.
    voices: Packed,
    /// For each row whose word it is, numbers of those who are heard.
    heard: Lists,
    /// For each interval the rows that it reaches.
    reached: Lists,
    /// For each entity how many rows name it.
    totals: Packed,
}

impl Kept {
    pub(super) fn open(reader: &mut Reader, articles: &Articles, passages: &Passages) -> Option<Self> {
        let kept = Self {
            rows: reader.starts()?,
            more: reader.sparse()?,
            touching: reader.sparse()?,
            also: reader.sparse()?,
            taking_part: reader.sparse()?,
            marks: reader.lists()?,
            key: reader.packed()?,
            undated: reader.packed()?,
            own: reader.packed()?,
            statuses: reader.packed()?,
            voices: reader.packed()?,
            heard: reader.lists()?,
            reached: reader.lists()?,
            totals: reader.packed()?,
        };
        let rows = kept.rows.end() as usize;
        let fits = kept.rows.len() == passages.fields.len()
            && articles.passages.end() as usize == kept.rows.len()
            && [kept.marks.len(), kept.key.len(), kept.undated.len(), kept.own.len()] == [rows; 4]
            && [kept.statuses.len(), kept.voices.len(), kept.heard.len()] == [rows; 3];
        fits.then_some(kept)
    }
}

/// The reasons by their stored number.
const REASONS: [Undated; 4] =
    [Undated::NoArticleDate, Undated::TooVague, Undated::NoAnchor, Undated::NoTimeGiven];

/// The rows of a unit, articles included.
#[derive(Clone, Copy, Debug)]
pub(in crate::explore) struct Rows<'a> {
    pub(super) index: &'a Index,
    pub(super) unit: Unit,
    /// `None` for articles, whose rows are the articles.
    pub(super) kept: Option<&'a Kept>,
}

impl<'a> Rows<'a> {
    /// How many there are.
    pub(in crate::explore) fn len(self) -> u32 {
        self.kept.map_or(self.index.articles(), |kept| kept.rows.end())
    }

    /// The rows of article `article`.
    pub(in crate::explore) fn of_article(self, article: u32) -> Range<u32> {
        if self.kept.is_none() { article..article + 1 } else { self.articles().range(article) }
    }

    /// The article of `row`.
    pub(in crate::explore) fn article(self, row: u32) -> u32 {
        if self.kept.is_none() { row } else { self.articles().part(row) }
    }

    /// Which of its article's reports, quotations or figures `row` is.
    pub(in crate::explore) fn own(self, row: u32) -> u32 {
        self.kept.and_then(|kept| kept.own.get(row as usize)).unwrap_or(0)
    }

    /// Why `row` is undated, or `None` where it is not.
    pub(in crate::explore) fn undated(self, row: u32) -> Option<Undated> {
        let Some(kept) = self.kept else {
            let known = self.index.articles.published.get(row as usize)? > 0;
            return (!known).then_some(Undated::NoArticleDate);
        };
        REASONS.get((kept.undated.get(row as usize)?.checked_sub(1)?) as usize).copied()
    }

    /// The statuses of `row`, a bit each by their numbers.
    pub(in crate::explore) fn statuses(self, row: u32) -> u32 {
        self.kept.and_then(|kept| kept.statuses.get(row as usize)).unwrap_or(0)
    }

    /// How many voices `row` rests on, or `None` where the text does not tell.
    pub(in crate::explore) fn voices(self, row: u32) -> Option<VoiceCount> {
        let number = self.kept?.voices.get(row as usize)?.checked_sub(1)?;
        VoiceCount::ALL.get(number as usize).copied()
    }

    /// Whose word `row` is, numbers of those who are heard.
    pub(in crate::explore) fn heard(self, row: u32) -> impl Iterator<Item = u32> + 'a {
        self.kept.into_iter().flat_map(move |kept| kept.heard.get(row))
    }

    /// The number of the second by which `row` is sorted, from 1 on; 0 for none.
    pub(in crate::explore) fn key(self, row: u32) -> u32 {
        let column = self.kept.map_or(&self.index.articles.key, |kept| &kept.key);
        column.get(row as usize).unwrap_or(0)
    }

    /// How many rows name entity `entity`.
    pub(in crate::explore) fn total(self, entity: u32) -> u32 {
        let column = self.kept.map_or(&self.index.held, |kept| &kept.totals);
        column.get(entity as usize).unwrap_or(0)
    }

    /// What dates `row` of `article`, as marks.
    fn dated(self, article: u32, row: u32) -> impl Iterator<Item = u32> + 'a {
        let own = self.index.articles.marks.range(article);
        let first = own.start;
        let all = if self.kept.is_none() { own } else { 0..0 };
        all.chain(self.kept.into_iter().flat_map(move |kept| kept.marks.get(row).map(move |at| first + at)))
    }

    /// The rows that a time in `asked` reaches: for an article that of its publication or of anything in it.
    pub(in crate::explore) fn at(self, asked: Interval) -> Set {
        let mut set = Set::none(self.len() as usize);
        if asked.from >= asked.to {
            return set;
        }
        let times = &self.index.times;
        if let Some(kept) = self.kept {
            let reached = kept.reached.slice();
            let overlapping = |reach: &u32| times.reach(*reach).is_some_and(|own| own.overlaps(asked));
            for reach in (0..times.reaches()).filter(overlapping) {
                reached.get(reach).for_each(|row| set.insert(row));
            }
            return set;
        }
        let events = self.index.rows(Unit::Events);
        let held = events.at(asked);
        let published: Vec<bool> = times.reached().iter().map(|reach| reach.overlaps(asked)).collect();
        for (article, when) in (0..).zip(self.index.articles.published.iter()) {
            let own = when.checked_sub(1).and_then(|when| published.get(when as usize)).copied();
            if own == Some(true) || held.any(events.of_article(article)) {
                set.insert(article);
            }
        }
        set
    }

    /// For each row the intervals that reach it; for articles none.
    pub(in crate::explore) fn reaches(self) -> Flat {
        let mut of: Vec<(u32, u32)> = Vec::new();
        if let Some(kept) = self.kept {
            let reached = kept.reached.slice();
            for reach in 0..self.index.times.reaches() {
                of.extend(reached.get(reach).map(|row| (row, reach)));
            }
        }
        Flat::by_list(self.len() as usize, &of)
    }

    /// The rows that have one of `passages`.
    pub(in crate::explore) fn with_passages(self, passages: &Set) -> Set {
        if passages.is_empty() {
            return Set::none(self.len() as usize);
        }
        let (Some(kept), Some(begun)) = (self.kept, self.begun()) else {
            return self.articles().holding(passages);
        };
        let mut set = begun.rows(passages, kept.rows.slice());
        let mut touching = kept.touching.cursor();
        self.touched().each_shared(passages, |passage| {
            touching.list(passage).into_iter().flatten().for_each(|row| set.insert(row));
        });
        set
    }

    /// How many rows have one of `passages`.
    pub(in crate::explore) fn count_with_passages(self, passages: &Set) -> u32 {
        let (Some(kept), Some(begun)) = (self.kept, self.begun()) else {
            return self.with_passages(passages).len();
        };
        // Besides those that begin there: the rows that go on there, each once.
        let starts = kept.rows.slice();
        let mut more = Vec::new();
        let mut touching = kept.touching.cursor();
        self.touched().each_shared(passages, |passage| {
            // A row begins in one of the passages just before.
            let begins = |row: u32| (0..=passage).rev().find(|at| starts.at(*at) <= row);
            let counted = |row: &u32| begins(*row).is_some_and(|at| passages.has(at));
            more.extend(touching.list(passage).into_iter().flatten().filter(|row| !counted(row)));
        });
        more.order();
        more.dedup();
        begun.count(passages, starts) + more.len() as u32
    }

    /// The rows of the articles in `articles`.
    pub(in crate::explore) fn of_articles(self, articles: &Set) -> Set {
        if self.kept.is_none() { articles.clone() } else { self.articles().places(articles) }
    }

    /// The articles that have a row in `rows`.
    pub(in crate::explore) fn articles_of(self, rows: &Set) -> Set {
        if self.kept.is_none() { rows.clone() } else { self.articles().holding(rows) }
    }

    /// The rows that name entity `entity` in their passages or have it taking part.
    pub(in crate::explore) fn with_name(self, entity: u32) -> Set {
        let mut passages = Set::none(self.index.passages.fields.len());
        self.index.passages_naming(entity).each(|passage, _| passages.insert(passage));
        let mut set = self.with_passages(&passages);
        if let Some(kept) = self.kept {
            kept.taking_part.get(entity).for_each(|row| set.insert(row));
        }
        set
    }

    /// Calls `take` with each row of `rows` in order, with its article and the passage at which it begins; for an
    /// article that is its first one.
    #[inline]
    pub(in crate::explore) fn each(self, rows: &Set, mut take: impl FnMut(u32, u32, u32)) {
        let places = self.places();
        rows.each(|row| {
            if let Some((article, passage)) = places.get(row as usize) {
                take(*article, *passage, row);
            }
        });
    }

    /// Calls `take` with each row of `rows` in order and the entities that it names.
    #[inline]
    pub(in crate::explore) fn each_named(self, rows: &Set, mut take: impl FnMut(u32, &[u32])) {
        let names = self.names();
        rows.each(|row| take(row, names.get(row)));
    }

    /// Calls `take` with the article of every row in order and the passage at which it begins.
    fn walk(self, mut take: impl FnMut(u32, u32)) {
        let articles = self.index.rows(Unit::Articles).articles();
        let Some(rows) = self.kept.map(|kept| kept.rows.slice()) else {
            return (0..self.len()).for_each(|article| take(article, articles.range(article).start));
        };
        let (mut article, mut row, mut passages) = (0, 0, 0);
        rows.each(|start| {
            // The rows before this start begin at the passage before it.
            while row < start {
                let passage = passages - 1;
                while articles.range(article).end <= passage {
                    article += 1;
                }
                take(article, passage);
                row += 1;
            }
            passages += 1;
        });
    }

    /// Calls `take` with the entities that every row names, in order, each once.
    fn walk_named(self, mut take: impl FnMut(&[u32])) {
        let mut own = Vec::new();
        let Some(kept) = self.kept else {
            let names = self.index.articles.names.slice();
            for article in 0..self.len() {
                own.clear();
                own.extend(names.get(article));
                take(&own);
            }
            return;
        };
        let names = self.index.passages.names.slice();
        let (mut more, mut also) = (kept.more.cursor(), kept.also.cursor());
        for (row, (_, passage)) in (0..).zip(self.places()) {
            own.clear();
            own.extend(names.get(*passage));
            let before = own.len();
            for passage in more.list(row).into_iter().flatten() {
                own.extend(names.get(passage));
            }
            own.extend(also.list(row).into_iter().flatten());
            if own.len() > before {
                own.order();
                own.dedup();
            }
            take(&own);
        }
    }

    /// For rows that go up the passages of each but the first; `None` for articles.
    pub(in crate::explore) fn more(self) -> Option<Cursor<'a>> {
        self.kept.map(|kept| kept.more.cursor())
    }

    /// The passages of `row`, which begins at `passage`.
    pub(in crate::explore) fn passages(
        self,
        article: u32,
        passage: u32,
        row: u32,
    ) -> impl Iterator<Item = u32> + 'a {
        let own = self.index.articles.passages.range(article);
        let first = if self.kept.is_none() { own } else { passage..passage + 1 };
        first.chain(self.kept.into_iter().flat_map(move |kept| kept.more.get(row)))
    }
}
