//! Which quotations are rows: words given as somebody's, or kept back, each once.
//!
//! **Invariant:** reported speech and words held at arm's length are no rows; of words that stand several times in an
//! article, as a headline has them again, one is the row: the first outside the headlines.
//! Start at [`Article::quoted`].

use super::{Article, Corpus};
use crate::annotate::{Quotation, Speech};
use crate::order::Order as _;
use crate::read::BlockKind;

/// Where else in its article the words of a row stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Again {
    /// In a headline.
    pub headline: bool,
    /// Outside the headlines.
    pub text: bool,
}

impl Article {
    /// The quotations that are rows, indices into the article's, in text order.
    pub fn quoted(&self) -> Vec<u32> {
        let all = &self.annotations.quotations;
        // For the first of the same words the one that is shown.
        let mut shown: Vec<Option<u32>> = vec![None; all.len()];
        for (at, quotation) in (0..).zip(all) {
            if !matches!(quotation.speech, Speech::Direct | Speech::Withheld) {
                continue;
            }
            let better = |held: u32| self.is_headline(held) && !self.is_headline(at);
            let first = self.first(at, quotation) as usize;
            if let Some(slot) = shown.get_mut(first).filter(|slot| slot.is_none_or(better)) {
                *slot = Some(at);
            }
        }
        let mut rows: Vec<u32> = shown.into_iter().flatten().collect();
        rows.order();
        rows
    }

    /// Where else the words of the quotation `own` stand.
    pub fn quoted_again(&self, own: u32) -> Again {
        let all = &self.annotations.quotations;
        let Some(first) = all.get(own as usize).map(|quotation| self.first(own, quotation)) else {
            return Again::default();
        };
        let same = (0..).zip(all).filter(|(at, q)| *at != own && self.first(*at, q) == first);
        same.fold(Again::default(), |again, (at, _)| {
            let headline = self.is_headline(at);
            Again { headline: again.headline || headline, text: again.text || !headline }
        })
    }

    /// The first quotation of the same words.
    fn first(&self, own: u32, quotation: &Quotation) -> u32 {
        let of = |first: &u32| self.annotations.quotations.get(*first as usize);
        quotation.repeats.filter(|first| of(first).is_some_and(|q| q.repeats.is_none())).unwrap_or(own)
    }

    fn is_headline(&self, quotation: u32) -> bool {
        let blocks = &self.document.blocks;
        let start = self.annotations.quotations.get(quotation as usize).map(|q| q.span.start);
        let block = start.and_then(|start| blocks.get(blocks.partition_point(|b| b.span.end <= start)));
        block.is_some_and(|block| block.kind == BlockKind::Title)
    }
}

impl Corpus {
    /// The rows of the Quotations tab as `(article, quotation)` indices, in the order of documents and text.
    pub fn quotations(&self) -> impl Iterator<Item = (u32, u32, &Quotation)> {
        self.articles.iter().enumerate().flat_map(|(a, article)| {
            let of = |q: u32| article.annotations.quotations.get(q as usize);
            article.quoted().into_iter().filter_map(move |q| Some((a as u32, q, of(q)?)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::sample::article_of;
    use crate::evidence::Evidence;
    use crate::read::Block;
    use crate::span::Span;

    /// Quotations of one letter each, the first in a headline: how they are given, and what they repeat.
    fn check(given: &[(Speech, Option<u32>)], rows: &[u32], again_of_first_row: (bool, bool)) {
        let mut article = article_of("a.txt", "abcdefgh", &[]);
        let paragraph = article.document.blocks[0];
        let title = Block { kind: BlockKind::Title, span: Span::new(0, 1), ..paragraph };
        article.document.blocks = vec![title, Block { span: Span::new(1, 8), ..paragraph }];
        for (at, (speech, repeats)) in given.iter().enumerate() {
            let quotation = Quotation::new(Span::new(at, at + 1), *speech, Evidence::rule("no-date", 100));
            article.annotations.quotations.push(Quotation { repeats: *repeats, ..quotation });
        }
        assert_eq!(article.quoted(), rows);
        let again = rows.first().map(|row| article.quoted_again(*row)).unwrap_or_default();
        assert_eq!((again.headline, again.text), again_of_first_row);
    }

    #[test]
    fn words_given_and_kept_back_are_rows_and_no_others() {
        use Speech::{Direct, Reported, Scare, Withheld};
        let given = [Direct, Reported, Withheld, Scare].map(|speech| (speech, None));
        check(&given, &[0, 2], (false, false));
    }

    #[test]
    fn a_headline_that_has_the_words_too_is_no_second_row() {
        use Speech::{Direct, Reported};
        check(&[(Direct, Some(2)), (Direct, None), (Direct, None)], &[1, 2], (false, false));
        check(&[(Direct, None), (Direct, Some(0)), (Direct, Some(0))], &[1], (true, true));
        check(&[(Direct, None), (Reported, Some(0))], &[0], (false, true));
        check(&[(Direct, Some(1)), (Reported, None)], &[0], (false, true));
    }

    #[test]
    fn what_repeats_itself_or_nothing_stands_by_itself() {
        let direct = Speech::Direct;
        check(&[(direct, Some(0)), (direct, Some(9)), (direct, Some(1))], &[0, 1, 2], (false, false));
    }
}
