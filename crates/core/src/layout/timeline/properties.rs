//! What holds of every drawing, whatever is drawn in whatever size.
//!
//! **Invariant:** used by tests alone. Start at [`drawings_hold`].

use proptest::prelude::*;

use super::*;
use crate::civil::{Certainty, DAY};

fn an_end() -> impl Strategy<Value = i64> {
    let day = 20_400 * DAY;
    prop_oneof![
        8 => (day - 40 * DAY)..(day + 20 * DAY),
        3 => (-30 * 365 * DAY)..(60 * 365 * DAY),
        1 => prop_oneof![Just(i64::MIN), Just(i64::MAX), Just(-380_000_000_000i64), Just(253_402_300_799i64)],
    ]
}

fn an_interval() -> impl Strategy<Value = Interval> {
    let length = prop_oneof![
        5 => Just(DAY),
        1 => 1..DAY,
        2 => (1..40i64).prop_map(|d| d * DAY),
        1 => (1..30i64).prop_map(|y| y * 365 * DAY),
    ];
    let closed = (an_end(), length).prop_map(|(from, long)| {
        let from = if from.checked_div_euclid(DAY).is_some() && long >= DAY {
            from.div_euclid(DAY).saturating_mul(DAY)
        } else {
            from
        };
        Interval { from, to: from.saturating_add(long) }
    });
    prop_oneof![
        9 => closed,
        1 => (an_end(), an_end()).prop_map(|(from, to)| Interval { from, to }),
        1 => an_end().prop_map(|from| Interval { from, to: Interval::FUTURE }),
        1 => an_end().prop_map(|to| Interval { from: Interval::PAST, to }),
    ]
}

fn an_item() -> impl Strategy<Value = Item> {
    use Granularity::{Day, DayPart, Decade, Minute, Month, Week, Year};
    let granularity = prop::sample::select(vec![Day, Day, Day, Minute, DayPart, Week, Month, Year, Decade]);
    let form = prop::sample::select(vec![
        Form::Said,
        Form::Happened,
        Form::Claimed,
        Form::Announced,
        Form::Deadline,
        Form::Ongoing,
        Form::NotDone,
        Form::Published,
    ]);
    let certainty = prop::sample::select(vec![Certainty::Exact, Certainty::About, Certainty::Within]);
    let words = prop::sample::select(vec![
        "",
        "“so it is,” he said",
        "the talks were moved to another place and day — again",
    ]);
    let who =
        prop::sample::select(vec!["", "Weber:", "A person with quite a long name, according to Meyer:"]);
    (an_interval(), granularity, certainty, form, any::<bool>(), who, words).prop_map(
        |(interval, granularity, certainty, form, matched, who, words)| Item {
            count: (u32::from(matched), 1),
            lanes: 0,
            also: Vec::new(),
            articles: 0,
            id: ItemId { article: 0, event: None },
            when: When { interval, granularity, certainty },
            form,
            matched,
            who: who.to_owned(),
            words: words.to_owned(),
            voice: VoiceClass::Person,
        },
    )
}

fn an_input() -> impl Strategy<Value = Input> {
    let items = prop::collection::vec(an_item(), 0..40);
    let maybe = || prop::option::weighted(0.3, an_interval());
    let lanes = prop::collection::vec((any::<bool>(), 0..200u32), 0..5);
    let lanes = prop_oneof![Just(Vec::new()), lanes];
    let others = (prop::option::of(an_end()), any::<bool>(), 0..50u32, 0..50u32, lanes);
    (items, maybe(), maybe(), others).prop_map(
        |(mut items, chosen, window, (last_article, fold_gaps, open, joined, lanes))| {
            for (i, item) in items.iter_mut().enumerate() {
                item.id = ItemId { article: i as u32, event: Some(0) };
                item.lanes = (i as u32).wrapping_mul(2_654_435_761) >> 20;
            }
            let named = |(folded, count)| LaneItems {
                label: "A person with quite a long name".to_owned(),
                words: if count % 3 == 0 { "so it is again".to_owned() } else { String::new() },
                folded,
                count,
                crowd: Vec::new(),
            };
            Input {
                crowded: false,
                inside: Vec::new(),
                spanning: Spanning::default(),
                items,
                chosen,
                window,
                last_article,
                known: last_article.filter(|_| fold_gaps),
                open: Some(open),
                joined: Some(joined),
                undated: Vec::new(),
                fold_gaps,
                lanes: lanes.into_iter().map(named).collect(),
            }
        },
    )
}

type Box4 = (f64, f64, f64, f64);

fn apart(a: Box4, b: Box4) -> bool {
    a.2 <= b.0 + 0.11 || b.2 <= a.0 + 0.11 || a.3 <= b.1 + 0.11 || b.3 <= a.1 + 0.11
}

fn mark_box(mark: &Mark) -> Box4 {
    match mark.shape {
        Shape::Dot { x, y, r } => (x - r, y - r, x + r, y + r),
        Shape::Bar { x0, x1, y, h, .. } => (x0, y - h / 2.0, x1, y + h / 2.0),
        Shape::Bracket { x, y, h, arm } => (x - arm, y - h, x, y + h),
    }
}

