//! The signs by which the model judges a word of a chunk: the word, its neighbours, the tables, the rules, the rest of
//! the document.
//!
//! **Invariant:** a sign is a number made of what it is and its value, the same on every machine; the trainer and the
//! reader of names see the same ones. Start at [`Signs::of`].

mod looks;

pub use super::about::{About, Sign};
use super::chunk::{Chunk, Told, is_later_part};
use super::elsewhere::{Elsewhere, most};
use super::gazetteer::key::key;
use super::gazetteer::lexicon::{self, Word};
use super::gazetteer::{self, places};
use super::line::Line;
use super::neighbours::{AREAS, PARTICLES, SITES};
use super::token::{Token, is_possessive};
use crate::annotate::quotations::cues;
use looks::{BESIDE, Looked, id, shape_of};

pub(crate) use looks::Looks;

/// The signs of the tokens of one chunk.
pub(crate) struct Signs<'l, 'a> {
    line: &'l Line<'a>,
    told: &'l [Told],
    elsewhere: &'l Elsewhere,
    /// The words of the chunk, with two on either side.
    words: Vec<Looked>,
    /// The runs of capitals and particles of the chunk.
    runs: Vec<Run>,
    from: usize,
}

/// A run of capitals and particles, and what stands beside it.
#[derive(Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
    left: u32,
    right: u32,
    left_class: u32,
    right_class: u32,
    last: u32,
    /// How many of its words are heads of organizations, two at most, and whether its last is a site.
    heads: u32,
}

fn mix(a: u32, b: u32) -> u32 {
    let mut x = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^= x >> 29;
    x = x.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (x >> 32) as u32
}

impl<'l, 'a> Signs<'l, 'a> {
    /// What is looked up for `chunk` in `line`; `looked` keeps what was looked up of the line's tokens for other chunks.
    pub fn of(
        text: &str,
        line: &'l Line<'a>,
        told: &'l [Told],
        elsewhere: &'l Elsewhere,
        looked: &mut Looks,
        chunk: Chunk,
    ) -> Self {
        let from = chunk.start.saturating_sub(BESIDE);
        let to = (chunk.end + BESIDE).min(line.tokens.len());
        let words = looked.words(line, from, to);
        let mut signs = Signs { line, told, elsewhere, words, runs: Vec::new(), from };
        signs.look_up(text, chunk);
        signs.find_runs(chunk);
        signs
    }

    /// All signs of token `i` of the chunk.
    pub fn all(&self, i: usize) -> Vec<Sign> {
        let mut all = Vec::with_capacity(48);
        self.each(i, |sign| all.push(sign));
        all
    }

    fn token(&self, i: usize) -> Option<&'l Token<'a>> {
        self.line.tokens.get(i)
    }

