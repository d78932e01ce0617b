//! A range of days that is being moved: the numbers on the screen for each place of it, without a whole answer.
//!
//! While a hand drags a range only numbers change: the rows and the drawing are asked for when it rests.
//! **Invariant:** the numbers are those of the [`Answer`](super::Answer) to the same question, every one. What they are
//! counted from is prepared at the first move, and kept until something else is asked.
//! Start at [`Engine::move_range`].

use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

use super::Engine;
use super::says::{self, Says};
use crate::annotate::Undated;
use crate::explore::{Moved, Numbers, Query, Shown, Tally, Unit};

/// A question for the numbers on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// What is asked, the range where it now stands.
    pub query: Query,
    /// What a row is.
    pub unit: Unit,
    /// Which range is moved.
    pub moved: Moved,
    /// What is on the screen besides totals.
    pub shown: Shown,
}

/// The numbers that a [`Move`] asks for.
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

/// What the last move was counted from: the question without the range.
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<Option<(Move, Arc<Tally>)>>);

impl Kept {
    /// Forgets it unless it is of `query` but for the range.
    pub(super) fn forget_but(&self, query: &Query) {
        if let Ok(mut kept) = self.0.lock()
            && kept.as_ref().is_some_and(|(of, _)| rest(query, of.moved) != of.query)
        {
            *kept = None;
        }
    }
}

/// `query` without the range that is moved.
fn rest(query: &Query, moved: Moved) -> Query {
    let mut rest = query.clone();
    if let Some(range) = moved.range(&mut rest) {
        *range = crate::explore::query::Days::default();
    }
    rest
}

impl Engine {
    /// The numbers on the screen with the range where `asked` has it. `None` where they cannot be told in this way: the
    /// query has no such range, or a value's name is that of several. Then the whole answer tells them.
    pub fn move_range(&self, asked: &Move) -> Option<Numbered> {
        let (pack, index) = (&self.pack, &self.index);
        let mut query = asked.query.clone();
        let range = asked.moved.range(&mut query)?;
        let days = std::mem::take(range);
        let is_same = |(of, _): &&(Move, Arc<Tally>)| {
            of.unit == asked.unit && of.moved == asked.moved && of.query == query && of.shown == asked.shown
        };
        let known = |kept: &Option<(Move, Arc<Tally>)>| {
            kept.as_ref().filter(is_same).map(|(_, tally)| Arc::clone(tally))
        };
        let tally = if let Some(tally) = self.moving.0.lock().ok().and_then(|kept| known(&kept)) {
            tally
        } else {
            let tally = Tally::of(pack, index, &query, (asked.unit, asked.moved), &asked.shown)?;
            let tally = Arc::new(tally);
            if let Ok(mut kept) = self.moving.0.lock() {
                *kept = Some((Move { query, ..asked.clone() }, Arc::clone(&tally)));
            }
            tally
        };
        let numbers = tally.at(index, days);
        let says = says::says(index, asked.unit, &numbers, &asked.query);
        let Numbers { counts, undated, values, bars, .. } = numbers;
        let matched = counts.get(asked.unit as usize).copied().unwrap_or(0);
        Some(Numbered { says, tabs: counts, matched, values, bars, undated })
    }
}
