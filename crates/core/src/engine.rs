//! The only door between a page (or a command) and the corpus: [`Ask`] in, [`Answer`] out, both plain data.
//!
//! **Invariant:** views see answers, never the corpus; an answer carries the generation of its question, so that
//! one which a newer question has overtaken can be dropped.
//! **Invariant:** no row hides who says so: every [`Row`] carries its voices and statuses as [`voice::Tag`]s.
//! Start at [`Engine::ask`]; [`Engine::sheet`] gives one document for reading.

mod amount;
mod arrival;
mod clocks;
mod clustered;
mod decided;
pub mod explain;
pub mod export;
pub mod known;
pub mod lanes;
pub mod loose;
pub mod moving;
pub mod passage;
mod picture;
pub mod place;
pub mod queries;
pub mod row;
pub mod run;
pub mod says;
pub mod sheet;
pub mod table;
#[cfg(test)]
mod tests;
mod told;
pub mod voice;

use serde::{Deserialize, Serialize};

use crate::annotate::Undated;
use crate::columns::Bytes;
use crate::corpus::pack::{Pack, PackError};
use crate::explore::query::Field;
use crate::explore::{
    self, Correction, Facet, Findings, Index, Lanes, MOST_MARKS, Prepared, Query, Ranking, Relaxation, Set,
    Sort, Suggested, Unit, explore, explore_early, first,
};
use crate::layout::timeline::{Form, Mark, Size, Timeline, lay_out};
pub use arrival::{Arrival, Stage};
use lanes::LanesShown;
use passage::Passage;
use place::{Open, Place};
use row::{Making, Row};
use says::Says;
use sheet::Sheet;

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// Counts up; the answer carries it back.
    pub generation: u64,
    /// What is asked.
    pub query: Query,
    /// What a row is.
    pub unit: Unit,
    /// The order of the rows.
    pub sort: Sort,
    /// How many rows are wanted, from the first.
    pub rows: u32,
    /// What is open.
    pub open: Option<Open>,
    /// The first and last day of the timeline's window, or `None` for the one that fits.
    pub window: Option<crate::civil::Interval>,
    /// The space for the timeline.
    pub size: Size,
    /// Whether gaps without events are folded.
    pub fold_gaps: bool,
    /// The lanes that events stand in, or `None` for a single one.
    pub lanes: Option<Lanes>,
    /// Whether events are drawn by both clocks: when they happened across, when they were published up.
    pub clocks: bool,
}

/// The answer to an [`Ask`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's generation.
    pub generation: u64,
    /// What a row is.
    pub unit: Unit,
    /// The sentence on top.
    pub says: Says,
    /// How many rows of each unit match.
    pub tabs: [u32; Unit::COUNT],
    /// The groups of the sidebar, their values with counts.
    pub facets: Vec<Facet>,
    /// The first rows, in order.
    pub rows: Vec<Row>,
    /// Whether they stand in the order of how well they answer, so that the head of one says nothing of the next.
    pub best: bool,
    /// How many rows there are in all.
    pub matched: u32,
    /// Where the open passage stands among them.
    pub place: Option<Place>,
    /// What a query that finds little could leave out.
    pub relaxations: Vec<Relaxation>,
    /// What its words may have been meant for.
    pub corrections: Vec<Correction>,
    /// The drawing.
    pub timeline: Timeline,
    /// What each mark of the drawing says, parallel to its marks; nothing where they are [many](Timeline::many).
    pub marks: Vec<MarkName>,
    /// The lanes of the drawing, where it has several.
    pub lanes: LanesShown,
    /// What has no place on the timeline, by reason.
    pub undated: Vec<(Undated, u32)>,
    /// The times of undated articles, in their order.
    pub loose: loose::Loose,
    /// Up to when publications are shown, and what is left out for it.
    pub known: known::Known,
    /// Whether the articles are still coming, so that there are no rows yet; all else is as it will be.
    pub coming: bool,
}

/// What a mark says to somebody who cannot see it, and what it opens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MarkName {
    /// `6 February 2026, day, said by Volodymyr Zelenskyy: …, Al Jazeera`.
    pub name: String,
    /// The passage behind it.
    pub passage: Passage,
}

/// What is known of the corpus before anything is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// How many articles there are.
    pub articles: u32,
    /// `April 2025 to February 2026`: when they were published, as far as that is known.
    pub span: String,
    /// The first and the last day of anything with a place in time, ISO.
    pub days: (String, String),
    /// The civil second at which the last article's latest day of publication ends.
    pub last: Option<i64>,
    /// The days on which something is known to have been published, in order, counted from 1970.
    pub publications: Vec<i64>,
    /// The forms that its marks have, in the order in which they are explained.
    pub forms: Vec<Form>,
    /// The corrections that name nothing in it, as `date "a.txt~1f3a90bc"`.
    pub unused: Vec<String>,
}

/// A corpus with its index, ready to be asked.
#[derive(Debug)]
pub struct Engine {
    pack: Pack,
    index: Index,
    /// What suggestions need, once there are any.
    prepared: Prepared,
}

