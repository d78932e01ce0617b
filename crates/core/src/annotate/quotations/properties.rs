//! Quotations in any text at all.
//!
//! **Invariant:** the words here are the ones that quotations are told by, so that chance makes hard cases of them.
//! There is one property, and it is about spans.

use super::find;
use crate::annotate::names;
use crate::annotate::names::fixture::document;
use crate::span::Span;

proptest::proptest! {
    #[test]
    fn spans_lie_inside_one_block_of_any_text(
        words in proptest::collection::vec("said|that|according to|,|\\.|“|”|\"|'|‘|’|he|Trump|the US|officials|\n|who|’s|:|é|\\(|\\)|with|saying|— ", 0..60)
    ) {
        let text = words.join(" ");
        for text in [text.clone(), text.replace(' ', ""), text.replace(" ”", "”").replace("“ ", "“")] {
            let document = document(&text);
            let mentions = names::find(&document, &[]);
            for q in find(&document, &[], &mentions) {
                let inside = |span: Span| document.blocks.iter().any(|b| b.span.contains(span));
                proptest::prop_assert!(inside(q.span) && !q.span.of(&text).is_empty());
                proptest::prop_assert!(q.cue.is_none_or(inside));
                if let Some(speaker) = q.speaker {
                    proptest::prop_assert!(inside(speaker.span) && !speaker.span.of(&text).is_empty());
                    proptest::prop_assert!(speaker.mention.is_none_or(|m| (m as usize) < mentions.len()));
                }
            }
        }
    }
}
