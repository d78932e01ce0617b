//! Questions by chance, from the articles themselves: most have an answer.
//!
//! **Invariant:** every field of a question is one that tantivy was given; what Dateline alone knows, such as who speaks,
//! is held against its own oracle (`explore/oracle.rs` in the core). Start at [`question`].

use dateline_core::corpus::Article;

use crate::Both;
use crate::chance::Chance;
use crate::indexed::{passages, words};
use crate::question::{Asked, Question};

/// Seconds a day.
const DAY: i64 = 86_400;

/// A question by chance: words of one kind, and every other time filters.
pub fn question(both: &Both, chance: &mut Chance) -> Question {
    let article = article(both, chance);
    let (kind, all) = match chance.below(10) {
        0 => ("one word", vec![word(article, chance)]),
        1 => ("two words", vec![word(article, chance), word(article, chance)]),
        2 => ("the beginning of a word", vec![beginning(article, chance)]),
        3 => ("words in a row", vec![phrase(article, chance, false)]),
        4 => ("words in a row, the last one a beginning", vec![phrase(article, chance, true)]),
        5 => ("two words near each other", vec![near(article, chance)]),
        6 => ("words of a headline", vec![titled(article, chance)]),
        7 => {
            let other = self::article(both, chance);
            ("OR", vec![Asked::Any(vec![word(article, chance), leaf(other, chance), word(other, chance)])])
        }
        8 => {
            let other = self::article(both, chance);
            ("a minus", vec![word(article, chance), Asked::Not(Box::new(leaf(other, chance)))])
        }
        _ => ("parentheses in parentheses", vec![nested(both, chance, 3)]),
    };
    let mut question = Question { kind, all };
    if chance.once_in(2) {
        filters(both, article, chance, &mut question.all);
    }
    question
}

fn article<'a>(both: &'a Both, chance: &mut Chance) -> &'a Article {
    let all = both.corpus.articles();
    // A corpus without an article is refused before.
    &all[chance.below(all.len())]
}

/// A passage by chance, of at least one word.
fn passage(article: &Article, chance: &mut Chance) -> Vec<String> {
    let passages = passages(article);
    chance.one_of(&passages).cloned().unwrap_or_else(|| vec!["nothing".to_owned()])
}

fn one(article: &Article, chance: &mut Chance) -> String {
    let passage = passage(article, chance);
    chance.one_of(&passage).cloned().unwrap_or_default()
}

fn word(article: &Article, chance: &mut Chance) -> Asked {
    let word = one(article, chance);
    if chance.once_in(4) { Asked::Exact(word) } else { Asked::Word(word) }
}

fn beginning(article: &Article, chance: &mut Chance) -> Asked {
    let word = one(article, chance);
    let long = 1 + chance.below(word.chars().count());
    let begun: String = word.chars().take(long).collect();
    // An apostrophe is no end of a word.
    Asked::Beginning(begun.trim_end_matches('\'').to_owned())
}

fn phrase(article: &Article, chance: &mut Chance, begins: bool) -> Asked {
    let passage = passage(article, chance);
    let long = 2 + chance.below(3);
    if passage.len() < long {
        return word(article, chance);
    }
    let at = chance.below(passage.len() + 1 - long);
    let mut words = passage[at..at + long].to_vec();
    if chance.once_in(8) {
        words.swap(0, 1);
    }
    if let Some(last) = words.last_mut().filter(|_| begins) {
        let long = 1 + chance.below(last.chars().count());
        *last = last.chars().take(long).collect::<String>().trim_end_matches('\'').to_owned();
    }
    Asked::Phrase(words, begins)
}

fn near(article: &Article, chance: &mut Chance) -> Asked {
    let passage = passage(article, chance);
    let words =
        [chance.one_of(&passage).cloned(), chance.one_of(&passage).cloned()].map(Option::unwrap_or_default);
    // Of one word twice tantivy takes one place for both.
    if words[0] == words[1] { word(article, chance) } else { Asked::Near(words, 1 + chance.below(9) as u8) }
}

fn titled(article: &Article, chance: &mut Chance) -> Asked {
    let title = article.document.title.as_ref().map_or_else(Vec::new, |title| words(&title.value));
    let Some(word) = chance.one_of(&title).cloned() else { return word(article, chance) };
    Asked::Title(Box::new(match chance.below(4) {
        0 => Asked::Exact(word),
        1 => Asked::Beginning(word.chars().take(3).collect::<String>().trim_end_matches('\'').to_owned()),
        2 if title.len() > 1 => {
            let at = chance.below(title.len() - 1);
            Asked::Phrase(title[at..at + 2].to_vec(), false)
        }
        _ => Asked::Word(word),
    }))
}

fn leaf(article: &Article, chance: &mut Chance) -> Asked {
    match chance.below(8) {
        0 => beginning(article, chance),
        1 => phrase(article, chance, false),
        2 => near(article, chance),
        3 => titled(article, chance),
        4 => named(article, chance).unwrap_or_else(|| word(article, chance)),
        _ => word(article, chance),
    }
}

fn nested(both: &Both, chance: &mut Chance, depth: usize) -> Asked {
    let own = article(both, chance);
    if depth == 0 || chance.once_in(4) {
        return leaf(own, chance);
    }
    let parts: Vec<Asked> = (0..2 + chance.below(2)).map(|_| nested(both, chance, depth - 1)).collect();
    let joined = if chance.once_in(2) { Asked::Any(parts) } else { Asked::All(parts) };
    if chance.once_in(4) { Asked::Not(Box::new(joined)) } else { joined }
}

fn named(article: &Article, chance: &mut Chance) -> Option<Asked> {
    let mention = chance.one_of(&article.annotations.mentions)?;
    let spelled = mention.span.of(&article.document.text);
    // What is quoted in the language is written otherwise.
    let is_plain = spelled.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '.'));
    let has_word = spelled.chars().any(char::is_alphanumeric);
    (is_plain && has_word).then(|| Asked::Named(mention.kind, spelled.to_owned()))
}

/// Filters that `article` passes, most of them.
fn filters(both: &Both, article: &Article, chance: &mut Chance, all: &mut Vec<Asked>) {
    let not = |asked: Asked, chance: &mut Chance| {
        if chance.once_in(4) { Asked::Not(Box::new(asked)) } else { asked }
    };
    let document = &article.document;
    if let Some(publisher) =
        document.publisher.as_ref().filter(|p| chance.once_in(3) && !p.value.contains('"'))
    {
        all.push(not(Asked::Value("publisher", publisher.value.clone()), chance));
    }
    if chance.once_in(4) {
        let language = document.language.as_ref().map_or("none", |language| &language.value);
        all.push(not(Asked::Value("language", language.to_owned()), chance));
    }
    if chance.once_in(6) {
        let value = if document.incomplete.is_some() { "yes" } else { "no" };
        all.push(not(Asked::Value("incomplete", value.to_owned()), chance));
    }
    // Two names of one kind would be one or the other.
    if chance.once_in(3) && !all.iter().any(|asked| matches!(asked, Asked::Named(..))) {
        all.extend(named(article, chance).map(|name| not(name, chance)));
    }
    let other = self::article(both, chance).document.published.when;
    if let Some(when) = document.published.when.or(other).filter(|_| chance.once_in(2)) {
        let day = when.interval.from.div_euclid(DAY);
        let width = 1_i64 << chance.below(12);
        let from = day - chance.below(width as usize) as i64;
        all.push(Asked::Published(from, from + width));
    }
}
