//! The look-up of near terms against a plain distance.

use proptest::prelude::*;

use super::*;
use crate::terms::write;

/// The optimal string alignment distance, by its definition.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut least = if i == 0 || j == 0 { i + j } else { usize::MAX };
            if i > 0 && j > 0 {
                let other = usize::from(a[i - 1] != b[j - 1]);
                least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + other);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
            }
            rows[i][j] = least;
        }
    }
    rows[a.len()][b.len()]
}

fn plainly(terms: &[String], word: &str, budget: Budget) -> Vec<Near> {
    let word: Vec<char> = word.chars().collect();
    let of = |term: &String| {
        let term: Vec<char> = term.chars().collect();
        let from = if budget.is_begun { 0 } else { term.len() };
        (from..=term.len()).map(|to| distance(&word, &term[..to])).min().unwrap() as u8
    };
    let all = (0..).zip(terms).map(|(id, term)| Near { id, distance: of(term) });
    let mut near: Vec<Near> = all.filter(|near| near.distance <= budget.edits).collect();
    near.sort_by_key(|near| near.distance);
    near
}

fn open(terms: &[String]) -> Terms {
    Terms::open(write(terms.iter().map(String::as_str))).unwrap()
}

/// Few letters of one to four bytes, so that words come near each other.
fn words(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(prop::sample::select(vec!['a', 'b', 'c', 'é', 'ж', '文', '𝒳', '\'']), 0..most)
        .prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn near_terms_are_those_of_the_plain_distance(
        terms in proptest::collection::btree_set(words(9), 0..200), word in words(12), edits in 0u8..3, is_begun: bool
    ) {
        let terms: Vec<String> = terms.into_iter().collect();
        let budget = Budget { edits, is_begun };
        prop_assert_eq!(open(&terms).near(&word, budget), plainly(&terms, &word, budget));
    }

    #[test]
    fn near_terms_of_any_text_are_those_of_the_plain_distance(
        terms in proptest::collection::btree_set(any::<String>(), 0..30), other: String, at: prop::sample::Index,
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<char>(), 0..3), 0..3), is_begun: bool
    ) {
        let terms: Vec<String> = terms.into_iter().filter(|term| term.chars().count() < 60).collect();
        let mut word: Vec<char> = if terms.is_empty() { other.chars().take(60).collect() } else { at.get(&terms).chars().collect() };
        for (at, letter, kind) in edits {
            let at = at.index(word.len() + 1);
            match kind {
                0 => word.insert(at, letter),
                1 if at < word.len() => drop(word.remove(at)),
                _ if at + 1 < word.len() => word.swap(at, at + 1),
                _ => {}
            }
        }
        let word = String::from_iter(word);
        let budget = Budget { edits: 2, is_begun };
        prop_assert_eq!(open(&terms).near(&word, budget), plainly(&terms, &word, budget));
    }

    #[test]
    fn runs_are_in_order_and_touch_no_other_of_their_distance(
        terms in proptest::collection::btree_set(words(7), 0..200), word in words(8), edits in 0u8..3, is_begun: bool
    ) {
        let terms: Vec<String> = terms.into_iter().collect();
        let runs = open(&terms).near_runs(&word, Budget { edits, is_begun });
        for pair in runs.windows(2) {
            prop_assert!(pair[0].ids.end <= pair[1].ids.start);
            prop_assert!(pair[0].ids.end < pair[1].ids.start || pair[0].distance != pair[1].distance);
        }
        prop_assert!(runs.iter().all(|run| !run.ids.is_empty()));
    }
}

#[test]
fn a_word_is_found_whatever_one_edit_did_to_it() {
    let mut terms = ["kyiv", "sanction", "sanctions", "witkoff", "zelensky", "zelenskyy", "zurich"];
    terms.sort_unstable();
    let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
    let check = |word: &str, is_begun, expected: &[(&str, u8)]| {
        let dictionary = open(&terms);
        let budget = Budget { is_begun, ..Budget::of(word) };
        let near = dictionary.near(word, budget).into_iter();
        let near: Vec<(String, u8)> =
            near.map(|near| (dictionary.name(near.id).unwrap(), near.distance)).collect();
        let expected: Vec<(String, u8)> =
            expected.iter().map(|(name, far)| ((*name).to_owned(), *far)).collect();
        assert_eq!(near, expected, "{word}");
    };
    check("witkof", false, &[("witkoff", 1)]);
    check("wiktoff", false, &[("witkoff", 1)]);
    check("wikkof", false, &[]);
    check("zelensky", false, &[("zelensky", 0), ("zelenskyy", 1)]);
    check("zelenskiy", false, &[("zelensky", 1), ("zelenskyy", 1)]);
    check("sacntinos", false, &[("sanctions", 2)]);
    check("kyv", false, &[]);
    check("kiyv", false, &[("kyiv", 1)]);
    check("sanktio", true, &[("sanction", 1), ("sanctions", 1)]);
    check("zeel", true, &[("zelensky", 1), ("zelenskyy", 1)]);
    check("", false, &[]);
}

#[test]
fn a_word_of_too_many_letters_is_near_nothing() {
    let terms = ["a".repeat(63), "a".repeat(64)];
    let near = |letters| open(&terms).near(&"a".repeat(letters), Budget { edits: 2, is_begun: false });
    assert_eq!(near(63), [Near { id: 0, distance: 0 }, Near { id: 1, distance: 1 }]);
    assert_eq!(near(64), []);
}

#[test]
fn the_memory_of_a_look_up_fits_a_quarter_of_a_megabyte() {
    // A vector may hold twice what is in it.
    let ways = 2 * MOST_DEPTH * size_of::<Step>();
    let runs = 2 * MOST_RUNS * size_of::<Run>();
    let near = 2 * MOST_NEAR * size_of::<Near>();
    let most = 256 * 1024;
    assert!(size_of::<Word>() + ways + runs <= most, "{ways} + {runs}");
    // Where terms are named one by one, that is done when the ways are gone.
    assert!(runs + near <= most, "{runs} + {near}");
}
