//! Passages and their words: what words are compared in.
//!
//! **Invariant:** a passage is one sentence, or what lies between two; a text is the passages in a row.
//! Start at [`passages`] and [`words`].

use crate::fold;
use crate::read::Document;
use crate::span::Span;

/// The words of `text` as they are compared: folded, and without a possessive ending, so that "Ukraine" finds
/// "Ukraine's".
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Span, String)> {
    fold::words(text).map(|(span, word)| {
        let mut word = word.into_owned();
        if word.len() > 2 && word.ends_with("'s") {
            word.truncate(word.len() - 2);
        }
        (span, word)
    })
}

/// The passages of `document` in `span`, in order; those at its ends may be cut.
pub(crate) fn passages(document: &Document, span: Span) -> Vec<Span> {
    let sentences = &document.sentences;
    let from = sentences.partition_point(|sentence| sentence.span.end <= span.start);
    let mut passages = Vec::new();
    let mut at = span.start;
    for sentence in sentences.iter().skip(from).take_while(|sentence| sentence.span.start < span.end) {
        let (start, end) = (sentence.span.start.max(at), sentence.span.end.min(span.end));
        passages.extend([Span { start: at, end: start }, Span { start, end }]);
        at = end;
    }
    passages.push(Span { start: at, end: span.end });
    passages.retain(|passage| !passage.is_empty());
    passages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::sample::article_of;
    use crate::read::Sentence;

    #[test]
    fn a_text_is_its_sentences_and_what_lies_between() {
        let mut document = article_of("a.txt", "Ab. Cd.  Menu  Ef.", &[]).document;
        let spans = [Span::new(0, 3), Span::new(4, 7), Span::new(15, 18)];
        document.sentences = spans.map(|span| Sentence { span, block: 0 }).to_vec();
        let cut =
            |span: Span| passages(&document, span).iter().map(|p| p.of(&document.text)).collect::<Vec<_>>();
        assert_eq!(cut(Span::new(0, 18)), ["Ab.", " ", "Cd.", "  Menu  ", "Ef."]);
        assert_eq!(cut(Span::new(5, 11)), ["d.", "  Me"]);
        assert_eq!(cut(Span::new(3, 3)), [""; 0]);
    }
}
