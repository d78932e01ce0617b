//! A few documents for the tests of this benchmark.
//!
//! **Invariant:** the same number gives the same documents; they are as small as the claims about them allow.
//! Start at [`documents`].

use super::chance::Chance;
use super::documents::{Documents, Gathering};
use super::ours::Seen;

/// The syllables of which its words are.
const SYLLABLES: [&str; 8] = ["ta", "lo", "min", "ser", "ka", "pre", "dun", "vi"];

/// `count` documents of chance words, with publishers and days.
pub(super) fn documents(count: usize) -> Documents {
    let mut chance = Chance(9);
    let seen = (0..count).zip(0..).map(|(number, day)| {
        let words =
            (0..40).map(|_| (0..=chance.below(3)).filter_map(|_| chance.one_of(&SYLLABLES)).collect());
        Seen {
            file: format!("{number:03}.txt"),
            words: words.collect(),
            passages: vec![0, 20],
            publisher: Some(format!("Publisher {}", number % 3)),
            author: (number % 2 == 0).then(|| "Somebody".to_owned()),
            published: (number % 5 > 0).then_some((18_000 + day * 40, 18_000 + day * 40)),
            names: vec![format!("Name {}", number % 4)],
            bytes: 200,
        }
    });
    gathered(seen)
}

/// Documents of these texts alone.
pub(super) fn documents_of(texts: &[&str]) -> Documents {
    let seen = texts.iter().enumerate().map(|(number, text)| Seen {
        file: format!("{number:03}.txt"),
        words: text.split(' ').map(str::to_owned).collect(),
        passages: vec![0],
        ..Seen::default()
    });
    gathered(seen)
}

fn gathered(seen: impl Iterator<Item = Seen>) -> Documents {
    let mut gathering = Gathering::default();
    seen.for_each(|one| gathering.take(one));
    gathering.finished()
}
