//! The signs by which the model judges a word of a chunk: the word, its neighbours, the tables, the rules, the rest of
//! the document.
//!
//! **Invariant:** a sign is a number made of what it is and its value, the same on every machine; the trainer and the
//! reader of names see the same ones. Start at [`Signs::of`].

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

/// The signs of the tokens of one line.
pub(crate) struct Signs<'l, 'a> {
    line: &'l Line<'a>,
    told: &'l [Told],
    elsewhere: &'l Elsewhere,
    words: Vec<u32>,
    listed: Vec<Word>,
    place: Vec<u32>,
    fixed: Vec<u32>,
    runs: Vec<(usize, usize)>,
    from: usize,
}

fn mix(a: u32, b: u32) -> u32 {
    let mut x = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^= x >> 29;
    x = x.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (x >> 32) as u32
}

/// The number of a word or a mark.
fn id(text: &str) -> u32 {
    match text.chars().next() {
        Some(c) if !c.is_alphanumeric() => mix(1, u32::from(c)),
        _ => key(text),
    }
}

impl<'l, 'a> Signs<'l, 'a> {
    /// The signs of `chunk` in `line`.
    pub fn of(
        text: &str,
        line: &'l Line<'a>,
        told: &'l [Told],
        elsewhere: &'l Elsewhere,
        chunk: Chunk,
    ) -> Vec<Vec<Sign>> {
        let from = chunk.start.saturating_sub(2);
        let to = (chunk.end + 2).min(line.tokens.len());
        let here = line.tokens.get(from..to).unwrap_or(&[]);
        let words: Vec<u32> = here.iter().map(|t| id(t.text)).collect();
        let listed = words.iter().map(|w| lexicon::of_key(*w)).collect();
        let mut signs = Signs {
            line,
            told,
            elsewhere,
            words,
            listed,
            place: vec![0; to - from],
            fixed: vec![0; to - from],
            runs: vec![(0, 0); to - from],
            from,
        };
        signs.look_up(text, chunk);
        signs.find_runs(chunk);
        (chunk.start..chunk.end).map(|i| signs.at(i)).collect()
    }

    fn token(&self, i: usize) -> Option<&'l Token<'a>> {
        self.line.tokens.get(i)
    }

