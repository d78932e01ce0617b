//! The days of an undated article, in their order relative to each other, off the timeline and without a date.
//!
//! "Yesterday", "on Wednesday" and "next week" count from a day that is not known. Each is a stretch of days before or
//! after it, and two of them are in order where no such day could have it otherwise.
//! **Invariant:** nothing is ordered that the text does not order: what may be before or after another stands beside.
//! Start at [`loose`]; [`reach`] reads a time, [`line_up`] orders.

use serde::{Deserialize, Serialize};

use super::passage::Passage;
use super::{picture, voice};
use crate::annotate::{Event, Status, Undated};
use crate::corpus::pack::{Opened, Pack};
use crate::explore::{Findings, Index, without_publication};
use crate::layout::timeline::Form;
use crate::order::Order as _;

/// How many articles have a strip.
const MOST: usize = 3;
/// How many are looked at for one.
const LOOKED_AT: usize = 40;
/// Of more undated articles than this there is none: three of hundreds tell nothing of the others.
const FEW: usize = 12;
/// How many times a strip has.
const TIMES: usize = 8;

/// The undated articles that hold matching rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loose {
    /// The strips of the first of them that have times of their own.
    pub strips: Vec<Strip>,
    /// How many more undated articles there are.
    pub more: u32,
}

/// The times of one undated article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strip {
    /// Its headline, or its file where it has none.
    pub title: String,
    /// The article.
    pub passage: Passage,
    /// Its times that are in order, its unknown day of publication among them.
    pub line: Vec<LooseTime>,
    /// Its times of which the text does not say whether they are before or after those.
    pub beside: Vec<LooseTime>,
}

/// A time of an undated article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LooseTime {
    /// How it is drawn; [`Form::Published`] is the article itself.
    pub form: Form,
    /// The time as the text has it: `Wednesday`; empty for the article itself.
    pub words: String,
    /// How many events have it.
    pub count: u32,
    /// What it says to somebody who cannot see it.
    pub name: String,
    /// The passage behind it.
    pub passage: Passage,
}

/// A stretch of days, counted from the unknown day, and a weekday that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Reach {
    from: i32,
    to: i32,
    weekday: Option<u8>,
}

/// The strips of the undated articles that hold rows of `findings`.
pub(super) fn loose(pack: &Pack, index: &Index, findings: &Findings) -> Loose {
    let articles = without_publication(index, findings);
    if articles.len() > FEW {
        return Loose::default();
    }
    let opened = articles.iter().take(LOOKED_AT).filter_map(|article| pack.article(*article));
    let strips = opened.filter_map(|opened| strip(pack, &opened));
    let strips: Vec<Strip> = strips.take(MOST).collect();
    let more = articles.len().saturating_sub(strips.len()) as u32;
    Loose { strips, more }
}

fn strip(pack: &Pack, opened: &Opened) -> Option<Strip> {
    let article = &opened.article;
    let (document, notes) = (&article.document, &article.annotations);
    let mut times: Vec<(Option<Reach>, LooseTime)> = Vec::new();
    for (number, event) in (0..).zip(&notes.events) {
        let open = event.undated == Some(Undated::NoArticleDate);
        let Some(time) = event.time.filter(|_| open).and_then(|at| notes.times.get(at as usize)) else {
            continue;
        };
        let words = time.span.of(&document.text);
        let reach = reach(words, &time.value, is_ahead(event));
        let known = times.iter_mut().find(|(own, t)| *own == reach && t.words.eq_ignore_ascii_case(words));
        if let Some((_, known)) = known {
            known.count += 1;
        } else if times.len() < TIMES {
            let (told, passage) = picture::told(pack, opened, Some(number))?;
            let (form, name) = (voice::form(event), format!("{words}: {told}"));
            times.push((reach, LooseTime { form, words: words.to_owned(), count: 1, name, passage }));
        }
    }
    if times.is_empty() {
        return None;
    }
    let heading = document.title.as_ref().and_then(|title| title.span);
    let title = heading.map_or(document.file.clone(), |span| span.of(&document.text).to_owned());
    let passage = Passage::of(article, heading.unwrap_or_default());
    let (line, beside) = line_up(&times.iter().map(|(reach, _)| *reach).collect::<Vec<_>>());
    let take = |at: &usize| times.get(*at).map(|(_, time)| time.clone());
    let own = || LooseTime {
        form: Form::Published,
        words: String::new(),
        count: 1,
        name: format!("published, on a day that is not known: {title}"),
        passage: passage.clone(),
    };
    Some(Strip {
        line: line.iter().filter_map(|at| at.as_ref().map_or_else(|| Some(own()), take)).collect(),
        beside: beside.iter().filter_map(take).collect(),
        title: title.clone(),
        passage: passage.clone(),
    })
}

/// Whether an event is still to come where it is told.
fn is_ahead(event: &Event) -> bool {
    matches!(event.status, Status::Announced | Status::Conditional)
}

