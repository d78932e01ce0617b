//! A chain of labels fitted to marked chunks: a linear-chain conditional random field by stochastic gradient descent.
//!
//! Where several labels may be right, the chains that keep to them count together.
//! **Invariant:** deterministic: the order of the chunks and the signs left out come from a counter.
//! Start at [`fit`].

use dateline_core::annotate::names::model::{LABELS, may_follow};
use dateline_core::annotate::names::signs::About;

use super::gold::Marked;

const EPOCHS: usize = 14;
const RATE: f32 = 0.12;
const DECAY: f32 = 0.004;
/// Of a hundred words, so many lose their own spelling in a round, so that the rest is learned too.
const BLIND: u32 = 35;
/// Of a hundred signs, so many are left out in a round.
const DROPPED: u32 = 40;

type Row = [f32; LABELS];

/// What is learned.
pub struct Weights {
    /// For each sign: its weight for each label.
    pub signs: Vec<Row>,
    /// For each label: the weights of the next one.
    pub steps: [Row; LABELS],
}

/// A chunk by the indices of its signs.
pub struct Chunk {
    /// For each word: its signs, and whether each is of the word's own spelling.
    pub words: Vec<Vec<(u32, bool)>>,
    allowed: Vec<u8>,
    prior: Vec<(usize, f32)>,
}

impl Chunk {
    /// `marked` with its signs as indices into `numbers`, which is sorted.
    pub fn new(marked: &Marked, numbers: &[u32]) -> Self {
        let index = |sign: &dateline_core::annotate::names::signs::Sign| {
            let own = matches!(sign.about, About::Itself | About::Ending | About::Start);
            numbers.binary_search(&sign.number).ok().map(|at| (at as u32, own))
        };
        let words = marked.words.iter().map(|signs| signs.iter().filter_map(index).collect()).collect();
        Self { words, allowed: marked.allowed.clone(), prior: marked.prior.clone() }
    }
}

/// Numbers without pattern, always the same.
pub struct Counter(pub u64);

impl Counter {
    /// The next one.
    pub fn draw(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }
}

/// The weights that explain `chunks` best.
pub fn fit(chunks: &[Chunk], signs: usize) -> Weights {
    let mut now = Weights { signs: vec![[0.0; LABELS]; signs], steps: [[0.0; LABELS]; LABELS] };
    let mut sum = Weights { signs: vec![[0.0; LABELS]; signs], steps: [[0.0; LABELS]; LABELS] };
    let mut squares = vec![[0.01_f32; LABELS]; signs];
    let mut step_squares = [[0.01_f32; LABELS]; LABELS];
    let mut order: Vec<usize> = (0..chunks.len()).collect();
    let mut counter = Counter(7);
    for epoch in 0..EPOCHS {
        for i in (1..order.len()).rev() {
            order.swap(i, counter.draw() as usize % (i + 1));
        }
        let mut loss = 0.0;
        for chunk in order.iter().map(|at| &chunks[*at]) {
            let words: Vec<Vec<u32>> = chunk
                .words
                .iter()
                .map(|signs| {
                    let blind = counter.draw() % 100 < BLIND;
                    let keep = |(_, own): &&(u32, bool)| !(*own && blind);
                    signs
                        .iter()
                        .filter(keep)
                        .map(|(at, _)| *at)
                        .filter(|_| counter.draw() % 100 >= DROPPED)
                        .collect()
                })
                .collect();
            loss += learn(&mut now, &mut squares, &mut step_squares, &words, &chunk.allowed, &chunk.prior);
        }
        println!("round {epoch}: {:.4}", loss / chunks.len() as f32);
        if epoch >= EPOCHS / 2 {
            add(&mut sum, &now);
        }
    }
    let rounds = (EPOCHS - EPOCHS / 2) as f32;
    // Words are read with all their signs afterwards, so that each has to count for less.
    let all = rounds / (1.0 - DROPPED as f32 / 100.0);
    sum.signs.iter_mut().flatten().for_each(|w| *w /= all);
    sum.steps.iter_mut().flatten().for_each(|w| *w /= rounds);
    sum
}

fn add(sum: &mut Weights, now: &Weights) {
    for (sum, now) in sum.signs.iter_mut().chain(&mut sum.steps).zip(now.signs.iter().chain(&now.steps)) {
        for (sum, now) in sum.iter_mut().zip(now) {
            *sum += now;
        }
    }
}

