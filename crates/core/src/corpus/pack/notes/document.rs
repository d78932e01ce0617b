//! The walk over a document: how it was taken, its lines and sentences, and its particulars.
//!
//! **Invariant:** every field is walked over once; lines are expected where the one before has ended, and sentences where
//! their signs end them. Start at [`Notes::document`].

use super::values::{reason, some_time};
use super::{Notes, from_base, sub, to_base};
use crate::civil::DAY;
use crate::read::{Block, BlockKind, Document, Field, LineRule, Problem, Sentence};
use crate::span::Span;

/// The context of this walk.
const DOCUMENT: u32 = sub(1, 0);

/// In what way a hash is known.
const ZEROS: u32 = 0;
const OF_TEXT: u32 = 1;
const ANY: u32 = 2;

impl Notes<'_> {
    /// Walks over `document`, whose text is held.
    pub(super) fn document(&mut self, document: &mut Document) {
        let Document {
            file,
            sha256,
            format,
            text: _,
            title,
            publisher,
            author,
            url,
            language,
            published,
            blocks,
            sentences,
            incomplete,
            problems,
        } = document;
        let at = |part| sub(DOCUMENT, part);
        self.owned(at(0), file, None);
        self.hash(at(1), sha256);
        self.choice(at(2), *format as u32, format);
        self.choice(at(3), published.dated as u32, &mut published.dated);
        self.option(at(4), &mut published.when, some_time, |notes, when| {
            notes.when(at(5), when, 0);
            notes.day = when.interval.from.div_euclid(DAY).clamp(-5_000_000, 5_000_000);
        });
        self.evidence(at(6), &mut published.evidence);
        self.blocks(at(7), blocks);
        self.sentences(at(8), sentences, blocks);
        let headline = blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span);
        self.field(at(9), title, headline.unwrap_or_default());
        for (part, field) in (10..).zip([publisher, author, url, language]) {
            self.field(at(part), field, Span::default());
        }
        let whole = Span::new(0, self.text.len());
        self.option(at(14), incomplete, Span::default, |notes, span| notes.span(at(15), span, whole));
        let blank = || Problem { what: "".into(), span: None, fatal: false };
        self.list(at(16), problems, blank, |notes, problem| {
            notes.string(at(17), &mut problem.what, None);
            notes.option(at(18), &mut problem.span, Span::default, |notes, span| {
                notes.span(at(19), span, Span::default());
            });
            problem.fatal = notes.bits.flag(at(20), problem.fatal);
        });
    }

    /// The hash of a file, which is mostly that of its text.
    fn hash(&mut self, context: u32, hash: &mut [u8; 32]) {
        use sha2::Digest as _;
        let of_text = || <[u8; 32]>::from(sha2::Sha256::digest(self.text.as_bytes()));
        let kind = match hash {
            _ if self.reads() => ZEROS,
            [0, ..] if hash.iter().all(|byte| *byte == 0) => ZEROS,
            _ if *hash == of_text() => OF_TEXT,
            _ => ANY,
        };
        match self.bits.number(context, kind) {
            ZEROS => *hash = [0; 32],
            OF_TEXT => *hash = of_text(),
            _ => hash.iter_mut().for_each(|byte| *byte = self.bits.byte(sub(context, 0), *byte)),
        }
    }

    fn blocks(&mut self, context: u32, blocks: &mut Vec<Block>) {
        let at = |part| sub(context, part);
        let (kind, rule) = (BlockKind::Paragraph, LineRule::Text);
        let blank = || Block { kind, rule, span: Span::default(), credit: None };
        let (mut before, mut end) = (kind as u32, 0);
        self.list(at(0), blocks, blank, |notes, block| {
            let own = notes.choice(at(before + 0x100), block.rule as u32, &mut block.rule);
            before = notes.choice(at(own + 0x200), block.kind as u32, &mut block.kind);
            let frame = notes.line(end);
            notes.span(at(1), &mut block.span, frame);
            end = block.span.end;
            let frame = block.span;
            notes.option(at(own + 0x300), &mut block.credit, Span::default, |notes, credit| {
                notes.span(at(2), credit, frame);
            });
        });
    }

    /// The next line with something on it.
    fn line(&self, from: u32) -> Span {
        let start = self.marks.start(self.marks.first(from)).unwrap_or(from);
        let rest = self.text.get(start as usize..).unwrap_or_default();
        let end = start + rest.find('\n').unwrap_or(rest.len()) as u32;
        Span { start, end }
    }

    fn sentences(&mut self, context: u32, sentences: &mut Vec<Sentence>, blocks: &[Block]) {
        let at = |part| sub(context, part);
        let (mut block, mut end) = (0, 0);
        let blank = || Sentence { span: Span::default(), block: 0 };
        self.list(at(0), sentences, blank, |notes, sentence| {
            // Whether the block has marks left says whether it goes on.
            let own = blocks.get(block as usize).map_or(Span::default(), |block| block.span);
            let ended = notes.marks.first(end) >= notes.marks.behind(own.end);
            let by = from_base(sentence.block, block);
            let by = notes.bits.number(at(1 + u32::from(ended)), by);
            sentence.block = to_base(by, block);
            let own = blocks.get(sentence.block as usize).map_or(Span::default(), |block| block.span);
            let start = own.start.max(end);
            let limit = own.end.max(start);
            let frame = Span { start, end: notes.marks.stop(&notes.text, start, limit) };
            notes.span(at(3), &mut sentence.span, frame);
            (block, end) = (sentence.block, sentence.span.end);
            notes.sentences.push(sentence.span);
        });
    }

    fn field(&mut self, context: u32, field: &mut Option<Field>, frame: Span) {
        let at = |part| sub(context, part);
        let blank = || Field { value: String::new(), span: None, evidence: reason() };
        self.option(at(0), field, blank, |notes, field| {
            notes.option(at(1), &mut field.span, Span::default, |notes, span| notes.span(at(2), span, frame));
            notes.owned(at(3), &mut field.value, field.span);
            notes.evidence(at(4), &mut field.evidence);
        });
    }
}
