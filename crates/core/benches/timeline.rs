//! The timeline, timed natively: drawings of thousands of marks, and their labels alone.
//!
//! **Invariant:** nothing is asserted, and what is drawn is made of a number alone. `cargo bench -p dateline-core --bench
//! timeline`; what a browser takes is measured by `cargo xtask bench timeline`. Start at [`labels_alone`].

use dateline_core::annotate::VoiceClass;
use dateline_core::civil::{Certainty, DAY, Granularity, Interval, When};
use dateline_core::layout::timeline::labels::labels;
use dateline_core::layout::timeline::{
    Form, Input, Item, ItemId, Lane, Mark, Shape, Size, Timeline, lay_out,
};
use divan::Bencher;

fn main() {
    divan::main();
}

/// The drawing as it is on most screens, and two so large that all are marks of their own.
const SIZES: [(f64, f64); 3] = [(1440.0, 212.0), (1440.0, 6000.0), (20_000.0, 20_000.0)];
/// Days in which everything is.
const DAYS: u32 = 3000;

fn spread(n: u32, by: u32) -> u32 {
    n.wrapping_mul(2_654_435_761) % by
}

/// `count` events, each with who says it and a sentence.
fn input(count: u32) -> Input {
    let item = |n: u32| {
        let from = 16_000 * DAY + i64::from(spread(n, DAYS * 24)) * 3600;
        let voice = [VoiceClass::Person, VoiceClass::Office, VoiceClass::Unnamed, VoiceClass::Outlet];
        let form = [Form::Said, Form::Happened, Form::Claimed, Form::Announced];
        let who =
            ["Anna Weber", "Officials", "A spokesperson for the ministry", "A person close to the talks"];
        let at = |of: u32| (spread(n, 1009) / of) as usize % 4;
        Item {
            id: ItemId { article: n, event: Some(0) },
            when: When {
                interval: Interval { from, to: from + 60 },
                granularity: Granularity::Minute,
                certainty: Certainty::Exact,
            },
            form: form[at(1)],
            matched: true,
            count: (1, 1),
            who: format!("{}:", who[at(4)]),
            words: format!(
                "“no such assurances had been received yet by {n} of them”, and both sides went on as before"
            ),
            voice: voice[at(16)],
            lanes: 0,
            also: Vec::new(),
            articles: 0,
        }
    };
    let window = Interval { from: 16_000 * DAY, to: (16_000 + i64::from(DAYS)) * DAY };
    Input { items: (0..count).map(item).collect(), window: Some(window), ..Input::default() }
}

/// How many labels may stand near each other, as in a wide drawing.
const MOST: usize = 5;

/// Labels for the marks of 10,000 events.
#[divan::bench(args = [0, 1, 2])]
fn labels_alone(bencher: Bencher, size: usize) {
    let (input, drawing) = drawn(10_000, size);
    alone(bencher, &input, &drawing);
}

/// Labels for 10,000 marks that stand so far apart, in 500 lanes, that each has room for one.
#[divan::bench]
fn labels_placed(bencher: Bencher) {
    let input = input(10_000);
    let (columns, lanes) = (20, 500);
    let mut drawing = Timeline { size: (20_000.0, 14_000.0), plot: (0.0, 20_000.0), ..Timeline::default() };
    drawing.lanes = (0..lanes)
        .map(|lane| Lane { y: (f64::from(lane) * 28.0, f64::from(lane) * 28.0 + 28.0), ..Lane::default() })
        .collect();
    let mark = |(n, item): (u32, &Item)| Mark {
        ids: vec![item.id],
        form: item.form,
        shape: Shape::Dot {
            x: f64::from(n % columns) * 1000.0 + f64::from(spread(n, 600)) + 10.0,
            y: f64::from(n / columns) * 28.0 + 14.0,
            r: 6.0,
        },
        matched: true,
        open: false,
        when: String::new(),
        precision: String::new(),
        lane: n / columns,
        things: 1,
        articles: 0,
    };
    drawing.marks = (0..).zip(&input.items).map(mark).collect();
    alone(bencher, &input, &drawing);
}

fn alone(bencher: Bencher, input: &Input, drawing: &Timeline) {
    let of: Vec<Option<&Item>> = drawing
        .marks
        .iter()
        .map(|mark| mark.ids.first().and_then(|id| input.items.get(id.article as usize)))
        .collect();
    let placed = labels(drawing, &of, MOST).len();
    eprintln!("   {:?}: {} marks, {placed} labels", drawing.size, drawing.marks.len());
    bencher.bench(|| labels(drawing, &of, MOST));
}

/// The whole drawing of so many events on most screens.
#[divan::bench(args = [1000, 10_000])]
fn whole(bencher: Bencher, count: u32) {
    let input = input(count);
    let (width, height) = SIZES[0];
    bencher.bench(|| lay_out(&input, Size { width, height }));
}

fn drawn(count: u32, size: usize) -> (Input, Timeline) {
    let input = input(count);
    let (width, height) = SIZES[size];
    let drawing = lay_out(&input, Size { width, height });
    (input, drawing)
}