fn log_sum(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY { most } else { most + values.map(|v| (v - most).exp()).sum::<f32>().ln() }
}

/// The sums over all chains that keep to `allowed`, from the front and from the back.
fn sums(scores: &[Row], steps: &[Row; LABELS], allowed: &dyn Fn(usize) -> u8) -> (Vec<Row>, Vec<Row>) {
    let ok = |i: usize, label: usize| allowed(i) >> label & 1 == 1;
    let n = scores.len();
    let mut front = vec![[f32::NEG_INFINITY; LABELS]; n];
    let mut back = vec![[f32::NEG_INFINITY; LABELS]; n];
    for label in (0..LABELS).filter(|label| may_follow(0, *label) && ok(0, *label)) {
        front[0][label] = scores[0][label] + steps[0][label];
    }
    for i in 1..n {
        for label in (0..LABELS).filter(|label| ok(i, *label)) {
            let came =
                (0..LABELS).filter(|b| may_follow(*b, label)).map(|b| front[i - 1][b] + steps[b][label]);
            front[i][label] = scores[i][label] + log_sum(came);
        }
    }
    for label in (0..LABELS).filter(|label| ok(n - 1, *label)) {
        back[n - 1][label] = 0.0;
    }
    for i in (0..n - 1).rev() {
        for label in (0..LABELS).filter(|label| ok(i, *label)) {
            let goes = (0..LABELS)
                .filter(|a| may_follow(label, *a))
                .map(|a| back[i + 1][a] + scores[i + 1][a] + steps[label][a]);
            back[i][label] = log_sum(goes);
        }
    }
    (front, back)
}

/// One step down the gradient for one chunk; how badly it was explained before.
fn learn(
    now: &mut Weights,
    squares: &mut [Row],
    step_squares: &mut [Row; LABELS],
    words: &[Vec<u32>],
    allowed: &[u8],
    prior: &[(usize, f32)],
) -> f32 {
    let scores: Vec<Row> = words
        .iter()
        .zip(prior)
        .map(|(signs, (label, sure))| {
            let mut row = [0.0; LABELS];
            row[*label] = *sure;
            for sign in signs {
                for (sum, w) in row.iter_mut().zip(&now.signs[*sign as usize]) {
                    *sum += w;
                }
            }
            row
        })
        .collect();
    let last = words.len() - 1;
    let free = sums(&scores, &now.steps, &|_| u8::MAX);
    let bound = sums(&scores, &now.steps, &|i| allowed[i]);
    let all = log_sum(free.0[last].iter().copied());
    let right = log_sum(bound.0[last].iter().copied());
    if !right.is_finite() {
        return 0.0;
    }
    let share = |(front, back): &(Vec<Row>, Vec<Row>), total: f32, i: usize, label: usize| {
        (front[i][label] + back[i][label] - total).exp()
    };
    let mut turns = [[0.0_f32; LABELS]; LABELS];
    for (i, signs) in words.iter().enumerate() {
        let slope: Row = std::array::from_fn(|l| share(&free, all, i, l) - share(&bound, right, i, l));
        for sign in signs {
            let (row, squares) = (&mut now.signs[*sign as usize], &mut squares[*sign as usize]);
            for label in 0..LABELS {
                let g = slope[label] + DECAY * row[label];
                squares[label] += g * g;
                row[label] -= RATE * g / squares[label].sqrt();
            }
        }
        for (before, turns) in turns.iter_mut().enumerate() {
            for (label, turn) in turns.iter_mut().enumerate().filter(|(label, _)| may_follow(before, *label))
            {
                let pair = |(front, back): &(Vec<Row>, Vec<Row>), total: f32| {
                    let came = if i == 0 {
                        if before == 0 { 0.0 } else { f32::NEG_INFINITY }
                    } else {
                        front[i - 1][before]
                    };
                    (came + now.steps[before][label] + scores[i][label] + back[i][label] - total).exp()
                };
                *turn += pair(&free, all) - pair(&bound, right);
            }
        }
    }
    for ((row, squares), turns) in now.steps.iter_mut().zip(step_squares).zip(turns) {
        for label in 0..LABELS {
            let g = turns[label] + DECAY * row[label];
            squares[label] += g * g;
            row[label] -= RATE * g / squares[label].sqrt();
        }
    }
    all - right
}