    fn text(&self, i: usize) -> &'a str {
        self.token(i).map_or("", |t| t.text)
    }

    fn word(&self, i: usize) -> u32 {
        i.checked_sub(self.from).and_then(|at| self.words.get(at)).copied().unwrap_or(0)
    }

    fn listed(&self, i: usize) -> Word {
        i.checked_sub(self.from).and_then(|at| self.listed.get(at)).copied().unwrap_or_default()
    }

    fn of_list(list: &[u32], from: usize, i: usize) -> u32 {
        i.checked_sub(from).and_then(|at| list.get(at)).copied().unwrap_or(0)
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
                let name = if length == 1 { self.word(i) } else { key(first.span.join(last.span).of(text)) };
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
                    if let Some(mark) = self.place.get_mut(at - self.from).filter(|_| value > 0) {
                        *mark = value * 4 + part;
                    }
                    if let Some(mark) = self.fixed.get_mut(at - self.from).filter(|_| fixed > 0) {
                        *mark = fixed * 4 + part;
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
                if let Some(run) = self.runs.get_mut(at - self.from) {
                    *run = (i, end);
                }
            }
            i = end;
        }
    }

    fn shape(text: &str) -> u32 {
        let mut chars = text.chars();
        let first = chars.next().unwrap_or(' ');
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let upper = text.chars().filter(|c| c.is_uppercase()).count();
        let digits = text.chars().any(|c| c.is_ascii_digit());
        let class = if letters == 0 {
            if digits { 1 } else { 2 }
        } else if upper == letters {
            if letters == 1 { 3 } else { 4 + (letters as u32).min(6) }
        } else if upper == 0 {
            11
        } else if first.is_uppercase() && upper == 1 {
            12
        } else if first.is_uppercase() {
            13
        } else {
            14
        };
        class * 4 + u32::from(digits) * 2 + u32::from(text.contains('.'))
    }

    /// What kind of word stands at `i`, where no chunk reaches.
    fn class(&self, i: usize) -> u32 {
        let Some(token) = self.token(i) else { return 1 };
        let low = token.text.to_lowercase();
        if cues::is_saying(&low) {
            2
        } else if gazetteer::is_human(&low) {
            3
        } else if gazetteer::is_body_noun(&low) || gazetteer::is_group(&low) {
            4
        } else if AREAS.contains(&low.as_str()) {
            5
        } else if matches!(
            low.as_str(),
            "in" | "near" | "at" | "around" | "outside" | "across" | "from" | "to"
        ) {
            6
        } else if is_possessive(token.text) {
            7
        } else if matches!(low.as_str(), "who" | "whose" | "he" | "she") {
            8
        } else if !token.is_word() {
            9
        } else {
            let listed = self.listed(i);
            10 + u32::from(listed.is(Word::VERB))
                + 2 * u32::from(listed.is(Word::NOUN))
                + 4 * u32::from(listed.is(Word::ADJECTIVE))
                + 8 * u32::from(listed.is(Word::FUNCTION))
        }
    }

    fn told_as(&self, i: usize) -> u32 {
        self.told.get(i).map_or(0, |t| t.kind.map_or(0, |kind| 1 + kind as u32 * 2 + u32::from(t.first)))
    }

    /// The signs of token `i`.
    #[allow(clippy::too_many_lines, reason = "a list of signs, one after the other")]
    fn at(&self, i: usize) -> Vec<Sign> {
        let mut signs = Vec::with_capacity(48);
        let mut put = |about: About, which: u32, value: u32| {
            signs.push(Sign { about, number: mix(about as u32 * 16 + which, value) });
        };
        let before = |n: usize| i.checked_sub(n);
        let word = self.word(i);
        let text = self.text(i);
        let listed = self.listed(i);
        let capital = self.token(i).is_some_and(Token::is_capital);
        let initial = u32::from(self.line.initial.get(i) == Some(&true));
        put(About::Always, 0, u32::from(capital));
        put(About::Itself, 0, mix(word, u32::from(capital)));
        let word_before = before(1).map_or(7, |j| self.word(j));
        put(About::Before, 0, word_before);
        put(About::After, 0, self.word(i + 1));
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
        let shape = Self::shape(text);
        put(About::Shape, 0, shape);
        put(About::Shape, 1, mix(shape, before(1).map_or(0, |j| Self::shape(self.text(j)))));
        put(About::Shape, 2, mix(shape, Self::shape(self.text(i + 1))));
        put(About::Listed, 0, u32::from(listed.0) * 2 + initial);
        let beside = |j: Option<usize>| {
            j.map_or(0xffff, |j| {
                u32::from(self.listed(j).0) * 2 + u32::from(self.token(j).is_some_and(Token::is_capital))
            })
        };
        put(About::ListedBeside, 0, beside(before(1)));
        put(About::ListedBeside, 1, beside(Some(i + 1)));
        let given = |j: Option<usize>| {
            j.map_or(0, |j| {
                u32::from(self.listed(j).is(Word::GIVEN) || gazetteer::is_given(self.text(j)))
                    + 2 * u32::from(self.listed(j).is(Word::SURNAME))
                    + 4 * u32::from(self.listed(j).is(Word::EVERYDAY))
            })
        };
        put(About::Listed, 1, given(before(1)) * 64 + given(Some(i)) * 8 + given(Some(i + 1)));
        let place = Self::of_list(&self.place, self.from, i);
        put(
            About::Place,
            0,
            place * 2 + u32::from(listed.is(Word::EVERYDAY.or(Word::GIVEN).or(Word::SURNAME))),
        );
        put(About::PlaceBeside, 0, before(1).map_or(0, |j| Self::of_list(&self.place, self.from, j)));
        put(About::PlaceBeside, 1, Self::of_list(&self.place, self.from, i + 1));
        let fixed = Self::of_list(&self.fixed, self.from, i);
        if fixed > 0 {
            put(About::Fixed, 0, fixed);
        }
        // What the rules say.
        let told = self.told.get(i).copied().unwrap_or_default();
        let as_told = self.told_as(i);
        put(About::Rule, 0, as_told);
        put(About::Rule, 1, mix(as_told, key(told.rule)));
        put(About::Rule, 2, mix(as_told, u32::from(told.confidence / 10)));
        put(About::RuleBeside, 0, mix(as_told, before(1).map_or(99, |j| self.told_as(j))));
        put(About::RuleBeside, 1, mix(as_told, self.told_as(i + 1)));
        // The run of capitals.
        let (start, end) = self.runs.get(i - self.from).copied().unwrap_or((i, i + 1));
        let at = u32::from(i > start) + 2 * u32::from(i + 1 < end);
        put(About::Run, 0, at * 8 + ((end - start) as u32).min(7));
        put(About::Run, 1, mix(at, as_told));
        let left = start.checked_sub(1);
        put(About::Left, 0, mix(at, left.map_or(7, |j| self.word_or_key(j))));
        put(About::Left, 1, at * 32 + left.map_or(0, |j| self.class(j)));
        put(About::Right, 0, mix(at, self.word_or_key(end)));
        put(About::Right, 1, at * 32 + self.class(end));
        put(About::Right, 2, mix(as_told, self.class(end)));
        put(About::Left, 2, mix(as_told, left.map_or(0, |j| self.class(j))));
        let last = end - 1;
        if i < last {
            put(About::Last, 0, mix(at, self.word_or_key(last)));
        }
        if i > start {
            put(About::First, 0, mix(at, u32::from(self.listed(start).0)));
        }
        let heads = (start..end).filter(|j| gazetteer::is_head(self.text(*j))).count() as u32;
        let sites = u32::from(SITES.contains(&self.text(last)));
        let role = u32::from(gazetteer::is_title_word(text))
            + 2 * u32::from(gazetteer::is_demonym(text))
            + 4 * u32::from(gazetteer::is_head(text))
            + 8 * u32::from(gazetteer::is_common(text));
        put(About::Head, 0, at * 8 + heads.min(2) * 2 + sites);
        put(About::Head, 1, role * 2 + initial);
        let role_before = before(1).map_or(0, |j| {
            u32::from(gazetteer::is_title_word(self.text(j)))
                + 2 * u32::from(gazetteer::is_demonym(self.text(j)))
        });
        put(About::Head, 2, mix(role_before, as_told));
        if !capital {
            // A link joins or parts by what stands on both sides.
            let around = mix(before(1).map_or(0, |j| self.told_as(j)), self.told_as(i + 1));
            put(About::Run, 2, mix(word, around));
            put(
                About::Run,
                3,
                mix(word, u32::from(before(1).is_some_and(|j| gazetteer::is_head(self.text(j))))),
            );
            put(About::Run, 4, mix(word, self.token(i).map_or(0, |t| u32::from(t.glued))));
        }
        // The document.
        let seen = self.elsewhere.seen(word);
        let often = |n: u8| u32::from(n.min(4));
        put(About::Elsewhere, 0, most(seen.alone));
        put(About::Elsewhere, 1, most(seen.within));
        put(About::Elsewhere, 2, often(seen.small) * 8 + often(seen.capital) + 64 * initial);
        put(About::Elsewhere, 3, mix(most(seen.alone) * 16 + most(seen.within), as_told));
        put(
            About::Initial,
            0,
            mix(initial * 64 + as_told, u32::from(listed.is(Word::EVERYDAY) || gazetteer::is_common(text))),
        );
        signs
    }

    fn word_or_key(&self, i: usize) -> u32 {
        let word = self.word(i);
        if word != 0 { word } else { id(self.text(i)) }
    }
}
