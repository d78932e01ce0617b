//! Texts in code: they come back as they were, and their words without what stands between them.

use proptest::prelude::*;

use super::*;

fn coded(texts: &[&str]) -> (Texts, Vec<Vec<u8>>) {
    let mut counting = Counting::default();
    for text in texts {
        counting.add(text);
    }
    let counted = Counted::of(counting);
    let all = texts.iter().map(|text| {
        let mut out = Vec::new();
        counted.code(text, &mut out);
        out
    });
    (Texts::open(Bytes::new(counted.vocabulary().to_vec())).unwrap(), all.collect())
}

/// Holds `texts` against what they are after they were coded.
fn check(texts: &[&str]) -> Texts {
    let (read, coded) = coded(texts);
    for (text, coded) in texts.iter().zip(&coded) {
        assert_eq!(read.text(coded).as_deref(), Some(*text));
        let spelled = read.words(coded).map(|word| match word {
            Word::Known(code) => read.spelled(code),
            Word::Literal(word) => word,
        });
        let expected = fold::words(text).map(|(span, _)| span.of(text));
        assert_eq!(spelled.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
    read
}

#[test]
fn a_text_comes_back_with_every_space() {
    for text in ["", " ", "a", " a", "a ", " a b  c\u{a0}d ", "a b\n\nc, “It’s”  \n", "\n", "é\u{301}x y"]
    {
        let many = vec![text; 200];
        check(&many);
        check(&[text]);
    }
}

#[test]
fn few_words_are_kept_as_they_are_and_many_are_numbered() {
    assert_eq!(check(&["Talks end in Oslo."]).codes(), 0);
    let long = "Talks end in Oslo, and the talks in Oslo go on and on. ".repeat(20);
    assert!(check(&[&long]).codes() > 0);
    let (_, coded) = coded(&[&long]);
    assert!(coded[0].len() * 3 < long.len(), "{} of {}", coded[0].len(), long.len());
}

proptest! {
    #[test]
    fn texts_come_back(texts in proptest::collection::vec("([a-cA-C]{1,2}|[ \n,.'’-]{1,2}|é|\u{301}){0,60}", 0..60)) {
        check(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_are_a_text_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..60), low in any::<bool>()) {
        let (read, _) = coded(&["the war and the peace of the sea, the peace. "; 40]);
        let bytes: Vec<u8> = if low { bytes.iter().map(|b| b % 12).collect() } else { bytes };
        let words = read.words(&bytes).count();
        prop_assert!(words <= bytes.len());
        let _ = read.text(&bytes);
        let _ = Texts::open(Bytes::new(bytes));
    }
}
