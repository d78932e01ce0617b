//! What is held of labels from one drawing to the next: no label comes and goes without a cause.
//!
//! **Invariant:** the causes are looked for here by plain comparison of everything with everything, never by the code
//! that places labels. Start at [`cause`].

use proptest::prelude::*;

use super::super::drawing::{Align, Label, Mark, Shape, Timeline};
use super::super::{Form, Input, Item, ItemId, Size, lay_out};
use super::{LEADER, NEAR, outline, worth};
use crate::annotate::VoiceClass;
use crate::civil::{Certainty, DAY, Granularity, Interval, When};
use crate::layout::advance::{Face, width};

/// The middle of everything that is drawn here.
const NOON: i64 = 20_400 * DAY;
/// What rounding to a tenth may have moved.
const SLACK: f64 = 0.2;

type Box4 = (f64, f64, f64, f64);

fn an_item(days: i64) -> impl Strategy<Value = (i64, i64, Form, VoiceClass, bool, usize)> {
    let form = prop::sample::select(vec![
        Form::Said,
        Form::Happened,
        Form::Claimed,
        Form::Announced,
        Form::Deadline,
        Form::Published,
    ]);
    let voice = prop::sample::select(vec![
        VoiceClass::Person,
        VoiceClass::Office,
        VoiceClass::Unnamed,
        VoiceClass::Outlet,
    ]);
    let long = prop_oneof![6 => Just(1_i64), 1 => 2..7_i64];
    (-days..days, long, form, voice, prop::bool::weighted(0.8), 0..4_usize)
}

fn an_input(most: usize, days: i64) -> impl Strategy<Value = Input> {
    let items = prop::collection::vec(an_item(days), 1..most);
    (items, prop::option::of(-days..days), 0..60_u32).prop_map(|(items, last, open)| {
        let words = [
            "no such assurances had been received yet by anybody who was there",
            "“so it is,” he said",
            "",
            "the talks were moved to another place and day — again — while both sides went on as before",
        ];
        let item =
            |(n, (day, long, form, voice, matched, said)): (u32, (i64, i64, Form, _, _, usize))| Item {
                id: ItemId { article: n, event: (form != Form::Published).then_some(0) },
                when: When {
                    interval: Interval { from: NOON + day * DAY, to: NOON + (day + long) * DAY },
                    granularity: if long == 1 { Granularity::Day } else { Granularity::Week },
                    certainty: Certainty::Exact,
                },
                form,
                matched,
                count: (u32::from(matched), 1),
                who: ["Weber:", "Officials:", "Attack at night, according to Ostrova", ""][said % 4]
                    .to_owned(),
                words: words[said].to_owned(),
                voice,
                lanes: 0,
                also: Vec::new(),
                articles: 0,
            };
        let items: Vec<Item> = (0..).zip(items).map(item).collect();
        let last_article = last.map(|day| NOON + day * DAY);
        Input { items, last_article, open: Some(open), ..Input::default() }
    })
}

fn drawn(input: &Input, window: Interval) -> Timeline {
    lay_out(&Input { window: Some(window), ..input.clone() }, Size { width: 1440.0, height: 212.0 })
}

fn id(t: &Timeline, label: &Label) -> Option<ItemId> {
    t.marks.get(label.mark as usize)?.ids.first().copied()
}

fn label_of(t: &Timeline, of: ItemId) -> Option<&Label> {
    t.labels.iter().find(|label| id(t, label) == Some(of))
}

fn box_of(mark: &Mark) -> Box4 {
    let it = outline(mark);
    (it.0, it.1, it.2, it.3)
}

fn wide(label: &Label) -> f64 {
    let space = if label.who.is_empty() || label.words.is_empty() { "" } else { " " };
    let dots = if label.cut { "…" } else { "" };
    [label.who.as_str(), space, dots].iter().map(|text| width(text, Face::Sans, 12.0)).sum::<f64>()
        + width(&label.words, Face::Serif, 12.0)
        + 1.0
}

fn text_box(label: &Label) -> Box4 {
    let wide = wide(label);
    let left = match label.align {
        Align::Start => label.x,
        Align::Middle => label.x - wide / 2.0,
        Align::End => label.x - wide,
    };
    let high = if label.align == Align::Middle || label.leader.is_empty() { 12.5 } else { 13.0 };
    (left, label.y + 3.0 - high, left + wide, label.y + 3.0)
}

