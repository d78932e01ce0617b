//! How well rows answer the words of a query: BM25F (Robertson and Zaragoza, 2009) with a boost for words that stand
//! close to each other.
//!
//! A word counts more in a headline than in a caption, there more than in the text, and least in what is around the
//! article. The beginning of a word counts as all words that begin so, unless they are so many that it says nothing; another
//! form of a word counts half.
//! **Invariant:** only sums, products and quotients of 32-bit floats, and a logarithm of whole numbers: the same order on
//! every machine. Rows of one score are in the order of time, the newest first. Start at [`Scores::of`].

use std::sync::Arc;

use super::Unit;
use super::index::Index;
use super::passages::Field;
use super::query::{Clause, Leaf, Pattern, Query, Sought};
use super::set::Set;

/// How soon more of a word counts no more.
const K1: f32 = 1.2;
/// How much the length of an article counts.
const B: f32 = 0.75;
/// What a row gains whose words all stand in one passage.
const CLOSE: f32 = 0.5;
/// The most terms of one beginning that are weighed.
const MOST_TERMS: usize = 256;
/// What another form of a word counts.
const FORM: f32 = 0.5;

/// What a word counts in `field`.
fn weight(field: Field) -> f32 {
    match field {
        Field::Title => 4.0,
        Field::Lead => 2.0,
        Field::Text => 1.0,
        Field::Around => 0.25,
    }
}

/// The scores of the rows of a unit.
#[derive(Debug)]
pub(super) struct Scores {
    /// By row.
    all: Arc<Vec<f32>>,
}

impl Scores {
    /// The scores of `rows` for the words that `query` asks for; `None` where it has no word to weigh.
    pub(super) fn of(index: &Index, query: &Query, unit: Unit, rows: &Set) -> Option<Self> {
        let words = words(index, query);
        if words.is_empty() {
            return None;
        }
        if unit == Unit::Articles {
            return Some(Self { all: index.lately.scored(&words, || articles(index, &words)) });
        }
        let passages = passages(index, &words);
        let own = index.rows(unit);
        let mut all = vec![0.0; own.len() as usize];
        let mut more = own.more();
        own.each(rows, |_, passage, row| {
            let others = more.as_mut().and_then(|more| more.list(row)).into_iter().flatten();
            let held = std::iter::once(passage).chain(others);
            let score = held.filter_map(|passage| passages.get(passage as usize)).sum();
            if let Some(slot) = all.get_mut(row as usize) {
                *slot = score;
            }
        });
        Some(Self { all: Arc::new(all) })
    }

    /// The score of `row` as a number that is larger for a better row.
    pub(super) fn rank(&self, row: u32) -> u32 {
        // The bits of positive floats are in the order of the floats.
        self.all.get(row as usize).copied().unwrap_or(0.0).to_bits()
    }
}

/// A word wanted as the terms that it stands for, each with what it counts.
pub(super) type Wanted = Vec<(u32, f32)>;

/// The words wanted.
fn words(index: &Index, query: &Query) -> Vec<Wanted> {
    let leaves = query.clauses.iter().flat_map(Clause::wanted);
    let patterns = leaves.filter_map(|leaf| match leaf {
        Leaf::Text(pattern) | Leaf::Title(pattern) => Some(pattern.clone()),
        Leaf::Quotation(text) => Some(Pattern::phrase(text)),
        _ => None,
    });
    let mut words: Vec<Wanted> = Vec::new();
    for sought in patterns.filter_map(|pattern| Sought::of(&pattern)) {
        for (at, word) in sought.words.iter().enumerate() {
            let own = if sought.forms { index.term(word) } else { None };
            let worth = |term: &u32| if sought.forms && own != Some(*term) { FORM } else { 1.0 };
            let terms = index.terms_of(&sought, at);
            let wanted: Wanted = terms.iter().map(|term| (*term, worth(term))).collect();
            if !wanted.is_empty() && wanted.len() <= MOST_TERMS && !words.contains(&wanted) {
                words.push(wanted);
            }
        }
    }
    words
}

/// The scores of articles.
fn articles(index: &Index, words: &[Wanted]) -> Vec<f32> {
    let count = index.articles();
    let parts = index.rows(Unit::Articles).articles();
    let fields = index.passages.fields.slice();
    let lengths = index.articles.words.slice();
    let mean = index.words().max(1) as f32 / count.max(1) as f32;
    let mut scores = vec![0.0; count as usize];
    // How many of the words a passage has, and the most that any passage of an article has.
    let mut together = vec![0u8; if words.len() > 1 { index.passages.fields.len() } else { 0 }];
    let mut close = vec![0u8; if words.len() > 1 { count as usize } else { 0 }];
    let mut often = vec![0.0f32; count as usize];
    for (number, terms) in (1u8..).zip(words.iter().take(usize::from(u8::MAX))) {
        let mut touched = Set::none(count as usize);
        for (term, worth) in terms {
            let worth = Field::ALL.map(|field| worth * weight(field));
            index.passages_with(*term).each(|passage, times| {
                let article = parts.part(passage);
                touched.insert(article);
                if let Some(often) = often.get_mut(article as usize) {
                    *often += worth.get(fields.at(passage) as usize).unwrap_or(&0.0) * times as f32;
                }
                if let Some(held) = together.get_mut(passage as usize).filter(|held| **held < number) {
                    *held += 1;
                    if let Some(most) = close.get_mut(article as usize) {
                        *most = (*most).max(*held);
                    }
                }
            });
        }
        let rarity = rarity(count, touched.len());
        touched.each(|article| {
            let (Some(often), Some(score)) =
                (often.get_mut(article as usize), scores.get_mut(article as usize))
            else {
                return;
            };
            let length = 1.0 - B + B * lengths.at(article) as f32 / mean;
            *score += rarity * *often * (K1 + 1.0) / (*often + K1 * length);
            *often = 0.0;
        });
    }
    let others = words.len().saturating_sub(1).max(1) as f32;
    for (score, close) in scores.iter_mut().zip(&close) {
        *score *= 1.0 + CLOSE * f32::from(close.saturating_sub(1)) / others;
    }
    scores
}