fn label_box(label: &Label) -> Box4 {
    use advance::{Face, width};
    let wide = width(&label.who, Face::Sans, 12.0) + width(&label.words, Face::Serif, 12.0);
    let x0 = match label.align {
        Align::Start => label.x,
        Align::Middle => label.x - wide / 2.0,
        Align::End => label.x - wide,
    };
    (x0, label.y - 9.0, x0 + wide, label.y + 2.5)
}

/// Checks `t`, drawn from `input`.
fn drawings_hold(input: &Input, t: &Timeline) {
    let boxes: Vec<Box4> = t.labels.iter().map(label_box).collect();
    for (i, a) in boxes.iter().enumerate() {
        assert!(boxes.iter().skip(i + 1).all(|b| apart(*a, *b)), "labels overlap");
        assert!(t.marks.iter().all(|m| apart(*a, mark_box(m))), "a label lies on a mark");
        assert!(a.0 >= t.plot.0 - 0.2 && a.2 <= t.plot.1 + 0.2, "a label leaves the plot");
    }
    for (label, item) in t.labels.iter().filter_map(|l| Some((l, t.marks.get(l.mark as usize)?.ids.first()?)))
    {
        let item = input.items.iter().find(|i| i.id == *item).unwrap();
        assert!(
            item.words.starts_with(&label.words)
                && (label.cut || label.words.is_empty() || label.words == item.words)
        );
    }
    marks_hold(input, t);
    for (row, face) in [(false, advance::Face::Sans), (true, advance::Face::SansStrong)] {
        let mut end = f64::NEG_INFINITY;
        for tick in &t.ticks {
            let text = if row { &tick.larger } else { &tick.label };
            if !text.is_empty() {
                let wide = advance::width(text, face, 12.0);
                let x = if row { tick.x + 2.0 } else { tick.middle - wide / 2.0 };
                assert!(x >= end - 0.2, "tick labels overlap at {text}");
                end = x + wide;
            }
        }
    }
    let mut end = f64::NEG_INFINITY;
    for (x, text) in &t.overview.labels {
        assert!(*x >= end, "labels of the overview overlap");
        end = x + advance::width(text, advance::Face::Sans, 12.0);
    }
    assert!(
        t.overview.bins.iter().all(|b| b.matched <= b.total && b.total <= t.overview.size.1 && b.x0 <= b.x1)
    );
}

