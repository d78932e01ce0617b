//! Classes against a plain grouping by stems.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::terms::write;

fn open(terms: &[String]) -> (Terms, Classes) {
    let all = || terms.iter().map(String::as_str);
    (Terms::open(write(all())).unwrap(), Classes::open(write_classes(all())).unwrap())
}

fn words() -> impl Strategy<Value = String> {
    let endings =
        prop::sample::select(vec!["", "s", "ed", "ing", "ation", "y", "ies", "'s", "ly", "er", "é"]);
    ("[abenst]{1,4}", endings).prop_map(|(start, ending)| start + ending)
}

proptest! {
    #[test]
    fn a_class_is_all_terms_with_one_stem(terms in proptest::collection::btree_set(words(), 0..300), word in words()) {
        let terms: Vec<String> = terms.into_iter().collect();
        let (dictionary, classes) = open(&terms);
        let mut by_stem: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        for (id, term) in (0..).zip(&terms) {
            by_stem.entry(stem(term)).or_default().push(id);
        }
        for (id, term) in (0..).zip(&terms) {
            prop_assert_eq!(&classes.of(id), &by_stem[&stem(term)]);
        }
        prop_assert_eq!(classes.of(terms.len() as u32), Vec::<u32>::new());
        // Another word finds the class or nothing, and never another one.
        let found = classes.of_word(&dictionary, &word);
        let expected = by_stem.get(&stem(&word)).cloned().unwrap_or_default();
        prop_assert!(found == expected || found.is_empty(), "{} {:?} {:?}", word, found, expected);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>, count in 0u32..100, id: u32) {
        let mut all = count.to_le_bytes().to_vec();
        all.extend(bytes);
        if let Ok(classes) = Classes::open(all) {
            for id in (0..count).chain([id]) {
                let ids = classes.of(id);
                prop_assert!(ids.len() <= count as usize);
                prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
            }
        }
    }
}

#[test]
fn a_form_that_does_not_occur_finds_those_that_do() {
    let mut terms = ["hope", "negotiating", "negotiator", "parties", "resignation", "stop", "talk", "talks"];
    terms.sort_unstable();
    let terms: Vec<String> = terms.iter().map(ToString::to_string).collect();
    let (dictionary, classes) = open(&terms);
    let check = |word: &str, expected: &[&str]| {
        let ids = classes.of_word(&dictionary, word).into_iter();
        assert_eq!(ids.map(|id| dictionary.name(id).unwrap()).collect::<Vec<_>>(), expected, "{word}");
    };
    check("negotiates", &["negotiating", "negotiator"]);
    check("party", &["parties"]);
    check("resignations", &["resignation"]);
    check("hoping", &["hope"]);
    check("stopped", &["stop"]);
    check("talk", &["talk", "talks"]);
    check("talking", &["talk", "talks"]);
    check("walking", &[]);
    check("", &[]);
}

#[test]
fn classes_cut_short_are_refused() {
    let bytes = write_classes(["talk", "talks"].into_iter());
    let error = Classes::open(bytes[..bytes.len() - 1].to_vec()).unwrap_err();
    assert_eq!(error, TermsError::Short { expected: 10, found: 9 });
}
