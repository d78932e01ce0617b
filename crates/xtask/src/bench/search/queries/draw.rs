//! One draw of each class of queries.
//!
//! **Invariant:** what is drawn is in the document that it was drawn from, so that it has an answer; a misspelt word is
//! one edit from the word that is meant, and no word itself. Start at [`draw`].

use super::{Kind, Query, days};
use crate::bench::search::chance::Chance;
use crate::bench::search::documents::Documents;

/// The shortest word that is misspelt: a shorter one is near too many.
const SHORTEST: usize = 5;

/// Queries of `kind` from a document by chance; none where it has none.
pub(super) fn draw(documents: &Documents, kind: Kind, chance: &mut Chance) -> Vec<Query> {
    let document = chance.below(documents.len());
    let words = |tokens: &[u32]| -> Vec<String> {
        tokens.iter().map(|token| documents.word(*token).to_owned()).collect()
    };
    let query = |tokens: &[u32]| Query { words: words(tokens), ..Query::default() };
    let one = |chance: &mut Chance| documents.tokens.get(document).and_then(|all| chance.one_of(all));
    let drawn = match kind {
        Kind::Word => one(chance).map(|word| query(&[word])),
        Kind::TwoWords => two(chance, one).map(|words| query(&words)),
        Kind::Keystroke => {
            return run(documents, document, chance, 1).map_or_else(Vec::new, |run| keystrokes(&words(&run)));
        }
        Kind::Phrase => run(documents, document, chance, 2).map(|run| Query { phrase: true, ..query(&run) }),
        Kind::Typo => one(chance).and_then(|word| misspelt(documents, documents.word(word), chance)),
        Kind::Narrowed => {
            let asked = if chance.below(2) == 0 { one(chance).map(|w| vec![w]) } else { two(chance, one) };
            asked.and_then(|words| narrowed(documents, document, query(&words), chance))
        }
    };
    drawn.into_iter().collect()
}

fn two(chance: &mut Chance, one: impl Fn(&mut Chance) -> Option<u32>) -> Option<Vec<u32>> {
    let (first, second) = (one(chance)?, one(chance)?);
    (first != second).then(|| vec![first, second])
}

/// From `least` to three words next to each other in one passage.
fn run(documents: &Documents, document: usize, chance: &mut Chance, least: usize) -> Option<Vec<u32>> {
    let (tokens, starts) = (documents.tokens.get(document)?, documents.passages.get(document)?);
    let at = chance.below(starts.len());
    let start = *starts.get(at)? as usize;
    let end = starts.get(at + 1).map_or(tokens.len(), |next| *next as usize);
    let passage = tokens.get(start..end)?;
    let length = least + chance.below(4 - least);
    let first = chance.below((passage.len() + 1).checked_sub(length)?);
    passage.get(first..first + length).map(<[u32]>::to_vec)
}

/// What is in the box after each key, while `words` are typed.
fn keystrokes(words: &[String]) -> Vec<Query> {
    let mut typed = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let ends = word.char_indices().skip(1).map(|(end, _)| end).chain([word.len()]);
        typed.extend(ends.map(|end| {
            let mut words = words[..=at].to_vec();
            words[at].truncate(end);
            Query { words, typing: true, ..Query::default() }
        }));
    }
    // An apostrophe is no end of a word.
    typed.retain(|query| !query.words.last().is_some_and(|word| word.ends_with('\'')));
    typed
}

/// `word` with one letter changed, left out or put in, where that is no other word.
fn misspelt(documents: &Documents, word: &str, chance: &mut Chance) -> Option<Query> {
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let letter = char::from(b'a' + chance.below(26) as u8);
    // The first letter is right: few get that one wrong, and some peers rely on it.
    let at = 1 + chance.below(word.len() - 1);
    let mut wrong = word.to_owned();
    match chance.below(3) {
        0 => drop(wrong.remove(at)),
        1 => wrong.insert(at, letter),
        _ => wrong.replace_range(at..=at, letter.encode_utf8(&mut [0; 4])),
    }
    documents.words.binary_search(&wrong).is_err().then(|| Query {
        words: vec![wrong],
        typo: true,
        meant: Some(word.to_owned()),
        ..Query::default()
    })
}

/// `query` with the publisher of `document`, and a range of any magnitude around its day.
fn narrowed(documents: &Documents, document: usize, query: Query, chance: &mut Chance) -> Option<Query> {
    let columns = &documents.columns;
    let (publisher, day) = ((*columns.publisher.get(document)?)?, (*columns.day.get(document)?)?);
    let width = chance.magnitude(3650);
    let from = day - days(chance.below(width));
    Some(Query { publisher: Some(publisher), from: Some(from), to: Some(from + days(width) - 1), ..query })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::search::made::documents;

    #[test]
    fn every_key_of_typed_words_is_a_query() {
        let typed = keystrokes(&["o'b".to_owned(), "he".to_owned()]);
        let texts: Vec<String> = typed.iter().map(|query| query.words.join(" ")).collect();
        assert_eq!(texts, ["o", "o'b", "o'b h", "o'b he"]);
    }

    #[test]
    fn a_misspelt_word_is_none_and_a_range_holds_its_document() {
        let documents = documents(40);
        let mut chance = Chance(1);
        for _ in 0..500 {
            for query in draw(&documents, Kind::Typo, &mut chance) {
                assert!(documents.words.binary_search(&query.words[0]).is_err());
                assert!(documents.words.binary_search(&query.meant.unwrap()).is_ok());
            }
            for query in draw(&documents, Kind::Narrowed, &mut chance) {
                let (from, to) = (query.from.unwrap(), query.to.unwrap());
                assert!(documents.columns.day.iter().flatten().any(|day| (from..=to).contains(day)));
            }
        }
    }
}
