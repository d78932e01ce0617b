//! A range of days that is being moved: the numbers on the screen for each place of it, without a whole answer.
//!
//! While a hand drags a range only numbers change: the rows and the drawing are asked for when it rests. What the numbers
//! are counted from is prepared when the range is taken hold of, and gone when what is held is dropped; so an engine that
//! is never asked for it does not carry it.
//! **Invariant:** the numbers are those of the [`Answer`](super::Answer) to the same question, every one.
//! Start at [`Engine::hold`], then [`Held::at`].

use serde::{Deserialize, Serialize};

use super::Engine;
use super::says::{self, Says};
use crate::annotate::Undated;
use crate::explore::query::Days;
use crate::explore::{Moved, Numbers, Query, Shown, Tally, Unit};

/// A range to take hold of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// What is asked, with the range where it stands.
    pub query: Query,
    /// What a row is.
    pub unit: Unit,
    /// Which range is moved.
    pub moved: Moved,
    /// What is on the screen besides totals.
    pub shown: Shown,
}

/// A range that is held, with what the numbers are counted from.
#[derive(Debug)]
pub struct Held {
    query: Query,
    unit: Unit,
    moved: Moved,
    tally: Tally,
}

/// The numbers on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered {
    /// The sentence on top.
    pub says: Says,
    /// How many rows of each unit match.
    pub tabs: [u32; Unit::COUNT],
    /// How many rows there are in all.
    pub matched: u32,
    /// The count of each value that is shown.
    pub values: Vec<u32>,
    /// For each bar that is shown how many events and how many publications in it match at any time.
    pub bars: Vec<[u32; 2]>,
    /// What has no place on the timeline, by reason.
    pub undated: Vec<(Undated, u32)>,
}

impl Engine {
    /// Takes hold of a range, which costs about as much as an answer. `None` where the numbers cannot be told in this way:
    /// the query has no such range, a value's name is that of several, or bars are not in the order of time. Then whole
    /// answers tell them.
    pub fn hold(&self, asked: &Hold) -> Option<Held> {
        let Hold { query, unit, moved, shown } = asked;
        let tally = Tally::of(&self.pack, &self.index, query, (*unit, *moved), shown)?;
        Some(Held { query: query.clone(), unit: *unit, moved: *moved, tally })
    }
}

impl Held {
    /// The numbers with the range at `days`, told by `engine`, which it was taken hold of in.
    pub fn at(&mut self, engine: &Engine, days: Days) -> Numbered {
        if let Some(range) = self.moved.range(&mut self.query) {
            *range = days;
        }
        let numbers = self.tally.at(&engine.index, days);
        let says = says::says(&engine.index, self.unit, &numbers, &self.query);
        let Numbers { counts, undated, values, bars, .. } = numbers;
        let matched = counts.get(self.unit as usize).copied().unwrap_or(0);
        Numbered { says, tabs: counts, matched, values, bars, undated }
    }
}