    fn text(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| t.text)
    }

    /// What is looked up of token `i`; nothing where it stands too far from the chunk.
    fn looked(&self, i: usize) -> Looked {
        i.checked_sub(self.from).and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    /// Marks the longest places and fixed names of the tables in the chunk.
    fn look_up(&mut self, text: &str, chunk: Chunk) {
        let mut i = chunk.start;
        while i < chunk.end {
            let mut next = i + 1;
            for length in (1..=4).rev().filter(|length| i + length <= chunk.end) {
                let (Some(first), Some(last)) = (self.token(i), self.token(i + length - 1)) else { continue };
                if !first.is_capital() || !last.is_word() {
                    continue;
                }
                let name =
                    if length == 1 { self.looked(i).id } else { key(first.span.join(last.span).of(text)) };
                let place = places::of_key(name).next();
                let word = lexicon::of_key(name);
                let fixed = u32::from(word.is(Word::BODY))
                    | u32::from(word.is(Word::TEAM)) << 1
                    | u32::from(word.is(Word::PLACE)) << 2;
                let value = place.map_or(0, |p| {
                    let size = match p.population {
                        0..=67 => 1,
                        68..=75 => 2,
                        76..=83 => 3,
                        _ => 4,
                    };
                    1 + p.kind as u32 * 8 + size
                });
                if value == 0 && fixed == 0 {
                    continue;
                }
                for at in i..i + length {
                    let part = u32::from(at > i) + 2 * u32::from(length > 1);
                    let Some(word) = self.words.get_mut(at - self.from) else { continue };
                    if value > 0 {
                        word.place = value * 4 + part;
                    }
                    if fixed > 0 {
                        word.fixed = fixed * 4 + part;
                    }
                }
                next = i + length;
                break;
            }
            i = next;
        }
    }

    /// Marks for each token the run of capitals and particles that it stands in.
    fn find_runs(&mut self, chunk: Chunk) {
        let line = self.line;
        let within = |i: usize| {
            line.tokens.get(i).is_some_and(|t| {
                t.is_capital()
                    || PARTICLES.contains(&t.text)
                    || (t.text == "-" && t.glued)
                    || t.text == "."
                    || t.text == "&"
                    || is_later_part(line, i)
            })
        };
        let mut i = chunk.start;
        while i < chunk.end {
            let mut end = i + 1;
            while end < chunk.end && within(i) && within(end) {
                end += 1;
            }
            while end > i + 1
                && !(is_later_part(line, end - 1) || line.tokens.get(end - 1).is_some_and(Token::is_capital))
            {
                end -= 1;
            }
            for at in i..end {
                if let Some(word) = self.words.get_mut(at - self.from) {
                    word.run = self.runs.len();
                }
            }
            let left = i.checked_sub(1);
            let heads = (i..end).filter(|j| self.looked(*j).head).count() as u32;
            self.runs.push(Run {
                start: i,
                end,
                left: left.map_or(7, |j| self.id(j)),
                right: self.id(end),
                left_class: left.map_or(0, |j| self.class(j)),
                right_class: self.class(end),
                last: self.id(end - 1),
                heads: heads.min(2) * 2 + u32::from(SITES.contains(&self.text(end - 1))),
            });
            i = end;
        }
    }

    /// What kind of word stands at `i`, where no chunk reaches.
    fn class(&self, i: usize) -> u32 {
        let Some(token) = self.token(i) else { return 1 };
        let low = &*gazetteer::lower(token.text);
        if cues::is_saying(low) {
            2
        } else if gazetteer::is_human(low) {
            3
        } else if gazetteer::is_body_noun(low) || gazetteer::is_group(low) {
            4
        } else if AREAS.contains(&low) {
            5
        } else if matches!(low, "in" | "near" | "at" | "around" | "outside" | "across" | "from" | "to") {
            6
        } else if is_possessive(token.text) {
            7
        } else if matches!(low, "who" | "whose" | "he" | "she") {
            8
        } else if !token.is_word() {
            9
        } else {
            let listed = self.looked(i).listed;
            10 + u32::from(listed.is(Word::VERB))
                + 2 * u32::from(listed.is(Word::NOUN))
                + 4 * u32::from(listed.is(Word::ADJECTIVE))
                + 8 * u32::from(listed.is(Word::FUNCTION))
        }
    }

    fn told_as(&self, i: usize) -> u32 {
        self.told.get(i).map_or(0, |t| t.kind.map_or(0, |kind| 1 + kind as u32 * 2 + u32::from(t.first)))
    }

    /// Gives every sign of token `i` of the chunk to `put`.
    #[allow(clippy::too_many_lines, reason = "a list of signs, one after the other")]
    pub fn each(&self, i: usize, mut put: impl FnMut(Sign)) {
        let mut put = |about: About, which: u32, value: u32| {
            put(Sign { about, number: mix(about as u32 * 16 + which, value) });
        };
        let here = self.looked(i);
        let before = i.checked_sub(1).map(|j| self.looked(j));
        let after = self.looked(i + 1);
        let text = self.text(i);
        let Looked { id: word, listed, capital, .. } = here;
        let initial = u32::from(self.line.initial.get(i) == Some(&true));
        put(About::Always, 0, u32::from(capital));
        put(About::Itself, 0, mix(word, u32::from(capital)));
        put(About::Before, 0, before.map_or(7, |b| b.id));
        put(About::After, 0, after.id);
        if capital {
            let tail = |n: usize| {
                text.char_indices().rev().nth(n - 1).map_or(text, |(at, _)| text.get(at..).unwrap_or(""))
            };
            put(About::Ending, 3, key(tail(3)));
            put(About::Ending, 2, key(tail(2)));
            put(About::Ending, 4, key(tail(4)));
            let third = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
            put(About::Start, 3, key(text.get(..third).unwrap_or("")));
        }
        let shape = here.shape;
        let shape_after = if self.token(i + 1).is_some() { after.shape } else { shape_of("") };
        put(About::Shape, 0, shape);
        put(About::Shape, 1, mix(shape, before.map_or(0, |b| b.shape)));
        put(About::Shape, 2, mix(shape, shape_after));
        put(About::Listed, 0, u32::from(listed.0) * 2 + initial);
        let beside = |word: Looked| u32::from(word.listed.0) * 2 + u32::from(word.capital);
        put(About::ListedBeside, 0, before.map_or(0xffff, beside));
        put(About::ListedBeside, 1, beside(after));
        put(About::Listed, 1, before.map_or(0, |b| b.given) * 64 + here.given * 8 + after.given);
        let plain = listed.is(Word::EVERYDAY.or(Word::GIVEN).or(Word::SURNAME));
        put(About::Place, 0, here.place * 2 + u32::from(plain));
        put(About::PlaceBeside, 0, before.map_or(0, |b| b.place));
        put(About::PlaceBeside, 1, after.place);
        if here.fixed > 0 {
            put(About::Fixed, 0, here.fixed);
        }
        // What the rules say.
        let told = self.told.get(i).copied().unwrap_or_default();
        let as_told = self.told_as(i);
        let told_before = i.checked_sub(1).map(|j| self.told_as(j));
        put(About::Rule, 0, as_told);
        put(About::Rule, 1, mix(as_told, key(told.rule)));
        put(About::Rule, 2, mix(as_told, u32::from(told.confidence / 10)));
        put(About::RuleBeside, 0, mix(as_told, told_before.unwrap_or(99)));
        put(About::RuleBeside, 1, mix(as_told, self.told_as(i + 1)));
        // The run of capitals.
        let alone = Run { start: i, end: i + 1, ..Run::default() };
        let run = self.runs.get(here.run).copied().unwrap_or(alone);
        let at = u32::from(i > run.start) + 2 * u32::from(i + 1 < run.end);
        put(About::Run, 0, at * 8 + ((run.end - run.start) as u32).min(7));
        put(About::Run, 1, mix(at, as_told));
        put(About::Left, 0, mix(at, run.left));
        put(About::Left, 1, at * 32 + run.left_class);
        put(About::Right, 0, mix(at, run.right));
        put(About::Right, 1, at * 32 + run.right_class);
        put(About::Right, 2, mix(as_told, run.right_class));
        put(About::Left, 2, mix(as_told, run.left_class));
        if i + 1 < run.end {
            put(About::Last, 0, mix(at, run.last));
        }
        if i > run.start {
            put(About::First, 0, mix(at, u32::from(self.looked(run.start).listed.0)));
        }
        let role = u32::from(here.title)
            + 2 * u32::from(here.demonym)
            + 4 * u32::from(here.head)
            + 8 * u32::from(here.common);
        put(About::Head, 0, at * 8 + run.heads);
        put(About::Head, 1, role * 2 + initial);
        let role_before = before.map_or(0, |b| u32::from(b.title) + 2 * u32::from(b.demonym));
        put(About::Head, 2, mix(role_before, as_told));
        if !capital {
            // A link joins or parts by what stands on both sides.
            let around = mix(told_before.unwrap_or(0), self.told_as(i + 1));
            put(About::Run, 2, mix(word, around));
            put(About::Run, 3, mix(word, u32::from(before.is_some_and(|b| b.head))));
            put(About::Run, 4, mix(word, self.token(i).map_or(0, |t| u32::from(t.glued))));
        }
        // The document.
        let seen = self.elsewhere.seen(word);
        let often = |n: u8| u32::from(n.min(4));
        put(About::Elsewhere, 0, most(seen.alone));
        put(About::Elsewhere, 1, most(seen.within));
        put(About::Elsewhere, 2, often(seen.small) * 8 + often(seen.capital) + 64 * initial);
        put(About::Elsewhere, 3, mix(most(seen.alone) * 16 + most(seen.within), as_told));
        let everyday = listed.is(Word::EVERYDAY) || here.common;
        put(About::Initial, 0, mix(initial * 64 + as_told, u32::from(everyday)));
    }

    /// The number of token `i`, near the chunk or not.
    fn id(&self, i: usize) -> u32 {
        let word = self.looked(i).id;
        if word != 0 { word } else { id(self.text(i)) }
    }
}
