//! What covers all of a window: it says nothing about where in it anything lies, so that it is counted, and named in part.
//!
//! **Invariant:** a thing is either counted here or among [`marks_in`](super::marks_in), whatever is asked; an event
//! counts in each lane that it stands in, and once in all of them. Start at [`Apart::of`], then [`Apart::counted`].

use super::index::Index;
use super::timeline::{Held, event, publication};
use super::{Findings, InLanes, Mark};
use crate::annotate::Status;
use crate::civil::{Certainty, Granularity, Interval, When};
use crate::order::least;

/// How many of them have a name: as many as somebody would read one by one.
const NAMED: usize = 100;

/// Some things that cover all of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanning {
    /// How many match, and how many there are.
    pub count: (u32, u32),
    /// Their time; where they have several, from where the first begins to where the last ends.
    pub when: When,
    /// The most exact of them, those that match before the others.
    pub named: Vec<Mark>,
}

/// What covers all of a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The events.
    pub events: Option<Spanning>,
    /// Those of each lane.
    pub lanes: Vec<Option<Spanning>>,
    /// The publications.
    pub published: Option<Spanning>,
}

/// Which things are told apart.
#[derive(Debug)]
pub struct Apart {
    /// Whether each time is such a one.
    times: Vec<bool>,
    /// The article that is drawn whatever its time, and the number of its event's mark.
    open: Option<(u32, Option<u32>)>,
}

impl Apart {
    /// Those whose time `spans`, but neither a deadline, which stands at its end, nor what is open: an article and an
    /// event of it.
    pub fn of(index: &Index, spans: impl Fn(&When) -> bool, open: Option<(u32, u32)>) -> Self {
        let times =
            (0..index.times.len()).map(|time| index.times.when(time).is_some_and(|when| spans(&when)));
        let mark = |(article, event): (u32, u32)| {
            let mut own = index.articles.marks.range(article);
            (article, own.find(|mark| index.marks.event.get(*mark as usize) == Some(event)))
        };
        Self { times: times.collect(), open: open.map(mark) }
    }

    fn spans(&self, time: u32) -> bool {
        self.times.get(time as usize) == Some(&true)
    }

    /// Whether mark `mark` of the time `time` is told apart.
    pub(super) fn has(&self, index: &Index, mark: u32, time: u32) -> bool {
        let is_open = || self.open.is_some_and(|(_, own)| own == Some(mark));
        let is_deadline =
            |(_, _, status, deadline): (u32, When, Status, bool)| status == Status::Announced && deadline;
        self.spans(time) && !is_open() && !index.mark(mark).is_some_and(is_deadline)
    }

    /// Whether the publication of `article` at the time `time` is.
    pub(super) fn has_publication(&self, article: u32, time: u32) -> bool {
        self.spans(time) && self.open.is_none_or(|(own, _)| own != article)
    }

    /// How many there are, in each lane too.
    pub fn counted(&self, index: &Index, findings: &Findings, lanes: &InLanes) -> Counted {
        let here = Held::of(index, findings.unit, &findings.matched);
        let marks = (0..).zip(index.marks.when.iter());
        let events: Vec<(u32, u32)> = marks.filter(|(mark, time)| self.has(index, *mark, *time)).collect();
        let articles = index.articles.marks.slice();
        let in_it = |is: &dyn Fn(u32) -> bool| {
            let own = events.iter().filter(|(mark, _)| is(*mark));
            let own = own.map(|(mark, time)| (*mark, *time, here.marks.has(*mark)));
            spanning(index, own, &|mark| event(index, articles.find_from(0, mark), mark, &here, &here))
        };
        let published =
            (0..index.articles()).filter_map(|article| Some((article, index.publication(article)?)));
        let published = published.filter(|(article, time)| self.has_publication(*article, *time));
        let published = published.map(|(article, time)| (article, time, here.articles.has(article)));
        Counted {
            events: in_it(&|_| true),
            lanes: lanes.lanes.iter().map(|lane| in_it(&|mark| lane.holds(mark))).collect(),
            published: spanning(index, published, &|article| publication(index, article, &here, &here)),
        }
    }
}

/// What `things` are together, each with its time and whether it matches; nothing where there are none.
fn spanning(
    index: &Index,
    things: impl Iterator<Item = (u32, u32, bool)>,
    mark: &dyn Fn(u32) -> Option<Mark>,
) -> Option<Spanning> {
    let (mut count, mut whole) = ((0, 0), None);
    let ranked = things.filter_map(|(thing, time, matched)| {
        let when = index.times.when(time)?;
        count = (count.0 + u32::from(matched), count.1 + 1);
        whole = Some(whole.map_or(when, |whole| joined(whole, when)));
        Some((!matched, when.interval.to.saturating_sub(when.interval.from), thing))
    });
    let named = least(ranked, NAMED).into_iter().filter_map(|(_, _, thing)| mark(thing)).collect();
    Some(Spanning { count, when: whole?, named })
}

/// From where the first of two begins to where the last ends, said in years where it can be.
fn joined(a: When, b: When) -> When {
    if a == b {
        return a;
    }
    let (i, j) = (a.interval, b.interval);
    let interval = Interval { from: i.from.min(j.from), to: i.to.max(j.to) };
    When { interval, granularity: Granularity::Year, certainty: Certainty::Exact }
}
