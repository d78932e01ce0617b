//! The dictionary against a sorted list, against the package whose format it has, and with damaged bytes.

use proptest::prelude::*;

use super::*;

mod typos;

fn open(terms: &[String]) -> Terms {
    Terms::open(write(terms.iter().map(String::as_str))).unwrap()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let few = proptest::collection::btree_set("[ab\u{e9}]{0,5}", 0..100);
    let any = proptest::collection::btree_set(any::<String>(), 0..40);
    // All bytes that can begin a letter, so that some node has more arcs than fit without an index.
    let wide = proptest::collection::btree_set("[ -\u{2fff}][a-c]{0,2}", 0..400);
    prop_oneof![few, any, wide].prop_map(|terms| terms.into_iter().collect())
}

/// Everything that can be asked, so that it is seen to end.
fn ask_all(terms: &Terms, words: &[String]) -> usize {
    let mut found = 0;
    for word in words {
        found += terms.id(word).map_or(0, |id| terms.name(id).map_or(0, |name| name.len()));
        found += terms.prefix(word).len();
        found += terms.near(word, Budget { edits: 2, is_begun: false }).len();
        found += terms.near_runs(word, Budget { edits: 1, is_begun: true }).len();
        found += terms.suggest(word, |id| id, 5).len();
    }
    found + (0..terms.len().min(300)).filter_map(|id| terms.name(id)).count()
}

proptest! {
    #[test]
    fn ids_prefixes_and_names_are_those_of_a_sorted_list(list in texts(), other: String, part: prop::sample::Index) {
        let terms = open(&list);
        prop_assert_eq!(terms.len() as usize, list.len());
        for (id, term) in (0..).zip(&list) {
            prop_assert_eq!(terms.id(term), Some(id));
            prop_assert_eq!(terms.name(id), Some(term.clone()));
        }
        prop_assert_eq!(terms.name(list.len() as u32), None);
        prop_assert_eq!(terms.id(&other), list.binary_search(&other).ok().map(|id| id as u32));
        let starts = list.iter().chain([&other]).map(|term| {
            let letters: Vec<char> = term.chars().collect();
            String::from_iter(&letters[..part.index(letters.len() + 1)])
        });
        for start in starts {
            let ids = (0..).zip(&list).filter(|(_, term)| term.starts_with(&start)).map(|(id, _)| id);
            prop_assert_eq!(terms.prefix(&start).collect::<Vec<_>>(), ids.collect::<Vec<_>>());
        }
    }

    #[test]
    fn it_is_read_as_the_package_that_wrote_it_reads_it(list in texts(), other: String) {
        let bytes = write(list.iter().map(String::as_str));
        let (ours, theirs) = (Terms::open(bytes.clone()).unwrap(), fst::Map::new(bytes).unwrap());
        for word in list.iter().chain([&other]) {
            prop_assert_eq!(ours.id(word).map(u64::from), theirs.get(word));
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), word in "[a-c]{0,9}", count: u8) {
        prop_assert!(Terms::open(bytes.clone()).is_err() || !bytes.is_empty());
        // The same as nodes between a head and a foot that fit.
        let mut all = VERSION.to_le_bytes().to_vec();
        all.extend([0; 8]);
        all.extend(&bytes);
        let root = if bytes.is_empty() { 0 } else { all.len() as u64 - 1 };
        all.extend(u64::from(count).to_le_bytes());
        all.extend(root.to_le_bytes());
        all.extend([0; 4]);
        if let Ok(terms) = Terms::open(all) {
            ask_all(&terms, &[word]);
        }
    }

    #[test]
    fn flipped_bits_are_refused_or_read_without_a_panic(
        list in texts(), flips in proptest::collection::vec((any::<prop::sample::Index>(), 0u8..8), 1..4)
    ) {
        let mut bytes = write(list.iter().map(String::as_str));
        for (at, bit) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        if let Ok(terms) = Terms::open(bytes) {
            ask_all(&terms, &list[..list.len().min(10)]);
        }
    }
}

#[test]
fn every_changed_byte_of_a_small_dictionary_is_refused_or_read_without_a_panic() {
    let list =
        ["kyiv", "sanction", "sanctions", "talk", "talks", "zelensky", "zurich", "ж"].map(str::to_owned);
    let good = write(list.iter().map(String::as_str));
    let mut refused = 0;
    for at in 0..good.len() {
        for value in 0..=255 {
            let mut bytes = good.clone();
            bytes[at] = value;
            match Terms::open(bytes) {
                Ok(terms) => drop(ask_all(&terms, &list)),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 0);
}

#[test]
fn a_dictionary_cut_short_or_of_another_version_is_refused() {
    let good = write(["talk", "talks"].into_iter());
    let check = |bytes: &[u8], expected: &str| {
        assert_eq!(Terms::open(bytes.to_vec()).unwrap_err().to_string(), expected);
    };
    for cut in 0..good.len() {
        assert!(Terms::open(good[..cut].to_vec()).is_err(), "{cut}");
    }
    check(&good[..9], "expected at least 36 bytes of terms, found 9: build the pack again");
    let mut other = good.clone();
    other[0] = 4;
    check(&other, "expected terms of version 3, found 4: build the pack again");
    let mut other = good.clone();
    other[good.len() - 12] ^= 1;
    let root = good.len() - 21;
    let found = root ^ 1;
    check(
        &other,
        &format!("expected the root of the terms at byte {root}, found {found}: build the pack again"),
    );
}

#[test]
fn terms_out_of_order_and_doubled_are_left_out() {
    let terms = Terms::open(write(["b", "b", "a", "c"].into_iter())).unwrap();
    assert_eq!((terms.len(), terms.id("b"), terms.id("a"), terms.id("c")), (2, Some(0), None, Some(1)));
}

#[test]
fn no_term_at_all_is_a_dictionary_too() {
    let terms = open(&[]);
    assert!(terms.is_empty());
    assert_eq!((terms.id(""), terms.prefix(""), terms.name(0)), (None, 0..0, None));
    assert_eq!(terms.suggest("talk", |_| 1, 5), []);
}