/// The scores of passages: their lengths are alike, and do not count.
fn passages(index: &Index, words: &[Wanted]) -> Vec<f32> {
    let count = index.passages.fields.len();
    let fields = index.passages.fields.slice();
    let mut scores = vec![0.0; count];
    for terms in words {
        let held: u64 = terms.iter().map(|(term, _)| u64::from(index.count_of(*term))).sum();
        let rarity = rarity(count as u32, held.min(count as u64) as u32);
        for (term, worth) in terms {
            let worth = Field::ALL.map(|field| worth * weight(field));
            index.passages_with(*term).each(|passage, times| {
                if let Some(score) = scores.get_mut(passage as usize) {
                    let often = worth.get(fields.at(passage) as usize).unwrap_or(&0.0) * times as f32;
                    *score += rarity * often * (K1 + 1.0) / (often + K1);
                }
            });
        }
    }
    scores
}

/// The binary logarithm of `1 + (all - held + ½) / (held + ½)`: how much it says that a word is there.
fn rarity(all: u32, held: u32) -> f32 {
    log2(2 * (u64::from(all) + 1), 2 * u64::from(held) + 1)
}

/// The binary logarithm of a fraction not below 1, to a thousandth, by squaring whole numbers.
fn log2(above: u64, below: u64) -> f32 {
    const ONE: u64 = 1 << 24;
    let mut number = ((u128::from(above) << 24) / u128::from(below.max(1))).max(u128::from(ONE)) as u64;
    let whole = number.ilog2() - ONE.ilog2();
    number >>= whole;
    let mut part = 0u32;
    for _ in 0..12 {
        number = ((u128::from(number) * u128::from(number)) >> 24) as u64;
        part <<= 1;
        if number >= 2 * ONE {
            number >>= 1;
            part |= 1;
        }
    }
    whole as f32 + part as f32 / 4096.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::corpus::decisions::Decisions;
    use crate::corpus::sample::article_of;
    use crate::explore::{Sort, explore, first, open};
    use crate::read::Sentence;
    use crate::span::Span;

    #[test]
    fn a_logarithm_is_right_to_a_thousandth() {
        for (above, below) in [(1u64, 1u64), (2, 1), (3, 2), (1000, 7), (2_000_001, 1), (5, 4)] {
            let exact = (above as f64 / below as f64).log2() as f32;
            assert!(
                (log2(above, below) - exact).abs() < 0.001,
                "{above}/{below}: {} {exact}",
                log2(above, below)
            );
        }
    }

    /// The articles in the order of how well they answer `query`.
    fn check(query: &str, texts: &[&str], expected: &[&str]) {
        let article = |(number, text): (usize, &&str)| {
            let mut article = article_of(&format!("{number}.txt"), text, &[]);
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                article.document.sentences.push(Sentence { span: Span::new(at, at + line.len()), block: 0 });
                at += line.len();
            }
            article
        };
        let corpus = Corpus::build(texts.iter().enumerate().map(article).collect(), &Decisions::default());
        let (pack, index) = open(&corpus).unwrap();
        let query = Query::parse(query);
        let found = explore(&pack, &index, &query, Unit::Articles);
        let rows = first(&index, &query, Unit::Articles, &found.matched, Sort::Best, 99);
        let names: Vec<String> =
            rows.iter().map(|row| pack.article(*row).unwrap().article.document.text.clone()).collect();
        assert_eq!(names, expected, "{query}");
    }

    #[test]
    fn more_of_a_word_a_shorter_text_and_words_together_are_better() {
        check(
            "talks",
            &["talks and more words", "talks on talks and more"],
            &["talks on talks and more", "talks and more words"],
        );
        check(
            "talks",
            &["talks in a very long text of many words", "talks now"],
            &["talks now", "talks in a very long text of many words"],
        );
        check(
            "oslo talks",
            &["talks here\nand then oslo", "no more\ntalks in oslo"],
            &["no more\ntalks in oslo", "talks here\nand then oslo"],
        );
    }

    #[test]
    fn a_rare_word_counts_more_than_a_common_one() {
        let texts = ["talks talks truce", "talks truce truce", "talks", "talks a"];
        check("talks OR truce", &texts[..3], &["talks truce truce", "talks talks truce", "talks"]);
    }

    #[test]
    fn another_form_of_a_word_is_found_and_counts_less_unless_it_is_quoted() {
        check("strike", &["strikes hit", "strike hit"], &["strike hit", "strikes hit"]);
        check("sanctioning", &["sanctions now", "a sanction", "peace"], &["sanctions now", "a sanction"]);
        check("\"strike\"", &["strikes hit", "strike hit"], &["strike hit"]);
    }

    #[test]
    fn without_words_the_newest_come_first() {
        check("", &["a", "b"], &["a", "b"]);
    }
}