fn marks_hold(input: &Input, t: &Timeline) {
    let Some(window) = t.window else { return };
    let things: Vec<Thing<'_>> =
        input.items.iter().enumerate().map(|(i, item)| Thing::new(i, item)).collect();
    let mut drawn: Vec<ItemId> = t.marks.iter().flat_map(|m| m.ids.iter().copied()).collect();
    drawn.sort();
    // A strip of little height has one line of labels, and one lane.
    let several = t.label_y.0 < t.label_y.1 && !input.lanes.is_empty();
    let all = (1_u32 << input.lanes.len()) - 1;
    let often = |t: &Thing<'_>| match t.item.form {
        Form::Published => 1,
        _ if several => (t.item.lanes & all).count_ones() as usize,
        _ => 1,
    };
    let seen = things.iter().filter(|t| t.is_in(window));
    let mut seen: Vec<ItemId> = seen.flat_map(|t| std::iter::repeat_n(t.item.id, often(t))).collect();
    seen.sort();
    assert_eq!(drawn, seen, "each item of the window is in exactly one mark of each of its lanes");
    for mark in &t.marks {
        let lane = &t.lanes[mark.lane as usize];
        let (_, top, _, bottom) = mark_box(mark);
        assert!(
            top >= lane.y.0 - 3.0 && bottom <= lane.y.1 + 3.0,
            "a mark leaves its lane: {mark:?} {lane:?}"
        );
        let own = mark.form == Form::Published;
        assert_eq!(own, mark.lane as usize + 1 == t.lanes.len(), "publications stand in the last lane alone");
    }
    let beyond = things.iter().filter(|t| t.item.matched && !t.is_in(window)).count();
    let counted = t.before.as_ref().map_or(0, |b| b.0) + t.after.as_ref().map_or(0, |a| a.0);
    assert_eq!(beyond, counted as usize, "what does not fit is counted");
    for (i, mark) in t.marks.iter().enumerate() {
        let (x0, _, x1, _) = mark_box(mark);
        assert!(x0 >= t.plot.0 - 8.0 && x1 <= t.plot.1 + 8.0, "a mark leaves the plot");
        assert!(!mark.when.is_empty());
        if mark.ids.len() == 1 {
            let other =
                t.marks.iter().skip(i + 1).find(|m| m.ids.len() == 1 && !apart(mark_box(mark), mark_box(m)));
            assert!(other.is_none(), "two marks overlap: {mark:?} {other:?}");
        }
        let thing = things.iter().find(|t| Some(&t.item.id) == mark.ids.first()).unwrap();
        if let (Shape::Bar { x0, x1, .. }, 1, Some(from), Some(to)) =
            (mark.shape, mark.ids.len(), thing.from, thing.to)
        {
            let (a, b) = (t.scale.x(from.max(window.from)), t.scale.x(to.min(window.to)));
            assert!((a - x0).abs() < 0.06 && (b - x1).abs() < 0.06, "a bar covers exactly its interval");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_drawing_is_in_order(input in an_input(), width in 300.0..1500.0f64, height in 50.0..260.0f64) {
        drawings_hold(&input, &lay_out(&input, Size { width, height }));
    }

    #[test]
    fn a_line_of_what_spans_the_window_lies_over_nothing(
        input in an_input(), width in 300.0..1500.0f64, height in 120.0..260.0f64, item in an_item(), all in 1..20_000u32,
    ) {
        let line = |form: Form| Some(Item { form, count: (all / 2, all), ..item.clone() });
        let (events, published) = (line(Form::Happened), line(Form::Published));
        let lanes = input.lanes.iter().map(|_| events.clone()).collect();
        let spanning = Spanning { events, lanes, published };
        let plain = lay_out(&Input { crowded: true, inside: input.items.clone(), ..input.clone() }, Size { width, height });
        let input = Input { crowded: true, inside: input.items.clone(), spanning, ..input };
        let t = lay_out(&input, Size { width, height });
        if t.window.is_none() {
            return Ok(());
        }
        let lines: Vec<&Mark> = t.marks.iter().filter(|m| m.things == all && m.ids == [item.id]).collect();
        let held = |t: &Timeline| t.marks.iter().map(|m| m.ids.len()).sum::<usize>();
        prop_assert!(lines.len() >= t.lanes.len() && held(&t) == held(&plain) + t.lanes.len());
        let drawn = t.marks.iter().rev().take(t.lanes.len());
        for (own, lane) in drawn.zip(t.lanes.iter().rev()) {
            prop_assert_eq!(own.things, all);
            let it = mark_box(own);
            prop_assert!(lane.y.0 - 1.6 <= it.1 && it.3 <= lane.y.1 + 0.1);
            let mut others = t.marks.iter().filter(|m| !std::ptr::eq(*m, own));
            prop_assert!(others.all(|m| apart(it, mark_box(m))), "{own:?}");
            prop_assert!(t.labels.iter().all(|l| apart(it, label_box(l))));
        }
        let boxes: Vec<Box4> = t.labels.iter().map(label_box).collect();
        for (i, a) in boxes.iter().enumerate() {
            prop_assert!(boxes.iter().skip(i + 1).all(|b| apart(*a, *b)), "labels overlap");
        }
    }

    #[test]
    fn no_size_panics(input in an_input(), width in prop::num::f64::ANY, height in -10.0..20.0f64) {
        let t = lay_out(&input, Size { width, height });
        prop_assert!(t.size.0.is_finite() && t.plot.0 <= t.plot.1);
    }

    #[test]
    fn a_scale_never_goes_back_and_is_its_own_inverse(input in an_input(), at in 0.0..1.0f64) {
        let t = lay_out(&input, Size { width: 1200.0, height: 196.0 });
        let mut last = (i64::MIN, f64::NEG_INFINITY);
        for piece in &t.scale.pieces {
            prop_assert!(piece.from < piece.to && piece.x0 <= piece.x1);
            prop_assert!(last.0 <= piece.from && last.1 <= piece.x0);
            last = (piece.to, piece.x1);
            let s = piece.from + ((piece.to - piece.from - 1) as f64 * at) as i64;
            if s > piece.from && piece.x0 < piece.x1 {
                prop_assert_eq!(t.scale.t(t.scale.x(s)), Some(s));
            }
        }
    }
}

#[test]
fn ten_thousand_items_are_laid_out_in_a_moment() {
    let items = (0..10_000u32).map(|n| {
        let from = (i64::from(n.wrapping_mul(2_654_435_761) % 3650) + 16_000) * DAY;
        let when = When {
            interval: Interval { from, to: from + DAY },
            granularity: Granularity::Day,
            certainty: Certainty::Exact,
        };
        let id = ItemId { article: n, event: Some(0) };
        let (who, words) = ("Weber:".to_owned(), "it was opened".to_owned());
        Item {
            id,
            when,
            form: Form::Said,
            matched: true,
            count: (1, 1),
            who,
            words,
            voice: VoiceClass::Person,
            lanes: 0,
            also: Vec::new(),
            articles: 0,
        }
    });
    let input = Input { items: items.collect(), fold_gaps: true, ..Input::default() };
    let t = lay_out(&input, Size { width: 1440.0, height: 196.0 });
    assert_eq!(
        t.marks.iter().map(|m| m.ids.len()).sum::<usize>() + t.before.map_or(0, |b| b.0 as usize),
        10_000
    );
    assert!(t.marks.len() < 2_000);
}