impl Engine {
    /// Opens a pack.
    pub fn open(pack: impl Into<Bytes>) -> Result<Self, PackError> {
        let (pack, index) = explore::read(pack.into())?;
        Ok(Self { pack, index, prepared: Prepared::default() })
    }

    /// The corpus that is asked.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// Whether the articles are there.
    pub fn is_whole(&self) -> bool {
        self.pack.is_whole()
    }

    /// Answers `ask`.
    pub fn ask(&self, ask: &Ask) -> Answer {
        self.answer(ask, explore(&self.pack, &self.index, &ask.query, ask.unit))
    }

    /// Answers `ask` although the articles may still be coming: then without rows, and not at all where they have to be
    /// read, for the order of words or for what the marks of a small corpus say.
    pub fn ask_early(&self, ask: &Ask) -> Option<Answer> {
        if self.is_whole() {
            return Some(self.ask(ask));
        }
        if self.index.marks() <= MOST_MARKS {
            return None;
        }
        let findings = explore_early(&self.pack, &self.index, &ask.query, ask.unit)?;
        Some(self.answer(ask, findings))
    }

    fn answer(&self, ask: &Ask, findings: Findings) -> Answer {
        let (pack, index) = (&self.pack, &self.index);
        let hits = run::Hits::of(pack, index, &ask.query);
        let making = self.making(&hits);
        // By both clocks events have no lanes.
        let lanes = ask.lanes.as_ref().filter(|_| !ask.clocks);
        let lanes = lanes.map(|wanted| lanes::lanes(pack, index, &findings, wanted));
        let (shown, in_lanes) = lanes.unwrap_or_default();
        let drawn = picture::picture(pack, index, &findings, ask, (&shown, &in_lanes));
        let timeline = if ask.clocks {
            clocks::clocks(index, &findings, &drawn, ask.size)
        } else {
            lay_out(&drawn, ask.size)
        };
        let named = timeline.marks.iter().filter(|_| !timeline.many);
        let marks = named.map(|m| picture::name(pack, m)).collect();
        let (mut rows, mut place, mut loose) = (Vec::new(), None, loose::Loose::default());
        if self.is_whole() {
            let ranking = Ranking::of(index, &ask.query, ask.unit, &findings.matched, ask.sort);
            let first = ranking.first(&findings.matched, ask.rows as usize);
            rows = first.into_iter().map(|row| row::row(making, ask.unit, row)).collect();
            loose = loose::loose(pack, index, &findings);
            place = place::place(making, ask, &ranking, &findings.matched);
        }
        Answer {
            generation: ask.generation,
            unit: ask.unit,
            loose,
            known: known::known(&findings, &ask.query),
            says: says::says(index, ask.unit, &findings.numbers(), &ask.query),
            tabs: findings.counts,
            facets: findings.facets,
            rows,
            best: ask.sort == Sort::Best && !ask.query.clauses.is_empty(),
            matched: findings.matched.len(),
            place,
            relaxations: findings.relaxations,
            corrections: findings.corrections,
            timeline,
            marks,
            lanes: shown,
            undated: findings.undated,
            coming: !self.is_whole(),
        }
    }

    fn making<'a>(&'a self, hits: &'a run::Hits) -> Making<'a> {
        Making { pack: &self.pack, index: &self.index, hits, record: self.index.record().published }
    }

    /// The document that `passage` names, for reading, or `None` if this corpus does not hold it.
    pub fn sheet(&self, passage: &Passage, query: &Query) -> Option<Sheet> {
        let (article, opened) = passage.find(&self.pack, &self.index)?;
        let hits = run::Hits::of(&self.pack, &self.index, query);
        Some(Sheet { article, ..sheet::sheet(&self.pack, &opened, &hits) })
    }

    /// What `mark` says.
    pub fn name(&self, mark: &Mark) -> MarkName {
        picture::name(&self.pack, mark)
    }

    /// The first `most` articles, newest first, as rows.
    pub fn newest(&self, most: usize) -> Vec<Row> {
        let all = Set::all(self.pack.len() as usize);
        let query = Query::default();
        let rows = first(&self.index, &query, Unit::Articles, &all, Sort::Newest, most);
        let hits = run::Hits::default();
        let making = self.making(&hits);
        rows.into_iter().map(|row| row::row(making, Unit::Articles, row)).collect()
    }

    /// `query` with the value of `field` asked for (`Some(true)`), left out (`Some(false)`) or neither; a name in
    /// whatever spelling the query had it.
    pub fn choose(&self, query: &Query, field: Field, value: &str, choice: Option<bool>) -> Query {
        explore::choose(&self.pack, query, field, value, choice)
    }

    /// What could go on where the reader types, in `text` before its byte `caret`.
    pub fn suggest(&self, text: &str, caret: u32) -> Vec<Suggested> {
        explore::suggest(&self.pack, &self.index, &self.prepared, text, caret)
    }

    /// What the corpus holds.
    pub fn record(&self) -> Record {
        says::record(&self.pack, &self.index)
    }
}
