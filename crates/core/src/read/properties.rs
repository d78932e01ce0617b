//! What holds of every document, whatever the bytes.
//!
//! **Invariant:** each property speaks of [`read`] alone. Start at `holds`.

use proptest::prelude::*;

use super::{BlockKind, Dated, Document, read};
use crate::span::Span;

fn fits(d: &Document, span: Span) {
    assert!(!span.is_empty() && d.text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
}

fn holds(file: &str, bytes: &[u8]) {
    let d = read(file, bytes);
    let fatal = d.problems.iter().any(|p| p.fatal);
    assert!(!fatal || d.blocks.is_empty() && d.text.is_empty());
    assert!(fatal || !d.blocks.is_empty());
    assert_eq!(d.published.dated == Dated::Unknown, d.published.when.is_none());
    for field in [&d.title, &d.publisher, &d.author, &d.url, &d.language].into_iter().flatten() {
        assert!(!field.value.is_empty());
        assert!(field.span.is_none_or(|s| s.of(&d.text) == field.value), "{field:?}");
        assert!(crate::evidence::because(&field.evidence.rule).is_some());
    }
    assert!(crate::evidence::because(&d.published.evidence.rule).is_some());
    let fields = [&d.title, &d.publisher, &d.author, &d.url, &d.language];
    let anchors = fields.into_iter().flatten().filter_map(|f| f.evidence.anchor.as_ref());
    for anchor in anchors.chain(&d.published.evidence.anchor) {
        anchor.passages.iter().for_each(|s| fits(&d, *s));
    }
    d.problems.iter().filter_map(|p| p.span).chain(d.incomplete).for_each(|s| fits(&d, s));
    let mut end = 0;
    for block in &d.blocks {
        fits(&d, block.span);
        let between = Span { start: end, end: block.span.start };
        assert!(
            end <= block.span.start && between.of(&d.text).trim().is_empty(),
            "{:?}",
            between.of(&d.text)
        );
        assert_eq!(block.span.trim(&d.text), block.span);
        assert!(block.credit.is_none_or(|c| block.span.contains(c) && block.kind == BlockKind::Caption));
        end = block.span.end;
    }
    assert!(d.text.get(end as usize..).is_some_and(|rest| rest.trim().is_empty()));
    let mut end = 0;
    for sentence in &d.sentences {
        fits(&d, sentence.span);
        assert!(end <= sentence.span.start && d.blocks[sentence.block as usize].span.contains(sentence.span));
        end = sentence.span.end;
    }
}

/// Pieces that news text is made of, to be shuffled.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "---\n",
        "title: ",
        "date: 2026-02-07\n",
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        ". ",
        "! ",
        "? ",
        "… ",
        "\n",
        "\n\n",
        "\r\n",
        "U.S.",
        "Mr. ",
        "Friday",
        " said ",
        "January 24, 2026",
        "30/January/2026 19:52 PM",
        "By ",
        "[File: X/AFP]",
        "(",
        ")",
        " reported from ",
        "* ",
        "# ",
        "list 1 of 3",
        "Subscribe to continue reading",
        "Support the Morning Star",
        "© 2026 ",
        "\u{a0}",
        "é",
        "😀",
        "| ",
        " - ",
        "<p>",
        "<html>",
        "</",
        "[",
        "](",
        "Read more: ",
        "will return on February 1",
        "\u{feff}",
        "The talks ended without a deal on the territory",
        "x",
        "A",
        ",",
        ":",
        "\t",
        "Photo: ",
        " via Getty Images",
        "İ",
        "ß",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_give_a_sound_document(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        holds("a.txt", &bytes);
        holds("a.html", &bytes);
    }

    #[test]
    fn any_text_gives_a_sound_document(text in "\\PC{0,200}") {
        holds("a.txt", text.as_bytes());
        holds("a.html", text.as_bytes());
    }

    #[test]
    fn any_mixture_of_news_gives_a_sound_document(text in pieces()) {
        holds("a.md", text.as_bytes());
        holds("a.html", text.as_bytes());
    }
}

#[test]
fn text_is_the_file_byte_for_byte_less_its_mark() {
    let source = "\u{feff}---\r\ntitle: x y z\r\n---\r\n\r\n  He left\u{a0}.\t\r\n\n";
    assert_eq!(read("a.txt", source.as_bytes()).text, &source[3..]);
}

#[test]
fn a_long_file_of_one_kind_is_read_in_time_linear_in_it() {
    for piece in [
        "\"",
        "‘a ",
        "[",
        "* a\n",
        "a\n",
        "Friday. ",
        "- ",
        "(",
        "“A. ",
        "x reported from y, ",
        "2026-",
        "[a](",
        "By A\n",
    ] {
        holds("a.txt", piece.repeat(40_000).as_bytes());
    }
}

/// What grows with the square would not end in the patience of whoever runs the tests.
#[test]
fn a_long_file_of_anything_is_read_in_time_linear_in_it() {
    for (head, piece) in [
        ("", "a"),
        ("", "\""),
        ("", "“"),
        ("", "\n"),
        ("", "a\n"),
        ("", "<"),
        ("", "&amp;"),
        ("", "."),
        ("", ". "),
        ("", "1. A 2. "),
        ("---\n", "title: x\n"),
        ("---\n", "- a\n"),
        ("<html>", "<div>"),
        ("<html>", "<p class='card author'>a <a href=x>"),
        ("<html>", "<table><tr><td>"),
        ("<html><script type='application/ld+json'>", "{\"@graph\":["),
        ("<html><h1>Talks end in Geneva</h1>", "<article><p>The talks ended.</article>"),
    ] {
        let text = format!("{head}{}", piece.repeat(100_000 / piece.len()));
        holds(if head.starts_with('<') { "a.html" } else { "a.txt" }, text.as_bytes());
    }
}