fn strokes(leader: &[(f64, f64)]) -> Vec<Box4> {
    let part = |p: &[(f64, f64)]| {
        let ((ax, ay), (bx, by)) = (p[0], p[1]);
        (ax.min(bx) - 0.5, ay.min(by) - 0.5, ax.max(bx) + 0.5, ay.max(by) + 0.5)
    };
    leader.windows(2).map(part).collect()
}

/// Whether `a` comes as near to `b` as `by`.
fn near(a: Box4, b: Box4, (x, y): (f64, f64)) -> bool {
    let (x, y) = (x + SLACK, y + SLACK);
    a.0 < b.2 + x && b.0 < a.2 + x && a.1 < b.3 + y && b.1 < a.3 + y
}

/// `label` of `before` as it would stand in `after`, beside the same mark; `None` where that is drawn in another way.
fn moved(before: &Timeline, label: &Label, after: &Timeline, mark: &Mark) -> Option<Label> {
    let was = before.marks.get(label.mark as usize)?;
    if std::mem::discriminant(&was.shape) != std::mem::discriminant(&mark.shape) {
        return None;
    }
    let (a, b) = (box_of(was), box_of(mark));
    let middle = |of: Box4| (f64::midpoint(of.0, of.2), f64::midpoint(of.1, of.3));
    let last = |t: &Timeline| t.last_article.as_ref().map(|last| last.x);
    let mut moved = label.clone();
    moved.y += b.3 - a.3;
    let up = label.leader.len() == 3;
    let by = match label.align {
        _ if up => middle(b).0 - middle(a).0,
        Align::Middle => middle(b).0 - middle(a).0,
        Align::Start if label.leader.len() == 2 => last(after)? - last(before)?,
        Align::Start if label.x > a.2 => b.2 - a.2,
        Align::Start => b.0.max(after.plot.0) - a.0.max(before.plot.0),
        Align::End => b.0 - a.0,
    };
    moved.x += by;
    for point in &mut moved.leader {
        point.1 += b.1 - a.1;
        point.0 += if up { by } else { 0.0 };
    }
    if !up && let [from, to] = moved.leader.as_mut_slice() {
        if last(after)? - b.2 >= super::BEHIND - SLACK {
            return None;
        }
        (from.0, to.0) = (b.2 + 2.0, last(after)? + 7.0);
    }
    Some(moved)
}

/// Why `of` has no label in `after` where it stood in `before`, if there is a cause.
fn cause(
    input: &Input,
    before: &Timeline,
    label: &Label,
    after: &Timeline,
    of: ItemId,
) -> Option<&'static str> {
    let own = after.marks.iter().position(|mark| mark.ids.contains(&of));
    let Some((own, mark)) = own.and_then(|at| Some((at, after.marks.get(at)?))) else {
        return Some("it is not drawn");
    };
    if mark.ids.len() > 1 {
        return Some("its mark shares a place");
    }
    let Some(moved) = moved(before, label, after, mark) else { return Some("its mark is drawn otherwise") };
    let item = |mark: &Mark| input.items.iter().find(|item| Some(&item.id) == mark.ids.first());
    let rank = |at: usize| {
        let mark = after.marks.get(at)?;
        Some((worth(mark, item(mark)?), at))
    };
    let better: Vec<&Label> = after.labels.iter().filter(|l| rank(l.mark as usize) > rank(own)).collect();
    let middle = |mark: &Mark| {
        let it = box_of(mark);
        (f64::midpoint(it.0, it.2), f64::midpoint(it.1, it.3))
    };
    let stands_near = |label: &&&Label| {
        let Some(other) = after.marks.get(label.mark as usize) else { return false };
        let (a, b) = (middle(mark), middle(other));
        (a.0 - b.0).abs() < NEAR.0 + SLACK && (a.1 - b.1).abs() < NEAR.1 + SLACK
    };
    if better.iter().filter(stands_near).count() >= 5 {
        return Some("as many labels stand near it as there may");
    }
    let (text, lines) = (text_box(&moved), strokes(&moved.leader));
    let lane = after.lanes.iter().find(|lane| middle(mark).1 <= lane.y.1)?;
    if text.0 < after.plot.0 + SLACK
        || text.2 > after.plot.1 - SLACK
        || text.1 < lane.y.0 + SLACK
        || text.3 > lane.y.1 + 1.0 - SLACK
        || moved.leader.first().is_some_and(|(_, y)| box_of(mark).1 - y > LEADER.0 - SLACK)
    {
        return Some("it no longer fits");
    }
    let crossed = |t: Box4| {
        let (wide, high) = (t.2 - t.0, t.3 - t.1);
        let over_bars = mark.open || matches!(mark.form, Form::Claimed | Form::Announced);
        wide < 11.0 && high > 30.0 + SLACK || over_bars && wide > 40.0 + SLACK && high < 12.0
    };
    let grown = |of: Box4, by: f64| (of.0 - by, of.1 - by, of.2 + by, of.3 + by);
    let in_way = |of: Box4, air: (f64, f64), is_own: bool| {
        !is_own && near(text, of, air) || lines.iter().any(|l| !is_own && !crossed(of) && near(*l, of, air))
    };
    let mut marks = after.marks.iter().enumerate();
    if marks.any(|(at, mark)| in_way(grown(box_of(mark), 2.0), (0.0, 0.0), at == own)) {
        return Some("a mark lies there");
    }
    let (top, bottom) = (after.lanes.first()?.y.0, after.lanes.last()?.y.1);
    let mut tall: Vec<Box4> = after.folds.iter().map(|f| (f.x - 8.0, top, f.x + 8.0, bottom)).collect();
    tall.extend(after.last_article.as_ref().map(|l| (l.x - 5.0, top - 6.0, l.x + 5.0, bottom)));
    if tall.into_iter().any(|line| in_way(line, (0.0, 0.0), false)) {
        return Some("a line lies there");
    }
    let handle = after.known.as_ref().map(|known| known.handle);
    if handle.is_some_and(|[x, y, wide, high]| in_way((x, y, x + wide, y + high), (0.0, 0.0), false)) {
        return Some("the handle of publications lies there");
    }
    let taken = |label: &&Label| {
        in_way(text_box(label), (8.0, 1.0), false)
            || strokes(&label.leader).into_iter().any(|s| in_way(grown(s, 2.0), (0.0, 0.0), false))
    };
    better.iter().any(taken).then_some("a label of more worth lies there")
}