/// The days that `words`, with the open TIMEX3 value `value`, may mean, counted from the day of the article; `None`
/// where they say nothing of before and after.
fn reach(words: &str, value: &str, ahead: bool) -> Option<Reach> {
    let says = |word: &str| words.split_whitespace().any(|own| own.eq_ignore_ascii_case(word));
    let (last, next) = (says("last") || says("previous"), says("next") || says("coming"));
    let days = |from: i32, to: i32| Some(Reach { from, to, weekday: None });
    if says("yesterday") {
        return days(-1, -1);
    }
    if says("today") || says("tonight") {
        return days(0, 0);
    }
    if says("tomorrow") {
        return days(1, 1);
    }
    let either = |length: i32| match (last, next) {
        (true, false) => days(1 - 2 * length, -1),
        (false, true) => days(1, 2 * length - 1),
        _ => None,
    };
    let Some(rest) = value.strip_prefix("XXXX-WXX") else {
        return match value {
            "XXXX-XX" => either(31),
            "XXXX" => either(366),
            _ => None,
        };
    };
    let weekday = rest.strip_prefix('-').and_then(|day| day.bytes().next()).filter(u8::is_ascii_digit);
    if weekday.is_none() || last || next {
        let reach = either(7)?;
        return Some(Reach { weekday, ..reach });
    }
    // A bare weekday is the nearest one in the direction of its clause.
    let (from, to) = if ahead { (0, 6) } else { (-6, 0) };
    Some(Reach { from, to, weekday })
}

/// Whether `a` is before `b` whatever day they count from.
fn is_before(a: Reach, b: Reach) -> bool {
    let apart = a.weekday.zip(b.weekday).is_some_and(|(a, b)| a != b);
    a.to < b.from || a.to == b.from && apart
}

/// The order of `times`, in which `None` is the day of the article; and those that stand beside it.
fn line_up(times: &[Option<Reach>]) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut order: Vec<(Reach, usize)> =
        times.iter().enumerate().filter_map(|(at, reach)| Some(((*reach)?, at))).collect();
    order.order_by_key(|(reach, at)| (reach.from + reach.to, *at));
    let mut line: Vec<(Reach, usize)> = Vec::new();
    let mut beside: Vec<usize> = (0..times.len()).filter(|at| times.get(*at) == Some(&None)).collect();
    for (reach, at) in order {
        // On the day of the article itself, or on one side of it.
        let sided = reach.to <= 0 || reach.from >= 0;
        if sided && line.last().is_none_or(|(last, _)| is_before(*last, reach)) {
            line.push((reach, at));
        } else {
            beside.push(at);
        }
    }
    beside.order();
    if line.is_empty() {
        return (Vec::new(), beside);
    }
    let past = line.iter().take_while(|(reach, _)| reach.to <= 0 && reach.from < 0).count();
    let mut out: Vec<Option<usize>> = line.into_iter().map(|(_, at)| Some(at)).collect();
    out.insert(past, None);
    (out, beside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_counts_from_an_unknown_day_is_a_stretch_around_it() {
        let check = |words: &str, value: &str, ahead: bool, expected: Option<(i32, i32)>| {
            assert_eq!(reach(words, value, ahead).map(|r| (r.from, r.to)), expected, "{words}");
        };
        check("yesterday", "XXXX-XX-XX", false, Some((-1, -1)));
        check("Tomorrow", "XXXX-XX-XX", true, Some((1, 1)));
        check("Wednesday", "XXXX-WXX-3", false, Some((-6, 0)));
        check("this Friday", "XXXX-WXX-5", true, Some((0, 6)));
        check("last Friday", "XXXX-WXX-5", false, Some((-13, -1)));
        check("next week", "XXXX-WXX", true, Some((1, 13)));
        check("this week", "XXXX-WXX", false, None);
        check("last month", "XXXX-XX", false, Some((-61, -1)));
        check("March 3", "XXXX-03-03", false, None);
        check("the same day", "XXXX-XX-XX", false, None);
    }

    #[test]
    fn only_what_the_text_orders_is_in_order() {
        let check = |times: &[(&str, &str, bool)], line: &[Option<usize>], beside: &[usize]| {
            let reaches: Vec<_> =
                times.iter().map(|(words, value, ahead)| reach(words, value, *ahead)).collect();
            assert_eq!(line_up(&reaches), (line.to_vec(), beside.to_vec()), "{times:?}");
        };
        let wednesday = ("Wednesday", "XXXX-WXX-3", false);
        let friday = ("this Friday", "XXXX-WXX-5", true);
        // Next week may begin before Friday, if this is told on a weekend.
        check(&[friday, ("next week", "XXXX-WXX", true), wednesday], &[Some(2), None, Some(0)], &[1]);
        // A Wednesday may be yesterday.
        check(&[wednesday, ("yesterday", "XXXX-XX-XX", false)], &[Some(0), None], &[1]);
        check(
            &[("tomorrow", "XXXX-XX-XX", true), ("today", "XXXX-XX-XX", false), ("yesterday", "", false)],
            &[Some(2), None, Some(1), Some(0)],
            &[],
        );
        check(&[("March 3", "XXXX-03-03", false)], &[], &[0]);
    }
}
