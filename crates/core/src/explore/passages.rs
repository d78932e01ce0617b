//! An article cut into passages: its sentences, what stands between them, and its headline wherever that stands.
//!
//! A passage is where words are looked for together: a phrase lies in one, and a row has whole ones. Every word of an
//! article is in exactly one passage.
//! **Invariant:** passages are in text order and do not overlap; a headline that the text does not hold is one more, at
//! the end. Start at [`Passages::of`].

use std::borrow::Cow;

use crate::corpus::Article;
use crate::fold;
use crate::read::BlockKind;
use crate::span::Span;

/// Where in an article a passage stands, which says how much a word there counts; the numbers are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Running text.
    Text = 0,
    /// The headline.
    Title = 1,
    /// The headline again, a caption, the standfirst or a heading.
    Lead = 2,
    /// What is around the article: navigation, other headlines, machine-written data.
    Around = 3,
}

impl Field {
    /// The fields by number.
    pub(super) const ALL: [Self; 4] = [Self::Text, Self::Title, Self::Lead, Self::Around];

    fn of(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Title | BlockKind::Standfirst | BlockKind::Crosshead | BlockKind::Caption => {
                Self::Lead
            }
            BlockKind::Paragraph | BlockKind::List | BlockKind::Table => Self::Text,
            BlockKind::Dateline
            | BlockKind::Byline
            | BlockKind::Metadata
            | BlockKind::Related
            | BlockKind::Furniture => Self::Around,
        }
    }
}

/// A passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// Where it stands; `None` for a headline that the text does not hold.
    pub(crate) span: Option<Span>,
    pub(crate) field: Field,
    /// Its words, folded, in order.
    pub(crate) words: Vec<String>,
}

/// The passages of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passages {
    pub(crate) all: Vec<Passage>,
}

impl Passages {
    /// The passages of `article`.
    pub(crate) fn of(article: &Article) -> Self {
        let document = &article.document;
        let headline = document.title.as_ref().and_then(|title| title.span);
        let passage = |(span, field)| {
            let field = if headline.is_some_and(|own| own.contains(span)) { Field::Title } else { field };
            Passage { span: Some(span), field, words: Vec::new() }
        };
        let mut all: Vec<Passage> = spans(article).into_iter().map(passage).collect();
        let mut at = 0;
        for (span, word) in words(&document.text) {
            while all.get(at).and_then(|p| p.span).is_some_and(|own| own.end <= span.start) {
                at += 1;
            }
            if let Some(passage) = all.get_mut(at) {
                passage.words.push(word);
            }
        }
        if let Some(title) = document.title.as_ref().filter(|title| title.span.is_none()) {
            let words = words(&title.value).map(|(_, word)| word).collect();
            all.push(Passage { span: None, field: Field::Title, words });
        }
        Self { all }
    }

    /// Those that `span` touches, by number.
    pub(crate) fn touched(&self, span: Span) -> impl Iterator<Item = u32> + '_ {
        let starts = |p: &Passage| p.span.is_some_and(|own| own.end <= span.start);
        let from = self.all.partition_point(starts);
        let rest = (0u32..).zip(&self.all).skip(from);
        rest.take_while(move |(_, p)| p.span.is_some_and(|own| own.start < span.end)).map(|(at, _)| at)
    }
}

/// Where the passages of `article` stand, without what they hold.
pub(crate) fn places(article: &Article) -> Vec<Span> {
    spans(article).into_iter().map(|(span, _)| span).collect()
}

/// The whole text cut at the ends of sentences, blocks and the headline.
fn spans(article: &Article) -> Vec<(Span, Field)> {
    let document = &article.document;
    let mut out = Vec::new();
    let mut at = 0;
    let mut add = |at: &mut u32, end: u32, field: Field| {
        if *at < end {
            out.push((Span { start: *at, end }, field));
            *at = end;
        }
    };
    let mut sentences = document.sentences.iter().peekable();
    for (number, block) in (0u32..).zip(&document.blocks) {
        let field = Field::of(block.kind);
        add(&mut at, block.span.start, Field::Around);
        while let Some(sentence) = sentences.next_if(|s| s.block <= number) {
            add(&mut at, sentence.span.start, field);
            add(&mut at, sentence.span.end, field);
        }
        add(&mut at, block.span.end, field);
    }
    add(&mut at, document.text.len() as u32, Field::Around);
    match document.title.as_ref().and_then(|title| title.span) {
        Some(headline) => cut(out, headline),
        None => out,
    }
}

/// `all`, cut at both ends of `headline` too: it may stand in the middle of one, as in front matter.
fn cut(all: Vec<(Span, Field)>, headline: Span) -> Vec<(Span, Field)> {
    let mut out = Vec::with_capacity(all.len() + 2);
    for (Span { mut start, end }, field) in all {
        for edge in [headline.start, headline.end] {
            if start < edge && edge < end {
                out.push((Span { start, end: edge }, field));
                start = edge;
            }
        }
        out.push((Span { start, end }, field));
    }
    out
}

/// The words of `text` as they are compared: folded, and without a possessive ending, so that "Ukraine" finds
/// "Ukraine's".
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Span, String)> {
    compared(text).map(|(span, word)| (span, word.into_owned()))
}

/// The same words, of which most stand in the text as they are compared, and are not copied.
pub(crate) fn compared(text: &str) -> impl Iterator<Item = (Span, Cow<'_, str>)> {
    fold::words(text).map(|(span, mut word)| {
        if word.len() > 2 && word.ends_with("'s") {
            let bare = word.len() - 2;
            match &mut word {
                Cow::Borrowed(text) => *text = text.get(..bare).unwrap_or_default(),
                Cow::Owned(text) => text.truncate(bare),
            }
        }
        (span, word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn a_headline_in_front_matter_is_a_passage_of_its_own() {
        let text = "---\ntitle: \"Talks end in Oslo\"\npublisher: Wire\n---\n\nThey met on Monday.\n";
        let document = read("a.txt", text.as_bytes());
        let article = Article { document, annotations: crate::annotate::Annotations::default() };
        let passages = Passages::of(&article).all;
        let titles: Vec<_> = passages.iter().filter(|passage| passage.field == Field::Title).collect();
        assert_eq!(titles.len(), 1);
        assert_eq!(titles[0].words, ["talks", "end", "in", "oslo"]);
        let around: Vec<&String> =
            passages.iter().filter(|p| p.field == Field::Around).flat_map(|p| &p.words).collect();
        assert_eq!(around, ["title", "publisher", "wire"]);
    }

    #[test]
    fn every_word_is_in_one_passage_and_sentences_are_passages() {
        let text = "Talks end\n\nThey met in Oslo. Nobody spoke.\n\nShare this\n";
        let document = read("a.txt", text.as_bytes());
        let sentences: Vec<Span> = document.sentences.iter().map(|s| s.span).collect();
        let article = Article { document, annotations: crate::annotate::Annotations::default() };
        let passages = Passages::of(&article);
        let found: Vec<&String> = passages.all.iter().flat_map(|p| &p.words).collect();
        assert_eq!(found, ["talks", "end", "they", "met", "in", "oslo", "nobody", "spoke", "share", "this"]);
        for sentence in sentences {
            let touched: Vec<u32> = passages.touched(sentence).collect();
            assert_eq!(touched.len(), 1);
            assert_eq!(passages.all[touched[0] as usize].span, Some(sentence));
        }
    }
}