/// The window of `days` days around `at`, seen closer by `share` of a hundredth.
fn closer(days: i64, at: i64, hundredths: i64) -> Interval {
    let half = days * DAY / 2 * 100 / (100 + hundredths);
    Interval { from: at - half, to: at + half }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_label_comes_or_goes_without_a_cause_while_one_zooms(
        input in an_input(60, 40), fold_gaps in any::<bool>(), days in 10..90_i64, at in -20..20_i64,
    ) {
        let input = Input { fold_gaps, ..input };
        let steps: Vec<Timeline> =
            (0..4).map(|step| drawn(&input, closer(days, NOON + at * DAY, step * 2))).collect();
        for three in steps.windows(3) {
            for label in &three[0].labels {
                let of = id(&three[0], label).unwrap();
                if label_of(&three[2], of).is_some() && label_of(&three[1], of).is_none() {
                    let cause = cause(&input, &three[0], label, &three[1], of);
                    prop_assert!(cause.is_some(), "{label:?} flickers");
                }
            }
            // Stronger: whatever has gone from one step to the next, in either direction, has gone for a cause.
            for (a, b) in [(0, 1), (1, 0)] {
                for label in &three[a].labels {
                    let of = id(&three[a], label).unwrap();
                    if label_of(&three[b], of).is_none() {
                        prop_assert!(cause(&input, &three[a], label, &three[b], of).is_some(), "{label:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_moves_along_the_plot_keeps_its_labels(input in an_input(40, 9), shift in -20_i64..20, odd in -800_i64..800) {
        // All of it stands in the middle, with room beside it for the longest label.
        // An uneven number of seconds, so that nothing is just as far from something as it may be.
        let half = 80 * DAY + 12_347;
        let second_per_pixel = 2 * half / 1248;
        let window = |by: i64| Interval { from: NOON - half + by, to: NOON + half + by };
        let (a, b) = (drawn(&input, window(0)), drawn(&input, window(shift * second_per_pixel + odd)));
        prop_assert_eq!(a.labels.len(), b.labels.len());
        for (was, is) in a.labels.iter().zip(&b.labels) {
            let by = |t: &Timeline, label: &Label| match t.marks[label.mark as usize].shape {
                Shape::Dot { x, .. } | Shape::Bracket { x, .. } => label.x - x,
                Shape::Bar { x0, x1, .. } => label.x - f64::midpoint(x0, x1),
            };
            prop_assert_eq!(id(&a, was), id(&b, is));
            prop_assert_eq!((&was.words, was.align, was.y), (&is.words, is.align, is.y));
            prop_assert!((by(&a, was) - by(&b, is)).abs() < SLACK);
        }
    }
}
