//! The times of a corpus, each once: what has a place in time has a number of one.
//!
//! **Invariant:** times are in the order of their starts, seconds of sorting in that of time. Start at [`Times::open`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::civil::{Certainty, Granularity, Interval, When};
use crate::columns::{Bytes, Packed, Reader};
use crate::corpus::pack::Scribe;
use crate::corpus::{Article, Source};

/// All times.
#[derive(Debug)]
pub(in crate::explore) struct Times {
    whens: Bytes,
    exact: Packed,
    reaches: Bytes,
    reached: OnceLock<Vec<Interval>>,
}

/// The times as they are gathered, with the numbers that they get.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    whens: BTreeMap<(i64, When), u32>,
    reaches: BTreeMap<(i64, Interval), u32>,
    keys: BTreeMap<i64, u32>,
}

impl Gathered {
    pub(super) fn of(whens: BTreeSet<When>, reaches: BTreeSet<Interval>, keys: BTreeSet<i64>) -> Self {
        let whens: BTreeSet<(i64, When)> = whens.into_iter().map(|w| (w.interval.starts(), w)).collect();
        let reaches: BTreeSet<(i64, Interval)> = reaches.into_iter().map(|r| (r.starts(), r)).collect();
        Self {
            whens: whens.into_iter().zip(0..).collect(),
            reaches: reaches.into_iter().zip(0..).collect(),
            keys: keys.into_iter().zip(0..).collect(),
        }
    }

    pub(super) fn when(&self, when: When) -> u32 {
        self.whens.get(&(when.interval.starts(), when)).copied().unwrap_or(0)
    }

    pub(super) fn reach(&self, reach: Interval) -> u32 {
        self.reaches.get(&(reach.starts(), reach)).copied().unwrap_or(0)
    }

    /// One more than the number of the second `key`, 0 for none.
    pub(super) fn key(&self, key: Option<i64>) -> u32 {
        key.and_then(|key| self.keys.get(&key)).map_or(0, |number| number + 1)
    }

    pub(super) fn reaches(&self) -> usize {
        self.reaches.len()
    }

    pub(super) fn write(&self, writer: &mut Scribe<'_>) {
        let pairs = |intervals: &mut dyn Iterator<Item = Interval>| {
            intervals.flat_map(|i| [i.from, i.to]).flat_map(i64::to_le_bytes).collect::<Vec<u8>>()
        };
        writer.add(&pairs(&mut self.whens.keys().map(|(_, when)| when.interval)));
        let exact = self.whens.keys().map(|(_, w)| w.granularity as u32 * 4 + w.certainty as u32);
        writer.add(&Packed::write(&exact.collect::<Vec<_>>()));
        writer.add(&pairs(&mut self.reaches.keys().map(|(_, reach)| *reach)));
    }
}

impl Times {
    pub(super) fn open(reader: &mut Reader) -> Option<Self> {
        let times = Self {
            whens: reader.bytes()?,
            exact: reader.packed()?,
            reaches: reader.bytes()?,
            reached: OnceLock::new(),
        };
        let fits = times.whens.len() == times.exact.len() * 16 && times.reaches.len().is_multiple_of(16);
        fits.then_some(times)
    }

    /// How many times there are.
    pub(in crate::explore) fn len(&self) -> u32 {
        self.exact.len() as u32
    }

    /// Time `number`.
    pub(in crate::explore) fn when(&self, number: u32) -> Option<When> {
        let interval = interval(&self.whens, number)?;
        let exact = self.exact.get(number as usize)?;
        let granularity = *Granularity::ALL.get(exact as usize / 4)?;
        let certainty = *Certainty::ALL.get(exact as usize % 4)?;
        Some(When { interval, granularity, certainty })
    }

    /// The interval by which what has each time is found; worked out once.
    pub(in crate::explore) fn reached(&self) -> &[Interval] {
        let reach = |time| self.when(time).map_or(Interval { from: 0, to: 0 }, |when| when.reach());
        self.reached.get_or_init(|| (0..self.len()).map(reach).collect())
    }

    /// How many intervals there are by which rows are found.
    pub(in crate::explore) fn reaches(&self) -> u32 {
        (self.reaches.len() / 16) as u32
    }

    /// Interval `number` of those by which rows are found.
    pub(in crate::explore) fn reach(&self, number: u32) -> Option<Interval> {
        interval(&self.reaches, number)
    }
}

fn interval(pairs: &Bytes, number: u32) -> Option<Interval> {
    let at = number as usize * 16;
    Some(Interval { from: pairs.u64_at(at)?.cast_signed(), to: pairs.u64_at(at + 8)?.cast_signed() })
}

/// The times of `article`.
pub(super) fn of(article: &Article) -> impl Iterator<Item = When> + '_ {
    let events = article.annotations.events.iter().filter_map(|event| event.when);
    let times = article.annotations.times.iter().filter_map(|time| time.when);
    article.document.published.when.into_iter().chain(events).chain(times)
}

/// All times of `articles`.
pub(super) fn gather<S: Source + ?Sized>(articles: &S) -> Gathered {
    let mut whens: BTreeSet<When> = BTreeSet::new();
    articles.each(|_, article| of(&article).collect::<Vec<When>>(), |own| whens.extend(own));
    let reaches: BTreeSet<Interval> = whens.iter().map(When::reach).collect();
    let starts = whens.iter().map(|when| when.interval).chain(reaches.iter().copied());
    let keys = starts.map(Interval::starts).collect();
    Gathered::of(whens, reaches, keys)
}
